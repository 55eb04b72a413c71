from hypothesis import given
from hypothesis import strategies as st

from reader.cleaning.markdown_marks import reading
from reader.cleaning.markdown_runs import traced
from reader.model import Emphasis, Kind

PIECES = [
    "a", "bc ", " ", "**", "*", "__", "_", "~~", "`", "``", "\\*", "\\", "[", "](u)", "](u \"t\")",
    "![", "<https://x.example>", "# ", " #", "> ", "- ", "[x] ", "漢", "e\u0301", "(", ")", "1. ",
]  # fmt: skip
LINES = st.lists(st.sampled_from(PIECES), max_size=24).map("".join)


@given(LINES, st.sampled_from(Kind), st.sampled_from(["markdown", "text", "html"]))
def test_the_text_is_that_of_reading_and_each_character_is_where_it_stood(
    line: str, kind: Kind, source: str
) -> None:
    text, where, runs = traced(line, kind, source)
    assert text == reading(line, kind, source)
    assert "".join(line[at] for at in where) == text
    assert list(where) == sorted(set(where))
    assert all(0 <= first < last <= len(text) for first, last, _ in runs)


def test_what_is_emphasised_is_known_by_its_characters() -> None:
    line = "- The **old *sea* wall** of `ls *` is ~~gone~~ [_away_](https://x.example)."
    text, _, runs = traced(line, Kind.ITEM, "markdown")
    assert text == "The old sea wall of ls * is gone away."
    assert {(text[first:last], mark) for first, last, mark in runs} == {
        ("old sea wall", Emphasis.STRONG),
        ("sea", Emphasis.LIGHT),
        ("ls *", Emphasis.CODE),
        ("gone", Emphasis.STRUCK),
        ("away", Emphasis.LIGHT),
    }


def test_plain_text_has_no_marks() -> None:
    assert traced("  a **b** ", Kind.TEXT, "text") == ("a **b**", range(2, 9), ())
