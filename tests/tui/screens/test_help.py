import pytest

from reader.library import Library
from reader.tui.actions import Action, Pane, for_pane
from reader.tui.screens.help import NAMES, HelpScreen, manual
from reader.tui.written import shown_keys
from tests.tui.showing import opened


async def test_the_keys_of_the_pane_one_is_in_come_first(library: Library) -> None:
    async with opened(library, (90, 40)) as reader:
        await reader.press("enter", "?")
        assert isinstance(reader.app.screen, HelpScreen)
        assert "type to find a key" in reader.lines[0]
        headings = [line.strip() for line in reader.lines if line.strip() in NAMES.values()]
        assert headings[0] == NAMES[Pane.READER]


async def test_help_narrows_as_one_types_and_widens_again(library: Library) -> None:
    async with opened(library, (90, 40)) as reader:
        await reader.press("f1")
        await reader.rush(*"fold")
        assert "zR" in reader.text
        assert "open all folds" in reader.text
        assert "the next match" not in reader.text
        await reader.rush(*["backspace"] * 4)
        assert "one line down" in reader.text


async def test_a_search_without_result_leaves_an_empty_page(library: Library) -> None:
    async with opened(library) as reader:
        await reader.rush("?", *"xyzzy")
        assert "".join(reader.lines[1:]).strip() == ""
        await reader.rush("escape")
        assert reader.lines[0].startswith(" articles")


async def test_q_is_a_letter_once_something_is_typed(library: Library) -> None:
    async with opened(library) as reader:
        await reader.rush("?", *"the q")
        assert isinstance(reader.app.screen, HelpScreen)
        await reader.rush("escape", "?", "q")
        assert reader.lines[0].startswith(" articles")
        assert reader.app.is_running


async def test_help_scrolls_to_its_end_and_back(library: Library) -> None:
    async with opened(library, (80, 40)) as reader:
        await reader.rush("?")
        before = reader.lines
        await reader.rush("end")
        assert NAMES[Pane.PROMPT] in reader.text
        await reader.rush("home")
        assert reader.lines == before
        await reader.rush("pagedown", "down", "ctrl+d", "ctrl+u", "up", "pageup")
        assert reader.lines == before


async def test_the_prompt_has_help_of_its_own_and_keeps_its_text(library: Library) -> None:
    async with opened(library, (90, 40)) as reader:
        await reader.rush(*"/sea", "f1")
        assert NAMES[Pane.PROMPT] in reader.text
        await reader.rush("escape")
        assert reader.screen.prompt.value == "sea"
        assert reader.screen.where is Pane.PROMPT


@pytest.mark.parametrize("pane", Pane)
def test_the_manual_of_a_pane_has_every_key_of_it(pane: Pane) -> None:
    written = {key for keys, _ in manual(pane) for key in keys.split("  ")}
    assert written == {key for action in for_pane(pane) for key in shown_keys(action)}


@pytest.mark.parametrize(
    ("keys", "shown"),
    [
        (("g g", "home", "<"), ["gg", "Home", "<"]),
        (("enter", "ctrl+j"), ["Enter"]),
        (("down", "ctrl+n", "ctrl+j"), ["↓", "Ctrl-N", "Ctrl-J"]),
        (("shift+tab",), ["Shift-Tab"]),
        (("+",), ["+"]),
        (("z R",), ["zR"]),
    ],
)
def test_keys_are_written_as_people_write_them(keys: tuple[str, ...], shown: list[str]) -> None:
    assert shown_keys(Action("x", keys, (Pane.LIST,), "help", "Move")) == shown


async def test_help_forgives_typing_mistakes_and_says_where_keys_are_changed(
    library: Library,
) -> None:
    async with opened(library, (100, 40)) as reader:
        await reader.rush("?", *"archvie")
        assert "toggle" not in reader.text
        assert any("archive" in line for line in reader.lines[1:])
        await reader.rush(*["backspace"] * 7, "end")
        said = "".join(line.strip() for line in reader.lines)
        assert str(library.settings.config / "config.toml") in said
