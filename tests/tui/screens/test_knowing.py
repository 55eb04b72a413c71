from reader.library import Library
from reader.tui.screens.choosing import ChoosingScreen
from tests.tui.conftest import Shelve
from tests.tui.showing import opened, prose


async def test_i_shows_all_that_is_known_and_enter_copies_a_row(library: Library) -> None:
    async with opened(library) as reader:
        await reader.rush("i")
        assert isinstance(reader.app.screen, ChoosingScreen)
        shown = [" ".join(row.split()) for row in reader.lines]
        assert "▌ title Letters from the lighthouse" in shown
        assert "author Ann Smith" in shown
        assert "tags letters sea" in shown
        assert any(row.startswith("file /") and row.endswith("letters.md") for row in shown)
        await reader.rush(*"author", "enter")
        assert reader.app.clipboard == "Ann Smith"
        assert "copied: author, 9 characters" in reader.status


async def test_it_is_known_while_reading_too_and_esc_copies_nothing(library: Library) -> None:
    async with opened(library) as reader:
        await reader.rush("j", "enter", "i")
        assert any("Mara Lindqvist" in row for row in reader.lines)
        await reader.rush("escape")
        assert reader.app.clipboard == ""
        assert reader.screen is reader.app.screen


async def test_what_front_matter_says_besides_is_known_and_harmless(shelve: Shelve) -> None:
    source = f'---\ntitle: Fog\nmood: "\\e[31m calm"\n---\n\n{prose(1, 3)}'
    async with opened(shelve({"a.md": source})) as reader:
        await reader.rush("i")
        assert any("mood" in row and "calm" in row for row in reader.lines)
        assert "␛[31m calm" in reader.text


async def test_where_no_document_is_there_is_no_card(library: Library) -> None:
    async with opened(library) as reader:
        await reader.rush("/", *"tag:nosuchtag", "enter", "i")
        assert "there is no document here" in reader.status
