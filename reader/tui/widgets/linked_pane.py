"""The reading pane with its links: underlined, with hints over them, one of them pointed at."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from operator import attrgetter, itemgetter

from textual import events
from textual.cache import LRUCache
from textual.message import Message
from textual.strip import Strip

from reader.library.unread import Unread
from reader.model import Link, Page, Position
from reader.tui.flow import Place, Row
from reader.tui.linking import Stretch, columns, hinted, restyled
from reader.tui.look import Look
from reader.tui.part import Part, Tone
from reader.tui.setting import place_of, traced
from reader.tui.widgets.reading_pane import MEASURE, ReadingPane

_line = attrgetter("line")
NO_HINTS: Mapping[int, str] = {}


class LinkedPane(ReadingPane):
    """Underlines what leads anywhere, as soon as it is told what does."""

    class LinkClicked(Message):
        """A link was clicked."""

        def __init__(self, number: int) -> None:
            super().__init__()
            self.number = number

    def __init__(self, look: Look, measure: int = MEASURE, id: str | None = None) -> None:
        super().__init__(look, measure, id)
        self.links: Sequence[Link] | None = None  # None while nobody has looked for them
        self._hints: dict[int, tuple[Place, str]] = {}  # by links: where they stand, and letters
        self._pointed: int | None = None
        self._in_parts: dict[int, list[Stretch]] = {}
        self._underlined: LRUCache[Row, tuple[Strip, Strip, list[Stretch]]] = LRUCache(256)

    def show(
        self, page: Page | None, at: Position | None = None, rest: Unread | None = None
    ) -> None:
        """Show a page, whose links are not known yet."""
        self._forget_links()
        super().show(page, at, rest)

    def update(self, page: Page) -> None:
        """Show the same document again; its links stay as long as its lines do."""
        if self.page is None or page.lines != self.page.lines:
            self._forget_links()
        super().update(page)

    def lead(self, links: Sequence[Link]) -> None:
        """Take the links of the page."""
        self.links = links
        self._in_parts.clear()
        self._underlined.clear()
        self.refresh(self.size.region)

    def point(self, hints: Mapping[int, str] = NO_HINTS, number: int | None = None) -> None:
        """Show hints over some links by their numbers, and point at one."""
        there = self.links_in_sight() if hints else {}
        self._hints = {one: (place, hints[one]) for one, place in there.items() if one in hints}
        self._pointed = number
        self.refresh(self.size.region)

    def links_in_sight(self) -> dict[int, Place]:
        """The links in sight by their numbers, with the place where each is seen first."""
        found: dict[int, Place] = {}
        for row in self.rows_in_sight():
            for _, _, number in self._in_row(row):
                found.setdefault(number, row[:2])
        return found

    def reveal_link(self, number: int) -> None:
        """Bring a link into sight, unless it stands in a closed fold."""
        if not self.links or self.page is None:
            return
        link = self.links[number]
        index, _ = place_of(self.flow.parts, Position(link.line, link.start), self.page.lines)
        starts = [start for start, _, own in self._links_in(index) if own == number]
        if starts:
            self.reveal((index, starts[0]))

    # ---- inside

    def _forget_links(self) -> None:
        self.links, self._hints, self._pointed = None, {}, None

    def _set(self) -> None:
        self._in_parts.clear()
        self._underlined.clear()
        super()._set()

    def _links_in(self, index: int) -> list[Stretch]:
        """The links in a part, in order."""
        found = self._in_parts.get(index)
        if found is None:
            found = []
            part = self.flow.parts[index]
            if self.links and self.page and part.first >= 0 and part.tone is not Tone.FOLD:
                low = bisect_left(self.links, part.first, key=_line)
                high = bisect_right(self.links, part.last, key=_line)
                found = self._shown(part, range(low, high)) if low < high else []
            self._in_parts[index] = found
        return found

    def _shown(self, part: Part, numbers: Iterable[int]) -> list[Stretch]:
        """Where in its text a part shows some links."""
        assert self.page is not None
        assert self.links is not None
        trace, found = traced(part, self.page.lines), []
        for number in numbers:
            link = self.links[number]
            ends = (trace.shown(link.line - part.first, at) for at in (link.start, link.end))
            start, end = ends
            if start < end:
                found.append((start, end, number))
        return found

    def _in_row(self, row: Row) -> list[Stretch]:
        """The links of which a row shows anything; one row may be all there is of a file."""
        index, start, end = self.leaf.whole(row)
        found = self._links_in(index)
        first = bisect_right(found, start, key=itemgetter(1))
        some = found[first : bisect_left(found, end, key=itemgetter(0))]
        pieces = self.flow.pieces(row) if some else None
        if pieces is None:
            return some
        return [link for link in some if any(link[0] < b and a < link[1] for a, b, _ in pieces)]

    def _columns(self, row: Row, strip: Strip) -> list[Stretch]:
        """Where in a row, painted, its links stand."""
        some = self._in_row(row)
        return columns(strip, self.flow.parts[row[0]].text, some) if some else []

    def render_line(self, y: int) -> Strip:
        """One row of text, links and all."""
        plain, rows = super().render_line(y), self.rows_in_sight()
        if not self.links or y >= len(rows) or not self._links_in(rows[y][0]):
            return plain
        strip, there = self._linked(plain, rows[y])
        now = [(first, last) for first, last, number in there if number == self._pointed]
        if now:
            strip = restyled(strip, now, self.look.lit_now)
        letters = [
            (column, self._hints[number][1])
            for column, _, number in there
            if number in self._hints and _begins(self._hints[number][0], rows[y])
        ]
        return hinted(strip, letters, self.look.lit_now) if letters else strip

    def _linked(self, plain: Strip, row: Row) -> tuple[Strip, list[Stretch]]:
        """A painted row with its links underlined, and the columns of these."""
        known = self._underlined.get(row)
        if known is None or known[0] is not plain:
            there = self._columns(row, plain)
            stretches = [(first, last) for first, last, _ in there]
            strip = restyled(plain, stretches, self.look.link) if there else plain
            known = self._underlined[row] = (plain, strip, there)
        return known[1], known[2]

    def on_click(self, event: events.Click) -> None:
        """A click on a link points at it, unless it ended a selection."""
        rows = self.rows_in_sight()
        if self.links and event.y < len(rows) and self.text_selection is None:
            strip = super().render_line(event.y)
            for first, last, number in self._columns(rows[event.y], strip):
                if first <= event.x < last:
                    self.post_message(self.LinkClicked(number))


def _begins(place: Place, row: Row) -> bool:
    """Whether a place is in a row."""
    return place[0] == row[0] and row[1] <= place[1] < row[2]
