from contextlib import suppress
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.query import parse
from reader.query.days import dated, day_range, second_range

TODAY = date(2024, 3, 31)  # a Sunday


@pytest.mark.parametrize(
    ("value", "days"),
    [
        ("2024", ("2024-01-01", "2024-12-31")),
        ("2024-02", ("2024-02-01", "2024-02-29")),
        ("2024-2-9", ("2024-02-09", "2024-02-09")),
        ("2024/05/01", ("2024-05-01", "2024-05-01")),
        ("=2024-05-01", ("2024-05-01", "2024-05-01")),
        ("2020..2021-03", ("2020-01-01", "2021-03-31")),
        ("2020..", ("2020-01-01", "9999-12-31")),
        ("..2020", ("0001-01-01", "2020-12-31")),
        (">2020", ("2021-01-01", "9999-12-31")),
        (">=2020", ("2020-01-01", "9999-12-31")),
        ("<2020-03", ("0001-01-01", "2020-02-29")),
        ("<=2020-03", ("0001-01-01", "2020-03-31")),
    ],
)
def test_a_date_means_all_days_of_it(value: str, days: tuple[str, str]) -> None:
    assert day_range(value) == days


def test_a_day_has_all_its_seconds_where_we_are() -> None:
    first, last = second_range("2024-02")
    assert datetime.fromtimestamp(first) == datetime(2024, 2, 1)
    assert datetime.fromtimestamp(last) == datetime(2024, 2, 29, 23, 59, 59)
    assert second_range("..2020")[0] == float("-inf")
    assert second_range("2020..")[1] == float("inf")


@pytest.mark.parametrize("value", ["", "soon", "24", "2024-13", "2023-02-29", "..", "2024-1-1-1"])
def test_what_is_no_date_is_refused(value: str) -> None:
    with pytest.raises(ValueError, match=r"write|needs"):
        day_range(value)


@pytest.mark.parametrize(
    ("value", "days"),
    [
        ("today", ("2024-03-31", "2024-03-31")),
        ("Yesterday", ("2024-03-30", "2024-03-30")),
        ("this_week", ("2024-03-25", "2024-03-31")),
        ("last week", ("2024-03-18", "2024-03-24")),
        ("this_month", ("2024-03-01", "2024-03-31")),
        ("last_month", ("2024-02-01", "2024-02-29")),
        ("this_year", ("2024-01-01", "2024-12-31")),
        ("last_year", ("2023-01-01", "2023-12-31")),
        ("2w", ("2024-03-17", "9999-12-31")),
        ("3_days", ("2024-03-28", "9999-12-31")),
        ("..1w", ("0001-01-01", "2024-03-24")),
        ("1y..1m", ("2023-03-31", "2024-02-29")),
        (">1m", ("2024-03-01", "9999-12-31")),
        ("2_days_ago", ("2024-03-29", "2024-03-29")),
        ("sunday", ("2024-03-31", "2024-03-31")),
        ("mon", ("2024-03-25", "2024-03-25")),
        ("march", ("2024-03-01", "2024-03-31")),
        ("dec", ("2023-12-01", "2023-12-31")),
        ("may_2021", ("2021-05-01", "2021-05-31")),
        ("last_month..today", ("2024-02-01", "2024-03-31")),
    ],
)
def test_days_have_words_that_depend_on_today(value: str, days: tuple[str, str]) -> None:
    assert day_range(value, TODAY) == days


@pytest.mark.parametrize(
    "value", ["next_week", "ma", "99999y", "0d 1w", "2q", "may_21", "fri 2020"]
)
def test_other_words_are_refused(value: str) -> None:
    with pytest.raises(ValueError, match="is not a date"):
        day_range(value, TODAY)


@given(st.text(), st.dates())
def test_any_value_is_days_or_refused_whatever_day_it_is(value: str, today: date) -> None:
    with suppress(ValueError):
        first, last = day_range(value, today)
        assert len(first) == len(last) == 10


@given(st.sampled_from(["today", "2w", "last_month", "may", "friday", "..3_days_ago"]), st.dates())
def test_words_for_days_are_allowed_or_refused_on_all_days(value: str, today: date) -> None:
    with suppress(ValueError):  # before there were any
        day_range(value, max(today, date(2, 1, 1)))
    day_range(value)


def test_a_query_is_dated_once_and_for_all() -> None:
    tree = dated(parse("sea -date:yesterday (saved:2w | tag:today)").tree, TODAY)
    assert str(tree) == (
        "sea -date:2024-03-30..2024-03-30 (saved:2024-03-17..9999-12-31 OR tag:today)"
    )
    assert dated(tree, date(2030, 1, 1)) == tree
