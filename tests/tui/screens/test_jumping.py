import pytest

from reader.library import Library
from reader.model import Position
from reader.tui.actions import Pane
from reader.tui.screens.choosing import ChoosingScreen
from tests.tui.conftest import Shelve
from tests.tui.showing import Reader, opened, prose

HARBOUR, COUNCIL, FOG = "north/1-harbour.txt", "north/2-dredging.txt", "north/3-fog.txt"


def at(reader: Reader) -> str:
    page = reader.screen.pane.page
    return page.document.path if page else ""


async def test_ctrl_o_walks_back_over_documents_and_alt_right_on_again(library: Library) -> None:
    async with opened(library) as reader:
        await reader.rush("j", "enter", "space")
        place = reader.page
        await reader.rush("J", "J")
        assert at(reader) == FOG
        await reader.rush("ctrl+o")
        assert at(reader) == COUNCIL
        assert "place 2 of 3" in reader.status
        await reader.rush("alt+left")
        assert at(reader) == HARBOUR
        assert reader.page == place
        assert reader.screen.list.cursor == 1
        await reader.rush("ctrl+o")
        assert "no older place" in reader.status
        await reader.rush("2", "alt+right")
        assert at(reader) == FOG
        await reader.rush("alt+right")
        assert "no newer place" in reader.status


async def test_a_new_jump_forgets_what_one_had_gone_back_from(library: Library) -> None:
    async with opened(library) as reader:
        await reader.rush("j", "enter", "J", "J", "ctrl+o", "G", "alt+right")
        assert "no newer place" in reader.status
        await reader.rush("ctrl+o")
        assert at(reader) == COUNCIL
        await reader.rush("ctrl+o")
        assert at(reader) == HARBOUR


async def test_from_the_list_one_goes_back_into_the_text(library: Library) -> None:
    async with opened(library) as reader:
        await reader.rush("ctrl+o")
        assert "no older place" in reader.status
        await reader.rush("j", "enter", "space", "q", "j", "enter", "q")
        await reader.rush("ctrl+o")
        assert reader.screen.where is Pane.READER
        assert at(reader) == HARBOUR


async def test_two_quotes_go_to_where_the_jump_began_and_back(library: Library) -> None:
    async with opened(library) as reader:
        await reader.rush("j", "enter", "'", "'")
        assert "there was no jump yet" in reader.status
        await reader.rush("space")
        place = reader.page
        await reader.rush("G")
        end = reader.page
        await reader.rush("'", "'")
        assert reader.page == place
        await reader.rush("'", "'")
        assert reader.page == end


async def test_a_row_of_matches_is_one_jump(shelve: Shelve) -> None:
    text = "One" + "".join(f"\n\n{prose(n, 9)}\n\nThere was an otter." for n in range(3))
    async with opened(shelve({"a.txt": text})) as reader:
        await reader.rush("enter")
        start = reader.page
        await reader.rush("/", *"otter", "enter", "n", "n")
        await reader.rush("'", "'")
        assert reader.page == start


async def test_a_place_outside_of_the_result_is_gone_to_as_well(library: Library) -> None:
    async with opened(library) as reader:
        await reader.rush("j", "enter", "q", "/", *"fog", "enter", "enter", "ctrl+o")
        assert at(reader) == HARBOUR
        assert "document 1" not in reader.status


async def test_a_bookmark_leads_back_from_anywhere_and_after_a_restart(library: Library) -> None:
    async with opened(library) as reader:
        await reader.rush("j", "enter", "space", "m", "a")
        assert "bookmark a is here" in reader.status
        place = reader.page
        await reader.rush("J", "m", "Z", "J", "'", "a")
        assert at(reader) == HARBOUR
        assert reader.page == place
        await reader.rush("Q")
    again = Library.open([library.collection.roots[0].path], library.settings)
    async with opened(again) as reader:
        await reader.rush("'", "Z")
        assert at(reader) == COUNCIL
        await reader.rush("'", "a")
        assert reader.page == place
        await reader.rush("'", "'")
        assert at(reader) == COUNCIL
    again.close()


async def test_a_letter_is_in_one_place_and_setting_it_can_be_taken_back(library: Library) -> None:
    async with opened(library) as reader:
        await reader.rush("j", "enter", "m", "a", "J", "m", "a")
        assert [one.letter for one in library.marking.bookmarks()] == ["a"]
        await reader.rush("U")
        assert "taken back: bookmark a" in reader.status
        await reader.rush("'", "a")
        assert at(reader) == HARBOUR
        await reader.rush("'", "b")
        assert "no bookmark b" in reader.status


async def test_a_bookmark_asked_for_by_its_name_has_no_letter(library: Library) -> None:
    async with opened(library) as reader:
        await reader.rush("enter", "m", "a", ":", *"set a bookmark", "enter")
        assert "m and a letter set one" in reader.status
        assert [one.letter for one in library.marking.bookmarks()] == ["a"]
        await reader.rush(":", *"to the bookmark", "enter")
        assert isinstance(reader.app.screen, ChoosingScreen)


@pytest.mark.parametrize("keys", [("g", "m"), ("'", "enter")])
async def test_bookmarks_can_be_chosen_from_a_list(library: Library, keys: tuple[str, ...]) -> None:
    async with opened(library) as reader:
        await reader.rush(*keys)
        assert "no bookmarks" in reader.status
        await reader.rush("j", "enter", "J", "m", "x", "K", "m", "b", "q", *keys)
        assert "b  The harbour that forgot the sea" in reader.text
        await reader.rush("down", "enter")
        assert at(reader) == COUNCIL


async def test_a_bookmark_goes_with_a_text_that_got_shorter(shelve: Shelve) -> None:
    library = shelve({"a.txt": "One\n\nText of one."})
    document = library.documents(library.order())[0]
    library.marking.bookmark(document, "a", Position(999, 9))
    async with opened(library) as reader:
        await reader.rush("'", "a")
        assert at(reader) == "a.txt"
        await reader.rush("g", "m")
        assert "a  One" in reader.text
