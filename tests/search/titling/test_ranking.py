import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from reader.search.titling.answering import Answering, Asked
from reader.search.titling.building import build
from reader.search.titling.ranking import best, judged


@given(st.lists(st.integers(0, 3)), st.integers(1, 9))
def test_the_best_are_those_that_sorting_all_would_give(scores: list[int], count: int) -> None:
    rows = np.random.default_rng(1).permutation(len(scores))
    found = best(np.array(scores, np.float32), rows, count).tolist()
    every = sorted(range(len(scores)), key=lambda place: (-scores[place], rows[place]))
    assert found == every[:count]


def look(titles: list[str], query: str) -> list[float]:
    words = query.split()
    asked = [Asked(word, word is words[-1], True) for word in words]
    seen = judged(Answering(build(titles, []), 1), np.arange(len(titles)), asked, query)
    assert seen.titles[1:] == [title.lower() if title.isascii() else title for title in titles[1:]]
    return [round(float(added), 5) for added in seen.added]


def test_words_in_the_order_they_were_typed_in_count_more() -> None:
    there, back = look(["sea harbour x", "harbour sea x"], "sea harbour")
    assert there > back


def test_accents_that_were_typed_count() -> None:
    with_accents, without = look(["Café", "Cafe"], "café")
    assert with_accents > without
    with_accents, without = look(["Café", "Cafe"], "cafe")
    assert with_accents == without
