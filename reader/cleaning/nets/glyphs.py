"""Texts as arrays of code points: what class each is of, and where words begin and end."""
# ruff: noqa: RUF001 — letters and marks of other scripts, as pages write them

import unicodedata
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

(
    END, SPACE, LOWER, UPPER, OTHER, UNSPACED, DIGIT, STOP, COLON, COMMA,
    QUOTE, CLOSE, OPEN, SEPARATOR, DASH, APOSTROPHE, AT, MARK, SYMBOL,
) = range(19)  # fmt: skip
"""Classes of characters; END is the line feed between two texts."""

CLASSES = 19
PLANE = 0x10000  # code points above it count as the last one of it, a symbol

_CATEGORIES = {
    "Ll": LOWER, "Lu": UPPER, "Lt": UPPER, "Lm": OTHER, "Lo": OTHER, "Zs": SPACE, "Zl": SPACE,
    "Zp": SPACE, "Pd": DASH, "Pi": QUOTE, "Pf": QUOTE, "Ps": OPEN, "Pe": CLOSE,
    "Mn": MARK, "Mc": MARK, "Me": MARK, "Nd": DIGIT, "Nl": DIGIT, "No": DIGIT,
}  # fmt: skip
_SINGLE = {
    SPACE: "\t\r\v\f\x1c\x1d\x1e\x1f\x85",
    STOP: ".!?。！？؟۔।॥։…‽｡",
    COLON: ":：︰",
    COMMA: ",;、،؛，；",
    QUOTE: '"“”„‟«»「」『』',
    APOSTROPHE: "'’‘",
    SEPARATOR: "|/›‹·•→←►▸▪◦●■□*<>\\^~",
    AT: "@",
    END: "\n",
}
_UNSPACED = (  # kana, Han, Thai, Lao, Burmese, Khmer: written without spaces between words
    (0x3040, 0x3100), (0x3400, 0xA000), (0xF900, 0xFB00),
    (0x0E00, 0x0F00), (0x1000, 0x10A0), (0x1780, 0x1800),
)  # fmt: skip

_PRIME = 0x01000193  # of the FNV hash
_LONGEST = 64  # letters of a word; the rest of a longer one weighs like the last
_ZERO = np.uint32(48)  # every digit is hashed as "0"


def _classes() -> NDArray[np.uint8]:
    table = np.full(PLANE, SYMBOL, np.uint8)
    for code in range(PLANE - 1):
        table[code] = _CATEGORIES.get(unicodedata.category(chr(code)), SYMBOL)
    for first, after in _UNSPACED:
        part = table[first:after]
        part[(part == OTHER) | (part == MARK)] = UNSPACED
    for kind, characters in _SINGLE.items():
        table[[ord(character) for character in characters]] = kind
    return table


_TABLE = _classes()
_POWERS = np.array([pow(_PRIME, power, 1 << 32) for power in range(_LONGEST)], np.uint32)
_IN_WORD = np.zeros(CLASSES, bool)
_IN_WORD[[LOWER, UPPER, OTHER, DIGIT, MARK, UNSPACED]] = True


class Glyphs(NamedTuple):
    """n texts, each followed by a line feed, as one array of m characters with w words."""

    codes: NDArray[np.uint32]  # (m,) code points
    classes: NDArray[np.uint8]  # (m,)
    text: NDArray[np.int64]  # (m,) which text a character belongs to
    starts: NDArray[np.int64]  # (n,) first character of each text
    ends: NDArray[np.int64]  # (n,) the line feed after each
    word_starts: NDArray[np.int64]  # (w,)
    word_lengths: NDArray[np.int64]  # (w,) characters
    word_text: NDArray[np.int64]  # (w,) which text a word belongs to
    words: NDArray[np.uint32]  # (w,) hashes: case and digits folded, unspaced scripts by pairs


def mixed(hashes: NDArray[np.uint32]) -> NDArray[np.uint32]:
    """Spread every bit of 32-bit hashes over all of them (the finaliser of lowbias32)."""
    hashes = hashes ^ (hashes >> np.uint32(15))
    hashes = hashes * np.uint32(0x2C1B3C6D)
    hashes = hashes ^ (hashes >> np.uint32(12))
    hashes = hashes * np.uint32(0x297A2D39)
    return hashes ^ (hashes >> np.uint32(15))


def _codes(text: str) -> NDArray[np.uint32]:
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)


def _lowered(text: str) -> str:
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(low if len(low := one.lower()) == 1 else one for one in text)


def glyphs(texts: list[str]) -> Glyphs:
    """Look at the characters of texts that hold no line feed; each must have one at least."""
    whole = "\n".join(texts) + "\n"
    codes = _codes(whole)
    classes = _TABLE[np.minimum(codes, PLANE - 1)]
    ends = np.flatnonzero(classes == END)
    starts = np.concatenate([[0], ends[:-1] + 1])
    text = np.repeat(np.arange(len(ends)), ends - starts + 1)
    word_starts, word_ends, words = _words(_codes(_lowered(whole)), classes)
    return Glyphs(
        codes, classes, text, starts, ends,
        word_starts, word_ends - word_starts, text[word_starts], words,
    )  # fmt: skip


def _words(
    lowered: NDArray[np.uint32], classes: NDArray[np.uint8]
) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.uint32]]:
    """Return where words start and end, and their hashes."""
    inside = _IN_WORD[classes]
    alone = classes == UNSPACED
    before = np.empty_like(inside)
    before[0], before[1:] = False, inside[:-1] & ~alone[:-1]
    begins = inside & (~before | alone)
    starts = np.flatnonzero(begins)
    if not len(starts):
        return starts, starts, np.zeros(0, np.uint32)
    after = np.ones_like(inside)
    after[:-1] = ~inside[1:] | begins[1:]
    ends = np.flatnonzero(inside & after) + 1
    word = np.maximum(np.cumsum(begins) - 1, 0)
    offset = np.minimum(np.arange(len(classes)) - starts[word], _LONGEST - 1)
    weighed = np.where(classes == DIGIT, _ZERO, lowered) * _POWERS[np.maximum(offset, 0)]
    weighed[~inside] = 0
    hashes = np.add.reduceat(weighed, starts, dtype=np.uint32)
    single = alone[starts]
    if single.any():  # a character with the one after it is what comes nearest to a word
        beside = np.append(starts[1:] == ends[:-1], False) & single
        hashes = np.where(
            beside, hashes * np.uint32(_PRIME) + np.append(hashes[1:], np.uint32(0)), hashes
        )
    return starts, ends, mixed(hashes)
