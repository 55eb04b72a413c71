from collections.abc import Mapping
from datetime import datetime

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model import FacetCount, Row
from reader.query import Field, parse
from reader.search.around import Around
from reader.search.facets import MOST_VALUES, Facets
from reader.search.places import Places
from tests.search.collection import MARKED, Collection, Noted

FACETS = Facets.of(Collection())
ALL = [1, 2, 3]
SAVED = int(datetime(2021, 2, 3, 12).timestamp())
AROUND = Around(since=lambda: SAVED - 1, rows=lambda reference: [Row(int(reference))])


def rows(text: str, marked: Mapping[Row, Noted] = MARKED) -> set[int]:
    field = parse(text, own=FACETS.own).tree
    assert isinstance(field, Field)
    return {*FACETS.rows[FACETS.matching(field, marked, AROUND)].tolist()}


def counted(found: tuple[FacetCount, ...], facet: str) -> dict[str, int]:
    return {count.value: count.documents for count in found if count.facet == facet}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("tag:coast", {1}),
        ("tag:COAST/rail", {1}),
        ("tag:coast/fishing", set()),
        ("tag:=coast", set()),
        ("tag:=coast/rail", {1}),
        ("tag:coa*", {1}),
        ("tag:coa", set()),
        ('tag:"to do"', {3}),
        ("tag:none", set()),
        ("tag:energy", {2}),
        ("is:tagged", {1, 2, 3}),
        ("is:untagged", set()),
        ("is:read", {3}),
        ("read:2024-03-02", {3}),
        ("read:..2024-03-01", set()),
        ("is:unread", {1, 2}),
        ("is:Starred", {1}),
        ("is:broken", {3}),
        ("site:northlight", {1, 3}),
        ("site:northlight.example", {1, 3}),
        ("site:www.northlight.example", {1, 3}),
        ("site:north", set()),
        ("site:north*", {1, 3}),
        ("author:lindqvist", {1}),
        ('author:"mara lindqvist"', {1}),
        ("author:lind*", {1}),
        ("lang:DE", {2}),
        ("type:html", {2}),
        ("type:mark*", {3}),
        ("date:2021", {1}),
        ("date:2020..2021", {1, 2}),
        ("date:>2020-01-12", {1}),
        ("date:<=2020-01-12", {2}),
        ("words:>300", {1}),
        ("words:0..300", {2, 3}),
        ("path:north", {1, 2}),
        ("path:north/*.html", {2}),
        ("path:*.md", {3}),
        ("path:/^NORTH.*l$/", {2}),
        ("ext:txt", {1}),
        ("ext:.TXT", {1}),
        ("ext:htm*", {2}),
        ("tag:/rail|later/", {1, 3}),
        ("url:northlight.example/", {1}),
        ("url:/^http:/", {2}),
        ("mins:<=1", {2, 3}),
        ("mins:5", {1}),
        ("junk:>0.6", {2}),
        ("junk:0", {1, 3}),
        ("has:image", {2}),
        ("clean:<50%", {3}),
        ("is:stub", set()),
        ("is:new", {1, 2}),
        ("is:duplicate", {2}),
        ("has:tag", {1, 2, 3}),
        ("has:note", {1}),
        ("has:highlight", {1}),
        ("has:url", {1, 2}),
        ("has:date", {1, 2}),
        ("has:author", {1}),
        ("has:site", {1, 2, 3}),
        ("has:lang", {1, 2}),
        ("has:raw", {2}),
        ("note:tide", {1}),
        ("note:/^see/", {1}),
        ("note:sea", set()),
        ("saved:2021-02-03", {1}),
        ("saved:>2021-02-03", {2}),
        ("saved:..2020", {3}),
        ("dup:1", {1, 2}),
        ("dup:3", {3}),
        ("dup:9", set()),
        ("version:2", {2}),
        ("version:3", {3}),
        ("rating:>3", {1}),
    ],
)
def test_a_field_means_these_documents(text: str, found: set[int]) -> None:
    assert rows(text) == found


