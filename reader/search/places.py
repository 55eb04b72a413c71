"""Where documents lie, by the names people give to it: what `in:` asks for.

Must not know: the file system, which collections are remembered.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import takewhile
from typing import TYPE_CHECKING, NamedTuple

from reader.model import NONE, Row
from reader.query import Alike, And, Field, Not, Or, Query
from reader.search.columns import Counts, Selected
from reader.search.fold import fold
from reader.search.paths import path_place

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

MOST_REMEMBERED = 64  # folders whose folders are kept


class Places(NamedTuple):
    """What has a name, and how the names of the documents begin that lie there; "" is all."""

    known: Mapping[str, tuple[str, ...]] = NONE
    roots: tuple[str, ...] = ("",)  # how the names begin in each of the paths that are open


class Folders:
    """The folders directly below the roots, gathered once from all names in order of paths."""

    def __init__(self, names: Sequence[str]) -> None:
        self._names = names
        self._found: dict[tuple[str, ...], frozenset[str]] = {}
        self._inside: dict[str, tuple[list[str], NDArray[np.int64], NDArray[np.int64]]] = {}

    def called(self, field: Field, places: Places) -> set[str]:
        """How the names begin of what lies in a place that is called so."""
        fits = _called(field)
        begun = {begin for name, begins in places.known.items() if fits(name) for begin in begins}
        for folder in self._below(places.roots):
            if fits(folder.rstrip("/").rpartition("/")[2]):
                begun.add(folder)
        return begun

    def ranges(self, begun: Iterable[str]) -> Iterator[tuple[int, int]]:
        """The places, first and one past the last, of the names that begin so."""
        for begin in begun:
            first = path_place(begin)
            if not first:
                yield 0, len(self._names)
                continue
            beyond = first[:-1] + b"\1"  # a slash counts as 0
            yield (
                bisect_left(self._names, first, key=path_place),
                bisect_left(self._names, beyond, key=path_place),
            )

    def counts(self, selected: Selected) -> Counts:
        """How many of a selection lie in each of the folders, side by side, that part it first.

        Names without their last slash; what lies in none of them is not counted.
        """
        import numpy as np  # noqa: PLC0415 - heavy libraries are loaded at first use

        if not len(selected):
            return Counts((), np.zeros(0, np.int64))
        above = _above(*(self._names[place] for place in selected.ends()))
        if above not in self._inside:
            if len(self._inside) >= MOST_REMEMBERED:
                self._inside.clear()
            self._inside[above] = self._side_by_side(above)
        folders, first, beyond = self._inside[above]
        return Counts(folders, selected.between(first, beyond))

    def _side_by_side(self, above: str) -> tuple[list[str], NDArray[np.int64], NDArray[np.int64]]:
        """The folders in a folder, which ends in a slash, with their first places and the next."""
        import numpy as np  # noqa: PLC0415

        folders, first, beyond = [], [], []
        ((place, last),) = self.ranges([above])
        while place < last:
            end = self._names[place].find("/", len(above))
            if end < 0:
                place += 1
                continue
            folder = self._names[place][: end + 1]
            ((start, place),) = self.ranges([folder])
            folders.append(folder[:-1])
            first.append(start)
            beyond.append(place)
        return folders, np.array(first, np.int64), np.array(beyond, np.int64)

    def _below(self, roots: tuple[str, ...]) -> frozenset[str]:
        if roots not in self._found:
            self._found = {roots: frozenset(_folders(self._names, roots))}
        return self._found[roots]


def _above(name: str, other: str) -> str:
    """The folder that holds both, with its last slash; "" where only the root does."""
    folders = zip(name.split("/")[:-1], other.split("/")[:-1], strict=False)
    return "".join(f"{one}/" for one, same in takewhile(lambda pair: pair[0] == pair[1], folders))


def _folders(names: Iterable[str], roots: tuple[str, ...]) -> Iterator[str]:
    for name in names:
        for root in roots:
            end = name.find("/", len(root))
            if end > 0 and name.startswith(root):
                yield name[: end + 1]


def strangers(
    tree: Query, places: Places, folders: Folders, rows: Callable[[str], Sequence[Row]]
) -> Iterator[str]:
    """Of each place and document in a query that is not here, a sentence that says so."""
    match tree:
        case Alike(of=reference) | Field(name="dup" | "version", value=reference):
            if not rows(reference):
                yield f"there is no document {reference}"
        case Field(name="in"):
            if not folders.called(tree, places):
                name = tree.value if tree.quoted else tree.value.removesuffix("*")
                known = any(map(_called(tree), places.known))
                yield (
                    f"nothing of {name} is open here"
                    if known
                    else f"no collection or folder is called {name}"
                )
        case Not():
            yield from strangers(tree.query, places, folders, rows)
        case And() | Or():
            for part in tree.parts:
                yield from strangers(part, places, folders, rows)


def _called(field: Field) -> Callable[[str], bool]:
    wanted = fold(field.value.strip().rstrip("/"))
    if wanted.endswith("*") and not field.quoted:
        return lambda name: fold(name).startswith(wanted[:-1])
    return lambda name: fold(name) == wanted
