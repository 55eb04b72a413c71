"""Pages that declare no site, counted with those they have their clutter in common with."""

from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from heapq import heapify, heappop, heappush

from reader.catalogue.clutter import FirstPages
from reader.catalogue.packing import pack_choice, pack_numbers, unpack_choice, unpack_numbers
from reader.catalogue.values import PAGE, number_list
from reader.model import Sketch
from reader.sqlite import Database

REMEMBERED = 2_000  # sketches of pages that others go with

Levels = Mapping[int, int]
"""The fingerprints of a document that have a level, with it."""

GoesWith = Callable[[Sketch, Iterable[int], Callable[[int], Sketch]], int]
"""Which page a page goes with, by the seals of the first pages of its lines: its seal."""


class Groups:
    """What is stored depends on the pages that are there alone, never on how they came.

    A page that others go with has a smaller seal than they. Following that up ends at a root: a
    page of a declared site, or the first of a group, whose key no page can declare.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._firsts = FirstPages(database)

    def add(self, row: int, sketch: Sketch, numbers: Sequence[int]) -> None:
        """Note what a document's site is known by: some of its numbers in `fingerprint`."""
        self._database.rows(
            "INSERT INTO sketch (row, seal, leader, root, placed, clutter, prose)"
            " VALUES (?1, ?2, ?2, ?2, 0, ?3, ?4)",
            (
                row,
                sketch.seal,
                pack_choice(sketch.clutter, numbers),
                pack_choice(sketch.prose, numbers),
            ),
        )

    def subtract(self, row: int) -> None:
        """Forget what a document's site was known by."""
        for seal, root, clutter, numbers in self._database.rows(
            "SELECT seal, root, clutter, numbers FROM sketch JOIN fingerprint USING (row)"
            " WHERE row = ? AND placed = 1",
            (row,),
        ):
            self._database.rows(
                "INSERT INTO departed_sketch (row, seal, root, clutter) VALUES (?, ?, ?, ?)",
                (row, seal, root, pack_numbers(unpack_choice(clutter, unpack_numbers(numbers)))),
            )
        self._database.rows("DELETE FROM sketch WHERE row = ?", (row,))

    def refresh(self, goes_with: GoesWith) -> dict[int, Levels]:
        """Let every document count where it belongs now.

        Those that were judged by counts of another site, with the levels of their lines there.
        """
        gone = self._database.rows("SELECT DISTINCT root FROM departed_sketch")
        arrived, lines = self._firsts.refresh()
        held = (row for row, seal, _ in self._firsts.holding(lines) if seal >= 0)
        touched = array("q", sorted({*arrived, *held}))
        roots = {root for (root,) in gone} | self._follow(touched, goes_with)
        moved: dict[int, Levels] = {}
        for root in sorted(roots):
            moved.update(self._assign(root))
        return moved

    # ---- who goes with whom

    def _follow(self, rows: Sequence[int], goes_with: GoesWith) -> set[int]:
        """Find out whom these pages go with; the roots that have other pages now."""
        known: dict[int, Sketch] = {}

        def sketch_of(seal: int) -> Sketch:
            if seal not in known:
                if len(known) >= REMEMBERED:
                    known.clear()
                (found,) = self._database.rows(
                    "SELECT clutter, prose, numbers FROM sketch JOIN fingerprint USING (row)"
                    " WHERE seal = ? LIMIT 1",
                    (seal,),
                )
                known[seal] = _sketch(seal, *found)
            return known[seal]

        seals: set[int] = set()
        for start in range(0, len(rows), PAGE):
            pages = self._database.rows(
                "SELECT row, leader, seal, clutter, prose, numbers"
                " FROM sketch JOIN fingerprint USING (row)"
                " WHERE seal >= 0 AND row IN (SELECT value FROM json_each(?))",
                (number_list(rows[start : start + PAGE]),),
            )
            sketches = [_sketch(seal, *stored) for _, _, seal, *stored in pages]
            firsts = self._firsts.of({line for page in sketches for line in page.clutter})
            leaders = []
            for (row, before, *_), page in zip(pages, sketches, strict=True):
                first = (firsts[line] for line in page.clutter if line in firsts)
                leader = goes_with(page, first, sketch_of)
                if leader != before:
                    leaders.append((leader, row))
                seals.add(page.seal)
            self._database.each("UPDATE sketch SET leader = ? WHERE row = ?", leaders)
        return self._root(seals)

    def _root(self, seals: set[int]) -> set[int]:
        """Follow these pages, and those that go with them, up to their roots, before and now."""
        roots = set(seals)
        waiting = list(seals)
        heapify(waiting)
        done = None
        while waiting:
            seal = heappop(waiting)  # whom it goes with has a smaller one, and is done
            if seal == done:
                continue
            done = seal
            found = self._database.rows(
                "SELECT page.root, iif(page.leader = page.seal, page.seal, other.root)"
                " FROM sketch AS page JOIN sketch AS other ON other.seal = page.leader"
                " WHERE page.seal = ?",
                (seal,),
            )
            root = found[0][1]
            if any(before != root for before, _ in found):  # equal pages may have come later
                roots.update(before for before, _ in found)
                self._database.rows("UPDATE sketch SET root = ?2 WHERE seal = ?1", (seal, root))
            roots.add(root)
            for (follower,) in self._database.rows(
                "SELECT DISTINCT seal FROM sketch WHERE leader = ?1 AND seal <> ?1 AND root <> ?2",
                (seal, root),
            ):
                heappush(waiting, follower)
        return roots

    # ---- where they count

    def _assign(self, root: int) -> Iterator[tuple[int, Levels]]:
        """Let the pages of a root count where they belong; see `refresh`."""
        members = self._database.rows(
            "SELECT row, seal, site, home FROM sketch JOIN document USING (row) WHERE root = ?",
            (root,),
        )
        together = len({seal for _, seal, _, _ in members}) > 1
        if root < 0:
            number = next((site for _, seal, site, _ in members if seal == root), None)
        else:
            number = self._group(root, [site for _, _, site, _ in members]) if together else None
        for row, seal, site, home in members:
            wanted = number if number is not None and seal >= 0 else home
            if wanted != site:
                yield from self._move(row, site, wanted)

    def _group(self, root: int, sites: Sequence[int]) -> int:
        """The number of the site of this root's group, new or taken over from a group it was."""
        found = self._database.rows("SELECT number FROM site WHERE key = ?", (_key(root),))
        if found:
            return int(found[0][0])
        for site, _ in sorted(Counter(sites).items(), key=lambda pair: (-pair[1], pair[0])):
            renamed = self._database.rows(
                "UPDATE site SET key = ? WHERE number = ? AND key LIKE char(10) || '%' AND"
                " (SELECT count(DISTINCT seal) FROM sketch"
                " WHERE root = CAST(substr(key, 2) AS INTEGER)) < 2 RETURNING number",
                (_key(root), site),
            )
            if renamed:
                return site
        ((number,),) = self._database.rows(
            "INSERT INTO site (key, pages, moved) VALUES (?, 0, 1) RETURNING number", (_key(root),)
        )
        return int(number)

    def _move(self, row: int, before: int, after: int) -> Iterator[tuple[int, Levels]]:
        """Count a document elsewhere; see `refresh`."""
        ((counted, judged, numbers),) = self._database.rows(
            "SELECT counted, judged, numbers FROM fingerprint JOIN document USING (row)"
            " WHERE row = ?",
            (row,),
        )
        if judged == 1:
            yield row, levels(self._database, before, unpack_numbers(numbers))
        if counted:
            self._database.rows("INSERT INTO departed VALUES (?, ?)", (before, numbers))
            self._database.rows("UPDATE fingerprint SET counted = 0 WHERE row = ?", (row,))
        self._database.rows("UPDATE document SET site = ? WHERE row = ?", (after, row))
        for site, step in ((before, -1), (after, 1)):
            self._database.rows(
                "UPDATE site SET pages = pages + ?, moved = 1 WHERE number = ?", (step, site)
            )


def levels(database: Database, site: int, fingerprints: Iterable[int]) -> dict[int, int]:
    """The fingerprints among these that have a level on a site, with it."""
    return dict(
        database.rows(
            "SELECT fingerprint, level FROM line WHERE site = ? AND level > 0"
            " AND fingerprint IN (SELECT value FROM json_each(?))",
            (site, number_list(fingerprints)),
        )
    )


def _key(root: int) -> str:
    """The key of a group: no name, host or path begins so."""
    return f"\n{root}"


def _sketch(seal: int, clutter: bytes, prose: bytes, packed: bytes) -> Sketch:
    numbers = unpack_numbers(packed)
    return Sketch(seal, unpack_choice(clutter, numbers), unpack_choice(prose, numbers))
