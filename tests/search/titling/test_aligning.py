import numpy as np

from reader.search.titling.aligning import NOWHERE, aligned
from reader.search.titling.building import build

TITLES = ["the harbour that forgot the sea", "", "sea harbours, harbour seas", "rope"]
SEGMENT = build(TITLES, [])


def places(*words: str) -> list[list[int]]:
    meant = [SEGMENT.vocabulary.meant(word, last=False) for word in words]
    found: list[list[int]] = aligned(SEGMENT, np.arange(len(TITLES)), meant).places.tolist()
    return found


def test_each_word_stands_where_it_is_meant_the_surest_and_first() -> None:
    assert places("harbour", "sea") == [[1, NOWHERE, 2, NOWHERE], [5, NOWHERE, 0, NOWHERE]]
    assert places("harbor", "se") == [[1, NOWHERE, 2, NOWHERE], [5, NOWHERE, 0, NOWHERE]]


def test_titles_without_words_say_nothing() -> None:
    nothing = aligned(SEGMENT, np.array([1]), [SEGMENT.vocabulary.meant("sea", last=False)])
    assert nothing.places.tolist() == [[NOWHERE]]
    assert nothing.sure.tolist() == [[0]]
