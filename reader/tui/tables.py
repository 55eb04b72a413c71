"""Rows of a table in columns that fit a width; cells that do not are wrapped in theirs."""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from reader.library.tracing import trace
from reader.model import Kind
from reader.tui.wrap import cells, wrap

GAP = 2  # columns of the screen between two of a table
NARROWEST = 4  # columns of the screen; where not all have so many, rows are running text
SAMPLE = 400  # rows that are measured; a cell below that is wider is wrapped

_BARS = re.compile(r"(?<!\S)\|(?!\S)")  # between the cells of a page's row
_DELIMITER = re.compile(r":?-+:?")  # a cell of the line below the head of a table
_NUMBER = re.compile(r"[^\w\s]{0,3}\d[\d.,:  ]*\s?[%€$£°\w]{0,3}")

Piece = tuple[int, int, str]
"""Characters of a text, from and up to, and what is painted in front of them."""


class Laid(NamedTuple):
    """A row of the screen; rows of one text follow one another without a gap."""

    start: int
    end: int
    pieces: tuple[Piece, ...]


class Grid:
    """A table; its columns are measured when the first of its rows is to be seen."""

    def __init__(self, rows: Mapping[int, str], sources: Mapping[int, str] | None = None) -> None:
        """`rows` by their lines; `sources` are those lines where they are Markdown's."""
        self._rows = rows
        self._sources = sources
        self._order = list(rows)
        self._laid: dict[int, list[int]] = {}  # widths of columns by the width of all
        self._known: tuple[list[int], list[str]] | None = None

    @property
    def headed(self) -> bool:
        """Whether its first row names the columns."""
        return len(self._order) > 1 and self._is_rule(self._order[1])

    def is_head(self, row: int) -> bool:
        """Whether a row names the columns."""
        return self.headed and row == self._order[0]

    def rows(self, row: int, width: int) -> list[Laid] | None:
        """A row of it as rows of a screen; None where its columns have no room."""
        widths = self._widths(width)
        text = self._rows[row]
        if not widths:
            return None
        if self._is_rule(row):
            rule = "─" * (sum(widths) + GAP * (len(widths) - 1))
            return [Laid(0, len(text), ((0, 0, rule),))]
        columns = [
            [(first + start, first + end) for start, end in wrap(text[first:last], size)]
            for (first, last), size in zip(self._cells(row), widths, strict=False)
        ]
        laid = [_pieces(text, columns, widths, self._sides, k) for k in range(_most(columns))]
        if len(laid) > 1 and row != self._order[-1]:
            laid.append(((len(text), len(text), " "),))  # else one row runs into the next
        return _joined(laid, len(text))

    # ---- measuring

    @property
    def _sides(self) -> list[str]:
        return self._measured()[1]

    def _measured(self) -> tuple[list[int], list[str]]:
        """How wide each column would be, and at which side its cells stand: "left" or "right"."""
        if self._known is None:
            shown = [row for row in self._order[:SAMPLE] if not self._is_rule(row)]
            columns: list[list[str]] = []
            for row in shown:
                for number, (first, last) in enumerate(self._cells(row)):
                    if number == len(columns):
                        columns.append([])
                    if not self.is_head(row) or not columns[number]:
                        columns[number].append(self._rows[row][first:last])
            natural = [max((cells(text) for text in column), default=0) for column in columns]
            sides = [self._side(number, column) for number, column in enumerate(columns)]
            self._known = natural, sides
        return self._known

    def _side(self, number: int, column: Sequence[str]) -> str:
        """Where the source says nothing, numbers stand at the right, their heads with them."""
        if self.headed:
            said = self._cells(self._order[1])
            if number < len(said):
                first, last = said[number]
                rule = self._rows[self._order[1]][first:last]
                if ":" in rule:
                    return "right" if rule[-1] == ":" and rule[0] != ":" else "left"
        body = [text for text in column[1:] if text]
        return "right" if body and all(map(_NUMBER.fullmatch, body)) else "left"

    def _widths(self, width: int) -> list[int]:
        """The width of each column; none where they have no room side by side."""
        if width not in self._laid:
            natural = self._measured()[0]
            room = width - GAP * (len(natural) - 1)
            least = sum(min(size, NARROWEST) for size in natural)
            self._laid[width] = _shared(natural, room) if natural and least <= room else []
        return self._laid[width]

    # ---- taking apart

    def _is_rule(self, row: int) -> bool:
        if self._sources is None or len(self._order) < 2 or row != self._order[1]:
            return False
        text = self._rows[row]
        parts = [text[first:last] for first, last in self._cells(row)]
        return bool(parts) and all(map(_DELIMITER.fullmatch, parts))

    def _cells(self, row: int) -> list[tuple[int, int]]:
        """Where in its text the cells of a row stand, without the blanks around them."""
        text = self._rows[row]
        if self._sources is None:
            bars = [bar.start() for bar in _BARS.finditer(text)]
        else:
            bars = self._bars(text, self._sources[row])
        found = []
        for first, last in zip([0, *(bar + 1 for bar in bars)], [*bars, len(text)], strict=True):
            cell = text[first:last]
            start = first + len(cell) - len(cell.lstrip()) if cell.strip() else first
            found.append((start, start + len(cell.strip())))
        if self._sources is None:
            return found
        found = found[1:] if text.startswith("|") else found
        return found[:-1] if len(found) > 1 and text.endswith("|") and bars else found

    def _bars(self, text: str, source: str) -> list[int]:
        """The bars of Markdown that are not escaped in its source."""
        bars = [at for at, character in enumerate(text) if character == "|"]
        if "\\|" not in source:
            return bars
        traced = trace(text, [source], Kind.TABLE, marked=True)
        stood = {bar: traced.source(bar)[1] for bar in bars}
        return [bar for bar in bars if source[max(0, stood[bar] - 1) : stood[bar]] != "\\"]


def _shared(natural: Sequence[int], room: int) -> list[int]:
    """The widths of columns: what is wide gives way until all have room."""
    cap = max(natural)
    while sum(min(size, cap) for size in natural) > room and cap > 1:
        cap -= 1
    widths = [min(size, cap) for size in natural]
    for number, size in enumerate(natural):  # what is left over by cutting all at the same width
        if size > widths[number] and sum(widths) < room:
            widths[number] += 1
    return widths


def _most(columns: Sequence[Sequence[tuple[int, int]]]) -> int:
    return max(map(len, columns), default=1)


def _pieces(
    text: str,
    columns: Sequence[Sequence[tuple[int, int]]],
    widths: Sequence[int],
    sides: Sequence[str],
    number: int,
) -> tuple[Piece, ...]:
    """One row of the screen of a row of a table."""
    pieces: list[Piece] = []
    before = ""
    for column, width, side in zip(columns, widths, sides, strict=False):
        if number < len(column):
            first, last = column[number]
            blank = max(0, width - cells(text[first:last]))
            if last > first:
                lead = before + " " * (blank if side == "right" else 0)
                pieces.append((first, last, lead))
                before = "" if side == "right" else " " * blank
            else:
                before += " " * width
        else:
            before += " " * width
        before += " " * GAP
    return tuple(pieces) or ((0, 0, " "),)


def _joined(laid: Sequence[tuple[Piece, ...]], end: int) -> list[Laid]:
    """The rows with the characters that each stands for, which are all, in order."""
    starts = [0]
    for pieces in laid[1:]:
        starts.append(max(starts[-1], min(first for first, _, _ in pieces)))
    ends = [*starts[1:], end]
    return [Laid(*one) for one in zip(starts, ends, laid, strict=True)]
