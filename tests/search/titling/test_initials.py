import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.search.titling.building import build
from reader.search.titling.initials import PAIRS, TAKEN

TITLES = [
    "Getting things done",
    "py-sys-merge tool",
    "The lord of the rings",
    "Done",
    "",
    "Öl und Gas",
]
SEGMENT = build(TITLES, [])


def found(query: str) -> list[tuple[int, int, int]]:
    rows, start, words = SEGMENT.abbreviated(query)
    return list(zip(rows.tolist(), start.tolist(), words.tolist(), strict=True))


@pytest.mark.parametrize(
    ("query", "answer"),
    [
        ("gtd", [(0, 0, 3)]),
        ("gettd", [(0, 0, 3)]),
        ("pysysmer", [(1, 0, 3)]),
        ("psmt", [(1, 0, 4)]),
        ("lotr", [(2, 1, 4)]),
        ("olug", [(5, 0, 3)]),
        ("tldr", []),
        ("do", []),
        ("don", []),
        ("g-d", []),
        ("x" * 99, []),
    ],
)
def test_titles_are_found_by_the_beginnings_of_their_words(
    query: str, answer: list[tuple[int, int, int]]
) -> None:
    assert found(query) == answer


def test_a_bitmap_has_a_bit_for_each_title() -> None:
    assert SEGMENT.arrays["pairs"].shape == (PAIRS, 1)
    assert build([], []).abbreviated("gtd").rows.tolist() == []


WORDS = ["harbour", "sea", "tide", "quay", "rope", "east", "a", "no"]


@settings(deadline=None)
@given(
    st.lists(st.lists(st.sampled_from(WORDS), min_size=2, max_size=5), max_size=20),
    st.integers(0, 99),
)
def test_every_title_is_found_by_any_beginnings_of_all_its_words(
    titles: list[list[str]], seed: int
) -> None:
    segment, dice = build([" ".join(words) for words in titles], []), random.Random(seed)
    for row, words in enumerate(titles):
        query = "".join(word[: dice.randint(1, TAKEN)] for word in words)
        if len(query) > 3:
            assert row in segment.abbreviated(query).rows
