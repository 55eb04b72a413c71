"""Dates and numbers as queries write them: single ones, comparisons and ranges."""

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta
from typing import TypeVar

T = TypeVar("T")

_COMPARED = re.compile(r"(>=|<=|>|<|=)?(.*)", re.DOTALL)
_DATE = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?", re.ASCII)
_NUMBER = re.compile(r"\d{1,9}", re.ASCII)

STATES = (
    "unread",
    "read",
    "starred",
    "archived",
    "hidden",
    "annotated",
    "tagged",
    "untagged",
    "broken",
)
"""What `is:` can ask for."""


def date_range(value: str) -> tuple[str, str]:
    """Return the first and last day (ISO 8601, both included) that `value` allows.

    An open end is the first or last day there is. ValueError says how dates are written.
    """
    low, high = _bounds(value, _days)
    first, last = low or date.min, high or date.max
    return first.isoformat(), last.isoformat()


def number_range(value: str) -> tuple[int, int]:
    """Return the lowest and highest number that `value` allows; ValueError says how to write it."""
    low, high = _bounds(value, _numbers)
    return low or 0, 10**9 if high is None else high


def _days(text: str) -> tuple[date, date, date, date]:
    """Return the day before, the first, the last and the day after of a year, month or day."""
    match = _DATE.fullmatch(text)
    try:
        if match is None:
            raise ValueError
        year, month, day = int(match[1]), match[2], match[3]
        first = date(year, int(month or 1), int(day or 1))
        end_month = int(month or 12)
        last = date(year, end_month, int(day) if day else monthrange(year, end_month)[1])
    except ValueError:
        raise ValueError(f"{text!r} is not a date; write 2024, 2024-05 or 2024-05-31") from None
    before = first - timedelta(1) if first > date.min else first
    after = last + timedelta(1) if last < date.max else last
    return before, first, last, after


def _numbers(text: str) -> tuple[int, int, int, int]:
    if _NUMBER.fullmatch(text) is None:
        raise ValueError(f"{text!r} is not a number; write 500, >500 or 500..2000")
    number = int(text)
    return number - 1, number, number, number + 1


def _bounds(value: str, read: Callable[[str], tuple[T, T, T, T]]) -> tuple[T | None, T | None]:
    """Return the lowest and highest allowed; `read` gives (before, first, last, after) of one."""
    if ".." in value:
        low, high = value.split("..", 1)
        if not (low or high):
            raise ValueError("a range needs at least one end, as in 2020..2022 or 2020..")
        return (read(low)[1] if low else None), (read(high)[2] if high else None)
    compared = _COMPARED.fullmatch(value)
    sign, single = compared.groups() if compared else ("", value)
    before, first, last, after = read(single)
    if sign in {">", ">="}:
        return (after if sign == ">" else first), None
    if sign in {"<", "<="}:
        return None, (before if sign == "<" else last)
    return first, last
