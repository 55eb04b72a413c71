"""Rows of a query that much of a collection answers, without an object for each of them.

tantivy hands out its hits one by one, a third of a microsecond each; sums it hands out for many
documents at once, two microseconds each. So each document has a cell, of CELL rows, and a bit of
its own in it. The bits of a cell add up to a number that a float holds exactly, and that says
which rows answer.
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
WORTH = 6  # documents a cell from which on sums are asked for: hits take more time

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


def answering(
    searcher: tantivy.Searcher, query: tantivy.Query, last: int, least: int = 0, most: int = 1 << 62
) -> NDArray[np.bool_]:
    """Return for each row, from 0 to `last`, whether it answers; `last` is the highest there is.

    No more than `most` answer, and likely `least`: if these tell enough, nobody counts before.
    """
    import numpy as np  # noqa: PLC0415 - heavy libraries are loaded at first use

    cells = 1 + last // CELL
    many = cells * WORTH
    if least <= many < most:
        counted = searcher.search(query, 1, count=True)
        least = most = counted.count  # type: ignore[attr-defined]  # it is there, but not declared
    if least > many and cells <= MOST_CELLS:
        return _summed(searcher, query, cells)[: last + 1]
    most = max(1, min(most, searcher.num_docs))
    hits = searcher.search(query, most, count=False, order_by_field=_ROW).hits
    found = np.zeros(last + 1, np.bool_)
    found[np.fromiter((row for row, _ in hits), np.int64, len(hits))] = True
    return found


def _summed(searcher: tantivy.Searcher, query: tantivy.Query, cells: int) -> NDArray[np.bool_]:
    import numpy as np  # noqa: PLC0415

    found = searcher.aggregate(query, _SUMS)["cells"]["buckets"]
    numbers = np.fromiter((each["key"] for each in found), np.float64, len(found))
    sums = np.fromiter((each["bits"]["value"] for each in found), np.float64, len(found))
    eight = sums.astype("<u8").view(np.uint8).reshape(-1, 8)  # bytes of each sum
    bits = np.zeros((cells, CELL), np.bool_)
    bits[numbers.astype(np.int64)] = np.unpackbits(eight, axis=1, count=CELL, bitorder="little")
    return bits.ravel()
