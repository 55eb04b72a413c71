"""The full-text index: which documents have which words. Must not know: fields, marks, the screen.

A tantivy directory that stores nothing but each document's row. Words are cut and folded here,
not by tantivy, so that what the index finds is what snippets light up.
"""

from __future__ import annotations

import shutil
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from reader.errors import CatalogueError
from reader.model import Row
from reader.query import Query
from reader.search.fold import words
from reader.search.terms import TEXT_FIELDS, in_index

if TYPE_CHECKING:
    import tantivy

VERSION = "1"  # of what is put into the index; another one is made again
WRITER_MEMORY = 64_000_000  # bytes, of one thread
FEW_ROWS = 2_000  # up to so many allowed rows are part of the query; more are sifted after it

_INDEX = "index"
_VERSION_FILE = "version"
_GENERATION_FILE = "generation"
_TOKENIZER = "folded"


class IndexBusyError(CatalogueError):
    """Another process is writing to the full-text index."""


class FullText:
    """The full-text index in a folder of its own, or in memory.

    `made_again` is True if there was none that could be used: every document must be put again.
    """

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder
        self._generation: int | None = None
        self.made_again = folder is None or not self._usable(folder)
        if folder is not None and self.made_again:
            self._prepare(folder)
        self._index = self._open()
        self._searcher = self._index.searcher()

    def stamped(self) -> int | None:
        """Return the generation last stamped, or None if there is none."""
        if self._folder is None:
            return self._generation
        try:
            return int((self._folder / _GENERATION_FILE).read_text("ascii"))
        except (OSError, ValueError):
            return None

    def stamp(self, value: int) -> None:
        """Record that the index holds what the catalogue held at generation `value`."""
        self._generation = value
        if self._folder is not None:
            _replace(self._folder / _GENERATION_FILE, str(value))

    @contextmanager
    def writer(self) -> Iterator[Writer]:
        """Give the one writer; what was not committed when it is left is forgotten.

        IndexBusyError while another process, or this one, has a writer.
        """
        try:
            inner = self._index.writer(WRITER_MEMORY, 1)
        except ValueError as error:
            if "LockBusy" in str(error):
                raise IndexBusyError(
                    "another reader is updating this collection; try again when it has finished"
                ) from error
            raise CatalogueError(
                f"the full-text index in {self._folder} cannot be written: {error}; delete that "
                "folder to have it made again"
            ) from error
        try:
            yield Writer(inner, self._index.schema)
        finally:
            inner.rollback()
            inner.wait_merging_threads()
        self.reload()

    def reload(self) -> None:
        """Make searches see what has been committed since, by whatever process."""
        with self._reading():
            self._index.reload()
            self._searcher = self._index.searcher()

    def __len__(self) -> int:
        return int(self._searcher.num_docs)

    def matches(self, tree: Query, fields: Sequence[str] = TEXT_FIELDS) -> frozenset[Row]:
        """Return the rows that answer the words of `tree` in any of `fields`, unranked.

        Fields of the tree ask for nothing here. A tree without any words matches every row.
        """
        return frozenset(Row(int(row)) for row in self.rows(tree, fields))

    def rows(self, tree: Query, fields: Sequence[str] = TEXT_FIELDS) -> Sequence[int]:
        """Return what `matches` returns as a list, highest row first."""
        with self._reading():
            query = in_index(self._index.schema, self._searcher, tree, fields)
            most = max(1, self._searcher.num_docs)
            found = self._searcher.search(query, most, count=False, order_by_field="row")
            return [row for row, _ in found.hits]

    def search(
        self,
        tree: Query,
        rows: Collection[Row] | None,
        limit: int,
        fields: Sequence[str] = TEXT_FIELDS,
    ) -> list[tuple[Row, float]]:
        """Return at most `limit` of the allowed rows (None: all), best first by BM25, ties by row.

        A match in the title counts more.
        """
        if limit < 1 or not self._searcher.num_docs or (rows is not None and not rows):
            return []
        with self._reading():
            query = in_index(self._index.schema, self._searcher, tree, fields)
        if rows is not None and len(rows) <= FEW_ROWS:
            query = self._only(query, rows)
            rows = None
        asked = limit
        while True:
            found = self._ranked(query, asked + 1)
            allowed = found if rows is None else [pair for pair in found if pair[0] in rows]
            # go on until all that tie with the last one are known
            complete = len(found) <= asked
            if complete or (len(allowed) > limit and allowed[limit - 1][1] > found[-1][1]):
                return sorted(allowed, key=lambda pair: (-pair[1], pair[0]))[:limit]
            asked *= 4

    def _ranked(self, query: tantivy.Query, limit: int) -> list[tuple[Row, float]]:
        most = min(limit, self._searcher.num_docs)
        with self._reading():
            hits = self._searcher.search(query, max(1, most), count=False).hits
            rows = self._searcher.fast_field_values("row", [address for _, address in hits])
        return [
            (Row(int(row)), float(score))
            for (score, _), row in zip(hits, rows, strict=True)
            if row is not None
        ]

    @contextmanager
    def _reading(self) -> Iterator[None]:
        """Turn what tantivy makes of a damaged file into one sentence, and have it made again.

        Some damage is met by a panic in tantivy, which is no Exception.
        """
        try:
            yield
        except BaseException as error:
            panicked = type(error).__name__ == "PanicException"
            if not (panicked or isinstance(error, ValueError | OSError)):
                raise
            if self._folder is not None:
                (self._folder / _VERSION_FILE).unlink(missing_ok=True)
            raise CatalogueError(
                "the full-text index was damaged: start again, it is made anew from the files"
            ) from error

    def _only(self, query: tantivy.Query, rows: Collection[Row]) -> tantivy.Query:
        from tantivy import Occur, Query  # noqa: PLC0415 - heavy, loaded at first use

        allowed = Query.term_set_query(self._index.schema, "row", list(rows))
        unscored = Query.const_score_query(allowed, 0.0)
        return Query.boolean_query([(Occur.Must, query), (Occur.Must, unscored)])

    def _usable(self, folder: Path) -> bool:
        try:
            if (folder / _VERSION_FILE).read_text("ascii") != VERSION:
                return False
            self._open().searcher()
        except (OSError, ValueError):
            return False
        return True

    def _open(self) -> tantivy.Index:
        import tantivy  # noqa: PLC0415

        builder = tantivy.SchemaBuilder()
        builder.add_unsigned_field("row", stored=True, indexed=True, fast=True)
        for name in ("title", "body", "aside"):
            builder.add_text_field(name, tokenizer_name=_TOKENIZER, index_option="position")
        path = None if self._folder is None else str(self._folder / _INDEX)
        index = tantivy.Index(builder.build(), path=path)
        analyzer = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).build()
        index.register_tokenizer(_TOKENIZER, analyzer)
        index.reload()
        return index

    def _prepare(self, folder: Path) -> None:
        """Leave an empty index folder; the version is written last, so half of one is not used."""
        try:
            (folder / _VERSION_FILE).unlink(missing_ok=True)
            (folder / _GENERATION_FILE).unlink(missing_ok=True)
            if (folder / _INDEX).exists():
                shutil.rmtree(folder / _INDEX)
            (folder / _INDEX).mkdir(parents=True, mode=0o700)
            self._open()
            _replace(folder / _VERSION_FILE, VERSION)
        except (OSError, ValueError) as error:
            raise CatalogueError(
                f"the full-text index cannot be made in {folder}: {error}; free that folder or "
                "choose another cache folder"
            ) from error


