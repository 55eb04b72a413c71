"""The content table: lines as they were read, and what judging made of them."""

import zlib
from collections.abc import Iterator
from contextlib import contextmanager

from reader.catalogue.packing import (
    Packed,
    PackedJudgement,
    listed_metadata,
    unjudged_lines,
    unpack_judgement,
    unpack_lines,
    unpack_markup,
    unpack_metadata,
)
from reader.catalogue.shelves import Shelves, taken
from reader.catalogue.values import GONE
from reader.errors import DocumentNotFoundError
from reader.model import Line, Markup, Metadata, RawDocument, Row
from reader.sqlite import Database, Fields

LISTED = "author, site_name, date, lang, tags, url, own"


class Contents:
    """Skipped documents have none: they come out without lines."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._shelves = Shelves(database)
        self._dictionary = b""

    def dictionary(self) -> bytes:
        """What lines are packed with; empty before it was learnt."""
        if not self._dictionary:  # it never changes
            found = self._database.rows("SELECT bytes FROM dictionary")
            self._dictionary = found[0][0] if found else b""
        return self._dictionary

    def learn(self, dictionary: bytes) -> None:
        """Pack lines with this from now on; what was learnt first stays."""
        self._database.rows(
            "INSERT INTO dictionary SELECT ? WHERE NOT EXISTS (SELECT 1 FROM dictionary)",
            (dictionary,),
        )

    def put(self, row: Row, packed: Packed) -> None:
        """Store a document as it was read, in place of what there was."""
        self.drop(row)
        shelf = self._shelves.put(row, packed.lines + packed.markup)
        self._database.rows(
            "INSERT INTO content (row, declared, notes, count, shelf, lines, dictionary)"
            " VALUES (?, ?, ?, ?, ?, ?, ?)",
            (
                row,
                packed.declared,
                packed.notes,
                packed.length,
                shelf,
                len(packed.lines),
                packed.dictionary,
            ),
        )

    def drop(self, row: Row) -> None:
        """Forget what was read."""
        for (shelf,) in self._database.rows(
            "DELETE FROM content WHERE row = ? RETURNING shelf", (row,)
        ):
            with self._intact():
                self._shelves.drop(row, shelf)
        self._database.rows("DELETE FROM judgement WHERE row = ?", (row,))

    def judge(self, row: Row, packed: PackedJudgement) -> None:
        """Store labels, scores, reasons and metadata; other lines than it has are a mistake."""
        stored = self._database.rows("SELECT count FROM content WHERE row = ?", (row,))
        if stored != [(packed.length,)]:
            if stored and len(self.raw(row).lines) == packed.length:
                raise self._database.damaged()  # it is the count that is wrong
            raise ValueError("the judged lines are not those of the document")
        self._database.rows(
            "INSERT OR REPLACE INTO judgement (row, found, labels) VALUES (?, ?, ?)",
            (row, packed.found, packed.lines),
        )

    def raw(self, row: Row) -> RawDocument:
        """The document as it was read."""
        fields = self._fields(row, "format, encoding, guessed, declared, notes")
        if fields is None:
            return RawDocument("", (), (), encoding="")
        stored, (format, encoding, guessed, declared, notes) = fields[:4], fields[4:]
        with self._intact():
            lines, markup = self._unpacked(row, stored)
            return RawDocument(
                format=format,
                lines=lines,
                markup=markup,
                metadata=unpack_metadata(declared),
                encoding=encoding,
                guessed=bool(guessed),
                notes=tuple(filter(None, notes.split("\n"))),
            )

    def read(
        self, row: Row
    ) -> tuple[tuple[Line, ...], tuple[Markup, ...], Metadata, tuple[str, ...]]:
        """Lines, markup, metadata and notes, as judged as far as that has been done."""
        fields = self._fields(row, f"title, {LISTED}, declared, found, notes, labels")
        if fields is None:
            return (), (), Metadata(), ()
        stored, (title, *listed), rest = fields[:4], fields[4:-4], fields[-4:]
        declared, found, notes, judgement = rest
        with self._intact():
            texts, markup = self._unpacked(row, stored)
            if found is None:
                metadata = unpack_metadata(declared)
                metadata = metadata._replace(title=metadata.title or title)
            else:
                columns = dict(zip(LISTED.split(", "), listed, strict=True))
                metadata = unpack_metadata(found, listed_metadata(title, columns))
            return (
                unjudged_lines(texts) if judgement is None else unpack_judgement(judgement, texts),
                markup,
                metadata,
                tuple(filter(None, notes.split("\n"))),
            )

    def _fields(self, row: Row, columns: str) -> Fields | None:
        """What `_unpacked` takes of a document, and these columns; None if it was never read."""
        found = self._database.rows(
            f"SELECT lines, dictionary, items, bytes, {columns} FROM document"
            " LEFT JOIN content USING (row) LEFT JOIN shelf ON number = shelf"
            " LEFT JOIN judgement USING (row) WHERE row = ?",
            (row,),
        )
        if not found:
            raise DocumentNotFoundError(GONE)
        return None if found[0][0] is None else found[0]

    def _unpacked(self, row: Row, stored: Fields) -> tuple[tuple[str, ...], tuple[Markup, ...]]:
        """The lines of a document and their markup."""
        length, known, items, held = stored
        packed = taken(row, items, held)
        lines = unpack_lines(packed[:length], self.dictionary() if known else b"")
        return lines, unpack_markup(packed[length:], len(lines))

    @contextmanager
    def _intact(self) -> Iterator[None]:
        """Take content that cannot be unpacked for damage."""
        try:
            yield
        except (zlib.error, ValueError, LookupError, TypeError) as error:
            raise self._database.damaged() from error
