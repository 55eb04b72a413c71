"""Invented texts in which words are as frequent as in real ones: what full text is measured with.

Frequencies fall by rank as Zipf found, faster beyond some thousand words (Ferrer i Cancho & Solé,
2001), so that the vocabulary grows with the collection. Each text comes back to some words of its
own, and some words stand together more often than by chance, so that there are phrases to find.
The same number gives the same text.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from random import Random
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

WORDS = 1_000_000  # there are at most
COMMON = 8_000  # ranks beyond which frequencies fall faster
OFFSET = 2.7  # of ranks
FALL = (1.1, 1.6)  # exponents of ranks up to COMMON, and beyond
LENGTH, SHORTEST, LONGEST = 400, 60, 2_000  # words of a text: the mean, at least, at most
TITLE = (4, 10)  # words
OWN, OWN_SHARE = 12, 0.15  # words a text comes back to, and which share of it they are
TOGETHER, TOGETHER_SHARE = 30_000, 0.05  # words that stand together, share of places they begin at
SENTENCE, PARAGRAPH = (6, 22), 5  # words, sentences
SYLLABLES = [consonant + vowel for consonant in "bdfgklmnprstvz" for vowel in "aeiou"]
STRIDE = 37  # to the next rank's word; has no factor in common with the number of syllables


class Text(NamedTuple):
    """What one document says."""

    title: str
    body: str


def texts(count: int, seed: int = 1) -> Iterator[Text]:
    """So many texts."""
    together = _together(seed)
    for number in range(count):
        chance = np.random.default_rng((seed, number))
        length = int(np.clip(chance.gamma(2.0, LENGTH / 2), SHORTEST, LONGEST))
        own = _between(chance, 100, WORDS // 5, OWN)
        ranks = _with_own(chance, _ranks(chance, length), own)
        title = _ranks(chance, int(chance.integers(TITLE[0], TITLE[1] + 1)))
        title[:2] = own[:2]
        spelt = [spelling(rank) for rank in _joined(chance, ranks, together)]
        yield Text(" ".join(map(spelling, title.tolist())).capitalize(), _written(chance, spelt))


@cache
def spelling(rank: int) -> str:
    """The word of a rank, from 0: no two have the same, and frequent ones are short."""
    base = len(SYLLABLES)
    length, first = 1, 0
    while rank - first >= base**length:
        first += base**length
        length += 1
    number = (rank - first) * STRIDE % base**length
    return "".join(SYLLABLES[number // base**place % base] for place in range(length))


@cache
def _sums() -> NDArray[np.float64]:
    """For each rank how likely a word is one of those up to it."""
    rank = np.arange(1, WORDS + 1) + OFFSET
    first, then = FALL
    often = np.where(rank <= COMMON, rank**-first, COMMON ** (then - first) * rank**-then)
    sums: NDArray[np.float64] = np.cumsum(often) / often.sum()
    return sums


def _ranks(chance: np.random.Generator, count: int) -> NDArray[np.int64]:
    return np.searchsorted(_sums(), chance.random(count)).astype(np.int64)


def _between(chance: np.random.Generator, least: int, most: int, count: int) -> NDArray[np.int64]:
    """Some ranks, as many from each size of them."""
    return np.exp(chance.uniform(np.log(least), np.log(most), count)).astype(np.int64)


def _with_own(
    chance: np.random.Generator, ranks: NDArray[np.int64], own: NDArray[np.int64]
) -> NDArray[np.int64]:
    chosen = own[(len(own) * chance.random(len(ranks)) ** 2).astype(np.int64)]
    return np.where(chance.random(len(ranks)) < OWN_SHARE, chosen, ranks)


def _together(seed: int) -> list[list[int]]:
    """Ranks of words that stand together, two or three, the most frequent first."""
    chance = np.random.default_rng((seed, WORDS))
    three = _between(chance, 20, 3 * COMMON, 3 * TOGETHER).reshape(-1, 3).tolist()
    return [ranks[: 2 + number % 2] for number, ranks in enumerate(three)]


def _joined(
    chance: np.random.Generator, ranks: NDArray[np.int64], together: Sequence[Sequence[int]]
) -> list[int]:
    """Return the ranks with words that stand together in the place of some."""
    found: list[int] = []
    begins = (chance.random(len(ranks)) < TOGETHER_SHARE).tolist()
    which = _between(chance, 1, TOGETHER, len(ranks)).tolist()
    for rank, begin, number in zip(ranks.tolist(), begins, which, strict=True):
        if len(found) >= len(ranks):
            break
        if begin:
            found += together[number]
        else:
            found.append(rank)
    return found


def _written(chance: np.random.Generator, words: Sequence[str]) -> str:
    """Return sentences and paragraphs of the words."""
    paragraphs, sentences, at = [], [], 0
    cuts = Random(int(chance.integers(1 << 32)))
    while at < len(words):
        length = cuts.randint(*SENTENCE)
        sentences.append(" ".join(words[at : at + length]).capitalize() + ".")
        at += length
        if len(sentences) == PARAGRAPH or at >= len(words):
            paragraphs.append(" ".join(sentences))
            sentences = []
    return "\n\n".join(paragraphs)
