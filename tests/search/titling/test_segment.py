import numpy as np

from reader.search.titling.building import build
from reader.search.titling.segment import OTHER, TITLE

TITLES = ["The Harbour", "Ökonomie and the E-mail", "", "harbour harbours"]
SEGMENT = build(TITLES, ["north.example", "", "harbour", ""])


def with_word(word: str, zone: str) -> list[float]:
    sure = SEGMENT.spread(SEGMENT.vocabulary.meant(word, last=True), zone)
    return [round(float(each), 2) for each in sure]


def test_titles_are_kept_folded_and_where_that_is_more_than_small_letters_as_they_were() -> None:
    rows = np.array([3, 1, 0])
    folded = SEGMENT.folded(rows)
    assert folded == ["harbour harbours", "okonomie and the e-mail", "the harbour"]
    assert SEGMENT.originals(rows, folded) == [folded[0], TITLES[1], folded[2]]
    assert SEGMENT.lengths.tolist() == [11, 23, 0, 16]
    assert len(SEGMENT) == 4


def test_a_row_is_as_sure_as_its_surest_word() -> None:
    assert with_word("harbour", TITLE) == [1, 0, 0, 1]
    assert with_word("harbour", OTHER) == [0, 0, 1, 0]
    assert with_word("email", TITLE) == [0, 1, 0, 0]
    assert with_word("h", TITLE)[1:] == [0, 0, with_word("h", TITLE)[0]]


def test_words_beside_titles_are_known_to_be_there() -> None:
    assert SEGMENT.beside
    assert not build(TITLES, []).beside


def test_rows_are_told_for_a_range_of_words() -> None:
    low, high = SEGMENT.vocabulary.beginning(b"harbour")
    assert SEGMENT.rows_of(low, low + 1).tolist() == [0, 3]
    assert SEGMENT.rows_of(low, high).tolist() == [0, 3, 3]


def test_a_title_can_be_abbreviated() -> None:
    assert SEGMENT.abbreviated("oate").rows.tolist() == [1]
