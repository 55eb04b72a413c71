"""Which features moved the nets' answer: what each unit's chance is when some are not known.

A group of features is set to what an average unit has (Zeiler and Fergus 2014). Units so far apart
that no convolution sees two of them are done at once; only what is counted and averaged over the
whole document, which a few units hardly move, is shared.
"""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from reader.cleaning.nets.dom import features_in_page
from reader.cleaning.nets.features import (
    ACROSS,
    AGAIN,
    OWN,
    PLACED,
    REASONS,
    SAID,
    Features,
    Numbers,
    features,
)
from reader.cleaning.nets.network import DILATIONS, LATER, average, chances
from reader.cleaning.units import Unit
from reader.model import Evidence

MOST_UNITS = 1000  # of a document for which this is worth the time: some milliseconds a unit

FORM = "its own form"
WORDS = "its words"
LEXICON = "lexicon of clutter"
TOPIC = "topic"
PLACE = "place on the page"
SITE = "other pages of the site"
ELEMENTS = "its elements"
AROUND = "lines around it"

_REACH = sum(DILATIONS) + sum(LATER)  # units to either side that convolutions see
_APART = 2 * _REACH + 2  # from one unit to the next that is done with it
_TOPIC = slice(7, 9)  # of the columns of the place
_NEAR_CLUTTER = OWN + PLACED + SAID - 1  # column of how much of the lines around is clutter
_END = OWN + PLACED + SAID + ACROSS + AGAIN


class Influences(NamedTuple):
    """The answer for each unit, and what moved it."""

    chances: tuple[float, ...]
    moved: tuple[tuple[Evidence, ...], ...]  # what moved most first; empty in long documents


def influences(units: Sequence[Unit], in_page: bool = False) -> Influences:
    """Return how likely each unit is to be article, and by how much a group of features says so.

    There must be a unit. Of more than MOST_UNITS only the chances are told.
    """
    seen = features_in_page(units) if in_page else features(units)
    whole = chances(seen)
    likely = tuple(whole.tolist())
    if len(units) > MOST_UNITS:
        return Influences(likely, ((),) * len(units))
    groups = _groups(seen.numbers.shape[1])
    moved = {
        name: whole - _without(seen, columns, nameless=name == ELEMENTS)
        for name, columns in groups.items()
    }
    moved[WORDS] = whole - _without(seen, np.array([], int), wordless=True)
    moved[AROUND] = whole - _alone(seen)
    told = (
        tuple(Evidence(name, float(by[index])) for name, by in moved.items())
        for index in range(len(units))
    )
    return Influences(likely, tuple(tuple(sorted(one, key=_strength)) for one in told))


def _strength(evidence: Evidence) -> tuple[float, str]:
    return -abs(evidence.weight), evidence.name


def _groups(width: int) -> dict[str, NDArray[np.int64]]:
    """Return the columns of each group by its name; those of elements go with their names."""
    columns = np.arange(width)
    place, said = columns[OWN : OWN + PLACED], columns[OWN + PLACED : OWN + PLACED + SAID]
    across, again = columns[said[-1] + 1 : _END - AGAIN], columns[_END - AGAIN : _END]
    groups = {
        FORM: np.concatenate([columns[:OWN], said[len(REASONS) : -1]]),
        TOPIC: place[_TOPIC],
        PLACE: np.concatenate([np.setdiff1d(place, place[_TOPIC]), across]),
        LEXICON: said[: len(REASONS)],
        SITE: again,
    }
    return groups | ({ELEMENTS: columns[_END:]} if width > _END else {})


def _average(seen: Features) -> Numbers:
    return average("text" if seen.names is None else "page")


def _without(
    seen: Features, columns: NDArray[np.int64], wordless: bool = False, nameless: bool = False
) -> NDArray[np.float64]:
    """Return each unit's chance when these columns of it, its words or names are not known."""
    count = len(seen.numbers)
    answers = np.zeros(count)
    for start in range(min(_APART, count)):
        hidden = np.arange(start, count, _APART)
        none = hidden[:0]
        numbers = seen.numbers.copy()
        numbers[np.ix_(hidden, columns)] = _average(seen)[columns]
        muted = _muted(seen, numbers, hidden if wordless else none, hidden if nameless else none)
        answers[hidden] = chances(muted)[hidden]
    return answers


def _alone(seen: Features) -> NDArray[np.float64]:
    """Return each unit's chance when nothing is known of those around it."""
    count = len(seen.numbers)
    answers = np.zeros(count)
    for start in range(min(_APART, count)):
        shown = np.arange(start, count, _APART)
        numbers = np.tile(_average(seen), (count, 1))
        numbers[shown] = seen.numbers[shown]
        numbers[shown, _NEAR_CLUTTER] = _average(seen)[_NEAR_CLUTTER]
        others = np.setdiff1d(np.arange(count), shown)
        answers[shown] = chances(_muted(seen, numbers, others, others))[shown]
    return answers


def _muted(
    seen: Features, numbers: Numbers, wordless: NDArray[np.int64], nameless: NDArray[np.int64]
) -> Features:
    """Return the features with other numbers, without the words and names of some units."""
    buckets, first = _left(seen.buckets, seen.first, wordless)
    if seen.names is None or seen.named is None:
        return Features(numbers, seen.words, buckets, first)
    return Features(numbers, seen.words, buckets, first, *_left(seen.names, seen.named, nameless))


def _left(
    buckets: NDArray[np.int64], first: NDArray[np.int64], units: NDArray[np.int64]
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return the buckets without those of some units, and where those of each unit begin."""
    spoken = np.diff(np.append(first, len(buckets)))
    owner = np.repeat(np.arange(len(spoken)), spoken)
    left = np.where(np.isin(np.arange(len(spoken)), units), 0, spoken)
    begins = np.concatenate([[0], np.cumsum(left)[:-1]]).astype(np.int64)
    return buckets[~np.isin(owner, units)], begins
