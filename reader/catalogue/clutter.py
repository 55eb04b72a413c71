"""Which page comes first with each line of clutter, in the order of seals."""

from array import array
from collections import Counter
from collections.abc import Iterable, Iterator

from reader.catalogue.packing import number_list, unpack_numbers
from reader.sqlite import Database

PAGE = 1_000  # documents a statement
FOLD = 1_000_000  # lines taken in at once: some 150 MB
ASKED = 10_000  # lines asked for in one statement


class FirstPages:
    """Pages that came and went are taken in together, in the order of the table of clutter."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def refresh(self) -> tuple["array[int]", set[int]]:
        """Take in what came and went: the rows that came, and the lines that have another first
        page than they had before, where pages hold them that were here before."""
        before = self._database.rows("SELECT EXISTS (SELECT 1 FROM sketch WHERE placed = 1)")
        lines = self._leave()
        rows = array("q")
        for arrived, held in self._arrived():
            rows.extend(arrived)
            lines.update(self._arrive(held, before == [(1,)]))
        return rows, lines

    def of(self, lines: Iterable[int]) -> list[int]:
        """The seal of the first page of each of these lines."""
        found = self._database.rows(
            "SELECT first FROM clutter WHERE line IN (SELECT value FROM json_each(?))",
            (number_list(lines),),
        )
        return [first for (first,) in found]

    # ---- coming

    def _arrived(self) -> Iterator[tuple[list[int], list[tuple[int, "array[int]"]]]]:
        """The rows of new pages, and their seals with their clutter, a portion at a time."""
        arrived: list[int] = []
        held: list[tuple[int, array[int]]] = []
        size = 0
        while pages := self._database.rows(
            "SELECT row, seal, clutter FROM sketch WHERE placed = 0 ORDER BY row LIMIT ?", (PAGE,)
        ):
            arrived += [row for row, _, _ in pages]
            held += [(seal, unpack_numbers(clutter)) for _, seal, clutter in pages]
            self._database.rows(
                "UPDATE sketch SET placed = 1 WHERE placed = 0 AND row <= ?", (pages[-1][0],)
            )
            size += sum(len(clutter) for _, clutter in held[-len(pages) :])
            if size > FOLD:
                yield arrived, held
                arrived, held, size = [], [], 0
        yield arrived, held

    def _arrive(self, held: list[tuple[int, "array[int]"]], asked: bool) -> Iterator[int]:
        """Take in new pages; if asked, yield the lines that had another first page."""
        count = Counter(line for _, lines in held for line in lines)
        first: dict[int, int] = {}
        for seal, lines in sorted(held, key=lambda page: page[0], reverse=True):
            first.update(dict.fromkeys(lines, seal))
        if asked:
            for line, seal in self._firsts(first):
                if first[line] < seal:
                    yield line
        self._database.each(
            "INSERT INTO clutter (line, pages, first) VALUES (?, ?, ?) ON CONFLICT (line)"
            " DO UPDATE SET pages = pages + excluded.pages, first = min(first, excluded.first)",
            ((line, count[line], first[line]) for line in sorted(first)),
        )

    # ---- going

    def _leave(self) -> set[int]:
        """Take pages that left out of the counts: the lines that have another first page now."""
        gone = {
            seal
            for (seal,) in self._database.rows(
                "SELECT DISTINCT seal FROM departed_sketch WHERE NOT EXISTS"
                " (SELECT 1 FROM sketch WHERE seal = departed_sketch.seal AND placed = 1)"
            )
        }
        stale: set[int] = set()
        while pages := self._database.rows(
            "SELECT rowid, clutter FROM departed_sketch ORDER BY rowid LIMIT ?", (PAGE,)
        ):
            count = Counter(line for _, clutter in pages for line in unpack_numbers(clutter))
            self._database.each(
                "UPDATE clutter SET pages = pages - ?2 WHERE line = ?1", sorted(count.items())
            )
            self._database.each(
                "DELETE FROM clutter WHERE line = ? AND pages < 1",
                ((line,) for line in sorted(count)),
            )
            stale.update(line for line, seal in self._firsts(count) if seal in gone)
            self._database.rows("DELETE FROM departed_sketch WHERE rowid <= ?", (pages[-1][0],))
        self._find(stale)
        return stale

    def _find(self, stale: set[int]) -> None:
        """Look for the first page of these lines among all that are left."""
        first: dict[int, int] = {}
        for _, seal, held in self.holding(stale):
            for line in held:
                first[line] = min(seal, first.get(line, seal))
        self._database.each("UPDATE clutter SET first = ?2 WHERE line = ?1", sorted(first.items()))

    def _firsts(self, lines: Iterable[int]) -> Iterator[tuple[int, int]]:
        """The lines among these that are known, with the seals of their first pages."""
        wanted = sorted(lines)
        for start in range(0, len(wanted), ASKED):
            yield from self._database.rows(
                "SELECT line, first FROM clutter WHERE line IN (SELECT value FROM json_each(?))",
                (number_list(wanted[start : start + ASKED]),),
            )

    def holding(self, lines: set[int]) -> Iterator[tuple[int, int, set[int]]]:
        """The row and seal of each page that was taken in, and which of these lines it holds."""
        last = 0
        while lines and (
            pages := self._database.rows(
                "SELECT row, seal, clutter FROM sketch WHERE placed = 1 AND row > ?"
                " ORDER BY row LIMIT ?",
                (last, PAGE),
            )
        ):
            last = pages[-1][0]
            for row, seal, clutter in pages:
                if held := lines.intersection(unpack_numbers(clutter)):
                    yield row, seal, held
