"""The order of titles that answer a query. Must not know: which titles count now."""

import re
import unicodedata
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from reader.search.fold import fold
from reader.search.titling.aligning import NOWHERE, aligned
from reader.search.titling.answering import Answering, Asked
from reader.search.titling.vocabulary import Sure

LENGTH_COST = 0.0004  # a byte
WHOLE, PART = 0.0003, 0.0004  # a percent of similarity to the whole title, to its best part
IN_ORDER = 0.02  # all words stand in the order in which they were typed
ACCENTED = 0.02  # a word stands with the accents it was typed with
LONGEST = 400  # characters of a query that are compared with titles

_WORD = re.compile(r"[^\W_]+")


def by_length(answering: Answering, slots: NDArray[np.int64], worth: Sure) -> Sure:
    """Return the scores of titles before they are looked at."""
    scores: Sure = worth - np.float32(LENGTH_COST) * answering.segment.lengths[slots]
    return scores


class Judged(NamedTuple):
    """Titles looked at: what their look adds to their scores."""

    added: Sure
    titles: list[str]  # with their accents, if not with their capitals
    places: NDArray[np.int64]  # where each word stands in each of them, see Aligned


def judged(
    answering: Answering, slots: NDArray[np.int64], words: Sequence[Asked], query: str
) -> Judged:
    """Look at titles one by one."""
    folded = answering.segment.folded(slots)
    titles = answering.segment.originals(slots, folded)
    typed = query[:LONGEST]
    where = aligned(answering.segment, slots, [answering.meant(asked) for asked in words])
    added = _likeness(fold(typed).strip(), folded)
    added += np.float32(IN_ORDER) * _in_order(where.places)
    if not typed.isascii():
        added += np.float32(ACCENTED) * _as_accented(typed, titles)
    return Judged(added, titles, where.places)


def best(scores: Sure, rows: NDArray[np.int64], count: int) -> NDArray[np.int64]:
    """Return the places of the highest scores, highest first, ties by row."""
    kept = np.arange(len(scores))
    if len(scores) > count:
        least = np.partition(scores, len(scores) - count)[len(scores) - count]
        above, level = np.flatnonzero(scores > least), np.flatnonzero(scores == least)
        level = level[np.argsort(rows[level])[: count - len(above)]]
        kept = np.concatenate((above, level))
    order: NDArray[np.int64] = kept[np.lexsort((rows[kept], -scores[kept]))]
    return order


def _likeness(typed: str, folded: list[str]) -> Sure:
    from rapidfuzz import fuzz  # noqa: PLC0415 - loaded when something is looked for
    from rapidfuzz.process import cdist  # noqa: PLC0415

    whole = cdist([typed], folded, scorer=fuzz.ratio, dtype=np.float32)[0]
    part = cdist([typed], folded, scorer=fuzz.partial_ratio, dtype=np.float32)[0]
    added: Sure = np.float32(WHOLE) * whole + np.float32(PART) * part
    return added


def _in_order(places: NDArray[np.int64]) -> Sure:
    """Return for each title which share of the words follows the one typed before it."""
    if len(places) < 2:
        return np.zeros(places.shape[1], np.float32)
    before, after = places[:-1], places[1:]
    follows = (after >= before) & (before > NOWHERE)
    share: Sure = follows.mean(axis=0, dtype=np.float32)
    return share


def _as_accented(typed: str, titles: Sequence[str]) -> Sure:
    """Return how many words each title has as they were typed, of those with accents."""
    plain = unicodedata.normalize("NFC", typed).lower()
    wanted = {word for word in _WORD.findall(plain) if fold(word) != word}
    return np.array(
        [
            len(wanted.intersection(_WORD.findall(unicodedata.normalize("NFC", title).lower())))
            for title in titles
        ],
        np.float32,
    )
