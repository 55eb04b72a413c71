"""Parts flowing into rows of a width; only the rows that somebody looks at are ever made."""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from textual.cache import LRUCache

from reader.library.unread import Unread
from reader.model import Kind
from reader.tui.painting import hanging, note_room
from reader.tui.part import Part, Tone
from reader.tui.tables import Piece
from reader.tui.unread import BELOW, Followed
from reader.tui.wrap import cells, wrap, wrap_lines

LONGEST_CODE = 400  # characters; a line that has more is no code that anybody reads sideways

Place = tuple[int, int]  # index of a part, index of a character in it
Row = tuple[int, int, int]  # index of a part, start and end of the characters shown


class Flow:
    """A text as parts; a place in it is a character, so that no width changes it."""

    def __init__(self) -> None:
        self.own: Sequence[Part] = ()
        """The parts of a page; what stands below them is read when it is looked at."""
        self.parts: Sequence[Part] = ()
        self._rest: Unread | None = None
        self._starts = [0]  # characters before each part
        self._width = 1
        self._rows: LRUCache[int, list[tuple[int, int]]] = LRUCache(512)
        self._pieces: LRUCache[int, list[tuple[Piece, ...]]] = LRUCache(512)

    def set(self, parts: Sequence[Part], rest: Unread | None = None) -> None:
        """Take another text, and what stands below it, whose pieces are parts as well."""
        self.own = parts = [*parts, *BELOW] if parts and rest is not None else parts
        self.parts = parts if rest is None else Followed(parts, rest)
        self._starts = [0, *accumulate(len(part.text) + 1 for part in parts)]
        self._rest = rest
        self._forget()

    def fit(self, width: int) -> None:
        """Wrap to this many columns."""
        if width != self._width:
            self._width = width
            self._forget()

    @property
    def length(self) -> int:
        """Characters of the whole, a line end after each part counted, and bytes of the rest."""
        return self._starts[-1] + (0 if self._rest is None else self._rest.text.length)

    def offset(self, place: Place) -> int:
        """Characters before a place."""
        index, character = place
        if self._rest is not None and index >= len(self.own):
            return self._starts[-1] + self._rest.text.offset(index - len(self.own)) + character
        return self._starts[index] + character if self.parts else 0

    def at(self, offset: int) -> Place:
        """The start of the part that holds the character at an offset."""
        if self._rest is not None and offset >= self._starts[-1]:
            return len(self.own) + self._rest.text.at(offset - self._starts[-1]), 0
        index = bisect_right(self._starts, offset) - 1
        return max(0, min(index, len(self.parts) - 1)), 0

    def text(self, start: Place, end: Place) -> str:
        """The characters from a place up to another, a line end after each part."""
        chosen = []
        for index in range(start[0], min(end[0] + 1, len(self.parts))):
            first = start[1] if index == start[0] else 0
            chosen.append(self.parts[index].text[first : end[1] if index == end[0] else None])
        return "\n".join(chosen)

    def rows_of(self, index: int) -> list[tuple[int, int]]:
        """The rows of a part: start and end of the characters of each."""
        rows = self._rows.get(index)
        if rows is None:
            rows = self._rows[index] = self._wrapped(index)
        return rows

    def pieces(self, row: Row) -> tuple[Piece, ...] | None:
        """What a row of a table is put together of; None for running text."""
        index, start, end = row
        number = self.rows_of(index).index((start, end))
        laid = self._pieces.get(index)
        return laid[number] if laid else None

    def unwrapped(self, index: int) -> bool:
        """Whether a part stands on one row, however long that is."""
        part = self.parts[index]
        code = part.kind is Kind.CODE and part.tone is Tone.TEXT
        return code and len(part.text) <= LONGEST_CODE

    def _wrapped(self, index: int) -> list[tuple[int, int]]:
        part = self.parts[index]
        if part.tone is Tone.UNREAD:
            return wrap_lines(part.text, self._width)
        if self.unwrapped(index):
            return [(0, len(part.text))]
        room = self._width - cells(part.bar) - cells(part.lead) - note_room(part, self._width)
        if part.grid is not None:
            laid = part.grid.rows(part.first, room) or []
            self._pieces[index] = [row.pieces for row in laid]
            if laid:
                return [(row.start, row.end) for row in laid]
        beside = hanging(part, self._width)
        if not beside:
            return wrap(part.text, room)
        rows = wrap(part.text[part.hang :], room - beside)
        after = [(start + part.hang, end + part.hang) for start, end in rows[1:]]
        return [(0, rows[0][1] + part.hang), *after]

    def walk(self, place: Place, rows: int) -> Place:
        """The place so many rows on, or back; it stops at both ends."""
        if not self.parts:
            return (0, 0)
        index, row = place[0], self._row_at(place) + rows
        while row < 0 and index > 0:
            index -= 1
            row += len(self.rows_of(index))
        while row >= len(self.rows_of(index)) and index < len(self.parts) - 1:
            row -= len(self.rows_of(index))
            index += 1
        spans = self.rows_of(index)
        return index, spans[max(0, min(row, len(spans) - 1))][0]

    def last_top(self, height: int) -> Place:
        """The first place of the last page."""
        if not self.parts:
            return (0, 0)
        last = len(self.parts) - 1
        return self.walk((last, len(self.parts[last].text)), 1 - max(1, height))

    def page(self, top: Place, height: int) -> list[Row]:
        """The rows from a place on that fit into a height."""
        seen: list[Row] = []
        index, first = top[0], self._row_at(top) if self.parts else 0
        while len(seen) < height and index < len(self.parts):
            rows = self.rows_of(index)[first : first + height - len(seen)]
            seen += [(index, start, end) for start, end in rows]
            index, first = index + 1, 0
        return seen

    def _forget(self) -> None:
        self._rows.clear()
        self._pieces.clear()

    def _row_at(self, place: Place) -> int:
        rows = self.rows_of(place[0])
        return max(0, bisect_right(rows, place[1], key=lambda row: row[0]) - 1)
