"""Dates as pages write them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.cleaning.dates import dates, is_date_bar, is_date_line, says_published, says_updated


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
    ],
)
def test_a_date_is_read_in_the_language_of_its_page(line: str, iso: str) -> None:
    assert [found.iso for found in dates(line)] == [iso]


@pytest.mark.parametrize(
    "line", ["May 3", "in 2021", "31 February 2021", "3.5", "call 2021-13-45", "room 12.10.99", ""]
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


def test_a_line_may_call_its_date_that_of_publication_or_of_change() -> None:
    assert says_published("Published 3 May 2021")
    assert says_published("Veröffentlicht am 3. Mai 2021")
    assert says_updated("Last updated 4 May 2021")
    assert not says_published("3 May 2021")
