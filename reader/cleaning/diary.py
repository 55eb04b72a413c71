"""Days that head the parts of a text, as in diaries and collections of letters."""

import re
from collections.abc import Sequence
from itertools import pairwise

from reader.cleaning.dates import dates
from reader.cleaning.units import Unit

_LEAST = 3  # days that head something make a diary
_APART = 2  # calendar years they span at least: comments on a page seldom do
_CLOCK = re.compile(r"\d[:.h]\d\d\b(?![./-])")


def headed_by_days(units: Sequence[Unit]) -> list[bool]:
    """Say of each unit whether it is one of several days, years apart, that each head a text."""
    flags = [False] * len(units)
    heads = [
        index
        for index, (unit, following) in enumerate(pairwise(units))
        if unit.dated and following.shape.sentence and not _CLOCK.search(unit.text)
    ]
    if len(heads) < _LEAST:
        return flags
    years = [int(found.iso[:4]) for index in heads for found in dates(units[index].text)]
    if years and max(years) - min(years) >= _APART:
        for index in heads:
            flags[index] = True
    return flags
