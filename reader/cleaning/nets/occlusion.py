"""Which features moved the nets' answer: what each unit's chance is when some are not known.

A group of features is set to what an average unit has (Zeiler and Fergus 2014). Units so far apart
that no convolution sees two of them are done at once; only the mean and maximum of the document,
which a few units hardly move, are shared.
"""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from reader.cleaning.nets.features import REASONS, Features, Numbers, features
from reader.cleaning.nets.network import DILATIONS, WEIGHTS, chances
from reader.cleaning.units import Unit
from reader.model import Evidence

MOST_UNITS = 1000  # of a document for which this is worth the time: some milliseconds a unit

FORM = "its own form"
WORDS = "its words"
LEXICON = "lexicon of clutter"
TOPIC = "topic"
PLACE = "place on the page"
AROUND = "lines around it"

_REACH = sum(DILATIONS)  # units to either side that an answer depends on
_APART = 2 * _REACH + 2  # from one unit to the next that is done with it
_ACROSS = 11  # columns that are the same for all units of a document, at the end
_READERS = 5  # before them: what readers of dates, names and captions say
_PLACED = 15  # columns of the place, before those of the lexicon
_TOPIC = slice(7, 9)  # of these


class Influences(NamedTuple):
    """The answer for each unit, and what moved it."""

    chances: tuple[float, ...]
    moved: tuple[tuple[Evidence, ...], ...]  # what moved most first; empty in long documents


def influences(units: Sequence[Unit]) -> Influences:
    """Return how likely each unit is to be article, and by how much a group of features says so.

    There must be a unit. Of more than MOST_UNITS only the chances are told.
    """
    seen = features(units)
    whole = chances(seen)
    likely = tuple(whole.tolist())
    if len(units) > MOST_UNITS:
        return Influences(likely, ((),) * len(units))
    groups = _groups(seen.numbers.shape[1])
    moved = {name: whole - _without(seen, columns) for name, columns in groups.items()}
    moved[WORDS] = whole - _without(seen, np.array([], int), words=True)
    moved[AROUND] = whole - _alone(seen)
    told = (
        tuple(Evidence(name, float(by[index])) for name, by in moved.items())
        for index in range(len(units))
    )
    return Influences(likely, tuple(tuple(sorted(one, key=_strength)) for one in told))


def _strength(evidence: Evidence) -> tuple[float, str]:
    return -abs(evidence.weight), evidence.name


def _groups(width: int) -> dict[str, NDArray[np.int64]]:
    """Return the columns of each group by its name."""
    columns = np.arange(width)
    across = width - _ACROSS
    around = across - 1  # how much of the lines around is clutter
    readers = around - _READERS
    lexicon = readers - len(REASONS)
    place = lexicon - _PLACED
    topic = columns[place:lexicon][_TOPIC]
    return {
        FORM: np.concatenate([columns[:place], columns[readers:around]]),
        TOPIC: topic,
        PLACE: np.concatenate([np.setdiff1d(columns[place:lexicon], topic), columns[across:]]),
        LEXICON: columns[lexicon:readers],
    }


@lru_cache(1)
def _average() -> Numbers:
    with np.load(WEIGHTS) as packed:
        average: Numbers = packed["mean"].astype(np.float32)
    return average


def _without(
    seen: Features, columns: NDArray[np.int64], words: bool = False
) -> NDArray[np.float64]:
    """Return each unit's chance when these columns of it, or its words, are not known."""
    count = len(seen.numbers)
    answers = np.zeros(count)
    for start in range(min(_APART, count)):
        hidden = np.arange(start, count, _APART)
        numbers = seen.numbers.copy()
        numbers[np.ix_(hidden, columns)] = _average()[columns]
        answers[hidden] = chances(_muted(seen, numbers, hidden if words else hidden[:0]))[hidden]
    return answers


def _alone(seen: Features) -> NDArray[np.float64]:
    """Return each unit's chance when nothing is known of those around it."""
    count = len(seen.numbers)
    answers = np.zeros(count)
    around = len(_average()) - _ACROSS - 1
    for start in range(min(_APART, count)):
        shown = np.arange(start, count, _APART)
        numbers = np.tile(_average(), (count, 1))
        numbers[shown] = seen.numbers[shown]
        numbers[shown, around] = _average()[around]
        others = np.setdiff1d(np.arange(count), shown)
        answers[shown] = chances(_muted(seen, numbers, others))[shown]
    return answers


def _muted(seen: Features, numbers: Numbers, units: NDArray[np.int64]) -> Features:
    """Return the features with other numbers, and without the words of some units."""
    spoken = np.diff(np.append(seen.first, len(seen.buckets)))
    owner = np.repeat(np.arange(len(spoken)), spoken)
    left = np.where(np.isin(np.arange(len(spoken)), units), 0, spoken)
    first = np.concatenate([[0], np.cumsum(left)[:-1]]).astype(np.int64)
    return Features(numbers, seen.words, seen.buckets[~np.isin(owner, units)], first)
