import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.search.picking import lines as module
from reader.search.picking.lines import Lines


def read(parts: list[bytes], separator: str = "\n") -> Lines:
    lines = Lines(separator)
    for part in parts:
        lines.feed(part)
    lines.end()
    return lines


@given(parts=st.lists(st.binary(max_size=20), max_size=8), separator=st.sampled_from("\n\0"))
def test_lines_are_the_same_however_they_come(parts: list[bytes], separator: str) -> None:
    whole = b"".join(parts)
    wanted = whole.removesuffix(separator.encode()).split(separator.encode()) if whole else []
    lines = read(parts, separator)
    assert [lines.raw(row) for row in range(len(lines))] == wanted


def test_lines_that_are_sealed_stay_what_they_were(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "CHUNK", 100)
    lines = read([f"line {number}\n".encode() for number in range(203)])
    sealed, late = lines.chunks()
    assert len(sealed) > 5
    assert late is not None
    assert sealed == lines.sealed()
    assert b"".join(chunk.raw for chunk in (*sealed, late)).count(b"\n") == len(lines) == 203
    for row in (0, 202, 57, 58, 3):
        assert lines.raw(row) == f"line {row}".encode()


def test_a_line_without_its_end_is_no_line_yet() -> None:
    lines = Lines()
    lines.feed(b"one\ntw")
    assert len(lines) == 1
    lines.feed(b"o")
    lines.end()
    assert [lines.text(row) for row in range(len(lines))] == ["one", "two"]


def test_bytes_that_are_no_text_come_back() -> None:
    lines = read([b"\xff\xfe\n"])
    assert lines.text(0).encode("utf-8", "surrogateescape") == b"\xff\xfe"


def test_where_nothing_came_there_is_nothing() -> None:
    lines = read([])
    assert len(lines) == 0
    assert lines.chunks() == ([], None)
