"""Invented texts are the same whenever they are made, and like real ones in what matters."""

from collections import Counter
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.prose import WORDS, Text, spelling, texts
from reader.search.fold import words


@pytest.fixture(scope="module")
def some() -> list[Text]:
    return list(texts(1_000))


def test_the_same_numbers_give_the_same_texts(some: list[Text]) -> None:
    assert list(texts(30)) == some[:30] != list(texts(30, seed=2))


@given(st.sets(st.integers(0, WORDS), min_size=2, max_size=50))
def test_no_two_ranks_have_the_same_word(ranks: set[int]) -> None:
    assert len({spelling(rank) for rank in ranks}) == len(ranks)


def test_frequent_words_are_short(some: list[Text]) -> None:
    lengths = [len(spelling(rank)) for rank in (0, 100, 10_000, WORDS)]
    assert lengths == sorted(set(lengths))


def test_texts_have_some_four_hundred_words(some: list[Text]) -> None:
    lengths = [len(words(text.body)) for text in some]
    assert 380 < sum(lengths) / len(lengths) < 420
    assert max(lengths) > 3 * min(lengths)


def test_few_words_make_up_most_of_the_text_and_most_words_are_rare(some: list[Text]) -> None:
    often = Counter(word for text in some for word in words(text.body))
    frequent = sum(count for _, count in often.most_common(100))
    assert 0.3 < frequent / often.total() < 0.6
    assert sum(count <= 2 for count in often.values()) > len(often) / 2


def test_some_words_stand_together_more_often_than_by_chance(some: list[Text]) -> None:
    pairs, often = Counter[tuple[str, str]](), Counter[str]()
    for text in some:
        cut = words(text.body)
        often.update(cut)
        pairs.update(pairwise(cut))
    total = often.total()
    together = [
        (one, other)
        for (one, other), count in pairs.items()
        if count > 10 and count > 20 * often[one] * often[other] / total
    ]
    assert len(together) > 20


def test_a_text_comes_back_to_its_own_words(some: list[Text]) -> None:
    documents = Counter(word for text in some for word in set(words(text.body)))
    again = sum(
        any(count > 3 and documents[word] < 50 for word, count in Counter(words(text.body)).items())
        for text in some
    )
    assert again > 0.8 * len(some)
