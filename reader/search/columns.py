"""One value, or several tags, for each document, and how many of a selection have each.

Documents are numbered by place; a selection is an array of one bool a place. Must not know: which
fact the values are.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple, Self

from reader.model import NONE
from reader.search.fold import fold
from reader.search.texts import Texts

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

DENSE = 4  # one of so many documents must have an entry for it to be in an array for all
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


@dataclass(frozen=True, slots=True)
class Selected:
    """A selection, and its smaller part: the places that are in it, or those that are not."""

    chosen: NDArray[np.bool_]
    smaller: NDArray[np.int64]  # ascending
    inverse: bool  # they are those that are not

    @classmethod
    def of(cls, chosen: NDArray[np.bool_]) -> Self:
        """Return it with what is shorter."""
        import numpy as np  # noqa: PLC0415 - heavy libraries are loaded at first use

        inverse = 2 * int(np.count_nonzero(chosen)) > len(chosen)
        return cls(chosen, np.flatnonzero(~chosen if inverse else chosen), inverse)

    def __len__(self) -> int:
        return len(self.chosen) - len(self.smaller) if self.inverse else len(self.smaller)

    def ends(self) -> tuple[int, int]:
        """Return its first place and its last one; it must have any."""
        return int(self.chosen.argmax()), len(self.chosen) - 1 - int(self.chosen[::-1].argmax())

    def between(self, first: NDArray[np.int64], beyond: NDArray[np.int64]) -> NDArray[np.int64]:
        """Return how many of it lie in each range of places."""
        import numpy as np  # noqa: PLC0415

        counted = np.searchsorted(self.smaller, beyond) - np.searchsorted(self.smaller, first)
        inside: NDArray[np.int64] = beyond - first - counted if self.inverse else counted
        return inside


class Called(NamedTuple):
    """Which tags are meant, folded: the one of this name, and all that begin so."""

    name: str | None = None
    start: str | None = None


class Coded:
    """A column with few different values, each a number; no value is number 0."""

    def __init__(self, arrays: Mapping[str, NDArray[Any]]) -> None:
        """`arrays`: `codes` the number of each document's value; the values as `Texts`, sorted."""
        import numpy as np  # noqa: PLC0415 - heavy libraries are loaded at first use

        self.arrays = arrays
        self._values = list(Texts(arrays))
        self._codes = arrays["codes"]
        self._all = np.bincount(self._codes, minlength=len(self._values))

    @classmethod
    def of(cls, values: Sequence[str]) -> Self:
        """Return the column of these values, a document each."""
        import numpy as np  # noqa: PLC0415

        different = sorted({"", *values})
        numbers = {value: number for number, value in enumerate(different)}
        codes = np.fromiter((numbers[value] for value in values), np.int64, len(values))
        kind = np.min_scalar_type(len(numbers))
        return cls({"codes": codes.astype(kind), **Texts.of(different).arrays})

    def matching(self, fits: Callable[[str], bool]) -> NDArray[np.bool_]:
        """Return the documents whose value fits; no value never does."""
        import numpy as np  # noqa: PLC0415

        chosen = np.array([bool(value) and fits(value) for value in self._values], np.bool_)
        selection: NDArray[np.bool_] = chosen[self._codes]
        return selection

    def counts(self, selected: Selected) -> Counts:
        """Return how many documents of a selection have each value that any of them has."""
        import numpy as np  # noqa: PLC0415

        size = len(self._values)
        counted = np.bincount(self._codes.take(selected.smaller), minlength=size)
        if selected.inverse:
            counted = self._all - counted
        counted[0] = 0
        return Counts(self._values, counted, size)


class Several:
    """A column with several values for each document, or none; few documents have any."""

    def __init__(self, arrays: Mapping[str, NDArray[Any]]) -> None:
        """`arrays`: `codes` (m) the number of a value and `places` (m) of a document that has it,
        ascending; `size` (1) how many documents there are; the values as `Texts`, sorted.
        """
        self.arrays = arrays
        self.values: Sequence[str] = list(Texts(arrays))
        self._codes = arrays["codes"]
        self._places = arrays["places"]

    @classmethod
    def of(cls, values: Sequence[Iterable[str]]) -> Self:
        """Return the column of these values, some for each document."""
        import numpy as np  # noqa: PLC0415 - heavy libraries are loaded at first use

        different = sorted({each for some in values for each in some})
        numbers = {value: number for number, value in enumerate(different)}
        pairs = [(numbers[each], at) for at, some in enumerate(values) for each in some]
        both = np.array(pairs, np.int64).reshape(-1, 2)
        return cls(
            {
                "codes": both[:, 0].astype(np.int32),
                "places": both[:, 1],
                "size": np.array([len(values)], np.int64),
                **Texts.of(different).arrays,
            }
        )

    def matching(self, fits: Callable[[str], bool]) -> NDArray[np.bool_]:
        """Return the documents with a value that fits."""
        import numpy as np  # noqa: PLC0415

        found = np.zeros(int(self.arrays["size"][0]), np.bool_)
        fitting = np.array([fits(value) for value in self.values], np.bool_)
        if len(fitting):
            found[self._places[fitting[self._codes]]] = True
        return found


