"""The Library: one method for each thing a user can do, each a few lines long."""

import time
from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Collection as Several
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Self

from reader.catalogue import Catalogue
from reader.errors import CatalogueError, DocumentNotFoundError
from reader.library.collection import Collection
from reader.library.lock import WRITER, exclusive
from reader.library.place import Place
from reader.library.session import leave_at, left_at
from reader.library.undo import Step, Undo
from reader.marks import Key, Mark, Marks, tag_name
from reader.model import (
    CONTENT,
    Correction,
    Document,
    Found,
    Page,
    Position,
    Progress,
    Reach,
    Row,
    Snippet,
)
from reader.settings import Settings

if TYPE_CHECKING:
    from reader.library.correcting import Correcting
    from reader.search.fulltext import FullText
    from reader.search.search import Searcher

# What reads, cleans and finds is imported by the methods that need it: rows are on the screen
# long before, and `reader ls` never loads it.


TEXTS = 200  # documents whose text is kept for the passages of the next keystroke
PATIENCE = 10  # times as long as it took, what finding knows is used before it is looked up again


class Library:
    """One collection, findable and marked. Any thread may call any method."""

    def __init__(self, collection: Collection, settings: Settings) -> None:
        self.collection = collection
        self.settings = settings
        self._place = Place(collection, settings)
        self._folder = self._place.folder
        self._marks = Marks(settings.marks_file)
        self._catalogue = Catalogue(self._folder)
        self._fulltext: FullText | None = None
        self._searcher: tuple[FullText, Searcher] | None = None
        self._searching = Lock()
        self._undo = Undo()
        self._fresh_until = 0.0
        self._texts: dict[Row, list[str]] = {}  # of documents whose passages were shown lately
        self._texts_of = -1  # the catalogue's generation they are of
        self._marked: tuple[tuple[int, int], dict[Row, Mark]] | None = None

    @classmethod
    def open(cls, paths: Sequence[Path], settings: Settings) -> Self:
        """Open the collection of these paths. Raises UsageError, CatalogueError, MarksError."""
        return cls(Collection.of(paths), settings)

    @property
    def name(self) -> str:
        """What the collection is called on screen."""
        return self.collection.name

    @property
    def kept(self) -> bool:
        """Whether tags and positions outlive this run."""
        return self.settings.kept

    # ---- keeping up

    def update(self, wait: bool = True, look: bool = True) -> Iterator[Progress]:
        """Bring the catalogue up to date with the files and the corrections.

        While another process does so, wait for it, or with `wait` False leave it to it. Without
        `look` no file is looked at. What turns out to be damaged is made anew, once.
        """
        try:
            yield from self._update(wait, look)
        except CatalogueError:
            self._catalogue.close()
            self._catalogue = Catalogue(self._folder)
            self._fulltext = self._searcher = None
            yield from self._update(wait, look=True)

    def _update(self, wait: bool, look: bool) -> Iterator[Progress]:
        from reader.library.indexing import Indexing  # noqa: PLC0415

        with exclusive(self._folder / WRITER, wait) as ours:
            if ours:
                yield from Indexing(
                    self.collection, self._catalogue, self._full_text(), self._marks
                ).run(look)
                if look:
                    self._place.updated(self.count())
        self.catch_up()

    @property
    def generation(self) -> tuple[int, int]:
        """Differs from an earlier one when documents or marks changed, here or elsewhere."""
        return self._catalogue.generation, self._marks.generation()

    # ---- documents

    def count(self) -> int:
        """How many documents can be read."""
        return self._catalogue.count() - self._catalogue.skipped()

    def skipped(self) -> int:
        """How many files are listed but cannot be read."""
        return self._catalogue.skipped()

    def rows(self, start: int, limit: int) -> list[Row]:
        """A window of the readable documents in the order of their paths."""
        return self._catalogue.rows(start, limit)

    def order(self, skipped: bool = False) -> "array[int]":
        """All documents in the order of their paths; the files that were skipped on request."""
        return self._catalogue.order(skipped=skipped)

    def documents(self, rows: Iterable[int]) -> list[Document]:
        """These entries with their marks, in that order; ones that are gone are left out."""
        found = self._catalogue.documents(map(Row, rows))
        keys = {document.row: self._key(document) for document in found}
        marks = self._marks.of(keys.values())
        return [_marked(document, marks.get(keys[document.row])) for document in found]

    def document(self, reference: str) -> Document:
        """The document of this ID, unique start of an ID, or path. Raises DocumentNotFoundError."""
        rows = self._rows_for(reference)
        if not rows:
            raise DocumentNotFoundError(f"no document {reference} here: reader ls lists them")
        if len(rows) > 1:
            raise DocumentNotFoundError(
                f"{reference} is the start of several IDs: give more digits, or the path"
            )
        return self.documents(rows)[0]

    def page(self, row: Row) -> Page:
        """A document opened for reading. Raises DocumentNotFoundError when it is gone."""
        documents = self.documents([row])
        if not documents:
            raise DocumentNotFoundError("this document is gone: R rescans the folder")
        return self._correcting.page(documents[0])

    def path(self, document: Document) -> str:
        """The absolute path of a document's file."""
        return self.collection.path(document.path)

    def left_at(self) -> Row | None:
        """The document the cursor was on when the collection was last left, if it is there."""
        name = left_at(self.settings, self.collection.key)
        return self._catalogue.named(name) if name else None

    def leave_at(self, document: Document) -> None:
        """Note the document the cursor is on."""
        if not self.collection.is_file:
            leave_at(self.settings, self.collection.key, document.path)

    # ---- finding

    def find(self, text: str, limit: int = 1000, typing: bool = False) -> Found:
        """What the prompt asks for: titles first, then texts. Raises QueryError."""
        with self._searching:
            return self._search().find(text, self._marks_by_row(), limit, typing=typing)

    def check(self, query: str) -> None:
        """Raise QueryError where a finished query makes no sense; while it is typed much may."""
        from reader.query import parse  # noqa: PLC0415

        parse(query)

    def snippet(self, row: Row, words: Sequence[str]) -> Snippet:
        """The passage of a document that shows most of these words."""
        from reader.search.snippet import snippet  # noqa: PLC0415

        generation = self._catalogue.generation
        if generation != self._texts_of or len(self._texts) > TEXTS:
            self._texts, self._texts_of = {}, generation
        if row not in self._texts:
            units = self.page(row).paragraphs
            self._texts[row] = [unit.text for unit in units if unit.label in CONTENT]
        return snippet(self._texts[row], words)

    def catch_up(self) -> None:
        """Let the next question see everything, however long ago the last one was asked."""
        self._fresh_until = 0.0

    # ---- marks

    def tag(self, rows: Several[Row], add: Several[str], remove: Several[str]) -> int:
        """Add and remove tags; durable on return. How many documents changed. Raises MarksError."""
        wanted, unwanted = frozenset(map(tag_name, add)), frozenset(map(tag_name, remove))
        plans: dict[tuple[frozenset[str], frozenset[str]], list[Row]] = {}
        for document in self.documents(rows):
            have = frozenset(document.tags)
            if plan := (wanted - unwanted - have, unwanted & have):
                plans.setdefault(plan, []).append(document.row)
        plans.pop((frozenset(), frozenset()), None)
        changes = [(self._changes(some), *plan) for plan, some in plans.items()]

        def forth() -> None:
            for keys, added, removed in changes:
                self._marks.tag(keys, added, removed)

        def back() -> None:
            for keys, added, removed in changes:
                self._marks.tag(keys, removed, added)

        said = " ".join([*(f"+{tag}" for tag in sorted(wanted)), *(f"-{t}" for t in unwanted)])
        return self._did(said, sum(map(len, plans.values())), back, forth)

    def set_read(self, rows: Several[Row], value: bool) -> int:
        """Mark as read or unread. How many documents changed. Raises MarksError."""
        some = [document.row for document in self.documents(rows) if document.read is not value]
        changes, mark = self._changes(some), self._marks.set_read
        return self._did(
            "read" if value else "unread",
            len(some),
            lambda: mark(changes, not value),
            lambda: mark(changes, value),
        )

    def set_starred(self, rows: Several[Row], value: bool) -> int:
        """Star or unstar. How many documents changed. Raises MarksError."""
        some = [document.row for document in self.documents(rows) if document.starred is not value]
        changes, mark = self._changes(some), self._marks.set_starred
        return self._did(
            "starred" if value else "not starred",
            len(some),
            lambda: mark(changes, not value),
            lambda: mark(changes, value),
        )

    def set_opened(self, document: Document) -> None:
        """Mark as read because it was opened, which is nothing to be taken back."""
        self._marks.set_read(self._changes([document.row]), True)

    # ---- corrections

    def site(self, row: Row) -> str:
        """What the site is called on whose pages a correction of this document would hold."""
        return self._correcting.site(row)

    def reach(self, page: Page, lines: Several[int], keep: bool, everywhere: bool) -> Reach:
        """What a correction of these lines, counted from 0, would change; see `correct`."""
        return self._correcting.reach(page, lines, keep, everywhere)

    def correct(
        self, page: Page, lines: Several[int], keep: bool, everywhere: bool = False
    ) -> Correction:
        """Say that lines are the article's, or are set aside: here, or on all pages of the site.

        Durable on return, and seen by whoever opens a page; lists and finding follow with the
        next `update`. Raises MarksError, UsageError.
        """
        said, step = self._correcting.correct(page, lines, keep, everywhere)
        self._undo.did(step)
        return said

    def corrections(self) -> list[Correction]:
        """What was said of lines in this collection and its sites, the first said first."""
        return self._correcting.all()

    def withdraw(self, numbers: Several[int]) -> None:
        """Take corrections back by their numbers. Raises UsageError, MarksError."""
        self._undo.did(self._correcting.withdraw(numbers))

    @property
    def settled(self) -> bool:
        """Whether lists and finding know of all corrections; where not, `update` is due."""
        return self._correcting.settled()

    @property
    def _correcting(self) -> "Correcting":
        from reader.library.correcting import Correcting  # noqa: PLC0415

        return Correcting(self.collection, self._catalogue, self._marks)

    def undo(self) -> str | None:
        """Take the last change of marks back; what it was, or None. Raises MarksError."""
        return self._undo.undo()

    def redo(self) -> str | None:
        """Make the change again that was taken back last; what it was, or None."""
        return self._undo.redo()

    def any_read(self) -> bool:
        """Whether anything in this collection has been read, so that "unread" says something."""
        return any(self._marks.any_read(str(root.path)) for root in self.collection.roots)

    def tags(self) -> list[tuple[str, int]]:
        """Every tag in use with the number of its documents, most used first."""
        with self._searching:
            return self._search().tags(self._marks_by_row())

    def position(self, document: Document) -> Position | None:
        """Where reading stopped, if it ever began."""
        mark = self._marks.of([self._key(document)]).get(self._key(document))
        return mark.position if mark else None

    def set_position(self, document: Document, position: Position) -> None:
        """Remember where reading stopped."""
        changes = self._changes([document.row])
        for key, digest in changes.items():
            self._marks.set_position(key, digest, position)

    def close(self) -> None:
        """Let go of all files."""
        self._catalogue.close()
        self._marks.close()
        self._place.close()

    # ---- inside

    def _did(
        self, said: str, count: int, back: Callable[[], object], forth: Callable[[], object]
    ) -> int:
        """Make a change of so many documents, and remember how to take it back."""
        if count:
            forth()
            noun = "document" if count == 1 else "documents"
            self._undo.did(Step(f"{said} on {count:,} {noun}", back, forth))
        return count

    def _key(self, document: Document) -> Key:
        return Key(self.collection.path(document.path), document.member)

    def _changes(self, rows: Iterable[Row]) -> Mapping[Key, bytes]:
        wanted = list(rows)
        digests = self._catalogue.digests(wanted)
        return {self._key(d): digests[d.row] for d in self._catalogue.documents(wanted)}

    def _marks_by_row(self) -> dict[Row, Mark]:
        """The marks of this collection's documents; read again only after a change."""
        generation = self.generation
        if self._marked is None or self._marked[0] != generation:
            marks = {
                name: mark
                for root in self.collection.roots
                for key, mark in self._marks.under(str(root.path)).items()
                if (name := self.collection.named(key.path)) is not None
            }
            rows = self._catalogue.rows_named(marks)
            self._marked = generation, {row: marks[name] for name, row in rows.items()}
        return self._marked[1]

    def _full_text(self) -> "FullText":
        from reader.search.fulltext import FullText  # noqa: PLC0415

        folder = self._folder / "fulltext"
        if self._fulltext is None or not folder.is_dir():
            # One at a time: what another process is about to make looks damaged to this one.
            with exclusive(self._folder / "fulltext.lock", wait=True):
                self._fulltext = FullText(folder)
        return self._fulltext

    def _search(self) -> "Searcher":
        from reader.search.search import Searcher  # noqa: PLC0415

        fulltext = self._full_text()
        if self._searcher is None or self._searcher[0] is not fulltext:
            self._searcher = fulltext, Searcher(self._catalogue, fulltext, self._place.places)
            self._fresh_until = 0.0
        searcher = self._searcher[1]
        if time.monotonic() >= self._fresh_until:
            began = time.monotonic()
            searcher.refresh()
            ended = time.monotonic()
            self._fresh_until = ended + (ended - began) * PATIENCE
        return searcher

    def _rows_for(self, reference: str) -> list[Row]:
        for name in self.collection.names_for(reference):
            if (row := self._catalogue.named(name)) is not None:
                return [row]
        if reference and all(digit in "0123456789abcdef" for digit in reference):
            return self._catalogue.with_id(reference)
        return []


def _marked(document: Document, mark: Mark | None) -> Document:
    if mark is None:
        return document
    tags = tuple(sorted((set(document.tags) | mark.added) - mark.removed))
    return document._replace(tags=tags, read=mark.read, starred=mark.starred)
