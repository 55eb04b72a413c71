"""A list of titles as arrays that never change. Must not know: scores, which titles count now."""

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from reader.search.titling.initials import Abbreviated, abbreviated
from reader.search.titling.spelling import Bytes
from reader.search.titling.vocabulary import PREFIX, Meant, Numbers, Sure, Vocabulary

Arrays = Mapping[str, NDArray[Any]]
Rows = NDArray[np.int32]

TITLE, OTHER = "title", "other"  # the two zones: words of the title, words beside it


class Weighed(NamedTuple):
    """Rows, each once and ascending, and how surely each is meant in a zone, 0 to 1."""

    rows: NDArray[np.int64]
    sure: Sure


class Segment:
    """Titles by row, from 0.

    `arrays`, for n titles with t words in all, beside those of the vocabulary: `text` the folded
    titles in UTF-8, one after the other, and `text_ends` (n + 1) where each ends; `plain` the
    originals of those that are not ASCII, `plain_rows` which these are, `plain_ends`; `tokens`
    (t) the numbers of their words in order and `token_ends` (n + 1); for each zone `ZONE_rows` the
    rows of each word, ascending, and `ZONE_ends` (words + 1); `lead` (n) the words of the compound
    that a title begins with; `heads` and `pairs` for abbreviations; `keys` (n) of what was given.
    """

    def __init__(self, arrays: Arrays) -> None:
        self.arrays = arrays
        self.vocabulary = Vocabulary(arrays)
        self._text: Bytes = arrays["text"]
        self._ends: NDArray[np.int64] = arrays["text_ends"]
        self.tokens: Numbers = arrays["tokens"]
        self.token_ends: NDArray[np.int64] = arrays["token_ends"]
        self.keys: NDArray[np.uint64] = arrays["keys"]
        self.lead: Bytes = arrays["lead"]

    def __len__(self) -> int:
        return len(self._ends) - 1

    @cached_property
    def lengths(self) -> NDArray[np.uint16]:
        """How many bytes each folded title has, at most 65535."""
        return np.minimum(np.diff(self._ends), 65535).astype(np.uint16)

    def folded(self, rows: NDArray[np.int64]) -> list[str]:
        """Return the folded titles of some rows."""
        text, starts, ends = self._text, self._ends[rows], self._ends[rows + 1]
        return [
            text[start:end].tobytes().decode("utf-8", "surrogatepass")
            for start, end in zip(starts.tolist(), ends.tolist(), strict=True)
        ]

    def originals(self, rows: NDArray[np.int64], folded: Sequence[str]) -> list[str]:
        """Return titles with their accents, given the folded ones; those in ASCII as they are."""
        titles, plain = list(folded), self.arrays["plain_rows"]
        if not len(plain):
            return titles
        at = np.minimum(np.searchsorted(plain, rows), len(plain) - 1)
        ends = self.arrays["plain_ends"]
        for place in np.flatnonzero(plain[at] == rows).tolist():
            start, end = ends[at[place] : at[place] + 2].tolist()
            original = self.arrays["plain"][start:end].tobytes()
            titles[place] = original.decode("utf-8", "surrogatepass")
        return titles

    @cached_property
    def beside(self) -> bool:
        """Whether there are any words beside titles."""
        return len(self.arrays[f"{OTHER}_rows"]) > 0

    def spread(self, meant: Meant, zone: str) -> Sure:
        """Return for each row how surely its surest word in a zone is meant, 0 to 1."""
        rows: Rows = self.arrays[f"{zone}_rows"]
        ends: NDArray[np.int64] = self.arrays[f"{zone}_ends"]
        best = np.zeros(len(self), np.float32)
        if meant.high > meant.low:
            best[rows[ends[meant.low] : ends[meant.high]]] = PREFIX
        counts = ends[meant.numbers + 1] - ends[meant.numbers]
        total = int(counts.sum())
        first = np.repeat(ends[meant.numbers] - np.cumsum(counts) + counts, counts)
        best[rows[first + np.arange(total)]] = np.repeat(meant.sure, counts)  # the last one wins
        return best

    def rows_of(self, low: int, high: int) -> Rows:
        """Return the rows that have the words from `low` on, and before `high`, in their title.

        Word by word, so that a row may be there more than once.
        """
        ends = self.arrays[f"{TITLE}_ends"]
        rows: Rows = self.arrays[f"{TITLE}_rows"][ends[low] : ends[high]]
        return rows

    def abbreviated(self, query: str) -> Abbreviated:
        """Return the titles that `query` may abbreviate."""
        arrays = self.arrays
        return abbreviated(query, arrays["pairs"], self.tokens, self.token_ends, arrays["heads"])
