"""What a field may be completed to, with how many documents each value has.

Answered from arrays: it is asked at every key. Must not know: SQL, files, the screen.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from reader.model import Found, Row
from reader.query import Field
from reader.query.days import FIELDS as DAYS
from reader.query.days import WORDS, dated
from reader.query.fields import STATES, THINGS
from reader.query.shape import GROUPS, SORTS
from reader.search.around import Around
from reader.search.columns import Selected
from reader.search.facets import Facets
from reader.search.fold import fold
from reader.search.marked import Marked
from reader.search.table import part
from reader.search.texts import Texts

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

MOST_NAMES = 50_000  # values of a field that are known, those that most documents have
MOST_NEAR = 3_000  # of these are looked at for what is spelt nearly so, in two milliseconds
SHORTEST_NEAR, LONG = 3, 5  # letters that may have one letter wrong, or two
LONGEST = 24  # letters; of more, nothing is spelt nearly so
LAST = "\U0010ffff"

COLUMNS = {"site": "site", "author": "author", "lang": "lang", "type": "format"}
CHOICES = {"is": STATES, "has": THINGS}
SHAPES = {"sort": SORTS, "group": (*GROUPS, "none")}
UNCOUNTED = frozenset({("has", "url")})  # to count these, all addresses are gone through

_WORD = re.compile(r"\w+")


class Offer(NamedTuple):
    """A value, and how many documents have it where that is known."""

    value: str
    documents: int | None = None


class Names:
    """The values of a field, found by how they begin, or a word of theirs."""

    def __init__(self, values: Sequence[str], often: NDArray[np.int64]) -> None:
        """`often`: how many documents have each."""
        import numpy as np  # noqa: PLC0415 - heavy libraries are loaded at first use

        self.values = values
        starts = sorted(
            (folded[start:], number)
            for number, folded in enumerate(map(fold, values))
            for start in {0, *(match.start() for match in _WORD.finditer(folded))}
        )
        self._starts = [start for start, _ in starts]
        self._numbers = np.array([number for _, number in starts], np.int64)
        frequent = np.zeros(len(values), np.bool_)
        frequent[np.argsort(-often, kind="stable")[:MOST_NEAR]] = True
        places = np.flatnonzero(frequent[self._numbers])
        self._frequent = self._numbers[places]
        self._beginnings = [self._starts[place][:LONGEST] for place in places.tolist()]

    def begun(self, text: str) -> NDArray[np.int64]:
        """Return the numbers of the values with a word that begins so."""
        import numpy as np  # noqa: PLC0415

        if not text:
            return np.arange(len(self.values))
        first = bisect_left(self._starts, text)
        last = bisect_left(self._starts, text + LAST, first)
        begun = np.zeros(len(self.values), np.bool_)
        begun[self._numbers[first:last]] = True
        return np.flatnonzero(begun)

    def near(self, text: str) -> NDArray[np.int64]:
        """Return the numbers of values with a word that begins nearly so, the nearest only."""
        import numpy as np  # noqa: PLC0415

        nothing = np.zeros(0, np.int64)
        if not SHORTEST_NEAR <= len(text) <= LONGEST or not self._beginnings:
            return nothing
        from rapidfuzz.distance import OSA  # noqa: PLC0415
        from rapidfuzz.process import cdist  # noqa: PLC0415

        most = 1 if len(text) < LONG else 2
        begun = [start[: len(text)] for start in self._beginnings]
        [distances] = cdist(
            [text], begun, scorer=OSA.distance, score_cutoff=most, dtype=np.uint8, workers=1
        )
        nearest = int(distances.min())
        return nothing if nearest > most else np.unique(self._frequent[distances == nearest])


class Known(NamedTuple):
    """The values of a field, and which numbers they have in its column."""

    names: Names
    numbers: NDArray[np.int64]


class Offerings:
    """Makes what is offered; the names of values are gathered once for a state of the facets."""

    def __init__(self) -> None:
        self._known: tuple[Facets, Mapping[Row, Marked], dict[str, Known]] | None = None

    def of(
        self, facets: Facets, found: Found | None, marked: Mapping[Row, Marked], around: Around
    ) -> Offering:
        """Return what is offered, counted in what was found; in all there is without."""
        known = self._known
        if known is None or known[0] is not facets:
            self._known = known = facets, marked, {}
        elif known[1] is not marked:
            self._known = known = facets, marked, {**known[2]}
            known[2].pop("tag", None)
        chosen = ~facets.hidden(marked)
        if found is not None:
            chosen = facets.selection([*found.titles, *found.texts])
        return Offering(facets, chosen, marked, around, known[2])


class Offering:
    """What fields may be completed to, counted in a selection; for any thread, one at a time."""

    def __init__(
        self,
        facets: Facets,
        chosen: NDArray[np.bool_],
        marked: Mapping[Row, Marked],
        around: Around,
        known: dict[str, Known],
    ) -> None:
        self.own = facets.own
        """Fields that documents have in their front matter."""
        self._facets = facets
        self._chosen = chosen
        self._marked = marked
        self._around = around
        self._known = known
        self._counts: dict[str, NDArray[np.int64]] = {}
        self._few: dict[str, list[tuple[str, Offer]]] = {}  # with the values folded

    def prepare(self) -> None:
        """Gather what is asked for most, so that no key waits for it."""
        for field in ("tag", *COLUMNS, "date", *CHOICES, *self.own):
            self.offered(field, "", 1)

    def offered(self, field: str, begun: str, limit: int) -> list[Offer]:
        """Return what a value that begins so may become, what most documents have first.

        A word inside counts as its beginning; where nothing begins so, what nearly does is offered.
        """
        folded = fold(begun).lstrip()
        if field in COLUMNS or field == "tag" or field in self.own:
            return self._named(field, folded, limit)
        if field not in self._few:
            self._few[field] = [(fold(offer.value), offer) for offer in self._all_of(field)]
        return _fitting(self._few[field], folded)[:limit] or self._nearly(field, folded)[:limit]

    def _nearly(self, field: str, begun: str) -> list[Offer]:
        """Those of few values that are spelt nearly so."""
        import numpy as np  # noqa: PLC0415

        few = [offer for _, offer in self._few[field]]
        names = Names([offer.value for offer in few], np.ones(len(few), np.int64))
        return [few[number] for number in names.near(begun).tolist()]

    def _named(self, field: str, begun: str, limit: int) -> list[Offer]:
        names = self._names(field).names
        if field not in self._counts:
            self._counts[field] = self._counted(field)
        counts = self._counts[field]
        numbers = _most(names.begun(begun), counts, limit)
        if not numbers:
            numbers = _most(names.near(begun), counts, limit)
        return [Offer(names.values[number], int(counts[number])) for number in numbers]

    def _names(self, field: str) -> Known:
        import numpy as np  # noqa: PLC0415

        if field in self._known:
            return self._known[field]
        if field == "tag":
            tags = dict(self._facets.tag_counts(self._marked)[:MOST_NAMES])
            known = Known(Names([*tags], np.array([*tags.values()])), np.arange(len(tags)))
        else:
            values, codes = self._values(field)
            counts = np.bincount(codes, minlength=len(values))
            numbers = np.sort(np.argsort(-counts, kind="stable")[:MOST_NAMES])
            wanted = f"{field} " if field in self.own else ""
            numbers = np.array(
                [at for at in numbers.tolist() if values[at].startswith(wanted) and values[at]],
                np.int64,
            )
            shown = [values[at][len(wanted) :] for at in numbers.tolist()]
            known = Known(Names(shown, counts[numbers]), numbers)
        self._known[field] = known
        return known

    def _values(self, field: str) -> tuple[Sequence[str], NDArray[np.int64]]:
        """The values of a column, and the number of each document's, or of each that has any."""
        import numpy as np  # noqa: PLC0415

        if field in COLUMNS:
            return self._facets.column(COLUMNS[field])
        own = part(self._facets.arrays, "own")
        return [*Texts(own)], own["codes"].astype(np.int64)

    def _counted(self, field: str) -> NDArray[np.int64]:
        """How many documents of the selection have each of the names of a field."""
        import numpy as np  # noqa: PLC0415

        names, numbers = self._names(field)
        if field == "tag":
            counted = self._facets.tags_among(Selected.of(self._chosen), self._marked).all()
            return np.array([counted.get(tag, 0) for tag in names.values], np.int64)
        if field in COLUMNS:
            codes = self._facets.arrays[f"{COLUMNS[field]}.codes"][self._chosen]
        else:
            own = part(self._facets.arrays, "own")
            codes = own["codes"][self._chosen[own["places"]]]
        size = int(numbers.max(initial=0)) + 1
        counts: NDArray[np.int64] = np.bincount(codes, minlength=size)[numbers]
        return counts

    def _all_of(self, field: str) -> list[Offer]:
        """The few values of a field, with how many documents of the selection have each."""
        if field in SHAPES:
            return [Offer(value) for value in SHAPES[field]]
        if field == "query":
            return [Offer(name) for name in sorted(self._around.searches())]
        if field in CHOICES:
            return [Offer(value, self._matching(field, value)) for value in CHOICES[field]]
        if field == "in":
            return self._places()
        if field not in DAYS:
            return []
        words = [Offer(value, self._matching(field, value)) for value in WORDS]
        if field == "date":
            words = [*filter(_has_any, words), *self._years("year"), *self._years("month")]
        return words

    def _matching(self, field: str, value: str) -> int | None:
        if (field, value) in UNCOUNTED:
            return None
        wanted = dated(Field(field, value), self._around.today())
        assert isinstance(wanted, Field)
        matching = self._facets.matching(wanted, self._marked, self._around)
        return int((matching & self._chosen).sum())

    def _places(self) -> list[Offer]:
        places = self._around.places()
        found = []
        for name in sorted(places.known):
            within = self._facets.within(Field("in", name, quoted=True), places)
            found.append(Offer(name, int((within & self._chosen).sum())))
        return [*filter(_has_any, found)]

    def _years(self, column: str) -> list[Offer]:
        """Years or months, the latest first."""
        import numpy as np  # noqa: PLC0415

        values, codes = self._facets.column(column)
        counts = np.bincount(codes[self._chosen], minlength=len(values)).tolist()
        offers = (Offer(value, count) for value, count in zip(values, counts, strict=True) if value)
        return [*filter(_has_any, offers)][::-1]


def _has_any(offer: Offer) -> bool:
    return bool(offer.documents)


def _fitting(offers: Sequence[tuple[str, Offer]], begun: str) -> list[Offer]:
    """Those that begin so, then those with a word that does."""
    first = [offer for folded, offer in offers if folded.startswith(begun)]
    inside = re.compile(rf"(?<!^)\b{re.escape(begun)}")
    return first + [
        offer for folded, offer in offers if not folded.startswith(begun) and inside.search(folded)
    ]


def _most(
    numbers: NDArray[np.int64], counts: NDArray[np.int64], limit: int
) -> list[int]:  # fmt: skip
    """The numbers that most documents have, ties in their order; none that no document has."""
    import numpy as np  # noqa: PLC0415

    numbers = numbers[counts[numbers] > 0]
    if len(numbers) > limit:
        least = np.partition(counts[numbers], len(numbers) - limit)[len(numbers) - limit]
        numbers = numbers[counts[numbers] >= least]
    found: list[int] = numbers[np.argsort(-counts[numbers], kind="stable")][:limit].tolist()
    return found
