"""The words of a list, and which of them a typed word may mean. Must not know: what has them.

Letters that are missing or too many leave few words, whose edits are counted.
"""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple, Self

import numpy as np
from numpy.typing import NDArray

from reader.search.fold import unspaced
from reader.search.titling.edits import distances
from reader.search.titling.spelling import NEWLINE, SOUNDS, Bytes, skeletons

# How sure each way of meaning a word is, from 0 to 1.
EXACT = 1.0
PREFIX, PREFIX_SPAN = 0.82, 0.13  # more, the more of the word has been typed
BEGUN, BEGUN_SPAN = 0.65, 0.30  # the same of a word before the last one, which is not being typed
TYPO, TYPOS = 0.78, 0.56  # one edit, two edits
SHORT_TYPO, SHORTEST_TYPO = 0.60, 0.50  # one edit in a word of four letters, of three
TYPO_ALIKE = 0.81  # one edit, and the same skeleton: a doubled letter, another vowel
NO_VOWELS = 0.76  # typed without any, and the word has the same consonants
SAME_SKELETON, SAME_SHORT_SKELETON = 0.60, 0.48  # short ones, of two letters, say little
INSIDE = 0.66
PREFIX_TYPO, PREFIX_TYPOS = 0.62, 0.42
SKELETON_PREFIX = 0.50

SHORTEST_FUZZY = 3  # letters; shorter words are near to everything
TWO_TYPOS_FROM = 6  # letters
REORDERED_FROM = 5  # letters; two edits that leave all of them but one there
PREFIX_TYPO_FROM = 5  # letters, of the word being typed; one more in the words before it
INSIDE_FROM = 5  # letters; fewer are in too many words

AFTER_DIGITS = b":"  # where words begin that are no numbers, of which paths have many

_BEGINNINGS = (255, 9, 6, 4)  # letters whose masks are kept
_BLOCK = 1 << 16  # words filtered at once: what fits into the cache
_VOWELS = frozenset("aeiou")

Numbers = NDArray[np.int32]
Sure = NDArray[np.float32]


class Meant(NamedTuple):
    """Numbers of words, each once, and how surely each is meant, 0 to 1, the surest last.

    All words from `low` on, and before `high`, are meant as surely as PREFIX at least.
    """

    numbers: Numbers
    sure: Sure
    low: int = 0
    high: int = 0


