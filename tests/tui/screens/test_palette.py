from dataclasses import replace
from pathlib import Path

import pytest

from reader.library import Library
from reader.tui.actions import BROWSE, Pane, for_pane
from reader.tui.keys import Keys
from reader.tui.presets import PRESETS
from reader.tui.remapping import effective
from reader.tui.screens.choosing import ChoosingScreen
from reader.tui.screens.main import MainScreen
from reader.tui.screens.palette import SAVED
from tests.tui.showing import opened, settings


@pytest.mark.parametrize("key", [":", "ctrl+p", "f2"])
async def test_all_there_is_to_do_is_listed_with_its_keys(library: Library, key: str) -> None:
    async with opened(library, (80, 60)) as reader:
        await reader.rush(key)
        assert isinstance(reader.app.screen, ChoosingScreen)
        assert any("to the top" in line and "gg  Home" in line for line in reader.lines)
        await reader.rush("escape")
        assert isinstance(reader.app.screen, MainScreen)


async def test_enter_does_what_was_found_and_lists_it_first_the_next_time(
    library: Library,
) -> None:
    async with opened(library) as reader:
        await reader.rush(":", *"star", "enter")
        assert reader.screen.list.document is not None
        assert reader.screen.palette.deeds(Pane.LIST)[0].action.name == "toggle_star"
        await reader.rush(":")
        assert "star" in reader.lines[2]
        await reader.rush("escape", ":", *"bottm", "enter")
        assert reader.screen.list.cursor == len(reader.titles) - 1


async def test_a_number_goes_to_that_row_and_habits_are_kept(library: Library) -> None:
    async with opened(library) as reader:
        await reader.rush(":", "3", "enter")
        assert reader.screen.list.cursor == 2
        await reader.rush(":", "w", "enter")
        assert SAVED in reader.text
        await reader.rush("escape", ":", *"help", "enter")
        assert "type to find a key" in reader.lines[0]
        await reader.rush("escape", *":q", "enter")
        assert reader.app._exit


async def test_an_action_of_another_pane_is_done_there(library: Library) -> None:
    async with opened(library) as reader:
        await reader.rush(":", *"all folds", "enter")
        assert "q list" in reader.status
        await reader.rush(":", "2", "enter")
        assert reader.screen.pane.share_read
        await reader.rush(":", *"mark all rows", "enter")
        assert "/ find" in reader.status
        assert len(reader.screen.list.marked) == len(reader.titles)


async def test_in_the_prompt_it_is_f2_and_ctrl_p_stays_the_result_before(library: Library) -> None:
    async with opened(library) as reader:
        await reader.rush("/", "f", "down", "ctrl+p")
        assert isinstance(reader.app.screen, MainScreen)
        await reader.rush("f2", *"it was before", "enter")
        assert reader.screen.where is Pane.LIST
        assert reader.screen.prompt.value == ""


async def test_arrows_enter_and_f2_reach_every_action_without_a_letter(
    sample: Path, tmp_path: Path
) -> None:
    wanted = replace(settings(tmp_path, sample / "cache"), keys={"preset": "arrows"})
    library = Library.open([sample / "articles"], wanted)
    async with opened(library) as reader:
        screen = reader.screen
        for pane in BROWSE:
            listed = {deed.action.name for deed in screen.palette.deeds(pane)}
            assert listed >= {action.name for each in BROWSE for action in for_pane(each)} - {
                "palette"
            }
        names = [deed.action.name for deed in screen.palette.deeds(Pane.LIST)]
        await reader.rush("f2", *["down"] * names.index("mark_all"), "enter")
        assert len(screen.list.marked) == len(reader.titles)
        await reader.rush("escape", "enter", "f2", "end")
        assert "F3 find" not in reader.text
        await reader.rush("escape", "left")
        assert "F3 find   Enter read   F1 keys" in reader.status
    library.close()


def test_in_every_preset_the_palette_opens_from_every_pane() -> None:
    for name in PRESETS:
        keys = Keys(effective({"preset": name}, "").actions)
        for pane in Pane:
            pressed = keys.press(pane, "f2")
            assert pressed.action is not None
            assert pressed.action.name == "palette"
