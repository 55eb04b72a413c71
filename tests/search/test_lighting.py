from reader.model import Row
from reader.search.lighting import Positions

ROWS = [Row(4), Row(2), Row(9)]
LIT = {Row(4): (0, 1), Row(9): (3,)}


def test_they_are_a_mapping_of_the_titles_that_have_any() -> None:
    found = Positions(ROWS, lambda row: LIT.get(row, ()))
    assert list(found.items()) == [(Row(4), (0, 1)), (Row(9), (3,))]
    assert len(found) == 2
    assert found == LIT
    assert found.get(Row(2)) is None


def test_they_are_worked_out_for_what_is_shown_alone() -> None:
    shown: list[Row] = []

    def work_out(row: Row) -> tuple[int, ...]:
        shown.append(row)
        return (0,)

    found = Positions(ROWS, work_out)
    assert found[Row(2)] == (0,)
    assert Row(7) not in found
    assert shown == [Row(2)]
