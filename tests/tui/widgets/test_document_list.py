import pytest

from reader.library import Library
from reader.tui.actions import Pane
from tests.tui.conftest import Shelve
from tests.tui.showing import Reader, article, opened, prose


@pytest.fixture
def long(shelve: Shelve) -> Library:
    """Sixty documents: more than a screen has rows."""
    return shelve(
        {f"{n:02}.txt": article(f"Tale number {n:02} of the tide", "Ann Smith", "", prose(n, 1))
         for n in range(60)}
    )  # fmt: skip


def cursors(reader: Reader) -> list[str]:
    """The painted rows that claim to be the cursor's, without their facts."""
    return [line[2:30].rstrip() for line in reader.lines if line.startswith("▌ Tale")]


async def test_what_is_painted_is_where_the_cursor_is_wherever_it_goes(long: Library) -> None:
    async with opened(long) as reader:
        for key in ("j", "pagedown", "pagedown", "k", "k", "G", "k", "pageup", "j", "g", "g"):
            await reader.press(key)
            assert cursors(reader) == [reader.title[:28]]


async def test_the_cursor_stays_in_sight_when_keys_are_typed_ahead(long: Library) -> None:
    async with opened(long) as reader:
        await reader.rush(*"j" * 45, *"k" * 30)
        assert cursors(reader) == ["Tale number 15 of the tide"]
        await reader.rush(*"Gkkk", "g", "g", *"jj")
        assert cursors(reader) == ["Tale number 02 of the tide"]


async def test_a_page_keeps_one_row_in_sight(long: Library) -> None:
    async with opened(long) as reader:
        rows = reader.screen.list.size.height // 2
        await reader.press("pagedown")
        assert reader.screen.list.cursor == rows - 1
        await reader.press("ctrl+d")
        assert reader.screen.list.cursor == rows - 1 + (rows - 1) // 2
        await reader.press("ctrl+u", "pageup")
        assert reader.screen.list.cursor == 0


async def test_the_heading_above_the_first_row_comes_into_sight_with_it(long: Library) -> None:
    async with opened(long) as reader:
        await reader.rush(*"/tale", "enter", "G", "g", "g")
        assert reader.lines[3].startswith(" IN TITLES")
        assert cursors(reader) == [reader.title[:28]]


async def test_a_click_moves_the_cursor_and_a_second_one_opens(long: Library) -> None:
    async with opened(long) as reader:
        await reader.rush("G")
        await reader.pilot.click("#list", offset=(10, 1))
        place = reader.screen.list.cursor
        assert cursors(reader) == [reader.title[:28]]
        assert place < 59
        await reader.pilot.click("#list", offset=(10, 1), times=2)
        await reader.pilot.pause()
        assert reader.screen.where is Pane.READER


async def test_a_click_beside_the_rows_does_nothing(library: Library) -> None:
    async with opened(library) as reader:
        await reader.rush(*"/fog", "enter")
        await reader.pilot.click("#list", offset=(10, 0))
        await reader.pilot.click("#list", offset=(10, 9))
        assert reader.screen.list.cursor == 0
        assert reader.screen.where is Pane.LIST


async def test_the_wheel_scrolls_and_the_next_key_brings_the_cursor_back(long: Library) -> None:
    async with opened(long) as reader:
        reader.screen.list.scroll_to(y=60, animate=False, force=True)
        await reader.pilot.pause()
        assert cursors(reader) == []
        await reader.press("j")
        assert cursors(reader) == ["Tale number 01 of the tide"]


async def test_the_cursor_stays_on_its_document_when_rows_come_before_it(
    library: Library,
) -> None:
    async with opened(library) as reader:
        rows, screen = reader.screen.list, reader.screen
        await reader.rush("2", "j")
        before = rows.row
        rows.show(screen.everything())
        assert rows.row == before
        rows.show(screen.everything(), keep=False)
        assert rows.cursor == 0


async def test_unread_and_starred_stand_at_the_right_end(library: Library) -> None:
    async with opened(library) as reader:
        await reader.rush("s", "j", "r")
        assert reader.lines[3].rstrip().endswith("★●")
        assert "●" not in reader.lines[5]
