"""How many edits lie between a word and many others. Must not know: what the words are for."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

Bytes = NDArray[np.uint8]

MOST = 62  # letters of the word that is compared


def distances(
    word: Bytes, letters: Bytes, starts: NDArray[np.integer], width: int
) -> NDArray[np.int8]:
    """Return the edits between `word` and the first i letters of each other one, (width + 1, n).

    The others begin in `letters` at `starts`. An edit is a letter more, less, or another, or two
    neighbours swapped (optimal string alignment). All others take a step at once, the column of
    each in the bits of a number (Myers 1999; with swaps: Hyyrö 2003).
    """
    size = len(word)
    kind: Any = np.uint32 if size < 32 else np.uint64
    one, last = kind(1), kind(size - 1)
    standing = np.zeros(256, kind)  # for each letter, where in the word it stands
    np.bitwise_or.at(standing, word, one << np.arange(size, dtype=kind))
    count = len(starts)
    found = np.empty((width + 1, count), np.int8)
    found[0] = size
    rises, falls = np.full(count, ~kind(0)), np.zeros(count, kind)  # from one row to the next
    level: NDArray[Any] = np.zeros(count, kind)  # the diagonal
    before = np.zeros(count, kind)  # the letters of the step before
    end = len(letters) - 1
    for at in range(width):
        here = standing[letters[np.minimum(starts + at, end)]]
        swapped = ((~level & here) << one) & before
        level = (((here & rises) + rises) ^ rises) | here | falls | swapped
        grows = falls | ~(level | rises)
        shrinks = level & rises
        step = ((grows >> last) & one).astype(np.int8) - ((shrinks >> last) & one).astype(np.int8)
        np.add(found[at], step, out=found[at + 1])
        grows = (grows << one) | one
        rises = (shrinks << one) | ~(level | grows)
        falls = grows & level
        before = here
    return found
