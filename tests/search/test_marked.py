from collections import Counter

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from reader.model import Row
from reader.search.columns import with_parents
from reader.search.facets import Facets
from reader.search.marked import STATES, MarkedPlaces
from tests.search.collection import MARKED, Collection, Noted

TAGS = st.frozensets(st.sampled_from(["a", "a/b", "c"]), max_size=2)
MARKS = st.dictionaries(
    st.integers(-1, 9).map(Row),
    st.builds(Noted, TAGS, TAGS, *[st.booleans()] * 5),
)


@given(MARKS, st.lists(st.booleans(), min_size=6, max_size=6))
def test_they_say_of_each_place_what_its_mark_says(
    marked: dict[Row, Noted], inside: list[bool]
) -> None:
    places = np.array([row if 0 <= row < 6 else -1 for row in marked], np.int64)
    noted = MarkedPlaces(marked, places, lambda place, mark: tuple(sorted(mark.added)))
    here = {row: mark for row, mark in marked.items() if 0 <= row < 6}
    assert noted.places.tolist() == [*here]
    for state, has in STATES.items():
        assert noted.states[state].tolist() == [has(mark) for mark in here.values()]
    assert noted.states["read"].tolist() == [mark.read for mark in here.values()]
    retagged = {row: mark for row, mark in here.items() if mark.added or mark.removed}
    assert noted.retagged.tolist() == [*retagged]
    assert [noted.tags.own(place) for place in range(len(retagged))] == [
        tuple(sorted(mark.added)) for mark in retagged.values()
    ]
    for tag in ("a", "a/b", "c"):
        assert noted.by_hand.get(tag, []) == [row for row in retagged if tag in here[row].added]
    counted = Counter(
        tag for row, mark in retagged.items() if inside[row] for tag in with_parents(mark.added)
    )
    assert noted.tags_of(np.array(inside, np.bool_)) == counted


def test_they_are_gathered_once_for_the_same_marks() -> None:
    facets, other = Facets.of(Collection()), {**MARKED, Row(2): Noted(hidden=True)}
    assert facets.noted(MARKED) is facets.noted(MARKED)
    assert facets.hidden(MARKED).sum() == 0
    assert facets.hidden(other).sum() == 1
    assert facets.hidden(MARKED).sum() == 0
