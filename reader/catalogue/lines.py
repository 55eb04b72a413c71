"""How many pages of each site hold a line, and which documents that matters to."""

from array import array
from collections import Counter
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from reader.catalogue.groups import GoesWith, Groups, Levels, levels
from reader.catalogue.packing import pack_numbers, unpack_numbers
from reader.catalogue.values import GONE, PAGE, number_list, plain
from reader.errors import DocumentNotFoundError
from reader.model import Sketch
from reader.sqlite import Database

FOLD = 2_000_000  # fingerprints sorted at once: some 100 MB


class LineCounts:
    """A fingerprint counts once for each document; sites are numbered."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._groups = Groups(database)

    def site(self, key: str) -> int:
        """Count one more page of the site of this key; its number."""
        ((site,),) = self._database.rows(
            "INSERT INTO site (key, pages, moved) VALUES (?, 1, 1)"
            " ON CONFLICT (key) DO UPDATE SET pages = pages + 1, moved = 1 RETURNING number",
            (plain(key),),
        )
        return int(site)

    def add(self, row: int, fingerprints: Iterable[int], sketch: Sketch | None) -> None:
        """Count the lines of a document whose page its site has counted."""
        numbers = sorted(set(fingerprints))
        if sketch is not None:
            self._groups.add(row, sketch, numbers)
        self._database.rows(
            "INSERT INTO fingerprint (row, counted, numbers) VALUES (?, 0, ?)",
            (row, pack_numbers(numbers)),
        )

    def subtract(self, row: int) -> None:
        """Take a document's page and lines out of the counts, if they are in."""
        self._groups.subtract(row)
        for site, counted, numbers in self._database.rows(
            "SELECT site, counted, numbers FROM document JOIN fingerprint USING (row)"
            " WHERE row = ?",
            (row,),
        ):
            if counted:
                self._database.rows("INSERT INTO departed VALUES (?, ?)", (site, numbers))
            self._database.rows("DELETE FROM fingerprint WHERE row = ?", (row,))
            self._database.rows(
                "UPDATE site SET pages = pages - 1, moved = 1 WHERE number = ?", (site,)
            )

    def counted(self, row: int) -> tuple[int | None, "array[int]"]:
        """The site that counts a document's lines, None without one, and their fingerprints."""
        found = self._database.rows(
            "SELECT site, numbers FROM document LEFT JOIN fingerprint USING (row) WHERE row = ?",
            (row,),
        )
        if not found:
            raise DocumentNotFoundError(GONE)
        return found[0][0], unpack_numbers(found[0][1] or b"")

    def moving(self, site: int) -> bool:
        """Whether counts of the site changed after its levels were set."""
        return self._database.rows("SELECT moved FROM site WHERE number = ?", (site,)) == [(1,)]

    def repeated(self, site: int, fingerprints: Sequence[int]) -> tuple[int, dict[int, int]]:
        """The pages of the site, and the counts of those lines that stand on two or more."""
        ((pages,),) = self._database.rows("SELECT pages FROM site WHERE number = ?", (site,))
        moving = self.moving(site)
        found = self._database.rows(
            "SELECT fingerprint, documents FROM line WHERE site = ?"
            " AND fingerprint IN (SELECT value FROM json_each(?))",
            (site, number_list(fingerprints)),
        )
        counts: Counter[int] = Counter(dict(found))
        if moving:
            own = set(fingerprints)
            counts.update(self._held(site, own - counts.keys()))
            for (numbers,) in self._database.rows(
                "SELECT numbers FROM fingerprint JOIN document USING (row)"
                " WHERE counted = 0 AND site = ?",
                (site,),
            ):
                counts.update(own.intersection(unpack_numbers(numbers)))
            for (numbers,) in self._database.rows(
                "SELECT numbers FROM departed WHERE site = ?", (site,)
            ):
                counts.subtract(own.intersection(unpack_numbers(numbers)).intersection(dict(found)))
        return int(pages), {number: count for number, count in counts.items() if count > 1}

    def _fold(self) -> None:
        """Bring the counts up to date with the documents that came and went.

        A line of one document is not among the counts: nearly all lines are. Where such a one may
        have got another, the documents of its site that are counted are asked.
        """
        gone: dict[int, list[int]] = {}
        for site, numbers in self._database.rows("SELECT site, numbers FROM departed"):
            gone.setdefault(site, []).extend(unpack_numbers(numbers))
        self._database.each(
            "UPDATE line SET documents = documents - ?3 WHERE site = ?1 AND fingerprint = ?2",
            _counted(gone),
        )
        self._database.each(
            "DELETE FROM line WHERE site = ?1 AND fingerprint = ?2"
            " AND (documents < ?3 OR (documents < 2 AND level = 0))",
            ((site, number, 1) for site, number, _ in _counted(gone)),
        )
        self._database.rows("DELETE FROM departed")
        for last, arrived in self._arrived():
            for site in sorted(arrived):
                self._arrive(site, arrived[site])
            self._database.rows(
                "UPDATE fingerprint SET counted = 1 WHERE counted = 0 AND row <= ?", (last,)
            )

    def _arrive(self, site: int, numbers: list[int]) -> None:
        """Count these lines of documents that came; a line stands here once for each."""
        counts = Counter(numbers)
        known = set()
        wanted = sorted(counts)
        for start in range(0, len(wanted), PAGE):
            known |= {
                number
                for (number,) in self._database.rows(
                    "SELECT fingerprint FROM line WHERE site = ?"
                    " AND fingerprint IN (SELECT value FROM json_each(?))",
                    (site, number_list(wanted[start : start + PAGE])),
                )
            }
        before = Counter(self._held(site, counts.keys() - known))
        self._database.each(
            "INSERT INTO line (site, fingerprint, documents, level) VALUES (?, ?, ?, 0)"
            " ON CONFLICT (site, fingerprint)"
            " DO UPDATE SET documents = documents + excluded.documents",
            (
                (site, number, counts[number] + before[number])
                for number in wanted
                if number in known or counts[number] + before[number] > 1
            ),
        )

    def _held(self, site: int, numbers: set[int]) -> Iterator[int]:
        """Those of these lines that stand in documents that are counted, once for each."""
        last = 0
        while numbers and (
            documents := self._database.rows(
                "SELECT document.row, numbers FROM document JOIN fingerprint USING (row)"
                " WHERE site = ? AND counted = 1 AND document.row > ?"
                " ORDER BY document.row LIMIT ?",
                (site, last, PAGE),
            )
        ):
            last = documents[-1][0]
            for _, held in documents:
                yield from numbers.intersection(unpack_numbers(held))

    def _arrived(self) -> Iterator[tuple[int, dict[int, list[int]]]]:
        """The last row and the lines, by site, of documents not counted yet, in portions."""
        arrived: dict[int, list[int]] = {}
        size = last = 0
        while documents := self._database.rows(
            "SELECT row, site, numbers FROM fingerprint JOIN document USING (row)"
            " WHERE counted = 0 AND row > ? ORDER BY row LIMIT ?",
            (last, PAGE),
        ):
            last = documents[-1][0]
            for _, site, numbers in documents:
                arrived.setdefault(site, []).extend(unpack_numbers(numbers))
                size += len(numbers) // 8
            if size > FOLD:
                yield last, arrived
                arrived, size = {}, 0
        if arrived:
            yield last, arrived

    def refresh(self, level: Callable[[int, int], int], goes_with: GoesWith | None) -> None:
        """Set the levels of all sites whose counts moved, and unjudge the documents this touches.

        Levels depend on the counts alone, never on the way they came about.
        """
        elsewhere = self._groups.refresh(goes_with) if goes_with else {}
        self._fold()
        for site, pages in self._database.rows("SELECT number, pages FROM site WHERE moved = 1"):
            changed = self._relevel(site, pages, level)
            self._unjudge(site, changed, elsewhere)
            self._database.rows("UPDATE site SET moved = 0 WHERE number = ?", (site,))
        self._unjudge_moved(elsewhere)
        self._database.rows(
            "DELETE FROM site WHERE pages < 1"
            " AND NOT EXISTS (SELECT 1 FROM document WHERE home = site.number)"
        )

    def _relevel(self, site: int, pages: int, level: Callable[[int, int], int]) -> set[int]:
        levels: dict[int, int] = {}  # there are far fewer counts than lines
        changes = []
        for fingerprint, documents, before in self._database.rows(
            "SELECT fingerprint, documents, level FROM line WHERE site = ?", (site,)
        ):
            if documents not in levels:
                levels[documents] = level(documents, pages) if documents > 1 else 0
            if levels[documents] != before:
                changes.append((levels[documents], site, fingerprint))
        self._database.each("UPDATE line SET level = ? WHERE site = ? AND fingerprint = ?", changes)
        self._database.each(
            "DELETE FROM line WHERE site = ? AND fingerprint = ? AND documents < 2",
            ((site, fingerprint) for level, _, fingerprint in changes if not level),
        )
        return {fingerprint for _, _, fingerprint in changes}

    def _unjudge(self, site: int, changed: set[int], but: Container[int]) -> None:
        # Judged while the counts were moving: nobody knows by which levels.
        self._database.rows("UPDATE document SET judged = 0 WHERE site = ? AND judged = 2", (site,))
        if not changed:
            return
        last = 0
        while documents := self._database.rows(
            "SELECT document.row, numbers FROM document JOIN fingerprint USING (row)"
            " WHERE site = ? AND judged = 1 AND document.row > ? ORDER BY document.row LIMIT ?",
            (site, last, PAGE),
        ):
            last = documents[-1][0]
            touched = [
                row
                for row, numbers in documents
                if row not in but and not changed.isdisjoint(unpack_numbers(numbers))
            ]
            self._database.rows(
                "UPDATE document SET judged = 0 WHERE row IN (SELECT value FROM json_each(?))",
                (number_list(touched),),
            )

    def _unjudge_moved(self, before: Mapping[int, Levels]) -> None:
        """Unjudge documents that count elsewhere, if their lines have other levels there."""
        for row, known in before.items():
            ((site, numbers),) = self._database.rows(
                "SELECT site, numbers FROM document JOIN fingerprint USING (row) WHERE row = ?",
                (row,),
            )
            if levels(self._database, site, unpack_numbers(numbers)) != known:
                self._database.rows("UPDATE document SET judged = 0 WHERE row = ?", (row,))


def _counted(fingerprints: dict[int, list[int]]) -> Iterator[tuple[int, int, int]]:
    """Site, fingerprint and how often it is there, in the order of the table of lines."""
    for site in sorted(fingerprints):
        for number, same in groupby(sorted(fingerprints[site])):
            yield site, number, sum(1 for _ in same)
