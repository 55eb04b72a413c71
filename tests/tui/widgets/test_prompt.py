from textual import events

from reader.library import Library
from reader.tui.actions import Pane
from reader.tui.widgets.prompt import Scope
from tests.tui.showing import opened


async def test_every_key_is_answered_within_itself(library: Library) -> None:
    async with opened(library) as reader:
        heard: list[str] = []
        reader.screen.prompt.on_typed = heard.append
        await reader.rush(*"/sea", "backspace", "left", "x")
        assert heard == ["s", "se", "sea", "se", "sxe"]


async def test_putting_a_text_asks_nothing(library: Library) -> None:
    async with opened(library) as reader:
        heard: list[str] = []
        reader.screen.prompt.on_typed = heard.append
        reader.screen.prompt.put("the sea")
        await reader.pilot.pause()
        assert heard == []
        assert reader.screen.prompt.value == "the sea"
        assert reader.screen.prompt.cursor_position == 7


async def test_the_chip_says_what_is_asked_about(library: Library) -> None:
    async with opened(library) as reader:
        assert reader.lines[1].startswith(Scope.COLLECTION)
        await reader.rush("enter", "/")
        assert reader.lines[1].startswith(Scope.DOCUMENT)
        await reader.rush("escape", "t")
        assert reader.lines[1].startswith(" tag 1 document: ")
        await reader.rush("escape", "q")
        assert reader.lines[1].startswith(Scope.COLLECTION)


async def test_a_click_on_the_prompt_types_there(library: Library) -> None:
    async with opened(library) as reader:
        await reader.pilot.click("#prompt")
        await reader.rush(*"fog")
        assert reader.screen.prompt.has_focus
        assert reader.titles == ["The woman who counted fog"]
        await reader.rush("escape")
        assert reader.screen.where is Pane.LIST


async def test_pasted_text_is_taken_up_as_if_it_was_typed(library: Library) -> None:
    async with opened(library) as reader:
        await reader.rush("/")
        reader.app.post_message(events.Paste('"woman who\n  counted fog"\n'))
        await reader.until(lambda: reader.screen.prompt.value == '"woman who counted fog"')
        assert reader.titles == ["The woman who counted fog"]
        await reader.rush("enter", "t")
        reader.app.post_message(events.Paste("+fog\n-sea"))
        await reader.until(lambda: reader.screen.prompt.value == "+fog")
