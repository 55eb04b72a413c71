import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from reader.search.fold import MAX_WORD, fold, words
from reader.search.titling.building import build, keys, places
from reader.search.titling.cutting import CHUNK, one_line

KEYS = st.lists(st.integers(0, 5)).map(lambda found: np.array(found, np.uint64))


@given(st.lists(st.text()))
def test_tokens_are_the_words_of_each_title(titles: list[str]) -> None:
    segment = build(titles, [])
    left = [
        word.decode("utf-8", "surrogatepass") for word in segment.vocabulary.words(segment.tokens)
    ]
    counts = np.diff(segment.token_ends).tolist()
    assert [[left.pop(0) for _ in range(count)] for count in counts] == [*map(words, titles)]
    assert segment.folded(np.arange(len(titles))) == [fold(one_line(title)) for title in titles]


def test_more_titles_than_are_cut_at_once_are_one_list() -> None:
    segment = build([f"title{row}" for row in range(CHUNK + 2)], ["north"] * (CHUNK + 2))
    assert segment.folded(np.array([CHUNK + 1])) == [f"title{CHUNK + 1}"]
    assert len(segment.arrays["other_rows"]) == CHUNK + 2


def test_words_that_are_too_long_are_kept_so_far_once() -> None:
    segment = build(["x" * (MAX_WORD + 1), "x" * (MAX_WORD + 2), "x" * MAX_WORD], [])
    assert len(segment.vocabulary) == 1
    assert segment.rows_of(0, 1).tolist() == [0, 1, 2]


def test_keys_differ_where_titles_or_what_is_beside_them_do() -> None:
    found = keys(["a", "a", "b", "a\ud800"], ["x", "y", "x", "x"])
    assert len({*found.tolist()}) == 4
    assert keys(["a"], []).tolist() == keys(["a"], [""]).tolist()


@given(KEYS, KEYS)
def test_equal_keys_are_paired_in_their_order(
    old: np.ndarray[tuple[int], np.dtype[np.uint64]],
    new: np.ndarray[tuple[int], np.dtype[np.uint64]],
) -> None:
    rows, added = places(old, new)
    left: list[int | None] = list(new.tolist())
    expected = []
    for key in old.tolist():
        expected.append(left.index(key) if key in left else -1)
        if key in left:
            left[left.index(key)] = None
    assert rows.tolist() == expected
    assert added.tolist() == [place for place, key in enumerate(left) if key is not None]
