"""What documents are beside their text: fields of a query to documents, and counts of values.

Documents are numbered by place, from 0, in the order of their paths; a selection is an array of
one bool a place. Must not know: the full-text index, SQL, the screen.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Self

from reader.model import WORDS_A_MINUTE, FacetCount, Row
from reader.query import Field
from reader.query.days import day_range, second_range
from reader.query.values import number_range, share_range
from reader.search.around import NOWHERE, Around
from reader.search.columns import Coded, Counts, Selected, Several, TagColumn
from reader.search.fitting import (
    Fits,
    fits_pattern,
    has_part,
    has_words,
    is_own,
    is_value,
    tags_called,
)
from reader.search.marked import Marked, MarkedPlaces
from reader.search.paths import path_pattern
from reader.search.places import Folders, Places
from reader.search.table import Columns, arrays, day, part, table
from reader.search.texts import Texts

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

MOST_VALUES = 200  # of a facet that are told, those that most documents have
STUB = 100  # words; an article of fewer is one
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
        self._urls = Texts(part(arrays, "url"))
        self._own = Several(part(arrays, "own"))
        self.own = frozenset(line.partition(" ")[0] for line in self._own.values)
        """The names under which documents say more of themselves."""
        self.stories = self.places(arrays["story"], strangers=True)
        """The place of the copy to read of each document that has copies, else -1."""
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

    def name(self, place: int) -> str:
        """Return the path of the document at a place."""
        return self._names[place]

    def column(self, name: str) -> tuple[Sequence[str], NDArray[np.int64]]:
        """Return the values of a column of few, sorted, and the number of each document's."""
        import numpy as np  # noqa: PLC0415

        return [*Texts(part(self.arrays, name))], self.arrays[f"{name}.codes"].astype(np.int64)

    def tags(self, place: int, mark: Marked | None = None) -> tuple[str, ...]:
        """Return the tags a document has with its marks, sorted."""
        own = self._tags.own(place)
        return tuple(sorted({*own, *mark.added} - {*mark.removed})) if mark else own

    def first_tags(self, marked: Mapping[Row, Marked]) -> tuple[Sequence[str], NDArray[np.int64]]:
        """Return names, and the number of each document's first tag; untagged have the name ""."""
        names, numbers = self._tags.firsts()
        noted = self.noted(marked)
        if len(noted.retagged):
            others, which = noted.tags.firsts()
            numbers[noted.retagged] = which + len(names)
            names = [*names, *others]
        return names, numbers

    def matching(
        self, field: Field, marked: Mapping[Row, Marked], around: Around = NOWHERE
    ) -> NDArray[np.bool_]:
        """Return the selection of the documents whose field has that value."""
        match field.name:
            case "is":
                return self._in_state(field.value.lower(), marked, around)
            case "has":
                return self._having(field.value.lower(), marked)
            case "tag":
                return self._tagged(field, marked)
            case "note":
                return self._with_note(has_words(field), marked)
            case "read":
                return self._read_on(field, marked)
            case "dup" | "version":
                return self._related(field, around)
        if field not in self._remembered:
            if len(self._remembered) >= MOST_REMEMBERED:
                self._remembered.clear()
            self._remembered[field] = self._unmarked(field, around)
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
            "tag": self.tags_among(selected, marked),
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
        counts = self.tags_among(Selected.of(~self.hidden(marked)), marked)
        return counts.most(len(counts.values))

    def _unmarked(self, field: Field, around: Around) -> NDArray[np.bool_]:
        match field.name:
            case "site":
                return self._sites.matching(has_words(field))
            case "author":
                return self._authors.matching(has_words(field))
            case "lang":
                return self._langs.matching(is_value(field))
            case "type":
                return self._formats.matching(is_value(field))
            case "url":
                return self._each(self._urls, has_part(field))
            case "path" | "ext":
                return self._each(self._names, _path_fits(field))
            case "date" | "saved" | "words" | "mins" | "junk" | "clean":
                return self._in_range(field)
        return self._own.matching(is_own(field, around.today()))

    def minutes(self) -> NDArray[np.float64]:
        """Return how many minutes each document takes to read, as `Document.minutes` counts."""
        import numpy as np  # noqa: PLC0415

        minutes = np.maximum(1, np.rint(self._words / WORDS_A_MINUTE))
        return np.where(self._words > 0, minutes, 0)

    def _each(self, values: Texts, fits: Fits) -> NDArray[np.bool_]:
        import numpy as np  # noqa: PLC0415

        return np.fromiter(map(fits, values), np.bool_, len(self))

    def _in_range(self, field: Field) -> NDArray[np.bool_]:
        values: NDArray[Any]
        ends: tuple[float, float]
        match field.name:
            case "date":
                first, last = day_range(field.value)
                values, ends = self._days, (day(first), day(last))
            case "saved":
                values, ends = self.arrays["saved"], second_range(field.value)
            case "junk" | "clean":
                column = "sure" if field.name == "clean" else field.name
                values, ends = self.arrays[column], share_range(field.value)
            case _:
                values = self.minutes() if field.name == "mins" else self._words
                ends = number_range(field.value)
        low, high = ends
        chosen: NDArray[np.bool_] = (values >= low) & (values <= high)
        return chosen

    def _in_state(
        self, state: str, marked: Mapping[Row, Marked], around: Around = NOWHERE
    ) -> NDArray[np.bool_]:
        import numpy as np  # noqa: PLC0415

        match state:
            case "tagged" | "untagged":
                tagged = self._any_tag(lambda tags: tags.matching(bool), marked)
                return tagged if state == "tagged" else ~tagged
            case "broken":
                return self._broken
            case "stub":
                short: NDArray[np.bool_] = self._words < STUB
                return short & ~self._broken
            case "duplicate":
                other: NDArray[np.bool_] = self.stories != np.arange(len(self))
                return other & (self.stories >= 0)
            case "new":
                newer: NDArray[np.bool_] = self.arrays["saved"] > around.since()
                return newer
        noted = self.noted(marked)
        chosen = np.zeros(len(self), np.bool_)
        chosen[noted.places[noted.states["read" if state == "unread" else state]]] = True
        return ~chosen if state == "unread" else chosen

    def _having(self, thing: str, marked: Mapping[Row, Marked]) -> NDArray[np.bool_]:
        """Return the selection of what has a tag, a note, an address and so on."""
        match thing:
            case "tag":
                return self._in_state("tagged", marked)
            case "highlight":
                return self._in_state("annotated", marked)
            case "note":
                return self._with_note(lambda note: True, marked)
            case "raw":
                aside: NDArray[np.bool_] = self.arrays["junk"] > 0
                return aside
            case "image":
                pictured: NDArray[np.bool_] = self.arrays["image"]
                return pictured
            case "date":
                return self._days > 0
            case "url":
                return self._each(self._urls, bool)
        column = {"author": self._authors, "site": self._sites, "lang": self._langs}[thing]
        return column.matching(bool)

    def _with_note(self, fits: Fits, marked: Mapping[Row, Marked]) -> NDArray[np.bool_]:
        notes = self.noted(marked).notes
        return self._at([place for place, its in notes if any(map(fits, its))])

    def _read_on(self, field: Field, marked: Mapping[Row, Marked]) -> NDArray[np.bool_]:
        noted, (first, last) = self.noted(marked), second_range(field.value)
        known = (noted.read_on > 0) & (noted.read_on >= first) & (noted.read_on <= last)
        return self._at(noted.places[known])

    def _related(self, field: Field, around: Around) -> NDArray[np.bool_]:
        """Return the selection of the copies of a document, or of what has its address."""
        import numpy as np  # noqa: PLC0415

        chosen = np.zeros(len(self), np.bool_)
        for place in self.places(around.rows(field.value)).tolist():
            if field.name == "dup":
                chosen |= (self.stories == self.stories[place]) & (self.stories >= 0)
            elif url := self._urls[place]:
                chosen |= self._each(self._urls, url.__eq__)
            chosen[place] = True
        return chosen

    def _at(self, places: Sequence[int] | NDArray[np.int64]) -> NDArray[np.bool_]:
        import numpy as np  # noqa: PLC0415

        chosen = np.zeros(len(self), np.bool_)
        chosen[np.array(places, np.int64)] = True
        return chosen

    def _tagged(self, field: Field, marked: Mapping[Row, Marked]) -> NDArray[np.bool_]:
        if field.regex:
            return self._any_tag(lambda tags: tags.matching(fits_pattern(field.value)), marked)
        called = tags_called(field)
        if called is None:
            return self._in_state("untagged", marked)
        return self._any_tag(lambda tags: tags.called(called), marked)

    def _any_tag(
        self, matching: Callable[[TagColumn], NDArray[np.bool_]], marked: Mapping[Row, Marked]
    ) -> NDArray[np.bool_]:
        """Return the selection of what fits by the tags it has with its marks."""
        chosen, noted = matching(self._tags), self.noted(marked)
        if len(noted.retagged):
            chosen[noted.retagged] = matching(noted.tags)
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

    def tags_among(self, selected: Selected, marked: Mapping[Row, Marked]) -> Counts:
        """Return how many of a selection have each tag, or a child of it."""
        noted, chosen = self.noted(marked), selected.chosen
        if not chosen[noted.retagged].any():
            return self._tags.counts(selected)
        as_they_were = chosen.copy()
        as_they_were[noted.retagged] = False
        return self._tags.counts(Selected.of(as_they_were), noted.tags_of(chosen))


def _path_fits(field: Field) -> Fits:
    """Return whether a path is what `path:` means, or ends as `ext:` says."""
    if field.regex:
        return fits_pattern(field.value)
    if field.name == "path":
        matching = path_pattern(field.value).fullmatch
        return lambda name: matching(name) is not None
    fits = is_value(replace(field, value=field.value.strip().removeprefix(".")))
    return lambda name: fits(name.rpartition("/")[2].rpartition(".")[2])
