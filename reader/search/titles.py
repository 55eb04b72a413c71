"""Titles found as you type, misspellings included. Must not know: where titles come from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Self

from reader.model import Match
from reader.search.fold import asked

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from reader.search.titling.answering import Answering, Asked
    from reader.search.titling.segment import Segment

MAX_WORDS = 32  # of a query; the rest of a pasted text is not looked at
MAX_TYPED = 20_000  # characters of a query that are looked at
GOOD_ENOUGH = 0.72  # share of the best match's quality below which a match is noise
CLEAR = 0.95  # quality of a match from which on costlier ways of meaning a title are left out
KNOWN = 0.9  # sureness of a word from which on it is not looked for in costlier ways
POOL = 200  # best titles whose whole text is compared with the query
LIT = 100  # best matches whose matching characters are worked out; nobody looks at more
BESIDE = 0.6  # what a word is worth in site, author, tags or path, of its worth in the title
MERGED_FROM = 0.125  # share of titles added, changed or gone at which all are gathered anew
FEW = 1000  # titles that are always gathered anew


class TitleIndex:
    """Finds titles by their words, typed in any order, unfinished, misspelt or unaccented.

    Titles that were added or changed since it was built are in a second, small segment; rows say
    which of each segment's titles count. For any thread, but one at a time.
    """

    def __init__(
        self, segments: Sequence[Segment], rows: Sequence[NDArray[np.int32]], stamp: int = 0
    ) -> None:
        """`rows` has for each title of each segment the row it has now, or -1 if it is gone."""
        from reader.search.titling.answering import Answering  # noqa: PLC0415 - loads numpy

        self._parts = [
            _Part(Answering(segment, BESIDE), row, bool((row >= 0).all()))
            for segment, row in zip(segments, rows, strict=True)
        ]
        self._size = sum(int((row >= 0).sum()) for row in rows)
        self.stamp = stamp

    @classmethod
    def build(cls, titles: Sequence[str], others: Sequence[str] = ()) -> Self:
        """Return an index over the titles.

        `others[i]` are words that lead to title i too, but count less: its site, author, tags and
        path. It is as long as `titles`, or empty.
        """
        import numpy as np  # noqa: PLC0415 - heavy libraries are loaded at first use

        from reader.search.titling.building import build  # noqa: PLC0415

        return cls([build(titles, others)], [np.arange(len(titles), dtype=np.int32)])

    def updated(self, titles: Sequence[str], others: Sequence[str] = ()) -> Self:
        """Return an index over these titles, of which most were in this one, in any order.

        It finds what one that is built finds. What has not changed is not cut into words again;
        if nothing has, it is this one.
        """
        import numpy as np  # noqa: PLC0415

        from reader.search.titling.building import build, keys, places  # noqa: PLC0415

        base, wanted = self._parts[0].answering.segment, keys(titles, others)
        rows, added = places(base.keys, wanted)
        now = np.concatenate([part.rows for part in self._parts])
        if np.array_equal(now, np.concatenate((rows, added))):
            known = [part.answering.segment.keys for part in self._parts[1:]]
            if np.array_equal(wanted[added], np.concatenate([base.keys[:0], *known])):
                return self
        changed = int((rows < 0).sum()) + len(added)
        if len(titles) <= FEW or changed > MERGED_FROM * len(titles):
            return self.build(titles, others)
        if not len(added):
            return type(self)([base], [rows])
        new = added.tolist()
        some = build([titles[row] for row in new], [others[row] for row in new] if others else ())
        return type(self)([base, some], [rows, added])

    def save(self, folder: Path, stamp: int = 0) -> None:
        """Keep it in a folder of its own, with a number to tell its state by.

        Whoever loads it meanwhile gets what was there before. OSError if it cannot be written.
        """
        from reader.search.titling.saving import save  # noqa: PLC0415

        save(folder, [(part.answering.segment, part.rows) for part in self._parts], stamp)

    @classmethod
    def load(cls, folder: Path) -> Self:
        """Return the index that was saved in a folder, with its `stamp`.

        TitleIndexError if there is none, or it is damaged, or of another version.
        """
        from reader.search.titling.saving import load  # noqa: PLC0415

        parts, stamp = load(folder)
        return cls([segment for segment, _ in parts], [rows for _, rows in parts], stamp)

    def __len__(self) -> int:
        return self._size

    def compared(self, row: int) -> str:
        """Return a row's title as queries are compared with it: as long as it is, in small letters.

        One that is not ASCII is as it is. IndexError where there is no such row.
        """
        import numpy as np  # noqa: PLC0415

        for part in self._parts:
            slots = np.flatnonzero(part.rows == row)
            if len(slots):
                segment = part.answering.segment
                [title] = segment.originals(slots, segment.folded(slots))
                return title
        raise IndexError(row)

    def texts(self, rows: NDArray[np.int64]) -> list[str]:
        """Return the titles of some rows, each as `compared` has it."""
        import numpy as np  # noqa: PLC0415

        titles = [""] * len(rows)
        for part in self._parts:
            slots = np.flatnonzero(part.rows >= 0)
            slot_of = np.full(len(self), -1, np.int64)
            slot_of[part.rows[slots]] = slots
            wanted = slot_of[rows]
            here = np.flatnonzero(wanted >= 0)
            segment, slots = part.answering.segment, wanted[here]
            found = segment.originals(slots, segment.folded(slots))
            for place, title in zip(here.tolist(), found, strict=True):
                titles[place] = title
        return titles

    def find(
        self, query: str, limit: int = 100, allowed: NDArray[np.bool_] | None = None
    ) -> list[Match]:
        """Return the titles that `search` finds; only the best LIT have positions."""
        found = self.search(query, limit, allowed)
        positions = [found.positions(at) if at < LIT else () for at in range(len(found.rows))]
        return [*map(Match, found.rows, found.scores, positions)]

    def search(
        self, query: str, limit: int = 100, allowed: NDArray[np.bool_] | None = None
    ) -> TitlesFound:
        """Return the titles that answer every word of the query, best first, ties by row.

        The last word may be unfinished. Of four words or more, one may be missing. `allowed`, one
        bool a title, says which may be found; None: all.
        """
        import numpy as np  # noqa: PLC0415

        from reader.search.titling.ranking import best, judged  # noqa: PLC0415

        words = _words(query)
        if not words or limit < 1:
            return TitlesFound()
        found, good = self._found(words, allowed)
        kept = best(found.scores.take(good), found.rows.take(good), max(limit, POOL))
        found = found.chosen(good[kept])
        pool = found.part[:POOL]
        titles = [""] * len(pool)
        where = np.zeros((len(words), len(pool)), np.int64)
        for number in np.unique(pool).tolist():
            here = np.flatnonzero(pool == number)
            seen = judged(self._parts[number].answering, found.slots[here], words, query)
            found.scores[here] += seen.added
            where[:, here] = seen.places
            for place, title in zip(here.tolist(), seen.titles, strict=True):
                titles[place] = title
        order = np.lexsort((found.rows, -found.scores))[:limit]
        typed = [asked.word for asked in words]
        rows, scores = found.rows[order].tolist(), found.scores[order].tolist()
        return TitlesFound(rows, scores, typed, titles, where, order.tolist())

    def _found(
        self, words: Sequence[Asked], allowed: NDArray[np.bool_] | None
    ) -> tuple[_Found, NDArray[np.int64]]:
        """Return the titles that answer a query, in no order, and the places of good ones."""
        import numpy as np  # noqa: PLC0415

        deep: list[Asked] = []
        parts, most = self._answering(words, deep, allowed)
        if most < CLEAR:
            deep = [asked for asked in words if asked.forgiving and self._surest(asked) < KNOWN]
        if deep:
            parts, most = self._answering(words, deep, allowed)
        found = _Found.joined(parts) if len(parts) > 1 else parts[0]
        for part in self._parts:
            part.answering.settle()
        return found, np.flatnonzero(found.quality >= GOOD_ENOUGH * most)

    def _answering(
        self, words: Sequence[Asked], deep: Sequence[Asked], allowed: NDArray[np.bool_] | None
    ) -> tuple[list[_Found], float]:
        """Return what each part has, and the best quality of all."""
        parts = [
            part.found(number, words, deep, allowed) for number, part in enumerate(self._parts)
        ]
        most = max((float(part.quality.max()) for part in parts if len(part.rows)), default=0.0)
        return parts, most

    def _surest(self, asked: Asked) -> float:
        """Return how surely a word of the query means any title."""
        return max((part.surest(asked) for part in self._parts), default=0.0)


@dataclass(frozen=True, slots=True)
class TitlesFound:
    """Titles that answer a query, the best first."""

    rows: Sequence[int] = ()
    scores: Sequence[float] = ()
    typed: Sequence[str] = ()  # the words of the query
    pool: Sequence[str] = ()  # the POOL best titles, as they were before they were looked at
    where: NDArray[np.int64] | None = None  # for each word and title the word of the title
    order: Sequence[int] = ()  # which of the pool each is now; a higher number: it is not in it

    def positions(self, at: int) -> tuple[int, ...]:
        """Return which characters of the title at a place match; none beyond the best POOL."""
        from reader.search.titling.lighting import lit  # noqa: PLC0415

        title = self.order[at]
        if title >= len(self.pool) or self.where is None:
            return ()
        return lit(self.pool[title], self.typed, self.where[:, title].tolist())


class _Found(NamedTuple):
    """Titles, each by the number of its part, its slot in that, and its row."""

    part: NDArray[np.int8]
    slots: NDArray[np.int64]
    rows: NDArray[np.int64]
    quality: NDArray[np.float32]
    scores: NDArray[np.float32]

    @classmethod
    def joined(cls, parts: Sequence[Self]) -> Self:
        """Return what is in several ones, one after the other."""
        import numpy as np  # noqa: PLC0415

        return cls._make(np.concatenate(each) for each in zip(*parts, strict=True))

    def chosen(self, places: NDArray[np.int64]) -> Self:
        """Return the titles at some places, in their order."""
        return type(self)._make(each[places] for each in self)


class _Part(NamedTuple):
    """A segment, and the row that each of its titles has now."""

    answering: Answering
    rows: NDArray[np.int32]
    whole: bool  # all of its titles count now

    def found(
        self,
        number: int,
        words: Sequence[Asked],
        deep: Sequence[Asked],
        allowed: NDArray[np.bool_] | None,
    ) -> _Found:
        """Return the titles that answer the words, count now, and are allowed."""
        import numpy as np  # noqa: PLC0415

        from reader.search.titling.ranking import by_length  # noqa: PLC0415

        slots, quality, worth = self.answering.candidates(words, deep)
        rows = self.rows[slots].astype(np.int64)
        counts = rows >= 0
        if allowed is not None:
            counts &= allowed[rows]
        if not counts.all():
            slots, rows = slots[counts], rows[counts]
            quality, worth = quality[counts], worth[counts]
        scores = by_length(self.answering, slots, worth)
        return _Found(np.full(len(rows), number, np.int8), slots, rows, quality, scores)

    def surest(self, asked: Asked) -> float:
        """Return how surely a word means any title that counts now."""
        evidence = self.answering.evidence(asked, deep=False)
        sure = evidence.sure
        if not self.whole:
            sure = sure[self.rows[evidence.rows] >= 0]
        return float(sure.max(initial=0))


def _words(query: str) -> list[Asked]:
    """Return the words of a query, each once."""
    from reader.search.titling.answering import FORGIVEN, Asked  # noqa: PLC0415

    typed = list(dict.fromkeys(asked(query[:MAX_TYPED])))[:MAX_WORDS]
    return [
        Asked(word, place == len(typed) - 1, place < FORGIVEN) for place, word in enumerate(typed)
    ]
