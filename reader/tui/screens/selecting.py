"""Selecting a stretch of the text by keys, as in vim: what moves the cursor extends it."""

from typing import TYPE_CHECKING

from reader.model import Position
from reader.tui import motions
from reader.tui.flow import Flow, Place
from reader.tui.part import Tone
from reader.tui.setting import position_of

if TYPE_CHECKING:
    from reader.tui.screens.main import MainScreen


class Selecting:
    """A selection from where it was begun to the cursor, both of them in it."""

    def __init__(self, screen: "MainScreen") -> None:
        self._screen = screen
        self._begun: Place = (0, 0)
        self._cursor: Place = (0, 0)
        self._whole = False  # whole paragraphs

    @property
    def on(self) -> bool:
        """Whether keys move the end of a selection now."""
        return self._screen.pane.selected is not None

    @property
    def text(self) -> str:
        """What is selected; paragraphs are apart by a blank line."""
        first, last = self._ends
        chosen = []
        for index in range(first[0], last[0] + 1):
            part = self._flow.parts[index].text
            end = last[1] + 1 if index == last[0] else len(part)
            chosen.append(part[first[1] if index == first[0] else 0 : end])
        return "\n\n".join(filter(None, chosen))

    @property
    def range(self) -> tuple[Position, Position] | None:
        """Where in the source it begins, and what is behind its last character; None while off."""
        page = self._screen.pane.page
        if page is None or not self.on:
            return None
        first, last = self._ends
        start, end = (position_of(self._flow.parts, place, page.lines) for place in (first, last))
        return start, end._replace(character=end.character + 1)

    def do_select(self, count: int | None) -> None:
        """Begin to select; or by characters now; or end it."""
        self._turn(whole=False)

    def do_select_paragraphs(self, count: int | None) -> None:
        """Begin to select whole paragraphs; or by paragraphs now; or end it."""
        self._turn(whole=True)

    def _turn(self, whole: bool) -> None:
        if self.on and whole is self._whole:
            self.leave()
            return
        if not self.on:
            start = self._start()
            if start is None:
                self._screen.say("there is nothing to select here")
                return
            self._begun = self._cursor = start
        self._whole = whole
        self._show()

    def _start(self) -> Place | None:
        """The match one is at if it is in sight, else the start of the first paragraph in sight."""
        pane = self._screen.pane
        match, in_sight = pane.matching.place, sorted({row[0] for row in pane.rows_in_sight()})
        if match is not None and match[0] in in_sight:
            return match
        there = [n for n in in_sight if self._flow.parts[n].text]
        body = [n for n in there if self._flow.parts[n].tone is Tone.TEXT] or there
        if not body:
            return None
        return max((body[0], 0), pane.top) if pane.top[0] == body[0] else (body[0], 0)

    def leave(self) -> None:
        """Select nothing any more."""
        self._screen.pane.select(None)

    def do_leave_selection(self, count: int | None) -> None:
        """Select nothing any more."""
        self.leave()

    # ---- moving

    def do_cursor_right(self, count: int | None) -> None:
        """Extend by characters."""
        self._move(motions.by_character, 1, count)

    def do_cursor_left(self, count: int | None) -> None:
        """Take characters off."""
        self._move(motions.by_character, -1, count)

    def do_cursor_down(self, count: int | None) -> None:
        """Extend by rows."""
        self._to(motions.by_row(self._flow, self._cursor, count or 1))

    def do_cursor_up(self, count: int | None) -> None:
        """Take rows off."""
        self._to(motions.by_row(self._flow, self._cursor, -(count or 1)))

    def do_cursor_page_down(self, count: int | None) -> None:
        """Extend by half a page."""
        self._to(motions.by_row(self._flow, self._cursor, max(1, self._screen.pane.page_rows // 2)))

    def do_cursor_page_up(self, count: int | None) -> None:
        """Take half a page off."""
        rows = max(1, self._screen.pane.page_rows // 2)
        self._to(motions.by_row(self._flow, self._cursor, -rows))

    def do_cursor_word(self, count: int | None) -> None:
        """Extend to the start of a word."""
        self._move(motions.by_word, 1, count)

    def do_cursor_word_back(self, count: int | None) -> None:
        """Go back to the start of a word."""
        self._move(motions.by_word, -1, count)

    def do_cursor_word_end(self, count: int | None) -> None:
        """Extend to the end of a word."""
        self._move(motions.word_end, 1, count)

    def do_cursor_paragraph(self, count: int | None) -> None:
        """Extend by paragraphs."""
        self._move(motions.by_part, 1, count)

    def do_cursor_paragraph_back(self, count: int | None) -> None:
        """Go back by paragraphs."""
        self._move(motions.by_part, -1, count)

    def do_cursor_row_start(self, count: int | None) -> None:
        """Go to the start of the row."""
        self._to(motions.row_start(self._flow, self._cursor))

    def do_cursor_row_end(self, count: int | None) -> None:
        """Go to the end of the row."""
        self._to(motions.row_end(self._flow, self._cursor))

    def do_cursor_top(self, count: int | None) -> None:
        """Go to the start of the text."""
        self._to((0, 0))

    def do_cursor_bottom(self, count: int | None) -> None:
        """Go to the end of the text."""
        last = len(self._flow.parts) - 1
        self._to((last, max(0, len(self._flow.parts[last].text) - 1)))

    def do_other_end(self, count: int | None) -> None:
        """Move the other end from now on."""
        self._begun, self._cursor = self._cursor, self._begun
        self._show()

    def _move(self, motion: motions.Motion, step: int, count: int | None) -> None:
        place = self._cursor
        for _ in range(min(count or 1, len(self._flow.parts) + 10_000)):
            there = motion(self._flow, place, step)
            if there == place:
                break
            place = there
        self._to(place)

    def _to(self, place: Place) -> None:
        self._cursor = place
        self._show()

    # ---- taking

    def do_yank_selection(self, count: int | None) -> None:
        """Copy what is selected."""
        text = self.text
        self.leave()
        self._screen.yanking.text(text)

    def do_quote_selection(self, count: int | None) -> None:
        """Copy what is selected, with its source."""
        text = self.text
        self.leave()
        self._screen.yanking.quote(text)

    @property
    def _flow(self) -> Flow:
        return self._screen.pane.flow

    @property
    def _ends(self) -> tuple[Place, Place]:
        first, last = sorted((self._begun, self._cursor))
        if self._whole:
            return (first[0], 0), (last[0], max(0, len(self._flow.parts[last[0]].text) - 1))
        return first, last

    def _show(self) -> None:
        """Paint it, with the cursor in sight."""
        pane = self._screen.pane
        pane.reveal(self._cursor)
        pane.select((*self._ends, self._cursor))
        said = "selecting paragraphs" if self._whole else "selecting"
        self._screen.say(f"{said}: {len(self.text):,} characters · y copies · Y quotes · Esc")
