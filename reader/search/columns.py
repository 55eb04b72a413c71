"""One value, or several tags, for each document, and how many of a selection have each.

Documents are numbered by place; a selection is an array of one bool a place. Must not know: which
fact the values are.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_PLACE = 32  # bits of a value's number
SEPARATOR = "/"  # between a tag and its children


class Counts(NamedTuple):
    """For each value how many documents have it; the first ones are sorted, so many."""

    values: Sequence[str]
    documents: NDArray[np.int64]
    ordered: int = 0

    def all(self) -> dict[str, int]:
        """Every value that any document has."""
        return dict(self.most(len(self.values)))

    def most(self, limit: int) -> list[tuple[str, int]]:
        """The values that most documents have, ties by value; none that no document has."""
        import numpy as np  # noqa: PLC0415

        numbers = np.flatnonzero(self.documents[: self.ordered])
        if len(numbers) > limit:
            # one number for both, as partitions of numbers that are often equal are slow
            keys = (self.documents[numbers] << _PLACE) - numbers
            numbers = -np.partition(keys, len(keys) - limit)[-limit:] & ((1 << _PLACE) - 1)
        others = self.ordered + np.flatnonzero(self.documents[self.ordered :])
        numbers = np.concatenate((numbers, others))
        counted = self.documents[numbers].tolist()
        found = [
            (self.values[at], count) for at, count in zip(numbers.tolist(), counted, strict=True)
        ]
        return sorted(found, key=lambda pair: (-pair[1], pair[0]))[:limit]


class Coded:
    """A column with few different values, each a number; no value is number 0."""

    def __init__(self, values: Sequence[str]) -> None:
        import numpy as np  # noqa: PLC0415 - heavy libraries are loaded at first use

        self._values = sorted({"", *values})
        numbers = {value: number for number, value in enumerate(self._values)}
        codes = np.fromiter((numbers[value] for value in values), np.int64, len(values))
        self._codes = codes.astype(np.min_scalar_type(len(numbers)))
        self._all = np.bincount(self._codes, minlength=len(numbers))

    def matching(self, fits: Callable[[str], bool]) -> NDArray[np.bool_]:
        """Return the documents whose value fits; no value never does."""
        import numpy as np  # noqa: PLC0415

        chosen = np.array([bool(value) and fits(value) for value in self._values], np.bool_)
        selection: NDArray[np.bool_] = chosen[self._codes]
        return selection

    def counts(self, chosen: NDArray[np.bool_]) -> Counts:
        """Return how many documents of a selection have each value that any of them has."""
        import numpy as np  # noqa: PLC0415

        size = len(self._values)
        if 2 * int(np.count_nonzero(chosen)) > len(chosen):  # fewer are left out than are in
            counted = self._all - np.bincount(self._codes[~chosen], minlength=size)
        else:
            counted = np.bincount(self._codes[chosen], minlength=size)
        counted[0] = 0
        return Counts(self._values, counted, size)


class TagColumn:
    """The tags documents have of themselves: one entry for each document and tag or parent."""

    def __init__(self, own: list[tuple[str, ...]]) -> None:
        import numpy as np  # noqa: PLC0415

        self.own = own
        self._tags = sorted(set().union(*map(with_parents, set(own))))
        self._numbers = numbers = {tag: number for number, tag in enumerate(self._tags)}
        known: dict[tuple[str, ...], tuple[list[int], list[bool]]] = {}
        codes: list[int] = []
        given: list[bool] = []
        starts = [0]
        for tags in own:
            if tags not in known:
                every = sorted(with_parents(tags))
                known[tags] = (
                    [numbers[tag] for tag in every],
                    [tag in tags for tag in every],
                )
            found, theirs = known[tags]
            codes += found
            given += theirs
            starts.append(len(codes))
        self._codes = np.array(codes, np.int32)
        self._given = np.array(given, np.bool_)
        self._starts = np.array(starts, np.int64)
        self._all = np.bincount(self._codes, minlength=len(numbers))

    def matching(self, fits: Callable[[str], bool]) -> NDArray[np.bool_]:
        """Return the documents with a tag of their own, not only a parent of it, that fits."""
        import numpy as np  # noqa: PLC0415

        fitting = np.array([fits(tag) for tag in self._tags], np.bool_)
        before = np.zeros(len(self._codes) + 1, np.int64)
        np.cumsum(self._given & fitting[self._codes], out=before[1:])
        return before[self._starts[1:]] > before[self._starts[:-1]]

    def counts(self, chosen: NDArray[np.bool_], others: Iterable[tuple[str, ...]] = ()) -> Counts:
        """Return how many documents of a selection have each tag, or a child of it.

        `others` are the tags of documents more, of whatever place.
        """
        import numpy as np  # noqa: PLC0415

        size = len(self._tags)
        if 2 * int(np.count_nonzero(chosen)) > len(chosen):
            counted = self._all - np.bincount(self._inside(~chosen), minlength=size)
        else:
            counted = np.bincount(self._inside(chosen), minlength=size)
        new: list[str] = []
        places: dict[str, int] = {}
        more = Counter(tag for own in others for tag in with_parents(own))
        for tag in more.keys() - self._numbers.keys():
            places[tag] = size + len(new)
            new.append(tag)
        if new:
            counted = np.concatenate([counted, np.zeros(len(new), np.int64)])
        for tag, documents in more.items():
            counted[places[tag] if tag in places else self._numbers[tag]] += documents
        return Counts([*self._tags, *new] if new else self._tags, counted, size)

    def _inside(self, chosen: NDArray[np.bool_]) -> NDArray[np.int32]:
        """Return the tags of all documents of a selection, one after another."""
        import numpy as np  # noqa: PLC0415

        places = np.flatnonzero(chosen)
        lengths = self._starts[places + 1] - self._starts[places]
        ends = np.cumsum(lengths)
        total = int(ends[-1]) if len(ends) else 0
        at = np.arange(total) + np.repeat(self._starts[places] - ends + lengths, lengths)
        inside: NDArray[np.int32] = self._codes[at]
        return inside


def with_parents(tags: Iterable[str]) -> set[str]:
    """Return the tags and everything above them: a/b/c has the parents a/b and a."""
    found: set[str] = set()
    for tag in tags:
        parts = tag.split(SEPARATOR)
        found.update(SEPARATOR.join(parts[:length]) for length in range(1, len(parts) + 1))
    return found - {""}
