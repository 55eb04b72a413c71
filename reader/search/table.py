"""A catalogue's columns, in the order of paths, as arrays. Must not know: queries, marks, SQL."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol, TypeVar

from reader.search.columns import Coded, Several, TagColumn
from reader.search.paths import path_place
from reader.search.texts import Texts

if TYPE_CHECKING:
    from numpy.typing import NDArray

T = TypeVar("T")

CHUNK = 10_000  # documents taken from the catalogue at a time
ALIKE = frozenset(
    {
        "site",
        "author",
        "lang",
        "format",
        "date",
        "words",
        "broken",
        "tags",
        "junk",
        "sure",
        "image",
        "own",
    }
)
"""Columns in which many documents have the same value, which is kept once."""


class Columns(Protocol):
    """The part of a catalogue that is read: every readable document."""

    def columns(self, names: Sequence[str]) -> Iterator[tuple[Any, ...]]:
        """Yield each document's row and these values; tags are joined by newlines."""


class Table(NamedTuple):
    """Every readable document in the order of paths; a column for each value."""

    row: Sequence[int] = ()
    name: Sequence[str] = ()
    title: Sequence[str] = ()
    site: Sequence[str] = ()
    author: Sequence[str] = ()
    lang: Sequence[str] = ()
    format: Sequence[str] = ()
    date: Sequence[str] = ()
    words: Sequence[str] = ()
    broken: Sequence[str] = ()
    tags: Sequence[str] = ()  # joined by newlines
    url: Sequence[str] = ()
    saved: Sequence[str] = ()  # when the file was, in seconds since 1970
    junk: Sequence[str] = ()
    sure: Sequence[str] = ()
    image: Sequence[str] = ()
    story: Sequence[str] = ()  # the row of the copy to read; 0 without copies
    own: Sequence[str] = ()  # names and values, with a space between, joined by newlines


def table(catalogue: Columns) -> Table:
    """Return what a catalogue holds now."""
    names = Table._fields[1:]
    rows, columns = array("q"), [list[str]() for _ in names]
    known: list[dict[str, str]] = [{} for _ in names]  # one each: those of few values stay small
    documents = catalogue.columns(names)
    while chunk := [*islice(documents, CHUNK)]:
        of_chunk = zip(*chunk, strict=True)
        rows.extend(next(of_chunk))
        for name, column, same, values in zip(names, columns, known, of_chunk, strict=True):
            column += map(same.setdefault, values, values) if name in ALIKE else values
    places = [*map(path_place, columns[0])]
    order = sorted(range(len(rows)), key=places.__getitem__)
    return Table([rows[at] for at in order], *([column[at] for at in order] for column in columns))


def arrays(table: Table) -> dict[str, NDArray[Any]]:
    """Return what `Facets` are made of."""
    import numpy as np  # noqa: PLC0415 - heavy libraries are loaded at first use

    found: dict[str, NDArray[Any]] = {
        "rows": np.array(table.row, np.int64),
        "days": np.array(_each(day, table.date), np.int32),
        "words": np.array(_each(_number, table.words), np.int64),
        "junk": np.array(_each(_number, table.junk), np.int16),
        "sure": np.array(_each(_number, table.sure), np.int16),
        "story": np.array([*map(_number, table.story)], np.int64),
        "saved": np.array([*map(_number, table.saved)], np.int64),
        "broken": np.array(_each(bool, table.broken), np.bool_),
        "image": np.array(_each(bool, table.image), np.bool_),
    }
    parts = {
        "name": Texts.of(table.name).arrays,
        "site": Coded.of(table.site).arrays,
        "author": Coded.of(table.author).arrays,
        "lang": Coded.of(table.lang).arrays,
        "format": Coded.of(table.format).arrays,
        "year": Coded.of(_each(lambda date: date[:4], table.date)).arrays,
        "month": Coded.of(_each(_month, table.date)).arrays,
        "tag": TagColumn.of(_each(_tags, table.tags)).arrays,
        "url": Texts.of(table.url).arrays,
        "own": Several.of(_each(_tags, table.own)).arrays,
    }
    for name, its in parts.items():
        found |= {f"{name}.{each}": array for each, array in its.items()}
    return found


def part(arrays: Mapping[str, NDArray[Any]], name: str) -> dict[str, NDArray[Any]]:
    """Return the arrays of one column."""
    begin = f"{name}."
    return {
        each.removeprefix(begin): array for each, array in arrays.items() if each.startswith(begin)
    }


def day(date: str) -> int:
    """Return the date as a number that sorts as dates do; 0, before all of them, if it is none."""
    digits = date[:10].replace("-", "")
    return int(digits) if len(digits) == 8 and digits.isascii() and digits.isdigit() else 0


def _each(of: Callable[[str], T], values: Sequence[str]) -> list[T]:
    """Return what a function says of each value, asked once of those that are alike."""
    known = {value: of(value) for value in {*values}}
    return [known[value] for value in values]


def _number(text: str) -> int:
    return int(text or 0)


def _month(date: str) -> str:
    return date[:7] if len(date) >= 7 else ""


def _tags(joined: str) -> tuple[str, ...]:
    return tuple(sorted({tag for tag in joined.split("\n") if tag}))
