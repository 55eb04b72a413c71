from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from reader.printable import printable
from reader.tui.tables import Grid, Laid
from reader.tui.wrap import cells

CELLS = st.lists(st.sampled_from(["", "a", "1,203", "12 %", "東京", "silted up since", "x" * 30]),
                 min_size=1, max_size=5)  # fmt: skip


def painted(text: str, row: Laid) -> str:
    return "".join(before + text[first:last] for first, last, before in row.pieces).rstrip()


def shown(grid: Grid, texts: dict[int, str], width: int) -> list[str]:
    return [painted(texts[at], row) for at in texts for row in grid.rows(at, width) or ()]


MARKDOWN = {
    3: "| Port | Ships | Remark |",
    4: "|:-----|------:|--------|",
    5: "| Aldersund | 12 | silted up and closed |",
    6: "| Vik | 1,203 | open |",
}


def test_columns_are_as_wide_as_their_widest_cell_and_keep_their_side() -> None:
    assert shown(Grid(MARKDOWN, MARKDOWN), MARKDOWN, 40) == [
        "Port       Ships  Remark",
        "─" * 38,
        "Aldersund     12  silted up and closed",
        "Vik        1,203  open",
    ]


def test_a_cell_that_is_too_wide_is_wrapped_in_its_column_and_set_apart() -> None:
    assert shown(Grid(MARKDOWN, MARKDOWN), MARKDOWN, 30) == [
        "Port       Ships  Remark",
        "─" * 30,
        "Aldersund     12  silted up",
        "                  and closed",
        "",
        "Vik        1,203  open",
    ]


def test_rows_of_a_page_know_no_head_and_numbers_stand_at_the_right() -> None:
    rows = {0: "Port | Ships", 1: "Vik | 7", 2: "Aldersund | 1,203", 3: "Norrhamn |"}
    grid = Grid(rows)
    assert not grid.headed
    assert shown(grid, rows, 40) == [
        "Port       Ships",
        "Vik            7",
        "Aldersund  1,203",
        "Norrhamn",
    ]


def test_a_bar_that_is_escaped_stands_in_its_cell() -> None:
    rows = {0: "| a | b |", 1: "|---|---|", 2: "| x | y | z |"}
    grid = Grid(rows, {**rows, 2: "| x \\| y | z |"})
    assert shown(grid, rows, 40) == ["a      b", "────────", "x | y  z"]
    assert grid.is_head(0)
    assert not grid.is_head(2)


def test_a_table_of_more_columns_than_there_is_room_for_is_running_text() -> None:
    wide = {0: " | ".join(["harbour"] * 20), 1: " | ".join(["sea"] * 20)}
    assert Grid(wide).rows(0, 60) is None


@given(st.lists(CELLS, min_size=1, max_size=6), st.booleans(), st.integers(4, 60))
def test_every_cell_is_there_once_and_no_row_is_wider_than_the_room(
    table: list[list[str]], piped: bool, width: int
) -> None:
    rows = {
        at: printable(f"| {' | '.join(row)} |" if piped else " | ".join(row))
        for at, row in enumerate(table)
    }
    grid = Grid(rows, rows if piped else None)
    for at, row in enumerate(table):
        laid = grid.rows(at, width)
        if laid is None:
            continue
        told = "".join(rows[at][first:last] for one in laid for first, last, _ in one.pieces)
        assert sorted(told.replace(" ", "")) == sorted("".join(row).replace(" ", ""))
        assert all(cells(painted(rows[at], one)) <= width for one in laid)
        assert (laid[0].start, laid[-1].end) == (0, len(rows[at]))
        assert all(one.end == after.start for one, after in pairwise(laid))
