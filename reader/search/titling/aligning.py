"""Where in titles the words of a query stand. Must not know: scores, what is shown."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from reader.search.titling.segment import Segment
from reader.search.titling.vocabulary import PREFIX, Meant, Numbers, Sure

NOWHERE = -1


class Aligned(NamedTuple):
    """Of w words and n titles, (w, n): the first token that is meant the surest, and how surely."""

    places: NDArray[np.int64]  # of the token in the title, from 0; NOWHERE: none is meant
    sure: Sure


def aligned(segment: Segment, rows: NDArray[np.int64], meant: Sequence[Meant]) -> Aligned:
    """Return where each word stands in each title."""
    places = np.full((len(meant), len(rows)), NOWHERE, np.int64)
    sure = np.zeros((len(meant), len(rows)), np.float32)
    ends = segment.token_ends
    counts = ends[rows + 1] - ends[rows]
    some = np.flatnonzero(counts)
    counts = counts[some]
    begins = np.cumsum(counts) - counts
    title = np.repeat(np.arange(len(some)), counts)
    tokens = segment.tokens[np.repeat(ends[rows[some]] - begins, counts) + np.arange(len(title))]
    if not len(tokens):
        return Aligned(places, sure)
    for word, each in enumerate(meant):
        here = _sure(each, tokens)
        best = np.maximum.reduceat(here, begins)
        lit = np.flatnonzero((here > 0) & (here == best[title]))
        found, first = np.unique(title[lit], return_index=True)
        places[word, some[found]] = lit[first] - begins[found]
        sure[word, some] = best
    return Aligned(places, sure)


def _sure(meant: Meant, tokens: Numbers) -> Sure:
    """Return how surely each token is meant."""
    sure = np.where((tokens >= meant.low) & (tokens < meant.high), PREFIX, np.float32(0))
    if len(meant.numbers):
        order = np.argsort(meant.numbers)
        at = order[np.minimum(np.searchsorted(meant.numbers, tokens, sorter=order), len(order) - 1)]
        sure = np.where(meant.numbers[at] == tokens, meant.sure[at], sure)
    return sure.astype(np.float32)
