"""The rows of a text as they are painted: tables in columns, code as far as it fits, justified."""

from collections.abc import Sequence

from textual.cache import LRUCache
from textual.strip import Strip

from reader.library.tracing import Run
from reader.model import Emphasis, Kind, Line
from reader.tui.flow import Flow, Row
from reader.tui.look import Look
from reader.tui.painting import hanging, note_room, paint
from reader.tui.part import Part, Tone
from reader.tui.setting import traced
from reader.tui.tables import Piece
from reader.tui.wrap import beyond, cells, upto

WIDEST_GAP = 3  # columns between two words of a justified row
MORE_LEFT, MORE_RIGHT = "‹", "›"  # noqa: RUF001  # where a row of code goes on
MARKS = "*_`~"  # without any of these nothing is emphasised
MARGIN = 2  # columns right of code that stay free


class Leaf:
    """Paints rows of a flow, and keeps those that were painted."""

    def __init__(self, look: Look, flow: Flow) -> None:
        self._look = look
        self._flow = flow
        self.lines: Sequence[Line] = ()  # the source
        self.justified = False
        self._as_it_stands = False
        self.sideways = 0  # columns by which code is moved to the left
        self._strips: LRUCache[tuple[object, ...], Strip] = LRUCache(256)

    def forget(self) -> None:
        """Paint anew: the same text in other rows or colours, or with other matches."""
        self._strips.clear()

    def set(self, lines: Sequence[Line], as_it_stands: bool = False) -> None:
        """Paint another text; what is shown as it stands is not justified."""
        self.lines = lines
        self._as_it_stands = as_it_stands
        self._strips.clear()

    def strip(
        self,
        row: Row,
        left: int,
        text_width: int,
        width: int,
        matches: list[tuple[int, int, bool]],
        selected: tuple[int, int] | None,
        chosen: bool,
    ) -> Strip:
        """A row, exactly `width` cells wide; its text begins at `left`."""
        key = (*row, width, selected, chosen)
        strip = self._strips.get(key)
        if strip is None:
            index, start, end = row
            part = self._flow.parts[index]
            strip = self._strips[key] = paint(
                self._look,
                part,
                (start, end),
                index,
                left,
                text_width,
                width,
                matches,
                selected,
                chosen,
                self._pieces(row, part, text_width, width - left - MARGIN),
                self._emphasis(part),
            )
        return strip

    def whole(self, row: Row) -> Row:
        """The characters a row may show: all of a table's row stand side by side."""
        part = self._flow.parts[row[0]]
        return row if part.grid is None else (row[0], 0, len(part.text))

    def overhang(self, rows: Sequence[Row], room: int) -> int:
        """The columns of code that are missing in some rows, at most."""
        long = (self._flow.parts[index] for index, _, _ in rows if self._flow.unwrapped(index))
        return max((cells(part.bar) + cells(part.text) - room for part in long), default=0)

    def _pieces(self, row: Row, part: Part, text_width: int, room: int) -> Sequence[Piece] | None:
        if part.grid is not None:
            return self._flow.pieces(row)
        if self._flow.unwrapped(row[0]):
            return window(part.text, self.sideways, room - cells(part.bar))
        prose = part.tone is Tone.TEXT and part.kind is not Kind.CODE
        if self.justified and prose and not self._as_it_stands:
            beside = cells(part.bar) + cells(part.lead) + note_room(part, text_width)
            if row[1]:
                beside += hanging(part, text_width)
            return justified(part.text, row[1], row[2], text_width - beside)
        return None

    def _emphasis(self, part: Part) -> Sequence[Run]:
        if part.grid is not None and part.grid.is_head(part.first):
            return ((0, len(part.text), Emphasis.STRONG),)
        if not part.marked or part.first < 0:
            return ()
        own = self.lines[part.first : part.last + 1]
        if any(mark in line.text for line in own for mark in MARKS):
            return traced(part, self.lines).runs
        return ()


def window(text: str, shift: int, room: int) -> list[Piece] | None:
    """As much of a row as fits into `room` columns, from column `shift` on; None for all of it.

    A sign at its edge tells that it goes on there.
    """
    size = cells(text)
    if not shift and size <= room:
        return None
    start, pieces, used = 0, [], 0
    if shift and text:
        start = beyond(text, shift + 1)
        blank = min(room - 1, max(0, cells(text[:start]) - shift - 1))
        used = 1 + blank
        pieces.append((start, start, MORE_LEFT + " " * blank))
    rest = text[start:]
    if cells(rest) <= room - used:
        return [*pieces, (start, len(text), "")]
    end = start + upto(rest, max(0, room - used - 1))
    return [*pieces, (start, end, ""), (end, end, MORE_RIGHT)]


def justified(text: str, start: int, end: int, room: int) -> list[Piece] | None:
    """A row of text as wide as the room for it; None where it stays as it is.

    The last row of a paragraph does, and one whose gaps would be too wide.
    """
    if end >= len(text):
        return None
    shown = text[start:end]
    trimmed = len(shown.rstrip(" "))
    gaps = [at for at in range(1, trimmed) if shown[at] == " " and shown[at - 1] != " "]
    missing = room - cells(shown)
    if missing <= 0 or not gaps or -(-missing // len(gaps)) > WIDEST_GAP - 1:
        return None
    pieces: list[Piece] = []
    at, before = start, ""
    for number, gap in enumerate(gaps, 1):
        more = number * missing // len(gaps) - (number - 1) * missing // len(gaps)
        if more:
            pieces.append((at, start + gap + 1, before))
            at, before = start + gap + 1, " " * more
    return [*pieces, (at, end, before)]
