"""A query over growing lines: which of them answer, best first.

Must not know: where lines come from, what is done with them.
"""

from __future__ import annotations

import re
import threading
from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from itertools import islice, product
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from reader.search.fold import asked
from reader.search.picking.lines import Lines
from reader.search.picking.matching.block import INSIDE, NONE, Block
from reader.search.picking.terms import Form, Group, Kind, Manner, Term, parse, positive
from reader.search.titles import TitleIndex

SHORTLIST = 200  # lines that the title index judges; those below are ordered by costs alone
ENOUGH = 20  # lines with all words as they were typed; where there are fewer, misspelt ones count
FORGIVEN = 8  # words of a query that may be misspelt, as in titles; the rest of a pasted text not
JUDGED = 400  # characters of a line that are judged
WAYS = 8  # of choosing between alternatives that are judged
MOST = 255  # of a cost, and of a length, in the order of what is not judged
DEAREST = 10_000  # the sum of costs of a line that does not answer

_LONE = re.compile("[\ud800-\udfff]")
_SIGN = re.compile(r"[^\w\s\-'\u2019,]")

Rows = NDArray[np.int64]
_NO_ROWS = np.zeros(0, np.int64)


class Picked(NamedTuple):
    """The lines that answer a query, best first."""

    rows: Rows
    scores: NDArray[np.float32]  # descending, unless the order is that of the input
    positions: Mapping[int, tuple[int, ...]]  # characters that matched, of lines that were judged


class _Found(NamedTuple):
    """The lines that answer, in the order they came."""

    rows: Rows
    costs: Rows
    lengths: Rows
    literal: int  # how many have all words as they were typed


class Snapshot(NamedTuple):
    """All lines of one moment."""

    blocks: Sequence[Block]
    firsts: Sequence[int]  # the number of the first line of each block
    total: int

    def place(self, row: int) -> tuple[int, int]:
        """Return which block a line is in, and where there."""
        block = bisect_right(self.firsts, row) - 1
        return block, row - self.firsts[block]


