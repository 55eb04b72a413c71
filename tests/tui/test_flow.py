from hypothesis import given
from hypothesis import strategies as st

from reader.tui.flow import Flow
from reader.tui.part import Part

TEXTS = st.lists(st.text("ab \u0301漢", max_size=60), min_size=1, max_size=8)
WIDTHS = st.integers(min_value=4, max_value=30)
STEPS = st.integers(min_value=0, max_value=20)


def flow(texts: list[str], width: int) -> Flow:
    made = Flow()
    made.set([Part(text, first=i, last=i) for i, text in enumerate(texts)])
    made.fit(width)
    return made


@given(TEXTS, WIDTHS)
def test_a_page_that_is_high_enough_shows_every_row_in_order(texts: list[str], width: int) -> None:
    made = flow(texts, width)
    rows = made.page((0, 0), 10_000)
    assert rows == [
        (index, start, end) for index in range(len(texts)) for start, end in made.rows_of(index)
    ]


@given(TEXTS, WIDTHS, STEPS)
def test_as_many_rows_back_as_on_is_where_one_was(texts: list[str], width: int, steps: int) -> None:
    made = flow(texts, width)
    rows = len(made.page((0, 0), 10_000))
    there = made.walk((0, 0), min(steps, rows - 1))
    assert made.walk(there, -min(steps, rows - 1)) == (0, 0)


@given(TEXTS, WIDTHS, STEPS)
def test_the_last_page_ends_with_the_last_row(texts: list[str], width: int, height: int) -> None:
    made = flow(texts, width)
    everything = made.page((0, 0), 10_000)
    assert made.page(made.last_top(height + 1), height + 1) == everything[-height - 1 :]


@given(TEXTS, WIDTHS, WIDTHS)
def test_a_place_stays_its_character_when_the_width_changes(
    texts: list[str], width: int, other: int
) -> None:
    made = flow(texts, width)
    for index, start, _ in made.page((0, 0), 10_000):
        made.fit(other)
        shown, first, end = made.page((index, start), 1)[0]
        assert shown == index
        assert first <= start <= max(end, first)
        made.fit(width)


def test_offsets_count_a_line_end_after_each_part_and_lead_back_to_the_part() -> None:
    made = flow(["abc", "", "de"], 10)
    assert made.length == 8
    assert [made.offset((i, 0)) for i in range(3)] == [0, 4, 5]
    assert [made.at(offset) for offset in (0, 3, 4, 5, 7, 99)] == [
        (0, 0), (0, 0), (1, 0), (2, 0), (2, 0), (2, 0),
    ]  # fmt: skip


def test_nothing_flows_nowhere() -> None:
    made = Flow()
    assert made.walk((0, 0), 5) == made.last_top(10) == (0, 0)
    assert made.page((0, 0), 10) == []
