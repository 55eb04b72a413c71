"""Text to a width in terminal cells. Must not know: documents, the terminal."""

import unicodedata
from collections.abc import Iterator


def cells(text: str) -> int:
    """How many cells a terminal gives to this printable text."""
    if text.isascii():
        return len(text)
    return sum(map(_cells, text))


def cut(text: str, width: int) -> str:
    """The text, ended by an ellipsis where it needs more than `width` cells."""
    if cells(text) <= width:
        return text
    kept, used = [], 1
    for character in text:
        used += cells(character)
        if used > width:
            break
        kept.append(character)
    return "".join(kept) + "…"


def wrapped(text: str, width: int, indent: str = "") -> list[str]:
    """The words of each line in lines of at most `width` cells; all but the first are indented.

    A word that is longer than that stands alone on its line, whole: addresses can be copied.
    """
    return [line for part in text.split("\n") for line in _wrapped(part, width, indent)] or [""]


def _wrapped(text: str, width: int, indent: str) -> Iterator[str]:
    line, used = "", 0
    for piece, spaced in _pieces(text):
        wide = cells(piece)
        if line.strip() and used + spaced + wide > width:
            yield line
            line, used, spaced = indent, len(indent), False
        line += (" " if spaced and line.strip() else "") + piece
        used = used + wide + (spaced and used > 0)
    if line.strip():
        yield line


def _pieces(text: str) -> Iterator[tuple[str, bool]]:
    """What a line may be broken between, and whether a space stands before it.

    Wide characters, as in Chinese and Japanese, are pieces of their own.
    """
    for word in text.split():
        start, spaced = 0, True
        for position, character in enumerate(word):
            if not word.isascii() and _cells(character) == 2:
                if position > start:
                    yield word[start:position], spaced
                    spaced = False
                yield character, spaced
                start, spaced = position + 1, False
        if start < len(word):
            yield word[start:], spaced


def _cells(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
