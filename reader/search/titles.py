"""Titles found as you type, misspellings included. Must not know: where titles come from."""

from __future__ import annotations

import re
from collections import OrderedDict
from collections.abc import Sequence
from typing import TYPE_CHECKING, Self

from reader.model import Match
from reader.search.fold import Spot, asked, fold, folded_with_origins, spots, words
from reader.search.vocabulary import Vocabulary

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

MAX_WORDS = 32  # of a query; the rest of a pasted text is not looked at
OTHER = 0.6  # what a word is worth in site, author, tags or path, of its worth in the title
SURE = 0.75  # what a word must mean at least, outside of titles, where nobody sees why it matched
FORGIVING_FROM = 4  # words in a query from which on one may be missing
GOOD_ENOUGH = 0.72  # share of the best match's quality below which a match is noise
POOL = 400  # best titles whose whole text is compared with the query
LIT = 200  # best matches whose matching characters are worked out; nobody looks at more
REMEMBERED = 16  # words of former keystrokes kept, so that only the changed one is looked up

_LENGTH_COST = 0.0004  # a character
_WHOLE, _PART = 0.0012, 0.0008  # a percent of similarity to the whole title, to its best part
_COMPOUND = re.compile(r"[^\W_]+(?:[-'\u2019.][^\W_]+)+")
_JOINERS = re.compile(r"[-'\u2019.]")


class TitleIndex:
    """Finds titles by their words, typed in any order, unfinished, misspelt or unaccented."""

    def __init__(self, titles: Sequence[str], others: Sequence[str]) -> None:
        import numpy as np  # noqa: PLC0415 - heavy libraries are loaded at first use

        self._titles = titles
        self._folded = [fold(title) for title in titles]
        in_titles = [words(folded) + _compounds(folded) for folded in self._folded]
        in_others = [words(other) for other in others]
        vocabulary = {word for found in (*in_titles, *in_others) for word in found}
        self._vocabulary = Vocabulary(vocabulary)
        numbers = {word: number for number, word in enumerate(self._vocabulary.words)}
        self._in_titles = _Postings(in_titles, numbers)
        self._in_others = _Postings(in_others, numbers)
        self._lengths = np.fromiter(map(len, self._folded), np.float32, len(titles))
        self._meant: OrderedDict[tuple[str, bool], NDArray[np.float32]] = OrderedDict()

    @classmethod
    def build(cls, titles: Sequence[str], others: Sequence[str] = ()) -> Self:
        """Return an index over the titles.

        `others[i]` are words that lead to title i too, but count less: its site, author, tags and
        path. It is as long as `titles`, or empty.
        """
        return cls(titles, others)

    def __len__(self) -> int:
        return len(self._titles)

    def find(
        self, query: str, limit: int = 100, allowed: NDArray[np.bool_] | None = None
    ) -> list[Match]:
        """Return the titles that answer every word of the query, best first, ties by row.

        The last word may be unfinished. Of four words or more, one may be missing. `allowed`, one
        bool a title, says which may be found; None: all. Only the best LIT matches have positions.
        """
        import numpy as np  # noqa: PLC0415

        looked_for = asked(query)[:MAX_WORDS]
        if not looked_for or not self._titles or limit < 1:
            return []
        scores, rows = self._score(looked_for, allowed)
        scores = scores - np.float32(_LENGTH_COST) * self._lengths[rows]
        best = np.lexsort((rows, -scores))[: max(limit, POOL)]
        rows, scores = rows[best], scores[best]
        scores[:POOL] += self._likeness(query, rows[:POOL])
        order = np.lexsort((rows, -scores))[:limit]
        found = zip(rows[order].tolist(), scores[order].tolist(), strict=True)
        return [
            Match(row, score, self._positions(row, looked_for) if place < LIT else ())
            for place, (row, score) in enumerate(found)
        ]

    def _score(
        self, looked_for: list[str], allowed: NDArray[np.bool_] | None
    ) -> tuple[NDArray[np.float32], NDArray[np.int64]]:
        """Return how well titles answer all words, and which titles those are, in row order."""
        import numpy as np  # noqa: PLC0415

        size = len(self._titles)
        quality, scores = np.zeros(size, np.float32), np.zeros(size, np.float32)
        missing = np.zeros(size, np.uint8)
        weights = np.sqrt([min(len(word), 8) for word in looked_for])
        shares = (weights / weights.sum()).astype(np.float32)
        for place, (word, share) in enumerate(zip(looked_for, shares, strict=True)):
            meant = self._means(word, place == len(looked_for) - 1)
            numbers = np.flatnonzero(meant)
            numbers = numbers[np.argsort(meant[numbers], kind="stable")]
            here = self._in_titles.spread(numbers, meant[numbers], size)
            sure = numbers[meant[numbers] >= SURE]
            there = self._in_others.spread(sure, meant[sure], size)
            either = np.maximum(here, there)
            quality += share * either
            scores += share * np.maximum(here, np.float32(OTHER) * there)
            missing += either == 0
        quality[missing > (len(looked_for) >= FORGIVING_FROM)] = 0
        if allowed is not None:
            quality[~allowed] = 0
        rows = np.flatnonzero(quality > 0)
        if len(rows):
            rows = rows[quality[rows] >= GOOD_ENOUGH * quality[rows].max()]
        return scores[rows], rows

    def _means(self, word: str, last: bool) -> NDArray[np.float32]:
        key = (word, last)
        if key not in self._meant:
            self._meant[key] = self._vocabulary.meant(word, last=last)
            if len(self._meant) > REMEMBERED:
                self._meant.popitem(last=False)
        self._meant.move_to_end(key)
        return self._meant[key]

    def _likeness(self, query: str, rows: NDArray[np.int64]) -> NDArray[np.float32]:
        """Return what the look of the whole titles adds to their scores."""
        import numpy as np  # noqa: PLC0415
        from rapidfuzz import fuzz  # noqa: PLC0415
        from rapidfuzz.process import cdist  # noqa: PLC0415

        if not len(rows):
            return np.zeros(0, np.float32)
        typed = [fold(query).strip()]
        titles = [self._folded[row] for row in rows.tolist()]
        whole = cdist(typed, titles, scorer=fuzz.ratio, dtype=np.float32)[0]
        part = cdist(typed, titles, scorer=fuzz.partial_ratio, dtype=np.float32)[0]
        likeness: NDArray[np.float32] = np.float32(_WHOLE) * whole + np.float32(_PART) * part
        return likeness

    def _positions(self, row: int, looked_for: list[str]) -> tuple[int, ...]:
        """Return the characters of a title that match, each word lit where it is meant most."""
        folded, origins = folded_with_origins(self._titles[row])
        found = _spots(folded)
        lit: set[int] = set()
        for place, word in enumerate(looked_for):
            meant = self._means(word, place == len(looked_for) - 1)
            sure, best = 0.0, None
            for spot in found:
                number = self._vocabulary.number(spot.word)
                if number is not None and meant[number] > sure:
                    sure, best = float(meant[number]), spot
            if best is not None:
                lit.update(origins[at] for at in _lit(word, best, folded))
        return tuple(sorted(lit))


