import argparse

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.cli.words import bare, first_word, number, ranges, shielded, signed, tags, unclustered
from reader.errors import UsageError

words = st.lists(
    st.sampled_from(["-x", "+a", "-draft", "--", "--json", "--in", "here", "-", "sea"])
)


@pytest.mark.parametrize(
    ("line", "position"),
    [
        (["ls"], 0),
        (["--json", "ls"], 1),
        (["--in", "ls", "ls"], 2),
        (["--in=ls", "--no-update", "--color", "never", "count"], 4),
        (["--in"], 1),
        (["--nonsense", "ls"], 0),
    ],
)
def test_the_first_word_is_behind_the_global_options(line: list[str], position: int) -> None:
    assert first_word(line) == position


def test_a_word_that_only_begins_like_an_option_is_shielded() -> None:
    assert shielded(["-site:x", "-l", "--json", "-", "sea"]) == [
        "\0-site:x", "-l", "--json", "-", "sea",
    ]  # fmt: skip


def test_all_words_behind_two_dashes_are_shielded() -> None:
    assert shielded(["a", "--", "--json", "-l"]) == ["a", "\0--json", "\0-l"]


@given(words)
def test_shielding_loses_nothing_but_the_two_dashes(line: list[str]) -> None:
    expected = list(line)
    if "--" in expected:
        expected.remove("--")
    assert list(map(bare, shielded(line))) == expected


@pytest.mark.parametrize(
    ("line", "changes", "others"),
    [
        (["+a", "-b", "sea"], ["+a", "-b"], ["sea"]),
        (["--in", "-here", "+a", "sea"], ["+a"], ["--in", "-here", "sea"]),
        (["+a", "--json", "-b", "sea", "-land"], ["+a", "-b"], ["--json", "sea", "-land"]),
        (["+a", "--", "-b"], ["+a"], ["--", "-b"]),
        (["-h"], [], ["-h"]),
        (["-h", "sea"], ["-h"], ["sea"]),
        (["ls"], [], ["ls"]),
        (["sea", "+a"], [], ["sea", "+a"]),
        ([], [], []),
    ],
)
def test_tags_are_the_signed_words_in_front(
    line: list[str], changes: list[str], others: list[str]
) -> None:
    assert signed(line) == (changes, others)


@given(words)
def test_every_word_is_a_change_or_one_of_the_others(line: list[str]) -> None:
    changes, others = signed(line)
    assert sorted([*changes, *others]) == sorted(line)


def test_tags_are_told_apart_by_their_sign() -> None:
    assert tags(["+a", "-b", "+c/d"]) == (["a", "c/d"], ["b"])


@pytest.mark.parametrize("changes", [["+"], ["-"], ["+ "], ["+a", "-a"]])
def test_signs_that_make_no_sense_are_refused(changes: list[str]) -> None:
    with pytest.raises(UsageError):
        tags(changes)


@pytest.mark.parametrize("word", ["0", "-3", "x", "", "1.5", "٣", "\0-10"])
def test_a_count_is_a_whole_number_from_1(word: str) -> None:
    assert number("12") == 12
    with pytest.raises(argparse.ArgumentTypeError):
        number(word)


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("12", [range(12, 13)]),
        ("12-15", [range(12, 16)]),
        ("3, 12-15,1-1", [range(3, 4), range(12, 16), range(1, 2)]),
        ("999999999", [range(999_999_999, 1_000_000_000)]),
    ],
)
def test_lines_are_numbers_and_ranges_of_them(word: str, expected: list[range]) -> None:
    assert ranges(word) == expected


@pytest.mark.parametrize("word", ["", "0", "-3", "3-", "4-3", "1-2-3", "x", "1,", "²", "9" * 5_000])
def test_what_is_no_line_is_refused(word: str) -> None:
    with pytest.raises(argparse.ArgumentTypeError, match="are no lines"):
        ranges(word)


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        (["-m1qsea", "-0"], ["-m", "-1", "-q", "\0sea", "-0"]),
        (["-q", "-m1"], ["-q", "-m1"]),
        (["-mq", "sea"], ["-m", "-q", "sea"]),
        (["+s", "--", "-zz", "+s"], ["--no-sort", "--", "-zz", "+s"]),
        (["--json", "-", "sea"], ["--json", "-", "sea"]),
    ],
)
def test_options_of_one_character_may_stand_together(line: list[str], wanted: list[str]) -> None:
    assert unclustered(line, "m10", "q", {"+s": "--no-sort"}) == wanted


def test_one_that_there_is_not_among_them_is_named() -> None:
    with pytest.raises(UsageError, match=r"there is no option -z in -mz: after -- it is text"):
        unclustered(["-mz"], "m", "q", {})
