"""What ignore files leave out, by gitignore's rules, and which of them has the last word."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.sources.ignored import Ignored


def ignored(folder: Path, ignore: str = "", gitignore: str = "", name: str = "") -> Ignored:
    """What holds at the top of a folder, or in a folder below it, with these files in it."""
    return inside(Ignored(), folder, ignore, gitignore, name)


def inside(
    above: Ignored, folder: Path, ignore: str = "", gitignore: str = "", name: str = ""
) -> Ignored:
    place = folder / name
    place.mkdir(parents=True, exist_ok=True)
    for file, text in ((".ignore", ignore), (".gitignore", gitignore)):
        if text:
            (place / file).write_text(text, "utf-8", "surrogateescape")
    return above.inside(name, str(place), {each.name for each in place.iterdir()})


@pytest.mark.parametrize(
    ("pattern", "name", "folder", "covered"),
    [
        ("*.tmp", "deep/a.tmp", False, True),
        ("/old", "old", False, True),
        ("/old", "deep/old", False, False),
        ("old/", "deep/old", True, True),
        ("old/", "old", False, False),
        ("a/**/z", "a/b/c/z", False, True),
        ("# a", "# a", False, False),
        ("\\# a", "# a", False, True),
        ("*\n!keep.txt", "keep.txt", False, False),
        ("[[]a]", "[a]", False, True),
        ("caf\udce9*", "caf\udce9.txt", False, True),
    ],
)
def test_a_pattern_covers_what_git_would_leave_out(
    tmp_path: Path, pattern: str, name: str, folder: bool, covered: bool
) -> None:
    assert ignored(tmp_path, pattern).covers(name, folder) is covered


def test_the_last_pattern_that_knows_a_name_decides(tmp_path: Path) -> None:
    rules = ignored(tmp_path, "a.txt\n!a.txt\na.*\n!*.md\n")
    assert [rules.covers(name, False) for name in ("a.txt", "a.md", "b.txt")] == [
        True,
        False,
        False,
    ]


def test_gitignore_counts_only_inside_a_repository(tmp_path: Path) -> None:
    outside = ignored(tmp_path, gitignore="drafts/\n")
    assert not outside.covers("drafts", True)
    (tmp_path / ".git").mkdir()
    assert ignored(tmp_path).covers("drafts", True)
    below = inside(ignored(tmp_path), tmp_path, gitignore="b.txt\n", name="in/")
    assert below.covers("in/b.txt", False)


def test_a_collection_may_lie_deep_in_a_repository_whose_other_rules_do_not_count(
    tmp_path: Path,
) -> None:
    deep = tmp_path / "a" / "b"
    deep.mkdir(parents=True)
    assert not Ignored.above(str(deep)).repository
    (tmp_path / ".git").write_text("gitdir: elsewhere\n")
    (tmp_path / ".gitignore").write_text("*\n")
    above = Ignored.above(str(deep))
    assert above.repository
    rules = inside(above, deep, gitignore="b.txt")
    assert [rules.covers(name, False) for name in ("a.txt", "b.txt")] == [False, True]


def test_ignore_outweighs_gitignore_and_the_inner_file_the_outer(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    top = ignored(tmp_path, "!a.txt\nc.txt\n", "a.txt\nb.txt\n")
    assert [top.covers(name, False) for name in ("a.txt", "b.txt", "c.txt")] == [False, True, True]
    below = inside(top, tmp_path, gitignore="!b.txt\n/c.txt\na.txt\n", name="in/")
    names = ("in/a.txt", "in/b.txt", "in/c.txt", "in/deep/c.txt", "b.txt")
    assert [below.covers(name, False) for name in names] == [True, False, True, True, True]


def test_a_folder_without_rules_of_its_own_has_those_above(tmp_path: Path) -> None:
    top = ignored(tmp_path, "a.txt")
    assert inside(top, tmp_path, name="in/") is top
    assert inside(top, tmp_path, "# only a comment\n", name="other/").covers("other/a.txt", False)


def test_a_line_that_is_no_pattern_is_passed_over(tmp_path: Path) -> None:
    rules = ignored(tmp_path, "!\na.txt\n[broken\n**\0\n")
    assert rules.covers("a.txt", False)
    assert not rules.covers("b.txt", False)


def test_an_ignore_file_that_cannot_be_read_leaves_nothing_out(tmp_path: Path) -> None:
    (tmp_path / ".ignore").mkdir()
    (tmp_path / ".gitignore").symlink_to(tmp_path / "nowhere")
    (tmp_path / ".git").mkdir()
    assert ignored(tmp_path).rules == ()


@given(st.text(st.sampled_from("ab*?/!#[]-\\ \n\r"), max_size=20))
def test_any_text_is_a_file_of_patterns(
    tmp_path_factory: pytest.TempPathFactory, text: str
) -> None:
    rules = ignored(tmp_path_factory.getbasetemp() / "patterns", f"{text}\n/sure\n")
    assert rules.covers("sure", False)


@pytest.mark.parametrize("pattern", ["[?--]", "[z-a]"])
def test_a_range_that_runs_backwards_is_passed_over(tmp_path: Path, pattern: str) -> None:
    rules = ignored(tmp_path, f"{pattern}\na.txt\n")
    assert rules.covers("a.txt", False)
    assert not rules.covers("b.txt", False)
