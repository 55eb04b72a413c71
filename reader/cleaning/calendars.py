"""Days of other calendars, as days of ours."""

from datetime import date

_NOWRUZ = date(2021, 3, 21).toordinal()  # 1 Farvardin 1400
_NOWRUZ_YEAR = 1400
_SOLAR_YEARS = range(1206, 1498)  # in which leap years come in cycles of 33 years
_LUNAR_YEARS = range(1200, 1600)
_LUNAR_EPOCH = 227_014  # days before 1 Muharram 1, civil
_LONG_MONTHS = 6  # of 31 days, at the beginning of a solar year
_LUNAR_SINCE = 1411  # a year from here on is 1990 by the moon, but in the future by the sun


def _is_leap(year: int) -> bool:
    return (25 * year + 11) % 33 < 8  # eight leap years in 33


def from_jalali(year: int, month: int, day: int) -> date | None:
    """Return a day of Iran's solar calendar, exactly; None where there is no such day."""
    if year not in _SOLAR_YEARS or not 1 <= month <= 12 or day < 1:
        return None
    length = 31 if month <= _LONG_MONTHS else 30 if month < 12 or _is_leap(year) else 29
    if day > length:
        return None
    years = range(min(year, _NOWRUZ_YEAR), max(year, _NOWRUZ_YEAR))
    days = sum(366 if _is_leap(one) else 365 for one in years)
    months = 31 * (month - 1) - max(0, month - 1 - _LONG_MONTHS)
    start = _NOWRUZ + days if year >= _NOWRUZ_YEAR else _NOWRUZ - days
    return date.fromordinal(start + months + day - 1)


def from_hijri(year: int, month: int, day: int) -> date | None:
    """Return a day of Islam's lunar calendar by its civil tables.

    Where the month begins by sight of the moon it may be a day off.
    """
    if year not in _LUNAR_YEARS or not 1 <= month <= 12 or not 1 <= day <= 30:
        return None
    months = (59 * (month - 1) + 1) // 2
    return date.fromordinal(_LUNAR_EPOCH + 354 * (year - 1) + (3 + 11 * year) // 30 + months + day)


def is_lunar(year: int) -> bool:
    """Whether a bare number of a year, 1300 to 1450, is more likely one of the moon."""
    return year >= _LUNAR_SINCE
