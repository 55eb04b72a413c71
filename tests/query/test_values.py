from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.query.values import number_range, share_range


@pytest.mark.parametrize(
    ("value", "numbers"),
    [
        ("500", (500, 500)),
        ("500..2000", (500, 2000)),
        ("500..", (500, 10**9)),
        ("..2000", (0, 2000)),
        (">500", (501, 10**9)),
        ("<=500", (0, 500)),
        ("<500", (0, 499)),
    ],
)
def test_numbers_come_alone_compared_or_as_ranges(value: str, numbers: tuple[int, int]) -> None:
    assert number_range(value) == numbers


@given(st.text())
def test_any_value_is_a_range_or_refused(value: str) -> None:
    for read in (number_range, share_range):
        with suppress(ValueError):
            assert len(read(value)) == 2


@pytest.mark.parametrize(
    ("value", "thousandths"),
    [
        ("0.6", (600, 600)),
        (".25..", (250, 1000)),
        (">0.6", (601, 1000)),
        ("<60%", (0, 599)),
        ("..12.5%", (0, 125)),
        ("1", (1000, 1000)),
        ("0", (0, 0)),
        ("<0", (0, -1)),
    ],
)
def test_shares_are_parts_of_one_or_percent(value: str, thousandths: tuple[int, int]) -> None:
    assert share_range(value) == thousandths


@pytest.mark.parametrize("value", ["", "much", "1.2", "-1", "101%", "0.1234", ".", "%"])
def test_what_is_no_share_is_refused(value: str) -> None:
    with pytest.raises(ValueError, match="write"):
        share_range(value)
