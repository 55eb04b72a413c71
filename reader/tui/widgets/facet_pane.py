"""The facet pane: tags as a tree, sites, years, languages, each with its count in this result."""

from collections.abc import Sequence
from typing import NamedTuple

from rich.segment import Segment
from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.widget import Widget

from reader.model import FacetCount
from reader.printable import printable
from reader.tui.look import Look
from reader.tui.widgets.plain import Plain
from reader.tui.wrap import cells, cut

UNCOUNTED = "search"  # a facet whose values have no count
HEADINGS = {
    "search": "SEARCHES",
    "tag": "TAGS",
    "site": "SITES",
    "year": "YEAR",
    "month": "MONTH",
    "lang": "LANGUAGE",
    "author": "AUTHOR",
    "format": "FORMAT",
    "folder": "FOLDER",
    "state": "STATE",
}
IN_TREES = ("tag", "folder")  # of their values only the last part is shown


class FacetRow(NamedTuple):
    """A line of the pane; a heading has no value."""

    facet: str
    value: str
    documents: int
    depth: int = 0

    @property
    def is_heading(self) -> bool:
        """Whether it is the name of a facet, which the cursor passes over."""
        return not self.value


class FacetPane(ScrollView, Plain, can_focus=False):
    """Lists what the result can be narrowed by; the values it is narrowed by are marked."""

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    FacetPane { overflow-y: auto; overflow-x: hidden; scrollbar-size-vertical: 1; }
    """

    class Chosen(Message):
        """Narrow to the value under the cursor, or widen again where it is narrowed to it."""

    def __init__(self, look: Look, id: str | None = None) -> None:
        super().__init__(id=id)
        self.look = look
        self.cursor = 0
        self.at_work = False  # whether keys go here
        self._counted = False
        self._rows: list[FacetRow] = []
        self._active: frozenset[tuple[str, str]] = frozenset()

    def show(self, counts: Sequence[FacetCount], active: frozenset[tuple[str, str]]) -> None:
        """Replace the values; `active` are the (facet, value) pairs the query holds."""
        here, self._counted = self.row, True
        self._rows, self._active = arranged(counts), active
        places = [i for i, row in enumerate(self._rows) if here and _same(row, here)]
        self.cursor = places[0] if places else min(1, max(0, len(self._rows) - 1))
        self._resized()

    @property
    def row(self) -> FacetRow | None:
        """The value under the cursor."""
        if 0 <= self.cursor < len(self._rows) and not self._rows[self.cursor].is_heading:
            return self._rows[self.cursor]
        return None

    def move(self, by: int) -> None:
        """Move the cursor by values, over headings; it stops at both ends."""
        values = [i for i, row in enumerate(self._rows) if not row.is_heading]
        if not values:
            return
        place = values.index(self.cursor) if self.cursor in values else 0
        self.cursor = values[max(0, min(place + by, len(values) - 1))]
        self._show_cursor()
        self.refresh(self.size.region)

    @property
    def page_rows(self) -> int:
        """The rows of a page turn."""
        return max(1, self.size.height - 1)

    def _show_cursor(self) -> None:
        top, height = round(self.scroll_offset.y), self.size.height
        if not height:  # not on the screen yet: it is shown once it is laid out
            return
        first = self.cursor - 1 if self.cursor <= 1 or self._rows[self.cursor - 1].is_heading else 0
        if self.cursor < top or (first and first < top):
            self.scroll_to(y=max(0, self.cursor - 1), animate=False, force=True)
        elif self.cursor >= top + height:
            self.scroll_to(y=self.cursor - height + 1, animate=False, force=True)

    def _resized(self) -> None:
        size = Size(self.size.width, len(self._rows))
        self.set_reactive(Widget.virtual_size, size)
        if self.is_mounted and self.size.height:
            self._scroll_update(size)
            self._show_cursor()
        self.refresh(self.size.region)

    def on_resize(self) -> None:
        """Take up the number of lines."""
        self._resized()

    def on_click(self, event: events.Click) -> None:
        """A click on a value narrows by it."""
        index = round(self.scroll_offset.y) + event.y
        if index < len(self._rows) and not self._rows[index].is_heading:
            self.cursor = index
            self.refresh(self.size.region)
            self.post_message(self.Chosen())

    def render_line(self, y: int) -> Strip:
        """One value with its count at the right end."""
        width, index = self.size.width, round(self.scroll_offset.y) + y
        if index >= len(self._rows):
            text = " nothing to narrow by" if self._counted else " counting…"
            text = text if not self._rows and y == 0 else ""
            return Strip([Segment(cut(text, width), self.look.dim)]).adjust_cell_length(
                width, self.look.text
            )
        row = self._rows[index]
        if row.is_heading:
            heading = HEADINGS.get(row.facet, row.facet.upper())
            return Strip([Segment(f" {heading}", self.look.dim)]).adjust_cell_length(
                width, self.look.text
            )
        at_cursor = index == self.cursor and self.at_work
        active = (row.facet, row.value) in self._active
        style = self.look.accent if active else self.look.text
        dim = self.look.dim
        if at_cursor:
            style, dim = self.look.shaded(style), self.look.shaded(dim)
        count = "" if row.facet == UNCOUNTED else f"{row.documents:,} "
        sign = "▌" if at_cursor else " "
        name = row.value.rpartition("/")[2] if row.facet in IN_TREES else row.value
        label = ("✓" if active else " ") + " " + "  " * row.depth + printable(name)
        label = cut(label, max(1, width - cells(count) - 2))
        gap = " " * max(0, width - cells(sign + label) - cells(count))
        bar = self.look.shaded(self.look.accent) if at_cursor else style
        runs = [Segment(sign, bar), Segment(label + gap, style), Segment(count, dim)]
        return Strip(runs).adjust_cell_length(width, dim)


def arranged(counts: Sequence[FacetCount]) -> list[FacetRow]:
    """The rows of the pane: a heading for each facet, children of a tag under their parent."""
    rows: list[FacetRow] = []
    for facet in dict.fromkeys(count.facet for count in counts):
        values = [count for count in counts if count.facet == facet]
        if facet in ("year", "month"):
            values.sort(key=lambda count: count.value, reverse=True)
        rows.append(FacetRow(facet, "", 0))
        if facet == "tag":
            rows += _tree(values)
        else:
            rows += [FacetRow(facet, count.value, count.documents) for count in values]
    return rows


def _tree(values: Sequence[FacetCount]) -> list[FacetRow]:
    """Tags with their children below them, both in the order of their counts."""
    known = {count.value: count for count in values}
    children: dict[str, list[FacetCount]] = {}
    for count in values:
        parent = count.value.rpartition("/")[0]
        while parent and parent not in known:
            parent = parent.rpartition("/")[0]
        children.setdefault(parent, []).append(count)
    rows: list[FacetRow] = []
    waiting = [(count, 0) for count in reversed(children.get("", []))]
    while waiting:
        count, depth = waiting.pop()
        rows.append(FacetRow("tag", count.value, count.documents, depth))
        below = reversed(children.get(count.value, []))
        waiting += [(child, depth + 1) for child in below]
    return rows


def _same(row: FacetRow, other: FacetRow) -> bool:
    return (row.facet, row.value) == (other.facet, other.value)
