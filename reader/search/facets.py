"""What documents are beside their text: fields of a query to documents, and counts of values.

Documents are numbered by place, from 0, in the order of their paths; a selection is an array of
one bool a place. Must not know: the full-text index, SQL, the screen.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Protocol

from reader.model import FacetCount, Row
from reader.query import Field
from reader.query.values import date_range, number_range
from reader.search.fold import asked, fold, words
from reader.search.paths import path_pattern, path_place
from reader.search.places import Folders, Places

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

MOST_REMEMBERED = 64  # selections of fields that do not depend on marks, kept for a generation
SEPARATOR = "/"  # between a tag and its children


class Columns(Protocol):
    """The part of a catalogue that is read: every readable document, one column at a time."""

    def column(self, name: str) -> Iterator[tuple[Row, str]]:
        """Yield the value each document has; tags are joined by newlines."""


class Marked(Protocol):
    """The part of a document's marks that facets show."""

    @property
    def added(self) -> Collection[str]:
        """Tags given by hand."""

    @property
    def removed(self) -> Collection[str]:
        """Tags of the document itself that were taken from it."""

    @property
    def read(self) -> bool:
        """Whether it has been read."""

    @property
    def starred(self) -> bool:
        """Whether it has a star."""

    @property
    def archived(self) -> bool:
        """Whether it was archived."""

    @property
    def hidden(self) -> bool:
        """Whether it is left out unless asked for."""

    @property
    def highlighted(self) -> bool:
        """Whether something in it is highlighted."""


STATES: Mapping[str, Callable[[Marked], bool]] = {
    "starred": lambda mark: mark.starred,
    "archived": lambda mark: mark.archived,
    "hidden": lambda mark: mark.hidden,
    "annotated": lambda mark: mark.highlighted,
}
"""States that are marks, but for the one that everything is at first: unread."""


