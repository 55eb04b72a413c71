"""The Library: one method for each thing a user can do, each a few lines long."""

from array import array
from collections.abc import Collection as Several
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Self

from reader.catalogue import Catalogue
from reader.errors import CatalogueError, DocumentNotFoundError
from reader.library.collection import Collection
from reader.library.finding import Finding
from reader.library.lock import SOON_S, WRITER, exclusive
from reader.library.marking import Marking
from reader.library.place import Place
from reader.library.session import leave_at, left_at
from reader.library.standing import behind
from reader.marks import Mark, Marks
from reader.model import (
    Change,
    Correction,
    Document,
    Found,
    Highlight,
    Page,
    Position,
    Progress,
    Reach,
    Row,
    Snippet,
    Stage,
)
from reader.settings import Settings, Unkept, is_temporary

if TYPE_CHECKING:
    from reader.library.correcting import Correcting
    from reader.search.offering import Offering

# What reads, cleans and finds is imported by the methods that need it: rows come before it.


class Library:
    """One collection, findable and marked. Any thread may call any method."""

    def __init__(self, collection: Collection, settings: Settings) -> None:
        self.collection = collection
        self.settings = settings
        self.place = Place(collection, settings)
        self._folder = self.place.folder
        self._marks = Marks(None if self.passing else settings.marks_file)
        self._catalogue = Catalogue(self._folder)
        self._finding = self._finder()
        self._left_out: tuple[tuple[int, int], frozenset[Row]] | None = None
        self._remade: set[str] = set()
        self._marked: tuple[tuple[int, int], dict[Row, Mark]] | None = None

    @classmethod
    def open(cls, paths: Sequence[Path], settings: Settings) -> Self:
        """Open the collection of these paths. Raises UsageError, CatalogueError, MarksError."""
        library = cls(Collection.of(paths), settings)
        library.place.opened()
        return library

    @property
    def name(self) -> str:
        """What the collection is called on screen."""
        return self.collection.name

    @property
    def unkept(self) -> Unkept | None:
        """Why tags and positions cannot outlive this run; None if they can."""
        return self.settings.unkept

    @property
    def passing(self) -> bool:
        """Whether the document is of this run only, from a pipe: no mark of it is kept."""
        return self.collection.is_file and is_temporary(self.collection.roots[0].path)

    @property
    def remark(self) -> str:
        """What is to be said once of where the marks are; "" where nothing is."""
        where = self._marks.file_system
        return f"tags are on another machine ({where}), no safer than its disk" if where else ""

    # ---- keeping up

    @property
    def remade(self) -> str:
        """What of the cache could not be used as it was, and is made again; "" if nothing."""
        if self._catalogue.remade:
            self._remade.add("the catalogue")
        if self._finding.text_remade():
            self._remade.add("the full-text index")
        return " and ".join(sorted(self._remade))

    @property
    def behind(self) -> str:
        """Why what is found may not be all there is, as far as was looked; "" where it is all."""
        return behind(self._folder, self._catalogue, self._finding)

    def update(self, wait: bool = True, at: Sequence[str] = ("",)) -> Iterator[Progress]:
        """Bring the catalogue up to date with the files and the corrections.

        While another process does so, wait for it, or with `wait` False leave it to it. Files are
        looked at below paths, "" is all; what turns out to be damaged is made anew.
        """
        try:
            yield from self._update(wait, at)
        except CatalogueError:
            self.catch_up(anew=True)
            yield from self._update(wait, ("",))
        self._marks.back_up()

    def _update(self, wait: bool, at: Sequence[str]) -> Iterator[Progress]:
        from reader.library.indexing import Indexing  # noqa: PLC0415
        from reader.library.workers import pool  # noqa: PLC0415

        for patience in (SOON_S, True) if wait else (False,):
            with exclusive(self._folder / WRITER, patience) as ours:
                if ours:
                    stores = self._folder, self._catalogue, self._finding.full_text(), self._marks
                    yield from Indexing(self.collection, *stores, pool(self.settings.log)).run(at)
                    if at:
                        self.place.updated(self.count())
                    break
            if wait:
                yield Progress("waiting", 0, 0)
        self.catch_up()

    @property
    def generation(self) -> tuple[int, int]:
        """Differs from an earlier one when documents or marks changed, here or elsewhere."""
        return self._catalogue.generation, self._marks.generation()

    # ---- documents

    def count(self, folded: bool = False) -> int:
        """How many documents can be read and are not hidden."""
        if self._hidden():
            return len(self.order(folded=folded))
        return self._catalogue.count() - self._catalogue.skipped() - len(self._copies(folded))

    def skipped(self) -> int:
        """How many files cannot be read."""
        return self._catalogue.skipped()

    def rows(self, start: int, limit: int, folded: bool = False) -> list[Row]:
        """A window of what `order` lists."""
        if self._hidden() or self._copies(folded):
            return [Row(row) for row in self.order(folded=folded)[start : start + limit]]
        return self._catalogue.rows(start, limit)

    def order(self, skipped: bool = False, folded: bool = False) -> "array[int]":
        """All documents but hidden ones by path, `skipped` files too, `folded` near-copies once."""
        rows, left_out = self._catalogue.order(skipped=skipped), self._hidden()
        left_out |= self._copies(folded)
        return array("q", (row for row in rows if row not in left_out)) if left_out else rows

    def documents(self, rows: Iterable[int]) -> list[Document]:
        """These entries with their marks, in that order; ones that are gone are left out."""
        return self.marking.of(self._catalogue.documents(map(Row, rows)))

    def document(self, reference: str) -> Document:
        """The document of this ID, unique start of an ID, or path. Raises DocumentNotFoundError."""
        rows = self._rows_for(reference)
        if len(rows) > 1:
            raise DocumentNotFoundError(
                f"{reference} is the start of several IDs: give more digits, or the path"
            )
        for document in self.documents(rows):
            return document
        raise DocumentNotFoundError(f"no document {reference} here: reader ls lists them")

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

    def find(
        self, text: str, limit: int = 1000, stage: Stage = Stage.FINISHED, folded: bool = False
    ) -> Found:
        """What the prompt asks for; with `folded`, near-copies once. Raises QueryError."""
        return self._finding.find(text, self._marks_by_row(), limit, stage, folded)

    def check(self, query: str) -> None:
        """Raise QueryError where a finished query makes no sense; while it is typed much may."""
        self._finding.check(query)

    def snippet(self, row: Row, words: Sequence[str]) -> Snippet:
        """The passage of a document that shows most of these words."""
        return self._finding.snippet(row, words)

    def shared(self, row: Row, words: Sequence[str]) -> list[str]:
        """Those of some words, folded, that a document's article has."""
        return self._finding.shared(row, words)

    def resemblance(self, row: Row, other: Row) -> float:
        """How much of two articles is the same, 0 to 1: runs of words both have of all of them."""
        return self._finding.resemblance(row, other)

    def offering(self, text: str = "") -> "Offering":
        """What the fields of a query may be completed to, counted in what the rest of it finds."""
        return self._finding.offering(text, self._marks_by_row())

    def nearest(self, term: str) -> str:
        """Another spelling of a term that finds nothing, the nearest there is; or ""."""
        return self._finding.nearest(term, self._marks_by_row())

    def catch_up(self, anew: bool = False) -> None:
        """Let the next question see everything, also a catalogue that was made anew."""
        self._finding.stale()
        if anew or self._catalogue.replaced:
            self.remade  # noqa: B018  # what is told of what goes now
            self._catalogue.close()
            self._catalogue = Catalogue(self._folder)
            self._finding = self._finder()

    # ---- marks

    def tag(self, rows: Several[Row], add: Several[str], remove: Several[str]) -> int:
        """Add and remove tags; durable on return. How many documents changed. Raises MarksError."""
        return self.marking.tag(self.documents(rows), add, remove)

    def set_read(self, rows: Several[Row], value: bool) -> int:
        """Mark as read or unread. How many documents changed. Raises MarksError."""
        return self.marking.set_flag("read", self.documents(rows), value)

    def set_starred(self, rows: Several[Row], value: bool) -> int:
        """Star or unstar. How many documents changed. Raises MarksError."""
        return self.marking.set_flag("star", self.documents(rows), value)

    def set_archived(self, rows: Several[Row], value: bool) -> int:
        """Archive or not: listed still. How many documents changed. Raises MarksError."""
        return self.marking.set_flag("archive", self.documents(rows), value)

    def set_hidden(self, rows: Several[Row], value: bool) -> int:
        """Leave out of lists and results, or not. How many documents changed. Raises MarksError."""
        return self.marking.set_flag("hide", self.documents(rows), value)

    def set_opened(self, document: Document) -> None:
        """Mark as read because it was opened, which is nothing to be taken back."""
        self.marking.set_opened(document)

    def highlight(self, page: Page, start: Position, end: Position, note: str = "") -> Highlight:
        """Note the passage from `start` up to `end`; durable. Raises UsageError, MarksError."""
        return self.marking.highlight(page, start, end, note)

    def highlights(self, page: Page) -> list[Highlight]:
        """The highlights of a page and where they stand now; those not found any more last."""
        return self.marking.highlights(page)

    def annotate(self, page: Page, number: int, note: str | None) -> None:
        """Change the note of a highlight; with None remove both. Raises UsageError, MarksError."""
        self.marking.annotate(page, number, note)

    def save_search(self, name: str, query: str) -> bool:
        """Keep a query under a name, over an earlier one of that name. Raises MarksError."""
        return self.marking.save_search(name, query)

    def forget_search(self, name: str) -> bool:
        """Forget a saved search; False where there is none. Raises MarksError."""
        return self.marking.save_search(name, None)

    def searches(self) -> list[tuple[str, str]]:
        """The saved searches of all collections, name and query, by name."""
        return [(saved.name, saved.query) for saved in self._marks.searches()]

    def undo(self) -> str | None:
        """Take back the last change made here, whoever made it; what it was, or None."""
        return self._marks.undo(self.collection.key)

    def redo(self) -> str | None:
        """Make the change again that was taken back last; what it was, or None."""
        return self._marks.redo(self.collection.key)

    def changes(self, limit: int) -> list[Change]:
        """The latest changes made here, the newest first."""
        return self._marks.changes(self.collection.key, limit)

    def any_read(self) -> bool:
        """Whether anything in this collection has been read, so that "unread" says something."""
        return self.marking.any_read()

    def tags(self) -> list[tuple[str, int]]:
        """Every tag in use with the number of its documents, most used first."""
        return self._finding.tags(self._marks_by_row())

    def position(self, document: Document) -> Position | None:
        """Where reading stopped, if it ever began."""
        return self.marking.position(document)

    def set_position(self, document: Document, position: Position) -> None:
        """Remember where reading stopped."""
        self.marking.set_position(document, position)

    def back_up(self) -> None:
        """Keep a plain-text dump of all marks, if one of today is due."""
        self._marks.back_up()

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
        return self._correcting.correct(page, lines, keep, everywhere)

    def corrections(self) -> list[Correction]:
        """What was said of lines in this collection and its sites, the first said first."""
        return self._correcting.all()

    def withdraw(self, numbers: Several[int]) -> None:
        """Take corrections back by their numbers. Raises UsageError, MarksError."""
        self._correcting.withdraw(numbers)

    @property
    def settled(self) -> bool:
        """Whether lists and finding know of all corrections; where not, `update` is due."""
        return self._correcting.settled()

    @property
    def _correcting(self) -> "Correcting":
        from reader.library.correcting import Correcting  # noqa: PLC0415

        return Correcting(self.collection, self._catalogue, self._marks)

    def close(self) -> None:
        """Let go of all files."""
        self._catalogue.close()
        self._marks.close()
        self.place.close()

    # ---- inside

    @property
    def marking(self) -> Marking:
        """What people note: bookmarks are set and looked up there."""
        return Marking(self.collection, self._catalogue, self._marks)

    def _hidden(self) -> frozenset[Row]:
        """The documents that lists leave out; looked up again only after a change."""
        generation = self.generation
        if self._left_out is None or self._left_out[0] != generation:
            self._left_out = generation, self.marking.hidden()
        return self._left_out[1]

    def _copies(self, folded: bool) -> frozenset[Row]:
        """The near-copies of other documents, where they are to be left out."""
        return frozenset(self._catalogue.copies.superfluous()) if folded else frozenset()

    def _marks_by_row(self) -> dict[Row, Mark]:
        """The marks of this collection's documents; read again only after a change."""
        generation = self.generation
        if self._marked is None or self._marked[0] != generation:
            self._marked = generation, self.marking.by_row()
        return self._marked[1]

    def _finder(self) -> Finding:
        return Finding(
            self.place, self._catalogue, self.page, self._rows_for, lambda: dict(self.searches())
        )

    def _rows_for(self, reference: str) -> list[Row]:
        for name in self.collection.names_for(reference):
            if (row := self._catalogue.named(name)) is not None:
                return [row]
        if reference and all(digit in "0123456789abcdef" for digit in reference):
            return self._catalogue.with_id(reference)
        return []
