"""Numbers and shares as queries write them, and ranges of anything that has an order."""

import re
from collections.abc import Callable
from typing import Any, Protocol, TypeVar


class Ordered(Protocol):
    """What has an order."""

    def __lt__(self, other: Any, /) -> bool: ...


T = TypeVar("T", bound=Ordered)

MOST = 10**9  # the end of a range of numbers that is open
WHOLE = 1000  # thousandths

_COMPARED = re.compile(r"(>=|<=|>|<|=)?(.*)", re.DOTALL)
_NUMBER = re.compile(r"\d{1,9}", re.ASCII)
_SHARE = re.compile(r"([01]?)(?:\.(\d{1,3}))?", re.ASCII)
_PERCENT = re.compile(r"(\d{1,3})(?:\.(\d))?%", re.ASCII)


def number_range(value: str) -> tuple[int, int]:
    """Return the lowest and highest number that `value` allows; ValueError says how to write it."""
    low, high = bounds(value, _numbers)
    return low or 0, MOST if high is None else high


def share_range(value: str) -> tuple[int, int]:
    """Return the lowest and highest share that `value` allows, in thousandths: 0 to 1000.

    ValueError says how to write it.
    """
    low, high = bounds(value, _shares)
    return max(0, low or 0), WHOLE if high is None else high


def bounds(value: str, read: Callable[[str], tuple[T, T, T, T]]) -> tuple[T | None, T | None]:
    """Return the lowest and highest allowed; `read` gives (before, first, last, after) of one."""
    if ".." in value:
        low, high = value.split("..", 1)
        if not (low or high):
            raise ValueError("a range needs at least one end, as in 2020..2022 or 2020..")
        first, last = (read(low)[1] if low else None), (read(high)[2] if high else None)
        if first is not None and last is not None and last < first:
            raise ValueError(f"{low} comes after {high}; write {high}..{low}")
        return first, last
    compared = _COMPARED.fullmatch(value)
    sign, single = compared.groups() if compared else ("", value)
    before, first, last, after = read(single)
    if sign in {">", ">="}:
        return (after if sign == ">" else first), None
    if sign in {"<", "<="}:
        return None, (before if sign == "<" else last)
    return first, last


def _numbers(text: str) -> tuple[int, int, int, int]:
    if _NUMBER.fullmatch(text) is None:
        raise ValueError(f"{text!r} is not a number; write 500, >500 or 500..2000")
    return _around(int(text))


def _shares(text: str) -> tuple[int, int, int, int]:
    percent, share = _PERCENT.fullmatch(text), _SHARE.fullmatch(text)
    if percent:
        found = int(percent[1]) * 10 + int(percent[2] or 0)
    elif share and text:
        found = int(share[1] or 0) * WHOLE + int((share[2] or "0").ljust(3, "0"))
    else:
        found = WHOLE + 1
    if found > WHOLE:
        raise ValueError(f"{text!r} is not a share; write 0.6, >0.6 or 60%")
    return _around(found)


def _around(number: int) -> tuple[int, int, int, int]:
    return number - 1, number, number, number + 1
