"""Lines of Markdown as they are read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.cleaning.markdown_marks import inline, reading, without_bullet
from reader.model import Kind


@pytest.mark.parametrize(
    ("marked", "plain"),
    [
        ("a **bold** and *soft* word", "a bold and soft word"),
        ("__bold__ and _soft_", "bold and soft"),
        ("[text](http://x.example/a_b_c)", "text"),
        ("[text](http://x.example/a_(b))", "text"),
        ('[text](http://x.example "title")', "text"),
        ("![alt](x.jpg)", "alt"),
        ("[![alt](x.jpg)](http://x.example)", "alt"),
        ("[text][ref]", "text"),
        ("<http://x.example>", "http://x.example"),
        ("`code_with_marks`", "code_with_marks"),
        ("~~gone~~", "gone"),
        (r"\*not soft\*", "*not soft*"),
        (r"\`not code\`", "`not code`"),
        (r"\\*soft*", "\\soft"),
        (r"*ends in \**", "ends in *"),
        (r"\<b\> \& \[a](b)", "<b> & [a](b)"),
        (r"`a\*b` and `*c*`", r"a\*b and *c*"),
        ("[`a[0]`](http://x.example)", "a[0]"),
        ("no `` end", "no `` end"),
        ("snake_case_name and 2 * 3 * 4", "snake_case_name and 2 * 3 * 4"),
        ("[ ] not a link", "[ ] not a link"),
    ],
)
def test_inline_marks_are_taken_away(marked: str, plain: str) -> None:
    assert inline(marked) == plain


def test_only_markdown_loses_its_marks() -> None:
    assert reading("## The *quay* ##", Kind.HEADING, "markdown") == "The quay"
    assert reading("> > said", Kind.QUOTE, "markdown") == "said"
    assert reading("- [x] done", Kind.ITEM, "markdown") == "done"
    assert reading("1. first", Kind.ITEM, "markdown") == "1. first"
    assert reading("    *code*  ", Kind.CODE, "markdown") == "    *code*"
    assert reading(" The *quay* ", Kind.TEXT, "text") == "The *quay*"


def test_bullets_go_and_numbers_stay() -> None:
    assert without_bullet("  • salt") == "salt"
    assert without_bullet("3. salt") == "3. salt"


@given(st.text(alphabet="*_[]()!`~\\<> a", max_size=200))
def test_any_marks_may_stand_in_any_order(text: str) -> None:
    assert len(inline(text)) <= len(text)
