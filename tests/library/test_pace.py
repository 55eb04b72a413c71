"""How far a run is, in words."""

import pytest

from reader.library.pace import Pace
from reader.model import Progress


class Clock:
    """A clock that is set by hand."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


def test_at_first_only_how_far_it_is_can_be_said(clock: Clock) -> None:
    pace = Pace(clock)
    assert pace.said(Progress("reading", 0, 1_000)) == "reading 0 of 1,000"
    clock.now += 0.5
    assert pace.said(Progress("reading", 100, 1_000)) == "reading 100 of 1,000"


@pytest.mark.parametrize(
    ("total", "left"),
    [
        (300, "100/s · 1 s left"),
        (2_200, "100/s · 20 s left"),
        (60_200, "100/s · 10 min left"),
        (1_500_200, "100/s · 4 h 10 min left"),
    ],
)
def test_after_a_while_it_says_how_fast_it_goes_and_what_is_left(
    clock: Clock, total: int, left: str
) -> None:
    pace = Pace(clock)
    pace.said(Progress("reading", 0, total))
    clock.now += 2
    assert pace.said(Progress("reading", 200, total)).endswith(f"of {total:,} · {left}")


def test_only_the_last_seconds_tell_how_fast_it_goes(clock: Clock) -> None:
    pace = Pace(clock)
    for done in range(0, 2_000, 100):
        pace.said(Progress("reading", done, 9_000))
        clock.now += 1
    for _ in range(11):
        clock.now += 1
        done += 5
        said = pace.said(Progress("reading", done, 9_000))
    assert " · 5.0/s · " in said


def test_each_stage_has_a_pace_of_its_own(clock: Clock) -> None:
    pace = Pace(clock)
    pace.said(Progress("reading", 0, 10))
    clock.now += 5
    pace.said(Progress("reading", 9, 10))
    assert pace.said(Progress("cleaning", 3, 10)) == "cleaning 3 of 10"


def test_a_stage_that_stands_still_promises_nothing(clock: Clock) -> None:
    pace = Pace(clock)
    for _ in range(3):
        clock.now += 30
        assert pace.said(Progress("reading", 7, 10)) == "reading 7 of 10"


def test_where_nobody_knows_how_many_there_are_it_says_how_many_there_were(clock: Clock) -> None:
    assert Pace(clock).said(Progress("looking", 1_234, 1_234)) == "looking · 1,234 files"
    assert Pace(clock).said(Progress("cleaning", 4, 4)) == "cleaning 4 of 4"
    assert Pace(clock).said(Progress("waiting", 0, 0)).startswith("waiting for another reader")
