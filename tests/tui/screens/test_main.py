import pytest

from reader.library import Library
from reader.tui.actions import Pane
from tests.tui.conftest import Shelve
from tests.tui.showing import SAMPLE, opened, prose, shelf

HARBOUR = "The harbour that forgot the sea"


async def test_the_first_screen_shows_the_collection_its_rows_and_the_keys(
    library: Library,
) -> None:
    async with opened(library) as reader:
        assert reader.lines[0].startswith(" articles")
        assert reader.lines[0].rstrip().endswith("6 documents · 1 site")
        assert reader.lines[1].startswith(" ⌕ ")
        assert reader.lines[3].startswith("▌ Letters from the lighthouse")
        assert HARBOUR in reader.text
        assert reader.status.endswith("1 of 6   / find   Enter read   ? keys")


async def test_keys_typed_ahead_are_done_one_after_the_other(library: Library) -> None:
    async with opened(library) as reader:
        await reader.rush(*"/harbour", "enter", "enter")
        assert reader.screen.where is Pane.READER
        assert reader.page[0] == HARBOUR


async def test_moving_by_one_row_and_by_counts(library: Library) -> None:
    async with opened(library) as reader:
        await reader.press("j", "down", "k")
        assert reader.title == HARBOUR
        await reader.press("3", "j")
        assert reader.screen.list.cursor == 4
        await reader.press("2", "k")
        assert reader.screen.list.cursor == 2
        await reader.press("9", "9", "j")
        assert reader.screen.list.cursor == 5


async def test_a_sequence_says_what_may_follow_and_its_second_key_ends_it(
    library: Library,
) -> None:
    async with opened(library) as reader:
        await reader.press("G", "g")
        assert reader.status.startswith(" g … ")
        assert "g to the top" in reader.status
        await reader.press("g")
        assert reader.screen.list.cursor == 0
        assert "…" not in reader.status


async def test_a_key_that_continues_nothing_ends_the_sequence_and_does_nothing(
    library: Library,
) -> None:
    async with opened(library) as reader:
        await reader.press("g", "x")
        assert reader.status.endswith("? keys")
        await reader.press("j")
        assert reader.screen.list.cursor == 1


async def test_a_count_with_top_or_end_goes_to_that_row(library: Library) -> None:
    async with opened(library) as reader:
        await reader.press("3", "g", "g")
        assert reader.screen.list.cursor == 2
        await reader.press("5", "G")
        assert reader.screen.list.cursor == 4
        await reader.press("home")
        assert reader.screen.list.cursor == 0
        await reader.press("end")
        assert reader.screen.list.cursor == 5


@pytest.mark.parametrize("key", ["g,g", "G"])
async def test_a_count_in_the_text_leaves_the_list_alone(library: Library, key: str) -> None:
    async with opened(library) as reader:
        await reader.rush("j", "enter", "5", *key.split(","))
        assert reader.screen.list.cursor == 1
        await reader.rush("g", "f", "5", *key.split(","))
        assert reader.screen.list.cursor == 1


async def test_tab_goes_round_the_panes_and_shift_tab_back(library: Library) -> None:
    async with opened(library, (160, 30)) as reader:
        seen = []
        for key in ("tab", "tab", "tab", "shift+tab"):
            await reader.press(key)
            seen.append(reader.screen.where)
        assert seen == [Pane.READER, Pane.FACETS, Pane.LIST, Pane.FACETS]


async def test_each_pane_has_a_key_of_its_own(library: Library) -> None:
    async with opened(library) as reader:
        for keys, pane in (("gf", Pane.FACETS), ("gr", Pane.READER), ("gl", Pane.LIST)):
            await reader.press(*keys)
            assert reader.screen.where is pane
        await reader.press("T")
        assert reader.screen.where is Pane.FACETS