class Vocabulary:
    """Distinct folded words in UTF-8, sorted; a word's number is its place in that order.

    `arrays`, for n words of m bytes: `letters` (m + n) the words, each ended by a newline;
    `starts` (n + 1) where they begin, `firsts` (n) their first bytes, `lengths` (n) in
    characters; `masks` (4, n) which letters are among the first so many (see _BEGINNINGS);
    `skeletons` (n) sorted, `sounds` (n) their lengths, `alike` (n) the words they belong to.
    """

    def __init__(self, arrays: Mapping[str, NDArray[Any]]) -> None:
        self.arrays = arrays
        self._letters = arrays["letters"].data
        self._starts: NDArray[np.uint32] = arrays["starts"]
        self._lengths: Bytes = arrays["lengths"]
        self._firsts: Bytes = arrays["firsts"]
        self._masks: NDArray[np.uint32] = arrays["masks"]
        self._skeletons: NDArray[np.uint64] = arrays["skeletons"]
        self._sounds: Bytes = arrays["sounds"]
        self._alike: Numbers = arrays["alike"]
        self._spelling = bisect_left(self, AFTER_DIGITS)  # the first that is no number

    @classmethod
    def build(cls, words: Sequence[bytes]) -> Self:
        """Return the vocabulary of these words, which are sorted and distinct."""
        joined = b"\n".join([*words, b""])
        letters = np.frombuffer(joined, np.uint8)
        ends = np.flatnonzero(letters == NEWLINE)
        starts = np.zeros(len(words) + 1, np.uint32)
        starts[1:] = ends + 1
        lengths, masks = _letter_masks(letters, starts)
        keys, sounds = skeletons(joined)
        order = np.argsort(keys, kind="stable")
        return cls(
            {
                "letters": letters,
                "starts": starts,
                "lengths": lengths,
                "firsts": letters[starts[:-1]],
                "masks": masks,
                "skeletons": keys[order],
                "sounds": sounds[order],
                "alike": order.astype(np.int32),
            }
        )

    def __len__(self) -> int:
        return len(self._lengths)

    def __getitem__(self, number: int) -> bytes:
        start, end = self._starts[number : number + 2].tolist()
        return self._letters[start : end - 1].tobytes()

    def words(self, numbers: NDArray[np.integer]) -> list[bytes]:
        """Return the words of these numbers."""
        starts = self._starts[numbers].astype(np.int64)
        counts = self._starts[numbers + 1] - starts
        return self._joined(starts, counts).split(b"\n")[:-1]

    def _joined(self, starts: NDArray[np.int64], counts: NDArray[np.int64]) -> bytes:
        """Return so many bytes from each of these places on, one after the other."""
        ends = np.cumsum(counts)
        places = np.repeat(starts - ends + counts, counts) + np.arange(counts.sum())
        letters: Bytes = self.arrays["letters"][places]
        return letters.tobytes()

    def number(self, word: bytes) -> int:
        """Return the number of `word`, or -1 if it is not one of ours."""
        at = bisect_left(self, word)
        return at if at < len(self) and self[at] == word else -1

    def beginning(self, start: bytes) -> tuple[int, int]:
        """Return the numbers, first and one past the last, of the words that begin so."""
        return bisect_left(self, start), bisect_left(self, start + b"\xff")

    def meant(self, word: str, *, last: bool, forgiving: bool = True) -> Meant:
        """Return which of our words a person who typed `word` may mean.

        `last`: it is the word being typed, so more letters may follow. Not `forgiving`: only
        the word itself and those it begins.
        """
        typed = word.encode("utf-8", "surrogatepass")
        low, high = self.beginning(typed)
        exact = high > low and self[low] == typed
        if len(word) < SHORTEST_FUZZY:
            return Meant(
                np.arange(low, low + exact, dtype=np.int32), _all(int(exact), EXACT), low, high
            )
        order = np.argsort(~self._lengths[low:high], kind="stable").astype(np.int32)
        begun = order + np.int32(low)
        least, span = (PREFIX, PREFIX_SPAN) if last else (BEGUN, BEGUN_SPAN)
        sure = np.float32(least) + np.float32(span) * len(word) / self._lengths[begun]
        if exact:
            sure[order == 0] = EXACT  # the shortest, so it is the last one
        if not (forgiving and word.isalpha() and not unspaced(word)):
            return Meant(begun, sure)
        near = _surest(self._misspelt(word, last), low, high)
        return Meant(np.concatenate((near.numbers, begun)), np.concatenate((near.sure, sure)))

    def inside(self, word: str) -> Meant:
        """Return our words that have `word` inside them."""
        if len(word) < INSIDE_FROM:
            return Meant(np.zeros(0, np.int32), _all(0, INSIDE))
        typed = word.encode("utf-8", "surrogatepass")
        asked = _mask_of(word)
        having = np.flatnonzero(self._masks[0] & asked == asked)
        numbers = having[self._lengths[having] > len(word)]
        starts = self._starts[numbers].astype(np.int64)
        counts = self._starts[numbers + 1] - starts
        ends = np.cumsum(counts)
        joined = self._joined(starts, counts)
        found, at = [], joined.find(typed)
        while at >= 0:
            found.append(at)
            at = joined.find(typed, at + 1)
        with_it = numbers[np.unique(np.searchsorted(ends, found, side="right"))].astype(np.int32)
        return Meant(with_it, _all(len(with_it), INSIDE))

    def _misspelt(self, word: str, last: bool) -> Iterator[tuple[Numbers, float]]:
        edits = 2 if len(word) >= TWO_TYPOS_FROM else 1
        unfinished = len(word) >= PREFIX_TYPO_FROM + (not last)
        numbers = self.candidates(word, edits, unfinished=unfinished)
        whole, start = self._distances(word, numbers, edits, unfinished)
        if edits > 1:
            yield numbers[start == 2], PREFIX_TYPOS
        yield numbers[start <= 1], PREFIX_TYPO
        if len(word) >= REORDERED_FROM:
            yield numbers[whole == 2], TYPOS
        near = numbers[whole <= 1]
        yield near, {3: SHORTEST_TYPO, 4: SHORT_TYPO}.get(len(word), TYPO)
        begun, alike, few = self.sounding(word)
        yield begun, SKELETON_PREFIX
        yield alike, SAME_SHORT_SKELETON if few else SAME_SKELETON
        if len(word) >= PREFIX_TYPO_FROM:
            yield near[np.isin(near, alike)], TYPO_ALIKE
        if not _VOWELS & {*word}:
            typed = word.encode()
            same = [_without_vowels(ours) == typed for ours in self.words(alike)]
            yield alike[np.array(same, np.bool_)], NO_VOWELS

    def sounding(self, word: str) -> tuple[Numbers, Numbers, bool]:
        """Return the words whose skeleton begins with that of `word`, those with just that one.

        And whether it is too short to say much: then the first are left out.
        """
        [key], [sounds] = skeletons(word.encode() + b"\n")
        span = np.uint64(1) << np.uint64(8 * max(0, SOUNDS - int(sounds)))
        low = int(np.searchsorted(self._skeletons, key))
        high = int(np.searchsorted(self._skeletons, key + (span - np.uint64(1)), side="right"))
        begun = self._alike[low:high]
        alike = begun[self._sounds[low:high] == sounds]
        nothing = begun[:0]
        if sounds < SHORTEST_FUZZY:
            return nothing, alike if sounds == SHORTEST_FUZZY - 1 else nothing, True
        return begun, alike, False

    def candidates(self, word: str, edits: int, *, unfinished: bool = False) -> Numbers:
        """Return the words that may be at most `edits` (swaps count one) away, by their letters.

        If `unfinished`, their first letters may be.
        """
        asked, length = _mask_of(word), len(word)
        least = asked.bit_count() - edits  # letters that are there, of those asked for
        reach = max(at for at, most in enumerate(_BEGINNINGS) if most >= length + edits)
        certain = [at for at, least in enumerate(_BEGINNINGS) if least <= length - edits]
        kept = min(certain, default=-1) if unfinished else 0
        as_typed = _first_letters(word)
        found = []
        for start in range(self._spelling, len(self), _BLOCK):
            masks = self._masks[reach, start : start + _BLOCK]
            lengths = self._lengths[start : start + _BLOCK]
            near = np.bitwise_count(masks & asked) >= least
            near &= lengths >= max(0, length - edits)
            if not unfinished:
                near &= lengths <= min(255, length + edits)
            here = np.flatnonzero(near) + start
            most = np.bitwise_count(~self._masks[reach, here] & asked)
            if kept >= 0:
                most = np.maximum(most, np.bitwise_count(self._masks[kept, here] & ~asked))
            if edits > 1:  # another first letter is one typo and no more
                most += (most > 1) & ~as_typed[self._firsts[here]]
            found.append(here[most <= edits])
        return np.concatenate([np.zeros(0, np.int64), *found]).astype(np.int32)

    def _distances(
        self, word: str, numbers: Numbers, edits: int, unfinished: bool
    ) -> tuple[NDArray[np.int8], NDArray[np.int8]]:
        """Return the edits between `word` and each other one, and the least to its beginnings.

        Beginnings count of longer words only, and if `unfinished`. More than `edits`: any more.
        """
        length = len(word)
        letters, starts, lengths = self._spelt(word, numbers)
        found = distances(_codes(word), letters, starts, length + edits)
        at = np.minimum(lengths, length + edits)
        whole = found[at, np.arange(len(numbers))]
        whole[lengths > length + edits] = edits + 1
        start = np.full(len(numbers), edits + 1, np.int8)
        if unfinished:
            longer = lengths > length
            start[longer] = found[length - 1 : length + 2, longer].min(axis=0)
        return whole, start

    def _spelt(
        self, word: str, numbers: Numbers
    ) -> tuple[Bytes, NDArray[np.int64], NDArray[np.int64]]:
        """Return letters as a byte each, and where in them these words begin, and their lengths.

        Where `word` is ASCII, letters that are not are as many as they have bytes.
        """
        starts = self._starts[numbers].astype(np.int64)
        if word.isascii():
            letters: Bytes = self.arrays["letters"]
            return letters, starts, self._starts[numbers + 1].astype(np.int64) - starts - 1
        ours = [word.decode("utf-8", "replace") for word in self.words(numbers)]
        lengths = np.array([len(word) for word in ours], np.int64)
        return _codes("".join(ours) + " "), np.cumsum(lengths) - lengths, lengths

    def first_bytes(self, count: int) -> Bytes:
        """Return the first bytes of each word, (n, count), 0 where there are fewer."""
        letters: Bytes = self.arrays["letters"]
        starts = self._starts.astype(np.int64)
        found = np.zeros((len(self), count), np.uint8)
        for at in range(count):
            there = starts[:-1] + at < starts[1:] - 1
            found[there, at] = letters[starts[:-1][there] + at]
        return found


