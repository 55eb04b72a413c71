"""Where documents lie, by the names people give to it: what `in:` asks for.

Must not know: the file system, which collections are remembered.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from reader.model import NONE
from reader.query import And, Field, Not, Or, Query
from reader.search.fold import fold
from reader.search.paths import path_place


class Places(NamedTuple):
    """What has a name, and how the names of the documents begin that lie there; "" is all."""

    known: Mapping[str, tuple[str, ...]] = NONE
    roots: tuple[str, ...] = ("",)  # how the names begin in each of the paths that are open


class Folders:
    """The folders directly below the roots, gathered once from all names in order of paths."""

    def __init__(self, names: Sequence[str]) -> None:
        self._names = names
        self._found: dict[tuple[str, ...], frozenset[str]] = {}

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

    def _below(self, roots: tuple[str, ...]) -> frozenset[str]:
        if roots not in self._found:
            self._found = {roots: frozenset(_folders(self._names, roots))}
        return self._found[roots]


def _folders(names: Iterable[str], roots: tuple[str, ...]) -> Iterator[str]:
    for name in names:
        for root in roots:
            end = name.find("/", len(root))
            if end > 0 and name.startswith(root):
                yield name[: end + 1]


def strangers(tree: Query, places: Places, folders: Folders) -> Iterator[str]:
    """Of each place in a query that leads to no document here, a sentence that says so."""
    match tree:
        case Field(name="in"):
            if not folders.called(tree, places):
                known = any(map(_called(tree), places.known))
                yield (
                    f"nothing of {tree.value} is open here"
                    if known
                    else f"no collection or folder is called {tree.value}"
                )
        case Not():
            yield from strangers(tree.query, places, folders)
        case And() | Or():
            for part in tree.parts:
                yield from strangers(part, places, folders)


def _called(field: Field) -> Callable[[str], bool]:
    wanted = fold(field.value.strip().rstrip("/"))
    if wanted.endswith("*") and not field.quoted:
        return lambda name: fold(name).startswith(wanted[:-1])
    return lambda name: fold(name) == wanted
