from textual import events
from textual.geometry import Offset
from textual.selection import Selection

from reader.library import Library
from reader.tui.actions import Pane
from reader.tui.part import View
from tests.tui.conftest import Shelve
from tests.tui.showing import opened


async def test_the_wheel_moves_three_rows_and_back(library: Library) -> None:
    async with opened(library) as reader:
        await reader.rush("j", "enter", "space")
        before = reader.page
        await reader.pilot._post_mouse_events([_wheel("down")], "#reader")
        await reader.pilot.pause()
        assert reader.page[:-3] == before[3:]
        await reader.pilot._post_mouse_events([_wheel("up")], "#reader")
        await reader.pilot.pause()
        assert reader.page == before
        assert reader.screen.where is Pane.READER


async def test_the_scroll_bar_goes_to_its_share_of_the_text(library: Library) -> None:
    async with opened(library) as reader:
        await reader.rush("j", "enter")
        pane = reader.screen.pane
        pane.scroll_y = 5_000
        await reader.pilot.pause()
        assert 0.4 < pane.share_read < 0.7
        await reader.rush("G")
        assert pane.share_read > 0.999
        await reader.rush("g", "g")
        assert pane.scroll_y == 0


async def test_text_is_copied_as_it_was_written(library: Library) -> None:
    async with opened(library) as reader:
        await reader.rush("enter")
        pane = reader.screen.pane
        body = next(
            i for i, part in enumerate(pane.flow.parts) if part.text.startswith("The keeper")
        )
        start, end = Offset(4, body), Offset(9, body + 2)
        assert pane.get_selection(Selection(start, end)) == (
            pane.flow.parts[body].text[4:] + "\n\n" + pane.flow.parts[body + 2].text[:9],
            "\n",
        )
        whole = pane.get_selection(Selection(None, None))
        assert whole is not None
        assert whole[0].startswith("Letters from the lighthouse\n")


async def test_only_what_is_in_sight_is_wrapped(shelve: Shelve) -> None:
    told = (f"Paragraph {n} of a text far longer than any screen there is." for n in range(9_000))
    library = shelve({"long.txt": "A title\n\n" + "\n\n".join(told)})
    async with opened(library) as reader:
        await reader.rush("enter", "space", "space")
        pane = reader.screen.pane
        assert len(pane.flow.parts) > 9_000
        assert len(pane.flow._rows) < 300


async def test_one_line_without_an_end_is_read_page_by_page(shelve: Shelve) -> None:
    line = " ".join(f"word{n}" for n in range(60_000))
    async with opened(shelve({"long.txt": "A title\n\n" + line})) as reader:
        await reader.rush("enter", "space", "space", "G")
        assert "word59999" in reader.text
        await reader.rush("g", "g")
        assert "word0 word1" in reader.text


async def test_turning_the_view_keeps_open_folds_open(library: Library) -> None:
    async with opened(library) as reader:
        await reader.rush("j", "enter", "enter", "c", "c", "c")
        assert reader.screen.pane.view is View.CLEAN
        assert any(row.startswith("▾") for row in reader.page)


async def test_an_empty_pane_has_no_position_and_no_folds(library: Library) -> None:
    async with opened(library) as reader:
        pane = reader.screen.pane
        pane.show(None)
        pane.scroll_rows(3)
        pane.scroll_bottom()
        assert pane.blocks == []
        assert not pane.open_fold()
        assert not pane.next_match(1)
        assert pane.share_read == 1.0


def _wheel(direction: str) -> type[events.MouseEvent]:
    return {"down": events.MouseScrollDown, "up": events.MouseScrollUp}[direction]
