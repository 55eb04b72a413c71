"""The reading pane: one document, only as much of it wrapped as is in sight."""

from textual import events
from textual.geometry import Offset, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.selection import Selection
from textual.strip import Strip
from textual.widget import Widget

from reader.library.unread import Unread
from reader.model import Label, Page, Position
from reader.tui.blocks import Block, blocks
from reader.tui.flow import Flow, Place, Row
from reader.tui.leaf import MARGIN, Leaf
from reader.tui.look import Look
from reader.tui.matching import Matching
from reader.tui.motions import Selected, spans
from reader.tui.part import View
from reader.tui.setting import parts, place_of, position_of
from reader.tui.widgets.plain import Plain

SCROLLBAR_STEPS = 10_000  # resolution of the scroll bar, which measures text, not rows
WHEEL_ROWS = 3
MEASURE = 72  # columns of text, unless the user wants another
MEASURES = range(40, 141, 4)


class ReadingPane(ScrollView, Plain, can_focus=False):
    """Shows a page. The position is a character of the text, so that resizing keeps it exactly."""

    ALLOW_SELECT = True
    DEFAULT_CSS = """
    ReadingPane { overflow-y: scroll; overflow-x: hidden; scrollbar-size-vertical: 1; }
    """

    class Scrolled(Message):
        """Another place is at the top now."""

    def __init__(self, look: Look, measure: int = MEASURE, id: str | None = None) -> None:
        super().__init__(id=id)
        self.look = look
        self.measure = measure
        self.page: Page | None = None
        self.rest: Unread | None = None
        self.view = View.CLEAN
        self.matching = Matching("")
        self.chosen: tuple[int, int] | None = None  # the first and the last part that are marked
        self.selected: Selected | None = None
        self._blocks: list[Block] | None = None
        self._opened: set[int] = set()
        self.flow = Flow()
        self._top: Place = (0, 0)
        self.leaf = Leaf(look, self.flow)
        self._seen: list[Row] | None = None
        self.expected = Size(0, 0)  # the size it will have once it is on the screen

    # ---- what is shown

    def show(
        self, page: Page | None, at: Position | None = None, rest: Unread | None = None
    ) -> None:
        """Show a page from a position on, or from its top, and what its file has below it."""
        self.page, self.rest = page, rest
        self._opened = set()
        self.leaf.sideways = 0
        self.matching = Matching("")
        self._set()
        place = place_of(self.flow.parts, at, page.lines) if page and at else (0, 0)
        self._go(self._clamped(place))

    def update(self, page: Page) -> None:
        """Show the same document again after its marks or its text changed, where one was."""
        here, at_top = self.position, self._top == (0, 0)
        self.page = page
        self._set()
        self._go((0, 0) if at_top else self._clamped(place_of(self.flow.parts, here, page.lines)))

    def look_for(self, matching: Matching) -> None:
        """Light up what matches, and count it."""
        self.matching = matching
        matching.over(self.flow.own)
        self._repaint()

    def turn(self, view: View) -> None:
        """Show more or less of the document; the line at the top stays there."""
        here, at_top = self.position, self._top == (0, 0)
        self.view = view
        self._again(here)
        if at_top and here.line < self.room.height // 2:
            self.scroll_top()

    def open_fold(self, first: int | None = None) -> bool:
        """Open the first closed fold in sight, or the one given; False if there is none."""
        return self._fold(first, opening=True)

    def close_fold(self, first: int | None = None) -> bool:
        """Close the first open fold in sight, or the one given; False if there is none."""
        return self._fold(first, opening=False)

    def open_folds(self, folds: set[int]) -> None:
        """Open these folds, each known by the index of its first line, and close the others."""
        here, at_top = self.position, self._top == (0, 0)
        self._opened = {*folds}
        self._again(here)
        if at_top:
            self.scroll_top()

    # ---- choosing blocks

    @property
    def blocks(self) -> list[Block]:
        """What can be chosen, as long as neither text, view nor folds change."""
        if self._blocks is None:
            self._blocks = blocks(self.flow.own, self.page, self.view) if self.page else []
        return self._blocks

    def block_in_sight(self, aside: bool) -> int:
        """Which block is the first to begin in sight, but for the title; or the first set aside."""
        rows = self.rows_in_sight()
        begin = {index for index, start, _ in rows if start == 0}
        there = [n for n, block in enumerate(self.blocks) if block.start in begin]
        if aside:
            there = [n for n in there if self._label(n) is Label.BOILERPLATE] or there
        if rows and not there:
            there = [n for n, block in enumerate(self.blocks) if block.start <= rows[0][0]][-1:]
        untitled = [n for n in there if self._label(n) is not Label.TITLE]
        return next(iter(untitled or there), 0)

    def _label(self, number: int) -> Label:
        assert self.page is not None
        return self.page.lines[self.blocks[number].lines[0]].label

    def choose(self, which: tuple[int, int] | None, at: int = 0) -> None:
        """Mark the blocks from one to another and bring block `at` into sight; None marks none."""
        self.chosen = None
        if which is not None:
            some = self.blocks[which[0] : which[1] + 1]
            self.chosen = min(block.start for block in some), max(block.end for block in some)
            self._bring(self.blocks[at].start, self.blocks[at].end)
        self._repaint()

    def select(self, selected: Selected | None) -> None:
        """Paint a stretch of text as selected by keys, or none."""
        self.selected = selected
        self._repaint()

    def _bring(self, first: int, last: int) -> None:
        """Show some parts: their start, and as much of them as there is room for."""
        self.flow.fit(self.text_width)
        start, end = (first, 0), (last, len(self.flow.parts[last].text))
        if start < self._top:
            self._go(self.flow.walk(start, -self.room.height // 3))
        elif (least := self.flow.walk(end, 1 - self.room.height)) > self._top:
            self._go(self._clamped(min(start, least)))

    # ---- position

    @property
    def position(self) -> Position:
        """The source line and character at the top."""
        return position_of(self.flow.parts, self._top, self.page.lines) if self.page else Position()

    @property
    def share_read(self) -> float:
        """How much of the text lies above the end of the screen, 0 to 1."""
        rows = self.rows_in_sight()
        if not rows:
            return 1.0
        index, _, end = rows[-1]
        return min(1.0, (self.flow.offset((index, end)) + 1) / self.flow.length)

    @property
    def top(self) -> Place:
        """The part and the character in it at the top, as long as neither view nor folds change."""
        return self._top

    def go(self, top: Place) -> None:
        """Bring a place to the top, as far as the text reaches."""
        self._go(self._clamped(top))

    def scroll_rows(self, rows: int) -> None:
        """Move by rows; the last row stays at the end of the screen at most."""
        place = self.flow.walk(self._top, rows)
        self._go(self._clamped(place) if rows > 0 else place)

    @property
    def page_rows(self) -> int:
        """The rows of a page turn: two stay in sight."""
        return max(1, self.room.height - 2)

    def scroll_top(self) -> None:
        """Go to the first row."""
        self._go((0, 0))

    def scroll_bottom(self) -> None:
        """Go to the last page."""
        self._go(self._clamped((len(self.flow.parts), 0)))

    def next_match(self, step: int) -> bool:
        """Go to the next match (1) or the one before (-1) from here; False past the last."""
        return self._to(self.matching.step(step, self._top))

    def to_match(self, number: int) -> bool:
        """Go to the first match (0) or the last (-1); False if there is none."""
        return self._to(self.matching.at(number))

    def _to(self, place: Place | None) -> bool:
        if place is not None:
            self.reveal(place)
            self._repaint()
        return place is not None

    def widen(self, step: int) -> int:
        """Make lines longer or shorter by steps, 0 for the usual length; the columns they have."""
        wanted = self.measure + step * MEASURES.step if step else MEASURE
        self.measure = max(MEASURES.start, min(MEASURES[-1], wanted))
        self.relayout()
        return self.measure

    def sideways(self, columns: int) -> int:
        """Move code by columns, as far as that in sight reaches; the columns that are hidden."""
        leaf, room = self.leaf, self.size.width - self._left - MARGIN
        most = max(0, leaf.overhang(self.rows_in_sight(), room))
        leaf.sideways = max(0, min(most, leaf.sideways + columns))
        self._repaint()
        return leaf.sideways

    def justify(self, justified: bool) -> None:
        """Make rows as long as one another, or leave their right edge ragged."""
        self.leaf.justified = justified
        self._repaint()

    # ---- layout

    @property
    def room(self) -> Size:
        """Its size; before it was ever laid out the one it will have, for keys typed ahead."""
        return self.size if self.size.height else self.expected

    @property
    def text_width(self) -> int:
        """Columns of text."""
        return max(4, min(self.measure, self.room.width - 4))

    @property
    def _left(self) -> int:
        return max(0, (self.size.width - self.text_width) // 2)

    def _set(self) -> None:
        self.flow.set(parts(self.page, self.view, self._opened) if self.page else [], self.rest)
        self.matching.over(self.flow.own)
        self._blocks = self.chosen = self.selected = None
        as_it_stands = self.view is not View.CLEAN
        self.leaf.set(self.page.lines if self.page else (), as_it_stands)
        self._forget()

    def _again(self, here: Position) -> None:
        self._set()
        if self.page:
            self._go(self._clamped(place_of(self.flow.parts, here, self.page.lines)))

    def _fold(self, first: int | None, opening: bool) -> bool:
        if first is None:
            folds = (self.flow.parts[i].fold for i, _, _ in self.rows_in_sight())
            wanted = (f for f in folds if f >= 0 and (f in self._opened) is not opening)
            first = next(wanted, None)
        if first is None:
            return False
        (self._opened.add if opening else self._opened.discard)(first)
        self._set()
        self._top = (min(self._top[0], max(0, len(self.flow.parts) - 1)), self._top[1])
        self._go(self._clamped(self._top))
        return True

    def _clamped(self, place: Place) -> Place:
        self.flow.fit(self.text_width)
        return min(place, self.flow.last_top(self.room.height))

    def rows_in_sight(self) -> list[Row]:
        """The rows in sight."""
        if self._seen is None:
            self.flow.fit(self.text_width)
            self._seen = self.flow.page(self._top, self.room.height)
        return self._seen

    def reveal(self, place: Place) -> None:
        """Bring a place onto the screen, a third down, unless it is in sight."""
        rows = self.rows_in_sight()
        if rows and not (rows[0][0], rows[0][1]) <= place < (rows[-1][0], max(rows[-1][2], 1)):
            self._go(self._clamped(self.flow.walk(place, -self.room.height // 3)))

    def _go(self, place: Place) -> None:
        self._top = place
        self._seen = None
        if not self.is_mounted:
            return
        y = round(self.flow.offset(place) / max(1, self.flow.length) * SCROLLBAR_STEPS)
        self.set_reactive(Widget.scroll_y, float(y))
        self.set_reactive(Widget.scroll_target_y, float(y))
        if self.show_vertical_scrollbar:
            self.vertical_scrollbar.position = y
        self.refresh(self.size.region)
        self.post_message(self.Scrolled())

    def _forget(self) -> None:
        self.leaf.forget()
        self._seen = None
        self._fit_scrollbar()

    def _fit_scrollbar(self) -> None:
        """The thumb shows what share of the text is in sight, by its characters."""
        room = self.size.height * self.text_width * 2 / 3 / max(1, self.flow.length)
        size = Size(self.size.width, round(SCROLLBAR_STEPS + self.size.height))
        if self.is_mounted and self.size.height:
            self.set_reactive(Widget.virtual_size, size)
            self._scroll_update(size)
            self.vertical_scrollbar.window_virtual_size = SCROLLBAR_STEPS
            self.vertical_scrollbar.window_size = max(1, round(SCROLLBAR_STEPS * min(1.0, room)))

    def _repaint(self) -> None:
        self.leaf.forget()
        self.refresh(self.size.region)

    def relayout(self) -> None:
        """Wrap anew for another width; the first row keeps its first character, if it can."""
        self._forget()
        self._go(self._top)
        if self.chosen is not None:
            self._bring(*self.chosen)

    # ---- events

    def on_resize(self) -> None:
        """Keep the place when the width changes."""
        self.relayout()

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """The wheel moves by rows, not by the scroll bar's steps."""
        event.stop()
        event.prevent_default()
        self.scroll_rows(WHEEL_ROWS)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """The wheel moves by rows, not by the scroll bar's steps."""
        event.stop()
        event.prevent_default()
        self.scroll_rows(-WHEEL_ROWS)

    def on_click(self, event: events.Click) -> None:
        """A click on a fold opens or closes it."""
        rows = self.rows_in_sight()
        if 0 <= event.y < len(rows):
            part = self.flow.parts[rows[event.y][0]]
            if part.fold >= 0 and part.lead:
                self._fold(part.fold, opening=part.fold not in self._opened)

    def watch_scroll_y(self, old: float, new: float) -> None:
        """The scroll bar was dragged: go to that share of the text."""
        if round(old) == round(new) or not self.flow.parts:
            return
        if self.virtual_size.height < SCROLLBAR_STEPS:  # no drag: a pane just shown has no bar yet
            return
        at = int(new / SCROLLBAR_STEPS * self.flow.length)
        self._go(self._clamped(self.flow.at(at)))

    def notify_style_update(self) -> None:
        """Other colours, other strips."""
        super().notify_style_update()
        self.leaf.forget()

    # ---- selection by mouse; y is the index of a part, x of a character

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """The selected text, without indents and marks."""
        start = selection.start or Offset(0, 0)
        end = selection.end or Offset(0, len(self.flow.parts))
        return self.flow.text((start.y, start.x), (end.y, end.x)), "\n"

    def selection_updated(self, selection: Selection | None) -> None:
        """Paint the selection."""
        self.refresh(self.size.region)

    # ---- painting

    def render_line(self, y: int) -> Strip:
        """One row of text, centred."""
        rows = self.rows_in_sight()
        width = self.size.width
        if y >= len(rows):
            return Strip.blank(width, self.look.text)
        row, index = rows[y], rows[y][0]
        selection = self.text_selection
        selected = selection.get_span(index) if selection is not None else None
        chosen = self.chosen is not None and self.chosen[0] <= index <= self.chosen[1]
        whole = self.leaf.whole(row)
        lit = [*self.matching.spans(*whole), *spans(self.selected, whole)]
        return self.leaf.strip(
            row, self._left, self.text_width, width, lit, selected, chosen=chosen
        )
