from hypothesis import given
from hypothesis import strategies as st

from reader.search.likeness import FEWEST, SHARED, TERMS, alike

COUNTS = {"dredging": 3, "harbour": 20, "the": 100, "which": 3, "alone": 1, "of": 4, "海洋": 2}


def words(text: str) -> tuple[str, ...]:
    return alike("x", text.split(), lambda word: COUNTS.get(word, 0), 100).words


def test_rare_words_say_most_and_common_or_lonely_ones_nothing() -> None:
    assert words("which harbour the which dredging alone of") == ("dredging", "harbour")


def test_a_word_that_is_said_again_and_again_says_more() -> None:
    assert words("dredging " + "harbour " * 9) == ("harbour", "dredging")


def test_pairs_of_a_script_without_spaces_are_words() -> None:
    assert words("海洋 of") == ("海洋",)


def test_without_words_nothing_is_asked_for() -> None:
    assert alike("x", [], lambda word: 0, 100).words == ()


@given(
    st.lists(st.text("0123456789", min_size=3, max_size=4), max_size=80), st.permutations([0, 1])
)
def test_a_good_part_of_so_many_words_is_asked_for_whatever_their_order(
    text: list[str], order: list[int]
) -> None:
    found = alike("x", text, lambda word: 2, 100)
    assert len(found.words) == min(TERMS, len({*text}))
    assert found == alike("x", text[::-1], lambda word: 2, 100)
    assert found.least == max(FEWEST, round(SHARED * len(found.words)))