def _all(count: int, sure: float) -> Sure:
    return np.full(count, sure, np.float32)


def _surest(found: Iterator[tuple[Numbers, float]], low: int, high: int) -> Meant:
    """Return each number once, as sure as it is at most, the surest last; none of low to high."""
    pairs = [(numbers, _all(len(numbers), sure)) for numbers, sure in found]
    numbers = np.concatenate([numbers for numbers, _ in pairs])
    sure = np.concatenate([sure for _, sure in pairs])
    outside = (numbers < low) | (numbers >= high)
    numbers, sure = numbers[outside], sure[outside]
    order = np.lexsort((-sure, numbers))
    numbers, sure = numbers[order], sure[order]
    first = np.concatenate(([True], numbers[1:] != numbers[:-1]))[: len(numbers)]
    numbers, sure = numbers[first], sure[first]
    order = np.argsort(sure, kind="stable")
    return Meant(numbers[order], sure[order])


def _first_letters(word: str) -> NDArray[np.bool_]:
    """Return which bytes words begin with that begin as `word` does: (256,)."""
    found = np.zeros(256, np.bool_)
    if word[0] in _VOWELS:
        found[list(b"aeiou")] = True
    elif word[0].isascii():
        found[ord(word[0])] = True
    else:
        found[128:] = True
    return found


