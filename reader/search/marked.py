"""Marks by place, gathered once for as long as they stay the same. Must not know: queries, SQL."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import TYPE_CHECKING, Protocol

from reader.model import Row
from reader.search.columns import Selected, TagColumn

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


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
    def read_on(self) -> int | None:
        """When it was, in seconds since 1970, where that is known."""

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

    @property
    def notes(self) -> Sequence[str]:
        """What somebody wrote beside highlights."""


STATES: Mapping[str, Callable[[Marked], bool]] = {
    "starred": lambda mark: mark.starred,
    "archived": lambda mark: mark.archived,
    "hidden": lambda mark: mark.hidden,
    "annotated": lambda mark: mark.highlighted,
}
"""States that are marks, but for the one that everything is at first: unread."""


class MarkedPlaces:
    """What somebody noted on documents, each by its place."""

    def __init__(
        self,
        marked: Mapping[Row, Marked],
        places: NDArray[np.int64],
        tags: Callable[[int, Marked], tuple[str, ...]],
    ) -> None:
        """`places` are those of the marked rows, -1 for what is none; `tags` what a place has."""
        import numpy as np  # noqa: PLC0415 - heavy libraries are loaded at first use

        there = [
            (place, mark)
            for place, mark in zip(places.tolist(), marked.values(), strict=True)
            if place >= 0
        ]
        self.places = np.array([place for place, _ in there], np.int64)
        self.states = {
            state: np.array([has(mark) for _, mark in there], np.bool_)
            for state, has in {"read": _is_read, **STATES}.items()
        }
        """For each of `places` whether it is in the state."""
        self.read_on = np.array([mark.read_on or 0 for _, mark in there], np.int64)
        """For each of `places` when it was read, in seconds since 1970; 0 where nobody knows."""
        self.notes = [(place, mark.notes) for place, mark in there if mark.notes]
        """The places with notes, and these."""
        changed = [(place, mark) for place, mark in there if mark.added or mark.removed]
        self.retagged = np.array([place for place, _ in changed], np.int64)
        """Places whose tags are not those of the document itself."""
        sets: dict[tuple[str, ...], int] = {}
        which = [sets.setdefault(tags(place, mark), len(sets)) for place, mark in changed]
        different = [*sets]
        self.tags = TagColumn.of([different[each] for each in which])
        """The tags of each of `retagged`."""
        self.by_hand: dict[str, list[int]] = {}
        """The places to which a tag was given by hand."""
        for place, mark in changed:
            for tag in mark.added:
                self.by_hand.setdefault(tag, []).append(place)

    def tags_of(self, chosen: NDArray[np.bool_]) -> dict[str, int]:
        """Return how many of the retagged places in a selection have each tag, or a child of it."""
        return self.tags.counts(Selected.of(chosen[self.retagged])).all()


def _is_read(mark: Marked) -> bool:
    return mark.read
