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
from reader.errors import DocumentNotFoundError
from reader.model import Line, Markup, Metadata, RawDocument, Row
from reader.sqlite import Database, Fields

LISTED = "author, site_name, date, lang, tags"
GONE = "this document is gone: look at the folder again"


class Contents:
    """Skipped documents have none: they come out without lines."""

    def __init__(self, database: Database) -> None:
        self._database = database
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
        self._database.rows(
            "INSERT INTO content (row, declared, notes, count, lines, dictionary, markup)"
            " VALUES (?, ?, ?, ?, ?, ?, ?)",
            (
                row,
                packed.declared,
                packed.notes,
                packed.length,
                packed.lines,
                packed.dictionary,
                packed.markup,
            ),
        )

    def drop(self, row: Row) -> None:
        """Forget what was read."""
        self._database.rows("DELETE FROM content WHERE row = ?", (row,))
        self._database.rows("DELETE FROM judgement WHERE row = ?", (row,))

    def judge(self, row: Row, packed: PackedJudgement) -> None:
        """Store labels, scores, reasons and metadata; other lines than it has are a mistake."""
        stored = self._database.rows("SELECT count FROM content WHERE row = ?", (row,))
        if stored != [(packed.length,)]:
            raise ValueError("the judged lines are not those of the document")
        self._database.rows(
            "INSERT OR REPLACE INTO judgement (row, found, labels) VALUES (?, ?, ?)",
            (row, packed.found, packed.lines),
        )

    def raw(self, row: Row) -> RawDocument:
        """The document as it was read."""
        fields = self._fields(
            row, "format, encoding, guessed, lines, dictionary, markup, declared, notes"
        )
        if fields is None:
            return RawDocument("", (), (), encoding="")
        format, encoding, guessed, packed, known, markup, declared, notes = fields
        with self._intact():
            lines = unpack_lines(packed, self.dictionary() if known else b"")
            return RawDocument(
                format=format,
                lines=lines,
                markup=unpack_markup(markup, len(lines)),
                metadata=unpack_metadata(declared),
                encoding=encoding,
                guessed=bool(guessed),
                notes=tuple(filter(None, notes.split("\n"))),
            )

    def read(
        self, row: Row
    ) -> tuple[tuple[Line, ...], tuple[Markup, ...], Metadata, tuple[str, ...]]:
        """Lines, markup, metadata and notes, as judged as far as that has been done."""
        fields = self._fields(
            row, f"title, {LISTED}, lines, dictionary, markup, declared, found, notes, labels"
        )
        if fields is None:
            return (), (), Metadata(), ()
        title, author, site, date, lang, tags = fields[:6]
        packed, known, markup, declared, found, notes, judgement = fields[6:]
        with self._intact():
            texts = unpack_lines(packed, self.dictionary() if known else b"")
            if found is None:
                metadata = unpack_metadata(declared)
                metadata = metadata._replace(title=metadata.title or title)
            else:
                columns = dict(
                    zip(LISTED.split(", "), (author, site, date, lang, tags), strict=True)
                )
                metadata = unpack_metadata(found, listed_metadata(title, columns))
            return (
                unjudged_lines(texts) if judgement is None else unpack_judgement(judgement, texts),
                unpack_markup(markup, len(texts)),
                metadata,
                tuple(filter(None, notes.split("\n"))),
            )

    def _fields(self, row: Row, columns: str) -> Fields | None:
        """These columns of a document and its content, or None if it was never read."""
        found = self._database.rows(
            f"SELECT lines IS NULL, {columns} FROM document"
            " LEFT JOIN content USING (row) LEFT JOIN judgement USING (row) WHERE row = ?",
            (row,),
        )
        if not found:
            raise DocumentNotFoundError(GONE)
        return None if found[0][0] else found[0][1:]

    @contextmanager
    def _intact(self) -> Iterator[None]:
        """Take content that cannot be unpacked for damage."""
        try:
            yield
        except (zlib.error, ValueError, KeyError, TypeError) as error:
            raise self._database.damaged() from error
