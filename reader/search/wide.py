"""Rows of a query that much of a collection answers, without an object for each of them.

tantivy hands out its hits one by one, a quarter of a microsecond each; sums it hands out for
many documents at once. So each document has a cell, of CELL rows, and a bit of its own in it. The
bits of a cell add up to a number that a float holds exactly, and that says which rows answer.
Must not know: what is asked for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    import tantivy
    from numpy.typing import NDArray

CELL = 52  # rows; a float has 53 bits
MOST_CELLS = 60_000  # tantivy counts in 65,000 groups at most
WORTH = 2  # documents a cell from which on sums are asked for: hits take more time

_ROW, _CELL, _BIT = "row", "cell", "bit"
_SUMS = {
    "cells": {
        "histogram": {"field": _CELL, "interval": 1, "min_doc_count": 1},
        "aggs": {"bits": {"sum": {"field": _BIT}}},
    }
}


def declare(schema: tantivy.SchemaBuilder) -> None:
    """Add the fields that rows are found by."""
    schema.add_unsigned_field(_ROW, indexed=True, fast=True)
    schema.add_unsigned_field(_CELL, fast=True)
    schema.add_float_field(_BIT, fast=True)


def number(document: tantivy.Document, row: int) -> None:
    """Say which row a document is."""
    document.add_unsigned(_ROW, row)
    document.add_unsigned(_CELL, row // CELL)
    document.add_float(_BIT, float(1 << row % CELL))


def last_row(searcher: tantivy.Searcher) -> int:
    """Return the highest row there is, 0 if there is none."""
    from tantivy import Query  # noqa: PLC0415 - heavy, loaded at first use

    found = searcher.aggregate(Query.all_query(), {"last": {"max": {"field": _ROW}}})
    return int(found["last"]["value"] or 0)


def rows(searcher: tantivy.Searcher, query: tantivy.Query, last: int) -> NDArray[np.int64]:
    """Return the rows that answer a query, in no order; `last` is the highest row there is."""
    import numpy as np  # noqa: PLC0415 - heavy libraries are loaded at first use

    cells = 1 + last // CELL
    few = cells * WORTH if cells <= MOST_CELLS else max(1, searcher.num_docs)
    hits = searcher.search(query, few, count=False, order_by_field=_ROW).hits
    if len(hits) == few and cells <= MOST_CELLS:
        return _summed(searcher, query)
    return np.fromiter((row for row, _ in hits), np.int64, len(hits))


def _summed(searcher: tantivy.Searcher, query: tantivy.Query) -> NDArray[np.int64]:
    import numpy as np  # noqa: PLC0415

    found = searcher.aggregate(query, _SUMS)["cells"]["buckets"]
    cells = np.fromiter((each["key"] for each in found), np.float64, len(found))
    sums = np.fromiter((each["bits"]["value"] for each in found), np.float64, len(found))
    ours = sums.astype(np.uint64)[:, None] >> np.arange(CELL, dtype=np.uint64) & np.uint64(1)
    at, bits = np.nonzero(ours)
    summed: NDArray[np.int64] = cells.astype(np.int64)[at] * CELL + bits
    return summed