class Picker:
    """Finds lines; one thread at a time may ask."""

    def __init__(self, lines: Lines, manner: Manner) -> None:
        self.lines = lines
        self._manner = manner
        self._lock = threading.Lock()
        self._blocks: list[Block] = []
        self._late: tuple[int, Block] | None = None  # what is not sealed, and how long it was
        self._index: TitleIndex | None = None  # of all lines, where many queries are to come

    def index(self) -> None:
        """Make queries faster, for as long as no line is added; some 30,000 lines a second."""
        shot = self._snapshot()
        self._index = TitleIndex.build(_judgeable(shot, range(shot.total)))

    def prepare(self) -> None:
        """Take in the lines that are sealed, so that the next query need not; in any thread."""
        with self._lock:
            for chunk in self.lines.sealed()[len(self._blocks) :]:
                block = Block(chunk.raw, self.lines.separator)
                block.warm()
                self._blocks.append(block)

    def _snapshot(self) -> Snapshot:
        sealed, late = self.lines.chunks()
        self.prepare()
        blocks, firsts = self._blocks[: len(sealed)], [chunk.first for chunk in sealed]
        if late is not None:
            if self._late is None or self._late[0] != len(late.raw) + late.first:
                block = Block(late.raw, self.lines.separator)
                self._late = len(late.raw) + late.first, block
            blocks, firsts = [*blocks, self._late[1]], [*firsts, late.first]
        total = firsts[-1] + len(blocks[-1]) if blocks else 0
        return Snapshot(blocks, firsts, total)

    def find(self, typed: str, wanted: Callable[[], bool] = lambda: True) -> Picked | None:
        """Return the lines that answer all of a query, or None as soon as it is not wanted."""
        groups = parse(typed, self._manner)
        shot = self._snapshot()
        if not groups or not shot.total:
            return self._as_they_came(np.arange(shot.total))
        found = self._found(shot, groups, wanted)
        if found is None:
            return None
        if not positive(groups):
            return self._as_they_came(found.rows)
        judged = self._judged(shot, groups, found, wanted)
        if judged is None:
            return None
        rows, costs, lengths, _ = found
        best, scores, positions = judged
        if not self._manner.sort:
            there = np.zeros(shot.total, np.bool_)
            there[rows] = there[best] = True
            return self._as_they_came(np.flatnonzero(there))._replace(positions=positions)
        below = np.ones(shot.total, np.bool_)
        below[best] = False
        rest = below[rows]
        rows, costs, lengths = rows[rest], costs[rest], lengths[rest]
        key = (np.minimum(costs, MOST) << 8 | np.minimum(lengths, MOST)).astype(np.uint16)
        if self._manner.tac:
            rows, key = rows[::-1], key[::-1]
        order = np.argsort(key, kind="stable")
        lower = 1 / (2 + key[order].astype(np.float32))
        return Picked(
            np.concatenate((best, rows[order])), np.concatenate((scores, lower)), positions
        )

    def _as_they_came(self, rows: Rows) -> Picked:
        rows = rows[::-1] if self._manner.tac else rows
        return Picked(rows, np.zeros(len(rows), np.float32), {})

    def _found(
        self, shot: Snapshot, groups: Sequence[Group], wanted: Callable[[], bool]
    ) -> _Found | None:
        """Return the lines that answer as fzf has it."""
        literal = 0
        all_rows, all_costs, all_lengths = [_NO_ROWS], [_NO_ROWS], [_NO_ROWS]
        for block, first in zip(shot.blocks, shot.firsts, strict=True):
            if not wanted():
                return None
            total = np.zeros(len(block), np.int64)
            dearest = np.zeros(len(block), np.uint8)
            for group in groups:
                costs = block.answered(group)
                total += costs
                np.maximum(dearest, costs, out=dearest)
                if dearest.min() == NONE:
                    break
            rows = np.flatnonzero(dearest != NONE)
            literal += int(np.count_nonzero(dearest <= INSIDE))
            all_rows.append(rows + first)
            all_costs.append(total[rows])
            all_lengths.append(block.lengths[rows])
        joined = [np.concatenate(parts) for parts in (all_rows, all_costs, all_lengths)]
        return _Found(joined[0], joined[1], joined[2], literal)

    # ---- the best of them, judged as titles are

    def _judged(
        self, shot: Snapshot, groups: Sequence[Group], found: _Found, wanted: Callable[[], bool]
    ) -> tuple[Rows, NDArray[np.float32], dict[int, tuple[int, ...]]] | None:
        """Return the best lines in the order in which the title index puts them."""
        ways = [way for way in islice(product(*groups), WAYS) if _typed(way)]
        forgiving = found.literal < ENOUGH
        rows: Rows | None = np.zeros(0, np.int64)
        if ways and self._index is not None and len(self._index) == shot.total:
            index, rows = self._index, np.arange(shot.total)
        elif ways:
            rows = self._shortlist(shot, groups, forgiving, wanted)
            if rows is not None:
                index = TitleIndex.build(_judgeable(shot, rows.tolist()))
        if rows is None:
            return None
        scores = np.full(len(rows), -np.inf, np.float32)
        positions: dict[int, tuple[int, ...]] = {}
        may = np.ones(shot.total, np.bool_)
        if not forgiving:
            may[:] = False
            may[found.rows] = True
        for way in ways:
            if not wanted():
                return None
            allowed = np.concatenate([_allowed(block, way) for block in shot.blocks]) & may
            for match in index.find(_typed(way), SHORTLIST, allowed[rows]):
                if match.score > scores[match.row]:
                    scores[match.row] = match.score
                    positions[int(rows[match.row])] = match.positions
        best = np.flatnonzero(scores > -np.inf)
        best = best[np.lexsort((-best if self._manner.tac else best, -scores[best]))]
        return rows[best], 1 + np.maximum(scores[best], 0), positions

    def _shortlist(
        self,
        shot: Snapshot,
        groups: Sequence[Group],
        forgiving: bool,
        wanted: Callable[[], bool],
    ) -> Rows | None:
        """Return the lines with the lowest costs, in the order they came."""
        rows, keys = [np.zeros(0, np.int64)], [np.zeros(0, np.int64)]
        for block, first in zip(shot.blocks, shot.firsts, strict=True):
            if not wanted():
                return None
            total = np.zeros(len(block), np.int64)
            for place in (*range(FORGIVEN, len(groups)), *range(min(FORGIVEN, len(groups)))):
                group, last = groups[place], place == len(groups) - 1
                forgiven = forgiving and place < FORGIVEN
                costs = _likely(block, group, last=last) if forgiven else block.answered(group)
                total += np.where(costs == NONE, DEAREST, costs.astype(np.int64))
                if total.min() >= DEAREST:
                    break
            at = np.flatnonzero(total < DEAREST)
            key = (total[at] << 16) | np.minimum(block.lengths[at], 2**16 - 1)
            if len(at) > SHORTLIST:
                best = np.argpartition(key, SHORTLIST)[:SHORTLIST]
                at, key = at[best], key[best]
            rows.append(at + first)
            keys.append(key)
        row, key = np.concatenate(rows), np.concatenate(keys)
        return np.sort(row[np.lexsort((row, key))[:SHORTLIST]])


def _likely(block: Block, group: Group, *, last: bool) -> NDArray[np.uint8]:
    """Return costs of the best of the alternatives, where misspelt words count, too."""
    ways = [
        block.likely(term, last=last) if _is_fuzzy(term) else block.cost(term) for term in group
    ]
    costs: NDArray[np.uint8] = np.minimum.reduce(ways)
    return costs


def _is_fuzzy(term: Term) -> bool:
    return term.kind is Kind.FUZZY and not term.negated


def _typed(way: Sequence[Term]) -> str:
    """Return the words that the title index is to find, or nothing where it knows no word."""
    text = " ".join(term.text for term in way if _is_fuzzy(term))
    return text if asked(text) else ""


def _allowed(block: Block, way: Sequence[Term]) -> NDArray[np.bool_]:
    """Return which lines have all of a way that the title index does not see."""
    allowed = np.ones(len(block), np.bool_)
    for term in way:
        if _is_fuzzy(term) and term.form is Form.FOLDED:
            for sign in set(_SIGN.findall(term.text)):
                allowed &= block.literal(sign, Form.FOLDED) != NONE
        else:
            allowed &= block.cost(term) != NONE
    return allowed


def _judgeable(shot: Snapshot, rows: Sequence[int]) -> list[str]:
    """Return the starts of lines, without what no index takes."""
    texts = []
    for block, place in map(shot.place, rows):
        text = shot.blocks[block].line(place)[: JUDGED * 4].decode("utf-8", "surrogateescape")
        text = text[:JUDGED]
        texts.append(text if text.isascii() else _LONE.sub("\ufffd", text))
    return texts
