from array import array

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model import Found, Row
from reader.query.shape import GROUPS, SORTS, Shape, Sort
from reader.search.gathering import gather
from reader.search.rows import Rows
from reader.search.shaping import copies, shaped
from tests.search.collection import MARKED, Collection

GATHERED = gather(Collection(), None, None)
STORIES = {1: "2", 2: "2", 3: "0", 4: "2", 5: "0"}
FOUND = Found("", "", Rows(array("q", [2])), Rows(array("q", [1, 3])))


def order(*said: tuple[str, str]) -> list[Row]:
    shape = Shape()
    for name, value in said:
        shape = shape.told(name, value)
    found = shaped(FOUND, shape, GATHERED, MARKED)
    return [*found.titles, *found.texts]


@pytest.mark.parametrize(
    ("by", "rows"),
    [
        ("relevance", [2, 1, 3]),
        ("relevance-", [3, 1, 2]),
        ("date", [2, 1, 3]),
        ("date-", [1, 2, 3]),
        ("title", [2, 1, 3]),
        ("title-", [3, 1, 2]),
        ("site", [2, 1, 3]),
        ("site-", [1, 3, 2]),
        ("author", [1, 2, 3]),
        ("author-", [1, 2, 3]),
        ("words", [3, 2, 1]),
        ("mins-", [1, 2, 3]),
        ("path", [3, 2, 1]),
        ("read", [3, 2, 1]),
        ("lang", [2, 1, 3]),
    ],
)
def test_documents_without_a_value_come_last_and_ties_stay(by: str, rows: list[int]) -> None:
    assert order(("sort", by)) == rows


def test_the_first_order_counts_most() -> None:
    assert order(("sort", "site"), ("sort", "words")) == [2, 3, 1]
    assert order(("sort", "words"), ("sort", "site")) == [3, 2, 1]


def test_sorted_it_is_one_band() -> None:
    found = shaped(FOUND, Shape((Sort("path"),)), GATHERED, {})
    assert len(found.titles) == 3
    assert not found.texts


@pytest.mark.parametrize(
    ("by", "groups"),
    [
        ("site", (("kustblatt.example", 1), ("www.northlight.example", 2))),
        ("author", (("none", 2), ("Mara Lindqvist", 1))),
        ("tag", (("energy", 1), ("coast/rail", 1), ("to do/later", 1))),
        ("year", (("2020", 1), ("2021", 1), ("none", 1))),
        ("folder", (("north", 2), ("none", 1))),
        ("type", (("html", 1), ("text", 1), ("markdown", 1))),
    ],
)
def test_groups_come_as_their_best_document_does(by: str, groups: object) -> None:
    assert shaped(FOUND, Shape(group=by), GATHERED, MARKED).groups == groups


def test_in_its_group_a_document_keeps_its_place() -> None:
    assert order(("group", "author")) == [2, 3, 1]
    assert order(("sort", "words"), ("group", "site")) == [3, 1, 2]


@pytest.mark.parametrize(
    ("limit", "rows"), [("1", [2]), ("2", [2, 1]), ("3", [2, 1, 3]), ("9", [2, 1, 3])]
)
def test_a_limit_takes_the_first(limit: str, rows: list[int]) -> None:
    assert order(("limit", limit)) == rows


def test_a_limit_says_how_many_there_are_copies_or_not() -> None:
    assert shaped(FOUND._replace(folded=7), Shape(limit=2), GATHERED, MARKED).total == 2


def test_a_limit_cuts_groups() -> None:
    found = shaped(FOUND, Shape(group="site", limit=2), GATHERED, MARKED)
    assert found.groups == (("kustblatt.example", 1), ("www.northlight.example", 1))


@given(
    st.lists(st.builds(Sort, st.sampled_from(SORTS), st.booleans()), max_size=3).map(tuple),
    st.sampled_from(["", *GROUPS]),
    st.permutations([1, 2, 3]),
)
def test_nothing_is_lost_and_groups_add_up(
    sort: tuple[Sort, ...], group: str, rows: list[int]
) -> None:
    found = FOUND._replace(titles=Rows(rows), texts=Rows())
    again = shaped(found, Shape(sort, group), GATHERED, MARKED)
    assert sorted(again.titles) == [1, 2, 3]
    assert sum(size for _, size in again.groups) == (3 if group else 0)


def test_how_many_copies_there_are_beside_a_document() -> None:
    told = {row: {"name": f"{row}.txt", "story": story} for row, story in STORIES.items()}
    facets = gather(Collection(told), None, None).facets
    assert [copies([Row(row)], facets) for row in STORIES] == [2, 2, 0, 2, 0]
    assert copies([], facets) == 0


def test_the_copies_of_a_story_are_a_group_called_by_the_one_to_read() -> None:
    told = {row: {"name": f"{row}.txt", "story": story} for row, story in STORIES.items()}
    found = Found("", "", Rows([3, 4, 5, 1, 2]), Rows())
    again = shaped(found, Shape(group="story"), gather(Collection(told), None, None), {})
    assert again.groups == (("none", 2), ("2.txt", 3))
    assert list(again.titles) == [3, 5, 4, 1, 2]
    titles = {"2.txt": "The quay"}
    named = shaped(
        found,
        Shape(group="story"),
        gather(Collection(told), None, None),
        {},
        lambda path: titles.get(path, ""),
    )
    assert named.groups == (("none", 2), ("The quay", 3))
