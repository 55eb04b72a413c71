"""Which values a field of a query fits: a function of one value. Must not know: documents."""

import re
from collections.abc import Callable
from datetime import date

from reader.query import Field
from reader.query.days import day_range
from reader.query.patterns import finder
from reader.query.values import bounds
from reader.search.columns import SEPARATOR, Called
from reader.search.fold import asked, fold, words

Fits = Callable[[str], bool]

_NUMBER = re.compile(r"-?(?:\d{1,15}(?:\.\d{1,15})?|\.\d{1,15})", re.ASCII)
_RANGE = re.compile(r"[<>=]|.*\.\.", re.DOTALL)


def fits_pattern(pattern: str) -> Fits:
    """Whether a regular expression is found in a value as it is, or as it is compared."""
    found = finder(pattern)

    def fits(value: str) -> bool:
        if value.isascii():  # capitals do not matter anyway
            return found(value)
        whole = value.encode("utf-8", "replace").decode("utf-8")  # without lone surrogates
        return found(whole) or found(fold(whole))

    return fits


def has_words(field: Field) -> Fits:
    """Whether a value has the words of the field side by side, the last one unfinished if it ends
    in a star.
    """
    if field.regex:
        return fits_pattern(field.value)
    unfinished = field.value.endswith("*") and not field.quoted
    wanted = asked(field.value)

    def fits(value: str) -> bool:
        present = words(value)
        for start in range(len(present) - len(wanted) + 1):
            here = present[start : start + len(wanted)]
            if here == wanted or (
                unfinished and here[:-1] == wanted[:-1] and here[-1].startswith(wanted[-1])
            ):
                return bool(wanted)
        return False

    return fits


def starts_with(value: str) -> Fits:
    """Whether a text starts with these words, the last one unfinished if it ends in a star."""
    unfinished, wanted = value.endswith("*"), asked(value)

    def fits(text: str) -> bool:
        here = words(text)[: len(wanted)]
        if here == wanted:
            return bool(wanted)
        begun = unfinished and here[:-1] == wanted[:-1] and len(here) == len(wanted)
        return begun and here[-1].startswith(wanted[-1])

    return fits


def is_value(field: Field) -> Fits:
    """Whether a value is that of the field, or begins so if it ends in a star."""
    if field.regex:
        return fits_pattern(field.value)
    value = fold(field.value.strip())
    if value.endswith("*") and not field.quoted:
        return lambda ours: fold(ours).startswith(value[:-1])
    return lambda ours: fold(ours) == value


def has_part(field: Field) -> Fits:
    """Whether a value has that of the field anywhere in it."""
    if field.regex:
        return fits_pattern(field.value)
    value = fold(field.value.strip())
    return lambda ours: value in fold(ours)


def tags_called(field: Field) -> Called | None:
    """Return which tags a field that is no regular expression means; None: no tag at all."""
    value = fold(field.value.strip())
    if not field.quoted:
        if value == "none":
            return None
        if value.startswith("=") and len(value) > 1:
            return Called(value[1:])
        if value.endswith("*") and len(value) > 1:
            return Called(start=value[:-1])
    return Called(value, value.rstrip(SEPARATOR) + SEPARATOR)


def is_own(field: Field, today: date) -> Fits:
    """Whether a line of what a document says of itself, a name and a value, is what is asked for.

    Numbers and dates compare as such where the field has a range or a comparison.
    """
    name = f"{field.name} "
    inner = _compared(field, today) or has_words(field)
    return lambda line: line.startswith(name) and inner(line[len(name) :])


def _compared(field: Field, today: date) -> Fits | None:
    """Whether a value lies in the range of the field; None if it has none."""
    if field.quoted or field.regex or _RANGE.match(field.value) is None:
        return None
    try:
        low, high = bounds(field.value, _numbers)
    except ValueError:
        return _between_days(field, today)
    first = float("-inf") if low is None else low
    last = float("inf") if high is None else high
    return lambda value: _NUMBER.fullmatch(value) is not None and first <= float(value) <= last


def _between_days(field: Field, today: date) -> Fits | None:
    try:
        first, last = day_range(field.value, today)
    except ValueError:
        return None
    return lambda value: value[:4].isdigit() and first <= value[:10] <= last


def _numbers(text: str) -> tuple[float, float, float, float]:
    """Return a number with the ones nearest to it on both sides."""
    import math  # noqa: PLC0415 - hardly any query asks

    if _NUMBER.fullmatch(text) is None:
        raise ValueError(text)
    number = float(text)
    return math.nextafter(number, -math.inf), number, number, math.nextafter(number, math.inf)