class _Postings:
    """Which rows have which word: for each word's number a slice of one array."""

    def __init__(self, texts: list[list[str]], numbers: dict[str, int]) -> None:
        import numpy as np  # noqa: PLC0415

        found = np.array([numbers[word] for text in texts for word in text], np.int64)
        lengths = np.fromiter(map(len, texts), np.int64, len(texts))
        rows = np.repeat(np.arange(len(texts), dtype=np.int32), lengths)
        self._rows = rows[np.argsort(found, kind="stable")]
        self._ends = np.zeros(len(numbers) + 1, np.int64)
        np.cumsum(np.bincount(found, minlength=len(numbers)), out=self._ends[1:])

    def spread(
        self, numbers: NDArray[np.int64], sure: NDArray[np.float32], size: int
    ) -> NDArray[np.float32]:
        """Return for each of `size` rows the surest of its words; `sure` must be ascending."""
        import numpy as np  # noqa: PLC0415

        counts = self._ends[numbers + 1] - self._ends[numbers]
        total = int(counts.sum())
        first = np.repeat(self._ends[numbers] - np.cumsum(counts) + counts, counts)
        spread = np.zeros(size, np.float32)
        spread[self._rows[first + np.arange(total)]] = np.repeat(sure, counts)  # the last one wins
        return spread


def _compounds(folded: str) -> list[str]:
    """Return the compounds of a folded title as one word each: email for e-mail."""
    return [_JOINERS.sub("", compound) for compound in _COMPOUND.findall(folded)]


def _spots(folded: str) -> list[Spot]:
    """Return where the words and the compounds of a folded title stand."""
    found = spots(folded)
    for compound in _COMPOUND.finditer(folded):
        found.append(Spot(_JOINERS.sub("", compound[0]), *compound.span()))
    return found


def _lit(word: str, spot: Spot, folded: str) -> list[int]:
    """Return which characters of a word of the title to light up for a word of the query."""
    from rapidfuzz.distance import Levenshtein  # noqa: PLC0415

    standing = folded[spot.start : spot.end]
    at = spot.word.find(word)
    if standing != spot.word:  # a compound, or a character with the next one
        return list(range(spot.start, max(spot.end, spot.start + len(word) * (at == 0))))
    if at >= 0:
        return list(range(spot.start + at, spot.start + at + len(word)))
    same = Levenshtein.opcodes(word, standing)
    return [
        spot.start + at
        for code in same
        if code.tag == "equal"
        for at in range(code.dest_start, code.dest_end)
    ]
