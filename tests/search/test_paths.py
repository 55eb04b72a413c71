import re

import pytest
from hypothesis import given, settings
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


def plainly(glob: str) -> str:
    """What a glob means, without a thought of time."""
    pieces = re.split(r"((?:(?<=/)|^)\*\*/|\*\*|\*|\?)", glob if "/" in glob else f"**/{glob}")
    means = {"**/": "(?:.*/)?", "**": ".*", "*": "[^/]*", "?": "[^/]"}
    return "".join(means.get(piece) or re.escape(piece) for piece in pieces) + "(?:/.*)?"


@settings(max_examples=1000)
@given(st.text("ab*/?", min_size=1, max_size=9), st.text("ab/", max_size=12))
def test_a_glob_with_many_stars_means_what_each_of_them_means(glob: str, name: str) -> None:
    glob = glob.strip("/")
    expected = re.fullmatch(plainly(glob), name, re.DOTALL)
    assert bool(path_pattern(glob).fullmatch(name)) == bool(expected)


@pytest.mark.parametrize(
    "glob", ["*a" * 30 + "b", "**/" * 12 + "*a*b", "**a" * 20 + "b", "*/" * 20]
)
def test_no_glob_takes_long(glob: str) -> None:
    """With a step for each way to share out a name among the stars this would never end."""
    for name in ("a" * 200, "a/" * 100 + "a"):
        assert not path_pattern(glob + "c").fullmatch(name)


@given(st.text())
def test_any_text_is_a_glob(glob: str) -> None:
    assert path_pattern(glob).pattern


def test_paths_are_in_order_folder_by_folder() -> None:
    names = ["a-b", "a/x", "a.txt", "a/b/c", "B", "\udcff"]
    assert sorted(names, key=path_place) == ["B", "a/b/c", "a/x", "a-b", "a.txt", "\udcff"]
