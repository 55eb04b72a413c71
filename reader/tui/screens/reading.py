"""What the reading pane does: open, preview, remember the place, folds, find in the document."""

import math
from typing import TYPE_CHECKING

from reader.errors import DocumentNotFoundError, QueryError, ReaderError
from reader.model import WORDS_A_MINUTE, Document, Found, Page, Position, Row
from reader.tui.actions import Pane
from reader.tui.latest import Latest
from reader.tui.matching import Matching
from reader.tui.setting import folds, place_of

if TYPE_CHECKING:
    from reader.tui.screens.main import MainScreen

PREVIEW_S = 0.04  # seconds; a held key passes over documents without opening each


class Reading:
    """The document in the pane, opened or only previewed."""

    def __init__(self, screen: "MainScreen") -> None:
        self._screen = screen
        self._shown: Row | None = None
        self._opened = False  # False while it is a preview, whose place is not remembered
        self._waiting = False
        self._previews: Latest[Row, Page | None] = Latest(self._fetch, self._deliver)
        self._fresh: Latest[Row, Page | None] = Latest(self._fetch, self._deliver_fresh)

    @property
    def document(self) -> Document | None:
        """The document that is being read; None in front of the list."""
        page = self._screen.pane.page
        return page.document if page and self._screen.where is Pane.READER else None

    def stop(self) -> None:
        """Answer nothing any more."""
        self._previews.close()
        self._fresh.close()

    # ---- opening

    def do_open(self, count: int | None) -> None:
        """Read the document under the cursor."""
        screen, row = self._screen, self._screen.list.row
        if screen.where is Pane.LIST and (
            screen.marking.end_range(keep=True)
            or screen.arranging.open_here()
            or screen.nothing.take()
        ):
            return
        if row is not None:
            self._open(row)
            screen.focus_on(Pane.READER)

    def go(self, row: Row, position: Position | None = None) -> None:
        """Read a document, be it listed or not: from a place on, else where reading it stopped.

        Raises DocumentNotFoundError.
        """
        screen = self._screen
        if row != self._shown or not self._opened:
            index = screen.list.listing.find(row)
            if index is not None:
                screen.list.move_to(index)
            self._open(row)
        screen.focus_on(Pane.READER)
        if position is not None and screen.pane.page is not None:
            pane = screen.pane
            pane.go(place_of(pane.flow.parts, position, screen.pane.page.lines))

    @property
    def here(self) -> tuple[Row, Position] | None:
        """The document that is being read, and the place in it at the top."""
        page = self._screen.pane.page
        if page is None or not (self._opened and self._reading):
            return None
        return page.document.row, self._screen.pane.position

    def do_next_document(self, count: int | None) -> None:
        """Read the next document of the list."""
        self._step(count or 1)

    def do_previous_document(self, count: int | None) -> None:
        """Read the document before in the list."""
        self._step(-(count or 1))

    def do_to_list(self, count: int | None) -> None:
        """Go to the list."""
        if not self._screen.library.collection.is_file:
            self._screen.focus_on(Pane.LIST)

    def do_to_reader(self, count: int | None) -> None:
        """Go to the text."""
        self.do_open(count)

    def do_next_pane(self, count: int | None) -> None:
        """Go to the next pane."""
        self._cycle(1)

    def do_previous_pane(self, count: int | None) -> None:
        """Go to the pane before."""
        self._cycle(-1)

    def only(self) -> None:
        """Open the one document of a collection that is a file."""
        screen = self._screen
        rows = screen.library.rows(0, 1)
        screen.list.show(screen.everything())
        screen.focus_on(Pane.READER)
        screen.show_counts()
        if rows:
            screen.say("")
            self._open(rows[0])
        elif screen.library.skipped():
            skipped = screen.library.documents(screen.library.order(skipped=True))
            screen.say(f"cannot read this file: {skipped[0].skipped}")
        else:
            from reader.tui.screens.opening import show_file  # noqa: PLC0415  # loads decoding

            show_file(screen)

    def preview_soon(self) -> None:
        """Show the document under the cursor beside the list, once the cursor rests."""
        screen = self._screen
        if not self._waiting and screen.plan.shows(Pane.READER) and screen.where is not Pane.READER:
            self._waiting = True
            screen.set_timer(PREVIEW_S, self._preview)

    def remember(self) -> None:
        """Save the place in the document that is open."""
        pane, library = self._screen.pane, self._screen.library
        if not (self._opened and pane.page):
            return
        try:
            if library.position(pane.page.document) != pane.position:
                library.set_position(pane.page.document, pane.position)
        except ReaderError as error:
            self._screen.say(str(error))

    def refresh(self) -> None:
        """Take up changed tags and text of the document in the pane.

        One that may have to be judged once more, for it was corrected, comes from a thread.
        """
        if self._shown is None:
            return
        if not self._screen.library.settled:
            self._fresh.ask(self._shown)
            return
        try:
            page = self._screen.library.page(self._shown)
        except DocumentNotFoundError:
            if self._reading:
                self._screen.say("this document's file is gone; what was read of it is shown")
            return
        self._take(self._shown, page)

    def _deliver_fresh(self, row: Row, page: Page | None) -> None:
        self._screen.host.soon(lambda: self._take(row, page))

    def _take(self, row: Row, page: Page | None) -> None:
        """Show another state of the document that is shown."""
        screen = self._screen
        if page is not None and row == self._shown and page != screen.pane.page:
            choosing = screen.correcting.on
            screen.pane.update(page)
            screen.links.ask(page)
            if choosing:
                screen.correcting.refreshed()
            screen.show_status()

    def _preview(self) -> None:
        self._waiting = False
        screen = self._screen
        row = screen.list.row
        if screen.where is Pane.READER or not screen.plan.shows(Pane.READER):
            return
        if row is None:
            self._shown = None
            screen.pane.show(None)
        elif row != self._shown:
            self._previews.ask(row)

    def _fetch(self, row: Row) -> Page | None:
        """In a thread, so that the cursor never waits for a long document."""
        try:
            return self._screen.library.page(row)
        except ReaderError:
            return None

    def _deliver(self, row: Row, page: Page | None) -> None:
        self._screen.host.soon(lambda: self._show_preview(row, page))

    def _show_preview(self, row: Row, page: Page | None) -> None:
        if page is not None and row == self._screen.list.row and not self._reading:
            self._show(page, opening=False)

    @property
    def _reading(self) -> bool:
        return self._screen.where is Pane.READER

    def _open(self, row: Row, step: int = 1) -> None:
        """Show a document to be read: from where reading it stopped, and it counts as read.

        `step` is the way one goes through the list.
        """
        page = self._screen.river.page(row)
        self.remember()
        self._previews.cancel()
        library, rows = self._screen.library, self._screen.list
        self._show(page, opening=True)
        if not page.document.read:
            library.set_opened(page.document)
            rows.show_unread = True
            rows.listing.forget()
            rows.repaint()
        self._screen.river.opened(rows.cursor, step)

    def _show(self, page: Page, opening: bool) -> None:
        screen = self._screen
        self._shown, self._opened = page.document.row, opening
        from reader.tui.screens.opening import show_page, unfold_found  # noqa: PLC0415

        show_page(screen, page)
        found = screen.list.listing.found
        self.light(found)
        if opening:
            screen.links.ask(page)
            unfold_found(screen.pane)
        if screen.list.listing.in_text(screen.list.cursor) and screen.pane.top == (0, 0):
            screen.pane.next_match(1)

    def step(self, by: int) -> bool:
        """Read another document of the list, so many on; False where there is none."""
        screen = self._screen
        before = screen.list.cursor
        if screen.where is Pane.READER and self._shown is not None:
            place = screen.list.listing.find(self._shown)
            before = place if place is not None else before
        screen.list.move_to(before + by)
        if screen.where is Pane.READER:
            if screen.list.row == self._shown:
                return False
            if screen.list.row is not None:
                self._open(screen.list.row, 1 if by > 0 else -1)
        return True

    def _step(self, by: int) -> None:
        if not self.step(by):
            self._screen.say(f"this is the {'last' if by > 0 else 'first'} document")

    def _cycle(self, by: int) -> None:
        screen = self._screen
        if screen.library.collection.is_file:
            return
        order = [Pane.FACETS, Pane.LIST, Pane.READER]
        pane = order[(order.index(screen.where) + by) % len(order)]
        if screen.where is Pane.READER:
            self.remember()
        if pane is Pane.READER:
            self.do_open(None)
        else:
            screen.focus_on(pane)

    # ---- finding in the document

    def find(self, text: str) -> None:
        """Light up what is typed, and go to its first place from here."""
        pane = self._screen.pane
        try:
            pane.look_for(Matching(text))
        except QueryError as error:  # perhaps it is not typed to its end
            pane.look_for(Matching(""))
            self._screen.say(str(error))
            return
        if len(pane.matching):
            pane.next_match(1)
        self._screen.show_status()

    def first_match(self) -> None:
        """Say how many there are, once the prompt is left."""
        matching = self._screen.pane.matching
        if matching.typed and not len(matching):
            self._screen.say(f"“{matching.typed}” is not in this document")

    def stop_finding(self) -> None:
        """Take the light off, or put it back on what the query asks for."""
        self._screen.pane.look_for(Matching(""))
        self.light(self._screen.list.listing.found)

    def light(self, found: Found | None) -> None:
        """Light up what a query asks for, unless something is being looked for in the text."""
        pane = self._screen.pane
        if pane.matching.typed:
            return
        lit = (
            self._screen.river.matching(found, self._shown)
            if found is not None and self._shown is not None
            else Matching("")
        )
        if (lit.words, lit.title) != (pane.matching.words, pane.matching.title):
            pane.look_for(lit)

    # ---- what is set aside

    def do_cycle(self, count: int | None) -> None:
        """Show the clean text, then everything with the rest dimmed, then the raw text."""
        pane = self._screen.pane
        pane.turn(pane.view.next)
        self._screen.say(VIEWS[pane.view.value])

    def do_open_fold(self, count: int | None) -> None:
        """Open the fold in sight."""
        if not self._screen.pane.open_fold():
            self._screen.say("no closed fold in sight")

    def do_close_fold(self, count: int | None) -> None:
        """Close the fold in sight."""
        if not self._screen.pane.close_fold():
            self._screen.say("no open fold in sight")

    def do_open_folds(self, count: int | None) -> None:
        """Open all folds."""
        pane = self._screen.pane
        pane.open_folds(folds(pane.page) if pane.page else set())

    def do_close_folds(self, count: int | None) -> None:
        """Close all folds."""
        self._screen.pane.open_folds(set())

    # ---- looks

    def do_wider(self, count: int | None) -> None:
        """Make lines longer."""
        self._screen.say(f"{self._screen.pane.widen(1)} columns")

    def do_narrower(self, count: int | None) -> None:
        """Make lines shorter."""
        self._screen.say(f"{self._screen.pane.widen(-1)} columns")

    def do_usual_width(self, count: int | None) -> None:
        """Make lines as long as usual."""
        self._screen.say(f"{self._screen.pane.widen(0)} columns")

    def do_justify(self, count: int | None) -> None:
        """Make all rows as long as one another, or leave their right edge ragged."""
        justified = not self._screen.pane.leaf.justified
        self._screen.pane.justify(justified)
        self._screen.say("rows of one length" if justified else "a ragged right edge")

    def do_code_on(self, count: int | None) -> None:
        """Show what of long rows of code is cut."""
        self._sideways(CODE_STEP * (count or 1))

    def do_code_back(self, count: int | None) -> None:
        """Show again what came before it."""
        self._sideways(-CODE_STEP * (count or 1))

    def _sideways(self, columns: int) -> None:
        pane = self._screen.pane
        before = pane.leaf.sideways
        hidden = pane.sideways(columns)
        if hidden == before:
            said = "no row of code goes on" if columns > 0 else "code is shown from its start"
        else:
            said = f"code from column {hidden + 1} on" if hidden else "code from its start"
        self._screen.say(said)

    def place(self) -> str:
        """Which match of how many, which document of how many, how much is left."""
        screen, pane = self._screen, self._screen.pane
        said = [*filter(None, [screen.river.matches()])]
        listed = screen.list.row == self._shown and not screen.library.collection.is_file
        if listed and len(screen.list.listing):
            said.append(f"document {screen.list.cursor + 1:,} of {len(screen.list.listing):,}")
        if pane.page is not None:
            said.append(_left(pane.page, pane.share_read))
        return " · ".join(said)


VIEWS = {
    "clean": "clean: the article; what was set aside is folded",
    "dimmed": "everything; what was set aside is dimmed, with the reason",
    "raw": "raw: the text as it stands in the file",
}


CODE_STEP = 8  # columns


def _left(page: Page, share: float) -> str:
    """How much is read, and how long the rest takes; as wide at the start as at the end."""
    document = page.document
    if not document.words:
        return f"{share:4.0%}"
    minutes = math.ceil(document.words * (1 - share) / WORDS_A_MINUTE)
    digits = len(str(math.ceil(document.words / WORDS_A_MINUTE)))
    rest = f"{minutes:>{digits}} min left" if minutes else "the end"
    return f"{share:4.0%} · {rest}".rjust(len("100% ·  min left") + digits)
