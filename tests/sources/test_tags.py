"""HTML without a parser: which pages are traps for one, and what text is in them."""

import re
from html import escape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.sources.tags import (
    _END,
    ATTRIBUTES,
    NESTING,
    OPTIONS,
    REFERENCES,
    TAGS,
    has_tags,
    text_lines,
    trap,
    unescaped,
    without_comments,
    without_options,
)

TOO_DEEP, TOO_MANY = "nesting too deep", "too many attributes"


@pytest.mark.parametrize(
    ("html", "tags"),
    [("<p>", True), ("</p", True), ("<!-- a", True), ("<?xml", True), ("1 < 2 <3 &lt;p>", False)],
)
def test_a_tag_is_more_than_a_sign(html: str, tags: bool) -> None:
    assert has_tags(html) is tags


PIECES = (
    "<p>|</p>|<DIV class=a>|</div>|<b>|</b>|<a href=x>|<br>|<td>|word |&amp;|\n|<!-- a -->"
    "|<script>a<b</script>|<style>x</style>|1 < 2 |</article >|<title>"
)
SIMPLE = st.lists(st.sampled_from(PIECES.split("|")), max_size=20).map("".join)


@settings(max_examples=25)
@given(SIMPLE)
def test_a_page_of_many_tags_has_the_same_lines(html: str) -> None:
    crowd = "<i>" * TAGS
    assert text_lines(f"<p>{html}{crowd}") == text_lines(f"<p>{html}")


@settings(max_examples=500)
@given(st.text("\"'>a ", max_size=14))
def test_a_tag_ends_behind_its_quotes(rest: str) -> None:
    plainly = re.match(r"<p[^\"'>]*(?:(?:\"[^\"]*\"|'[^']*')[^\"'>]*)*>", f"<p{rest}")
    found = re.match(rf"<p{_END}", f"<p{rest}")
    assert (found and found.end()) == (plainly and plainly.end())


def test_tags_are_counted_and_comments_are_not() -> None:
    assert trap("<br>" * TAGS + "<!-- a -->" * 3) == ""
    assert trap("<br>" * (TAGS + 1)) == "too many elements"


def test_few_comments_stay() -> None:
    assert without_comments("a<!-- b -->") == "a<!-- b -->"


def test_of_very_many_references_the_common_ones_are_resolved() -> None:
    many = "&lt;" * (REFERENCES + 1)
    assert text_lines(f"<p>&amp;lt;{many}") == ["&lt;" + "<" * (REFERENCES + 1)]


@given(st.text("&#xX0123456789abcdef;", max_size=60))
def test_any_reference_is_resolved_or_left(text: str) -> None:
    assert isinstance(unescaped(text), str)


@pytest.mark.parametrize(
    ("html", "reason"),
    [
        ("<div>" * NESTING, ""),
        ("<div>" * (NESTING + 1), TOO_DEEP),
        ("<DIV\n>" * (NESTING + 1), TOO_DEEP),
        ("<div></div>" * (NESTING + 1), ""),
        ("</div>" * 9 + "<div>" * (NESTING + 1), TOO_DEEP),  # ends of nothing leave no credit
        ("<br><p>a<li>b<img src=x>" * (NESTING + 1), ""),
        ("<!-- <div> -->" * (NESTING + 1), ""),
        (f"<script>{'<div>' * (NESTING + 1)}</script>", ""),
        ("<script>" + "<div>" * (NESTING + 1), ""),
        (f"<i title='{'<div>' * (NESTING + 1)}'>", ""),
        ("<i title='" + "<div>" * (NESTING + 2), TOO_DEEP),  # a quote that never ends is none
    ],
)
def test_nesting_is_counted_as_a_parser_would(html: str, reason: str) -> None:
    assert trap(html) == reason


@pytest.mark.parametrize(
    ("html", "reason"),
    [
        ("<p" + " a=1" * ATTRIBUTES + ">", ""),
        ("<p" + " a=1" * (ATTRIBUTES + 1) + ">", TOO_MANY),
        ("<p" + "/a" * (ATTRIBUTES + 1) + ">", TOO_MANY),
        (f"<p title='{' a' * (ATTRIBUTES + 1)}'>", ""),
        (f"<script>{' a' * (ATTRIBUTES + 1)}</script>", ""),
    ],
)
def test_the_attributes_of_one_element_are_counted(html: str, reason: str) -> None:
    assert trap(html) == reason


def test_very_many_options_are_taken_out_and_a_few_are_kept() -> None:
    few = "<select>" + "<option value=1>a</option>" * OPTIONS + "</select>"
    assert without_options(few) == few
    many = "<p>b<select>" + "<OPTION value=1>a" * (OPTIONS + 1) + "</select><p>c"
    assert without_options(many) == "<p>b<select></select><p>c"


@pytest.mark.parametrize(
    ("html", "lines"),
    [
        ("<p>one <b>two</b>\nthree<p>four<br>five", ["one two three", "four", "five"]),
        ("<title>t</title><h1>a</h1>b", ["t", "a", "b"]),
        ("a<script>if (1 < 2) '<p>'</script >b<STYLE>x</style>c", ["abc"]),
        ("a<!-- <p>x --><?php x ?>b<!doctype html>c", ["abc"]),
        ("a<i title='>' alt=\"<p>\">b", ["ab"]),
        ("a<i title='>b", ["ab"]),
        ("a<!-- never closed <p>b", ["a"]),
        ("a<script>never closed <p>b", ["a"]),
        ("<textarea><p>a</textarea>b", ["<p>ab"]),
        ("<p>a<", ["a<"]),
        ("one &amp; two\n \n1 < 2", ["one & two", "1 < 2"]),
    ],
)
def test_text_outside_tags_is_there_line_by_line(html: str, lines: list[str]) -> None:
    assert text_lines(html) == lines


@given(st.text(), st.sampled_from(["p", "b", "title", "textarea", "unknown"]))
def test_escaped_text_comes_out_as_it_was_but_for_spacing(text: str, name: str) -> None:
    words = " ".join(text.split())
    assert text_lines(f"<{name}>{escape(text)}</{name}>") == ([words] if words else [])


PIECES = "<p>|</p>|<div a='|'|\"|>|<!--|-->|<script>|</script>|<title>|</title |a|&lt;|<|\n|<br/>"


@given(st.lists(st.sampled_from(PIECES.split("|"))).map("".join))
def test_any_page_becomes_lines_without_blanks_or_line_ends(html: str) -> None:
    for line in text_lines(html):
        assert line == " ".join(line.split())
        assert line
