"""A passage is found again where its words are, however the page was wrapped or edited."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.cleaning.anchors import anchored, quoted
from reader.model import Position, Quote

PAGE = [
    "Home | News",
    "The harbour wall was built by hand more than a century ago,",
    "and the town has argued about it ever since.",
    "",
    "The sea came in. The sea went out. The sea came in again.",
    "Engineers say that the stones themselves are sound.",
]


def text(lines: list[str], found: tuple[Position, Position] | None) -> str:
    assert found is not None
    return quoted(lines, *found).exact


def test_a_passage_is_described_by_its_words_and_its_place() -> None:
    quote = quoted(PAGE, Position(1, 51), Position(2, 7))
    assert quote.exact == "ury ago,\nand the"
    assert quote.before.endswith("more than a cent")
    assert quote.after.startswith(" town has")
    assert (quote.line, quote.character) == (1, 51)
    assert anchored(PAGE, quote) == (Position(1, 51), Position(2, 7))


def test_spaces_around_a_passage_are_no_part_of_it_and_its_ends_may_be_swapped() -> None:
    quote = quoted(PAGE, Position(2, 0), Position(1, 46))
    assert (quote.exact, quote.character) == ("century ago,", 47)
    assert quoted(PAGE, Position(99, 99), Position(0, -5)).line == 0
    assert quoted([], Position(0, 0), Position(3, 3)).exact == ""


def test_a_page_wrapped_anew_keeps_its_passages() -> None:
    quote = quoted(PAGE, Position(1, 20), Position(2, 20))
    wrapped = (
        " ".join(PAGE).replace(" built", "\nbuilt").replace("the town", "the\n\ntown").split("\n")
    )
    assert text(wrapped, anchored(wrapped, quote)).split() == quote.exact.split()


@pytest.mark.parametrize("start", [0, 17, 35])
def test_of_equal_passages_the_one_with_the_same_surroundings_is_meant(start: int) -> None:
    quote = quoted(PAGE, Position(4, start), Position(4, start + 7))
    assert quote.exact == "The sea"
    moved = ["something new above", "and more", *PAGE]
    assert anchored(moved, quote) == (Position(6, start), Position(6, start + 7))


def test_of_equal_surroundings_the_nearest_is_meant() -> None:
    lines = ["same"] * 9
    quote = quoted(lines, Position(4, 0), Position(4, 4))._replace(before="", after="")
    assert anchored(lines, quote) == (Position(4, 0), Position(4, 4))


def test_an_edited_passage_is_found_by_its_likeness() -> None:
    quote = quoted(PAGE, Position(5, 0), Position(5, 51))
    edited = [
        *PAGE[:5],
        "Some Engineers now say that the stones themselves were sound. Others not.",
    ]
    found = text(edited, anchored(edited, quote))
    assert "say that the stones themselves" in found


def test_a_passage_rewritten_between_its_old_surroundings_is_found() -> None:
    quote = quoted(PAGE, Position(4, 17), Position(4, 34))
    edited = [*PAGE[:4], "The sea came in. A storm went out. The sea came in again.", PAGE[5]]
    assert text(edited, anchored(edited, quote)) == "A storm went out."


def test_what_is_not_there_any_more_is_nowhere() -> None:
    quote = quoted(PAGE, Position(5, 0), Position(5, 51))
    assert anchored(PAGE[:2], quote) is None
    assert anchored([], quote) is None
    assert anchored(PAGE, Quote("short")) is None
    assert anchored(PAGE, Quote("")) is None


LINES = st.lists(st.text("ab \t海", max_size=6), min_size=1, max_size=6)
PLACES = st.builds(Position, st.integers(0, 6), st.integers(0, 7))


@given(LINES, PLACES, PLACES)
def test_any_passage_of_an_unchanged_page_is_where_it_was(
    lines: list[str], start: Position, end: Position
) -> None:
    quote = quoted(lines, start, end)
    found = anchored(lines, quote)
    if not quote.exact:
        assert found is None
    else:
        assert found is not None
        assert quoted(lines, *found).exact.split() == quote.exact.split()


@given(LINES, LINES, PLACES, PLACES)
def test_whatever_became_of_the_page_what_is_found_lies_in_it(
    lines: list[str], other: list[str], start: Position, end: Position
) -> None:
    found = anchored(other, quoted(lines, start, end))
    if found is not None:
        assert found[0] < found[1]
        assert 0 <= found[0].character < len(other[found[0].line])
        assert 0 < found[1].character <= len(other[found[1].line])
