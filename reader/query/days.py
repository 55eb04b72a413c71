"""Days as queries write them: dates, words such as last_week, lengths of time such as 2w.

Must not know: what day it is; whoever asks says so.
"""

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta

from reader.query.tree import Field, Query, mapped
from reader.query.values import bounds

Days = tuple[date, date]
"""The first and the last day of a stretch, both included."""

FIELDS = frozenset({"date", "saved", "read"})
"""The fields whose values are days."""

_SOME_DAY = date(2000, 2, 29)  # which day it is changes nothing about what can be written
_DATE = re.compile(r"(\d{4})(?:[-/](\d{1,2})(?:[-/](\d{1,2}))?)?", re.ASCII)
_AGO = re.compile(r"(\d{1,5})\s*(d|w|m|y|days?|weeks?|months?|years?)(\s+ago)?", re.ASCII)
_SINCE = re.compile(_AGO.pattern.removesuffix(r"(\s+ago)?"), re.ASCII)
_MONTH_OF = re.compile(r"([a-z]+)(?:\s+(\d{4}))?", re.ASCII)
_SPACES = re.compile(r"[\s_]+")
_MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_SHORTEST = 3  # letters of a month's or a weekday's name


def day_range(value: str, today: date = _SOME_DAY) -> tuple[str, str]:
    """Return the first and last day (ISO 8601, both included) that `value` allows.

    An open end is the first or last day there is. ValueError says how days are written. A length of
    time alone is all since then: `2w`; in a range or a comparison it is the day so long ago.
    """
    value = _SPACES.sub(" ", value).strip().lower()
    if _SINCE.fullmatch(value):
        value += ".."
    low, high = bounds(value, lambda text: _around(text.strip(), today))
    first, last = low or date.min, high or date.max
    return first.isoformat(), last.isoformat()


def second_range(value: str) -> tuple[float, float]:
    """Return the first and last second of some days where we are, since 1970, ends included."""
    first, last = map(date.fromisoformat, day_range(value))
    low = float("-inf") if first == date.min else _midnight(first)
    return low, float("inf") if last == date.max else _midnight(last + timedelta(1)) - 1


def _midnight(of: date) -> float:
    try:
        return datetime(of.year, of.month, of.day).timestamp()
    except (ValueError, OverflowError):
        return (of - date(1970, 1, 1)).total_seconds()


def dated(tree: Query, today: date) -> Query:
    """Return the query with dates in the place of whatever else its days were written as."""

    def fixed(leaf: Query) -> Query:
        if isinstance(leaf, Field) and leaf.name in FIELDS:
            first, last = day_range(leaf.value, today)
            return replace(leaf, value=f"{first}..{last}", quoted=False)
        return leaf

    return mapped(tree, fixed)


def _around(text: str, today: date) -> tuple[date, date, date, date]:
    """Return the day before, the first, the last and the day after of what a text stands for."""
    first, last = _stretch(text, today)
    before = first - timedelta(1) if first > date.min else first
    after = last + timedelta(1) if last < date.max else last
    return before, first, last, after


def _stretch(text: str, today: date) -> Days:
    try:
        if match := _DATE.fullmatch(text):
            return _written(int(match[1]), int(match[2] or 0), int(match[3] or 0))
        if named := _NAMED.get(text):
            return named(today)
        if match := _AGO.fullmatch(text):
            day = _ago(today, int(match[1]), match[2][0])
            return day, day
        if match := _MONTH_OF.fullmatch(text):
            return _by_name(match[1], int(match[2] or 0), today)
    except (ValueError, OverflowError):
        pass
    raise ValueError(
        f"{text!r} is not a date; write 2024, 2024-05, 2024-05-31, yesterday, last_week or 2w"
    )


def _written(year: int, month: int, day: int) -> Days:
    if day:
        return date(year, month, day), date(year, month, day)
    if month:
        return date(year, month, 1), date(year, month, monthrange(year, month)[1])
    return date(year, 1, 1), date(year, 12, 31)


def _ago(today: date, count: int, unit: str) -> date:
    """Return the day so many days, weeks, months or years ago; a month's end stays in its month."""
    if unit in "dw":
        return today - timedelta(count * (7 if unit == "w" else 1))
    months = today.year * 12 + today.month - 1 - count * (12 if unit == "y" else 1)
    year, month = divmod(months, 12)
    return date(year, month + 1, min(today.day, monthrange(year, month + 1)[1]))


def _by_name(name: str, year: int, today: date) -> Days:
    """Return the latest day or month of a name, or the month of that year. Raises ValueError."""
    for number, weekday in enumerate(_WEEKDAYS):
        if not year and _shortened(name, weekday):
            day = today - timedelta((today.weekday() - number) % 7)
            return day, day
    for number, month in enumerate(_MONTHS, 1):
        if _shortened(name, month):
            return _written(year or today.year - (number > today.month), number, 0)
    raise ValueError(name)


def _shortened(name: str, whole: str) -> bool:
    return len(name) >= _SHORTEST and whole.startswith(name)


def _week(today: date, back: int) -> Days:
    monday = today - timedelta(today.weekday() + 7 * back)
    return monday, monday + timedelta(6)


def _month(today: date, back: int) -> Days:
    day = _ago(today, back, "m")
    return _written(day.year, day.month, 0)


_NAMED: dict[str, Callable[[date], Days]] = {
    "today": lambda today: (today, today),
    "yesterday": lambda today: (today - timedelta(1), today - timedelta(1)),
    "this week": lambda today: _week(today, 0),
    "last week": lambda today: _week(today, 1),
    "this month": lambda today: _month(today, 0),
    "last month": lambda today: _month(today, 1),
    "this year": lambda today: _written(today.year, 0, 0),
    "last year": lambda today: _written(today.year - 1, 0, 0),
}

WORDS = tuple(name.replace(" ", "_") for name in _NAMED)
"""Some of the words that days can be, as a query writes them."""
