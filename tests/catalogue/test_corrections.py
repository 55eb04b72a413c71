"""Documents wait to be judged exactly when something else is said of their lines."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.catalogue import Catalogue, Scope
from reader.errors import DocumentNotFoundError
from reader.model import Row
from tests.catalogue.documents import clear, judge, judge_all, put

NOTHING: tuple[dict[int, bool], dict[int, bool]] = {}, {}


@pytest.fixture
def catalogue(tmp_path: Path) -> Catalogue:
    """Three pages of one site, one of another, all judged."""
    catalogue = Catalogue(tmp_path)
    for name, numbers in {"a": [1, 2], "b": [2, 3], "c": [4]}.items():
        put(catalogue, name, numbers, site="north")
    put(catalogue, "d", [1, 2], site="south")
    catalogue.refresh_levels(lambda count, pages: 0)
    judge_all(catalogue)
    return catalogue


def row(catalogue: Catalogue, name: str) -> Row:
    found = catalogue.named(name)
    assert found is not None
    return found


def waiting(catalogue: Catalogue) -> list[str]:
    return sorted(catalogue.names(list(catalogue.unjudged())).values())


def test_pages_of_the_site_with_the_line_wait_and_no_others(catalogue: Catalogue) -> None:
    assert catalogue.settled()
    catalogue.correct({"north": {2: False}})
    assert waiting(catalogue) == ["a", "b"]
    assert catalogue.unjudged_count() == 2
    assert not catalogue.settled()
    assert judge_all(catalogue) == ["a", "b"]
    assert catalogue.settled()
    assert catalogue.corrections() == {"north": {2: False}}


def test_only_what_is_said_anew_makes_documents_wait(catalogue: Catalogue) -> None:
    catalogue.correct({"north": {2: False, 4: True}})
    judge_all(catalogue)
    before = catalogue.generation
    catalogue.correct({"north": {2: False, 4: False}})
    assert judge_all(catalogue) == ["c"]
    catalogue.correct({"north": {2: False}})
    assert judge_all(catalogue) == ["c"]
    catalogue.correct({})
    assert judge_all(catalogue) == ["a", "b"]
    assert catalogue.generation > before


def test_a_correction_of_one_document_makes_it_alone_wait(catalogue: Catalogue) -> None:
    catalogue.correct({row(catalogue, "b"): {2: True}})
    assert judge_all(catalogue) == ["b"]
    assert catalogue.corrections() == {row(catalogue, "b"): {2: True}}


def test_a_document_that_waits_to_be_judged_anew_is_still_a_judged_one(
    catalogue: Catalogue,
) -> None:
    catalogue.correct({"south": {1: True}})
    (document,) = catalogue.documents([row(catalogue, "d")])
    assert document.judged


def test_it_says_by_what_a_document_was_judged(catalogue: Catalogue) -> None:
    a, d = row(catalogue, "a"), row(catalogue, "d")
    assert catalogue.judged_by(a) == catalogue.judged_by(d) == NOTHING
    catalogue.correct({"north": {2: False}, a: {2: True}})
    assert catalogue.judged_by(a) is None
    assert catalogue.judged_by(d) == NOTHING
    judge_all(catalogue)
    assert catalogue.judged_by(a) == ({2: True}, {2: False})
    assert catalogue.judged_by(row(catalogue, "c")) == ({}, {2: False})
    with pytest.raises(DocumentNotFoundError):
        catalogue.judged_by(Row(99))


def test_a_new_document_waits_as_it_would_anyway(catalogue: Catalogue) -> None:
    catalogue.correct({"north": {2: False}})
    judge_all(catalogue)
    new = put(catalogue, "e", [2], site="north")
    assert catalogue.judged_by(new) is None
    assert not catalogue.documents([new])[0].judged
    catalogue.correct({})
    assert waiting(catalogue) == ["a", "b", "e"]


def test_what_is_gone_from_the_catalogue_disturbs_nothing(catalogue: Catalogue) -> None:
    b = row(catalogue, "b")
    catalogue.correct({b: {2: True}, "nowhere": {2: True}})
    judge_all(catalogue)
    catalogue.remove(b)
    catalogue.correct({})
    assert waiting(catalogue) == []
    catalogue.correct({"north": {2: False}})
    clear(catalogue)
    assert catalogue.corrections() == {}


def test_sites_are_known_by_their_keys(catalogue: Catalogue) -> None:
    assert catalogue.site_keys() == {"north", "south"}
    assert catalogue.site_key(row(catalogue, "d")) == "south"
    skipped = put(catalogue, "e", skipped="binary")
    assert catalogue.site_key(skipped) == ""
    assert catalogue.judged_by(skipped) == NOTHING


def test_the_pages_that_hold_a_line_are_found_and_counted(catalogue: Catalogue) -> None:
    a, b, c = (row(catalogue, name) for name in "abc")
    assert catalogue.holding("north", [2, 4]) == [a, b, c]
    assert catalogue.holding("north", [1]) == [a]
    assert catalogue.holding("north", []) == catalogue.holding("nowhere", [1]) == []
    assert catalogue.occurrences("north", [2, 4]) == 3
    assert catalogue.occurrences("nowhere", [2]) == catalogue.occurrences("north", []) == 0


SAID = st.dictionaries(
    st.sampled_from(["north", "south", 1, 2, 3, 4]),
    st.dictionaries(st.integers(0, 4), st.booleans(), min_size=1),
)


@given(st.lists(SAID, max_size=6))
def test_whatever_is_said_documents_wait_that_were_judged_otherwise(
    tmp_path_factory: pytest.TempPathFactory, told: list[Mapping[str | int, Mapping[int, bool]]]
) -> None:
    catalogue = Catalogue(tmp_path_factory.mktemp("cache"))
    sites, numbers = ["north", "north", "south", "south"], [[1, 2], [2, 3], [2], []]
    rows = [
        put(catalogue, str(n), held, site=site)
        for n, (site, held) in enumerate(zip(sites, numbers, strict=True))
    ]
    catalogue.refresh_levels(lambda count, pages: 0)
    judged: dict[Row, object] = {}
    for said in ({}, *told):
        wanted: dict[Scope, Mapping[int, bool]] = {
            scope if isinstance(scope, str) else Row(scope): verdicts
            for scope, verdicts in said.items()
        }
        catalogue.correct(wanted)
        waits = set(catalogue.unjudged())
        for place, held, site in zip(rows, numbers, sites, strict=True):
            own, theirs = wanted.get(place, {}), wanted.get(site, {})
            now = [(key, own.get(key), theirs.get(key)) for key in held]
            assert place in waits or judged[place] == now
            if place in waits:
                judge(catalogue, place)
                judged[place] = now
    catalogue.close()
