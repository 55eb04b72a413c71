"""The words of a line, case-folded: its readers ask for them one after the other."""

import re
from functools import lru_cache

_LINES = 16  # remembered
_PLAIN = re.compile(r"[^\W_]+")
_ASCII_WORDS = "".join(one if one.isalnum() else " " for one in map(chr, range(128)))
_WESTERN = "cp1252"  # letters of Western Europe, with dashes and quotation marks
_WESTERN_WORDS = bytes(
    byte if _PLAIN.match(bytes([byte]).decode(_WESTERN, "replace")) else ord(" ")
    for byte in range(256)
)


@lru_cache(_LINES)
def folded_words(text: str) -> tuple[str, ...]:
    """Return the case-folded words of a text; there are as many as before folding."""
    return tuple(text.casefold().split())


def plain_words(text: str) -> list[str]:
    """Return the words of a text case-folded, without any signs."""
    if text.isascii():  # most are, and need no pattern
        return text.lower().translate(_ASCII_WORDS).split()
    folded = text.casefold()
    try:
        return folded.encode(_WESTERN).translate(_WESTERN_WORDS).decode(_WESTERN).split()
    except UnicodeEncodeError:
        return _PLAIN.findall(folded)


def plain(text: str) -> str:
    """Reduce a text to its case-folded words, to compare copies of it."""
    return " ".join(plain_words(text))
