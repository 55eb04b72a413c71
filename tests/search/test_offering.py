from datetime import date

import numpy as np
import pytest

from reader.model import Found
from reader.search.around import NOWHERE
from reader.search.facets import Facets
from reader.search.fold import fold
from reader.search.offering import MOST_NEAR, Names, Offer, Offering, Offerings
from reader.search.places import Places
from reader.search.rows import Rows
from tests.search.collection import MARKED, Collection

FACETS = Facets.of(Collection())
AROUND = NOWHERE._replace(
    searches=lambda: {"the sea": "tag:sea", "fog": "fog"},
    today=lambda: date(2021, 6, 1),
    places=lambda: Places({"letters": ("north/",), "gone": ()}),
)


def offering(*rows: int) -> Offering:
    found = Found("", "", Rows(rows), Rows()) if rows else None
    return Offerings().of(FACETS, found, MARKED, AROUND)


def offered(field: str, begun: str = "", *rows: int) -> list[tuple[str, int | None]]:
    return [(offer.value, offer.documents) for offer in offering(*rows).offered(field, begun, 8)]


@pytest.mark.parametrize(
    ("field", "begun", "expected"),
    [
        ("site", "", [("www.northlight.example", 2), ("kustblatt.example", 1)]),
        ("site", "north", [("www.northlight.example", 2)]),
        ("site", "NORTH", [("www.northlight.example", 2)]),
        ("author", "lind", [("Mara Lindqvist", 1)]),
        ("author", "mara l", [("Mara Lindqvist", 1)]),
        ("type", "h", [("html", 1)]),
        ("rating", "", [("4", 1)]),
        ("date", "20", [("2021", 1), ("2020", 1), ("2021-05", 1), ("2020-01", 1)]),
        ("date", "last_m", [("last_month", 1)]),
        ("saved", "this_y", [("this_year", 3)]),
        ("group", "ye", [("year", None)]),
        ("sort", "d", [("date", None)]),
        ("query", "sea", [("the sea", None)]),
        ("is", "br", [("broken", 1)]),
        ("has", "im", [("image", 1)]),
        ("has", "imga", [("image", 1)]),
        ("has", "ur", [("url", None)]),
        ("in", "", [("letters", 2)]),
        ("words", "", []),
        ("title", "h", []),
    ],
)
def test_what_begins_so_is_offered_with_its_count(
    field: str, begun: str, expected: list[tuple[str, int | None]]
) -> None:
    if field == "saved":
        assert offered(field, begun)[0][0] == expected[0][0]
    else:
        assert offered(field, begun) == expected


def test_what_no_document_of_the_selection_has_is_not_offered() -> None:
    assert offered("site", "", 2) == [("kustblatt.example", 1)]
    assert offered("author", "", 2) == []
    assert offered("tag", "coast", 2) == []


def test_tags_given_by_hand_and_parents_count() -> None:
    counted = dict(offered("tag"))
    assert (counted["energy"], counted["coast"], counted["coast/rail"]) == (1, 1, 1)


def test_where_nothing_begins_so_what_is_spelt_nearly_so_is_offered() -> None:
    assert offered("site", "kutsblat") == [("kustblatt.example", 1)]
    assert offered("author", "linqd") == [("Mara Lindqvist", 1)]
    assert offered("tag", "enrgy")[0][0] == "energy"
    assert offered("site", "xy") == offered("site", "qqqqq") == []


def test_names_are_gathered_once_for_a_state_of_the_facets() -> None:
    offerings = Offerings()
    one = offerings.of(FACETS, None, MARKED, AROUND)
    one.prepare()
    other = offerings.of(FACETS, None, MARKED, AROUND)
    assert other._names("site") is one._names("site")
    assert other._names("tag") is one._names("tag")
    retagged = offerings.of(FACETS, None, {}, AROUND)
    assert retagged._names("site") is one._names("site")
    assert retagged.offered("tag", "to", 3) == []
    fresh = offerings.of(Facets.of(Collection()), None, {}, AROUND)
    assert fresh._names("site") is not one._names("site")


def test_no_more_are_offered_than_asked_for_and_the_most_frequent_first() -> None:
    documents = {
        n: {"name": f"{n:03}.txt", "author": f"Ann {n % 20:02}" if n % 3 else "Ben Ann"}
        for n in range(1, 100)
    }
    facets = Facets.of(Collection(documents))
    found = Offerings().of(facets, None, {}, NOWHERE).offered("author", "ann", 3)
    assert found[0] == Offer("Ben Ann", 33)
    assert [offer.documents for offer in found] == sorted(
        (offer.documents for offer in found if offer.documents), reverse=True
    )
    assert len(found) == 3


def test_of_many_names_the_most_frequent_are_looked_at_for_a_misspelling() -> None:
    values = [*(f"name{n}" for n in range(MOST_NEAR)), "lighthouse"]
    often = np.ones(MOST_NEAR + 1, np.int64)
    assert not len(Names(values, often).near("lighthuose"))
    often[-1] = 2
    names = Names(values, often)
    assert names.near("lighthuose").tolist() == [MOST_NEAR]
    assert names.begun(fold("LIGHT")).tolist() == [MOST_NEAR]
