"""What the leaving keys do, from the innermost thing outwards."""

from reader.library import Library
from reader.tui.actions import Pane
from tests.tui.showing import opened


async def test_esc_leaves_one_thing_after_the_other_and_never_the_program(
    library: Library,
) -> None:
    async with opened(library) as reader:
        await reader.rush("/", *"north", "enter", "space", "enter", "/", *"parish", "enter")
        screen = reader.screen
        assert len(screen.pane.matching)
        await reader.rush("escape")
        assert (screen.where, len(screen.pane.matching.typed)) == (Pane.READER, 0)
        await reader.rush("escape")
        assert (screen.where, len(screen.list.marked)) == (Pane.LIST, 1)
        await reader.rush("escape")
        assert (len(screen.list.marked), screen.finding.query) == (0, "north")
        await reader.rush("escape", "escape", "escape")
        assert screen.finding.query == ""
        assert reader.app.is_running


async def test_q_leaves_a_search_first_and_the_place_is_kept(library: Library) -> None:
    async with opened(library) as reader:
        await reader.rush("/", *"fog", "enter", "q")
        assert reader.screen.finding.query == ""
        assert reader.app.is_running
        await reader.rush("j", "j", "q")
        row = reader.screen.list.row
        assert library.left_at() == row
    assert reader.app.return_code in (None, 0)
