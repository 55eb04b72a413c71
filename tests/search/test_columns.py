"""Counts of a column are those of its documents, whichever way is quicker."""

from collections import Counter

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from reader.search.columns import Called, Coded, Counts, Selected, TagColumn, with_parents
from reader.search.fold import fold

CHOSEN = st.lists(st.booleans(), max_size=40)
VALUES = st.sampled_from(["", "en", "de", "sv"])
TAGS = st.lists(st.sampled_from(["a", "a/b", "a/b/c", "b", "c/a"]), max_size=3).map(
    lambda tags: tuple(sorted(set(tags)))
)


@given(st.data(), CHOSEN)
def test_values_are_counted_in_any_selection(data: st.DataObject, chosen: list[bool]) -> None:
    values = [data.draw(VALUES) for _ in chosen]
    here = [value for value, inside in zip(values, chosen, strict=True) if inside and value]
    assert Coded.of(values).counts(Selected.of(np.array(chosen, np.bool_))).all() == Counter(here)


@given(st.data(), CHOSEN)
def test_tags_are_counted_with_their_parents(data: st.DataObject, chosen: list[bool]) -> None:
    own = [data.draw(TAGS) for _ in chosen]
    here = [tags for tags, inside in zip(own, chosen, strict=True) if inside]
    counted = Counter(tag for tags in here for tag in with_parents(tags))
    assert TagColumn.of(own).counts(Selected.of(np.array(chosen, np.bool_))).all() == counted


@given(st.lists(TAGS, max_size=20))
def test_a_parent_alone_is_no_tag_of_a_document(own: list[tuple[str, ...]]) -> None:
    found = TagColumn.of(own).matching(lambda tag: tag == "a")
    assert found.tolist() == ["a" in tags for tags in own]


def test_what_fits_is_asked_of_each_value_once() -> None:
    asked: list[str] = []

    def fits(value: str) -> bool:
        asked.append(value)
        return value == "en"

    found = Coded.of(["en", "de", "en", ""]).matching(fits)
    assert found.tolist() == [True, False, True, False]
    assert sorted(asked) == ["de", "en"]


@given(st.lists(st.integers(0, 4), max_size=12), st.integers(1, 12), st.integers(0, 12))
def test_the_most_frequent_come_first_and_ties_by_value(
    counted: list[int], limit: int, ordered: int
) -> None:
    ordered = min(ordered, len(counted))
    values = [f"{number:02}" for number in range(ordered)]
    values += [f"{(7 * number) % 13:02} by hand" for number in range(ordered, len(counted))]
    pairs = [pair for pair in zip(values, counted, strict=True) if pair[1]]
    wanted = sorted(pairs, key=lambda pair: (-pair[1], pair[0]))[:limit]
    assert Counts(values, np.array(counted, np.int64), ordered).most(limit) == wanted


def test_tags_given_by_hand_are_counted_too() -> None:
    column = TagColumn.of([("a/b",), ("c",)])
    found = column.counts(Selected.of(np.array([True, False])), {"a": 2, "a/d": 1, "e": 1})
    assert found.all() == {"a": 3, "a/b": 1, "a/d": 1, "e": 1}


@given(st.lists(TAGS, max_size=20))
def test_a_document_keeps_its_own_tags(own: list[tuple[str, ...]]) -> None:
    column = TagColumn.of(own)
    assert [column.own(place) for place in range(len(own))] == own


@given(st.lists(TAGS, max_size=20))
def test_the_first_of_its_own_tags_is_known(own: list[tuple[str, ...]]) -> None:
    names, numbers = TagColumn.of(own).firsts()
    assert [names[number] for number in numbers.tolist()] == [next(iter(tags), "") for tags in own]


ACCENTED = st.lists(
    st.sampled_from(["a", "A", "ä/b", "a/b/c", "a-b", "ab", "b", "B/a", "ß", "ss/a"]), max_size=4
).map(lambda tags: tuple(sorted(set(tags))))


@given(st.lists(ACCENTED, max_size=20), st.sampled_from(["a", "a/b", "b", "ss", "a-", "", "/"]))
def test_tags_are_looked_up_as_they_are_compared(own: list[tuple[str, ...]], name: str) -> None:
    column = TagColumn.of(own)
    folded = [[fold(tag) for tag in tags] for tags in own]
    assert column.called(Called(name)).tolist() == [name in tags for tags in folded]
    assert column.called(Called(start=name)).tolist() == [
        any(tag.startswith(name) for tag in tags) for tags in folded
    ]
    assert column.called(Called(name, f"{name}/")).tolist() == [
        any(f"{tag}/".startswith(f"{name}/") for tag in tags) for tags in folded
    ]
