"""What changes a full-text index. Must not know: where it lies, who reads it.

A document that is put takes the place of the one its row had before. What has a row beyond the
highest that there is takes no place, and nothing is looked for: each deletion costs a look into
every part of the index.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from reader.errors import CatalogueError
from reader.model import Row
from reader.search import wide
from reader.search.written import WRITTEN, Words, taken_apart

if TYPE_CHECKING:
    import tantivy

    from reader.search.spelling.keeping import Seen

MERGED = 8  # parts of the index that tantivy makes one of, once there are so many small ones


class Writer:
    """Changes the index; nothing is seen or kept before `commit`."""

    def __init__(
        self, inner: tantivy.IndexWriter, schema: tantivy.Schema, last: int, seen: Seen
    ) -> None:
        """`last` is the highest row that the index has; `seen` takes in the words that come."""
        self._inner = inner
        self._schema = schema
        self._highest = last
        self._seen = seen
        self.uncommitted = False
        self.written = 0  # documents
        self.last: dict[Row, Words] = {}  # the documents put last

    def put(self, row: Row, title: str, body: str, aside: str) -> None:
        """Make this what the index knows about `row`, whatever it knew before."""
        self.put_words(row, Words(taken_apart(title), taken_apart(body), taken_apart(aside)))

    def put_words(self, row: Row, words: Words) -> None:
        """Do as `put`, with texts cut into words already."""
        import tantivy  # noqa: PLC0415

        self.remove(row)
        self.uncommitted = True
        self._highest = max(self._highest, row)
        document = tantivy.Document()
        wide.number(document, row)
        for (name, beside), (folded, forms) in zip(WRITTEN.items(), words, strict=True):
            document.add_text(name, folded)
            if forms:
                document.add_text(beside, forms)
        with written():
            self._inner.add_document(document)
        self._seen.text(f"{words.title.folded} {words.body.folded}")
        self.written += 1
        self.last[row] = words
        if len(self.last) > MERGED:
            del self.last[next(iter(self.last))]

    def remove(self, row: Row) -> None:
        """Forget `row`; one that is not there is no mistake."""
        from tantivy import Query  # noqa: PLC0415

        if row > self._highest:
            return
        # by query: a deletion by term takes the number for a signed one and deletes nothing
        known = Query.term_query(self._schema, "row", row)
        self.uncommitted = True
        self.last.pop(row, None)
        with written():
            self._inner.delete_documents_by_query(known)

    def clear(self) -> None:
        """Forget everything, what is not committed yet, too."""
        from tantivy import Query  # noqa: PLC0415

        self.uncommitted = True
        self.last.clear()
        with written():
            # by query: deleting all at once leaves what was put since the last commit
            self._inner.delete_documents_by_query(Query.all_query())

    def commit(self) -> None:
        """Make everything so far durable and visible to those who reload."""
        with written():
            self._seen.committing()
            self._inner.commit()
        self.uncommitted = False


@contextmanager
def written() -> Iterator[None]:
    """Say in one sentence what kept something from being written: CatalogueError."""
    try:
        yield
    except (OSError, ValueError) as error:
        raise CatalogueError(
            f"the full-text index could not be written: {error}; see whether the disk is full"
        ) from error
