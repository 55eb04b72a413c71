from array import array
from collections.abc import Sequence

import pytest

from reader.model import Document, DocumentId, Found, Row, Snippet
from reader.tui.listing import WINDOW, AllRows, Band, Fetch, Listing, banded


class Shelf:
    """Documents of any number, and what was asked for of them."""

    def __init__(self, gone: Sequence[int] = ()) -> None:
        self.gone = gone
        self.fetched: list[list[Row]] = []
        self.passages: list[tuple[Row, tuple[str, ...]]] = []

    def documents(self, rows: Sequence[Row]) -> list[Document]:
        self.fetched.append(list(rows))
        return [Document(row, DocumentId(f"{row:010x}"), f"{row}.txt", f"title {row}")
                for row in rows if row not in self.gone]  # fmt: skip

    def snippet(self, row: Row, words: Sequence[str]) -> Snippet:
        self.passages.append((row, tuple(words)))
        return Snippet(f"passage of {row}")

    @property
    def fetch(self) -> Fetch:
        return Fetch(self.documents, self.snippet)


def rows(*numbers: int) -> list[Row]:
    return [Row(number) for number in numbers]


FOUND = Found("sea", "sea", rows(4, 2), rows(9, 7, 1), {Row(4): (0, 2)}, words=("sea",))
BANDS = [Band("IN TITLES", FOUND.titles), Band("IN TEXT", FOUND.texts)]


def test_bands_follow_one_another_and_each_document_has_one_place() -> None:
    listing = Listing(Shelf().fetch, BANDS, FOUND)
    assert [listing.key(index) for index in range(len(listing))] == [4, 2, 9, 7, 1]
    assert [listing.find(row) for row in rows(4, 2, 9, 7, 1, 5)] == [0, 1, 2, 3, 4, None]


def test_a_band_without_rows_is_not_there() -> None:
    assert [band.heading for band in Listing(Shelf().fetch, [Band("A", []), *BANDS]).bands] == [
        "IN TITLES",
        "IN TEXT",
    ]
    assert len(Listing(Shelf().fetch, [Band("", [])])) == 0


def test_documents_are_fetched_once_and_only_around_the_one_asked_for() -> None:
    shelf = Shelf()
    listing = Listing(shelf.fetch, [Band("", rows(*range(1, 1001)))])
    assert shelf.fetched == []
    for index in (500, 501, 500):
        document = listing.document(index)
        assert document is not None
        assert document.row == index + 1
    assert len(shelf.fetched) == 1
    assert len(shelf.fetched[0]) == WINDOW


def test_what_changed_is_fetched_again_once_it_is_forgotten() -> None:
    shelf = Shelf()
    listing = Listing(shelf.fetch, BANDS)
    listing.document(0)
    listing.forget()
    listing.document(0)
    assert len(shelf.fetched) == 2


def test_a_document_that_is_gone_leaves_its_neighbours_where_they_are() -> None:
    listing = Listing(Shelf(gone=[2]).fetch, BANDS, FOUND)
    assert listing.document(1) is None
    following = listing.document(2)
    assert following is not None
    assert following.row == 9


def test_passages_belong_to_the_text_band_and_are_fetched_once() -> None:
    shelf = Shelf()
    listing = Listing(shelf.fetch, BANDS, FOUND)
    assert listing.snippet(0) is None
    assert listing.snippet(2) == listing.snippet(2) == Snippet("passage of 9")
    assert shelf.passages == [(9, ("sea",))]


def test_without_words_there_is_no_passage() -> None:
    narrowed = Found("tag:sea", "tagged sea", [], rows(9))
    assert Listing(Shelf().fetch, [Band("", narrowed.texts)], narrowed).snippet(0) is None
    assert Listing(Shelf().fetch, BANDS).snippet(2) is None


def test_matched_letters_are_known_where_there_are_any() -> None:
    listing = Listing(Shelf().fetch, BANDS, FOUND)
    assert listing.positions(Row(4)) == (0, 2)
    assert listing.positions(Row(9)) == ()
    assert Listing(Shelf().fetch, BANDS).positions(Row(4)) == ()


