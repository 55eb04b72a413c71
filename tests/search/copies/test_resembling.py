import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.search.copies.resembling import is_copy, resemblance, runs
from reader.search.copies.signing import RUN

STORY = [f"story{number}" for number in range(300)]
CLUTTER = [f"menu{number}" for number in range(60)]
WORDS = st.lists(st.sampled_from("abcd"), max_size=30)


@pytest.mark.parametrize(
    "other",
    [
        STORY,
        ["another", "headline", *STORY],
        [*STORY[:150], "see", "also", *STORY[150:]],
        STORY[:140],
        STORY[60:],
        [*CLUTTER, *STORY],
        [word if number % 20 else "typo" for number, word in enumerate(STORY)],
    ],
    ids=["same", "headline", "insert", "half", "beheaded", "cluttered", "edited"],
)
def test_a_story_told_again_is_a_copy(other: list[str]) -> None:
    assert is_copy(runs(STORY), runs(other))


@pytest.mark.parametrize(
    "other",
    [
        [f"other{number}" for number in range(300)],
        STORY[:40],
        STORY[::-1],
        [*STORY[:90], *(f"other{number}" for number in range(210))],
        [],
    ],
    ids=["another", "teaser", "backwards", "beginning", "nothing"],
)
def test_another_story_is_none(other: list[str]) -> None:
    assert not is_copy(runs(STORY), runs(other))


def test_the_same_clutter_around_other_stories_makes_no_copies() -> None:
    others = [f"other{number}" for number in range(300)]
    assert not is_copy(runs([*CLUTTER, *STORY]), runs([*CLUTTER, *others]))


@given(WORDS, WORDS)
def test_it_is_a_share_whichever_comes_first(one: list[str], other: list[str]) -> None:
    found = resemblance(runs(one), runs(other))
    assert 0 <= found <= 1
    assert found == resemblance(runs(other), runs(one))
    assert is_copy(runs(one), runs(other)) == is_copy(runs(other), runs(one))
    assert resemblance(runs(one), runs(one)) == (len(one) >= RUN)