def test_without_marks_a_document_has_the_tags_it_came_with() -> None:
    assert rows("tag:coast/fishing", {}) == {1}
    assert rows("is:untagged", {}) == {3}
    assert rows("is:unread", {}) == {1, 2, 3}


def test_places_are_in_the_order_of_paths() -> None:
    assert FACETS.rows.tolist() == [3, 2, 1]
    assert FACETS.places([1, 77, 3, -1]).tolist() == [2, 0]


def test_values_are_counted_the_most_frequent_first() -> None:
    found = FACETS.counts(ALL, MARKED)
    sites = [(count.value, count.documents) for count in found if count.facet == "site"]
    assert sites == [("www.northlight.example", 2), ("kustblatt.example", 1)]
    assert counted(found, "year") == {"2020": 1, "2021": 1}
    assert counted(found, "lang") == {"de": 1, "en": 1}
    assert counted(found, "format") == {"html": 1, "markdown": 1, "text": 1}


def test_tags_count_their_children_and_show_the_marks() -> None:
    assert counted(FACETS.counts(ALL, MARKED), "tag") == {
        "coast": 1,
        "coast/rail": 1,
        "energy": 1,
        "history": 1,
        "to do": 1,
        "to do/later": 1,
    }
    assert counted(FACETS.counts(ALL), "tag")["coast/fishing"] == 1


def test_only_the_given_documents_are_counted() -> None:
    assert counted(FACETS.counts([1, 2], MARKED), "tag").keys() == {
        "coast",
        "coast/rail",
        "energy",
        "history",
    }


def test_a_facet_that_cannot_narrow_is_left_out() -> None:
    assert counted(FACETS.counts([1, 3]), "site") == {}
    assert FACETS.counts([2]) == ()
    assert FACETS.counts([]) == ()


def test_a_collection_without_documents_has_no_facets() -> None:
    empty = Facets.of(Collection({}))
    assert len(empty) == 0
    assert empty.counts([], MARKED) == ()
    assert empty.matching(Field("is", "unread"), MARKED).tolist() == []


TAGS = st.frozensets(st.sampled_from(["a", "a/b", "a/c", "b", "b/c"]))


@given(st.lists(st.tuples(TAGS, TAGS, TAGS), min_size=1, max_size=8))
def test_the_count_of_a_tag_is_the_number_of_documents_it_finds(
    documents: list[tuple[frozenset[str], frozenset[str], frozenset[str]]],
) -> None:
    collection = Collection(
        {
            row: {"name": str(row), "tags": "\n".join(own)}
            for row, (own, _, _) in enumerate(documents, 1)
        }
    )
    facets = Facets.of(collection)
    marked = {
        Row(row): Noted(added, removed) for row, (_, added, removed) in enumerate(documents, 1)
    }
    for tag, documents_with_it in counted(
        facets.counts(collection.documents, marked), "tag"
    ).items():
        assert facets.matching(Field("tag", tag), marked).sum() == documents_with_it


@given(st.lists(st.tuples(TAGS, TAGS, TAGS), min_size=1, max_size=8))
def test_the_first_tag_is_the_first_of_all_a_document_has(
    documents: list[tuple[frozenset[str], frozenset[str], frozenset[str]]],
) -> None:
    rows = enumerate(documents, 1)
    known = {row: {"name": str(row), "tags": "\n".join(own)} for row, (own, _, _) in rows}
    marked = {
        Row(row): Noted(added, removed)
        for row, (_, added, removed) in enumerate(documents, 1)
        if row % 2
    }
    facets = Facets.of(Collection(known))
    names, numbers = facets.first_tags(marked)
    for place, number in enumerate(numbers.tolist()):
        tags = facets.tags(place, marked.get(Row(int(facets.rows[place]))))
        assert names[number] == next(iter(tags), "")


