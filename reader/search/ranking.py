"""The best documents of a query of the index, ties by row. Must not know: what was asked for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from reader.model import Row

if TYPE_CHECKING:
    import tantivy

SPARE = 64  # documents looked at beyond those that are wanted: they tell whether more tie
MOST_TIED = 16_000  # documents looked at; where more tie at the end, none of these is ranked


def first(searcher: tantivy.Searcher, query: tantivy.Query, limit: int) -> list[tuple[Row, float]]:
    """Return the best of all that answer with their scores; of MOST_TIED that tie, none.

    A page of them is soon made of lists; arrays would take as long as finding it.
    """
    asked = min(limit + SPARE, searcher.num_docs + 1)
    while True:
        hits = searcher.search(query, asked, count=False).hits
        if len(hits) < asked or hits[-1][0] < hits[limit - 1][0]:
            break  # all that tie with the last one are known
        if asked >= MOST_TIED:
            last = hits[-1][0]
            hits = [hit for hit in hits if hit[0] > last]
            break
        asked = min(4 * asked, MOST_TIED, searcher.num_docs + 1)
    end = min(limit, len(hits))
    while end < len(hits) and hits[end][0] == hits[end - 1][0]:
        end += 1
    # rows are read of those alone that may be shown
    rows: Sequence[Any] = searcher.fast_field_values("row", [hit[1] for hit in hits[:end]])
    ordered = sorted([(-score, row) for (score, _), row in zip(hits, rows, strict=False)])
    return [(row, -score) for score, row in ordered[:limit]]
