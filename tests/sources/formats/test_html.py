import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.sources.formats.html import linked, parse


def lines(html: str) -> list[str]:
    return list(parse(html).lines)


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<title>t</title><p>a<p>b", ["a", "b"]),
        ("just text\n\nof two lines &amp; no tag", ["just text", "of two lines & no tag"]),
        ("<p>a\ud800b", ["a\ufffdb"]),
        ("", []),
        ("<html><body></body></html>", []),
    ],
)
def test_lines_are_the_visible_blocks(html: str, expected: list[str]) -> None:
    assert lines(html) == expected


def test_a_page_with_nothing_visible_shows_all_its_text() -> None:
    raw = parse("<body><div hidden><p>one<p>two</div><script>x</script>")
    assert raw.lines == ("one", "two")
    assert raw.notes == ("simplified: no visible text in it",)


@pytest.mark.parametrize(
    ("html", "reason"),
    [
        ("<div>" * 100_000 + "text", "nesting too deep"),
        ("<ul><li>" * 100_000 + "text", "nesting too deep"),
        ("<p " + " ".join(f"a{n}=1" for n in range(50_000)) + ">text", "too many attributes"),
        ("<br>" * 60_001 + "text", "too many elements"),
        ("<td>" * 60_001 + "<!-- <p>no --><script>no</script>text", "too many elements"),
    ],
)
def test_pages_that_would_take_a_parser_for_ever_are_simplified(html: str, reason: str) -> None:
    raw = parse(f"<title>A &amp; b</title><p>before</p>{html}")
    assert raw.lines == ("A & b", "before", "text")
    assert raw.metadata.title == "A & b"
    assert raw.notes == (f"simplified: {reason}",)


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<!-- one <p>two", ("one", "two")),
        ("<html><body><script>one", ("one",)),
        ("<!-- a --><style>one", ("one",)),
        ("<!-- a -->", ()),
        ("<script>a</script><style>b</style>", ()),
        ("<script>", ()),
        ("<br>" * 70_000, ()),
    ],
)
def test_a_page_that_something_unclosed_swallows_shows_what_it_swallowed(
    html: str, expected: tuple[str, ...]
) -> None:
    raw = parse(html)
    assert raw.lines == expected
    assert raw.notes == (("simplified: no visible text in it",) if expected else ())


def test_a_long_comment_is_no_reason_to_simplify() -> None:
    raw = parse(f"<p>one</p><!-- {'word ' * 2_000} --><h2>two</h2>")
    assert (raw.lines, raw.notes) == (("one", "two"), ())


def test_very_many_comments_are_left_out_before_parsing() -> None:
    raw = parse("<p>one" + "<!-- <p>no -->" * 31_000 + "<!-- and this never ends")
    assert (raw.lines, raw.notes) == (("one",), ())


@pytest.mark.parametrize("html", ["<p>a&#27;b", "<p title='&#27;'>a\x1bb", "<i>a&#x1b;b"])
def test_control_codes_as_references_stand_in_the_line(html: str) -> None:
    assert lines(html) == ["a\x1bb"]


@pytest.mark.parametrize("before", ["", "<p>", "<div>" * 600])
def test_a_reference_of_thousands_of_digits_is_a_sign_and_no_error(before: str) -> None:
    page = f"<title>&#{'9' * 5_000};</title>{before}a&#{'9' * 5_000};b"
    assert "a\ufffdb" in lines(page)


def test_entities_that_a_page_defines_are_not_expanded() -> None:
    defined = "".join(f"<!ENTITY a{n} '&a{n - 1};&a{n - 1};'>" for n in range(60))
    assert sum(map(len, lines(f"<!DOCTYPE x [{defined}]><p>one &a59;"))) < 10_000


@pytest.mark.parametrize(
    "trap",
    [
        "<select>" + "<option>o" * 50_000 + "</select>",
        "<img src='data:image/png;base64," + "QUJD" * 5_000_000 + "'>",
        "<" * 100_000,
        "<!--" * 50_000,
    ],
)
def test_other_traps_cost_no_text(trap: str) -> None:
    assert lines(f"<p>before</p>{trap}")[0] == "before"


def links(html: str) -> list[tuple[str, str]]:
    raw = linked(html)
    return [(raw.lines[one.line][one.start : one.end], one.url) for one in raw.links]


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>a <a href='http://b'>  the <b>s\nea</b> </a>c", [("the s ea", "http://b")]),
        ("<a href='http://a'><div>b</div>c</a>", [("b", "http://a"), ("c", "http://a")]),
        (
            "<a href='http://a'>b</a><a href='http://a'>c</a>",
            [("b", "http://a"), ("c", "http://a")],
        ),
        ("<pre>\n\n x <a href='http://a'>b\n  c </a>", [("b", "http://a"), ("c", "http://a")]),
        ("<p hidden><a href='http://a'>b</a></p>c", []),
        ("<a href='http://a'><img src=b></a>c", []),
        ("<a>a</a> <a href>b</a> <a href='#c'>c</a>", []),
        ("<a href=' JavaScript:x'>a</a> <a href='data:,x'>b</a> <a href='file:///c'>c</a>", []),
        ("<a href='b/c.html#d'>b</a> <a href='/c'>c</a>", [("b", "b/c.html#d")]),
    ],
)
def test_a_link_is_its_text_and_where_it_leads(html: str, expected: list[tuple[str, str]]) -> None:
    assert links(html) == expected


@pytest.mark.parametrize(
    ("head", "whole"),
    [
        ("<base href='https://a.example/b/'>", "https://a.example/b/x"),
        ("<link rel=canonical href='https://a.example/c/d'>", "https://a.example/c/x"),
        (
            "<base href=../e/><link rel=canonical href='https://a.example/c/d'>",
            "https://a.example/e/x",
        ),
    ],
)
def test_paths_begin_where_the_page_says(head: str, whole: str) -> None:
    assert links(f"<head>{head}</head><p><a href=x>y</a>") == [("y", whole)]


def test_cells_of_a_table_keep_their_links() -> None:
    row = "<tr><td>tide<td><a href='http://a'>high</a><td>low"
    assert links(f"<table>{row}{row}</table>") == [("high", "http://a")] * 2


INLINE = st.sampled_from(
    ["a", " b ", "\n", "&nbsp;", "<b>c</b>", "<br>", "<img>", "<p>", "</p>", "<td>", "<pre>",
     "</pre>", "<a href='http://d'>", "<a href='http://e'>", "</a>", "<a>", "<table><tr><td>",
     "</table>"]
)  # fmt: skip


@given(st.lists(INLINE, max_size=14))
def test_looking_for_links_changes_nothing_else(pieces: list[str]) -> None:
    html = "<body>" + "".join(pieces)
    raw = linked(html)
    assert raw._replace(links=()) == parse(html)
    shares = [mark.links for mark in raw.markup]
    for link in raw.links:
        text = raw.lines[link.line][link.start : link.end]
        assert text
        assert text == text.strip()
        assert shares[link.line] > 0
