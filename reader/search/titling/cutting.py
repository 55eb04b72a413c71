"""Many texts cut into words at once. Must not know: what the words are for.

What costs is a Python object for each word; texts are joined, so that most steps are one call for
thousands of them.
"""

import re
from collections import defaultdict
from collections.abc import Sequence
from itertools import count
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from reader.search.fold import MAX_WORD, cut, fold

CHUNK = 8192  # texts cut at once

_JOINED = "-_'."
COMPOUND = re.compile(rf"[^\W_]+(?:[{_JOINED}\u2019][^\W_]+)+")
JOINERS = re.compile(f"[{_JOINED}\u2019]")

ROW = b"\x01"  # between two texts
_TABLE = bytes(
    byte if byte >= 128 or chr(byte).isalnum() else 1 if byte == ord("\n") else ord(" ")
    for byte in range(256)
)  # of a text in UTF-8: what is in no word is a space
_IS_JOINER = np.isin(np.arange(256), [ord(joiner) for joiner in _JOINED])


class Numbered:
    """Words numbered in the order they are met."""

    def __init__(self) -> None:
        self.numbers: dict[bytes, int] = defaultdict(count().__next__)
        self.of([ROW])

    def of(self, words: list[bytes]) -> NDArray[np.int32]:
        """Return the number of each word, new ones those that follow; a row's end is 0."""
        return np.fromiter(map(self.numbers.__getitem__, words), np.int32, len(words))


class Chunk(NamedTuple):
    """Some texts in words: `counts` of each text, `numbers` of all words one after the other.

    `compounds` are words without their joiners, email for e-mail, and the place of each one's
    text; `lead` is how many words the compound has that a text begins with, or 0.
    """

    folded: list[str]
    counts: NDArray[np.int64]
    numbers: NDArray[np.int32]
    places: NDArray[np.int32]
    compounds: NDArray[np.int32]
    lead: NDArray[np.uint8]


def one_line(text: str) -> str:
    """Return the text without the characters that end a line here."""
    return text.replace("\n", " ") if "\n" in text else text


def cut_texts(texts: Sequence[str], numbered: Numbered) -> Chunk:
    """Cut texts without newlines."""
    folded, lines, wide = _folded(texts)
    stream = "\n".join(lines).encode("utf-8", "surrogatepass")
    spread = stream.translate(_TABLE)
    words = spread.replace(ROW, b" \x01 ").split()
    numbers = numbered.of(words)
    inside = numbers > 0
    rows = np.cumsum(~inside, dtype=np.int32)[inside]
    places, found, lead = _compounds(stream, spread, [w for w in words if w != ROW], rows)
    for row in wide:
        for match in COMPOUND.finditer(folded[row]):
            parts = JOINERS.split(match[0])
            if not match.start():
                lead[row] = min(len(parts), 255)
            places.append(row)
            found.append("".join(parts)[:MAX_WORD].encode("utf-8", "surrogatepass"))
    counts = np.bincount(rows, minlength=len(texts))
    compounds = numbered.of(found)
    return Chunk(folded, counts, numbers[inside], np.array(places, np.int32), compounds, lead)


def _folded(texts: Sequence[str]) -> tuple[list[str], list[str], list[int]]:
    """Return the folded texts; the same, but words alone where they are not ASCII; which are."""
    wide = [row for row, text in enumerate(texts) if not text.isascii()]
    folded = "\n".join(texts).lower().split("\n") if not wide else [*map(str.lower, texts)]
    lines = folded
    if wide:
        lines = folded.copy()
        again = fold("\n".join(texts[row] for row in wide)).split("\n")
        for row, line in zip(wide, again, strict=True):
            folded[row], lines[row] = line, " ".join(cut(line))
    return folded, lines, wide


def _compounds(
    stream: bytes, spread: bytes, words: list[bytes], rows: NDArray[np.int32]
) -> tuple[list[int], list[bytes], NDArray[np.uint8]]:
    """Return the compounds in ASCII of a text a line: their rows, what they are in one word.

    And for each line how many words the compound has that it begins with, or 0.
    """
    letters = np.frombuffer(spread, np.uint8)
    inside = np.concatenate(([False], letters > ord(" "), [False]))
    edges = np.flatnonzero(inside[1:] != inside[:-1])
    begins, ends = edges[::2], edges[1::2]
    joined = np.zeros(len(words) + 1, np.bool_)  # to the word before
    if len(words):
        joiner = _IS_JOINER[np.frombuffer(stream, np.uint8)[ends[:-1]]]
        joined[1:-1] = (begins[1:] == ends[:-1] + 1) & joiner
    firsts = np.flatnonzero(joined[1:] & ~joined[:-1])
    lasts = np.flatnonzero(joined[:-1] & ~joined[1:])
    found = [
        b"".join(words[first : last + 1])
        for first, last in zip(firsts.tolist(), lasts.tolist(), strict=True)
    ]
    lead = np.zeros(spread.count(ROW) + 1, np.uint8)
    at_start = np.concatenate(([True], rows[1:] != rows[:-1]))[: len(rows)][firsts]
    lead[rows[firsts[at_start]]] = np.minimum(lasts - firsts + 1, 255)[at_start]
    return rows[firsts].tolist(), found, lead
