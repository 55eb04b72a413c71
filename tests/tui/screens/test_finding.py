from time import sleep
from typing import Any

import pytest

from reader.library import Library
from reader.model import Found
from reader.tui.actions import Pane
from tests.library.test_comparing import PAGES
from tests.tui.conftest import Shelve
from tests.tui.showing import article, opened, prose

HARBOUR = "The harbour that forgot the sea"


def many(number: int) -> dict[str, str]:
    return {
        f"{n:02}.txt": article(f"Tale number {n} of the tide", f"Ann {n}", "", prose(n, 2))
        for n in range(number)
    }


async def test_results_come_in_two_bands_each_with_its_count(library: Library) -> None:
    async with opened(library) as reader:
        await reader.rush(*"/harbour")
        assert reader.titles == [HARBOUR, "Council approves the plan to dredge the inner basin"]
        assert [line.split() for line in reader.lines if line.startswith(" IN ")] == [
            ["IN", "TITLES", "1"],
            ["IN", "TEXT", "1"],
        ]
        assert reader.lines[0].rstrip().endswith("1 title · 1 text")
        assert "the inner harbour is to be closed" in reader.text


async def test_enter_keeps_the_result_and_goes_to_it(library: Library) -> None:
    async with opened(library) as reader:
        await reader.rush(*"/fog", "enter")
        assert reader.screen.where is Pane.LIST
        assert reader.titles == ["The woman who counted fog"]
        assert reader.lines[1].startswith(" ⌕ fog")


async def test_a_word_that_was_entered_is_whole_where_a_document_has_it(shelve: Shelve) -> None:
    texts = {"One": "The dock was closed. ", "Two": "The docker waits. "}
    pages = {f"{n}.txt": article(n, "", "", t + prose(len(t), 2)) for n, t in texts.items()}
    async with opened(shelve(pages)) as reader:
        await reader.rush(*"/dock")
        assert sorted(reader.titles) == ["One", "Two"]
        await reader.press("space")
        assert reader.titles == ["One"]
        await reader.press("backspace", "enter")
        assert reader.titles == ["One"]
        await reader.rush("/", "ctrl+u", *"waits docke", "enter")
        assert reader.titles == ["Two"]
        assert "waits and docke…" in reader.text
        await reader.rush("/", "ctrl+u", *"dock", "escape")
        assert reader.titles == ["Two"]
        await reader.rush("escape", *"/dock", "escape")
        assert len(reader.titles) == 2


async def test_results_are_walked_through_while_typing(library: Library) -> None:
    async with opened(library) as reader:
        await reader.rush(*"/the ", "down", "ctrl+n", "up", "down")
        assert reader.screen.where is Pane.PROMPT
        assert reader.screen.list.cursor == 2
        await reader.press("ctrl+p")
        assert reader.screen.list.cursor == 1


async def test_digits_and_letters_that_are_keys_elsewhere_are_text_in_the_prompt(
    library: Library,
) -> None:
    async with opened(library) as reader:
        await reader.rush(*"/3j Qq?G")
        assert reader.screen.prompt.value == "3j Qq?G"
        assert reader.app.is_running


async def test_escape_puts_list_cursor_and_scroll_back_exactly(shelve: Shelve) -> None:
    async with opened(shelve(many(40)), (80, 20)) as reader:
        await reader.rush("2", "5", "j", "5", "k")
        before, listing = reader.lines[3:], reader.screen.list.listing
        scrolled, cursor = reader.screen.list.scroll_offset, reader.screen.list.cursor
        await reader.rush(*"/number 3", "down", "down")
        assert reader.lines[3:] != before
        await reader.rush("escape")
        assert reader.screen.where is Pane.LIST
        assert reader.screen.list.listing is listing
        assert reader.screen.list.scroll_offset == scrolled
        assert reader.screen.list.cursor == cursor
        assert reader.lines[3:-1] == before[:-1]
        assert reader.screen.prompt.value == ""


async def test_escape_goes_back_to_the_search_before(library: Library) -> None:
    async with opened(library) as reader:
        await reader.rush(*"/the", "enter", "j")
        before, cursor = reader.titles, reader.screen.list.cursor
        await reader.rush("/", *" sea", "escape")
        assert (reader.titles, reader.screen.list.cursor) == (before, cursor)
        assert reader.lines[1].startswith(" ⌕ the ")


async def test_nothing_found_says_what_to_do(library: Library) -> None:
    async with opened(library) as reader:
        await reader.rush(*"/rope qqqzzz", "enter")
        assert "Nothing matches." in reader.text
        await reader.until(lambda: "without qqqzzz finds 1 · Backspace" in reader.text)
        await reader.press("backspace")
        assert reader.screen.finding.query == "rope"
        assert "Rope-makers of the eastern quay" in reader.titles


async def test_a_query_with_a_mistake_says_where_and_the_list_stays(library: Library) -> None:
    async with opened(library) as reader:
        await reader.rush(*"/rope (")
        before = reader.titles
        await reader.rush(*"(" * 200)
        assert "(character " in reader.status
        assert reader.titles == before
        await reader.rush(*["backspace"] * 200)
        assert "(character " not in reader.status
        assert reader.titles == before


@pytest.mark.parametrize(("columns", "row"), [(130, 1), (80, 2)])
async def test_what_was_understood_stands_beside_the_prompt_or_below(
    library: Library, columns: int, row: int
) -> None:
    async with opened(library, (columns, 24)) as reader:
        await reader.rush(*"/rope -tag:sea")
        found = library.find("rope -tag:sea").interpretation
        assert found
        assert found in reader.lines[row]
        await reader.rush("escape")
        assert found not in reader.text


