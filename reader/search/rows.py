"""Rows of documents, as many as there may be. Must not know: what was asked for."""

from __future__ import annotations

import sys
from array import array
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple, overload

from reader.model import Row

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from reader.search.facets import Facets


class Rows(Sequence[Row]):
    """Rows in their order, eight bytes each; equal to any sequence of the same rows."""

    __hash__ = None  # type: ignore[assignment]  # it equals lists

    def __init__(self, rows: Iterable[int] = ()) -> None:
        self._rows = rows if isinstance(rows, array) else array("q", rows)

    def __len__(self) -> int:
        return len(self._rows)

    @overload
    def __getitem__(self, index: int) -> Row: ...

    @overload
    def __getitem__(self, index: slice) -> Rows: ...

    def __getitem__(self, index: int | slice) -> Row | Rows:
        found = self._rows[index]
        return Rows(found) if isinstance(found, array) else Row(found)

    def __iter__(self) -> Iterator[Row]:
        return map(Row, self._rows)

    def __contains__(self, row: object) -> bool:
        return row in self._rows

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and self._rows.tolist() == list(other)

    def __repr__(self) -> str:
        return f"Rows({self._rows.tolist()})"

    def index(self, value: object, start: int = 0, stop: int = sys.maxsize) -> int:
        """The place of a row. Raises ValueError where it is not among them."""
        if not isinstance(value, int):
            raise ValueError(value)  # as any sequence does
        return self._rows.index(value, start, stop)


class Chosen(Collection[Row]):
    """The rows of a selection, without a list of them."""

    def __init__(self, facets: Facets, chosen: NDArray[np.bool_]) -> None:
        self._facets = facets
        import numpy as np  # noqa: PLC0415 - heavy libraries are loaded at first use

        self._chosen = chosen
        self._size = int(np.count_nonzero(chosen))

    def __len__(self) -> int:
        return self._size

    def __iter__(self) -> Iterator[Row]:
        # the places first: where few are chosen, they are found many times as fast
        return map(Row, self._facets.rows[self._chosen.nonzero()[0]].tolist())

    def __contains__(self, row: object) -> bool:
        return isinstance(row, int) and bool(self._chosen[self._facets.places([row])].any())

    def holding(self, rows: NDArray[np.int64]) -> NDArray[np.bool_]:
        """Return for each of some rows whether it is among them."""
        places = self._facets.places(rows, strangers=True)
        return (places >= 0) & self._chosen[places]


class Hits(NamedTuple):
    """Rows, the best first, and their scores."""

    rows: NDArray[np.int64]
    scores: NDArray[np.float64]
    whole: bool  # there are no others


def best(
    rows: NDArray[np.int64], scores: NDArray[np.float64], limit: int
) -> list[tuple[Row, float]]:
    """Return the best rows with their scores, ties by row."""
    import numpy as np  # noqa: PLC0415 - heavy libraries are loaded at first use

    first = np.lexsort((rows, -scores))[:limit]
    return list(zip(map(Row, rows[first].tolist()), scores[first].tolist(), strict=True))


def holding(rows: Collection[Row], found: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Return for each row that was found whether it is allowed."""
    import numpy as np  # noqa: PLC0415

    if isinstance(rows, Chosen):
        return rows.holding(found)
    return np.isin(found, np.fromiter(rows, np.int64))
