import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.errors import SourceError
from reader.model import RawDocument
from reader.sources import documents, parse, parse_html, parse_text


@pytest.mark.parametrize(
    ("name", "format"),
    [
        ("a.txt", "text"),
        ("a", "text"),
        ("a.unknown", "text"),
        ("A.HTML", "html"),
        ("a.xhtml", "html"),
        ("sub.d/a.md", "markdown"),
        ("dot.txt.", "text"),
    ],
)
def test_the_ending_names_the_format(name: str, format: str) -> None:
    assert parse(b"some <b>text</b>", name).format == format


@pytest.mark.parametrize("name", ["page.txt", "page.php?id=3", "page"])
@pytest.mark.parametrize("start", ["<!DOCTYPE html>", "\n<html lang=en>", "<!-- a --><HTML>"])
def test_what_is_clearly_a_page_is_read_as_one(name: str, start: str) -> None:
    assert parse(f"{start}<p>one<p>two".encode(), name).lines == ("one", "two")


@pytest.mark.parametrize(("name", "read"), [("a.txt", True), ("a.unknown", True), ("a.png", False)])
def test_names_tell_what_is_worth_opening(name: str, read: bool) -> None:
    assert documents(name) is read


@pytest.mark.parametrize(
    "data", [b"%PDF-1.7\n", b"\x89PNG\r\n\x1a\n", b"\x1f\x8b\x08", b"PK\x03\x04", b"\x7fELF"]
)
def test_known_binary_files_are_refused_whatever_their_name(data: bytes) -> None:
    with pytest.raises(SourceError, match=r"binary file \("):
        parse(data, "a.txt")


def test_what_was_left_unread_is_said() -> None:
    raw = parse(b"x" * 8_000_000, "a.txt", size=25_000_000)
    assert raw.notes == ("the first 8 MB of 25 MB were read",)


@pytest.mark.parametrize(("name", "line"), [("a.txt", "a\n"), ("a.md", "\n"), ("a.html", "<br>a")])
def test_very_many_lines_are_cut_and_counted(name: str, line: str) -> None:
    raw = parse(b"one" + line.encode() * 120_005, name)
    assert len(raw.lines) == len(raw.markup) == 120_000
    assert raw.notes[-1] == "the first 120,000 of 120,006 lines were read"


def test_a_cut_inside_a_character_is_no_reason_to_guess() -> None:
    raw = parse("žluťoučký kůň".encode()[:-1], "a.txt", size=1000)
    assert (raw.encoding, raw.guessed, raw.lines) == ("utf-8", False, ("žluťoučký ků",))


def test_the_encoding_and_its_notes_reach_the_document() -> None:
    raw = parse("Zwölf Boxkämpfer".encode("latin-1"), "a.txt")
    assert (raw.encoding, raw.guessed) == ("cp1252", True)
    assert raw.notes == ("read as windows-1252, guessed",)


def one_markup_a_line(raw: RawDocument) -> bool:
    return len(raw.lines) == len(raw.markup) and not any("\n" in line for line in raw.lines)


@given(st.binary(max_size=300), st.sampled_from(["a.txt", "a.html", "a.md", "a"]))
def test_any_bytes_are_read_or_refused_with_a_reason(data: bytes, name: str) -> None:
    try:
        raw = parse(data, name)
    except SourceError:
        return
    assert one_markup_a_line(raw)


@given(st.text(st.characters(exclude_categories=())))
def test_lines_of_plain_text_joined_are_the_text(text: str) -> None:
    raw = parse_text(text)
    assert "\n".join(raw.lines) == text.replace("\r\n", "\n").replace("\r", "\n")
    assert one_markup_a_line(raw)


PIECES_OF_PAGES = (
    "<p>|</p>|<div hidden>|<table><tr><td>|</td><td>|</table>|<ul><li>|</ul>|<pre>|</pre>|<br>|\n|"
    "a|<a href=x>|</a>|&#27;|&#xD800;|<!--|-->|<script>|</script>|<title>|</title>|\ud800|\0|<h2>|"
    "é|<blockquote>|</blockquote>|<svg>|<select>|<option>|'|\"|>|<|&|"
    "<meta name=date content=1>"
)


@given(st.lists(st.sampled_from(PIECES_OF_PAGES.split("|"))).map("".join) | st.text())
def test_any_page_becomes_lines(html: str) -> None:
    raw = parse_html(html)
    assert raw.format == "html"
    assert one_markup_a_line(raw)
    "\n".join(raw.lines).encode()
