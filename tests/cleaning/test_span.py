"""Where the article stands."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from reader.cleaning.span import best_run, spans

VALUES = st.lists(st.integers(min_value=-50, max_value=60).map(float), max_size=40)


@given(VALUES)
def test_no_stretch_is_worth_more_than_the_best_run(values: list[float]) -> None:
    start, end = best_run(values)
    best = sum(values[start:end])
    for first in range(len(values)):
        for after in range(first, len(values) + 1):
            assert sum(values[first:after]) <= best


@given(VALUES, st.sets(st.integers(min_value=0, max_value=40), max_size=3))
def test_runs_are_in_order_apart_and_cross_no_barrier(
    values: list[float], barriers: set[int]
) -> None:
    edges = sorted(edge for edge in barriers if edge <= len(values))
    runs = spans(values, edges)
    for (_, after), (first, _) in pairwise(runs):
        assert after <= first
    for start, end in runs:
        assert start < end
        assert not any(start < edge < end for edge in edges)


def test_a_second_part_below_a_long_box_is_found() -> None:
    article, box = [30.0] * 10, [-40.0] * 12
    assert spans([*article, *box, *article], []) == [(0, 10), (22, 32)]


def test_longer_comments_do_not_win_over_the_article_above_them() -> None:
    assert spans([40.0, 40.0, -5.0, *[40.0] * 4], [2]) == [(0, 2)]


def test_nothing_of_worth_gives_no_run() -> None:
    assert spans([-1.0, -2.0], []) == spans([], []) == []
