import pytest

from reader.library import Library
from reader.tui.actions import Pane
from tests.tui.showing import opened

SIZES = {
    (40, 12): {Pane.LIST},
    (60, 20): {Pane.LIST},
    (80, 24): {Pane.LIST},
    (109, 30): {Pane.LIST},
    (110, 30): {Pane.LIST, Pane.READER},
    (120, 40): {Pane.LIST, Pane.READER},
    (149, 40): {Pane.LIST, Pane.READER},
    (150, 40): {Pane.FACETS, Pane.LIST, Pane.READER},
    (220, 50): {Pane.FACETS, Pane.LIST, Pane.READER},
}
SIDE_BY_SIDE = [size for size, panes in SIZES.items() if len(panes) > 1]


@pytest.mark.parametrize(("size", "panes"), SIZES.items())
async def test_each_width_has_its_panes(
    library: Library, size: tuple[int, int], panes: set[Pane]
) -> None:
    async with opened(library, size) as reader:
        screen = reader.screen
        widgets = {Pane.FACETS: screen.facets, Pane.LIST: screen.list, Pane.READER: screen.pane}
        assert {pane for pane, widget in widgets.items() if widget.display} == panes
        assert {pane for pane in widgets if screen.plan.shows(pane)} == panes
        assert (
            sum(widget.outer_size.width for widget in widgets.values() if widget.display)
            == (size[0])
        )
        assert [len(line) for line in reader.lines] == [size[0]] * size[1]
        for row in ("▌ Letters from the", "1 of 6"):
            assert row in reader.text


@pytest.mark.parametrize("size", SIDE_BY_SIDE)
async def test_beside_a_list_the_text_has_at_least_60_columns(
    library: Library, size: tuple[int, int]
) -> None:
    async with opened(library, size) as reader:
        assert reader.screen.pane.text_width >= 60
        assert reader.screen.list.size.width >= 38


@pytest.mark.parametrize("size", SIDE_BY_SIDE)
async def test_the_lines_between_panes_meet_the_rules(
    library: Library, size: tuple[int, int]
) -> None:
    async with opened(library, size) as reader:
        upper, lower, between = reader.lines[2], reader.lines[-2], reader.lines[8]
        joints = [column for column, sign in enumerate(upper) if sign == "┬"]
        assert joints == [column for column, sign in enumerate(lower) if sign == "┴"]
        assert joints == [column for column, sign in enumerate(between) if sign == "│"]
        assert len(joints) == len(SIZES[size]) - 1


async def test_in_the_middle_the_facets_slide_over_the_list(library: Library) -> None:
    async with opened(library, (120, 30)) as reader:
        await reader.press("g", "f")
        assert reader.screen.facets.display
        assert not reader.screen.list.display
        assert reader.screen.pane.display
        await reader.press("q")
        assert reader.screen.list.display
        assert not reader.screen.facets.display


async def test_one_pane_at_a_time_in_and_out_on_a_narrow_screen(library: Library) -> None:
    async with opened(library, (60, 20)) as reader:
        await reader.press("enter")
        assert reader.screen.pane.display
        assert not reader.screen.list.display
        await reader.press("q")
        assert reader.screen.list.display
        assert not reader.screen.pane.display


async def test_below_60_columns_a_document_has_one_row(library: Library) -> None:
    async with opened(library, (50, 20)) as reader:
        assert reader.lines[3].startswith("▌ Letters from the lighthouse")
        assert "4 May 2019 · 1m" in reader.lines[3]
        assert reader.lines[4].startswith("  The harbour that forgot")


async def test_zen_shows_the_pane_alone_and_again_all(library: Library) -> None:
    async with opened(library, (160, 40)) as reader:
        await reader.press("enter", "Z")
        assert not reader.screen.list.display
        assert reader.screen.pane.size.width >= 159
        await reader.press("Z")
        assert reader.screen.list.display
        assert reader.screen.facets.display


@pytest.mark.parametrize("size", [(10, 3), (1, 1), (19, 40), (80, 5), (2, 60)])
async def test_too_small_a_terminal_stops_nothing(library: Library, size: tuple[int, int]) -> None:
    async with opened(library, size) as reader:
        await reader.rush("j", "enter", "space", "c", "z", "R", "/", "p", "enter", "n", "q", "t")
        await reader.rush("escape", "g", "f", "j", "enter", "?", "x", "escape")
        assert reader.app.is_running
        assert [len(line) for line in reader.lines] == [size[0]] * size[1]
        await reader.resize(80, 24)
        assert reader.lines[0].startswith(" articles")
        assert reader.lines[1].startswith(" ⌕ ")


async def test_any_size_may_follow_any_other(library: Library) -> None:
    async with opened(library, (80, 24)) as reader:
        await reader.rush("j", "enter", "space")
        for size in [(220, 50), (1, 1), (120, 40), (10, 3), (40, 12), (150, 30), (80, 24)]:
            await reader.resize(*size)
            assert [len(line) for line in reader.lines] == [size[0]] * size[1]


async def test_the_screen_is_the_same_when_it_is_drawn_again(library: Library) -> None:
    async with opened(library, (120, 30)) as reader:
        await reader.preview()
        before = reader.lines
        await reader.press("ctrl+l")
        assert reader.lines == before