class Facets:
    """The catalogue's columns at one generation; marks are laid over them at every question."""

    def __init__(self, catalogue: Columns) -> None:
        import numpy as np  # noqa: PLC0415 - heavy libraries are loaded at first use

        names = sorted(catalogue.column("name"), key=lambda pair: path_place(pair[1]))
        self.rows: NDArray[np.int64] = np.array([row for row, _ in names], np.int64)
        """Each place's row, in the order of paths."""
        self._names = [name for _, name in names]
        self.folders = Folders(self._names)
        self._places = np.full(int(self.rows.max(initial=0)) + 1, -1, np.int64)
        self._places[self.rows] = np.arange(len(self.rows))
        self._sites = _Coded(self.column(catalogue, "site"))
        self._authors = _Coded(self.column(catalogue, "author"))
        self._langs = _Coded(self.column(catalogue, "lang"))
        self._formats = _Coded(self.column(catalogue, "format"))
        dates = self.column(catalogue, "date")
        self._years = _Coded([date[:4] for date in dates])
        self._days = np.array([_day(date) for date in dates], np.int64)
        self._words = np.array(
            [int(count or 0) for count in self.column(catalogue, "words")], np.int64
        )
        self._broken = self.selection(row for row, why in catalogue.column("broken") if why)
        self._tags = _Tags([_tags(tags) for tags in self.column(catalogue, "tags")])
        self._remembered: dict[Field, NDArray[np.bool_]] = {}

    def __len__(self) -> int:
        return len(self.rows)

    def places(self, rows: Iterable[int]) -> NDArray[np.int64]:
        """Return the places of the rows, in their order; rows that are not ours are left out."""
        import numpy as np  # noqa: PLC0415

        known = np.fromiter(rows, np.int64)
        known = known[(known >= 0) & (known < len(self._places))]
        places: NDArray[np.int64] = self._places[known]
        return places[places >= 0]

    def selection(self, rows: Iterable[int]) -> NDArray[np.bool_]:
        """Return the selection of these rows."""
        import numpy as np  # noqa: PLC0415

        chosen = np.zeros(len(self), np.bool_)
        chosen[self.places(rows)] = True
        return chosen

    def hidden(self, marked: Mapping[Row, Marked]) -> NDArray[np.bool_]:
        """Return the selection of what is left out unless it is asked for."""
        return self.selection(row for row, mark in marked.items() if mark.hidden)

    def tags(self, place: int, mark: Marked | None = None) -> tuple[str, ...]:
        """Return the tags a document has with its marks, sorted."""
        own = self._tags.own[place]
        return tuple(sorted({*own, *mark.added} - {*mark.removed})) if mark else own

    def matching(self, field: Field, marked: Mapping[Row, Marked]) -> NDArray[np.bool_]:
        """Return the selection of the documents whose field has that value."""
        if field.name == "is":
            return self._in_state(field.value.lower(), marked)
        if field.name == "tag":
            return self._tagged(field, marked)
        if field not in self._remembered:
            if len(self._remembered) >= MOST_REMEMBERED:
                self._remembered.clear()
            self._remembered[field] = self._unmarked(field)
        return self._remembered[field]

    def within(self, field: Field, places: Places) -> NDArray[np.bool_]:
        """Return the selection of the documents that lie in a place which is called so."""
        import numpy as np  # noqa: PLC0415

        chosen = np.zeros(len(self), np.bool_)
        for first, beyond in self.folders.ranges(self.folders.called(field, places)):
            chosen[first:beyond] = True
        return chosen

    def counts(
        self, rows: Iterable[int], marked: Mapping[Row, Marked] | None = None
    ) -> tuple[FacetCount, ...]:
        """Return how many of the rows have each value, facet by facet, the most frequent first.

        A tag counts the documents of its children too. A facet whose values all of the rows have
        cannot narrow them and is left out.
        """
        chosen = self.selection(rows)
        total = int(chosen.sum())
        facets: tuple[tuple[str, Mapping[str, int]], ...] = (
            ("tag", self._tag_counts(chosen, marked or {})),
            ("site", self._sites.counts(chosen)),
            ("year", self._years.counts(chosen)),
            ("lang", self._langs.counts(chosen)),
            ("format", self._formats.counts(chosen)),
        )
        return tuple(
            FacetCount(facet, value, documents)
            for facet, counts in facets
            if any(documents < total for documents in counts.values())
            for value, documents in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
        )

    def tag_counts(self, marked: Mapping[Row, Marked]) -> list[tuple[str, int]]:
        """Return every tag with the number of its documents in sight, the most used first."""
        counts = self._tag_counts(~self.hidden(marked), marked)
        return sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))

    def column(self, catalogue: Columns, name: str) -> list[str]:
        """Return the values of one column by place, "" for what has none."""
        values = [""] * len(self)
        for row, value in catalogue.column(name):
            if row < len(self._places) and self._places[row] >= 0:
                values[self._places[row]] = value or ""
        return values

    def _unmarked(self, field: Field) -> NDArray[np.bool_]:
        match field.name:
            case "site":
                return self._sites.matching(_has_words(field))
            case "author":
                return self._authors.matching(_has_words(field))
            case "lang":
                return self._langs.matching(_is_value(field))
            case "type":
                return self._formats.matching(_is_value(field))
            case "date":
                low, high = (_day(day) for day in date_range(field.value))
                return (self._days >= low) & (self._days <= high)
            case "words":
                low, high = number_range(field.value)
                return (self._words >= low) & (self._words <= high)
            case "path":
                return self._at_path(field.value)
        raise ValueError(f"{field.name} is not a field of documents")

    def _at_path(self, value: str) -> NDArray[np.bool_]:
        import numpy as np  # noqa: PLC0415

        fits = path_pattern(value).fullmatch
        return np.fromiter((fits(name) is not None for name in self._names), np.bool_, len(self))

    def _in_state(self, state: str, marked: Mapping[Row, Marked]) -> NDArray[np.bool_]:
        if state in {"tagged", "untagged"}:
            tagged = self._any_tag(lambda tag: True, marked)
            return tagged if state == "tagged" else ~tagged
        if state == "broken":
            return self._broken
        if has := STATES.get(state):
            return self.selection(row for row, mark in marked.items() if has(mark))
        read = self.selection(row for row, mark in marked.items() if mark.read)
        return read if state == "read" else ~read

    def _tagged(self, field: Field, marked: Mapping[Row, Marked]) -> NDArray[np.bool_]:
        value = fold(field.value.strip())
        if field.quoted:
            return self._any_tag(lambda tag: _within(fold(tag), value), marked)
        if value == "none":
            return ~self._any_tag(lambda tag: True, marked)
        if value.startswith("=") and len(value) > 1:
            return self._any_tag(lambda tag: fold(tag) == value[1:], marked)
        if value.endswith("*") and len(value) > 1:
            return self._any_tag(lambda tag: fold(tag).startswith(value[:-1]), marked)
        return self._any_tag(lambda tag: _within(fold(tag), value), marked)

    def _any_tag(
        self, fits: Callable[[str], bool], marked: Mapping[Row, Marked]
    ) -> NDArray[np.bool_]:
        chosen = self._tags.matching(fits)
        for place, tags in self._retagged(marked):
            chosen[place] = any(fits(tag) for tag in tags)
        return chosen

    def _retagged(self, marked: Mapping[Row, Marked]) -> Iterator[tuple[int, tuple[str, ...]]]:
        """Yield the places whose tags were changed by hand, and the tags they have now."""
        changed = [(row, mark) for row, mark in marked.items() if mark.added or mark.removed]
        for row, mark in changed:
            if row < len(self._places) and self._places[row] >= 0:
                place = int(self._places[row])
                yield place, self.tags(place, mark)

    def _tag_counts(
        self, chosen: NDArray[np.bool_], marked: Mapping[Row, Marked]
    ) -> Mapping[str, int]:
        retagged = {place: tags for place, tags in self._retagged(marked) if chosen[place]}
        as_they_were = chosen.copy()
        as_they_were[list(retagged)] = False
        counts = Counter(self._tags.counts(as_they_were))
        for tags in retagged.values():
            counts.update(_with_parents(tags))
        return counts


