"""Which page comes first with each line of clutter, in the order of seals."""

from array import array
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import NamedTuple

from reader.catalogue.packing import unpack_choice, unpack_numbers
from reader.catalogue.values import PAGE, number_list
from reader.sqlite import Database

FOLD = 1_000_000  # lines taken in at once: some 150 MB
BUCKETS = 4_096  # a line lies in that of its last bits: a row for each would take twice the room

Held = dict[int, tuple[int, int]]
"""Lines of clutter: how many pages hold each, and the row of the first of them."""


class Arrived(NamedTuple):
    """A page that came, in the order of seals."""

    seal: int
    row: int
    clutter: frozenset[int]


class FirstPages:
    """Pages that came and went are taken in together, in the order of the table of clutter."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def refresh(self) -> tuple["array[int]", set[int]]:
        """Take in what came and went: the rows that came, and the lines that have another first
        page than they had before, where pages hold them that were here before."""
        rows = array("q")
        with self._intact():
            lines = self._leave()
            for arrived in self._arrived():
                rows.extend(page.row for page in arrived)
                lines.update(self._arrive(arrived))
        return rows, lines

    def of(self, lines: Iterable[int]) -> dict[int, int]:
        """The seal of the first page of each of these lines that two pages or more hold."""
        rows: dict[int, int] = {}
        with self._intact():
            for bucket, some in _in_buckets(lines):
                for (often,) in self._database.rows(
                    "SELECT often FROM clutter WHERE bucket = ?", (bucket,)
                ):
                    held = _unpacked(b"", often)
                    rows.update((line, held[line][1]) for line in some if line in held)
            seals = self._seals(rows.values())
            return {line: seals[row] for line, row in rows.items()}

    # ---- coming

    def _arrived(self) -> Iterator[list[Arrived]]:
        """New pages, a portion at a time."""
        arrived: list[Arrived] = []
        size = 0
        while pages := self._database.rows(
            "SELECT row, seal, clutter, numbers FROM sketch JOIN fingerprint USING (row)"
            " WHERE placed = 0 ORDER BY row LIMIT ?",
            (PAGE,),
        ):
            for row, seal, clutter, numbers in pages:
                held = unpack_choice(clutter, unpack_numbers(numbers))
                arrived.append(Arrived(seal, row, held))
                size += len(held)
            self._database.rows(
                "UPDATE sketch SET placed = 1 WHERE placed = 0 AND row <= ?", (pages[-1][0],)
            )
            if size > FOLD:
                yield arrived
                arrived, size = [], 0
        yield arrived

    def _arrive(self, pages: list[Arrived]) -> list[int]:
        """Take in new pages; the lines that had another first page."""
        count = Counter(line for page in pages for line in page.clutter)
        first: dict[int, Arrived] = {}
        for page in sorted(pages, key=lambda page: page[:2], reverse=True):
            first.update(dict.fromkeys(page.clutter, page))
        others: list[int] = []

        def arrive(held: Held, lines: list[int]) -> None:
            known = self._seals(held[line][1] for line in lines if line in held)
            for line in lines:
                before, row = held.get(line, (0, 0))
                if not before:
                    row = first[line].row
                elif first[line].seal < known[row]:
                    row = first[line].row
                    others.append(line)
                held[line] = before + count[line], row

        self._change(first, arrive)
        return others

    # ---- going

    def _leave(self) -> set[int]:
        """Take pages that left out of the counts: the lines that have another first page now."""
        stale: dict[int, int] = {}  # with the seal of the one that left
        while pages := self._database.rows(
            "SELECT rowid, row, seal, clutter FROM departed_sketch ORDER BY rowid LIMIT ?", (PAGE,)
        ):
            gone: defaultdict[int, dict[int, int]] = defaultdict(dict)
            for _, row, seal, clutter in pages:
                for line in unpack_numbers(clutter):
                    gone[line][row] = seal
            self._take_out(gone, stale)
            self._database.rows("DELETE FROM departed_sketch WHERE rowid <= ?", (pages[-1][0],))
        found = self._find(stale.keys())
        return {line for line, seal in found.items() if seal != stale[line]}

    def _take_out(self, gone: dict[int, dict[int, int]], stale: dict[int, int]) -> None:
        """Take out lines of pages that left; note those whose first page did, with its seal."""

        def leave(held: Held, lines: list[int]) -> None:
            for line in lines:
                count, first = held.pop(line)
                if count > len(gone[line]):
                    held[line] = count - len(gone[line]), first
                    if first in gone[line]:
                        stale[line] = gone[line][first]

        self._change(gone, leave)

    def _find(self, stale: Iterable[int]) -> dict[int, int]:
        """Look for the first page of these lines among all that are left; their seals."""
        wanted = set(stale)
        first: dict[int, tuple[int, int]] = {}
        for row, seal, lines in self.holding(wanted):
            for line in lines:
                first[line] = min((seal, row), first.get(line, (seal, row)))

        def renew(held: Held, lines: list[int]) -> None:
            for line in lines:
                held[line] = held[line][0], first[line][1]

        self._change(first, renew)
        return {line: seal for line, (seal, _) in first.items()}

    def holding(self, lines: set[int]) -> Iterator[tuple[int, int, set[int]]]:
        """The row and seal of each page that was taken in, and which of these lines it holds."""
        last = 0
        while lines and (
            pages := self._database.rows(
                "SELECT row, seal, clutter, numbers FROM sketch JOIN fingerprint USING (row)"
                " WHERE placed = 1 AND row > ? ORDER BY row LIMIT ?",
                (last, PAGE),
            )
        ):
            last = pages[-1][0]
            for row, seal, clutter, packed in pages:
                numbers = unpack_numbers(packed)
                if not lines.isdisjoint(numbers) and (
                    held := lines & unpack_choice(clutter, numbers)
                ):
                    yield row, seal, held

    # ---- the table

    @contextmanager
    def _intact(self) -> Iterator[None]:
        """Take lines of pages that are not there, or half a line, for damage."""
        try:
            yield
        except (KeyError, ValueError) as error:
            raise self._database.damaged() from error

    def _seals(self, rows: Iterable[int]) -> dict[int, int]:
        """The seal of each of these pages."""
        return dict(
            self._database.rows(
                "SELECT row, seal FROM sketch WHERE row IN (SELECT value FROM json_each(?))",
                (number_list(set(rows)),),
            )
        )

    def _change(self, lines: Iterable[int], how: Callable[[Held, list[int]], None]) -> None:
        """Change what is known of these lines, a bucket at a time."""
        for bucket, some in _in_buckets(lines):
            before = self._database.rows(
                "SELECT once, often FROM clutter WHERE bucket = ?", (bucket,)
            )
            held = _unpacked(*before[0]) if before else {}
            how(held, some)
            self._database.rows(
                "INSERT OR REPLACE INTO clutter (bucket, once, often) VALUES (?, ?, ?)"
                if held
                else "DELETE FROM clutter WHERE bucket = ?",
                (bucket, *_packed(held)) if held else (bucket,),
            )


def _in_buckets(lines: Iterable[int]) -> list[tuple[int, list[int]]]:
    """Lines by their bucket, in the order of buckets."""
    buckets: defaultdict[int, list[int]] = defaultdict(list)
    for line in lines:
        buckets[line % BUCKETS].append(line)
    return sorted(buckets.items())


def _packed(held: Held) -> tuple[bytes, bytes]:
    """The columns `once` and `often`."""
    once = sorted(line for line, (count, _) in held.items() if count == 1)
    often = sorted(line for line, (count, _) in held.items() if count > 1)
    return (
        array("q", once).tobytes() + array("I", (held[line][1] for line in once)).tobytes(),
        array("q", often).tobytes()
        + array("I", (held[line][1] for line in often)).tobytes()
        + array("I", (held[line][0] for line in often)).tobytes(),
    )


def _unpacked(once: bytes, often: bytes) -> Held:
    """The lines of `_packed`."""
    lines, rows, _ = _columns(once, len(once) // 12)
    held = {line: (1, row) for line, row in zip(lines, rows, strict=True)}
    lines, rows, counts = _columns(often, len(often) // 16)
    held.update(zip(lines, zip(counts, rows, strict=True), strict=True))
    return held


def _columns(packed: bytes, count: int) -> tuple["array[int]", "array[int]", "array[int]"]:
    """So many lines, as many rows, and the rest."""
    columns = array("q"), array("I"), array("I")
    for column, start, end in zip(
        columns, (0, 8 * count, 12 * count), (8 * count, 12 * count, len(packed)), strict=True
    ):
        column.frombytes(packed[start:end])
    return columns
