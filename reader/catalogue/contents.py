"""The content table: lines as they were read, and what judging made of them."""

import zlib
from collections.abc import Iterator
from contextlib import contextmanager

from reader.catalogue.packing import (
    pack_judgement,
    pack_lines,
    pack_markup,
    pack_metadata,
    unjudged_lines,
    unpack_judgement,
    unpack_lines,
    unpack_markup,
    unpack_metadata,
)
from reader.errors import DocumentNotFoundError
from reader.model import Judged, Line, Markup, Metadata, RawDocument, Row
from reader.sqlite import Database, Fields

GONE = "this document is gone: look at the folder again"


class Contents:
    """Skipped documents have none: they come out without lines."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def put(self, row: Row, raw: RawDocument) -> None:
        """Store a document as it was read, in place of what there was."""
        self._database.rows(
            "INSERT OR REPLACE INTO content (row, declared, notes, count, lines, markup)"
            " VALUES (?, ?, ?, ?, ?, ?)",
            (
                row,
                pack_metadata(raw.metadata),
                "\n".join(raw.notes),
                len(raw.lines),
                pack_lines(raw.lines),
                pack_markup(raw.markup),
            ),
        )

    def drop(self, row: Row) -> None:
        """Forget what was read."""
        self._database.rows("DELETE FROM content WHERE row = ?", (row,))

    def judge(self, row: Row, judged: Judged) -> None:
        """Store labels, scores, reasons and metadata; other lines than it has are a mistake."""
        stored = self._database.rows("SELECT count FROM content WHERE row = ?", (row,))
        if stored != [(len(judged.lines),)]:
            raise ValueError("the judged lines are not those of the document")
        self._database.rows(
            "UPDATE content SET found = ?, judgement = ? WHERE row = ?",
            (pack_metadata(judged.metadata), pack_judgement(judged.lines), row),
        )

    def raw(self, row: Row) -> RawDocument:
        """The document as it was read."""
        fields = self._fields(row, "format, encoding, guessed, lines, markup, declared, notes")
        if fields is None:
            return RawDocument("", (), (), encoding="")
        format, encoding, guessed, packed, markup, declared, notes = fields
        with self._intact():
            lines = unpack_lines(packed)
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
        fields = self._fields(row, "title, lines, markup, declared, found, notes, judgement")
        if fields is None:
            return (), (), Metadata(), ()
        title, packed, markup, declared, found, notes, judgement = fields
        with self._intact():
            texts = unpack_lines(packed)
            metadata = unpack_metadata(found or declared)
            return (
                unpack_judgement(judgement, texts) if judgement else unjudged_lines(texts),
                unpack_markup(markup, len(texts)),
                metadata if found else metadata._replace(title=metadata.title or title),
                tuple(filter(None, notes.split("\n"))),
            )

    def _fields(self, row: Row, columns: str) -> Fields | None:
        """These columns of a document and its content, or None if it was never read."""
        found = self._database.rows(
            f"SELECT lines IS NULL, {columns} FROM document LEFT JOIN content USING (row)"
            " WHERE row = ?",
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