class _Coded:
    """A column with few different values, each a number; no value is number 0."""

    def __init__(self, values: Sequence[str]) -> None:
        import numpy as np  # noqa: PLC0415

        numbers = {"": 0}
        self._codes = np.fromiter(
            (numbers.setdefault(value, len(numbers)) for value in values), np.int64, len(values)
        )
        self._values = list(numbers)

    def matching(self, fits: Callable[[str], bool]) -> NDArray[np.bool_]:
        import numpy as np  # noqa: PLC0415

        chosen = np.array([bool(value) and fits(value) for value in self._values], np.bool_)
        selection: NDArray[np.bool_] = chosen[self._codes]
        return selection

    def counts(self, chosen: NDArray[np.bool_]) -> dict[str, int]:
        import numpy as np  # noqa: PLC0415

        counted = np.bincount(self._codes[chosen], minlength=len(self._values)).tolist()
        pairs = zip(self._values[1:], counted[1:], strict=True)
        return {value: documents for value, documents in pairs if documents}


class _Tags:
    """The tags documents have of themselves: one entry for each document and tag or parent."""

    def __init__(self, own: list[tuple[str, ...]]) -> None:
        import numpy as np  # noqa: PLC0415

        self.own = own
        numbers: dict[str, int] = {}
        places: list[int] = []
        codes: list[int] = []
        for place, tags in enumerate(own):
            for tag in _with_parents(tags):
                places.append(place)
                codes.append(numbers.setdefault(tag, len(numbers)))
        self._tags = list(numbers)
        self._places, self._codes = np.array(places, np.int64), np.array(codes, np.int64)
        given = [tag in own[place] for place, tag in self._entries(places, codes)]
        self._given = np.array(given, np.bool_)

    def _entries(self, places: list[int], codes: list[int]) -> Iterator[tuple[int, str]]:
        return ((place, self._tags[code]) for place, code in zip(places, codes, strict=True))

    def matching(self, fits: Callable[[str], bool]) -> NDArray[np.bool_]:
        """Return the documents with a tag of their own, not only a parent of it, that fits."""
        import numpy as np  # noqa: PLC0415

        fitting = np.array([fits(tag) for tag in self._tags], np.bool_)
        chosen = np.zeros(len(self.own), np.bool_)
        chosen[self._places[self._given & fitting[self._codes]]] = True
        return chosen

    def counts(self, chosen: NDArray[np.bool_]) -> dict[str, int]:
        import numpy as np  # noqa: PLC0415

        inside = self._codes[chosen[self._places]]
        counted = np.bincount(inside, minlength=len(self._tags)).tolist()
        pairs = zip(self._tags, counted, strict=True)
        return {tag: documents for tag, documents in pairs if documents}


def _tags(joined: str) -> tuple[str, ...]:
    return tuple(sorted({tag for tag in joined.split("\n") if tag}))


def _with_parents(tags: Iterable[str]) -> set[str]:
    """Return the tags and everything above them: a/b/c has the parents a/b and a."""
    found: set[str] = set()
    for tag in tags:
        parts = tag.split(SEPARATOR)
        found.update(SEPARATOR.join(parts[:length]) for length in range(1, len(parts) + 1))
    return found - {""}


def _within(tag: str, parent: str) -> bool:
    return tag == parent or tag.startswith(parent.rstrip(SEPARATOR) + SEPARATOR)


def _day(date: str) -> int:
    """Return the date as a number that sorts as dates do; 0, before all of them, if it is none."""
    digits = date[:10].replace("-", "")
    return int(digits) if len(digits) == 8 and digits.isascii() and digits.isdigit() else 0


def _has_words(field: Field) -> Callable[[str], bool]:
    """Return whether a value has the words of the field side by side, the last one unfinished if
    it ends in a star.
    """
    unfinished = field.value.endswith("*") and not field.quoted
    wanted = asked(field.value)

    def fits(value: str) -> bool:
        present = words(value)
        for start in range(len(present) - len(wanted) + 1):
            here = present[start : start + len(wanted)]
            if here == wanted or (
                unfinished and here[:-1] == wanted[:-1] and here[-1].startswith(wanted[-1])
            ):
                return bool(wanted)
        return False

    return fits


def _is_value(field: Field) -> Callable[[str], bool]:
    value = fold(field.value.strip())
    if value.endswith("*") and not field.quoted:
        return lambda ours: fold(ours).startswith(value[:-1])
    return lambda ours: fold(ours) == value
