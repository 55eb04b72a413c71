"""Links in a row of text: hints for them, where they stand in the row, and how it is painted."""

from collections.abc import Sequence
from itertools import product

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from reader.printable import printable
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


def columns(strip: Strip, text: str, found: Sequence[Stretch]) -> list[Stretch]:
    """The columns in which a painted row shows some stretches of the text it was made of.

    Each of its segments that shows some text knows where in it that begins.
    """
    shown: list[Stretch] = []
    column = 0
    for said, style, _ in strip:
        at = style.meta.get("offset", (None,))[0] if style is not None else None
        if at is not None:
            end = _shown_to(text, at, said)
            for first, last, number in found:
                low, high = max(first, at), min(last, end)
                if low < high:
                    start = column + cells(printable(text[at:low]))
                    shown.append((start, start + cells(printable(text[low:high])), number))
        column += cells(said)
    return _joined(shown)


def _shown_to(text: str, start: int, said: str) -> int:
    """Up to which character a segment shows a text; some are shown as several signs."""
    end = start + len(said)
    while end > start and printable(text[start:end]) != said:
        end -= 1
    return end


def _joined(stretches: Sequence[Stretch]) -> list[Stretch]:
    """Stretches that follow one another, as one where they are of one link."""
    joined: list[Stretch] = []
    for first, last, number in stretches:
        if joined and joined[-1][1:] == (first, number):
            joined[-1] = (joined[-1][0], last, number)
        else:
            joined.append((first, last, number))
    return joined


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
