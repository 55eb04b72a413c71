"""Texts as arrays of code points: what class each is of, and where words begin and end."""
# ruff: noqa: RUF001 — letters and marks of other scripts, as pages write them

import unicodedata
from functools import lru_cache
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
_TABLED = 1 << 16  # powers in a table, at least
_SIZES = 3  # of tables that are kept
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


def among(*kinds: int) -> NDArray[np.bool_]:
    """Return which of all classes these are, to look classes up in."""
    table = np.zeros(CLASSES, bool)
    table[list(kinds)] = True
    return table


_IN_WORD = among(LOWER, UPPER, OTHER, DIGIT, MARK, UNSPACED)


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
    hashes *= np.uint32(0x2C1B3C6D)
    hashes ^= hashes >> np.uint32(12)
    hashes *= np.uint32(0x297A2D39)
    hashes ^= hashes >> np.uint32(15)
    return hashes


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
    classes = _TABLE.take(codes, mode="clip")
    ends = np.flatnonzero(classes == END)
    starts = np.zeros_like(ends)
    starts[1:] = ends[:-1] + 1
    text = np.arange(len(ends)).repeat(ends - starts + 1)
    word_starts, word_ends, words = _words(_codes(_lowered(whole)), classes)
    return Glyphs(
        codes, classes, text, starts, ends,
        word_starts, word_ends - word_starts, text[word_starts], words,
    )  # fmt: skip


def _words(
    lowered: NDArray[np.uint32], classes: NDArray[np.uint8]
) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.uint32]]:
    """Return where words start and end, and their hashes."""
    inside = _IN_WORD.take(classes)
    edges = inside[1:] != inside[:-1]  # a text ends outside of any word
    alone = classes == UNSPACED
    unspaced = bool(alone.any())
    if unspaced:
        edges |= alone[1:] | alone[:-1]
    places = np.flatnonzero(edges) + 1
    starts = places[inside.take(places)]
    if inside[0]:
        starts = np.append(0, starts)
    if not len(starts):
        return starts, starts, np.zeros(0, np.uint32)
    ends = places[inside.take(places - 1)]
    hashes = _hashed(np.where(classes == DIGIT, _ZERO, lowered), starts, ends)
    if unspaced:  # a character with the one after it is what comes nearest to a word
        beside = np.append(starts[1:] == ends[:-1], False) & alone[starts]
        hashes = np.where(
            beside, hashes * np.uint32(_PRIME) + np.append(hashes[1:], np.uint32(0)), hashes
        )
    return starts, ends, mixed(hashes)


def _hashed(
    codes: NDArray[np.uint32], starts: NDArray[np.int64], ends: NDArray[np.int64]
) -> NDArray[np.uint32]:
    """Return for each word the sum of its codes, each times the power of its place in the word.

    Sums up to each character tell those of all words: powers of places in the text differ from
    powers of places in a word by a factor, which has an inverse, for the prime is odd.
    """
    powers, inverses = _powers(max(_TABLED, 1 << len(codes).bit_length()))
    sums = np.zeros(len(codes) + 1, np.uint32)
    np.cumsum(codes * powers[: len(codes)], dtype=np.uint32, out=sums[1:])
    hashes = (sums.take(ends) - sums.take(starts)) * inverses.take(starts)
    lengths = ends - starts
    if lengths.max() > _LONGEST:
        for long in np.flatnonzero(lengths > _LONGEST):
            weights = powers[np.minimum(np.arange(lengths[long]), _LONGEST - 1)]
            weighed = codes[starts[long] : ends[long]] * weights
            hashes[long] = weighed.sum(dtype=np.uint32)
    return hashes


@lru_cache(_SIZES)
def _powers(count: int) -> tuple[NDArray[np.uint32], NDArray[np.uint32]]:
    """Return the powers of the prime from 0 on, and their inverses, all modulo 2 to the 32."""
    both = []
    for factor in (_PRIME, pow(_PRIME, -1, 1 << 32)):
        factors = np.full(count, factor, np.uint32)
        factors[0] = 1
        both.append(np.multiply.accumulate(factors, dtype=np.uint32))
    return both[0], both[1]
