import pytest

from reader.library import Library
from reader.query.shape import GROUPS, SORTS
from reader.tui.actions import Pane
from reader.tui.screens.arranging import GROUPED, SORTED
from reader.tui.screens.choosing import ChoosingScreen
from tests.library.test_comparing import PAGES
from tests.tui.conftest import Shelve
from tests.tui.showing import Reader, article, opened, prose

AUTHORS = ("Ann", "Ben", "Cid")


def tales(number: int) -> dict[str, str]:
    """Tales by three authors in turn."""
    return {
        f"{n:02}.txt": article(f"Tale number {n:02} of the tide", f"{AUTHORS[n % 3]} Smith", "",
                               prose(n, 2))
        for n in range(number)
    }  # fmt: skip


def headings(reader: Reader) -> list[str]:
    """The headings in sight, without the cursor's bar."""
    shown = (line.strip("▌ ") for line in reader.lines)
    return [" ".join(line.split()) for line in shown if line[:1] in ("▸", "▾") and line]


async def choose(reader: Reader, *typed: str) -> None:
    await reader.until(lambda: isinstance(reader.app.screen, ChoosingScreen))
    await reader.press(*typed, "enter")
    await reader.until(lambda: not isinstance(reader.app.screen, ChoosingScreen))
    await reader.pilot.pause()


def test_the_menus_offer_all_that_a_query_can_say() -> None:
    assert {*GROUPED} == {*GROUPS}
    assert {*SORTED} == {*SORTS}


async def test_grouping_is_written_into_the_query_and_the_cursor_stays(shelve: Shelve) -> None:
    async with opened(shelve(tales(9))) as reader:
        await reader.rush("4", "j")
        before = reader.title
        await reader.press("g", "s")
        await choose(reader, *"author")
        assert reader.screen.finding.query == "group:author"
        assert reader.lines[1].startswith(" ⌕ group:author")
        assert headings(reader) == ["▾ Ann Smith 3", "▾ Ben Smith 3", "▾ Cid Smith 3"]
        assert reader.title == before
        assert "grouped by the author" in reader.status
        await reader.press("backspace")
        assert reader.screen.finding.query == ""
        assert reader.title == before
        assert headings(reader) == []


async def test_the_menu_marks_what_is_and_none_takes_it_off(shelve: Shelve) -> None:
    async with opened(shelve(tales(3))) as reader:
        await reader.rush(*"/tale group:author", "enter", "g", "s")
        await reader.until(lambda: isinstance(reader.app.screen, ChoosingScreen))
        assert any("the author  now" in line for line in reader.lines)
        await choose(reader, *"no groups")
        assert reader.screen.finding.query == "tale"


async def test_a_closed_band_is_one_line_on_which_the_cursor_stands(shelve: Shelve) -> None:
    async with opened(shelve(tales(9))) as reader:
        await reader.rush(*"/group:author", "enter", "j", "z", "c")
        assert headings(reader) == ["▸ Ann Smith 3", "▾ Ben Smith 3", "▾ Cid Smith 3"]
        assert any(line.startswith("▌▸ Ann Smith") for line in reader.lines)
        assert "closed Ann Smith" in reader.status
        await reader.press("j")
        assert reader.title == "Tale number 01 of the tide"
        await reader.press("k", "enter")
        assert headings(reader)[0] == "▾ Ann Smith 3"
        assert reader.screen.where is Pane.LIST
        assert reader.title == "Tale number 00 of the tide"


async def test_opening_a_band_finds_the_cursor_where_it_was(shelve: Shelve) -> None:
    async with opened(shelve(tales(9))) as reader:
        await reader.rush(*"/group:author", "enter", "j")
        before = reader.title
        await reader.press("z", "c", "z", "o")
        assert reader.title == before
        await reader.press("z", "a", "right")
        assert reader.title == before
        assert not reader.screen.list.on_heading


async def test_all_bands_are_closed_and_gone_through(shelve: Shelve) -> None:
    async with opened(shelve(tales(9))) as reader:
        await reader.rush(*"/group:author", "enter", "z", "M")
        assert headings(reader) == ["▸ Ann Smith 3", "▸ Ben Smith 3", "▸ Cid Smith 3"]
        assert "closed all 3 bands" in reader.status
        await reader.press("j", "j", "j")
        assert reader.screen.list.cursor == 6
        await reader.press("z", "R")
        assert headings(reader)[-1] == "▾ Cid Smith 3"
        assert reader.title == "Tale number 02 of the tide"


async def test_bands_are_gone_to(shelve: Shelve) -> None:
    async with opened(shelve(tales(9))) as reader:
        await reader.rush(*"/group:author", "enter", "j")
        for keys, cursor in (("]]", 3), ("]]", 6), ("]]", 6), ("[[", 3), ("j[[", 3), ("2[[", 0)):
            await reader.press(*keys)
            assert reader.screen.list.cursor == cursor


