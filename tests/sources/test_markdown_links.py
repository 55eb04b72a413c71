"""Links of Markdown stand where their text does, whatever else the line has."""

import time

import pytest

from reader.model import PLAIN, Kind, Markup
from reader.sources.markdown_links import CHARACTERS, markdown_links


def found(*lines: str) -> list[tuple[str, str]]:
    links, _ = markdown_links(lines, [PLAIN] * len(lines))
    return [(lines[one.line][one.start : one.end], one.url) for one in links]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("see [the sea](http://a)", [("the sea", "http://a")]),
        ('[*a* b](http://a/x_(y) "Title")', [("*a* b", "http://a/x_(y)")]),
        ("[a](<b c.html>) [d](<http://e>)", [("a", "b c.html"), ("d", "http://e")]),
        ("<https://a> <mailto:b@c>", [("https://a", "https://a"), ("mailto:b@c", "mailto:b@c")]),
        ("![a](b.png) ![](c.png)", [("a", "b.png")]),
        ("[![a](b.png)](c)", [("![a](b.png)", "c")]),
        ("[a](b)[c](d)![e](f)", [("a", "b"), ("c", "d"), ("e", "f")]),
        (
            "[a <https://b> c](d) <https://e>",
            [("a <https://b> c", "d"), ("https://e", "https://e")],
        ),
        ("`[a](b)` \\[c](d) <em>", []),
        ("[a] [b][c] [d]: e", []),
        ("[a](b", []),
    ],
)
def test_links_in_a_line(line: str, expected: list[tuple[str, str]]) -> None:
    assert found(line) == expected


def test_references_stand_for_the_first_definition_of_their_name() -> None:
    lines = [
        "[a][One], [two][], [Two] and [three][no]",
        "[one]: http://a 'T'",
        "[TWO]: <b>",
        "[two]: c",
    ]
    assert found(*lines) == [("a", "http://a"), ("two", "b"), ("Two", "b")]


def test_a_footnote_is_no_definition() -> None:
    assert found("so it is[^1]", "[^1]: said the keeper") == []


def test_code_and_front_matter_have_no_links() -> None:
    marks = [Markup(Kind.CODE), Markup(Kind.META), PLAIN]
    links, _ = markdown_links(["[a](b)"] * 3, marks)
    assert [link.line for link in links] == [2]


def test_what_a_link_takes_up_is_told() -> None:
    links, taken = markdown_links(["x [a](http://b) <cd:e>"], [PLAIN])
    assert [(link.start, link.end) for link in links] == [(3, 4), (17, 21)]
    assert taken == [[(2, 15), (16, 22)]]


def test_a_line_too_long_for_a_person_is_not_read() -> None:
    assert found("[a](b)" + " " * CHARACTERS) == []


@pytest.mark.parametrize(
    "piece",
    ["[", "](", "[a](", '[a](x "', "![", "[![", "`", "\\[", "[a][", "[a]: ", "[a](<", "![a](b)"],
)
def test_the_time_grows_with_the_length(piece: str) -> None:
    line = (piece * CHARACTERS)[:CHARACTERS]
    began = time.process_time()
    markdown_links([line] * 50, [PLAIN] * 50)
    assert time.process_time() - began < 10
    began = time.process_time()
    markdown_links([piece * (16_000_000 // len(piece))], [PLAIN])
    assert time.process_time() - began < 5
