"""Days that head the parts of a text."""

from reader.cleaning.diary import headed_by_days
from reader.cleaning.repetition import ALONE
from reader.cleaning.units import units
from reader.model import Label
from tests.cleaning.pages import PROSE, judged, label_of, raw, reason_of

LETTER = "I have read your dictionary through every winter, and I should like to know more."


def headed(*days: str) -> list[bool]:
    text = "\n\n".join(f"{day}\n\n{LETTER}" for day in days)
    return headed_by_days(units(raw(text), ALONE))[::2]


def test_days_years_apart_that_each_head_a_text_are_headings() -> None:
    assert headed("12 March 1954", "3 May 1957", "8 January 1966") == [True] * 3


def test_two_days_or_days_of_one_season_are_no_diary() -> None:
    assert headed("12 March 1954", "3 May 1957") == [False] * 2
    assert headed("3 May 2021", "4 May 2021", "9 June 2021") == [False] * 3


def test_days_with_a_time_are_those_of_posts() -> None:
    assert headed("3 May 2019, 08:31", "4 May 2020, 9:15", "9 June 2022, 18:05") == [False] * 3


def test_what_heads_a_letter_is_kept_and_no_date_of_the_page() -> None:
    days = ("12 March 1954", "3 May 1957", "8 January 1966")
    letters = "\n\n".join(f"{day}\n\n{LETTER} {PROSE.splitlines()[0]}" for day in days)
    result = judged(f"Sign in\n\nLetters to the editor\n\n{letters}\n\nLeave a reply")
    assert [label_of(result, day) for day in days] == [Label.HEADING] * 3
    assert reason_of(result, "Sign in") == "sign-in box"
