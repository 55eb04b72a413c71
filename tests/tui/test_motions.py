import pytest

from reader.tui import motions
from reader.tui.flow import Flow, Place
from reader.tui.motions import Motion, spans
from reader.tui.part import BLANK, Part


@pytest.fixture
def flow() -> Flow:
    flow = Flow()
    flow.set([Part("One two,  three"), BLANK, Part("four five six seven"), Part("end")])
    flow.fit(10)
    return flow


@pytest.mark.parametrize(
    ("motion", "step", "places"),
    [
        (motions.by_character, 1, [(0, 13), (0, 14), (2, 0), (2, 1)]),
        (motions.by_character, -1, [(2, 1), (2, 0), (0, 14), (0, 13)]),
        (motions.by_word, 1, [(0, 0), (0, 4), (0, 7), (0, 10), (2, 0), (2, 5)]),
        (motions.by_word, -1, [(2, 6), (2, 5), (2, 0), (0, 10), (0, 7)]),
        (motions.word_end, 1, [(0, 0), (0, 2), (0, 6), (0, 7), (0, 14), (2, 3)]),
        (motions.by_part, 1, [(0, 5), (2, 0), (3, 0), (3, 0)]),
        (motions.by_part, -1, [(3, 2), (3, 0), (2, 0), (0, 0), (0, 0)]),
        (motions.by_row, 1, [(0, 1), (0, 11), (2, 1), (2, 11), (3, 1), (3, 1)]),
        (motions.by_row, -1, [(3, 2), (2, 12), (2, 2), (0, 12), (0, 2), (0, 2)]),
    ],
)
def test_a_cursor_goes_from_place_to_place(
    flow: Flow, motion: Motion, step: int, places: list[Place]
) -> None:
    place = places[0]
    for wanted in places[1:]:
        place = motion(flow, place, step)
        assert place == wanted


def test_nothing_goes_over_the_ends(flow: Flow) -> None:
    for motion in (motions.by_character, motions.by_word, motions.by_part):
        assert motion(flow, (0, 0), -1) == (0, 0)
    for motion in (motions.by_character, motions.by_word, motions.word_end):
        assert motion(flow, (3, 2), 1) == (3, 2)


def test_a_row_has_a_start_and_an_end(flow: Flow) -> None:
    assert motions.row_start(flow, (2, 12)) == (2, 10)
    assert motions.row_end(flow, (2, 3)) == (2, 8)
    assert motions.row_end(flow, (3, 0)) == (3, 2)


def test_a_selection_is_cut_where_rows_end() -> None:
    selected = ((0, 4), (2, 3), (2, 3))
    assert spans(selected, (0, 0, 9)) == [(4, 9, False)]
    assert spans(selected, (0, 10, 15)) == [(10, 15, False)]
    assert spans(selected, (1, 0, 0)) == []
    assert spans(selected, (2, 0, 9)) == [(0, 4, False), (3, 4, True)]
    assert spans(selected, (3, 0, 3)) == spans(None, (0, 0, 9)) == []
