"""The words of lines: which of them a misspelt one may mean, and their initials.

Must not know: the query. What it finds may be wrong: who asks compares letter by letter.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from reader.search.picking.matching.letters import PAIR, Codes, Letters, Places, in_words

SHORTEST = 3  # letters; shorter words are near to everything
TWO_TYPOS_FROM = 6  # letters
FAR = 255  # of a line without any word like it

_LETTERS, _DIGITS = 26, 10
_OTHERS = 64 - _LETTERS - _DIGITS  # bits left for every other character


def _bit_of_each() -> NDArray[np.uint64]:
    """Return one bit for each character of sixteen bits, none for what is in no word."""
    codes = np.arange(PAIR, dtype=np.uint64)
    places = _LETTERS + _DIGITS + codes % np.uint64(_OTHERS)
    places[ord("a") : ord("z") + 1] = np.arange(_LETTERS)
    places[ord("0") : ord("9") + 1] = _LETTERS + np.arange(_DIGITS)
    bits: NDArray[np.uint64] = np.left_shift(np.uint64(1), places)
    return np.where(in_words(np.arange(PAIR, dtype=np.uint16)), bits, np.uint64(0))


_BITS = _bit_of_each()


def _bits(codes: Codes) -> NDArray[np.uint64]:
    """Return one bit for each character; those beyond sixteen bits share theirs with others."""
    return _BITS[codes if codes.dtype != np.uint32 else codes & np.uint32(PAIR - 1)]


class Words:
    """For each word of some lines where it begins, how long it is, and which letters it has."""

    def __init__(self, letters: Letters, separator: int) -> None:
        codes = letters.codes
        inside = in_words(codes)
        before = np.concatenate(([False], inside[:-1]))
        begins = np.flatnonzero(inside & ~before)
        lengths = np.flatnonzero(before & ~inside) - begins  # a separator ends the last word
        self._letters = letters
        self.initials = Letters(
            codes[(inside & ~before) | (codes == separator)], separator
        )  # of each word the first letter
        masks = np.bitwise_or.reduceat(_bits(codes), begins) if len(begins) else _BITS[:0]
        kept = lengths >= SHORTEST
        self._begins = begins[kept].astype(letters.starts.dtype)
        self._lengths = np.minimum(lengths[kept], 255).astype(np.uint8)
        self._masks = masks[kept]

    def near(self, word: str, *, last: bool) -> NDArray[np.uint8]:
        """Return for each line how few letters of `word` its most similar word lacks; else FAR.

        `last`: it is the word being typed, so more letters may follow.
        """
        size = len(self._letters)
        distance = np.full(size, FAR, np.uint8)
        if len(word) < SHORTEST or not len(self._begins):
            return distance
        edits = 2 if len(word) >= TWO_TYPOS_FROM else 1
        asked = np.bitwise_or.reduce(_bits(np.array([ord(letter) for letter in word], np.uint32)))
        lacking = np.bitwise_count(asked & ~self._masks)
        likely = np.flatnonzero(lacking <= edits)
        lacking, lengths = lacking[likely], self._lengths[likely].astype(np.int16)
        surplus = np.bitwise_count(self._masks[likely] & ~asked)
        whole = (surplus <= edits) & (np.abs(lengths - len(word)) <= edits)
        if last:
            begun = (lengths > len(word)) & (lacking <= 1)
            whole |= begun & (self._firsts(likely) == ord(word[0]))
            surplus[begun] = 0
        near = np.maximum(lacking, surplus)[whole]
        lines = self._letters.lines(self._begins[likely[whole]])
        for edit in range(edits, -1, -1):
            distance[lines[near == edit]] = edit
        return distance

    def _firsts(self, numbers: Places) -> Codes:
        firsts: Codes = self._letters.codes[self._begins[numbers]]
        return firsts
