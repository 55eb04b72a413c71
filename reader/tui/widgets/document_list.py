"""The list: its cost is that of the rows in sight, whether there are ten or ten million."""

from collections.abc import Callable

from textual import events
from textual.cache import LRUCache
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.widget import Widget

from reader.model import Document, Row
from reader.tui.folding import HEADING
from reader.tui.listing import Listing
from reader.tui.look import Look
from reader.tui.rows import CLOSED, OPEN, facts_row, heading_row, title_row
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
        self._anchor: int | None = None  # where a range of marks began, which ends at the cursor
        self.show_unread = False
        self.two_lines = True
        self.empty: tuple[str, ...] = ()
        self.on_move: Callable[[], None] = lambda: None
        self._strips: LRUCache[tuple[object, ...], Strip] = LRUCache(512)

    # ---- rows

    def show(self, listing: Listing, *, keep: bool = True) -> None:
        """Replace all rows; with `keep` the cursor goes along with its document."""
        row = self.row
        anchor = self.listing.key(self._anchor) if self._anchor is not None else None
        if anchor is not None and (not keep or listing.find(anchor) is None):
            self.end_range(keep=True)
            anchor = None
        groups = self.listing.grouped_by
        if listing is not self.listing and (keep or (groups and groups == listing.grouped_by)):
            listing.fold_like(self.listing)
        self.listing = listing
        self._anchor = None if anchor is None else listing.find(anchor)
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
    def on_heading(self) -> bool:
        """Whether the cursor stands on the heading of a closed band, its document out of sight."""
        folding = self.listing.folding
        return bool(len(self.listing)) and folding.is_closed(folding.band_of(self.cursor))

    @property
    def under_cursor(self) -> list[Row]:
        """The document under the cursor, or all of a closed band."""
        if self.on_heading:
            return [*self.listing.bands[self.listing.folding.band_of(self.cursor)].rows]
        return [self.row] if self.row is not None else []

    @property
    def acted_on(self) -> list[Row]:
        """The marked documents, else what is under the cursor."""
        return sorted(self.all_marked) or self.under_cursor

    # ---- lines: a band has its heading, then one or two lines a row

    @property
    def _height(self) -> int:
        return 2 if self.two_lines else 1

    def fold(self, closed: bool, band: int | None = None) -> bool:
        """Close or open a band, or all; whether anything changed. The cursor's line stays."""
        folding, height = self.listing.folding, self._height
        stood = folding.line_of(self.cursor, height) - self.scroll_offset.y
        if band is None:
            folding.set_all(closed)
        elif not folding.set_closed(band, closed):
            return False
        self.resized()
        y = folding.line_of(self.cursor, height) - stood
        self.scroll_to(y=max(0, y), animate=False, force=True)
        self._show_cursor()
        self.on_move()
        return True

    # ---- movement

    def move(self, by: int) -> None:
        """Move the cursor by rows and closed bands; it stops at both ends."""
        folding = self.listing.folding
        if len(self.listing):
            stop = folding.stop_of(self.cursor) + by
            self.move_to(folding.place_at(max(0, min(stop, len(folding) - 1))))

    def move_to(self, index: int) -> None:
        """Put the cursor on a document: on its row, or on the heading of its closed band."""
        index = max(0, min(index, len(self.listing) - 1))
        if index == self.cursor or not len(self.listing):
            return
        before, self.cursor = self.cursor, index
        if self.in_range:
            self.repaint()
        if not self._show_cursor():
            for row in (before, index):
                line = self.listing.folding.line_of(row, self._height)
                for y in range(line, line + self._height):
                    self.refresh_line(y)
        self.on_move()

    @property
    def page_rows(self) -> int:
        """The rows of a page turn, or the closed bands: one stays in sight."""
        return max(1, self.size.height // (1 if self.on_heading else self._height) - 1)

    # ---- marks

    @property
    def in_range(self) -> bool:
        """Whether a range of marks is being chosen."""
        return self._anchor is not None

    @property
    def count_marked(self) -> int:
        """How many documents are marked, be they listed or not."""
        return len(self.all_marked) if self.marked else len(self._range)

    @property
    def all_marked(self) -> set[Row]:
        """The marked documents, with those of the range that is being chosen."""
        if not self.in_range:
            return self.marked
        return self.marked | {self.listing.key(place) for place in self._range}

    @property
    def _range(self) -> range:
        """The places from where the range began to the cursor, with all of closed bands."""
        if self._anchor is None:
            return range(0)
        folding, starts = self.listing.folding, self.listing.bands.starts
        first, last = sorted((self._anchor, self.cursor))
        if folding.is_closed(band := folding.band_of(first)):
            first = starts[band]
        if folding.is_closed(band := folding.band_of(last)):
            last = starts[band + 1] - 1
        return range(first, last + 1)

    def begin_range(self) -> None:
        """Mark from here to wherever the cursor goes."""
        self._anchor = self.cursor if len(self.listing) else None
        self.repaint()

    def end_range(self, *, keep: bool) -> None:
        """End the range; with `keep` what is in it stays marked."""
        if keep:
            self.marked = self.all_marked
        self._anchor = None
        self.repaint()

    def mark(self) -> None:
        """Mark what is under the cursor, or take the marks off, and move on."""
        rows = {*self.under_cursor}
        if rows:
            self.marked = self.marked - rows if rows <= self.marked else self.marked | rows
            self.repaint()
            self.move(1)

    def mark_all(self) -> None:
        """Mark every row, or none if all are."""
        rows = {self.listing.key(index) for index in range(len(self.listing))}
        self._anchor = None
        self.marked = self.marked - rows if rows <= self.marked else self.marked | rows
        self.repaint()

    def _show_cursor(self) -> bool:
        """Scroll so far that the cursor's row, and a heading above it, can be seen."""
        top, height = self.scroll_offset.y, self.size.height or 1
        folding = self.listing.folding
        first = folding.line_of(self.cursor, self._height)
        last = first + (0 if self.on_heading else self._height - 1)
        if first > 0 and folding.at_line(first - 1, self._height)[1] == HEADING:
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
        size = Size(self.size.width, self.listing.folding.lines(self._height))
        self.set_reactive(Widget.virtual_size, size)
        if self.is_mounted and self.size.height:
            self._scroll_update(size)
            self._show_cursor()
        self.refresh(self.size.region)

    def on_click(self, event: events.Click) -> None:
        """A click moves the cursor, a second one opens; a heading closes or opens its band."""
        if not len(self.listing):
            return
        index, part = self.listing.folding.at_line(self.scroll_offset.y + event.y, self._height)
        if part == HEADING and index < len(self.listing.bands):
            self.fold(not self.listing.folding.is_closed(index), index)
        elif index < len(self.listing):
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
        index, part = self.listing.folding.at_line(line, self._height)
        if part == HEADING:
            return self._heading(index, width)
        if index >= len(self.listing):
            return Strip.blank(width, self.look.text)
        row = self.listing.key(index)
        marked = row in self.marked or index in self._range
        key = (index, part, width, index == self.cursor, marked, id(self.listing))
        strip = self._strips.get(key)
        if strip is None:
            strip = self._strips[key] = self._paint(index, part, width, marked=marked)
        return strip

    def _heading(self, band: int, width: int) -> Strip:
        listing, here = self.listing, self.listing.folding.band_of(self.cursor)
        if band >= len(listing.bands):
            return Strip.blank(width, self.look.text)
        closed = listing.folding.is_closed(band)
        key = (band, HEADING, width, closed, band == here, id(listing))
        strip = self._strips.get(key)
        if strip is None:
            heading, rows = listing.bands[band]
            strip = self._strips[key] = heading_row(
                self.look,
                heading,
                len(rows),
                width,
                sign=CLOSED if closed else OPEN if listing.grouped_by else "",
                marked=len(self.all_marked.intersection(rows)) if closed else 0,
                at_cursor=closed and band == here,
            )
        return strip

    def _paint(self, index: int, part: int, width: int, *, marked: bool) -> Strip:
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
            marked=marked,
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
