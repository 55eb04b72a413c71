"""The order, the groups and the number of what was found. Must not know: why it was found."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from reader.model import Found, Row
from reader.query.shape import Shape, Sort
from reader.search.facets import Facets
from reader.search.gathering import Gathered
from reader.search.marked import Marked
from reader.search.rows import Rows

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

NONE = "none"  # the group of what has no value


def shaped(
    found: Found,
    shape: Shape,
    gathered: Gathered,
    marked: Mapping[Row, Marked],
    title: Callable[[str], str] = str,
) -> Found:
    """Return what was found, in the order, the groups and the number that the shape asks for.

    Sorted or grouped, it is one band. What has no value comes last, whichever way the order goes;
    ties stay as they were. `title` is that of the document at a path: groups of copies are called
    by that of the one to read.
    """
    if shape.sort or shape.group:
        found = _arranged(found, shape, gathered, marked)
    if shape.group == "story":
        found = found._replace(groups=tuple((title(name) or name, n) for name, n in found.groups))
    if shape.limit is not None:
        titles, texts = found.titles[: shape.limit], found.texts
        found = found._replace(
            titles=titles,
            texts=texts[: shape.limit - len(titles)],
            folded=0,  # so many were asked for, whatever is like them
            groups=_cut(found.groups, shape.limit),
        )
    return found


def without_copies(found: Found, facets: Facets) -> Found:
    """Return what was found with one document of each story: that to read, else the first."""
    import numpy as np  # noqa: PLC0415 - heavy libraries are loaded at first use

    rows = np.fromiter((*found.titles, *found.texts), np.int64)
    places = facets.places(rows)
    stories = facets.stories[places]
    told = np.flatnonzero(stories >= 0)
    if not len(told):
        return found
    # what is to be read comes before all else of its story, and the rest as it was found
    order = told[np.lexsort((told, places[told] != stories[told], stories[told]))]
    again = order[1:][stories[order[1:]] == stories[order[:-1]]]
    if not len(again):
        return found
    kept = np.ones(len(rows), np.bool_)
    kept[again] = False
    first = len(found.titles)
    titles, texts = rows[:first][kept[:first]], rows[first:][kept[first:]]
    return found._replace(
        titles=Rows(array("q", titles.tobytes())),
        texts=Rows(array("q", texts.tobytes())),
        folded=len(again),
    )


def copies(rows: Iterable[Row], facets: Facets) -> int:
    """Return how many near-copies the documents at some rows have beside themselves."""
    import numpy as np  # noqa: PLC0415 - heavy libraries are loaded at first use

    stories = facets.stories[facets.places(rows)]
    told = stories[stories >= 0]
    return int(np.isin(facets.stories, told).sum()) - len(told)


def _arranged(
    found: Found, shape: Shape, gathered: Gathered, marked: Mapping[Row, Marked]
) -> Found:
    import numpy as np  # noqa: PLC0415 - heavy libraries are loaded at first use

    facets = gathered.facets
    rows = np.fromiter((*found.titles, *found.texts), np.int64)
    places = facets.places(rows)
    order = np.arange(len(places))
    for key in reversed(shape.sort):
        order = order[_by(key, gathered, marked, places[order])]
    groups: tuple[tuple[str, int], ...] = ()
    if shape.group:
        grouped = _groups(shape.group, gathered, marked, places[order])
        order, groups = order[grouped.order], grouped.sizes
    titles = Rows(array("q", rows[order].tobytes()))
    return found._replace(titles=titles, texts=Rows(), mixed=True, groups=groups)


def _by(
    key: Sort, gathered: Gathered, marked: Mapping[Row, Marked], places: NDArray[np.int64]
) -> NDArray[np.int64]:
    """Return the order of some places by one key; those without a value last."""
    import numpy as np  # noqa: PLC0415

    if key.by == "relevance":
        order = np.arange(len(places))
        return order[::-1] if key.descending else order
    values, missing = _values(key.by, gathered, marked)
    here, without = values[places], missing[places]
    ranks = -here if key.descending else here
    return np.lexsort((ranks, without))


def _values(
    by: str, gathered: Gathered, marked: Mapping[Row, Marked]
) -> tuple[NDArray[Any], NDArray[np.bool_]]:
    """Return a number for each place that sorts as its value does, and which have none."""
    import numpy as np  # noqa: PLC0415

    facets = gathered.facets
    match by:
        case "path":
            found: NDArray[Any] = np.arange(len(facets))
        case "title":
            found = gathered.title_order
        case "site" | "author" | "lang" | "date":
            found = facets.arrays["days"] if by == "date" else facets.column(by)[1]
            return found.astype(np.int64), found == 0
        case "read":
            noted = facets.noted(marked)
            found = np.zeros(len(facets), np.int64)
            found[noted.places] = noted.read_on
            return found, found == 0
        case _:
            name = {"mins": "words", "clean": "sure"}.get(by, by)
            found = facets.arrays[name].astype(np.int64)
    return found, np.zeros(len(found), np.bool_)


class _Groups(NamedTuple):
    """Which order puts each group together, and each group's name and size in that order."""

    order: NDArray[np.int64]
    sizes: tuple[tuple[str, int], ...]


def _groups(
    by: str, gathered: Gathered, marked: Mapping[Row, Marked], places: NDArray[np.int64]
) -> _Groups:
    """Return the groups of some places, that of the first one first; inside their order stays."""
    import numpy as np  # noqa: PLC0415

    names, codes = _named(by, gathered, marked, places)
    present, first, inverse, sizes = np.unique(
        codes, return_index=True, return_inverse=True, return_counts=True
    )
    ranks = np.argsort(np.argsort(first))
    order = np.argsort(ranks[inverse.ravel()], kind="stable")
    in_order = np.argsort(first)
    return _Groups(
        order,
        tuple((names[int(present[at])] or NONE, int(sizes[at])) for at in in_order.tolist()),
    )


def _named(
    by: str, gathered: Gathered, marked: Mapping[Row, Marked], places: NDArray[np.int64]
) -> tuple[Sequence[str], NDArray[np.int64]]:
    """Return the names of groups, and for each of some places the number of its group's."""
    import numpy as np  # noqa: PLC0415

    facets = gathered.facets
    if by == "story":
        read, which = np.unique(facets.stories[places], return_inverse=True)
        return [facets.name(place) if place >= 0 else "" for place in read.tolist()], which.ravel()
    if by == "tag":
        tags, first = facets.first_tags(marked)
        known = {tag: number for number, tag in reversed([*enumerate(tags)])}
        return tags, np.array([known[tag] for tag in tags], np.int64)[first[places]]
    if by == "folder":
        folders: dict[str, int] = {}
        inside = (facets.name(place).rpartition("/")[0] for place in places.tolist())
        codes = [folders.setdefault(folder, len(folders)) for folder in inside]
        return [*folders], np.array(codes, np.int64)
    names, all_codes = facets.column({"type": "format"}.get(by, by))
    return names, all_codes[places]


def _cut(groups: Sequence[tuple[str, int]], limit: int) -> tuple[tuple[str, int], ...]:
    """Return the groups of the first so many."""
    kept = []
    for name, size in groups:
        if limit > 0:
            kept.append((name, min(size, limit)))
        limit -= size
    return tuple(kept)