class Writer:
    """Changes the index; nothing is seen or kept before `commit`."""

    def __init__(self, inner: tantivy.IndexWriter, schema: tantivy.Schema) -> None:
        self._inner = inner
        self._schema = schema

    def put(self, row: Row, title: str, body: str, aside: str) -> None:
        """Make this what the index knows about `row`, whatever it knew before."""
        self.put_words(row, *(" ".join(words(text)) for text in (title, body, aside)))

    def put_words(self, row: Row, title: str, body: str, aside: str) -> None:
        """Do as `put`, with texts cut into words already: folded, with spaces between."""
        import tantivy  # noqa: PLC0415

        self.remove(row)
        document = tantivy.Document()
        document.add_unsigned("row", row)
        for name, text in (("title", title), ("body", body), ("aside", aside)):
            document.add_text(name, text)
        with _written():
            self._inner.add_document(document)

    def remove(self, row: Row) -> None:
        """Forget `row`; one that is not there is no mistake."""
        from tantivy import Query  # noqa: PLC0415

        # by query: a deletion by term takes the number for a signed one and deletes nothing
        known = Query.term_query(self._schema, "row", row)
        with _written():
            self._inner.delete_documents_by_query(known)

    def clear(self) -> None:
        """Forget everything."""
        with _written():
            self._inner.delete_all_documents()

    def commit(self) -> None:
        """Make everything so far durable and visible to those who reload."""
        with _written():
            self._inner.commit()


@contextmanager
def _written() -> Iterator[None]:
    try:
        yield
    except (OSError, ValueError) as error:
        raise CatalogueError(
            f"the full-text index could not be written: {error}; see whether the disk is full"
        ) from error


def _replace(path: Path, text: str) -> None:
    """Write `text` to `path` so that a crash leaves the old or the new content, never half."""
    fresh = path.with_name(path.name + ".new")
    fresh.write_text(text, "ascii")
    fresh.replace(path)
