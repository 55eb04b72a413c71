"""How well titles answer words. Must not know: which titles count now, how they are ranked."""

from collections import OrderedDict
from collections.abc import Collection, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from reader.search.titling.segment import OTHER, TITLE, Segment, Weighed
from reader.search.titling.vocabulary import Meant, Sure

SURE = 0.75  # what a word must mean at least, outside of titles, where nobody sees why it matched
FORGIVING_FROM = 4  # words in a query from which on one may be missing
FORGIVEN = 8  # words of a query that may be misspelt; the others must stand as they are

JOINED, JOINED_PREFIX = 0.93, 0.84  # two words typed as one, the second one perhaps unfinished
SHORTEST_JOINED = 3  # letters, of each of them
ABBREVIATED = 0.60  # beginnings of words, anywhere in the title; more
AT_START, WHOLE, LETTERS = 0.12, 0.12, 0.02  # at its start, all of it, a letter a word

REMEMBERED = 8  # words of former keystrokes kept, so that only the changed one is looked up
REMEMBERED_ROWS = 2000  # or a sixteenth of all: words with more are looked up at each keystroke
SPREAD_FROM = 8  # rows asked about are at least one of so many: looked up all at once


class Asked(NamedTuple):
    """A word of a query."""

    word: str
    last: bool  # it is being typed, more may follow
    forgiving: bool


class Evidence(NamedTuple):
    """Rows, each once and ascending, that answer a word: how surely, and what that is worth."""

    rows: NDArray[np.int64]
    sure: Sure
    worth: Sure


class Candidates(NamedTuple):
    """Rows that answer a query, ascending: how surely, and what that is worth."""

    rows: NDArray[np.int64]
    quality: Sure
    worth: Sure


