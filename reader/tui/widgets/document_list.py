"""The list: its cost is that of the rows in sight, whether there are ten or ten million."""

from bisect import bisect_right
from collections.abc import Callable

from textual import events
from textual.cache import LRUCache
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.widget import Widget

from reader.model import Document, Row
from reader.tui.listing import Listing
from reader.tui.look import Look
from reader.tui.rows import facts_row, heading_row, title_row
from reader.tui.widgets.plain import Plain
from reader.tui.widgets.text_line import fitted

TWO_LINE_COLUMNS = 34  # narrower lists, and terminals under 60 columns, have one line a row


class DocumentList(ScrollView, Plain, can_focus=False):
    """Rows of a Listing with a cursor that stays on its document whatever else changes."""

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    DocumentList { overflow-y: scroll; overflow-x: hidden; scrollbar-size-vertical: 1; }
    """

    class Opened(Message):
        """The document under the cursor is to be read."""

    def __init__(self, look: Look, listing: Listing, id: str | None = None) -> None:
        super().__init__(id=id)
        self.look = look
        self.listing = listing
        self.cursor = 0
        self.marked: set[Row] = set()
        self.show_unread = False
        self.two_lines = True
        self.empty: tuple[str, ...] = ()
        self.on_move: Callable[[], None] = lambda: None
        self._strips: LRUCache[tuple[object, ...], Strip] = LRUCache(512)

    # ---- rows

    def show(self, listing: Listing, *, keep: bool = True) -> None:
        """Replace all rows; with `keep` the cursor goes along with its document."""
        row = self.row
        self.listing = listing
        place = listing.find(row) if keep and row is not None else None
        self.cursor = place if place is not None else min(self.cursor, len(listing) - 1)
        if not keep:
            self.cursor = 0
        self.cursor = max(0, self.cursor)
        self.resized()

    def say_empty(self, *sentences: str) -> None:
        """What to say where there is nothing to list."""
        self.empty = sentences
        self.repaint()

    def repaint(self) -> None:
        """Draw all rows again from the listing."""
        self._strips.clear()
        self.refresh(self.size.region)

    @property
    def row(self) -> Row | None:
        """The document under the cursor."""
        return self.listing.key(self.cursor) if len(self.listing) else None

    @property
    def document(self) -> Document | None:
        """The document under the cursor, with what is known of it."""
        return self.listing.document(self.cursor) if len(self.listing) else None

    @property
    def acted_on(self) -> list[Row]:
        """The marked documents, else the one under the cursor."""
        if self.marked:
            return sorted(self.marked)
        return [self.row] if self.row is not None else []

    # ---- lines: a band has its heading, then one or two lines a row

    @property
    def _height(self) -> int:
        return 2 if self.two_lines else 1

    def _line_of(self, index: int) -> int:
        """The line a row begins in."""
        above = self.listing.band_of(index) + 1 if self.listing.headed else 0
        return above + index * self._height

    def _at_line(self, line: int) -> tuple[int, int]:
        """The row in a line, and which of its lines; (band, -1) for the heading of a band."""
        if not self.listing.headed:
            return divmod(line, self._height)
        band = bisect_right(range(len(self.listing.bands)), line, key=self._heading_line) - 1
        below = line - self._heading_line(band)
        if below == 0:
            return band, -1
        index, part = divmod(below - 1, self._height)
        return self.listing.start(band) + index, part

    def _heading_line(self, band: int) -> int:
        return band + self.listing.start(band) * self._height

    @property
    def _lines(self) -> int:
        headings = len(self.listing.bands) if self.listing.headed else 0
        return headings + len(self.listing) * self._height

    # ---- movement

    def move(self, by: int) -> None:
        """Move the cursor by rows; it stops at both ends."""
        self.move_to(self.cursor + by)

    def move_to(self, index: int) -> None:
        """Put the cursor on a row."""
        index = max(0, min(index, len(self.listing) - 1))
        if index == self.cursor or not len(self.listing):
            return
        before, self.cursor = self.cursor, index
        if not self._show_cursor():
            for row in (before, index):
                line = self._line_of(row)
                for y in range(line, line + self._height):
                    self.refresh_line(y)
        self.on_move()

    @property
    def page_rows(self) -> int:
        """The rows of a page turn: one stays in sight."""
        return max(1, self.size.height // self._height - 1)

    def mark(self) -> None:
        """Mark the row, or take the mark off, and move on."""
        if self.row is not None:
            self.marked ^= {self.row}
            self.repaint()
            self.move(1)

    def mark_all(self) -> None:
        """Mark every row, or none if all are."""
        rows = {self.listing.key(index) for index in range(len(self.listing))}
        self.marked = set() if rows <= self.marked else self.marked | rows
        self.repaint()

    def _show_cursor(self) -> bool:
        """Scroll so far that the cursor's row, and a heading above it, can be seen."""
        top, height = self.scroll_offset.y, self.size.height or 1
        first = self._line_of(self.cursor)
        last = first + self._height - 1
        if first > 0 and self._at_line(first - 1)[1] == -1:
            first -= 1
        if first < top:
            wanted = first
        elif last >= top + height:
            wanted = last - height + 1
        else:
            return False
        self.scroll_to(y=wanted, animate=False, force=True)
        return True

    # ---- events

    def on_mount(self) -> None:
        """Know the number of lines from the start."""
        self.resized()

    def on_resize(self) -> None:
        """Lines are set anew for another width."""
        self.resized()

    def resized(self) -> None:
        """Take up the number of lines.

        Setting `virtual_size` in the public way lays out the whole screen at every keystroke;
        the scroll bar always stands there, so that the layout cannot change.
        """
        self.two_lines = self.size.width >= TWO_LINE_COLUMNS and self.screen.size.width >= 60
        self._strips.clear()
        size = Size(self.size.width, self._lines)
        self.set_reactive(Widget.virtual_size, size)
        if self.is_mounted and self.size.height:
            self._scroll_update(size)
            self._show_cursor()
        self.refresh(self.size.region)

    def on_click(self, event: events.Click) -> None:
        """A click moves the cursor, a second one opens."""
        if not len(self.listing):
            return
        index, part = self._at_line(self.scroll_offset.y + event.y)
        if part >= 0 and index < len(self.listing):
            opening = event.chain > 1 and index == self.cursor
            self.move_to(index)
            if opening:
                self.post_message(self.Opened())

    def notify_style_update(self) -> None:
        """Other colours, other strips."""
        super().notify_style_update()
        self._strips.clear()

    # ---- painting

    def render_line(self, y: int) -> Strip:
        """One line of the list."""
        width = self.size.width
        if not len(self.listing):
            return self._empty_line(y, width)
        line = self.scroll_offset.y + y
        index, part = self._at_line(line)
        if part == -1:
            band = self.listing.bands[index]
            return heading_row(self.look, band.heading, len(band.rows), width)
        if index >= len(self.listing):
            return Strip.blank(width, self.look.text)
        row = self.listing.key(index)
        key = (index, part, width, index == self.cursor, row in self.marked, id(self.listing))
        strip = self._strips.get(key)
        if strip is None:
            strip = self._strips[key] = self._paint(index, part, width)
        return strip

    def _paint(self, index: int, part: int, width: int) -> Strip:
        document = self.listing.document(index)
        at_cursor = index == self.cursor
        if document is None:
            return Strip.blank(width, self.look.text)
        if part == 1:
            return facts_row(
                self.look, document, self.listing.snippet(index), width, at_cursor=at_cursor
            )
        return title_row(
            self.look,
            document,
            self.listing.positions(document.row),
            width,
            at_cursor=at_cursor,
            marked=document.row in self.marked,
            show_unread=self.show_unread,
            short=not self.two_lines,
        )

    def _empty_line(self, y: int, width: int) -> Strip:
        from_top = y - 1
        if 0 <= from_top < len(self.empty):
            style = self.look.text if from_top == 0 else self.look.dim
            segments, used = fitted([("  " + self.empty[from_top], style)], width)
            return Strip(segments, used).adjust_cell_length(width, self.look.text)
        return Strip.blank(width, self.look.text)
