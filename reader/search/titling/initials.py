"""Titles found by the beginnings of their words: gtd, pysmer. Must not know: what a word means.

A bitmap for each of PAIRS kinds of two letters says which titles can have those side by side in
an abbreviation (a signature file in slices: Faloutsos and Christodoulakis 1984). What all pairs
of a query leave is checked word by word, all titles at once, each with its states in the bits of
a number (Baeza-Yates and Gonnet 1992).
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from reader.search.titling.vocabulary import Vocabulary

NEIGHBOURS, FIRSTS = 256, 128  # kinds of pairs of letters, of pairs of first letters
PAIRS = NEIGHBOURS + FIRSTS
TAKEN = 3  # letters of a word, at most, that an abbreviation takes
SHORTEST, LONGEST = 3, 24  # letters of an abbreviation

_ROWS = 8192  # titles whose bits are set at once

Heads = NDArray[np.uint8]
Tokens = NDArray[np.int32]


class Abbreviated(NamedTuple):
    """Titles with words one after the other that begin with the letters of a query.

    `rows` has each once; `start` is the place of the first such word in the title, `words` how
    many there are.
    """

    rows: NDArray[np.int64]
    start: NDArray[np.int64]
    words: NDArray[np.int64]


def heads(vocabulary: Vocabulary) -> Heads:
    """Return the first letters of each word, (n, TAKEN), 0 where there are fewer.

    Of letters beyond ASCII the low byte of their number stands for them.
    """
    found = vocabulary.first_bytes(TAKEN)
    for number in np.flatnonzero((found >= 128).any(axis=1)).tolist():
        begun = _codes(vocabulary[number].decode("utf-8", "replace")[:TAKEN])
        found[number] = np.frombuffer(begun.ljust(TAKEN, b"\0"), np.uint8)
    return found


def signatures(tokens: Tokens, ends: NDArray[np.int64], heads: Heads) -> NDArray[np.uint8]:
    """Return the bitmaps, (PAIRS, ceil(n / 8)), of n titles whose tokens end at ends[1:]."""
    count = len(ends) - 1
    maps = np.zeros((PAIRS, (count + 7) // 8), np.uint8)
    for first in range(0, count, _ROWS):
        last = min(first + _ROWS, count)
        begun = heads[tokens[ends[first] : ends[last]]]
        counts = np.diff(ends[first : last + 1])
        rows = np.repeat(np.arange(last - first), counts)
        bits = np.zeros((PAIRS, last - first), np.bool_)
        for at in range(TAKEN - 1):  # two letters of one word
            both = begun[:, at + 1] > 0
            bits[_kind(begun[both, at], begun[both, at + 1]), rows[both]] = True
        follows = rows[1:] == rows[:-1]
        bits[_initial(begun[:-1, 0][follows], begun[1:, 0][follows]), rows[1:][follows]] = True
        for at in range(TAKEN):  # the end of one beginning and the next word
            both = follows & (begun[:-1, at] > 0)
            bits[_kind(begun[:-1, at][both], begun[1:, 0][both]), rows[1:][both]] = True
        maps[:, first // 8 : (last + 7) // 8] = np.packbits(bits, axis=1)
    return maps


def abbreviated(
    query: str, maps: NDArray[np.uint8], tokens: Tokens, ends: NDArray[np.int64], heads: Heads
) -> Abbreviated:
    """Return the titles that `query` may abbreviate, at least two words of each.

    A query of SHORTEST letters has one of each word, a longer one up to TAKEN.
    """
    nothing = np.zeros(0, np.int64)
    if not SHORTEST <= len(query) <= LONGEST or not query.isalnum() or not len(ends) - 1:
        return Abbreviated(nothing, nothing, nothing)
    letters = np.frombuffer(_codes(query), np.uint8)
    one_each = len(query) == SHORTEST  # or it would abbreviate too much
    kind = _initial if one_each else _kind
    kinds = np.unique(kind(letters[:-1], letters[1:]))
    bits = np.unpackbits(np.bitwise_and.reduce(maps[kinds]), count=len(ends) - 1)
    rows = np.flatnonzero(bits.view(np.bool_))
    counts = ends[rows + 1] - ends[rows]
    title = np.repeat(np.arange(len(rows)), counts)
    places = np.arange(len(title)) - np.repeat(np.cumsum(counts) - counts, counts)
    begun = heads[tokens[np.repeat(ends[rows], counts) + places]]
    return _spelt(letters, rows, title, places, begun[:, : 1 if one_each else TAKEN])


def _spelt(
    letters: Heads,
    rows: NDArray[np.int64],
    title: NDArray[np.int64],
    places: NDArray[np.int64],
    begun: Heads,
) -> Abbreviated:
    """Keep the titles whose words spell the query: bit i of a state is "i letters are spelt"."""
    standing = np.zeros(256, np.uint32)  # for each letter, where in the query it stands
    np.bitwise_or.at(standing, letters, np.uint32(1) << np.arange(len(letters), dtype=np.uint32))
    fits = [standing[begun[:, 0]]]
    for at in range(1, begun.shape[1]):
        fits.append(fits[-1] & (standing[begun[:, at]] >> np.uint32(at)))
    done = np.uint32(1 << len(letters))
    state = np.ones(len(title), np.uint32)  # of the abbreviation that starts at each word
    words = np.zeros(len(title), np.int64)
    alive = np.flatnonzero(fits[0] & 1)
    for step in range(len(letters)):
        here = alive + step
        inside = here < len(title)
        alive, here = alive[inside], here[inside]
        alive, here = (each[title[alive] == title[here]] for each in (alive, here))
        now = state[alive]
        after = np.zeros(len(alive), np.uint32)
        for at in range(len(fits)):
            after |= (now & fits[at][here]) << np.uint32(at + 1)
        state[alive] = after
        words[alive[(after & done > 0) & (words[alive] == 0)]] = step + 1
        alive = alive[after & ~done > 0]
        if not len(alive):
            break
    found = np.flatnonzero(words > 1)
    order = np.lexsort((places[found], title[found]))
    found = found[order]
    first = np.concatenate(([True], title[found][1:] != title[found][:-1]))[: len(found)]
    found = found[first]
    return Abbreviated(rows[title[found]], places[found], words[found])


def _kind(first: Heads, second: Heads) -> NDArray[np.int64]:
    return (first.astype(np.int64) * 37 + second * 11) % NEIGHBOURS


def _initial(first: Heads, second: Heads) -> NDArray[np.int64]:
    return NEIGHBOURS + (first.astype(np.int64) * 37 + second * 11) % FIRSTS


def _codes(letters: str) -> bytes:
    return bytes(ord(letter) & 255 or 1 for letter in letters)