class Answering:
    """The answers of one segment; what words mean in it is remembered."""

    def __init__(self, segment: Segment, beside: float) -> None:
        """`beside`: what a word beside a title is worth, of its worth in it."""
        self.segment = segment
        self._beside = np.float32(beside)
        self._meant: OrderedDict[Asked, Meant] = OrderedDict()
        self._remembered: OrderedDict[tuple[Asked, bool], Evidence] = OrderedDict()

    def candidates(self, words: Sequence[Asked], deep: Collection[Asked] = ()) -> Candidates:
        """Return the titles that answer every word; of FORGIVING_FROM words one may be missing.

        For words that are `deep` the costlier ways of meaning a title count, too.
        """
        found = [self.evidence(asked, asked in deep) for asked in words]
        order = sorted(range(len(found)), key=lambda at: len(found[at].rows))
        missing_most = len(words) >= FORGIVING_FROM
        rows = found[order[0]].rows
        if missing_most:
            rows = np.union1d(rows, found[order[1]].rows)
        missing = np.zeros(len(rows), np.uint8)
        here: dict[int, tuple[Sure, Sure]] = {}
        for at in order:
            here[at] = _at(found[at], rows, len(self.segment))
            missing += here[at][0] == 0
            left = np.flatnonzero(missing <= missing_most)
            if len(left) < len(rows):
                rows, missing = rows.take(left), missing.take(left)
                here = {
                    other: (sure.take(left), worth.take(left))
                    for other, (sure, worth) in here.items()
                }
        quality, worth = np.zeros(len(rows), np.float32), np.zeros(len(rows), np.float32)
        weights = np.sqrt([min(len(asked.word), 8) for asked in words])
        shares = (weights / weights.sum()).astype(np.float32)
        for at, share in enumerate(shares):
            quality += share * here[at][0]
            worth += share * here[at][1]
        return Candidates(rows, quality, worth)

    def evidence(self, asked: Asked, deep: bool) -> Evidence:
        """Return the titles that answer one word."""
        key = (asked, deep and asked.forgiving)
        found = self._remembered.get(key)
        if found is None:
            found = self._deeper(asked) if key[1] else self._evidence(asked)
            self._remembered[key] = found
        self._remembered.move_to_end(key)
        return found

    def settle(self) -> None:
        """Forget what takes much memory: a query has been answered."""
        most = max(REMEMBERED_ROWS, len(self.segment) // 16)
        for key in [key for key, its in self._remembered.items() if len(its.rows) > most]:
            del self._remembered[key]
        while len(self._remembered) > REMEMBERED:
            self._remembered.popitem(last=False)

    def meant(self, asked: Asked) -> Meant:
        """Return what words a word may mean."""
        found = self._meant.get(asked)
        if found is None:
            vocabulary = self.segment.vocabulary
            found = vocabulary.meant(asked.word, last=asked.last, forgiving=asked.forgiving)
            self._meant[asked] = found
            while len(self._meant) > REMEMBERED:
                self._meant.popitem(last=False)
        self._meant.move_to_end(asked)
        return found

    def _evidence(self, asked: Asked) -> Evidence:
        segment, meant = self.segment, self.meant(asked)
        in_title = segment.spread(meant, TITLE)
        if asked.forgiving:
            for weighed in self._joined(asked.word):
                _raise(in_title, weighed)
        if not segment.beside:
            rows = np.flatnonzero(in_title > 0)
            return Evidence(rows, in_title[rows], in_title[rows])
        from_sure = int(np.searchsorted(meant.sure, SURE))
        sure = Meant(meant.numbers[from_sure:], meant.sure[from_sure:], meant.low, meant.high)
        beside = segment.spread(sure, OTHER)
        either = np.maximum(in_title, beside)
        rows = np.flatnonzero(either > 0)
        worth = np.maximum(in_title.take(rows), self._beside * beside.take(rows))
        return Evidence(rows, either.take(rows), worth)

    def _deeper(self, asked: Asked) -> Evidence:
        """Return the titles that answer one word in the costlier ways, too."""
        found, segment = self.evidence(asked, deep=False), self.segment
        sure = segment.spread(segment.vocabulary.inside(asked.word), TITLE)
        _raise(sure, self._abbreviated(asked.word))
        worth = sure.copy()
        _raise(sure, Weighed(found.rows, found.sure))
        _raise(worth, Weighed(found.rows, found.worth))
        rows = np.flatnonzero(sure > 0)
        return Evidence(rows, sure[rows], worth[rows])

    def _abbreviated(self, word: str) -> Weighed:
        found = self.segment.abbreviated(word)
        ends = self.segment.token_ends
        counts = ends[found.rows + 1] - ends[found.rows]
        at_start = found.start == 0
        whole = at_start & (
            (found.words == self.segment.lead[found.rows]) | (found.words == counts)
        )
        sure = ABBREVIATED + AT_START * at_start + WHOLE * whole
        sure += LETTERS * np.minimum(len(word) / np.maximum(found.words, 1) - 1, 2)
        return Weighed(found.rows, sure.astype(np.float32))

    def _joined(self, word: str) -> list[Weighed]:
        """Return titles with two words one after the other that were typed as one."""
        found = []
        vocabulary = self.segment.vocabulary
        for end in range(SHORTEST_JOINED, len(word) - SHORTEST_JOINED + 1):
            first, second = (
                part.encode("utf-8", "surrogatepass") for part in (word[:end], word[end:])
            )
            number = vocabulary.number(first)
            if number < 0:
                continue
            low, high = vocabulary.beginning(second)
            if low == high:
                continue
            exact = vocabulary[low] == second
            rows, whole = self._side_by_side(number, low, high)
            sure = np.where(whole & exact, JOINED, JOINED_PREFIX).astype(np.float32)
            found.append(Weighed(rows, sure))
        return found

    def _side_by_side(
        self, number: int, low: int, high: int
    ) -> tuple[NDArray[np.int64], NDArray[np.bool_]]:
        """Return rows with a word and, after it, one of low to high; if it is low itself."""
        segment = self.segment
        rows, others = segment.rows_of(number, number + 1), segment.rows_of(low, high)
        if len(others) < len(rows):
            rows = np.unique(others)
        ends = segment.token_ends
        counts = ends[rows + 1] - ends[rows]
        at = np.repeat(np.arange(len(rows)), counts)
        places = np.repeat(ends[rows] - np.cumsum(counts) + counts, counts) + np.arange(len(at))
        tokens = segment.tokens[places]
        here = np.flatnonzero(tokens[:-1] == number)
        after = tokens[here + 1]
        fits = (after >= low) & (after < high) & (at[here] == at[here + 1])
        here, after = here[fits], after[fits]
        found, first = np.unique(at[here], return_index=True)
        return rows[found].astype(np.int64), after[first] == low


def _raise(sure: Sure, weighed: Weighed) -> None:
    sure[weighed.rows] = np.maximum(sure[weighed.rows], weighed.sure)


def _at(evidence: Evidence, rows: NDArray[np.int64], count: int) -> tuple[Sure, Sure]:
    """Return what the evidence says of some rows of so many, ascending ones: `sure` and `worth`."""
    if len(evidence.rows) == len(rows) and np.array_equal(evidence.rows, rows):
        return evidence.sure, evidence.worth
    if not len(evidence.rows):
        none = np.zeros(len(rows), np.float32)
        return none, none
    if len(rows) * SPREAD_FROM > count:
        everywhere = np.zeros((2, count), np.float32)
        everywhere[0, evidence.rows], everywhere[1, evidence.rows] = evidence.sure, evidence.worth
        return everywhere[0].take(rows), everywhere[1].take(rows)
    places = np.minimum(np.searchsorted(evidence.rows, rows), len(evidence.rows) - 1)
    there = evidence.rows[places] == rows
    nothing = np.float32(0)
    return (
        np.where(there, evidence.sure[places], nothing),
        np.where(there, evidence.worth[places], nothing),
    )