async def test_bands_of_a_search_close_too(library: Library) -> None:
    async with opened(library) as reader:
        await reader.rush(*"/harbour", "enter", "z", "c")
        assert reader.lines[3].startswith("▌▸ IN TITLES")
        await reader.press("j")
        assert reader.title.startswith("Council")
        await reader.rush(*"/fog", "enter")
        assert "▸" not in reader.text


async def test_where_there_are_no_bands_it_is_said(library: Library) -> None:
    async with opened(library) as reader:
        for keys in ("zc", "zM", "]]"):
            await reader.press(*keys)
            assert "there are no bands here: gs makes groups" in reader.status
        await reader.rush(*"/group:type", "enter", "z", "o")
        assert "this band is open" in reader.status


async def test_what_is_done_on_a_closed_band_is_done_to_all_of_it(shelve: Shelve) -> None:
    async with opened(shelve(tales(9))) as reader:
        await reader.rush(*"/group:author", "enter", "z", "c", "t")
        assert "tag 3 documents:" in reader.lines[1]
        await reader.rush(*"ann", "enter")
        assert "tagged 3 documents" in reader.status
        assert headings(reader)[0] == "▸ Ann Smith 3"
        await reader.press("space")
        assert headings(reader)[0] == "▸ Ann Smith +3 3"
        await reader.press("U")
        assert reader.screen.library.tags() == []


async def test_a_click_on_a_heading_closes_and_opens(shelve: Shelve) -> None:
    async with opened(shelve(tales(3))) as reader:
        await reader.rush(*"/group:author", "enter")
        await reader.pilot.click("#list", offset=(5, 0))
        assert headings(reader)[0] == "▸ Ann Smith 1"
        await reader.pilot.click("#list", offset=(5, 0))
        assert headings(reader)[0] == "▾ Ann Smith 1"


async def test_documents_are_read_one_after_the_other_through_closed_bands(
    shelve: Shelve,
) -> None:
    async with opened(shelve(tales(9))) as reader:
        await reader.rush(*"/group:author", "enter", "]", "]", "z", "c", "[", "[", "enter")
        for title in ("03", "06", "01", "04"):
            await reader.press("J")
            assert reader.screen.reading.document is not None
            assert f"number {title}" in reader.screen.reading.document.title


async def test_escape_in_the_prompt_puts_groups_back_as_they_were(shelve: Shelve) -> None:
    async with opened(shelve(tales(9))) as reader:
        await reader.rush(*"/group:author", "enter", "z", "M", "j", "z", "o", "j")
        before = reader.lines[3:-1]
        await reader.rush("/", *"number 3", "down", "escape")
        assert reader.lines[3:-1] == before


async def test_bands_stay_closed_when_marks_change_and_when_the_search_is_narrowed(
    shelve: Shelve,
) -> None:
    async with opened(shelve(tales(9))) as reader:
        await reader.rush(*"/group:author", "enter", "z", "c", "j", "s")
        await reader.pilot.pause(0.1)
        assert headings(reader)[0] == "▸ Ann Smith 3"
        reader.screen.finding.ask_anew("-is:starred group:author")
        await reader.pilot.pause()
        assert headings(reader) == ["▸ Ann Smith 3", "▾ Cid Smith 3", "▾ Ben Smith 2"]


async def test_the_order_is_chosen_in_words_and_turned_round(shelve: Shelve) -> None:
    async with opened(shelve(tales(4))) as reader:
        await reader.press("S")
        await choose(reader, *"title")
        assert reader.screen.finding.query == "sort:title"
        assert [title[12:14] for title in reader.titles] == ["00", "01", "02", "03"]
        await reader.press("S")
        await reader.until(lambda: isinstance(reader.app.screen, ChoosingScreen))
        assert any(line.startswith("▌ title: Z to A  now A to Z") for line in reader.lines)
        await reader.press("enter")
        await reader.pilot.pause()
        assert reader.screen.finding.query == "sort:title-"
        assert [title[12:14] for title in reader.titles] == ["03", "02", "01", "00"]
        assert "title: Z to A" in reader.status


async def test_a_menu_is_left_without_any_change(shelve: Shelve) -> None:
    async with opened(shelve(tales(3))) as reader:
        for keys in (("S",), ("g", "s")):
            await reader.press(*keys)
            await reader.until(lambda: isinstance(reader.app.screen, ChoosingScreen))
            await reader.press("escape")
            await reader.pilot.pause()
            assert reader.screen.finding.query == ""


async def test_copies_of_a_story_stand_side_by_side(shelve: Shelve) -> None:
    async with opened(shelve(PAGES)) as reader:
        listed = len(reader.titles)
        await reader.press("g", "s")
        await choose(reader, *"story")
        assert len(reader.titles) > listed
        assert headings(reader)
        assert all(".txt" not in heading for heading in headings(reader))


@pytest.mark.parametrize("by", ["site", "month", "year", "tag", "folder", "lang", "author", "type"])
async def test_every_group_can_be_had(library: Library, by: str) -> None:
    async with opened(library) as reader:
        reader.screen.finding.ask_anew(f"group:{by}")
        await reader.pilot.pause()
        assert len(headings(reader)) >= 1
        assert len(reader.titles) == 6
