from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.search import gathering
from reader.search.gathering import FACETS, Gathered, gather
from reader.search.table import table
from tests.search.collection import DOCUMENTS, MARKED, Collection

VALUES = st.fixed_dictionaries(
    {
        "title": st.sampled_from(["The harbour", "Ärger", "", "a\tb"]),
        "site": st.sampled_from(["", "one.example", "two.example"]),
        "author": st.sampled_from(["", "Mara"]),
        "tags": st.sampled_from(["", "a", "a/b\nc", "c"]),
        "date": st.sampled_from(["", "2021-05-03", "2020"]),
        "words": st.sampled_from(["0", "12"]),
        "broken": st.sampled_from(["", "why"]),
    }
)
COLLECTIONS = st.dictionaries(st.integers(1, 9), VALUES, max_size=6)


class Refusing(Collection):
    """A catalogue whose columns must not be asked for."""

    def columns(self, names: Sequence[str]) -> Iterator[tuple[Any, ...]]:
        raise AssertionError(names)


@pytest.fixture(autouse=True)
def kept_however_few(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gathering, "KEPT_FROM", 0)


def named(documents: Mapping[int, Mapping[str, str]]) -> Collection:
    return Collection({row: {"name": f"{row}.txt", **its} for row, its in documents.items()})


def same(one: Gathered, other: Gathered) -> bool:
    arrays = one.facets.arrays, other.facets.arrays
    return (
        arrays[0].keys() == arrays[1].keys()
        and all(np.array_equal(array, arrays[1][name]) for name, array in arrays[0].items())
        and one.index.find("harbour mara") == other.index.find("harbour mara")
    )


@settings(deadline=None)
@given(COLLECTIONS, COLLECTIONS)
def test_what_was_kept_is_what_is_gathered(
    tmp_path_factory: pytest.TempPathFactory,
    first: dict[int, dict[str, str]],
    then: dict[int, dict[str, str]],
) -> None:
    kept = tmp_path_factory.mktemp("kept")
    catalogue = named(first)
    gathered = gather(catalogue, None, kept)
    assert same(gather(catalogue, None, kept), gathered)
    catalogue.documents, catalogue.generation = named(then).documents, 2
    fresh = gather(catalogue, None, None)
    assert same(gather(catalogue, gathered.index, kept), fresh)
    again = gather(catalogue, None, kept)
    assert same(again, fresh)
    assert again.facets.counts(then, MARKED) == fresh.facets.counts(then, MARKED)


def test_what_was_kept_is_not_gathered_again(tmp_path: Path) -> None:
    gathered = gather(Collection(), None, tmp_path)
    assert same(gather(Refusing(), None, tmp_path), gathered)


@pytest.mark.parametrize("number", ["birth", "generation"])
def test_of_another_state_or_catalogue_it_is_gathered_again(tmp_path: Path, number: str) -> None:
    gather(Collection(), None, tmp_path)
    other = Collection({row: DOCUMENTS[row] for row in (1, 2)})
    setattr(other, number, 7)
    assert len(gather(other, None, tmp_path).facets) == 2


def test_titles_of_one_state_and_facets_of_another_are_gathered_again(tmp_path: Path) -> None:
    catalogue = Collection()
    gather(catalogue, None, tmp_path)
    facets = (tmp_path / FACETS).read_bytes()
    catalogue.documents.pop(2)
    catalogue.generation = 2
    gather(catalogue, None, tmp_path)
    (tmp_path / FACETS).write_bytes(facets)
    assert len(gather(catalogue, None, tmp_path).facets) == 2


def test_what_is_damaged_or_of_another_version_is_made_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gathered = gather(Collection(), None, tmp_path)
    whole = (tmp_path / FACETS).read_bytes()
    for damaged in (b"", whole[:-1], whole[:100] + b"?" + whole[101:]):
        (tmp_path / FACETS).write_bytes(damaged)
        assert same(gather(Collection(), None, tmp_path), gathered)
        assert (tmp_path / FACETS).read_bytes() == whole
    monkeypatch.setattr(gathering, "VERSION", gathering.VERSION + 1)
    with pytest.raises(AssertionError):
        gather(Refusing(), None, tmp_path)


def test_of_few_documents_only_the_titles_are_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gather(Collection(), None, tmp_path)
    assert (tmp_path / FACETS).exists()
    monkeypatch.setattr(gathering, "KEPT_FROM", len(DOCUMENTS) + 1)
    gather(Collection(), None, tmp_path)
    files = {path.name: path.stat().st_mtime_ns for path in tmp_path.iterdir()}
    gather(Collection(), None, tmp_path)
    assert {path.name: path.stat().st_mtime_ns for path in tmp_path.iterdir()} == files


def test_where_nothing_can_be_kept_everything_is_found(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert len(gather(Collection(), None, tmp_path / "file" / "titles").facets) == len(DOCUMENTS)


def test_words_beside_titles_are_made_one_by_one_or_all_the_same() -> None:
    beside = gathering.Beside(table(Collection()))
    assert [*beside] == beside[:] == [beside[place] for place in range(len(beside))]
    assert beside[1] == "kustblatt.example  energy north/a.html"