def test_preparing_fetches_what_the_first_rows_need() -> None:
    shelf = Shelf()
    listing = Listing(shelf.fetch, BANDS, FOUND)
    listing.prepare(4)
    assert [row for row, _ in shelf.passages] == [9, 7]
    asked = len(shelf.fetched)
    listing.document(3)
    assert len(shelf.fetched) == asked
    listing.prepare(1_000)


def test_all_rows_loads_the_rest_only_when_it_is_asked_for() -> None:
    asked: list[int] = []

    def rest() -> "array[int]":
        asked.append(1)
        return array("I", range(1, 301))

    everything = AllRows(rows(*range(1, 201)), 300, rest)
    assert len(everything) == 300
    assert [everything[0], everything[199]] == [1, 200]
    assert asked == []
    assert [everything[200], everything[299]] == [201, 300]
    assert asked == [1]
    assert list(everything) == list(range(1, 301))


def test_all_rows_ends_where_it_says_even_if_documents_went_in_between() -> None:
    everything = AllRows(rows(1, 2), 5, lambda: array("I", [1, 2, 3]))
    listing = Listing(Shelf(gone=[0]).fetch, [Band("", everything)])
    assert [listing.document(index) is None for index in range(5)] == [False] * 3 + [True] * 2
    assert listing.find(Row(8)) is None
    with pytest.raises(IndexError):
        everything[5]


def test_groups_are_bands_of_their_own() -> None:
    found = FOUND._replace(
        titles=rows(4, 2, 9), texts=(), mixed=True, groups=(("north", 2), ("\x1bsouth", 1))
    )
    listing = Listing(Shelf().fetch, banded(found), found)
    assert [(band.heading, list(band.rows)) for band in listing.bands] == [
        ("north", [4, 2]),
        ("␛south", [9]),
    ]
    assert listing.headed
    assert [listing.folding.band_of(index) for index in range(3)] == [0, 0, 1]
    assert listing.bands.starts == [0, 2, 3]


def test_in_an_order_that_was_asked_for_a_passage_stands_where_no_title_matched() -> None:
    found = FOUND._replace(titles=rows(9, 4), texts=(), mixed=True)
    listing = Listing(Shelf().fetch, banded(found), found)
    assert not listing.headed
    assert listing.snippet(0) == Snippet("passage of 9")
    assert listing.snippet(1) is None


def test_without_words_a_result_is_one_band() -> None:
    found = FOUND._replace(words=())
    assert [band.heading for band in banded(found)] == [""]
    assert [band.heading for band in banded(FOUND)] == ["IN TITLES", "IN TEXT"]


def test_groups_are_made_as_they_are_seen() -> None:
    many = 100_000
    groups = tuple((f"site {n}", 2) for n in range(many))
    found = Found("group:site", "", rows(*range(2 * many)), (), mixed=True, groups=groups)
    listing = Listing(Shelf().fetch, banded(found), found)
    assert listing.grouped_by == "site"
    assert (len(listing), len(listing.bands), listing.size(7)) == (2 * many, many, 2)
    assert listing.bands[-1].heading == "site 99999"
    assert [band.heading for band in listing.bands[3:5]] == ["site 3", "site 4"]
    assert listing.key(70_001) == 70_001
    assert listing.find(Row(70_001)) == 70_001
    assert listing.find(Row(many * 3)) is None


def test_another_listing_is_closed_where_this_one_is() -> None:
    one, other = (Listing(Shelf().fetch, BANDS, FOUND) for _ in range(2))
    one.folding.set_closed(1, True)
    other.fold_like(one)
    assert [other.folding.is_closed(band) for band in (0, 1)] == [False, True]


def test_it_is_known_what_was_found_by_its_text() -> None:
    fetch = Fetch(lambda rows: [], lambda row, words: Snippet(""))
    listing = Listing(fetch, banded(FOUND), FOUND)
    assert [listing.in_text(index) for index in range(5)] == [False, False, True, True, True]
    mixed = FOUND._replace(titles=rows(9, 4), texts=[], mixed=True)
    assert [Listing(fetch, banded(mixed), mixed).in_text(index) for index in (0, 1)] == [
        True,
        False,
    ]
    assert not Listing(fetch, [Band("", rows(1))]).in_text(0)
