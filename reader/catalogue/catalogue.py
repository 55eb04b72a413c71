"""The catalogue of one collection: its documents, their lines, and which lines repeat."""

import os
from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from itertools import islice, repeat
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reader.catalogue.documents import (
    COLUMNS,
    DIGEST_START,
    STAMP,
    VALUES,
    Seen,
    Stamp,
    document,
    member_bytes,
    shown,
)
from reader.catalogue.opening import opened
from reader.catalogue.tables import Tables
from reader.catalogue.values import GONE, PAGE, number_list, plain
from reader.errors import DocumentNotFoundError
from reader.model import Document, Line, Markup, Measured, Metadata, RawDocument, Row, Sketch
from reader.sqlite import Fields, Value

if TYPE_CHECKING:
    from reader.catalogue.corrections import Scope, Verdicts
    from reader.catalogue.groups import GoesWith
    from reader.catalogue.packing import Packed, PackedJudgement

NAMES = 500  # values bound in one statement; SQLite takes 999 everywhere


class Catalogue(Tables):
    """One catalogue file, made again whenever it is not as it should be; for any thread.

    Raises CatalogueError when the folder cannot be made or written. A document that is gone is
    DocumentNotFoundError wherever a single row is asked for.
    """

    def __init__(self, folder: Path) -> None:
        database, self.remade = opened(folder)
        super().__init__(database)

    def transaction(self) -> AbstractContextManager[None]:
        """All writes inside happen, or none does; nested ones join the outermost."""
        return self._database.transaction()

    def checkpoint(self) -> None:
        """Give back the room of the journal."""
        self._database.checkpoint()

    @property
    def generation(self) -> int:
        """A number that every commit that changed something has raised, in any process."""
        return self._database.generation

    @property
    def replaced(self) -> bool:
        """Whether it was deleted, or another is in its place."""
        return self._database.replaced

    @property
    def birth(self) -> int:
        """A number that no catalogue made before or after this one has."""
        return int(self._database.rows("SELECT birth FROM meta")[0][0])

    def count(self) -> int:
        """How many documents there are, skipped ones included."""
        return int(self._database.rows("SELECT documents FROM meta")[0][0])

    def skipped(self) -> int:
        """How many documents are listed but cannot be read."""
        return self._number("SELECT count(*) FROM document WHERE skipped IS NOT NULL")

    def unjudged_count(self) -> int:
        """How many documents wait to be judged."""
        return self._number("SELECT count(*) FROM document WHERE judged < 1")

    def close(self) -> None:
        """Close this thread's connection; the next use opens another."""
        self._database.close()

    # ---- finding documents

    def rows(self, start: int, limit: int) -> list[Row]:
        """A window of the readable documents in byte order of their names."""
        return self._rows(
            "SELECT row FROM document WHERE skipped IS NULL ORDER BY name, member LIMIT ? OFFSET ?",
            limit,
            start,
        )

    def order(self, *, skipped: bool = False) -> "array[int]":
        """All readable documents in byte order of their names; skipped ones too on request."""
        rows = self._rows("SELECT row FROM document ORDER BY name, member")
        if not skipped and (
            but := set(self._rows("SELECT row FROM document WHERE skipped IS NOT NULL"))
        ):
            rows = [row for row in rows if row not in but]
        return array("q", rows)

    def documents(self, rows: Iterable[Row]) -> list[Document]:
        """These entries in this order, ones that are gone left out; tags are the file's own."""
        wanted = list(rows)
        found = {entry[0]: document(entry) for entry in self._of(COLUMNS, wanted)}
        return [found[row] for row in wanted if row in found]

    def named(self, name: str, member: str = "") -> Row | None:
        """The document of this name."""
        rows = self._rows(
            "SELECT row FROM document WHERE name = ? AND member = ?",
            os.fsencode(name),
            member_bytes(member),
        )
        return rows[0] if rows else None

    def with_id(self, prefix: str) -> list[Row]:
        """Documents whose ID starts so, at most three: enough to know that there are several."""
        return self._rows(
            "SELECT row FROM document WHERE id >= ? AND id < ? ORDER BY id LIMIT 3",
            plain(prefix.lower()),
            plain(prefix.lower()) + "\U0010ffff",
        )

    def with_digests(self, digests: Iterable[bytes]) -> dict[bytes, list[Row]]:
        """The documents whose files have one of these digests, by digest, in order of rows."""
        wanted, found = set(digests), dict[bytes, list[Row]]()
        starts = {digest[:DIGEST_START] for digest in wanted}
        for digest, row in self._among("digest, row", f"substr(digest, 1, {DIGEST_START})", starts):
            if digest in wanted:
                found.setdefault(digest, []).append(Row(row))
        return found

    def captured_from(self, urls: Sequence[str]) -> list[Row]:
        """The documents that were captured from one of these addresses; all are looked at."""
        places = ",".join("?" * len(urls))
        return self._rows(f"SELECT row FROM document WHERE url IN ({places}) ORDER BY row", *urls)

    def names(self, rows: Iterable[Row]) -> dict[Row, str]:
        """The name of each of these documents that is there."""
        return {Row(row): os.fsdecode(name) for row, name in self._of("row, name", rows)}

    def digests(self, rows: Iterable[Row]) -> dict[Row, bytes]:
        """The digest of the file of each of these documents that is there."""
        return {Row(row): digest for row, digest in self._of("row, digest", rows)}

    def rows_named(self, names: Iterable[str]) -> dict[str, Row]:
        """The documents of these names that are there; none inside an archive."""
        named = self._among("name, row, member", "name", map(os.fsencode, names))
        return {os.fsdecode(name): Row(row) for name, row, member in named if not member}

    def stamps(self, folder: str = "") -> Iterator[Stamp]:
        """What is known of every file, or of those at and below a path, ascending by name.

        Writing meanwhile is allowed; what is put in or removed further on is seen.
        """
        start = os.fsencode(folder)
        inside = start + b"/"
        bound, end = ("AND name < ?", [start + b"0"]) if folder else ("", [])  # "0" is after "/"
        last, further = (start, b""), ">="
        while found := self._database.rows(
            f"SELECT {STAMP} FROM document WHERE (name, member) {further} (?, ?) {bound}"
            f" ORDER BY name, member LIMIT {PAGE}",
            (*last, *end),
        ):
            last, further = (found[-1][1], found[-1][2]), ">"
            for stamp in map(tuple.__new__, repeat(Stamp), found):
                if not folder or stamp.name == start or stamp.name.startswith(inside):
                    yield stamp

    def columns(self, names: Sequence[str]) -> Iterator[tuple[Any, ...]]:
        """These values of every readable document, by row, "" if unknown; tags by line ends.

        `names` are of `VALUES`.
        """
        last, values = 0, ", ".join(VALUES[name] for name in names)
        while found := self._database.rows(
            f"SELECT row, {values} FROM document WHERE row > ? AND skipped IS NULL"
            " ORDER BY row LIMIT ?",
            (last, PAGE),
        ):
            last = found[-1][0]
            yield from (shown(names, fields) for fields in found)

    # ---- writing

    def expect(self, seen: Iterable[Seen]) -> None:
        """List files before they are read; those that were listed keep what is known of them."""
        with self.transaction():
            self._entries.expect(seen)

    def pending(self) -> Iterator[Stamp]:
        """Files that wait to be read, by name; reading them meanwhile is allowed."""
        return self._entries.pending()

    def pending_count(self) -> int:
        """How many files wait to be read."""
        return self._number("SELECT count(*) FROM document WHERE pending = 1")

    def put(
        self,
        seen: Seen,
        *,
        digest: bytes,
        packed: "Packed | None",
        skipped: str | None,
        site_key: str,
        fingerprints: Sequence[int],
        sketch: Sketch | None = None,
    ) -> Row:
        """Add a document, or replace the one of this name in its row; it waits to be judged.

        Without `packed` there is nothing to judge. Without `sketch`, whose numbers are among
        `fingerprints`, its lines always count under `site_key`.
        """
        with self.transaction():
            same = "SELECT row FROM document WHERE name = ? AND member = ?"
            for before in self._rows(same, seen.name, seen.member):
                self._lines.subtract(before)
                self.copies.part(before)
            site = self._lines.site(site_key) if packed else None
            row = self._entries.put(seen, digest, packed, skipped, site)
            if packed:
                self._contents.put(row, packed)
                self._lines.add(row, fingerprints, sketch)
            else:
                self._contents.drop(row)
                self.copies.forget(row)
        return row

    def restamp(self, row: Row, size: int, mtime_ns: int) -> None:
        """Note that a file was touched but holds what it held."""
        with self.transaction():
            self._entries.restamp(row, size, mtime_ns)

    def remove(self, row: Row) -> None:
        """Forget a document and take its lines out of the counts; one that is gone stays so."""
        with self.transaction():
            self._lines.subtract(row)
            self.copies.part(row)
            self._contents.drop(row)
            self._database.rows("DELETE FROM document WHERE row = ?", (row,))

    @property
    def dictionary(self) -> bytes:
        """What lines are packed with; empty before it was learnt."""
        return self._contents.dictionary()

    def sample(self, most: int) -> list[Stamp]:
        """So many of the files, from all over the collection."""
        return self._entries.sample(self.order(), most)

    def learn(self, documents: "Iterable[Packed]") -> None:
        """Learn from these what lines are packed with from now on; what was learnt first stays."""
        from reader.catalogue.packing import dictionary_of, unpack_lines  # noqa: PLC0415

        bare = (packed.lines for packed in documents if not packed.dictionary)
        dictionary = dictionary_of(map(unpack_lines, bare))
        with self.transaction():
            self._contents.learn(dictionary)

    # ---- judging

    def refresh_levels(
        self, level: Callable[[int, int], int], goes_with: "GoesWith | None" = None
    ) -> None:
        """Bring `level(count, pages)` of all lines up to date with the counts.

        A document that holds a line whose level has changed waits to be judged again. `goes_with`
        tells the pages of one site among those that were put in with a sketch.
        """
        with self.transaction():
            self._lines.refresh(level, goes_with)

    def unjudged(self) -> Iterator[Row]:
        """Documents that wait to be judged, the first put in first; judging them is allowed."""
        last = 0
        while rows := self._rows(
            "SELECT row FROM document WHERE judged < 1 AND row > ? ORDER BY row LIMIT ?", last, PAGE
        ):
            last = rows[-1]
            yield from rows

    def raw(self, row: Row) -> RawDocument:
        """The document as it was put in; a skipped one has no lines."""
        return self._contents.raw(row)

    def repetition(self, row: Row) -> tuple[int, dict[int, int]]:
        """How many pages its site has, and on how many of them those lines stand that repeat."""
        site, numbers = self._lines.counted(row)
        return (1, {}) if site is None else self._lines.repeated(site, numbers)

    def judge(self, row: Row, packed: "PackedJudgement", measured: Measured) -> None:
        """Store what judging made of the document; it must have the very lines that it has."""
        with self.transaction():
            site, _ = self._lines.counted(row)
            moving = site is not None and self._lines.moving(site)
            values: dict[str, Value] = {
                "title": packed.title,
                **packed.described,
                **measured._replace(broken=plain(measured.broken))._asdict(),
                "judged": 2 if moving else 1,
            }
            changes = ", ".join(f"{column} = ?" for column in values)
            self._database.rows(
                f"UPDATE document SET {changes} WHERE row = ?", (*values.values(), row)
            )
            self._contents.judge(row, packed)

    def give_up(self, row: Row) -> None:
        """Note that a document cannot be judged: all of it is its article."""
        with self.transaction():
            self._database.rows("UPDATE document SET judged = 1 WHERE row = ?", (row,))

    def content(
        self, row: Row
    ) -> tuple[tuple[Line, ...], tuple[Markup, ...], Metadata, tuple[str, ...]]:
        """Lines, markup, metadata, notes; before the first judging all is body, and as declared."""
        return self._contents.read(row)

    # ---- corrections

    def corrections(self) -> "dict[Scope, dict[int, bool]]":
        """What people said of lines when the documents were judged, or are about to be."""
        return self._corrected.stored()

    def correct(self, wanted: "Verdicts") -> None:
        """Take what people say of lines now; documents with such a line wait to be judged again."""
        with self.transaction():
            self._corrected.store(wanted)

    def judged_by(self, row: Row) -> tuple[dict[int, bool], dict[int, bool]] | None:
        """What was said of its own lines and of its site's when it was judged; None if it waits."""
        ((judged,),) = self._one("judged", row)
        return self.corrections_of(row) if judged > 0 else None

    def corrections_of(self, row: Row) -> tuple[dict[int, bool], dict[int, bool]]:
        """What was said of a document's own lines and of its site's; see `corrections`."""
        return self._corrected.of(row, self.site_key(row))

    def site_key(self, row: Row) -> str:
        """Under which key the site of a document was put in; "" without a site."""
        ((key,),) = self._one("(SELECT key FROM site WHERE number = document.home)", row)
        return key or ""

    def settled(self) -> bool:
        """Whether no document waits only because people said something else of its lines."""
        return not self._rows("SELECT row FROM document WHERE judged < 1 AND judged = -1 LIMIT 1")

    def site_keys(self) -> frozenset[str]:
        """The keys under which pages were put in that are here."""
        there = "EXISTS (SELECT 1 FROM document WHERE home = number)"
        return frozenset(
            key for (key,) in self._database.rows(f"SELECT key FROM site WHERE {there}")
        )

    def holding(self, site: str, keys: Iterable[int]) -> list[Row]:
        """The documents of a site that have lines with one of these fingerprints."""
        return list(self._corrected.holding(site, set(keys)))

    def occurrences(self, site: str, keys: Iterable[int]) -> int:
        """On how many pages of a site these lines stand, in sum."""
        return self._corrected.occurrences(site, set(keys))

    def _one(self, column: str, row: Row) -> list[Fields]:
        found = self._database.rows(f"SELECT {column} FROM document WHERE row = ?", (row,))
        if not found:
            raise DocumentNotFoundError(GONE)
        return found

    def _number(self, sql: str) -> int:
        return int(self._database.rows(sql)[0][0])

    def _rows(self, sql: str, *values: str | int | bytes) -> list[Row]:
        return [row for (row,) in self._database.rows(sql, values)]

    def _among(self, columns: str, column: str, values: Iterable[bytes]) -> Iterator[Fields]:
        """These columns of the documents that have one of these values, by row in each portion."""
        rest = iter(values)
        while some := list(islice(rest, NAMES)):
            places = ",".join("?" * len(some))
            yield from self._database.rows(
                f"SELECT {columns} FROM document WHERE {column} IN ({places}) ORDER BY row", some
            )

    def _of(self, columns: str, rows: Iterable[Row]) -> list[Fields]:
        return self._database.rows(
            f"SELECT {columns} FROM document WHERE row IN (SELECT value FROM json_each(?))",
            (number_list(rows),),
        )
