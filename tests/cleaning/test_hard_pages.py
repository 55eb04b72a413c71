"""Pages made to be hard: cleaned whole, each kind small; at full size within memory, apart."""
# ruff: noqa: RUF001 - letters of other scripts, as pages write them

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from reader.cleaning import judge, paragraphs, text
from reader.cleaning.units import JUDGED_CHARACTERS, JUDGED_LINES
from reader.model import CONTENT, Label
from reader.sources import parse, parse_text
from tests.cleaning.pages import BRIDGE, PROSE

LONG = "a long document: only repeated lines are set aside"
MEGABYTES = 500  # of memory; what the process holds at most
SECONDS = 120  # after which a child is killed: no measure of speed

PAGE = "<html><body><h1>The bridge</h1><p>{0}</p>{1}<p>{0}</p></body></html>"
HARD: dict[str, Callable[[int], str]] = {
    "deep.html": lambda n: PAGE.format(PROSE, "<div>" * (n // 10) + "x"),
    "fonts.html": lambda n: PAGE.format(PROSE, "<b><i><font><p>a" * (n // 40)),
    "tags.html": lambda n: PAGE.format(PROSE, "<p>a" * (n // 4)),
    "links.html": lambda n: PAGE.format(PROSE, "<a href=x>a link</a> " * (n // 40)),
    "table.html": lambda n: PAGE.format(PROSE, "<table><tr>" + "<td>1" * (n // 5)),
    "attributes.html": lambda n: PAGE.format(PROSE, "<p" + " a=1" * (n // 4) + ">x"),
    "references.html": lambda n: PAGE.format(PROSE, "&" + "amp;" * (n // 4) + "&lt;" * (n // 8)),
    "controls.html": lambda n: PAGE.format(PROSE, "&#27;[31m" * (n // 10)),
    "comment.html": lambda n: PAGE.format(PROSE, "<!-- " + "word " * (n // 5)),
    "swallowed.html": lambda n: "<!--" + PAGE.format(PROSE, "word " * (n // 5)),
    "attribute.html": lambda n: PAGE.format(PROSE, '<a href="' + "word>" * (n // 5)),
    "less.html": lambda n: PAGE.format(PROSE, "<" * n),
    "words.txt": lambda n: "word " * (n // 5),
    "letter.txt": lambda n: "x" * n,
    "spaces.txt": lambda n: "a" + " " * n + "b",
    "digits.txt": lambda n: "1" * n,
    "lines.txt": lambda n: "ab cd\n" * (n // 6),
    "blanks.txt": lambda n: "a line" + "\n" * n + "one line",
    "wrapped.txt": lambda n: (PROSE.replace("\n", "")[:71] + "\n") * (n // 72),
    "signs.txt": lambda n: "!?.,;:-\n" * (n // 8),
    "marks.txt": lambda n: "a" + "\u0301" * n,
    "scripts.txt": lambda n: "Море. Sea. 海。 बहर \u202eevil\u202c\n" * (n // 30),
    "quotes.md": lambda n: "A line.\n\n" + ">" * n + " x",
    "brackets.md": lambda n: ("[" * 9_000 + "\n") * (n // 9_000 + 1),
    "stars.md": lambda n: ("**a *b " * 900 + "\n") * (n // 6_300 + 1),
    "fence.md": lambda n: "```\n" + "x = 1\n" * (n // 6),
}
CHILD = """
import json, sys
from reader.cleaning import judge, paragraphs, text
from reader.sources import CLEANED_BYTES, parse
data = open(sys.argv[1], "rb").read()
raw = parse(data[:CLEANED_BYTES], sys.argv[1], len(data))
del data
judged = judge(raw)
shown = text(paragraphs(judged.lines, raw.markup, raw.format))
status = open("/proc/self/status").read()
peak = int(status.partition("VmHWM:")[2].split()[0]) // 1024
same = tuple(line.text for line in judged.lines) == raw.lines
print(json.dumps([same, len(shown) > 0, peak]))
"""


@pytest.mark.parametrize("name", HARD)
def test_a_hard_page_is_cleaned_and_loses_no_line(name: str) -> None:
    raw = parse(HARD[name](30_000).encode("utf-8", "surrogatepass"), name)
    judged = judge(raw)
    assert tuple(line.text for line in judged.lines) == raw.lines
    assert any(line.label in CONTENT for line in judged.lines)
    assert text(paragraphs(judged.lines, raw.markup, raw.format))


@pytest.mark.slow
@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="asks Linux for the memory")
@pytest.mark.parametrize("name", HARD)
def test_a_hard_page_of_many_megabytes_is_cleaned_within_memory(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_text(HARD[name](20_000_000), encoding="utf-8")
    child = [sys.executable, "-c", CHILD, str(path)]
    done = subprocess.run(child, capture_output=True, text=True, timeout=SECONDS, check=True)
    same, shown, peak = json.loads(done.stdout)
    assert same
    assert shown
    assert peak <= MEGABYTES


@pytest.mark.parametrize(
    "document",
    ["a line of it\n" * (JUDGED_LINES + 1), PROSE + "\n\n" + "word " * (JUDGED_CHARACTERS // 5)],
)
def test_a_long_document_says_that_it_was_not_looked_at_line_by_line(document: str) -> None:
    lines = judge(parse_text(document)).lines
    assert {line.reason for line in lines if line.label is Label.BODY} == {LONG}


def test_of_a_long_document_the_top_is_still_cleaned() -> None:
    lines = judge(parse_text(BRIDGE + "\n\nA line of it." * JUDGED_LINES)).lines
    assert lines[0].label is Label.BOILERPLATE
    assert lines[2].label is Label.TITLE


def test_a_first_line_of_blanks_and_a_word_is_not_blank() -> None:
    lines = judge(parse_text(" " * JUDGED_CHARACTERS + "word\n\n")).lines
    assert [line.label is Label.BLANK for line in lines] == [False, True, True]
