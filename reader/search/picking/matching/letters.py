"""Lines as one array of characters, and where in it letters stand. Heavy work lets threads run.

Must not know: how a line is judged by what was found in it.
"""

from __future__ import annotations

from collections import OrderedDict
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from reader.search.picking.terms import WHITE

REMEMBERED = 12  # letters whose places are kept
QUERIES = 4  # texts whose places are kept, for one more letter
FEW = 4000  # lines for which it is found out how near to each other letters stand
_WHITE = np.zeros(ord(max(WHITE)) + 2, np.bool_)
_WHITE[[*map(ord, WHITE)]] = True
BYTE, PAIR = 0x100, 0x10000
_BY_FREQUENCY = "jzqxkvw9876543ybfg210umhdpcl/._-rnsoitae "
_SIGNS = ((0x2000, 0x206F), (0x2E00, 0x2E7F), (0x3000, 0x3003), (0x3008, 0x3020))
_IN_WORDS = np.ones(PAIR, np.bool_)
_IN_WORDS[:BYTE] = [chr(code).isalnum() for code in range(BYTE)]
for _first, _last in _SIGNS:
    _IN_WORDS[_first : _last + 1] = False

Places = NDArray[np.signedinteger]
"""Ascending indices into the array of characters."""

Codes = NDArray[np.unsignedinteger]
Kept = TypeVar("Kept")


def codes_of(text: str) -> Codes:
    """Return the characters of a text as numbers, each as small as the largest of them allows."""
    if text.isascii():
        return np.frombuffer(text.encode("ascii"), np.uint8)
    wide = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
    largest = int(wide.max())
    if largest < BYTE:
        return wide.astype(np.uint8)
    return wide.astype(np.uint16) if largest < PAIR else wide


def in_words(codes: Codes) -> NDArray[np.bool_]:
    """Return which characters belong to a word; beyond Latin-1 all but some blocks of signs."""
    return _IN_WORDS[codes if codes.dtype != np.uint32 else np.minimum(codes, PAIR - 1)]


class Letters:
    """Characters of lines, a separator before the first line and after each."""

    def __init__(self, codes: Codes, separator: int) -> None:
        self.codes = codes
        self._kind = np.int32 if len(codes) < 2**31 else np.int64
        borders: Places = np.flatnonzero(codes == separator).astype(self._kind)
        self.starts: Places = borders[:-1] + 1
        self.ends: Places = borders[1:]
        self._separator = separator
        self._at: OrderedDict[int, Places] = OrderedDict()
        self._begun: OrderedDict[str, Places] = OrderedDict()
        self._ordered: OrderedDict[str, tuple[Places, Places, Places]] = OrderedDict()
        self._inner: tuple[Places, Places] | None = None

    def __len__(self) -> int:
        return len(self.starts)

    def at(self, letter: str) -> Places:
        """Return where a letter stands."""
        code = ord(letter)
        if code not in self._at:
            if code > np.iinfo(self.codes.dtype).max or code == self._separator:
                return np.zeros(0, self._kind)
            self._at[code] = np.flatnonzero(self.codes == code).astype(self._kind)
            if len(self._at) > REMEMBERED:
                self._at.popitem(last=False)
        return self._at[code]

    def places(self, text: str) -> Places:
        """Return where a text begins, as it stands."""
        shorter = self._begun.get(text[:-1])
        if shorter is not None:  # one letter was typed behind what was looked for
            begins = shorter[shorter + len(text) <= len(self.codes)]
            begins = begins[self.codes[begins + (len(text) - 1)] == ord(text[-1])]
        else:
            begins = self._places(text)
        _keep(self._begun, text, begins)
        return begins

    def _places(self, text: str) -> Places:
        rarest = min(range(len(text)), key=lambda place: _commonness(text[place]))
        begins = self.at(text[rarest]) - rarest
        begins = begins[(begins > 0) & (begins + len(text) <= len(self.codes))]
        for place, letter in enumerate(text):
            if place != rarest and len(begins):
                begins = begins[self.codes[begins + place] == ord(letter)]
        return begins

    def lines(self, places: Places) -> Places:
        """Return the line of each place."""
        return np.searchsorted(self.starts, places, side="right") - 1

    def in_order(self, text: str) -> tuple[Places, Places]:
        """Return which lines have the letters of a text in order, and how far apart.

        That is the number of other characters between its first and last letter; where few lines
        have them, at the narrowest before the first place where the text ends.
        """
        order = self._ordered.get(text[:-1])
        if order is None:
            order = np.arange(len(self)), self.starts, self.starts
            rest = text
        else:
            rest = text[-1]
        lines, first, behind = order
        for letter in rest:
            at = self.at(letter)
            if not len(at) or not len(lines):
                lines, first, behind = _NOWHERE
                break
            next_one = np.searchsorted(at, behind)
            found = at[np.minimum(next_one, len(at) - 1)]
            fits = (next_one < len(at)) & (found < self.ends[lines])
            lines, behind = lines[fits], found[fits] + 1
            first = behind - 1 if first is self.starts else first[fits]
        _keep(self._ordered, text, (lines, first, behind))
        if len(lines) <= FEW:
            first = behind - 1
            for letter in reversed(text[:-1]):
                at = self.at(letter)
                first = at[np.searchsorted(at, first) - 1] if len(at) else first
        return lines, behind - first - len(text)

    def inner(self) -> tuple[Places, Places]:
        """Return where in each line its first character is and behind its last, but white space."""
        if self._inner is None:
            white = _WHITE.take(self.codes, mode="clip") | (self.codes == self._separator)
            solid = np.flatnonzero(~white).astype(self._kind)
            solid = np.concatenate(([-1], solid, [len(self.codes)])).astype(self._kind)
            first = np.minimum(solid[np.searchsorted(solid, self.starts)], self.ends)
            last = solid[np.searchsorted(solid, self.ends) - 1] + 1
            self._inner = first, np.maximum(last, first)
        return self._inner


_NOWHERE = (np.zeros(0, np.int32), np.zeros(0, np.int32), np.zeros(0, np.int32))


def _keep(kept: OrderedDict[str, Kept], text: str, found: Kept) -> None:
    """Keep what was found last; what was found long ago is forgotten."""
    kept[text] = found
    kept.move_to_end(text)
    if len(kept) > QUERIES:
        kept.popitem(last=False)


def _commonness(letter: str) -> int:
    """Return a guess at how often a letter stands in a text; higher is oftener."""
    return _BY_FREQUENCY.find(letter) + 1
