"""What a document is about, in words: those it has often and others seldom. Must not know: rows.

As Lucene's MoreLikeThis: the words of a text with the most weight by tf-idf, of which another text
must have a good part.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable
from functools import lru_cache

from reader.cleaning.stopwords import STOPWORDS
from reader.query.tree import Alike
from reader.search.fold import unspaced, words

TERMS = 25  # words that stand for a document
SHARED = 0.2  # of them that another one must have
FEWEST = 3  # words that are shared where texts are like each other
SHORTEST = 3  # letters of a word that says anything
COMMONEST = 0.3  # of all texts; words that more of them have say nothing


def alike(of: str, text: Iterable[str], texts_with: Callable[[str], int], texts: int) -> Alike:
    """Return what asks for texts like one of these words, folded.

    `texts_with` says how many of `texts` have a word. Words that no other text has are left out;
    without any left, nothing is like it.
    """
    small, weights = _small(), dict[str, float]()
    for word, count in Counter(text).items():
        if word in small or (len(word) < SHORTEST and not unspaced(word)):
            continue
        having = texts_with(word)
        if 2 <= having <= max(2, COMMONEST * texts):
            weights[word] = math.sqrt(count) * math.log(1 + texts / having)
    best = sorted(weights, key=lambda word: (-weights[word], word))[:TERMS]
    return Alike(of, tuple(best), max(FEWEST, round(SHARED * len(best))))


@lru_cache(maxsize=1)
def _small() -> frozenset[str]:
    """Return the words that say nothing by themselves, folded."""
    return frozenset(word for small in STOPWORDS for word in words(small))
