"""Counts of lines are those of the documents that are there, and levels follow the counts."""

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.catalogue import Catalogue
from tests.catalogue.documents import clear, judge, judge_all, put

Change = tuple[str, str, str, frozenset[int]]  # what, name, site, fingerprints

changes = st.lists(
    st.tuples(
        st.sampled_from(["put", "put", "put", "skip", "remove", "refresh"]),
        st.sampled_from("abcde"),
        st.sampled_from(["x", "y"]),
        st.frozensets(st.integers(-3, 3) | st.sampled_from([-(2**63), 2**63 - 1])),
    ),
    max_size=30,
)


@pytest.fixture
def catalogue(tmp_path: Path) -> Catalogue:
    return Catalogue(tmp_path)


def level(count: int, pages: int) -> int:
    return 0 if count < 2 else 3 if count * 2 >= pages else 1


def apply(catalogue: Catalogue, change: Change) -> None:
    what, name, site, fingerprints = change
    row = catalogue.named(name)
    if what == "put":
        put(catalogue, name, sorted(fingerprints), site=site)
    elif what == "skip":
        put(catalogue, name, skipped="binary")
    elif what == "remove" and row is not None:
        catalogue.remove(row)
    elif what == "refresh":
        catalogue.refresh_levels(level)
        judge_all(catalogue)


def counted_from_scratch(made: Iterable[Change]) -> dict[str, tuple[int, dict[int, int]]]:
    """What `repetition` must give for each name after these changes."""
    standing: dict[str, tuple[str, frozenset[int]]] = {}
    for what, name, site, fingerprints in made:
        if what == "put":
            standing[name] = site, fingerprints
        elif what in ("skip", "remove"):
            standing.pop(name, None)
    pages = Counter(site for site, _ in standing.values())
    counts = Counter(
        (site, fingerprint) for site, numbers in standing.values() for fingerprint in numbers
    )
    return {
        name: (
            pages[site],
            {number: counts[site, number] for number in numbers if counts[site, number] > 1},
        )
        for name, (site, numbers) in standing.items()
    }


def counted(catalogue: Catalogue) -> dict[str, tuple[int, dict[int, int]]]:
    names = catalogue.names([*catalogue.unjudged(), *dict(catalogue.columns(["name"]))])
    return {name: catalogue.repetition(row) for row, name in names.items()}


@given(made=changes)
def test_counts_are_those_of_counting_from_scratch(
    tmp_path_factory: pytest.TempPathFactory, made: list[Change]
) -> None:
    catalogue = Catalogue(tmp_path_factory.getbasetemp() / "counts")
    clear(catalogue)
    for change in made:
        apply(catalogue, change)
    expected = counted_from_scratch(made)
    assert counted(catalogue) == expected
    catalogue.refresh_levels(level)
    assert counted(catalogue) == expected


@given(made=changes)
def test_a_document_is_judged_again_exactly_when_its_levels_are_others(
    tmp_path_factory: pytest.TempPathFactory, made: list[Change]
) -> None:
    catalogue = Catalogue(tmp_path_factory.getbasetemp() / "levels")
    clear(catalogue)

    def levels() -> dict[str, dict[int, int]]:
        return {
            name: {number: found for number, count in counts.items() if (found := level(count, n))}
            for name, (n, counts) in counted(catalogue).items()
        }

    for change in made:
        catalogue.refresh_levels(level)
        judge_all(catalogue)
        before = levels()
        apply(catalogue, change)
        catalogue.refresh_levels(level)
        after = levels()
        waiting = set(catalogue.names(catalogue.unjudged()).values())
        put_in = {change[1]} if change[0] == "put" else set()
        assert waiting == put_in | {
            name for name in after if name in before and after[name] != before[name]
        }


def test_only_documents_with_a_line_of_another_level_are_judged_again(
    catalogue: Catalogue,
) -> None:
    put(catalogue, "a", [1, 2])
    put(catalogue, "b", [3])
    put(catalogue, "c", [1], site="other")
    catalogue.refresh_levels(level)
    judge_all(catalogue)
    put(catalogue, "d", [1])
    catalogue.refresh_levels(level)
    assert judge_all(catalogue) == ["a", "d"]


def test_what_was_judged_while_counts_were_moving_is_judged_again(catalogue: Catalogue) -> None:
    row = put(catalogue, "a", [1])
    catalogue.refresh_levels(level)
    other = put(catalogue, "b", [1])
    judge(catalogue, row)
    assert list(catalogue.unjudged()) == [other]
    catalogue.remove(other)
    catalogue.refresh_levels(level)
    assert list(catalogue.unjudged()) == [row]


def test_a_site_without_pages_is_forgotten(catalogue: Catalogue) -> None:
    row = put(catalogue, "a", [1, 2])
    catalogue.refresh_levels(level)
    catalogue.remove(row)
    catalogue.refresh_levels(level)
    for table in ("site", "line", "departed", "fingerprint", "content"):
        assert catalogue._database.rows(f"SELECT * FROM {table}") == []


def test_more_documents_than_one_portion_are_all_counted(catalogue: Catalogue) -> None:
    with catalogue.transaction():
        for number in range(2_500):
            put(catalogue, f"{number}", [1, number + 10])
    catalogue.refresh_levels(level)
    assert len(list(catalogue.unjudged())) == 2_500
    row = catalogue.named("7")
    assert row is not None
    assert catalogue.repetition(row) == (2_500, {1: 2_500})
