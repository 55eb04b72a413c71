"""What documents are beside their text: fields of a query to documents, and counts of values.

Documents are numbered by place, from 0, in the order of their paths; a selection is an array of
one bool a place. Must not know: the full-text index, SQL, the screen.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Self

from reader.model import FacetCount, Row
from reader.query import Field
from reader.query.values import date_range, number_range
from reader.search.columns import Coded, Counts, Selected, TagColumn
from reader.search.fold import asked, fold, words
from reader.search.marked import Marked, MarkedPlaces
from reader.search.paths import path_pattern
from reader.search.places import Folders, Places
from reader.search.table import Columns, arrays, day, part, table
from reader.search.texts import Texts

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

MOST_VALUES = 200  # of a facet that are told, those that most documents have
MOST_FOLDED = 20_000  # tags that are remembered as they are compared
MOST_REMEMBERED = 64  # selections of fields that do not depend on marks, kept for a generation


class Facets:
    """The catalogue's columns at one generation; marks are laid over them at every question."""

    def __init__(self, arrays: Mapping[str, NDArray[Any]]) -> None:
        """`arrays` are those that `table.arrays` makes."""
        import numpy as np  # noqa: PLC0415 - heavy libraries are loaded at first use

        self.arrays = arrays
        self.rows: NDArray[np.int64] = arrays["rows"]
        """Each place's row, in the order of paths."""
        self._names = Texts(part(arrays, "name"))
        self.folders = Folders(self._names)
        self._places = np.full(int(self.rows.max(initial=0)) + 1, -1, np.int64)
        self._places[self.rows] = np.arange(len(self.rows))
        self._sites = Coded(part(arrays, "site"))
        self._authors = Coded(part(arrays, "author"))
        self._langs = Coded(part(arrays, "lang"))
        self._formats = Coded(part(arrays, "format"))
        self._years = Coded(part(arrays, "year"))
        self._months = Coded(part(arrays, "month"))
        self._days: NDArray[np.int32] = arrays["days"]
        self._words: NDArray[np.int64] = arrays["words"]
        self._broken: NDArray[np.bool_] = arrays["broken"]
        self._tags = TagColumn(part(arrays, "tag"))
        self._remembered: dict[Field, NDArray[np.bool_]] = {}
        self._marks: tuple[Mapping[Row, Marked], MarkedPlaces] | None = None

    @classmethod
    def of(cls, catalogue: Columns) -> Self:
        """Return those of a catalogue as it is."""
        return cls(arrays(table(catalogue)))

    def __len__(self) -> int:
        return len(self.rows)

    def places(self, rows: Iterable[int], *, strangers: bool = False) -> NDArray[np.int64]:
        """Return the places of the rows, in their order; with strangers, -1 for what is none."""
        import numpy as np  # noqa: PLC0415

        known = rows if isinstance(rows, np.ndarray) else np.fromiter(rows, np.int64)
        ours = (known >= 0) & (known < len(self._places))
        places: NDArray[np.int64] = self._places[np.where(ours, known, 0)]
        if strangers:
            return np.where(ours, places, -1)
        return places[ours & (places >= 0)]

    def selection(self, rows: Iterable[int]) -> NDArray[np.bool_]:
        """Return the selection of these rows."""
        import numpy as np  # noqa: PLC0415

        chosen = np.zeros(len(self), np.bool_)
        chosen[self.places(rows)] = True
        return chosen

    def taken(self, rows: NDArray[np.bool_]) -> NDArray[np.bool_]:
        """Return the selection of what is true by its row; there may be fewer rows, or more."""
        import numpy as np  # noqa: PLC0415

        by_row = np.zeros(len(self._places), np.bool_)
        by_row[: len(rows)] = rows[: len(by_row)]
        chosen: NDArray[np.bool_] = by_row[self.rows]
        return chosen

    def hidden(self, marked: Mapping[Row, Marked]) -> NDArray[np.bool_]:
        """Return the selection of what is left out unless it is asked for."""
        return self._in_state("hidden", marked)

    def noted(self, marked: Mapping[Row, Marked]) -> MarkedPlaces:
        """Return marks by place, made anew for other marks: the same ones never change."""
        if self._marks is None or self._marks[0] is not marked:
            places = self.places(marked, strangers=True)
            self._marks = marked, MarkedPlaces(marked, places, self.tags)
        return self._marks[1]

    def tags(self, place: int, mark: Marked | None = None) -> tuple[str, ...]:
        """Return the tags a document has with its marks, sorted."""
        own = self._tags.own(place)
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
        """Return how many of the rows have each value; see `counted`."""
        return self.counted(self.selection(rows), marked or {})[0]

    def counted(
        self, chosen: NDArray[np.bool_], marked: Mapping[Row, Marked]
    ) -> tuple[tuple[FacetCount, ...], dict[str, int]]:
        """Return how many of a selection have each value, and how many values each facet has.

        Facet by facet, of each the MOST_VALUES that most documents have. A tag counts the documents
        of its children too. A facet whose values all of the selection have cannot narrow it and is
        left out; months are those of one year, folders lie side by side.
        """
        import numpy as np  # noqa: PLC0415

        selected = Selected.of(chosen)
        total = len(selected)
        years = self._years.counts(selected)
        in_one = np.count_nonzero(years.documents) == 1
        facets = {
            "tag": self._tag_counts(selected, marked),
            "site": self._sites.counts(selected),
            "year": years,
            **({"month": self._months.counts(selected)} if in_one else {}),
            "author": self._authors.counts(selected),
            "lang": self._langs.counts(selected),
            "folder": self.folders.counts(selected),
            "state": self._state_counts(selected, marked),
            "format": self._formats.counts(selected),
        }
        values = {facet: int(np.count_nonzero(each.documents)) for facet, each in facets.items()}
        told: list[FacetCount] = []
        for facet, counts in facets.items():
            if ((counts.documents > 0) & (counts.documents < total)).any():
                told += [FacetCount(facet, *pair) for pair in counts.most(MOST_VALUES)]
        return tuple(told), values

    def tag_counts(self, marked: Mapping[Row, Marked]) -> list[tuple[str, int]]:
        """Return every tag with the number of its documents in sight, the most used first."""
        counts = self._tag_counts(Selected.of(~self.hidden(marked)), marked)
        return counts.most(len(counts.values))

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
                low, high = (day(each) for each in date_range(field.value))
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
        import numpy as np  # noqa: PLC0415

        if state in {"tagged", "untagged"}:
            tagged = self._any_tag(lambda tag: True, marked)
            return tagged if state == "tagged" else ~tagged
        if state == "broken":
            return self._broken
        noted = self.noted(marked)
        chosen = np.zeros(len(self), np.bool_)
        chosen[noted.places[noted.states["read" if state == "unread" else state]]] = True
        return ~chosen if state == "unread" else chosen

    def _tagged(self, field: Field, marked: Mapping[Row, Marked]) -> NDArray[np.bool_]:
        value = fold(field.value.strip())
        if field.quoted:
            return self._any_tag(lambda tag: _within(_folded(tag), value), marked)
        if value == "none":
            return ~self._any_tag(lambda tag: True, marked)
        if value.startswith("=") and len(value) > 1:
            return self._any_tag(lambda tag: _folded(tag) == value[1:], marked)
        if value.endswith("*") and len(value) > 1:
            return self._any_tag(lambda tag: _folded(tag).startswith(value[:-1]), marked)
        return self._any_tag(lambda tag: _within(_folded(tag), value), marked)

    def _any_tag(
        self, fits: Callable[[str], bool], marked: Mapping[Row, Marked]
    ) -> NDArray[np.bool_]:
        import numpy as np  # noqa: PLC0415

        chosen, noted = self._tags.matching(fits), self.noted(marked)
        fitting = np.array([any(map(fits, tags)) for tags in noted.sets], np.bool_)
        chosen[noted.retagged] = fitting[noted.which]
        return chosen

    def _state_counts(self, selected: Selected, marked: Mapping[Row, Marked]) -> Counts:
        """Return how many of a selection are in each state."""
        import numpy as np  # noqa: PLC0415

        noted, chosen = self.noted(marked), selected.chosen
        inside = chosen[noted.places]
        counted = {state: int((its & inside).sum()) for state, its in noted.states.items()}
        counted = {"unread": len(selected) - counted["read"], **counted}
        counted["broken"] = int((self._broken & chosen).sum())
        return Counts(tuple(counted), np.array(list(counted.values()), np.int64))

    def _tag_counts(self, selected: Selected, marked: Mapping[Row, Marked]) -> Counts:
        noted, chosen = self.noted(marked), selected.chosen
        if not chosen[noted.retagged].any():
            return self._tags.counts(selected)
        as_they_were = chosen.copy()
        as_they_were[noted.retagged] = False
        return self._tags.counts(Selected.of(as_they_were), noted.tags_of(chosen))


@lru_cache(MOST_FOLDED)
def _folded(tag: str) -> str:
    return fold(tag)


def _within(tag: str, parent: str) -> bool:
    return tag == parent or tag.startswith(parent.rstrip("/") + "/")


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
