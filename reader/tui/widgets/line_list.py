"""Any lines with a cursor and marks: only those in sight cost anything."""

from collections.abc import Callable, Mapping, Sequence

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.cache import LRUCache
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.widget import Widget

from reader.printable import printable
from reader.tui.look import Look
from reader.tui.rows import GUTTER, lit_up
from reader.tui.widgets.plain import Plain
from reader.tui.widgets.text_line import fitted
from reader.tui.wrap import cells, cut

LONGEST = 1000  # characters of a line that are looked at

Rows = Sequence[int]
Positions = Callable[[str, int], Sequence[int]]
"""The characters of a line's text, which is of this row, that are to be lit."""


class LineList(ScrollView, Plain, can_focus=False):
    """Lines by their row numbers; marks stay whatever else changes."""

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    LineList { overflow-y: scroll; overflow-x: hidden; scrollbar-size-vertical: 1; }
    """

    class Chosen(Message):
        """The line under the cursor was clicked twice."""

    def __init__(self, look: Look, text: Callable[[int, int], str], positions: Positions) -> None:
        """`text` gives a row's text, of so many characters at most."""
        super().__init__()
        self.look = look
        self._text = text
        self._positions = positions
        self.rows: Rows = ()
        self.cursor = 0
        self.marked: dict[int, None] = {}  # rows in the order they were marked
        self.empty = ""  # said where there is nothing to list
        self._strips: LRUCache[tuple[int, int, bool, bool], Strip] = LRUCache(512)

    @property
    def row(self) -> int | None:
        """The row under the cursor."""
        return int(self.rows[self.cursor]) if len(self.rows) else None

    def show(self, rows: Rows, cursor: int) -> None:
        """Replace all lines, and put the cursor on one of them."""
        self.rows = rows
        self.cursor = max(0, min(cursor, len(rows) - 1))
        self._measure()

    def move(self, by: int) -> None:
        """Move the cursor; it stops at both ends."""
        before, self.cursor = self.cursor, max(0, min(len(self.rows) - 1, self.cursor + by))
        if self.cursor != before and not self._show_cursor():
            self.refresh_line(before)
            self.refresh_line(self.cursor)

    @property
    def page(self) -> int:
        """The lines of a page turn: one stays in sight."""
        return max(1, self.size.height - 1)

    def mark(self) -> None:
        """Mark the line, or take the mark off."""
        row = self.row
        if row is None:
            return
        if row in self.marked:
            del self.marked[row]
        else:
            self.marked[row] = None
        self.refresh_line(self.cursor)

    def on_resize(self) -> None:
        """Lines are cut anew for another width."""
        self._measure()

    def on_click(self, event: events.Click) -> None:
        """A click moves the cursor, a second one chooses."""
        place = round(self.scroll_offset.y) + event.y
        if place < len(self.rows):
            again = event.chain > 1 and place == self.cursor
            self.move(place - self.cursor)
            if again:
                self.post_message(self.Chosen())

    def notify_style_update(self) -> None:
        """Other colours, other strips."""
        super().notify_style_update()
        self._strips.clear()

    def _measure(self) -> None:
        """Take up the number of lines, without laying out the whole screen at every keystroke."""
        self._strips.clear()
        size = Size(self.size.width, len(self.rows))
        self.set_reactive(Widget.virtual_size, size)
        if self.is_mounted and self.size.height:
            self._scroll_update(size)
            self._show_cursor()
        self.refresh(self.size.region)

    def _show_cursor(self) -> bool:
        """Scroll so far that the cursor can be seen; whether that was needed."""
        top, height = round(self.scroll_offset.y), self.size.height or 1
        if top <= self.cursor < top + height:
            return False
        y = self.cursor if self.cursor < top else self.cursor - height + 1
        self.scroll_to(y=y, animate=False, force=True)
        return True

    # ---- painting

    def render_line(self, y: int) -> Strip:
        """One line, or what is said where there is none."""
        place, width = round(self.scroll_offset.y) + y, self.size.width
        if place >= len(self.rows):
            said = self.empty if y == 1 and not len(self.rows) else ""
            segments, _ = fitted([(f"  {said}", self.look.dim)], width)
            return Strip(segments).adjust_cell_length(width, self.look.text)
        row = int(self.rows[place])
        key = row, width, place == self.cursor, row in self.marked
        strip = self._strips.get(key)
        if strip is None:
            strip = self._strips[key] = self._paint(*key)
        return strip

    def _paint(self, row: int, width: int, at_cursor: bool, marked: bool) -> Strip:
        def shade(style: Style) -> Style:
            return self.look.shaded(style) if at_cursor else style

        text = self._text(row, LONGEST)
        shown, lit = windowed(*seen(text, self._positions(text, row)), width - GUTTER - 1)
        gutter = ("▌" if at_cursor else " ") + ("+" if marked else " ")
        weight = self.look.bold if at_cursor else self.look.text
        bright = shade(self.look.accent + Style(underline=True))
        segments = [Segment(gutter, shade(self.look.accent))]
        segments += lit_up(shown, lit, shade(weight), bright)
        return Strip(segments).adjust_cell_length(width, shade(self.look.text))


def seen(text: str, positions: Sequence[int]) -> tuple[str, Sequence[int]]:
    """The text as it may be shown, and where the characters at these positions stand in it."""
    shown = printable(text)
    if shown == text or not positions:
        return shown, positions
    places: Mapping[int, int] = {at: len(printable(text[:at])) for at in positions}
    return shown, [places[at] for at in positions]


def windowed(text: str, positions: Sequence[int], room: int) -> tuple[str, Sequence[int]]:
    """As much as fits into so many cells, begun so late that what is lit can be seen."""
    last = max(positions, default=0)
    if cells(text) <= room or cells(text[: last + 1]) < room:
        return cut(text, room), positions
    first, space = min(positions), room - 2  # an ellipsis at each end
    end = last if cells(text[first : last + 1]) <= space else first
    begin = end + 1
    while begin > 0 and cells(text[begin - 1 : end + 1]) <= space:
        begin -= 1
    return cut("…" + text[begin:], room), [at - begin + 1 for at in positions if at >= begin]
