"""The words of a list of titles, and which of them a typed word may mean.

Must not know: which title has which word.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from typing import TYPE_CHECKING

from reader.search.fold import unspaced

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

# How sure each way of meaning a word is, from 0 to 1.
EXACT = 1.0
PREFIX, PREFIX_SPAN = 0.82, 0.13  # more, the more of the word has been typed
TYPO, TYPOS = 0.78, 0.56  # one edit, two edits
SHORT_TYPO, SHORTEST_TYPO = 0.60, 0.50  # one edit in a word of four letters, of three
TYPO_ALIKE = 0.81  # one edit, and the same skeleton: a doubled letter, another vowel
SAME_SKELETON, SAME_SHORT_SKELETON = 0.60, 0.48  # short ones, of two letters, say little
INSIDE = 0.66
PREFIX_TYPO, PREFIX_TYPOS = 0.62, 0.42
SKELETON_PREFIX = 0.50

SHORTEST_FUZZY = 3  # letters; shorter words are near to everything
TWO_TYPOS_FROM = 6  # letters
PREFIX_TYPO_FROM = 5  # letters, of the word being typed; one more in the words before it
INSIDE_FROM = 4  # letters
MOST_INSIDE = 3000  # words looked at that contain the typed one

_LETTERS = 26
_DIGITS = 10
_OTHERS = 64 - _LETTERS - _DIGITS  # bits left for every other character
_LAST = "\U0010ffff"

_SOUNDS = (("ph", "f"), ("ck", "k"), ("kh", "k"))
_SOFT = str.maketrans({"c": "k", "q": "k", "z": "s", "y": "i", "x": "s"})
_DROPPED = str.maketrans("", "", "aeiouhw")
_DOUBLED = re.compile(r"(.)\1+")


def skeleton(word: str) -> str:
    """Return what spellings of one name share: the first letter, then consonants by sound."""
    for written, heard in _SOUNDS:
        word = word.replace(written, heard)
    word = word.translate(_SOFT)
    return _DOUBLED.sub(r"\1", word[:1] + word[1:].translate(_DROPPED))


class Vocabulary:
    """Distinct folded words in sorted order; a word's number is its place in that order.

    For each word a 64-bit mask says which letters it has: comparing masks leaves few words to
    compare letter by letter.
    """

    def __init__(self, words: Iterable[str]) -> None:
        import numpy as np  # noqa: PLC0415 - heavy libraries are loaded at first use

        self.words = sorted(set(words))
        self._joined = "\n".join(self.words)
        self._lengths = np.fromiter(map(len, self.words), np.int32, len(self.words))
        self._starts = np.zeros(len(self.words), np.int64)
        np.cumsum(self._lengths[:-1] + 1, out=self._starts[1:])
        self._bits = self._letters(self._joined)
        self._masks: dict[int, NDArray[np.uint64]] = {}
        pairs = sorted((skeleton(word), number) for number, word in enumerate(self.words))
        self._skeletons = [pair[0] for pair in pairs]
        self._by_skeleton = np.fromiter((pair[1] for pair in pairs), np.int32, len(pairs))

    def number(self, word: str) -> int | None:
        """Return the number of `word`, or None if it is not one of ours."""
        at = bisect_left(self.words, word)
        return at if at < len(self.words) and self.words[at] == word else None

    def meant(self, word: str, *, last: bool) -> NDArray[np.float32]:
        """Return for each of our words how surely a person who typed `word` means it, 0 to 1.

        `last`: it is the word being typed, so more letters may follow.
        """
        import numpy as np  # noqa: PLC0415

        sure = np.zeros(len(self.words), np.float32)
        if not self.words:
            return sure
        if len(word) >= SHORTEST_FUZZY and word.isalpha() and not unspaced(word):
            self._misspelt(word, last, sure)
        if len(word) >= INSIDE_FROM:
            _raise(sure, self._containing(word), INSIDE)
        low, high = bisect_left(self.words, word), bisect_left(self.words, word + _LAST)
        if high > low:
            sure[low:high] = PREFIX + PREFIX_SPAN * len(word) / self._lengths[low:high]
            if self.words[low] == word:
                sure[low] = EXACT
        return sure

    def _misspelt(self, word: str, last: bool, sure: NDArray[np.float32]) -> None:
        import numpy as np  # noqa: PLC0415

        edits = 2 if len(word) >= TWO_TYPOS_FROM else 1
        if len(word) >= PREFIX_TYPO_FROM + (not last):
            numbers, distances = self._near_start(word, edits)
            _raise(sure, numbers[distances == 2], PREFIX_TYPOS)
            _raise(sure, numbers[distances <= 1], PREFIX_TYPO)
        alike = self._alike(word, sure)
        numbers, distances = self._near(word, edits)
        _raise(sure, numbers[distances == 2], TYPOS)
        near = numbers[distances <= 1]
        _raise(sure, near, {3: SHORTEST_TYPO, 4: SHORT_TYPO}.get(len(word), TYPO))
        if len(word) >= PREFIX_TYPO_FROM:
            _raise(sure, np.intersect1d(near, alike), TYPO_ALIKE)

    def _alike(self, word: str, sure: NDArray[np.float32]) -> NDArray[np.int32]:
        """Make words sure that sound like `word`, and return those that sound just like it."""
        key = skeleton(word)
        low = bisect_left(self._skeletons, key)
        alike = self._by_skeleton[low : bisect_left(self._skeletons, key + "\0")]
        if len(key) >= SHORTEST_FUZZY:
            high = bisect_left(self._skeletons, key + _LAST)
            _raise(sure, self._by_skeleton[low:high], SKELETON_PREFIX)
            _raise(sure, alike, SAME_SKELETON)
        elif len(key) == SHORTEST_FUZZY - 1:
            _raise(sure, alike, SAME_SHORT_SKELETON)
        return alike

    def _near(self, word: str, edits: int) -> tuple[NDArray[np.int64], NDArray[np.uint8]]:
        """Return the words at most `edits` (swaps count one) away, and how far each is."""
        import numpy as np  # noqa: PLC0415

        asked, ours = self._letters_of(word), self._mask(0)
        fits = np.abs(self._lengths - len(word)) <= edits
        fits &= np.bitwise_count(asked & ~ours) <= edits
        fits &= np.bitwise_count(ours & ~asked) <= edits
        numbers = np.flatnonzero(fits)
        distances = _distances(word, [self.words[number] for number in numbers.tolist()], edits)
        return numbers[distances <= edits], distances[distances <= edits]

    def _near_start(self, word: str, edits: int) -> tuple[NDArray[np.int64], NDArray[np.uint8]]:
        """Return the longer words whose first letters are at most `edits` away from `word`."""
        import numpy as np  # noqa: PLC0415

        asked, length = self._letters_of(word), len(word)
        fits = self._lengths > length
        fits &= np.bitwise_count(asked & ~self._mask(length + edits)) <= edits
        fits &= np.bitwise_count(self._mask(length - edits) & ~asked) <= edits
        numbers = np.flatnonzero(fits)
        ours = [self.words[number] for number in numbers.tolist()]
        distances = _distances(word, [our[:length] for our in ours], edits)
        for other in (length - 1, length + 1):
            distances = np.minimum(
                distances, _distances(word, [our[:other] for our in ours], edits)
            )
        return numbers[distances <= edits], distances[distances <= edits]

    def _containing(self, word: str) -> NDArray[np.int64]:
        import numpy as np  # noqa: PLC0415

        places: list[int] = []
        at = self._joined.find(word)
        while at >= 0 and len(places) < MOST_INSIDE:
            places.append(at)
            at = self._joined.find(word, at + 1)
        return np.searchsorted(self._starts, np.array(places, np.int64), side="right") - 1

    def _letters(self, text: str) -> NDArray[np.uint64]:
        """Return one bit for each character of `text`, none for a newline."""
        import numpy as np  # noqa: PLC0415

        codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32).astype(
            np.uint64
        )
        places = _LETTERS + _DIGITS + codes % np.uint64(_OTHERS)
        places = np.where((codes >= ord("a")) & (codes <= ord("z")), codes - ord("a"), places)
        digits = (codes >= ord("0")) & (codes <= ord("9"))
        places = np.where(digits, codes - ord("0") + _LETTERS, places)
        bits: NDArray[np.uint64] = np.left_shift(np.uint64(1), places.astype(np.uint64))
        return np.where(codes == ord("\n"), np.uint64(0), bits)

    def _letters_of(self, word: str) -> np.uint64:
        import numpy as np  # noqa: PLC0415

        return np.uint64(np.bitwise_or.reduce(self._letters(word)))

    def _mask(self, length: int) -> NDArray[np.uint64]:
        """Return the letters each word has among its first `length`; 0 stands for all of it."""
        import numpy as np  # noqa: PLC0415

        if length not in self._masks:
            bits = self._bits
            if length:
                within = np.arange(len(bits)) - np.repeat(self._starts, self._lengths + 1)[:-1]
                bits = np.where(within < length, bits, np.uint64(0))
            self._masks[length] = np.bitwise_or.reduceat(bits, self._starts)
        return self._masks[length]


def _raise(sure: NDArray[np.float32], numbers: NDArray[np.signedinteger], to: float) -> None:
    import numpy as np  # noqa: PLC0415

    sure[numbers] = np.maximum(sure[numbers], np.float32(to))


def _distances(word: str, others: list[str], edits: int) -> NDArray[np.uint8]:
    """Return the edits between `word` and each other one; those above `edits` as `edits` + 1."""
    import numpy as np  # noqa: PLC0415
    from rapidfuzz.distance import OSA  # noqa: PLC0415
    from rapidfuzz.process import cdist  # noqa: PLC0415

    if not others:
        return np.zeros(0, np.uint8)
    found = cdist([word], others, scorer=OSA.distance, score_cutoff=edits, dtype=np.uint8)
    distances: NDArray[np.uint8] = found[0]
    return distances
