"""From match to match through all documents of a result, as through one long text."""

import time
from typing import TYPE_CHECKING

from reader.errors import ReaderError
from reader.model import Found, Page, Row
from reader.tui.latest import Latest
from reader.tui.listing import NO_ROW, Listing
from reader.tui.matching import Matching
from reader.tui.part import View
from reader.tui.setting import folds, parts

if TYPE_CHECKING:
    from reader.tui.screens.main import MainScreen

MOST_DOCUMENTS = 500  # of a result are looked through to count its matches
REST = 2  # times as long as counting in a document took, the thread rests: keys come first


class River:
    """Where one is among the matches of a result; pages ahead are fetched before they are needed.

    A document in which nothing is lit, found by a field, is visited at its top: nothing of a
    result is passed over, and no press opens more than one document.
    """

    def __init__(self, screen: "MainScreen") -> None:
        self._screen = screen
        self._ahead: tuple[tuple[int, int], Row, Page] | None = None
        self._fetching: Latest[tuple[int, Row], None] = Latest(self._fetch, lambda *_: None)
        self._counting: Latest[tuple[Listing, Found], None] = Latest(self._count, self._counted)
        self._counts: dict[Row, int] = {}
        self._counts_of: tuple[str, int] | None = None  # the query, and the catalogue's generation
        self._whole = False  # all documents of the result are counted
        self._flowing: Listing | None = None  # the result that is being counted, or was

    def stop(self) -> None:
        """Answer nothing any more."""
        self._flowing = None
        self._fetching.close()
        self._counting.close()

    # ---- going on

    def do_next_match(self, count: int | None) -> None:
        """Go to the next match, past the last one into the next document."""
        self._go(1, count or 1)

    def do_previous_match(self, count: int | None) -> None:
        """Go to the match before, past the first one into the document before."""
        self._go(-1, count or 1)

    def _go(self, step: int, times: int) -> None:
        pane = self._screen.pane
        for _ in range(times):
            if len(pane.matching) and pane.next_match(step):
                continue
            if not self._on(step):
                return

    def _on(self, step: int) -> bool:
        """Go on into the next document; False where that cannot be."""
        screen, listing = self._screen, self._screen.list.listing
        last = f"that was the {'last' if step > 0 else 'first'} match"
        if screen.pane.matching.typed:
            screen.say(f"{last} here · Tab in the prompt finds in all documents")
        elif listing.found is None or screen.library.collection.is_file:
            screen.say("nothing to go to: / finds in this document")
        elif not screen.reading.step(step):
            screen.say(last)
        else:
            if not screen.pane.to_match(0 if step > 0 else -1):
                screen.pane.scroll_top()
                screen.say("no match in this text: it was found by something else")
            return True
        return False

    # ---- pages ahead

    def page(self, row: Row) -> Page:
        """A document opened for reading, at once where it was fetched ahead."""
        if self._ahead is not None and self._ahead[:2] == (self._screen.library.generation, row):
            return self._ahead[2]
        return self._screen.library.page(row)

    def opened(self, index: int, step: int) -> None:
        """Fetch what comes next behind the document at this place, and count the result."""
        listing = self._screen.list.listing
        if 0 <= index + step < len(listing):
            self._fetching.ask((step, listing.key(index + step)))
        if listing.found is not None and listing is not self._flowing:
            self._flowing, self._whole = listing, False
            self._counting.ask((listing, listing.found))

    def _fetch(self, question: tuple[int, Row]) -> None:
        library, row = self._screen.library, question[1]
        try:
            generation = library.generation
            self._ahead = generation, row, library.page(row)
        except ReaderError:
            self._ahead = None  # whoever opens it is told why

    # ---- counting

    def matching(self, found: Found, row: Row) -> Matching:
        """What is lit in a document that was found; from any thread."""
        title = found.positions.get(row)
        return Matching("", found.words, (title[0], title[-1] + 1) if title else None)

    def _count(self, question: tuple[Listing, Found]) -> None:
        """In the thread: count in one document after the other, as far as that goes."""
        listing, found = question
        library = self._screen.library
        known = found.query, library.generation[0]
        if known != self._counts_of:
            self._counts, self._counts_of = {}, known
        for index in range(min(len(listing), MOST_DOCUMENTS)):
            row = listing.key(index)
            if row in self._counts:
                continue
            if listing is not self._flowing:
                return
            began = time.thread_time()
            try:
                matching = self.matching(found, row)
                page = library.page(row)
                matching.over(parts(page, View.CLEAN, ()))
                if not len(matching) and found.words:
                    matching.over(parts(page, View.CLEAN, folds(page, found.words)))
                self._counts[row] = len(matching)
            except ReaderError:
                self._counts[row] = 0
            time.sleep((time.thread_time() - began) * REST)
        self._whole = len(listing) <= MOST_DOCUMENTS and listing is self._flowing

    def _counted(self, question: tuple[Listing, Found], answer: None) -> None:
        self._screen.host.soon(self._screen.show_status)

    def matches(self) -> str:
        """Which match of how many one is at: of the result, as far as that is known."""
        matching = self._screen.pane.matching
        here = len(matching)
        if matching.typed and not here:
            return "no match"
        before, total, more = self._around(matching, here)
        if not total:
            return ""
        if matching.current is not None:
            return f"match {before + matching.current + 1:,}/{total:,}{more}"
        return f"1 match{more}" if total == 1 else f"{total:,}{more} matches"

    def _around(self, matching: Matching, here: int) -> tuple[int, int, str]:
        """Matches before this document, of all, and a sign that there may be more."""
        screen, listing, counts = self._screen, self._screen.list.listing, self._counts
        shown = screen.pane.page.document.row if screen.pane.page else NO_ROW
        if matching.typed or listing is not self._flowing or shown not in counts:
            return 0, here, ""
        place = listing.find(shown) or 0
        counted = range(min(len(listing), MOST_DOCUMENTS))
        before = sum(counts.get(listing.key(i), 0) for i in counted if i < place)
        total = sum(list(counts.values())) - counts[shown] + here
        return before, total, "" if self._whole else "+"
