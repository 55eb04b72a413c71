from reader.library import Library
from reader.library.history import searched
from reader.tui.screens.choosing import ChoosingScreen
from tests.tui.showing import Reader, opened


async def search(reader: Reader, *queries: str) -> None:
    for query in queries:
        await reader.rush("/", "ctrl+u", *query, "enter")
    await reader.press("escape")


async def test_up_in_an_empty_prompt_goes_back_through_searches(library: Library) -> None:
    async with opened(library) as reader:
        await search(reader, "fog", "rope", "fog", "harbour")
        await reader.rush("/", "up")
        assert reader.screen.prompt.value == "harbour"
        assert len(reader.titles) == 2
        await reader.press("up", "up")
        assert reader.screen.prompt.value == "rope"
        await reader.press("up")
        assert "there is no search before" in reader.status
        await reader.press("down")
        assert reader.titles == ["The woman who counted fog"]
        await reader.press("down", "down")
        assert reader.screen.prompt.value == ""
        assert len(reader.titles) == 6


async def test_with_something_typed_the_arrows_move_in_the_result(library: Library) -> None:
    async with opened(library) as reader:
        await search(reader, "fog")
        await reader.rush(*"/the", "down", "down", "up")
        assert reader.screen.prompt.value == "the"
        assert reader.screen.list.cursor == 1
        await reader.press("ctrl+up")
        assert reader.screen.prompt.value == "fog"
        await reader.press("ctrl+down")
        assert reader.screen.prompt.value == "the"
        await reader.rush("ctrl+up", "x", "down")
        assert reader.screen.prompt.value == "fogx"


async def test_ctrl_r_chooses_from_all(library: Library) -> None:
    async with opened(library) as reader:
        await search(reader, "fog", "rope")
        await reader.press("/", "ctrl+r")
        await reader.until(lambda: isinstance(reader.app.screen, ChoosingScreen))
        await reader.rush(*"fo", "enter")
        await reader.until(lambda: not isinstance(reader.app.screen, ChoosingScreen))
        await reader.pilot.pause()
        assert reader.screen.prompt.value == "fog"
        assert reader.titles == ["The woman who counted fog"]


async def test_what_begins_with_a_space_or_was_not_kept_is_not_remembered(
    library: Library,
) -> None:
    async with opened(library) as reader:
        await reader.rush(*"/ secret", "enter")
        await reader.rush("/", "ctrl+u", *"fog", "escape")
        await reader.rush("/", "ctrl+u", *"rope (", "enter")
        assert "never closed" in reader.status
        assert searched(library.settings) == []


async def test_searches_are_there_after_a_restart(library: Library) -> None:
    async with opened(library) as reader:
        await search(reader, "fog")
    async with opened(library) as reader:
        await reader.rush("/", "up")
        assert reader.screen.prompt.value == "fog"


async def test_where_nothing_can_be_kept_this_run_is_remembered(library: Library) -> None:
    library.settings.state.parent.mkdir(parents=True, exist_ok=True)
    async with opened(library) as reader:
        (library.settings.state / "searches").mkdir(parents=True)
        await search(reader, "fog")
        await reader.rush("/", "up")
        assert reader.screen.prompt.value == "fog"


async def test_in_a_text_or_among_tags_there_is_no_history(library: Library) -> None:
    async with opened(library) as reader:
        await search(reader, "fog")
        for keys in (("t",), ("enter", "/")):
            await reader.rush(*keys, "ctrl+up", "ctrl+r", "up")
            assert reader.screen.prompt.value == ""
            await reader.press("escape")
