import random

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from reader.search.copies.grouping import FEW, Joined, candidates, certain, join_copies
from reader.search.copies.resembling import Runs, is_copy, runs
from reader.search.copies.signing import SIGNS, signature


def story(number: int, words: int = 120) -> list[str]:
    chance = random.Random(number)
    return [f"w{chance.randrange(9_000)}" for _ in range(words)]


def retold(number: int, edits: int) -> list[str]:
    words = story(number)
    for at in random.Random(edits).sample(range(len(words)), edits):
        words[at] = f"edit{at}"
    return words


def signed(texts: list[list[str]]) -> NDArray[np.uint8]:
    return np.array([[*signature(text)] for text in texts], np.uint8).reshape(-1, SIGNS)


def grouped(texts: list[list[str]], fresh: NDArray[np.bool_] | None = None) -> Joined:
    signatures = signed(texts)
    pairs = candidates(signatures, fresh)
    joined = Joined(len(texts))
    each = (runs(text) for text in texts)
    known: list[Runs] = list(each)
    sure = certain(signatures, pairs).tolist()
    assert [*join_copies(joined, map(tuple, pairs.tolist()), sure, known.__getitem__)] == [
        *range(1, len(pairs) + 1)
    ]
    return joined


TEXTS = [retold(number // 4, number % 4) for number in range(400)]


def test_every_story_is_found_and_nothing_else() -> None:
    assert grouped(TEXTS).groups() == [[at, at + 1, at + 2, at + 3] for at in range(0, 400, 4)]


@settings(max_examples=20)
@given(st.permutations(range(40)), st.integers(0, 40))
def test_what_comes_later_is_grouped_as_if_it_had_been_there(order: list[int], known: int) -> None:
    texts = [TEXTS[number] for number in order]
    all_at_once = grouped(texts).groups()
    fresh = np.arange(len(texts)) >= known
    joined = grouped(texts, fresh)
    for group in grouped(texts[:known]).groups():
        for other in group[1:]:
            joined.join(group[0], other)
    assert joined.groups() == all_at_once
    by_story = {order.index(number): number // 4 for number in order}
    assert all(len({by_story[at] for at in group}) == 1 for group in all_at_once)


def test_few_fresh_texts_are_compared_with_all_others_and_many_by_bands() -> None:
    signatures = signed(TEXTS)
    every = {tuple(pair) for pair in candidates(signatures).tolist()}
    for count in (1, FEW, FEW + 1):
        fresh = np.zeros(len(TEXTS), np.bool_)
        fresh[random.Random(count).sample(range(len(TEXTS)), count)] = True
        found = {tuple(pair) for pair in candidates(signatures, fresh).tolist()}
        assert found == {pair for pair in every if fresh[[*pair]].any()}


def test_a_thousand_equal_texts_are_one_group_without_a_million_pairs() -> None:
    signatures = np.repeat(signed([story(1)]), 1_000, axis=0)
    pairs = candidates(signatures)
    assert len(pairs) < 20_000
    joined = Joined(1_000)
    for _ in join_copies(joined, map(tuple, pairs.tolist()), [True] * len(pairs), runs_of_none):
        pass
    assert joined.groups() == [[*range(1_000)]]


def runs_of_none(number: int) -> Runs:
    raise AssertionError(number)  # nothing of them is to be read


def test_what_signatures_are_sure_of_is_so() -> None:
    signatures = signed(TEXTS)
    pairs = candidates(signatures)
    sure = pairs[certain(signatures, pairs)]
    assert len(sure) > 100
    assert all(is_copy(runs(TEXTS[one]), runs(TEXTS[other])) for one, other in sure.tolist())


def test_no_texts_have_no_pairs() -> None:
    assert candidates(np.zeros((0, SIGNS), np.uint8)).shape == (0, 2)
    assert candidates(signed([story(1)])).shape == (0, 2)
    assert Joined(0).groups() == []
