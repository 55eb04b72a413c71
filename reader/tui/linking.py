"""Links in a row of text: hints for them, where they stand in the row, and how it is painted."""

from collections.abc import Iterable, Sequence
from itertools import product

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from reader.printable import printable
from reader.tui.flow import Row
from reader.tui.setting import Part
from reader.tui.wrap import cells

HOME_ROW = "asdfghjkl"
LETTERS = f"{HOME_ROW}qwertyuiopzxcvbnm"

Stretch = tuple[int, int, int]  # where something begins and ends, and which link it is


def hints(count: int) -> list[str]:
    """So many hints, none the beginning of another: one letter each, two where those run out.

    More than all pairs of letters are not given any.
    """
    size = len(LETTERS)
    alone = max(0, (size * size - count) // (size - 1)) if count > size else size
    pairs = ("".join(pair) for pair in product(LETTERS[alone:], LETTERS))
    return [*LETTERS[:alone], *pairs][:count]


def columns(part: Part, row: Row, left: int, found: Iterable[Stretch]) -> list[Stretch]:
    """The columns in which a row shows some stretches of a part's text; `left` is its margin."""
    _, start, end = row
    before = left + cells(part.bar) + cells(part.lead)
    shown = []
    for first, last, number in found:
        first, last = max(first, start), min(last, end)
        if first < last:
            column = before + cells(printable(part.text[start:first]))
            shown.append((column, column + cells(printable(part.text[first:last])), number))
    return shown


def restyled(strip: Strip, stretches: Sequence[tuple[int, int]], style: Style) -> Strip:
    """The row with a style added between some columns, which follow one another."""
    edges = [edge for stretch in stretches for edge in stretch]
    pieces = strip.divide([*edges, strip.cell_length])
    return Strip.join(
        Strip(
            [Segment(text, (own or Style()) + style) for text, own, _ in piece], piece.cell_length
        )
        if number % 2
        else piece
        for number, piece in enumerate(pieces)
    )


def hinted(strip: Strip, letters: Sequence[tuple[int, str]], style: Style) -> Strip:
    """The row with some letters over it, each from its column on or behind those before it."""
    pieces: list[Strip] = []
    used, width = 0, strip.cell_length
    for column, text in letters:
        column = min(max(column, used), width - len(text))
        if column < used:
            break
        pieces += [strip.crop(used, column), Strip([Segment(text, style)], len(text))]
        used = column + len(text)
    return Strip.join([*pieces, strip.crop(used, width)])
