import pytest

from reader.library import Library
from reader.tui.screens.choosing import ChoosingScreen
from reader.tui.widgets.choice_list import Choice
from tests.tui.showing import opened


@pytest.mark.parametrize("columns", [20, 39, 60, 220])
async def test_every_line_is_as_wide_as_the_list(library: Library, columns: int) -> None:
    choices = [
        Choice("漢字" * 40, right="12", below="x" * 300, chip="now", indent=4),
        Choice("short", below_right="today"),
    ]
    async with opened(library, (columns, 12)) as reader:
        screen = ChoosingScreen(reader.app.look, "one", choices)
        reader.app.push_screen(screen)
        await reader.press("down")
        widths = {screen.list.render_line(y).cell_length for y in range(screen.list.size.height)}
        assert widths == {screen.list.size.width}


async def test_the_cursor_stays_in_sight(library: Library) -> None:
    choices = [Choice(f"number {number}") for number in range(500)]
    async with opened(library, (60, 12)) as reader:
        reader.app.push_screen(ChoosingScreen(reader.app.look, "many", choices, cursor=300))
        await reader.press("down")
        assert "▌ number 301" in reader.text
        await reader.press("end")
        assert "▌ number 499" in reader.text
        await reader.press("pageup", "home")
        assert "▌ number 0" in reader.text


async def test_a_click_moves_the_cursor_and_a_second_one_takes(library: Library) -> None:
    async with opened(library) as reader:
        taken: list[int | None] = []
        choices = [Choice("one"), Choice("two"), Choice("three")]
        screen = ChoosingScreen(reader.app.look, "few", choices)
        reader.app.push_screen(screen, taken.append)
        await reader.press("home")
        await reader.pilot.click(screen.list, offset=(4, 2))
        assert screen.list.chosen == 2
        await reader.pilot.click(screen.list, offset=(4, 1), times=2)
        assert taken == [1]


async def test_what_a_text_is_stands_before_it_and_is_found_too(library: Library) -> None:
    choices = [Choice("Ida Holm", label="author"), Choice("sea", label="a very long label, too")]
    async with opened(library, (40, 12)) as reader:
        screen = ChoosingScreen(reader.app.look, "about", choices)
        reader.app.push_screen(screen)
        await reader.press("down")
        assert "  author        Ida Holm" in reader.text
        assert "▌ a very long…  sea" in reader.text
        await reader.press(*"auth")
        assert screen.list.chosen == 0
        assert "sea" not in reader.text
