"""Dates as pages write them."""
# ruff: noqa: RUF001 — digits of other scripts, as pages write them

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.cleaning.dates import (
    dates,
    is_american,
    is_date_bar,
    is_date_line,
    says_other,
    says_published,
    says_updated,
    swapped,
)


@pytest.mark.parametrize(
    ("line", "iso"),
    [
        ("Details Published: Thursday, 13 February 2020", "2020-02-13"),
        ("Posted on May 3, 2021 by Mara Lind", "2021-05-03"),
        ("3 May 2021", "2021-05-03"),
        ("3rd of May 2021", "2021-05-03"),
        ("Sept. 5, 2021 8:03 am ET", "2021-09-05"),
        ("03.05.2021", "2021-05-03"),
        ("2020-02-13", "2020-02-13"),
        ("2020-02-13T10:00:00+01:00", "2020-02-13"),
        ("3. März 2021", "2021-03-03"),
        ("1er mars 2021", "2021-03-01"),
        ("18 août 2021 à 06h12", "2021-08-18"),
        ("3 de mayo de 2021", "2021-05-03"),
        ("3 gennaio 2021", "2021-01-03"),
        ("3 mei 2021", "2021-05-03"),
        ("3 мая 2021", "2021-05-03"),
        ("2021年5月3日", "2021-05-03"),
        ("2021년 5월 3일", "2021-05-03"),
        ("٣ مايو ٢٠٢١", "2021-05-03"),
        ("9 בנובמבר 2021", "2021-11-09"),
        ("13/02/2020", "2020-02-13"),
        ("02/13/2020", "2020-02-13"),
        ("11/19/19 06:56 AM EST", "2019-11-19"),
        ("11 wrz 2022, 05:30 UTC", "2022-09-11"),
        ("২০ মে ২০২১", "2021-05-20"),
        ("3 मई 2021", "2021-05-03"),
        ("2021. május 3.", "2021-05-03"),
        ("ngày 3 tháng 5 năm 2021", "2021-05-03"),
        ("3 พฤษภาคม 2564", "2021-05-03"),
        ("5 تشرين الأول 2021", "2021-10-05"),
        ("令和3年5月3日", "2021-05-03"),
        ("平成元年1月8日", "1989-01-08"),
        ("2021年（令和3年）5月3日", "2021-05-03"),
        ("۱۵ اردیبهشت ۱۴۰۰", "2021-05-05"),
        ("۱۴۰۰/۰۲/۱۵", "2021-05-05"),
        ("21 رمضان 1442هـ", "2021-05-03"),
    ],
)
def test_a_date_is_read_in_the_language_of_its_page(line: str, iso: str) -> None:
    assert [found.iso for found in dates(line)] == [iso]


@pytest.mark.parametrize(
    "line",
    [
        "May 3",
        "in 2021",
        "31 February 2021",
        "3.5",
        "call 2021-13-45",
        "room 12.10.99",
        "3 hours ago",
        "1/2",
        "",
    ],
)
def test_half_a_date_is_none(line: str) -> None:
    assert list(dates(line)) == []


def test_day_and_month_that_could_be_each_other_are_marked() -> None:
    assert [found.ambiguous for found in dates("03/05/2021")] == [True]
    assert [found.ambiguous for found in dates("13/05/2021 or 5/5/2021")] == [False, False]


@given(st.dates(min_value=date(1600, 1, 1), max_value=date(2099, 12, 31)))
def test_every_day_is_read_back_from_its_english_name(day: date) -> None:
    line = f"{day.day} {day.strftime('%B')} {day.year}"
    assert [found.iso for found in dates(line)] == [day.isoformat()]


@given(st.text())
def test_a_date_stands_where_it_is_said_to_stand(line: str) -> None:
    for found in dates(line):
        assert 0 <= found.start < found.end <= len(line)


def test_a_date_line_says_nothing_else() -> None:
    assert is_date_line("Published: Thursday, 13 February 2020 at 10:15 am")
    assert is_date_line("Montag, 3. Mai 2021, 10:15 Uhr")
    assert not is_date_line("The bridge opened on 3 May 2021")
    assert not is_date_line("no date at all")


def test_a_date_bar_is_a_weekday_and_a_date_and_no_other_word() -> None:
    assert is_date_bar("Wednesday, April 24, 2024")
    assert is_date_bar("2024年5月11日 土曜日") is False
    assert not is_date_bar("Published Wednesday, April 24, 2024")
    assert not is_date_bar("April 24, 2024")
    assert is_date_bar("Thursday, 15 September 2022  10°C")
    assert is_date_bar("Tuesday 30 May 2023 14:22 UTC")


def test_a_date_may_be_that_of_something_else_than_the_article() -> None:
    assert says_other("Joined: 11 Mar 2006")
    assert says_other("It is currently 04 Mar 2023, 09:41")
    assert says_other("Est. May 19, 1883")
    assert not says_other("By Mara Lind, 3 May 2021 8:03 am EST")


def test_an_ambiguous_date_can_be_read_the_other_way() -> None:
    assert swapped("2021-05-03") == "2021-03-05"
    assert is_american("03/05/2021 8:03 AM ET")
    assert not is_american("03/05/2021 08:03 GMT")


def test_a_line_may_call_its_date_that_of_publication_or_of_change() -> None:
    assert says_published("Published 3 May 2021")
    assert says_published("Veröffentlicht am 3. Mai 2021")
    assert says_updated("Last updated 4 May 2021")
    assert not says_published("3 May 2021")
