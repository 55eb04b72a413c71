import io
import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.cli.output import Output
from reader.cli.wrap import cells
from reader.errors import ReaderError
from reader.printable import printable

ROWS = [("a", "2", "sea"), ("bcd", "10", "漢字 of the sea")]


def output(terminal: bool = False, colour: bool = False) -> tuple[Output, io.StringIO, io.StringIO]:
    stdout, stderr = io.StringIO(), io.StringIO()
    return Output(stdout, stderr, terminal, terminal, colour, columns=16), stdout, stderr


def test_rows_are_separated_by_tabs_for_programs() -> None:
    out, stdout, _ = output()
    assert out.table(ROWS) == 2
    assert stdout.getvalue() == "a\t2\tsea\nbcd\t10\t漢字 of the sea\n"


def test_rows_are_aligned_and_cut_for_people() -> None:
    out, stdout, _ = output(terminal=True)
    assert out.table(ROWS, right=(1,)) == 2
    assert stdout.getvalue() == "a     2  sea\nbcd  10  漢字 o…\n"
    assert out.table([]) == 0


@pytest.mark.parametrize("values", [[], [1], [{"a": "\x1b"}, "\u202e", None]])
def test_an_array_is_json(values: list[object]) -> None:
    out, stdout, _ = output()
    assert out.array(values) == len(values)
    assert json.loads(stdout.getvalue()) == values
    assert "\x1b" not in stdout.getvalue()


@given(st.text(), st.booleans())
def test_whatever_is_written_is_fit_for_a_terminal(text: str, colour: bool) -> None:
    out, stdout, stderr = output(terminal=True, colour=colour)
    out.line(text, bold=True)
    out.marked(text, text, [(0, len(text) // 2)], text)
    out.table([(text, text)])
    out.say(text)
    out.point(text, len(text) // 2)
    out.file_names([text], "\0")
    shown = stdout.getvalue() + stderr.getvalue()
    for ours in ("\x1b[1m", "\x1b[0m", "\n", "\0"):
        shown = shown.replace(ours, "")
    assert printable(shown) == shown


def test_octets_are_written_as_they_are_unless_people_look() -> None:
    lines = [b"a\xff\x1b", b"b"] * 1500
    written = io.BytesIO()
    out, _, _ = output()
    piped = replace(out, stdout=io.TextIOWrapper(written))
    assert piped.octets(lines, "\0") == 3000
    assert written.getvalue() == b"a\xff\x1b\0b\0" * 1500
    out, stdout, _ = output(terminal=True)
    assert out.octets(lines[:2], "\n") == 2
    assert stdout.getvalue() == "a\\xFF␛\nb\n"


def test_a_text_is_bold_only_in_colour() -> None:
    for colour, shown in ((True, "a \x1b[1mb\x1b[0m c\n"), (False, "a b c\n")):
        out, stdout, _ = output(terminal=True, colour=colour)
        out.marked("a ", "b c", [(0, 1)])
        assert stdout.getvalue() == shown


def test_a_mistake_is_pointed_at_behind_wide_characters() -> None:
    out, _, stderr = output()
    out.point("漢字 (", 3)
    assert stderr.getvalue() == "  漢字 (\n       ^\n"


def test_of_a_long_text_what_is_around_the_mistake_is_shown() -> None:
    out, _, stderr = output()
    for position in (0, 500, 999):
        for other in ("x", "漢"):
            out.point(other * position + "(" + other * (999 - position), position)
            shown, mark = stderr.getvalue().splitlines()[-2:]
            assert max(cells(shown), cells(mark)) < out.columns
            assert cells(shown[: shown.index("(")]) == mark.index("^")


def test_without_a_stream_for_sentences_they_are_dropped() -> None:
    out, stdout, _ = output()
    replace(out, stderr=None).say("nobody hears this")
    assert stdout.getvalue() == ""


def test_the_pager_gets_the_lines_and_its_absence_is_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out, _, _ = output(terminal=True)
    monkeypatch.setenv("PAGER", f"tee '{tmp_path}/paged'")
    out.page(["one", "t\x1bwo"])
    assert (tmp_path / "paged").read_text("utf-8") == "one\nt␛wo\n"
    monkeypatch.setenv("PAGER", "there-is-no-such-program")
    with pytest.raises(ReaderError, match="cannot start the pager there-is-no-such-program"):
        out.page(["one"])
