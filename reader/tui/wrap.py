"""Text into rows of a given width in terminal cells, words whole where they fit."""

import re

from rich.cells import cell_len, get_character_cell_size

# Text made only of these takes one cell a character and is wrapped with `rfind`, some hundred
# times faster than character by character.
_WIDE = re.compile(
    "[^\x20-\x7e\xa0-\xac\xae-\u02ff\u0370-\u0482\u048a-\u0530\u2010-\u2027\u2030-\u205e"
    "\u20a0-\u20bf\u2190-\u21ff\u2500-\u25fc]"
).search

ZERO_WIDTH_JOINER = "\u200d"


def wrap(text: str, width: int) -> list[tuple[int, int]]:
    """Ranges of `text`, one a row, none wider than `width` cells; at least one range."""
    width = max(1, width)
    if not _WIDE(text):
        return _narrow(text, width)
    if cell_len(text) <= width:
        return [(0, len(text))]
    rows: list[tuple[int, int]] = []
    start = 0
    while start < len(text):
        end, following = _row(text, start, width)
        rows.append((start, end))
        start = following
    return rows


def wrap_lines(text: str, width: int) -> list[tuple[int, int]]:
    """Do as `wrap` with each of the lines of a text; a line end at its own end begins none."""
    rows, start = [], 0
    for line in text.removesuffix("\n").split("\n"):
        rows += [(start + first, start + last) for first, last in wrap(line, width)]
        start += len(line) + 1
    return rows


def cells(text: str) -> int:
    """How many cells a text takes."""
    return len(text) if text.isascii() else cell_len(text)


def upto(text: str, width: int) -> int:
    """How many characters of a text take no more than `width` cells; no letter is taken apart."""
    if text.isascii():
        return max(0, min(len(text), width))
    end, _ = _fitting(text, 0, width)
    return end if cells(text[:end]) <= width else 0


def beyond(text: str, width: int) -> int:
    """How many characters of a text take `width` cells or, if a letter stands there, more."""
    if text.isascii():
        return max(0, min(len(text), width))
    index = used = 0
    while index < len(text) and used < width:
        after, _ = _fitting(text, index, 1)  # a letter with all that belongs to it
        used += cells(text[index:after])
        index = after
    return index


def cut(text: str, width: int) -> str:
    """The text if it fits into `width` cells, else its start and an ellipsis."""
    if cells(text) <= width:
        return text
    if width <= 0:
        return ""
    end, _ = _fitting(text, 0, width - 1)
    fits = cells(text[:end]) < width  # the first character alone may be too wide
    return (text[:end].rstrip() if fits else "") + "…"


def _narrow(text: str, width: int) -> list[tuple[int, int]]:
    rows = []
    start, end = 0, len(text)
    while end - start > width:
        space = text.rfind(" ", start, start + width + 1)
        if space > start:
            rows.append((start, space))
            start = space + 1
        else:
            rows.append((start, start + width))
            start += width
    rows.append((start, end))
    return rows


def _row(text: str, start: int, width: int) -> tuple[int, int]:
    """Where the row that begins at `start` ends, and where the next one begins."""
    end, break_at = _fitting(text, start, width)
    if end >= len(text):
        return end, end
    if break_at > start:
        return break_at, break_at + (text[break_at] == " ")
    return end, end


def _fitting(text: str, start: int, width: int) -> tuple[int, int]:
    """The end of the longest run that fits, and the last place inside it to break at."""
    used, index, break_at, before = 0, start, -1, 0
    while index < len(text):
        character = text[index]
        size = get_character_cell_size(character)
        wide = size == 2 or (before == 2 and character.isalnum())
        if index > start and (wide or character == " ") and not _holds(text, index):
            break_at = index
        if used + size > width and index > start:
            break
        used += size
        index += 1
        before = size
    while start < index < len(text) and _joined(text, index):
        index += 1  # a letter keeps its marks, an emoji its parts
    return index, break_at


def _holds(text: str, index: int) -> bool:
    """Whether no row may end before the character: it has one with the letter before or after."""
    after = index + 1 if text[index] == " " else index
    return _joined(text, index) or (after < len(text) and _joined(text, after))


def _joined(text: str, index: int) -> bool:
    """Whether the character belongs to the one before it."""
    return (
        get_character_cell_size(text[index]) == 0
        or text[index - 1] == ZERO_WIDTH_JOINER
        or text[index] == ZERO_WIDTH_JOINER
    )
