from hypothesis import given
from hypothesis import strategies as st

from reader.cleaning import paragraphs
from reader.library.tracing import trace
from reader.model import Emphasis, Kind, Label, Line, Markup

WORDS = ["sea", "**sea**", "*the*", "[tide](u)", "`a b`", "潮", "x\xad", "wall.", "  ", "a", "\\*"]
LINES = st.lists(st.lists(st.sampled_from(WORDS), min_size=1, max_size=8).map(" ".join), min_size=1)


@given(LINES, st.sampled_from(["markdown", "text"]))
def test_a_character_of_a_paragraph_is_found_in_its_line_and_again_in_the_text(
    texts: list[str], format: str
) -> None:
    label = [Label.BODY if text.strip() else Label.BLANK for text in texts]
    lines = [Line(*one) for one in zip(texts, label, strict=True)]
    for unit in paragraphs(lines, [Markup()] * len(lines), format=format):
        own = texts[unit.first : unit.last + 1]
        traced = trace(unit.text, own, Kind.TEXT, format == "markdown")
        for character, letter in enumerate(unit.text):
            line, at = traced.source(character)
            if letter != " ":  # a space may stand for a line end
                assert own[line][at] == letter
                assert traced.shown(line, at) == character


def test_a_line_as_it_stands_is_traced_at_no_cost() -> None:
    assert trace("sea", ["  sea "]).source(1) == (0, 3)
    assert trace("sea", ["  sea "]).shown(0, 4) == 2
    assert trace("", [""]).source(0) == (0, 0)


def test_an_item_is_traced_without_its_bullet_and_knows_its_emphasis() -> None:
    traced = trace("the sea went", ["- the *sea*", "  went"], Kind.ITEM, marked=True)
    assert traced.runs == ((4, 7, Emphasis.LIGHT),)
    assert [traced.source(at) for at in (0, 4, 8)] == [(0, 2), (0, 7), (1, 2)]
    assert traced.shown(1, 0) == 8
    assert traced.shown(9, 0) == 12


def test_nothing_comes_from_nowhere() -> None:
    empty = trace("", ["", " "])
    assert (empty.source(3), empty.shown(1, 2)) == ((0, 0), 0)
