from reader.library import Library
from reader.tui.actions import Pane
from tests.tui.conftest import Shelve
from tests.tui.showing import opened, prose

LONG = {f"{number:02}.txt": f"Title {number}\n\n{prose(number, 12)}\n" for number in range(60)}


async def test_pages_and_half_pages_of_the_list_are_rows_that_were_in_sight(
    shelve: Shelve,
) -> None:
    async with opened(shelve(LONG), (80, 24)) as reader:
        page = reader.screen.list.page_rows
        await reader.press("pagedown")
        assert reader.screen.list.cursor == page
        await reader.press("ctrl+d")
        assert reader.screen.list.cursor == page + page // 2
        await reader.press("ctrl+u", "pageup")
        assert reader.screen.list.cursor == 0


async def test_the_ends_of_the_list_with_a_count_are_that_row(shelve: Shelve) -> None:
    async with opened(shelve(LONG), (80, 24)) as reader:
        await reader.press("G")
        assert reader.screen.list.cursor == 59
        await reader.press("1", "2", "G")
        assert reader.screen.list.cursor == 11
        await reader.press("g", "g")
        assert reader.screen.list.cursor == 0


async def test_the_ends_of_a_text_are_its_first_and_its_last_page(shelve: Shelve) -> None:
    async with opened(shelve(LONG), (80, 24)) as reader:
        await reader.press("enter")
        first = reader.page
        await reader.press("G")
        assert reader.screen.pane.share_read == 1.0
        assert reader.page != first
        await reader.press("g", "g")
        assert reader.page == first
        await reader.press("space", "b")
        assert reader.page == first


async def test_facets_are_moved_through_value_by_value(library: Library) -> None:
    async with opened(library) as reader:
        await reader.press("T", "G")
        last = reader.screen.facets.row
        await reader.press("g", "g")
        assert reader.screen.where is Pane.FACETS
        assert reader.screen.facets.row != last
        await reader.press("j", "k", "9", "9", "j")
        assert reader.screen.facets.row == last


async def test_a_count_goes_to_that_row_of_a_text_too(shelve: Shelve) -> None:
    async with opened(shelve(LONG), (80, 24)) as reader:
        await reader.press("enter", "g", "g")
        third = reader.page[2]
        await reader.press("G", "3", "g", "g")
        assert reader.page[0] == third
