"""Days of other calendars."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.cleaning.calendars import from_hijri, from_jalali, is_lunar


@pytest.mark.parametrize(
    ("year", "month", "day", "ours"),
    [
        (1357, 11, 22, date(1979, 2, 11)),
        (1399, 12, 30, date(2021, 3, 20)),
        (1400, 1, 1, date(2021, 3, 21)),
        (1400, 2, 15, date(2021, 5, 5)),
        (1403, 1, 1, date(2024, 3, 20)),
        (1404, 1, 1, date(2025, 3, 21)),
        (1409, 1, 1, date(2030, 3, 21)),
    ],
)
def test_a_day_of_the_persian_calendar_is_read_exactly(
    year: int, month: int, day: int, ours: date
) -> None:
    assert from_jalali(year, month, day) == ours


@pytest.mark.parametrize("day", [(1400, 12, 30), (1400, 13, 1), (1400, 7, 31), (900, 1, 1)])
def test_a_day_that_does_not_exist_is_none(day: tuple[int, int, int]) -> None:
    assert from_jalali(*day) is None


@given(st.integers(1300, 1450), st.integers(1, 12), st.integers(1, 29))
def test_days_of_the_persian_calendar_follow_each_other(year: int, month: int, day: int) -> None:
    first, second = from_jalali(year, month, day), from_jalali(year, month, day + 1)
    if first is not None and second is not None:
        assert (second - first).days == 1


def test_a_day_of_the_arab_calendar_is_read_by_its_tables() -> None:
    assert from_hijri(1442, 9, 1) == date(2021, 4, 13)
    assert from_hijri(1442, 9, 31) is None
    assert from_hijri(10, 1, 1) is None


def test_a_year_that_would_lie_in_the_future_of_the_sun_is_one_of_the_moon() -> None:
    assert is_lunar(1442)
    assert not is_lunar(1399)
