"""Texts that were broken at a margin."""

import textwrap
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from reader.cleaning.wrapping import cells, join, joins, margin

PROSE = (
    "Nobody had opened the ledger since the autumn of the great storm, and when Anna lifted the"
    " cover the spine gave way with a sound like a dry branch. Inside, in three different hands,"
    " stood every ship that had come past the mole in forty years, with its cargo and its master."
)
VERSE = [
    "We waited on the landing stage with lamps and folded coats,",
    "the river talking to itself",
    "between the sleeping boats, and nobody had asked",
    "the ferryman what he had seen;",
    "he counted us, and then the lamps, and then he counted me",
    "as one who goes",
    "and one who stays, and one who will not see.",
]


def test_a_margin_is_found_whatever_its_width() -> None:
    for width in (60, 66, 72, 78):
        lines = textwrap.wrap(PROSE, width)
        column = margin(lines)
        assert column == max(map(len, lines))
        assert all(joins(one, other, column) for one, other in pairwise(lines))


def test_whole_paragraphs_have_no_margin() -> None:
    assert margin([PROSE, "", PROSE, "", "Short."]) == 0


def test_verse_has_no_margin() -> None:
    assert margin(VERSE) == 0


def test_lists_headings_and_indented_lines_are_not_joined() -> None:
    line = "the autumn of the great storm, and when Anna lifted the cover the spine"
    assert joins(line, "gave way with a sound", 72)
    for following in ("- gave", "* gave", "1. gave", "# gave", "> gave", "    gave", ""):
        assert not joins(line, following, 72)


def test_a_line_with_room_for_the_next_word_ends_its_paragraph() -> None:
    assert not joins("past the mole in forty years.", "She read it standing up.", 72)


def test_a_soft_hyphen_takes_the_space_along_and_a_hard_one_stays() -> None:
    assert join(["the har\xad", "bour"]) == "the harbour"
    assert join(["a well-", "known ship"]) == "a well- known ship"
    assert join(["港の時計が", "止まった"]) == "港の時計が止まった"


def test_wide_characters_take_two_columns() -> None:
    assert cells("abc") == 3
    assert cells("港é") == 3


@given(st.lists(st.text(), max_size=30))
def test_any_text_may_be_asked(lines: list[str]) -> None:
    column = margin(lines)
    assert column == 0 or column >= 55