def _without_vowels(word: bytes) -> bytes:
    return word[:1] + word[1:].translate(None, b"aeiou")


def _codes(word: str) -> Bytes:
    """Return a byte for each letter: letters of one script differ in it."""
    return np.frombuffer(word.encode("utf-32-le", "surrogatepass"), np.uint32).astype(np.uint8)


def _bits() -> NDArray[np.uint32]:
    """Return the bit of each byte in masks: letters have one each, the rest shares."""
    places = np.arange(256) % 32
    places[ord("a") : ord("z") + 1] = np.arange(26)
    places[ord("0") : ord("9") + 1] = 26 + np.arange(10) % 6
    bits = np.left_shift(np.uint32(1), places.astype(np.uint32))
    bits[NEWLINE] = 0
    return bits


_BITS = _bits()


def _mask_of(word: str) -> np.uint32:
    typed = word.encode() + b"\n"
    letters = np.frombuffer(typed, np.uint8)
    return np.uint32(_letter_masks(letters, np.array([0, len(typed)], np.uint32))[1][0, 0])


def _letter_masks(letters: Bytes, starts: NDArray[np.uint32]) -> tuple[Bytes, NDArray[np.uint32]]:
    """Return how many characters each word has, and which are among its first ones."""
    count = len(starts) - 1
    if not count:
        return np.zeros(0, np.uint8), np.zeros((len(_BEGINNINGS), 0), np.uint32)
    goes_on = letters & 0xC0 == 0x80  # the second byte of a character, or a later one
    place = np.cumsum(~goes_on, dtype=np.uint32)  # of the byte's character, from 1
    begins = starts[:-1].astype(np.int64)
    lengths = np.diff(np.append(place[begins], place[-1] + 1)) - 1
    place -= np.repeat(place[begins], starts[1:].astype(np.int64) - begins)
    bits = _BITS[letters]
    bits[:-1][goes_on[1:]] = 0  # the last byte of a character stands for it
    masks = np.empty((len(_BEGINNINGS), count), np.uint32)
    for at, most in enumerate(_BEGINNINGS):
        bits[place >= most] = 0
        masks[at] = np.bitwise_or.reduceat(bits, begins)
    return lengths.astype(np.uint8), masks
