"""What finding needs of a catalogue, gathered or as it was kept. Must not know: queries, SQL.

Gathering takes some ten microseconds a document; what is kept is only mapped. It is of one state
of one catalogue: of another one, all but the words of titles is gathered anew.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, overload

from reader.errors import CatalogueError
from reader.query import Query
from reader.search.facets import Facets
from reader.search.fold import fold
from reader.search.store import read, write
from reader.search.table import Columns, Table, arrays, table
from reader.search.titles import TitleIndex

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

VERSION = 4  # of the arrays that are kept; others are made again
KEPT_FROM = 2_000  # documents; fewer are gathered as quickly as they are looked up
LANGUAGES = 3  # whose inflected forms are known: those of many would fit too much
FACETS = "facets"  # the file of all that is not the index of titles

_GENERATIONS = 64  # bits


class Collected(Columns, Protocol):
    """What is searched: a catalogue's columns, and numbers that tell its state."""

    @property
    def birth(self) -> int:
        """A number that no other catalogue has."""

    @property
    def generation(self) -> int:
        """The number of the state the catalogue is in: it changes whenever its columns do."""


@dataclass(frozen=True)
class Gathered:
    """What was made of the catalogue at one generation."""

    generation: int
    facets: Facets
    index: TitleIndex
    texts: dict[tuple[Query, Sequence[str]], NDArray[np.bool_]]  # of the last words looked up

    @cached_property
    def languages(self) -> tuple[str, ...]:
        """The languages that most documents are in, the most frequent first, LANGUAGES at most."""
        import numpy as np  # noqa: PLC0415 - heavy libraries are loaded at first use

        names, codes = self.facets.column("lang")
        counts = np.bincount(codes, minlength=len(names))
        counts[0] = 0
        most = np.argsort(-counts, kind="stable")[:LANGUAGES]
        return tuple(names[number] for number in most.tolist() if counts[number])

    @cached_property
    def title_order(self) -> NDArray[np.int64]:
        """Which of all titles each is in alphabetical order, capitals and accents aside."""
        import numpy as np  # noqa: PLC0415 - heavy libraries are loaded at first use

        titles = self.index.texts(np.arange(len(self.index)))
        folded = [title if title.isascii() else fold(title) for title in titles]
        ranks = np.empty(len(titles), np.int64)
        ranks[sorted(range(len(titles)), key=folded.__getitem__)] = np.arange(len(titles))
        return ranks


def gather(catalogue: Collected, before: TitleIndex | None, kept: Path | None) -> Gathered:
    """Return what the catalogue holds now.

    `before` is the index of its titles at another generation. `kept` is a folder where all is kept
    for the next start; None: nowhere.
    """
    birth = catalogue.birth  # taken before the generation, and that before what it is of:
    generation = catalogue.generation  # what is kept may seem too old, never too new
    stamp = birth << _GENERATIONS | generation
    index, facets = (before, None) if before or kept is None else _kept(kept, stamp)
    if index is None or facets is None:
        known = table(catalogue)
        beside = Beside(known)
        new = index.updated(known.title, beside) if index else TitleIndex.build(known.title, beside)
        facets = Facets(arrays(known))
        if kept is not None:
            _keep(kept, stamp, new, facets, same=new is index)
        index = new
    return Gathered(generation, facets, index, {})


class Beside(Sequence[str]):
    """The words beside each title: site, author, tags and path; made when they are asked for."""

    def __init__(self, table: Table) -> None:
        self._columns = table.site, table.author, table.tags, table.name

    def __len__(self) -> int:
        return len(self._columns[0])

    @overload
    def __getitem__(self, place: int) -> str: ...

    @overload
    def __getitem__(self, place: slice) -> list[str]: ...

    def __getitem__(self, place: int | slice) -> str | list[str]:
        values = [column[place] for column in self._columns]
        if isinstance(place, slice):
            return [*map(" ".join, zip(*values, strict=True))]
        return " ".join(str(value) for value in values)

    def __iter__(self) -> Iterator[str]:
        return map(" ".join, zip(*self._columns, strict=True))


def _kept(folder: Path, stamp: int) -> tuple[TitleIndex | None, Facets | None]:
    """Return an index that was kept, and the rest if both are of this state of the catalogue."""
    index = None
    with suppress(CatalogueError):  # there is none, or it is damaged: it is made again
        index = TitleIndex.load(folder)
        if index.stamp == stamp:
            facts, its = read(folder / FACETS)
            if facts == {"version": VERSION, "stamp": stamp}:
                return index, Facets(its)
    return index, None


def _keep(folder: Path, stamp: int, index: TitleIndex, facets: Facets, *, same: bool) -> None:
    """Keep both for the next start, which takes longer without: where they cannot be, nothing.

    Of few documents the index is all that is kept, and stays as it is if it is the `same`.
    """
    many = len(facets) >= KEPT_FROM
    with suppress(OSError):
        if many or not same:
            index.save(folder, stamp)
        if many:
            write(folder / FACETS, {"version": VERSION, "stamp": stamp}, facets.arrays)
        else:
            (folder / FACETS).unlink(missing_ok=True)