async def test_what_is_wrong_with_a_term_is_told_once_it_is_typed(library: Library) -> None:
    async with opened(library, (120, 24)) as reader:
        await reader.rush(*"/rope date:soon")
        assert "is not a date" not in reader.status
        await reader.press("space")
        assert "is not a date" in reader.status


async def test_a_field_that_does_not_exist_is_named(library: Library) -> None:
    async with opened(library) as reader:
        await reader.rush(*"/colour:red")
        assert "no field colour: taken as words" in reader.status


async def test_a_narrowed_list_has_no_bands_and_counts_against_the_whole(
    library: Library,
) -> None:
    async with opened(library) as reader:
        await reader.rush(*"/tag:sea")
        assert "IN T" not in reader.text
        assert reader.lines[0].rstrip().endswith("1 of 6 documents")


async def test_a_large_collection_is_searched_behind_the_keys(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reader.tui.screens.finding.AT_ONCE", 0)
    async with opened(library) as reader:
        await reader.rush(*"/harbour", "enter")
        await reader.until(lambda: len(reader.titles) == 2)
        assert reader.lines[0].rstrip().endswith("1 title · 1 text")
        await reader.rush("q")
        assert len(reader.titles) == 6


async def test_the_words_found_are_lit_in_the_text(library: Library) -> None:
    async with opened(library) as reader:
        await reader.rush(*"/harbour", "enter", "j", "enter")
        assert len(reader.screen.pane.matching) >= 2
        await reader.until(lambda: "match 2/3" in reader.status)
        await reader.press("n")
        assert "match 3/3" in reader.status


async def test_escape_brings_the_counts_and_facets_of_all_documents_back(
    library: Library,
) -> None:
    async with opened(library, (160, 40)) as reader:
        before = reader.lines[0]
        facets = reader.screen.facets._rows
        await reader.rush(*"/harbour")
        assert reader.lines[0] != before
        await reader.press("escape")
        await reader.until(lambda: reader.lines[0] == before)
        assert reader.screen.facets._rows == facets


async def test_a_story_that_several_tell_has_one_row_and_the_rest_a_key_away(
    shelve: Shelve,
) -> None:
    files = {f"{name}.txt": PAGES[f"{name}.txt"] for name in "abcd"}
    async with opened(shelve(files)) as reader:
        assert reader.titles == ["A title", "Another story"]
        assert "\N{MULTIPLICATION SIGN}3" in reader.lines[3]
        assert reader.lines[0].rstrip().endswith("4 documents")
        await reader.press("g", "d")
        assert sorted(reader.titles) == ["A title", "Another title", "Cut at its beginning"]
        assert "a copy of “A title”" in reader.text
        await reader.press("q")
        await reader.rush(*"/bridge")
        assert sorted(reader.titles) == ["A title", "Another story"]
        await reader.press("escape")
        await reader.rush(*"/is:duplicate", "enter")
        assert sorted(reader.titles) == ["Another title", "Cut at its beginning"]


async def test_what_is_typed_behind_a_query_waits_for_its_answer(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reader.tui.screens.finding.AT_ONCE", 0)
    find = library.find

    def slowly(*args: Any, **named: Any) -> Found:
        sleep(0.2)
        return find(*args, **named)

    monkeypatch.setattr(library, "find", slowly)
    async with opened(library) as reader:
        await reader.rush(*"/harbour", "enter", "enter")
        assert reader.screen.where is Pane.READER
        assert HARBOUR in reader.lines[3]
        await reader.rush("q", *"/fog", "enter", "escape")
        assert reader.screen.finding.query == ""


async def test_how_many_have_it_only_in_menus_is_told(shelve: Shelve) -> None:
    menu = "Home | Zeppelins | Login\n\n"
    pages = {f"{n}.txt": menu + article(f"Tale {n}", "", "", prose(n, 3)) for n in range(6)}
    async with opened(shelve(pages)) as reader:
        await reader.rush(*"/zeppelins")
        assert reader.lines[0].rstrip().endswith("0 titles · 0 texts · +6 only in menus (raw:)")


async def test_groups_are_bands(shelve: Shelve) -> None:
    files = {
        f"{'north' if name < '03' else 'south'}/{name}": text for name, text in many(4).items()
    }
    async with opened(shelve(files)) as reader:
        await reader.rush(*"/tide group:folder sort:path-")
        bands = [line.split()[1:3] for line in reader.lines if line[3:8] in {"north", "south"}]
        assert bands == [["south", "1"], ["north", "3"]]
        await reader.press("down", "down")
        assert reader.screen.list.cursor == 2


@pytest.mark.parametrize(
    ("file", "what"), [("catalogue.db", "catalogue"), ("fulltext/version", "full-text index")]
)
async def test_a_cache_that_could_not_be_used_is_told_once(
    shelve: Shelve, file: str, what: str
) -> None:
    library = shelve(many(3))
    library.close()
    (library.place.folder / file).write_bytes(b"neither this version nor any")
    again = Library(library.collection, library.settings)
    async with opened(again) as reader:
        said = f"the {what} could not be used: it is made again from the files"
        await reader.until(lambda: said in reader.lines[-1])
        await reader.press("j")
        assert said not in reader.lines[-1]
    again.close()


async def test_a_saved_search_that_is_none_is_refused_once_it_is_typed(library: Library) -> None:
    async with opened(library) as reader:
        await reader.rush("/", *"query:nope", "enter")
        assert "no search is saved as nope" in reader.status
