"""What people note on documents, and take back: each change is one entry of the journal."""

import time
from collections.abc import Collection as Several
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from reader.catalogue import Catalogue
from reader.errors import UsageError
from reader.library.collection import Collection
from reader.marks import BOOKMARK, FLAGS, TAG, UNTAG, Deed, Fact, Key, Mark, Marks, tag_name
from reader.marks import Bookmark as Lettered
from reader.model import Bookmark, Document, Highlight, Page, Position, Row

READ, STAR, ARCHIVE, HIDE = FLAGS
SAID = {
    (READ, True): "read",
    (READ, False): "unread",
    (STAR, True): "starred",
    (STAR, False): "not starred",
    (ARCHIVE, True): "archived",
    (ARCHIVE, False): "not archived",
    (HIDE, True): "hidden",
    (HIDE, False): "not hidden",
}
SHOWN = 30  # characters of a passage in the name of a change


class Marking(NamedTuple):
    """The marks of one collection's documents."""

    collection: Collection
    catalogue: Catalogue
    marks: Marks

    # ---- documents

    def of(self, documents: Sequence[Document]) -> list[Document]:
        """These documents with what is noted on them."""
        keys = [self._key(document) for document in documents]
        marks = self.marks.of(keys)
        return [
            _marked(document, marks.get(key)) for document, key in zip(documents, keys, strict=True)
        ]

    def tag(self, documents: Iterable[Document], add: Several[str], remove: Several[str]) -> int:
        """Put tags on and take others off; how many documents that changed."""
        unwanted = frozenset(map(tag_name, remove))
        wanted = frozenset(map(tag_name, add)) - unwanted
        put, rows = [], []
        for document in documents:
            have, key = frozenset(document.tags), self._key(document)
            facts = [Fact(TAG, key, name) for name in wanted - have]
            facts += [Fact(UNTAG, key, name) for name in unwanted & have]
            if facts:
                put += facts
                rows.append(document.row)
        said = [*(f"+{tag}" for tag in sorted(wanted)), *(f"-{tag}" for tag in sorted(unwanted))]
        return self._change(" ".join(said), rows, (), put)

    def set_flag(self, kind: str, documents: Iterable[Document], value: bool) -> int:
        """Note documents as read, starred, archived, hidden, or not so; how many changed."""
        changing = [one for one in documents if getattr(one, FLAGS[kind]) is not value]
        when = int(time.time()) if kind == READ and value else None
        facts = [Fact(kind, self._key(document), when) for document in changing]
        rows = [document.row for document in changing]
        drop, put = ((), facts) if value else (facts, ())
        return self._change(SAID[kind, value], rows, drop, put)

    def set_opened(self, document: Document) -> None:
        """Note as read because it was opened, which is nothing to be taken back."""
        self.marks.set_flag(READ, self._digests([document.row]), True)

    def position(self, document: Document) -> Position | None:
        """Where reading stopped, if it ever began."""
        mark = self.marks.of([self._key(document)]).get(self._key(document))
        return mark.position if mark else None

    def set_position(self, document: Document, position: Position) -> None:
        """Remember where reading stopped."""
        for key, digest in self._digests([document.row]).items():
            self.marks.set_position(key, digest, position)

    def by_row(self) -> dict[Row, Mark]:
        """The marks of all documents of the collection that have any."""
        marks = {
            name: mark
            for root in self.collection.roots
            for key, mark in self.marks.under(str(root.path)).items()
            if (name := self.collection.named(key.path)) is not None
        }
        return {row: marks[name] for name, row in self.catalogue.rows_named(marks).items()}

    def hidden(self) -> frozenset[Row]:
        """The documents that lists leave out."""
        names = {
            name
            for root in self.collection.roots
            for key in self.marks.hidden(str(root.path))
            if (name := self.collection.named(key.path)) is not None
        }
        return frozenset(self.catalogue.rows_named(names).values()) if names else frozenset()

    def any_read(self) -> bool:
        """Whether anything in this collection has been read."""
        return any(self.marks.any_read(str(root.path)) for root in self.collection.roots)

    # ---- highlights

    def highlight(self, page: Page, start: Position, end: Position, note: str) -> Highlight:
        """Note a passage of a page. Raises UsageError where there is nothing in it."""
        from reader.cleaning.anchors import quoted  # noqa: PLC0415  # no list needs it

        quote = quoted([line.text for line in page.lines], start, end)
        if not quote.exact.strip():
            raise UsageError("there is nothing to highlight here: choose some text")
        document = page.document
        said = f"highlighted {_short(quote.exact)}"
        digest = self.catalogue.digests([document.row]).get(document.row, b"")
        number = self.marks.highlight(
            self._key(document), digest, quote, _clean(note), self._deed(said)
        )
        return next(one for one in self.highlights(page) if one.number == number)

    def highlights(self, page: Page) -> list[Highlight]:
        """The highlights of a page in the order of its text, those that are lost last."""
        from reader.cleaning.anchors import anchored  # noqa: PLC0415

        lines = [line.text for line in page.lines]
        found = []
        for number, quote, note in self.marks.highlights(self._key(page.document)):
            start, end = anchored(lines, quote) or (None, None)
            path, member = page.document.path, page.document.member
            found.append(Highlight(number, quote, note, path, member, start, end))
        return sorted(found, key=lambda one: (one.start is None, one.start or (), one.number))

    def annotate(self, page: Page, number: int, note: str | None) -> None:
        """Change what is said of a highlight; with None remove it. Raises UsageError."""
        key = self._key(page.document)
        quote = {passage.number: passage.quote for passage in self.marks.highlights(key)}
        if number not in quote:
            raise UsageError(f"there is no highlight {number} in this document")
        said = (
            f"{'highlight removed:' if note is None else 'note on'} {_short(quote[number].exact)}"
        )
        self.marks.annotate(key, number, None if note is None else _clean(note), self._deed(said))

    # ---- bookmarks

    def bookmark(self, document: Document, letter: str, position: Position) -> None:
        """Set a bookmark; one of this letter elsewhere in the collection goes."""
        key, digests = self._key(document), self._digests([document.row])
        drop = [
            Fact(BOOKMARK, where, one)
            for where, one in self._bookmarks()
            if one.letter == letter and where != key
        ]
        put = [Fact(BOOKMARK, key, Lettered(letter, position))]
        self.marks.change(drop, put, digests, self._deed(f"bookmark {letter}"))

    def bookmarks(self) -> list[Bookmark]:
        """The bookmarks of the collection, one for each letter, by letter: the newest."""
        found = {key: self.collection.named(key.path) for key, _ in self._bookmarks()}
        rows = self.catalogue.rows_named(filter(None, found.values()))
        there = {
            one.letter: Bookmark(one.letter, row, one.position)
            for key, one in self._bookmarks()
            if (row := rows.get(found[key] or "")) is not None
        }
        return [there[letter] for letter in sorted(there)]

    def _bookmarks(self) -> list[tuple[Key, Lettered]]:
        roots = self.collection.roots
        return [found for root in roots for found in self.marks.bookmarks(str(root.path))]

    # ---- searches

    def save_search(self, name: str, query: str | None) -> bool:
        """Keep a query under a name, or forget it with None; whether anything changed."""
        name = " ".join(_clean(name).split())
        if not name:
            raise UsageError("which name? a saved search needs one")
        said = f"search “{name}” {'forgotten' if query is None else 'saved'}"
        query = None if query is None else _clean(query)
        return self.marks.save_search(name, query, self._deed(said))

    # ---- inside

    def _change(
        self, said: str, rows: Several[Row], drop: Iterable[Fact], put: Iterable[Fact]
    ) -> int:
        if not rows:
            return 0
        noun = "document" if len(rows) == 1 else "documents"
        deed = self._deed(f"{said} on {len(rows):,} {noun}")
        return self.marks.change(drop, put, self._digests(rows), deed).documents

    def _deed(self, said: str) -> Deed:
        return Deed(self.collection.key, said)

    def _key(self, document: Document) -> Key:
        return Key(self.collection.path(document.path), document.member)

    def _digests(self, rows: Several[Row]) -> Mapping[Key, bytes]:
        digests = self.catalogue.digests(rows)
        return {self._key(d): digests[d.row] for d in self.catalogue.documents(rows)}


def _marked(document: Document, mark: Mark | None) -> Document:
    if mark is None:
        return document
    return document._replace(
        tags=tuple(sorted((set(document.tags) | mark.added) - mark.removed)),
        read=mark.read,
        starred=mark.starred,
        archived=mark.archived,
        hidden=mark.hidden,
    )


def _clean(text: str) -> str:
    """Text that can be stored: what is not Unicode becomes a question mark."""
    return text.encode("utf-8", "replace").decode()


def _short(text: str) -> str:
    text = " ".join(text.split())
    return f"“{text if len(text) <= SHOWN else f'{text[: SHOWN - 1].rstrip()}…'}”"