class TagColumn:
    """The tags documents have of themselves: an entry for each document and tag or parent.

    An entry is twice the number of the tag, from 1, and one more if the tag is the document's own.
    The first entries of all documents are an array, so are the second ones and so on, 0 where there
    is none, as far as a good part of the documents have so many; the rest are one after another.
    The other way round, the documents of each tag lie side by side.
    """

    def __init__(self, arrays: Mapping[str, NDArray[Any]]) -> None:
        """`arrays`, for n documents: `columns` (k, n) the first k entries of each; `more` (n) how
        many more each has; `rest` these; `listed` the places of each tag's own documents, and
        `firsts` where they begin; the tags, and everything above them, as `Texts`, sorted.
        """
        import numpy as np  # noqa: PLC0415

        self.arrays = arrays
        self._tags = list(Texts(arrays))
        self._numbers = {tag: number for number, tag in enumerate(self._tags)}
        self._size = 2 * len(self._tags) + 2  # entries there may be
        self._columns = arrays["columns"]
        self._more = arrays["more"].astype(np.int64)
        self._rest = arrays["rest"]
        self._first_more = np.cumsum(self._more) - self._more
        self._all = self._counted(np.arange(len(self._more)))

    @classmethod
    def of(cls, own: Sequence[tuple[str, ...]]) -> Self:
        """Return the column of the tags of each document, its own ones without their parents."""
        import numpy as np  # noqa: PLC0415

        sets = {tags: number for number, tags in enumerate(dict.fromkeys(own))}
        tags = sorted(set().union(*map(with_parents, sets)))
        numbers = {tag: number for number, tag in enumerate(tags)}
        flat, sizes = array("q"), array("q")
        for each in sets:
            every = sorted(with_parents(each))
            flat.extend(2 * numbers[tag] + 2 + (tag in each) for tag in every)
            sizes.append(len(every))
        entries = np.array(flat, np.min_scalar_type(2 * len(tags) + 2))
        of_sets = np.array(sizes, np.int64)
        which = np.fromiter((sets[each] for each in own), np.int64, len(own))
        lengths, firsts = of_sets[which], (np.cumsum(of_sets) - of_sets)[which]
        columns: list[NDArray[np.unsignedinteger[Any]]] = []
        while DENSE * np.count_nonzero(having := lengths > len(columns)) > len(own):
            column = np.zeros(len(own), entries.dtype)
            column[having] = entries[firsts[having] + len(columns)]
            columns.append(column)
        more = np.maximum(lengths - len(columns), 0)
        every_entry = entries[_spread(firsts, lengths)]
        own_entries = np.flatnonzero(every_entry & 1)
        places = np.repeat(np.arange(len(own)), lengths)[own_entries]
        by_tag = every_entry[own_entries]
        dense = np.array(columns, entries.dtype).reshape(len(columns), len(own))
        return cls(
            {
                "columns": dense,
                "more": more.astype(np.min_scalar_type(int(more.max(initial=0)))),
                "rest": entries[_spread(firsts + len(columns), more)],
                "listed": places[np.argsort(by_tag, kind="stable")].astype(
                    np.min_scalar_type(len(own))
                ),
                "firsts": np.cumsum(np.bincount(by_tag // 2, minlength=len(tags) + 1)),
                **Texts.of(tags).arrays,
            }
        )

    def own(self, place: int) -> tuple[str, ...]:
        """Return the tags of one document, sorted, without parents that are none of its own."""
        first = int(self._first_more[place])
        rest = self._rest[first : first + int(self._more[place])]
        entries = [*self._columns[:, place].tolist(), *rest.tolist()]
        return tuple(self._tags[entry // 2 - 1] for entry in entries if entry % 2)

    def firsts(self) -> tuple[Sequence[str], NDArray[np.int64]]:
        """Return "" and all tags, and for each document the number there of its own first tag."""
        import numpy as np  # noqa: PLC0415

        first = np.zeros(len(self._more), np.int64)
        for column in self._columns:
            unknown = (first == 0) & (column % 2 == 1)
            first[unknown] = column[unknown] // 2
        owners = np.repeat(np.arange(len(first)), self._more)
        own = np.flatnonzero((self._rest % 2 == 1) & (first[owners] == 0))[::-1]
        first[owners[own]] = self._rest[own] // 2  # the last one that is put there stays
        return ["", *self._tags], first

    def matching(self, fits: Callable[[str], bool]) -> NDArray[np.bool_]:
        """Return the documents with a tag of their own, not only a parent of it, that fits."""
        import numpy as np  # noqa: PLC0415

        fitting = np.zeros(self._size, np.bool_)
        fitting[3::2] = [fits(tag) for tag in self._tags]
        found = np.zeros(len(self._more), np.bool_)
        for column in self._columns:
            found |= fitting[column]
        found[np.repeat(np.arange(len(found)), self._more)[fitting[self._rest]]] = True
        return found

    def called(self, called: Called) -> NDArray[np.bool_]:
        """Return the documents with a tag of their own that is called so."""
        import numpy as np  # noqa: PLC0415

        found = np.zeros(len(self._more), np.bool_)
        listed, firsts = self.arrays["listed"], self.arrays["firsts"]
        for number in self._numbers_of(called):
            found[listed[firsts[number] : firsts[number + 1]]] = True
        return found

    def _numbers_of(self, called: Called) -> list[int]:
        """Return the numbers of the tags that are called so."""
        names, numbers = self._by_name
        found: list[int] = []
        if called.name is not None:
            first = bisect_left(names, called.name)
            beyond = bisect_left(names, True, first, key=lambda name: name != called.name)
            found += numbers[first:beyond]
        if (start := called.start) is not None:
            first = bisect_left(names, start)
            beyond = bisect_left(names, True, first, key=lambda name: not name.startswith(start))
            found += numbers[first:beyond]
        return found

    @cached_property
    def _by_name(self) -> tuple[list[str], list[int]]:
        """The tags folded, sorted, and the number of each: those that begin alike are one range."""
        folded = [*map(fold, self._tags)]
        numbers = sorted(range(len(folded)), key=folded.__getitem__)
        return [folded[number] for number in numbers], numbers

    def counts(self, selected: Selected, others: Mapping[str, int] = NONE) -> Counts:
        """Return how many documents of a selection have each tag, or a child of it.

        `others` are tags that documents more have, with how many have each, or a child of it.
        """
        import numpy as np  # noqa: PLC0415

        size = len(self._tags)
        counted = self._counted(selected.smaller)
        if selected.inverse:
            counted = self._all - counted
        new: list[str] = []
        places: dict[str, int] = {}
        for tag in others.keys() - self._numbers.keys():
            places[tag] = size + len(new)
            new.append(tag)
        if new:
            counted = np.concatenate([counted, np.zeros(len(new), np.int64)])
        for tag, documents in others.items():
            counted[places[tag] if tag in places else self._numbers[tag]] += documents
        return Counts([*self._tags, *new] if new else self._tags, counted, size)

    def _counted(self, places: NDArray[np.int64]) -> NDArray[np.int64]:
        """Return how many of the documents at some places have each tag, or a child of it."""
        import numpy as np  # noqa: PLC0415

        more = self._more[places]
        rest = self._rest[_spread(self._first_more[places], more)]
        counted = np.bincount(rest, minlength=self._size)
        for column in self._columns:
            counted += np.bincount(column.take(places), minlength=self._size)
        tags: NDArray[np.int64] = counted[2::2] + counted[3::2]
        return tags


def _spread(firsts: NDArray[np.int64], lengths: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return the places of runs, one run after another; each begins at its first."""
    import numpy as np  # noqa: PLC0415

    some = np.flatnonzero(lengths)
    firsts, lengths = firsts[some], lengths[some]
    ends = np.cumsum(lengths)
    shifts = np.repeat(firsts - ends + lengths, lengths)
    return shifts + np.arange(len(shifts))


def with_parents(tags: Iterable[str]) -> set[str]:
    """Return the tags and everything above them: a/b/c has the parents a/b and a."""
    found: set[str] = set()
    for tag in tags:
        parts = tag.split(SEPARATOR)
        found.update(SEPARATOR.join(parts[:length]) for length in range(1, len(parts) + 1))
    return found - {""}
