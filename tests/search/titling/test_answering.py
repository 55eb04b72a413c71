import pytest

from reader.search.titling import answering as module
from reader.search.titling.answering import Answering, Asked
from reader.search.titling.building import build

TITLES = ["The harbour that forgot the sea", "web server", "Getting things done", "unharboured"]
BESIDE = ["north", "south", "harbour", ""]


def answers(query: str, deep: bool = False) -> dict[int, tuple[float, float]]:
    words = query.split()
    asked = [Asked(word, place == len(words) - 1, True) for place, word in enumerate(words)]
    found = Answering(build(TITLES, BESIDE), 0.5).candidates(asked, asked if deep else ())
    pairs = zip(found.quality.round(2).tolist(), found.worth.round(2).tolist(), strict=True)
    return dict(zip(found.rows.tolist(), pairs, strict=True))


def test_words_beside_a_title_are_as_sure_but_worth_less() -> None:
    assert answers("harbour") == {0: (1, 1), 2: (1, 0.5)}


def test_every_word_must_be_answered() -> None:
    assert [*answers("sea harbour")] == [0]
    assert answers("sea server") == {}
    assert [*answers("sea harbour zebra forgot")] == [0]


@pytest.mark.parametrize(("query", "row"), [("webserver", 1), ("webserv", 1)])
def test_two_words_may_be_typed_as_one(query: str, row: int) -> None:
    assert [*answers(query)] == [row]


def test_the_costlier_ways_of_meaning_a_title_have_to_be_asked_for() -> None:
    assert answers("gtd") == {}
    assert [*answers("gtd", deep=True)] == [2]
    assert 3 not in answers("harbour")
    assert [*answers("harbour", deep=True)] == [0, 2, 3]


def test_a_word_that_must_stand_as_it_is_is_not_misspelt() -> None:
    answering = Answering(build(TITLES, BESIDE), 0.5)
    for word, rows in (("harbuor", []), ("harb", [0, 2])):
        asked = [Asked(word, True, False)]
        found = answering.candidates(asked, asked)
        assert found.rows.tolist() == rows


def test_what_was_asked_before_is_answered_the_same() -> None:
    answering = Answering(build(TITLES, BESIDE), 0.5)
    once, again = (answering.evidence(Asked("harb", True, True), deep=False) for _ in range(2))
    assert again is once


def test_what_takes_much_memory_is_forgotten_once_a_query_has_been_answered(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(module, "REMEMBERED_ROWS", 1)
    answering = Answering(build(TITLES, BESIDE), 0.5)
    wide, narrow = Asked("harb", True, True), Asked("server", True, True)
    before = [answering.evidence(word, deep=False) for word in (wide, narrow)]
    assert answering.evidence(wide, deep=False) is before[0]
    answering.settle()
    assert answering.evidence(narrow, deep=False) is before[1]
    assert answering.evidence(wide, deep=False) is not before[0]


@pytest.mark.parametrize("query", ["sea harbour", "t h", "harb", "web server sea harbour"])
def test_rows_are_looked_up_one_by_one_or_all_at_once_the_same(
    monkeypatch: pytest.MonkeyPatch, query: str
) -> None:
    found = []
    for share in (0, 1000):
        monkeypatch.setattr(module, "SPREAD_FROM", share)
        found.append((answers(query), answers(query, deep=True)))
    assert found[0] == found[1]
