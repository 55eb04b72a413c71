from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.tui.folding import HEADING, Folding

SIZES = st.lists(st.integers(1, 5), min_size=1, max_size=8)


def folding(sizes: list[int], closed: set[int], *, rest: bool = False) -> Folding:
    made = Folding([*accumulate(sizes, initial=0)], headed=True)
    made.set_all(rest)
    for band in range(len(sizes)):
        made.set_closed(band, band in closed)
    return made


def painted(sizes: list[int], closed: set[int], height: int) -> list[tuple[int, int]]:
    """Every line as it is to be: the heading of a band, or a line of a row."""
    lines, place = [], 0
    for band, size in enumerate(sizes):
        lines.append((band, HEADING))
        if band not in closed:
            lines += [(place + row, part) for row in range(size) for part in range(height)]
        place += size
    return lines


@given(SIZES, st.sets(st.integers(0, 7)), st.booleans(), st.integers(1, 2))
def test_lines_and_stops_are_those_that_are_painted(
    sizes: list[int], closed: set[int], rest: bool, height: int
) -> None:
    made, lines = folding(sizes, closed, rest=rest), painted(sizes, closed, height)
    assert made.lines(height) == len(lines)
    assert [made.at_line(line, height) for line in range(len(lines))] == lines
    assert all(made.at_line(len(lines) + more, height)[0] >= sum(sizes) for more in range(9))
    starts = [*accumulate(sizes, initial=0)]
    stops = [
        (starts[at] if part == HEADING else at, line)
        for line, (at, part) in enumerate(lines)
        if part == 0 or (part == HEADING and at in closed)
    ]
    assert len(made) == len(stops)
    for stop, (place, line) in enumerate(stops):
        assert made.place_at(stop) == place
        assert made.stop_of(place) == stop
        assert made.line_of(place, height) == line


@given(SIZES, st.sets(st.integers(0, 7)))
def test_a_place_in_a_closed_band_is_at_its_heading(sizes: list[int], closed: set[int]) -> None:
    made, starts = folding(sizes, closed), [*accumulate(sizes, initial=0)]
    for place in range(sum(sizes)):
        band = made.band_of(place)
        assert starts[band] <= place < starts[band + 1]
        assert made.is_closed(band) == (band in closed)
        if band in closed:
            assert made.stop_of(place) == made.stop_of(starts[band])
            assert made.line_of(place, 2) == made.heading_line(band, 2)


def test_closing_says_whether_it_was_open() -> None:
    made = folding([2, 3], set())
    assert not made.any_closed
    assert made.set_closed(1, True)
    assert made.any_closed
    assert not made.set_closed(1, True)
    made.set_all(closed=True)
    assert made.set_closed(0, False)
    assert [made.is_closed(band) for band in (0, 1)] == [False, True]


def test_without_headings_nothing_closes() -> None:
    made = Folding([0, 9], headed=False)
    assert not made.set_closed(0, True)
    made.set_all(closed=True)
    assert not made.any_closed
    assert (made.lines(2), made.at_line(3, 2), made.line_of(4, 2)) == (18, (1, 1), 8)
    assert len(Folding([0], headed=False)) == 0


@pytest.mark.parametrize("rest", [False, True])
def test_what_is_closed_stays_so_by_its_name(rest: bool) -> None:
    old = folding([1, 2, 3], {1}, rest=rest)
    new = Folding([0, 4, 5, 6], headed=True)
    new.take_over(old, lambda band: "abc"[band], "bcd")
    assert [new.is_closed(band) for band in range(3)] == [True, False, rest]


def test_what_is_new_is_as_the_rest_is() -> None:
    old = Folding([0, 1, 2], headed=True)
    old.set_all(closed=True)
    old.set_closed(0, False)
    new = Folding([0, 1, 2, 3], headed=True)
    new.take_over(old, lambda band: "ab"[band], "abc")
    assert [new.is_closed(band) for band in range(3)] == [False, True, True]


def test_a_hundred_thousand_bands_are_not_gone_through() -> None:
    made = Folding(range(0, 1_000_001, 10), headed=True)
    made.set_all(closed=True)
    made.set_closed(70_000, False)
    assert made.lines(2) == 100_020
    assert made.at_line(90_000, 2) == (89_980, HEADING)
    assert made.place_at(90_000) == 899_910