def test_what_lies_in_a_place_is_selected_by_place() -> None:
    facets = Facets.of(Collection())
    chosen = facets.within(Field("in", "north"), Places())
    assert sorted(facets.rows[chosen].tolist()) == [1, 2]
    assert facets.within(Field("in", "all"), Places({"all": ("",)})).all()
    assert not facets.within(Field("in", "nowhere"), Places()).any()


def test_months_are_counted_within_one_year() -> None:
    documents = {
        row: {"name": f"{row}.txt", "date": date}
        for row, date in enumerate(["2021-05-03", "2021-05-09", "2021-11", "2020-01-01", "2021"], 1)
    }
    facets = Facets.of(Collection(documents))
    assert counted(facets.counts([1, 2, 3, 4]), "month") == {}
    assert counted(facets.counts([1, 2, 3, 5]), "month") == {"2021-05": 2, "2021-11": 1}
    assert counted(facets.counts([1, 2, 3, 5]), "year") == {}


def test_states_are_counted_from_the_marks() -> None:
    assert counted(FACETS.counts(ALL, MARKED), "state") == {
        "annotated": 1,
        "broken": 1,
        "read": 1,
        "starred": 1,
        "unread": 2,
    }
    assert counted(FACETS.counts(ALL, {}), "state") == {"broken": 1, "unread": 3}


@given(st.data(), st.lists(st.sampled_from(["a", "a/b", "a/b/c", "d", ""]), max_size=12))
def test_folders_lie_side_by_side_where_the_selection_parts(
    data: st.DataObject, folders: list[str]
) -> None:
    names = [f"{folder}/{number}.txt".lstrip("/") for number, folder in enumerate(folders)]
    collection = Collection({row: {"name": name} for row, name in enumerate(names, 1)})
    chosen = data.draw(st.sets(st.sampled_from(range(1, len(names) + 1)))) if names else set()
    found = counted(Facets.of(collection).counts(chosen), "folder")
    here = [names[row - 1] for row in chosen]
    for folder, documents in found.items():
        assert documents == sum(name.startswith(f"{folder}/") for name in here) < len(here)
    assert len({folder.rpartition("/")[0] for folder in found}) <= 1


def test_of_a_facet_the_values_that_most_documents_have_are_told() -> None:
    some = {
        row: {"name": f"{row}.txt", "author": str(row), "site": "one" if row % 2 else "two"}
        for row in range(1, MOST_VALUES + 50)
    }
    some[1]["author"] = "2"
    told, values = Facets.of(Collection(some)).counted(np.ones(len(some), np.bool_), {})
    assert len(counted(told, "author")) == MOST_VALUES
    assert counted(told, "author")["2"] == 2
    assert values["author"] == len(some) - 1


def test_tags_that_change_by_hand_are_found_as_they_are_then() -> None:
    own = {1: "Küste/hafen", 2: "kuste", 3: "KÜSTE/Hafen/öl"}
    facets = Facets.of(
        Collection({row: {"name": str(row), "tags": tags} for row, tags in own.items()})
    )

    def found(text: str, marked: dict[Row, Noted]) -> set[int]:
        field = parse(text).tree
        assert isinstance(field, Field)
        chosen = facets.matching(field, marked)
        return {*facets.rows[chosen].tolist()}

    assert found("tag:kuste", {}) == {1, 2, 3}
    assert found("tag:=küste", {}) == {2}
    assert found("tag:Kuste/Hafen", {}) == {1, 3}
    moved = {
        Row(1): Noted(added=frozenset({"Öl"}), removed=frozenset({"Küste/hafen"})),
        Row(2): Noted(added=frozenset({"küste/HAFEN"})),
    }
    assert found("tag:kuste/hafen", moved) == {2, 3}
    assert found("tag:ol*", moved) == {1}
    assert found("tag:kuste/hafen", {}) == {1, 3}
