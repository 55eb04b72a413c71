from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.query.values import date_range, number_range


@pytest.mark.parametrize(
    ("value", "days"),
    [
        ("2024", ("2024-01-01", "2024-12-31")),
        ("2024-02", ("2024-02-01", "2024-02-29")),
        ("2024-2-9", ("2024-02-09", "2024-02-09")),
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
    assert date_range(value) == days


@pytest.mark.parametrize("value", ["", "soon", "24", "2024-13", "2023-02-29", "..", "2024-1-1-1"])
def test_what_is_no_date_is_refused(value: str) -> None:
    with pytest.raises(ValueError, match=r"write|needs"):
        date_range(value)


@pytest.mark.parametrize(
    ("value", "numbers"),
    [
        ("500", (500, 500)),
        ("500..2000", (500, 2000)),
        ("500..", (500, 10**9)),
        ("..2000", (0, 2000)),
        (">500", (501, 10**9)),
        ("<=500", (0, 500)),
        ("<500", (0, 499)),
    ],
)
def test_numbers_come_alone_compared_or_as_ranges(value: str, numbers: tuple[int, int]) -> None:
    assert number_range(value) == numbers


@given(st.text())
def test_any_value_is_a_range_or_refused(value: str) -> None:
    for read in (date_range, number_range):
        with suppress(ValueError):
            assert len(read(value)) == 2
