"""Rows are a sequence like any other."""

from array import array

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model import Row
from reader.search.rows import Rows

NUMBERS = st.lists(st.integers(1, 2**62), max_size=20)


@given(NUMBERS)
def test_they_are_what_they_were_made_of(numbers: list[int]) -> None:
    rows = Rows(array("q", numbers))
    assert rows == numbers == list(rows) == Rows(numbers)
    assert len(rows) == len(numbers)
    assert rows[1:3] == numbers[1:3]
    assert all(row in rows and rows.index(row) == numbers.index(row) for row in numbers)
    assert Row(0) not in rows
    assert rows != [*numbers, 7]


def test_what_is_not_there_has_no_place() -> None:
    for stranger in (7, "7", None):
        with pytest.raises(ValueError, match=r"."):
            Rows([1, 2]).index(stranger)
    with pytest.raises(IndexError):
        Rows([1, 2])[2]
