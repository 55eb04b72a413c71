"""Numbers as bars."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.cli.bars import bar, chart, first
from reader.cli.wrap import cells

COUNTS = st.dictionaries(st.text(st.characters(blacklist_categories=("C", "M")), max_size=30),
                         st.integers(1, 10**6), max_size=9)  # fmt: skip


@pytest.mark.parametrize(
    ("share", "width", "fine", "drawn"),
    [
        (0, 8, True, ""),
        (0, 8, False, ""),
        (0.001, 8, True, "▏"),
        (0.001, 8, False, "#"),
        (0.5, 8, True, "████"),
        (0.5, 8, False, "####"),
        (0.25, 3, True, "▊"),
        (1, 3, True, "███"),
    ],
)
def test_a_bar_fills_its_share(share: float, width: int, fine: bool, drawn: str) -> None:
    assert bar(share, width, fine) == drawn


@given(st.floats(0, 1), st.floats(0, 1), st.integers(1, 80), st.booleans())
def test_more_is_never_shorter_and_all_of_it_fits(
    one: float, two: float, width: int, fine: bool
) -> None:
    less, more = sorted([one, two])
    assert len(bar(less, width, fine)) <= len(bar(more, width, fine)) <= width


@given(COUNTS, st.integers(50, 200), st.booleans())
def test_a_chart_has_a_line_for_each_value_that_fits(
    counts: dict[str, int], width: int, fine: bool
) -> None:
    lines = list(chart(counts, sum(counts.values()), width, fine))
    assert len(lines) == len(counts)
    assert all(cells(line) <= width for line in lines)
    assert all(f"{count:,}" in line for count, line in zip(counts.values(), lines, strict=True))


@given(COUNTS, st.integers(1, 9))
def test_what_is_not_named_is_in_the_others(counts: dict[str, int], most: int) -> None:
    shown = first(counts, most)
    assert len(shown) == min(most, len(counts))
    assert sum(shown.values()) == sum(counts.values())
