"""The words of a full-text index in arrays, and which of them are spelt much like another.

Must not know: queries, files. A lexicon may be older than its index: it has a word too many
rather than one too few, and whoever needs to know how many texts have a word asks the index.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple, Self

import numpy as np
from numpy.typing import NDArray

from reader.search.fold import unspaced
from reader.search.titling.vocabulary import Numbers, Vocabulary

TWO_EDITS_FROM = 5  # letters; shorter words are near to too many
MOST_ALIKE_EDITS = 4  # between words of one skeleton, and no more than half of the letters
SHORTEST = 3  # letters of a word that is expanded
LONGEST = 40  # letters; longer ones are no words
KEPT = 96  # words near to another that are looked at more closely

COUNTS = "counts"
_DIGIT = re.compile(r"\d")


class Near(NamedTuple):
    """A word that is spelt much like another one."""

    word: str
    edits: int  # letters more, less or other, and neighbours swapped
    alike: bool  # both have one skeleton
    often: int  # texts that had it when the lexicon was made


class Lexicon:
    """Distinct folded words and in how many texts each is.

    `arrays` are those of a Vocabulary and `counts` (n).
    """

    def __init__(self, arrays: Mapping[str, NDArray[Any]]) -> None:
        self.arrays = arrays
        self._vocabulary = Vocabulary(arrays)
        self._counts: NDArray[np.int32] = arrays[COUNTS]

    @classmethod
    def build(cls, counts: Mapping[str, int]) -> Self:
        """Return the lexicon of the words that can be expanded among these."""
        words = sorted((word.encode(), count) for word, count in counts.items() if spelt(word))
        vocabulary = Vocabulary.build([word for word, _ in words])
        often = np.array([count for _, count in words], np.int32)
        return cls({**vocabulary.arrays, COUNTS: often})

    def __len__(self) -> int:
        return len(self._vocabulary)

    def __iter__(self) -> Iterator[str]:
        return self.beginning("", LONGEST)

    def __contains__(self, word: str) -> bool:
        return self._vocabulary.number(word.encode()) >= 0

    def beginning(self, start: str, longest: int) -> Iterator[str]:
        """Yield the words that begin so and have at most so many letters, in their order."""
        low, high = self._vocabulary.beginning(start.encode())
        lengths = self._vocabulary.arrays["lengths"][low:high]
        numbers = np.flatnonzero(lengths <= longest) + low
        return (word.decode() for word in self._vocabulary.words(numbers))

    def frequent(self, least: float) -> list[str]:
        """Return the words that so many texts had, in their order."""
        numbers = np.flatnonzero(self._counts >= least)
        return [word.decode() for word in self._vocabulary.words(numbers)]

    def near(self, word: str) -> list[Near]:
        """Return words of about this spelling, never itself: at most KEPT of each kind.

        Those of the same skeleton, and those a few edits away. The nearest are kept, of these the
        most frequent, of these the first in order.
        """
        if not len(self):
            return []
        edits = 2 if len(word) >= TWO_EDITS_FROM else 1
        most = max(edits, min(MOST_ALIKE_EDITS, len(word) // 2))
        _, alike, _ = self._vocabulary.sounding(word)
        spelt_alike = self._judged(word, alike, most, alike=True)
        candidates = self._vocabulary.candidates(word, edits)
        others = np.setdiff1d(candidates, alike, assume_unique=True)
        return spelt_alike + self._judged(word, others, edits, alike=False)

    def _judged(self, word: str, numbers: Numbers, most: int, *, alike: bool) -> list[Near]:
        from rapidfuzz.distance import OSA  # noqa: PLC0415 - heavy, loaded at first use
        from rapidfuzz.process import cdist  # noqa: PLC0415

        if not len(numbers):
            return []
        ours = b"\n".join(self._vocabulary.words(numbers)).decode().split("\n")
        [distances] = cdist(
            [word], ours, scorer=OSA.distance, score_cutoff=most, dtype=np.uint8, workers=1
        )
        near = np.flatnonzero((distances <= most) & (distances > 0))
        often = self._counts[numbers[near]]
        order = np.lexsort((numbers[near], -often, distances[near]))[:KEPT]
        return [
            Near(ours[place], int(distances[place]), alike, int(count))
            for place, count in zip(near[order].tolist(), often[order].tolist(), strict=True)
        ]


def spelt(word: str) -> bool:
    """Whether a folded word may stand for others, and others for it.

    Numbers do not, nor words of scripts without spaces, which are pairs of letters in the index.
    """
    return SHORTEST <= len(word) <= LONGEST and not (_DIGIT.search(word) or unspaced(word))
