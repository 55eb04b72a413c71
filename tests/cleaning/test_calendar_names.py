"""The names of months and days."""

import pytest

from reader.cleaning.calendar_names import HIJRI_MONTHS, JALALI_MONTHS, MONTHS, WEEKDAYS


@pytest.mark.parametrize(
    ("name", "month"),
    [
        ("may", 5),
        ("września", 9),
        ("জুলাই", 7),
        ("tháng 12", 12),
        ("كانون الأول", 12),
        ("ağustos", 8),
    ],
)
def test_a_month_has_its_number_in_every_language(name: str, month: int) -> None:
    assert MONTHS[name] == month


def test_every_calendar_has_twelve_months() -> None:
    for months in (MONTHS, JALALI_MONTHS, HIJRI_MONTHS):
        assert set(months.values()) == set(range(1, 13))


def test_names_are_lower_case_and_no_month_is_a_weekday() -> None:
    assert all(name == name.lower() for name in (*MONTHS, *WEEKDAYS))
    assert not WEEKDAYS & MONTHS.keys()
