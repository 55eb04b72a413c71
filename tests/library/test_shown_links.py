"""A link stands under its own text in whatever way the lines around it are shown."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.cleaning import paragraphs
from reader.library.linking import MOST
from reader.library.shown_links import shown_links
from reader.model import PLAIN, Document, DocumentId, Label, Line, Link, Markup, Page, Row
from reader.sources.markdown_links import markdown_links

DOCUMENT = Document(Row(1), DocumentId("1"), "a", "A")


def page(lines: Sequence[str], format: str = "text", label: Label = Label.BODY) -> Page:
    judged = tuple(Line(text, label if text.strip() else Label.BLANK) for text in lines)
    markup: tuple[Markup, ...] = (PLAIN,) * len(judged)
    units = paragraphs(judged, markup, format)
    return Page(DOCUMENT._replace(format=format), judged, markup, units)


def texts(opened: Page, links: Sequence[Link]) -> list[tuple[str, int]]:
    """What stands under each link in the paragraphs."""
    return [
        (unit.text[start:end], number)
        for unit in opened.paragraphs
        for start, end, number in shown_links(opened, links, unit.text, unit.first, unit.last)
    ]


def test_a_line_as_it_is_has_its_links_where_they_are() -> None:
    opened = page(["  x http://a y"])
    links = [Link(0, 4, 12, "http://a")]
    assert shown_links(opened, links, "  x http://a y", 0, 0) == [(4, 12, 0)]
    assert shown_links(opened, links, "x http://a y", 0, 0) == [(2, 10, 0)]
    assert shown_links(opened, links, "something else", 0, 0) == []
    assert shown_links(opened, [], "x http://a y", 0, 0) == []


def test_joined_lines_have_the_links_of_each() -> None:
    lines = ["The sea at http://a", "  and at http://b and", "at http://c it is."]
    judged = page(lines)
    text = " ".join(line.strip() for line in lines)
    links = [Link(0, 11, 19, "a"), Link(1, 9, 17, "b"), Link(2, 3, 11, "c")]
    found = shown_links(judged, links, text, 0, 2)
    assert [(text[start:end], number) for start, end, number in found] == [
        ("http://a", 0), ("http://b", 1), ("http://c", 2),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["see [the *sea*](http://a)!"], ["the sea"]),
        (["a [a](b) a [a](c 'a') a"], ["a", "a"]),
        (
            ["- [one](http://a), **[two](http://b)**", "  and [three](http://c)"],
            ["one", "two", "three"],
        ),
        (["# [Title](http://a)"], ["Title"]),
        (["> so <https://a> said"], ["https://a"]),
        (["[![a wall](b.png)](http://c) ![sea](http://d)"], ["a wall", "sea"]),
        (["x ![](b.png)"], []),
    ],
)
def test_markdown_has_them_under_their_text(lines: list[str], expected: list[str]) -> None:
    opened = page(lines, "markdown")
    links, _ = markdown_links(lines, opened.markup)
    assert [text for text, _ in texts(opened, links)] == expected
    assert [number for _, number in texts(opened, links)] == list(range(len(expected)))


def test_the_second_of_two_equal_texts_is_found_behind_the_first() -> None:
    lines = ["here and [here](http://a) and here and [here](http://b)"]
    opened = page(lines, "markdown")
    links, _ = markdown_links(lines, opened.markup)
    (unit,) = opened.paragraphs
    found = shown_links(opened, links, unit.text, 0, 0)
    assert [start for start, _, _ in found] == [9, 27]


LABELS = st.text("ab* _", min_size=1, max_size=5)


@given(st.lists(st.tuples(st.text("ab *_.", max_size=6), LABELS), max_size=6))
def test_ranges_lie_in_the_text_in_order(told: list[tuple[str, str]]) -> None:
    line = "".join(f"{before}[{label}](http://x)" for before, label in told)
    opened = page([line], "markdown")
    links, _ = markdown_links([line], opened.markup)
    for unit in opened.paragraphs:
        last = 0
        for start, end, number in shown_links(opened, links, unit.text, 0, 0):
            assert last <= start < end <= len(unit.text)
            assert 0 <= number < len(links)
            last = end


def test_a_long_line_of_links_is_soon_shown() -> None:
    line = "http://a " * MOST
    links = [Link(0, start, start + 8, "http://a") for start in range(0, len(line), 9)]
    assert len(shown_links(page([line]), links, line.strip(), 0, 0)) == MOST