async def test_q_goes_back_pane_by_pane_and_quits_at_the_end(library: Library) -> None:
    async with opened(library) as reader:
        await reader.rush(*"/sea", "enter", "enter")
        assert reader.page[0] == HARBOUR
        await reader.press("q")
        assert reader.screen.where is Pane.LIST
        assert reader.screen.finding.query == "sea"
        await reader.press("q")
        assert reader.screen.finding.query == ""
        assert reader.app.is_running
        await reader.press("q")
        assert reader.app.return_code == 0


async def test_capital_q_quits_from_anywhere(library: Library) -> None:
    async with opened(library) as reader:
        await reader.rush("enter", "Q")
        assert reader.app.return_code == 0


async def test_escape_leaves_pane_marks_and_search_in_turn_but_never_quits(
    library: Library,
) -> None:
    async with opened(library) as reader:
        await reader.rush(*"/sea", "enter", "space", "enter")
        await reader.press("escape")
        assert reader.screen.where is Pane.LIST
        assert reader.screen.list.marked
        await reader.press("escape")
        assert not reader.screen.list.marked
        await reader.press("escape")
        assert reader.screen.finding.query == ""
        await reader.press("escape", "escape")
        assert reader.app.is_running


async def test_control_c_says_how_to_quit(library: Library) -> None:
    async with opened(library) as reader:
        await reader.press("ctrl+c")
        assert "Q quits" in reader.status
        assert reader.app.is_running


async def test_p_says_where_the_file_is(library: Library) -> None:
    async with opened(library, (200, 24)) as reader:
        await reader.press("j", "p")
        assert reader.status.strip().startswith("/")
        assert "/articles/north/1-harbour.txt" in reader.status


async def test_an_empty_folder_says_so_and_no_key_is_too_much(shelve: Shelve) -> None:
    async with opened(shelve({"picture.png": "x"})) as reader:
        assert "No documents here." in reader.text
        for pane in ("gl", "gf", "gr"):
            await reader.rush(*pane, *"jkGnNJK?", "escape", *"tx", "escape", *"rs *pc+-0wZ")
            await reader.rush("g", "g", "enter", "z", "o", "z", "R", "space", "pagedown", "ctrl+u")
            await reader.rush(*"/sea", "down", "pagedown", "tab", "enter", "enter", "backspace")
        assert reader.app.is_running
        await reader.rush("escape", "escape")
        assert "No documents here." in reader.text


async def test_every_key_can_be_pressed_on_a_single_file(shelve: Shelve) -> None:
    library = shelve(SAMPLE)
    path = library.collection.roots[0].path / "north" / "4-bell.txt"
    alone = shelf(library.settings.data.parent, path)
    async with opened(alone) as reader:
        assert reader.page[0] == "The bell in the machine room"
        assert reader.lines[0].rstrip().endswith("1 document")
        assert not reader.screen.list.display
        await reader.rush(*"jkGnNJKtx", "escape", *"rspc+-0wZ", "g", "l", "g", "f", "tab", "R")
        await reader.rush("5", "g", "g", "/", *"parish", "tab", "enter", "n", "escape", "z", "R")
        assert reader.app.is_running
        assert reader.screen.where is Pane.READER
    alone.close()


async def test_q_on_a_single_file_quits(shelve: Shelve) -> None:
    library = shelve({"one.txt": "A title\n\n" + prose(1, 3)})
    path = library.collection.roots[0].path / "one.txt"
    alone = shelf(library.settings.data.parent, path)
    async with opened(alone) as reader:
        await reader.press("q")
        assert reader.app.return_code == 0
    alone.close()


async def test_a_single_file_that_cannot_be_read_says_why(shelve: Shelve) -> None:
    library = shelve({"one.txt": "x"})
    path = library.collection.roots[0].path / "one.txt"
    path.write_bytes(b"\x7fELF" + bytes(range(256)))
    alone = shelf(library.settings.data.parent, path)
    async with opened(alone) as reader:
        await reader.until(lambda: "cannot read this file" in reader.status)
    alone.close()
