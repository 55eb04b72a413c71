"""What the list shows: all documents, or a result in its bands, fetched as they are seen."""

from array import array
from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from itertools import accumulate
from typing import NamedTuple, overload

from textual.cache import LRUCache

from reader.model import Document, Found, Row, Snippet
from reader.printable import printable
from reader.tui import narrowing
from reader.tui.folding import Folding

WINDOW = 32  # documents fetched together
NO_ROW = Row(0)  # of no document


class Band(NamedTuple):
    """A run of rows under a heading; an empty heading takes no line."""

    heading: str
    rows: Sequence[Row]


class Fetch(NamedTuple):
    """How a listing gets at what it shows."""

    documents: Callable[[Sequence[Row]], list[Document]]
    snippet: Callable[[Row, Sequence[str]], Snippet]


class Bands(Sequence[Band]):
    """Bands one after the other, those without rows left out."""

    def __init__(self, bands: Sequence[Band]) -> None:
        self._bands = [band for band in bands if len(band.rows)]
        self.starts = [*accumulate((len(band.rows) for band in self._bands), initial=0)]
        """The first place of each, and behind them how many places there are."""

    def __len__(self) -> int:
        return len(self.starts) - 1

    @overload
    def __getitem__(self, band: int) -> Band: ...

    @overload
    def __getitem__(self, band: slice) -> list[Band]: ...

    def __getitem__(self, band: int | slice) -> Band | list[Band]:
        if isinstance(band, slice):
            return [*map(self._band, range(len(self))[band])]
        return self._band(range(len(self))[band])

    def _band(self, number: int) -> Band:
        return self._bands[number]

    def key(self, place: int) -> Row:
        """The document at a place."""
        band = bisect_right(self.starts, place) - 1
        return self._bands[band].rows[place - self.starts[band]]

    def find(self, key: Row) -> int | None:
        """The place of a document, or None where there is none."""
        for band, start in zip(self._bands, self.starts, strict=False):
            with suppress(ValueError):
                return start + band.rows.index(key)
        return None


class Groups(Bands):
    """The groups of a result: each is made when it is seen, as there may be many."""

    def __init__(self, found: Found) -> None:
        super().__init__([Band("", found.titles)])
        self._rows = found.titles
        self._names = found.groups
        self.starts = [*accumulate((size for _, size in found.groups), initial=0)]

    def _band(self, number: int) -> Band:
        start, end = self.starts[number], self.starts[number + 1]
        return Band(printable(self._names[number][0]), self._rows[start:end])

    def key(self, place: int) -> Row:
        """The document at a place."""
        return self._rows[place]

    def find(self, key: Row) -> int | None:
        """The place of a document, or None where there is none."""
        with suppress(ValueError):
            return self._rows.index(key)
        return None


def banded(found: Found) -> Bands:
    """The bands of a result: its groups, else what was found in titles and what in texts."""
    if found.groups:
        return Groups(found)
    if found.words and not found.mixed:
        return Bands([Band("IN TITLES", found.titles), Band("IN TEXT", found.texts)])
    return Bands([Band("", found.titles if found.mixed else [*found.titles, *found.texts])])


class AllRows(Sequence[Row]):
    """Every document's row: the first window at once, the rest when something asks for it."""

    def __init__(self, first: Sequence[Row], total: int, rest: Callable[[], "array[int]"]) -> None:
        self._first = first
        self._total = total
        self._rest = rest
        self._loaded: array[int] | None = None

    def __len__(self) -> int:
        return self._total

    def __getitem__(self, index: int) -> Row:  # type: ignore[override]  # slices are not needed
        if 0 <= index < len(self._first):
            return self._first[index]
        if not 0 <= index < self._total:
            raise IndexError(index)
        if self._loaded is None:
            self._loaded = self._rest()
        # Documents may have gone since they were counted: their places stay, and stay empty.
        return Row(self._loaded[index]) if index < len(self._loaded) else NO_ROW

    def index(self, value: object, start: int = 0, stop: int | None = None) -> int:
        """The place of a row; ValueError where it is not listed."""
        if value in self._first:
            return self._first.index(value)
        if self._loaded is None:
            self._loaded = self._rest()
        return self._loaded.index(value)  # type: ignore[arg-type]  # ValueError if it is no row


class Listing:
    """Documents by their place in the list. Nothing is kept for rows that nobody has seen."""

    def __init__(self, fetch: Fetch, bands: Sequence[Band], found: Found | None = None) -> None:
        self._fetch = fetch
        self.bands = bands if isinstance(bands, Bands) else Bands(bands)
        self.found = found
        self.folding = Folding(self.bands.starts, headed=self.headed)
        """Which bands are closed."""
        self._documents: LRUCache[int, dict[Row, Document]] = LRUCache(32)
        self._snippets: LRUCache[Row, Snippet] = LRUCache(512)

    def __len__(self) -> int:
        return self.bands.starts[-1]

    @property
    def headed(self) -> bool:
        """Whether bands have a heading each; else there is but one."""
        return bool(self.bands) and bool(self.bands[0].heading)

    @property
    def grouped_by(self) -> str:
        """What the groups have in common that were asked for; "" where none were."""
        return narrowing.shape(self.found.query, "group") if self.found is not None else ""

    def size(self, band: int) -> int:
        """How many documents are in a band."""
        return self.bands.starts[band + 1] - self.bands.starts[band]

    def key(self, index: int) -> Row:
        """The document at a place."""
        return self.bands.key(index)

    def find(self, key: Row) -> int | None:
        """The place of a document, or None where it is not listed."""
        return self.bands.find(key)

    def fold_like(self, other: "Listing") -> None:
        """Close the bands that are closed in another listing, as far as there are such."""
        if other.folding.any_closed:
            names = (band.heading for band in self.bands)
            self.folding.take_over(other.folding, lambda band: other.bands[band].heading, names)

    def document(self, index: int) -> Document | None:
        """The document at a place; None when it is gone since."""
        window = index // WINDOW
        documents = self._documents.get(window)
        if documents is None:
            first = window * WINDOW
            rows = [self.key(i) for i in range(first, min(first + WINDOW, len(self)))]
            documents = {document.row: document for document in self._fetch.documents(rows)}
            self._documents[window] = documents
        return documents.get(self.key(index))

    def forget(self) -> None:
        """Fetch documents again when they are next shown: their marks or titles changed."""
        self._documents.clear()

    def positions(self, row: Row) -> tuple[int, ...]:
        """The characters of a document's title that matched."""
        positions: Mapping[Row, tuple[int, ...]] = self.found.positions if self.found else {}
        return positions.get(row, ())

    def in_text(self, index: int) -> bool:
        """Whether the document at a place was found by its text rather than by its title."""
        if self.found is None:
            return False
        if self.found.mixed:
            return self.key(index) not in self.found.positions
        return index >= len(self.found.titles)

    def snippet(self, index: int) -> Snippet | None:
        """The passage that shows why a document was found; None where its title does."""
        if self.found is None or not (self.found.words and self.in_text(index)):
            return None
        row = self.key(index)
        snippet = self._snippets.get(row)
        if snippet is None:
            snippet = self._snippets[row] = self._fetch.snippet(row, self.found.words)
        return snippet

    def prepare(self, rows: int) -> None:
        """Fetch what the first rows will need, so that painting them waits for nothing."""
        for index in range(min(rows, len(self))):
            self.document(index)
            self.snippet(index)
