"""Finding in an open collection: its full text, its titles and facets, kept as fresh as is worth.

Must not know: marks, but as they are given.
"""

import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from reader.catalogue import Catalogue
from reader.library.lock import exclusive
from reader.library.passages import Passages
from reader.library.place import Place
from reader.marks import Mark
from reader.model import Found, Page, Row, Snippet, Stage

if TYPE_CHECKING:
    from reader.search.around import Around
    from reader.search.fulltext import FullText
    from reader.search.offering import Offering, Offerings
    from reader.search.search import Searcher

# What finds is imported by the methods that need it: rows are on the screen long before.
PATIENCE = 10  # times as long as it took, what is known is used before it is looked up again


class Finding:
    """What finds documents of one catalogue; for any thread."""

    def __init__(
        self,
        place: Place,
        catalogue: Catalogue,
        page: Callable[[Row], Page],
        rows: Callable[[str], Sequence[Row]],
        searches: Callable[[], Mapping[str, str]],
    ) -> None:
        """`page` opens a document, `rows` are those of a reference, `searches` what was saved."""
        self._place = place
        self._catalogue = catalogue
        self._rows = rows
        self._searches = searches
        self._passages = Passages(page, lambda: catalogue.generation)
        self._fulltext: FullText | None = None
        self._searcher: tuple[FullText, Searcher] | None = None
        self._one_at_a_time = Lock()
        self._fresh_until = 0.0
        self._offerings: Offerings | None = None

    def find(
        self,
        text: str,
        marked: Mapping[Row, Mark],
        limit: int,
        stage: Stage,
        folded: bool,
    ) -> Found:
        """What a query finds. Raises QueryError."""
        with self._one_at_a_time:
            return self._ready().find(text, marked, limit, stage, folded)

    def check(self, text: str) -> None:
        """Raise QueryError where a finished query has a mistake, or names what was not saved."""
        from reader.query import parse  # noqa: PLC0415
        from reader.query.saved import filled  # noqa: PLC0415

        filled(parse(text).tree, self._searches())

    def tags(self, marked: Mapping[Row, Mark]) -> list[tuple[str, int]]:
        """Every tag in use with the number of its documents, most used first."""
        with self._one_at_a_time:
            return self._ready().tags(marked)

    def offering(self, text: str, marked: Mapping[Row, Mark]) -> "Offering":
        """What fields may be completed to, counted in what a query finds."""
        from reader.search.offering import Offerings  # noqa: PLC0415

        with self._one_at_a_time:
            searcher = self._ready()
            found = searcher.find(text, marked, stage=Stage.TYPING) if text.strip() else None
            if self._offerings is None:
                self._offerings = Offerings()
            return self._offerings.of(searcher.refresh().facets, found, marked, self._around)

    def nearest(self, term: str, marked: Mapping[Row, Mark]) -> str:
        """A term of a query as the texts and values spell it that are most like it, or nothing."""
        from reader.search.nearest import nearest  # noqa: PLC0415

        offering = self.offering("", marked)
        with self._one_at_a_time:
            languages = self._ready().refresh().languages
            return nearest(term, offering, self.full_text().spelling(languages))

    def snippet(self, row: Row, words: Sequence[str]) -> Snippet:
        """The passage of a document that shows most of these words."""
        return self._passages.snippet(row, words)

    def shared(self, row: Row, words: Sequence[str]) -> list[str]:
        """Those of some words, folded, that a document's article has."""
        present = {*self._passages.words(row)}
        return [word for word in words if word in present]

    def resemblance(self, row: Row, other: Row) -> float:
        """How much of two articles is the same, 0 to 1."""
        from reader.search.copies.resembling import resemblance, runs  # noqa: PLC0415

        words = self._passages.words
        return resemblance(runs(words(row)), runs(words(other))) if row != other else 1.0

    def text_remade(self) -> bool:
        """Whether there was a full-text index that could not be used, as far as anybody looked."""
        return self._fulltext is not None and self._fulltext.remade

    def text_behind(self) -> bool:
        """Whether the full text lacks what the catalogue has, as far as anybody looked."""
        return self._fulltext is not None and self._fulltext.stamped() != self._catalogue.birth

    def stale(self) -> None:
        """Let the next question see what has changed."""
        self._fresh_until = 0.0

    def full_text(self) -> "FullText":
        """The full text, made anew where it is gone or damaged."""
        from reader.search.fulltext import FullText  # noqa: PLC0415

        folder: Path = self._place.folder / "fulltext"
        if self._fulltext is None or not folder.is_dir():
            # One at a time: what another process is about to make looks damaged to this one.
            with exclusive(self._place.folder / "fulltext.lock", wait=True):
                self._fulltext = FullText(folder)
        return self._fulltext

    def _title(self, reference: str) -> str:
        documents = self._catalogue.documents(self._rows(reference))
        return documents[0].title if documents else ""

    @property
    def _around(self) -> "Around":
        from reader.search.around import Around  # noqa: PLC0415

        return Around(
            places=self._place.places,
            searches=self._searches,
            since=self._place.since,
            rows=self._rows,
            title=self._title,
            title_of=lambda row: self._catalogue.documents([row])[0].title,
            words=self._passages.words,
        )

    def _ready(self) -> "Searcher":
        from reader.search.search import Searcher  # noqa: PLC0415

        fulltext = self.full_text()
        if self._searcher is None or self._searcher[0] is not fulltext:
            kept = self._place.folder / "titles"
            self._searcher = fulltext, Searcher(self._catalogue, fulltext, self._around, kept)
            self._fresh_until = 0.0
        searcher, began = self._searcher[1], time.monotonic()
        if began >= self._fresh_until:
            searcher.refresh()
            ended = time.monotonic()
            self._fresh_until = ended + (ended - began) * PATIENCE
        return searcher
