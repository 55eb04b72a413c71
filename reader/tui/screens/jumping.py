"""Back to where one was, and to places that were given a letter, across documents."""

from typing import TYPE_CHECKING

from reader.errors import DocumentNotFoundError, ReaderError
from reader.model import CONTENT, Bookmark, Position, Row
from reader.printable import printable
from reader.tui.widgets.choice_list import Choice

if TYPE_CHECKING:
    from reader.tui.screens.main import MainScreen

MOST_PLACES = 100
SET = "in a text, m and a letter set one"
SHOWN = 200  # characters of the line a bookmark is at
MATCHES = frozenset({"keep", "next_match", "previous_match"})
HEADINGS = frozenset({"outline", "next_heading", "previous_heading"})
JUMPS = MATCHES | HEADINGS | {"top", "bottom", "go_to_bookmark", "links"}
"""Actions that may lead far away inside a document; leading into another one is always a jump."""
WALKS = frozenset({"older_place", "newer_place", "before_jump"})
"""Actions that walk among the places, and add none."""

Place = tuple[Row, Position]


class Jumping:
    """Places one has left by a jump, oldest first; a row of matches is one jump."""

    def __init__(self, screen: "MainScreen") -> None:
        self._screen = screen
        self._places: list[Place] = []
        self._at = 0  # which of them one has gone back to; their number: none
        self._last: Place | None = None  # where one was last in a text
        self._before: Place | None = None  # where the last jump began
        self._matching = False  # the action before went from match to match

    # ---- keeping places

    def leaving(self) -> None:
        """An action is about to be done."""
        self._last = self._screen.reading.here or self._last

    def arrived(self, action: str) -> None:
        """It is done: if it was a jump, keep the place it began at."""
        left, here = self._last, self._screen.reading.here
        if here is None:
            return
        self._last = here
        if action in WALKS or left is None or left == here:
            return
        again = self._matching and action in MATCHES
        self._matching = action in MATCHES
        if left[0] != here[0] or (action in JUMPS and not again):
            self._keep(left)

    def _keep(self, place: Place) -> None:
        self._before = place
        del self._places[self._at + 1 :]
        self._places = [one for one in self._places if one != place][1 - MOST_PLACES :]
        self._places.append(place)
        self._at = len(self._places)

    # ---- walking

    def do_older_place(self, count: int | None) -> None:
        """Go back to the place before."""
        here = self._screen.reading.here
        if self._at == len(self._places) and here is not None:
            if here not in self._places[-1:]:
                self._places.append(here)
            self._at = len(self._places) - 1
        self._walk(max(0, self._at - (count or 1)), "older")

    def do_newer_place(self, count: int | None) -> None:
        """Go on again to the place one has gone back from."""
        self._walk(min(len(self._places) - 1, self._at + (count or 1)), "newer")

    def _walk(self, to: int, way: str) -> None:
        if not self._places or to == self._at or (way == "newer" and to < self._at):
            self._screen.say(f"no {way} place")
            return
        self._at = to
        self._go(self._places[to])
        self._screen.say(f"place {to + 1} of {len(self._places)}")

    def do_before_jump(self, count: int | None) -> None:
        """Go to where the last jump began; once more goes back."""
        here, before = self._last, self._before
        if before is None:
            self._screen.say("there was no jump yet")
            return
        self._go(before)
        self._before = here

    def _go(self, place: Place) -> None:
        try:
            self._screen.reading.go(*place)
        except DocumentNotFoundError:
            self._places = [one for one in self._places if one[0] != place[0]]
            self._at = len(self._places)
            raise

    # ---- bookmarks

    def do_set_bookmark(self, count: int | None) -> None:
        """Give the place at the top a letter."""
        screen, document = self._screen, self._screen.reading.document
        if document is None:
            return
        letter = screen.keys.letter
        if not letter:  # chosen by its name
            screen.say(SET)
            return
        screen.library.marking.bookmark(document, letter, screen.pane.position)
        screen.say(f"bookmark {letter} is here: '{letter} comes back · U undoes")

    def do_go_to_bookmark(self, count: int | None) -> None:
        """Go to the place that has this letter."""
        letter = self._screen.keys.letter
        if not letter:  # chosen by its name
            self.do_bookmarks(count)
            return
        there = [one for one in self._screen.library.marking.bookmarks() if one.letter == letter]
        if there:
            self._screen.reading.go(there[0].row, there[0].position)
        else:
            self._screen.say(f"no bookmark {letter}: m{letter} sets it")

    def do_bookmarks(self, count: int | None) -> None:
        """Show all bookmarks, to go to one."""
        from reader.tui.screens.choosing import ChoosingScreen  # noqa: PLC0415  # rarely needed

        screen = self._screen
        known = screen.library.marking.bookmarks()
        if not known:
            screen.say(f"no bookmarks: {SET}")
            return
        choosing = ChoosingScreen(
            screen.look, "bookmarks", [self._choice(one) for one in known], keys="Enter goes there"
        )
        screen.app.push_screen(choosing, lambda number: self._chosen(known, number))

    def _chosen(self, known: list[Bookmark], number: int | None) -> None:
        if number is not None:
            self._screen.keys.letter = known[number].letter
            self._screen.act("go_to_bookmark")

    def _choice(self, one: Bookmark) -> Choice:
        try:
            page = self._screen.library.page(one.row)
        except ReaderError:
            return Choice(f"{one.letter}  gone", known=False)
        there = (
            unit.text
            for unit in page.paragraphs
            if unit.label in CONTENT and unit.last >= one.position.line
        )
        return Choice(
            f"{one.letter}  {page.document.title}",
            right=page.document.site,
            below=printable(next(there, "")[:SHOWN].strip()),
        )
