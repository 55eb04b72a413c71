import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from reader.search.titling.edits import distances

TEXT = st.text("abc", min_size=1, max_size=40)


def codes(text: str) -> np.ndarray[tuple[int], np.dtype[np.uint8]]:
    return np.frombuffer(text.encode(), np.uint8)


@given(TEXT, st.lists(TEXT, min_size=1, max_size=5), st.integers(1, 40))
def test_edits_to_every_beginning_are_those_that_rapidfuzz_counts(
    word: str, others: list[str], width: int
) -> None:
    lengths = [len(other) for other in others]
    starts = np.cumsum([0, *lengths[:-1]])
    found = distances(codes(word), codes("".join(others)), starts, width)
    assert found.shape == (width + 1, len(others))
    for place, other in enumerate(others):
        for length in range(min(width, len(other)) + 1):
            assert found[length, place] == OSA.distance(word, other[:length])


def test_words_of_sixty_letters_can_be_compared() -> None:
    word = "abcdefghij" * 6
    assert distances(codes(word), codes(word), np.array([0]), 60)[60, 0] == 0
