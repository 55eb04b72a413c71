"""Hints are few letters, and a row is painted exactly where its links are."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from reader.tui.linking import HOME_ROW, LETTERS, columns, hinted, hints, restyled
from reader.tui.look import DARK, Look
from reader.tui.painting import paint
from reader.tui.part import Part

UNDERLINE = Style(underline=True)


@pytest.mark.parametrize("count", [0, 1, 9, 26, 27, 51, 52, 300, 676])
def test_no_hint_begins_another_and_they_are_short(count: int) -> None:
    given_hints = hints(count)
    assert len(given_hints) == len(set(given_hints)) == count
    assert not any(b.startswith(a) for a, b in pairwise(sorted(given_hints)))
    assert max(map(len, given_hints), default=1) == (1 if count <= len(LETTERS) else 2)
    assert "".join(given_hints[:9]) == HOME_ROW[:count] or count > 300


def test_more_than_all_pairs_get_none() -> None:
    assert len(hints(10_000)) == len(LETTERS) ** 2


def painted(part: Part, start: int, end: int, left: int) -> Strip:
    return paint(Look(DARK), part, (start, end), 0, left, 40, 60, [], None)


def test_columns_count_cells_behind_margin_bar_and_lead() -> None:
    part = Part("漢字 link and more", lead="• ", bar="▏ ")
    found = [(0, 2, 0), (3, 7, 1), (8, 16, 2)]
    assert columns(painted(part, 0, 9, 3), part.text, found) == [
        (7, 11, 0), (12, 16, 1), (17, 18, 2),
    ]  # fmt: skip
    assert columns(painted(part, 9, 16, 3), part.text, found) == [(7, 14, 2)]


def test_what_is_shown_instead_of_a_control_code_is_counted() -> None:
    part = Part("\x9ba link")
    assert columns(painted(part, 0, 7, 0), part.text, [(3, 7, 0)]) == [(6, 10, 0)]


def test_characters_that_stand_apart_are_found_where_they_are() -> None:
    part = Part("one two three")
    pieces = [(4, 7, "   "), (0, 3, " ")]
    row = paint(Look(DARK), part, (0, 13), 0, 2, 40, 60, [(1, 2, False)], None, pieces=pieces)
    assert columns(row, part.text, [(0, 3, 0), (5, 9, 1)]) == [(6, 8, 1), (9, 12, 0)]


def shown(strip: Strip, style: Style) -> str:
    return "".join(
        text if own is not None and own.underline == style.underline else "·" * len(text)
        for text, own, _ in strip
    )


def test_a_style_is_added_between_columns() -> None:
    strip = Strip([Segment("abc", Style(bold=True)), Segment("def")], 6)
    painted = restyled(strip, [(2, 4), (5, 6)], UNDERLINE)
    assert painted.text == "abcdef"
    assert shown(painted, UNDERLINE) == "··cd·f"
    assert [own.bold for text, own, _ in painted if own and text == "c"] == [True]


@given(st.lists(st.integers(0, 20), unique=True).map(sorted), st.text("aß漢", max_size=20))
def test_painting_changes_no_text_and_no_width(edges: list[int], text: str) -> None:
    strip = Strip([Segment(text)]).adjust_cell_length(21)
    stretches = list(zip(edges[::2], edges[1::2], strict=False))
    painted = restyled(strip, stretches, UNDERLINE)
    assert painted.cell_length == sum(segment.cell_length for segment in painted) == 21
    letters = [(edge, "as") for edge in edges]
    assert hinted(strip, letters, UNDERLINE).cell_length == 21


def test_letters_stand_over_the_text_beside_each_other() -> None:
    strip = Strip([Segment("0123456789")], 10)
    letters = [(1, "as"), (2, "df"), (8, "gh")]
    assert hinted(strip, letters, UNDERLINE).text == "0asdf567gh"
    assert hinted(strip, [(9, "as")], UNDERLINE).text == "01234567as"
    assert hinted(strip, [(8, "as"), (9, "df")], UNDERLINE).text == "01234567as"
