import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.search.paths import path_pattern, path_place


@pytest.mark.parametrize(
    ("glob", "name"),
    [
        ("*.md", "a/b/x.md"),
        ("a", "a/b/x.md"),
        ("a/", "a/b/x.md"),
        ("b", "a/b/x.md"),
        ("a/*/x.md", "a/b/x.md"),
        ("a/**", "a/b/x.md"),
        ("**/x.*", "x.md"),
        ("A/B", "a/b/x.md"),
        ("?.md", "x.md"),
        ("[wx].md", "x.md"),
        ("./a", "a/x"),
    ],
)
def test_a_glob_means_these_paths(glob: str, name: str) -> None:
    assert path_pattern(glob).fullmatch(name)


@pytest.mark.parametrize(
    ("glob", "name"),
    [
        ("*.md", "x.txt"),
        ("a/*.md", "a/b/x.md"),
        ("b/x.md", "a/b/x.md"),
        ("ab", "abc/x"),
        ("[!x].md", "x.md"),
        ("a.c", "abc"),
    ],
)
def test_a_glob_does_not_mean_these(glob: str, name: str) -> None:
    assert not path_pattern(glob).fullmatch(name)


@given(st.text())
def test_any_text_is_a_glob(glob: str) -> None:
    assert path_pattern(glob).pattern


def test_paths_are_in_order_folder_by_folder() -> None:
    names = ["a-b", "a/x", "a.txt", "a/b/c", "B", "\udcff"]
    assert sorted(names, key=path_place) == ["B", "a/b/c", "a/x", "a-b", "a.txt", "\udcff"]
