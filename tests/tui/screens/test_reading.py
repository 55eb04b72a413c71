import re
from dataclasses import replace
from pathlib import Path

import pytest

from reader.library import Library
from reader.tui.actions import Pane
from reader.tui.leaf import MORE_LEFT, MORE_RIGHT
from tests.tui.conftest import Shelve
from tests.tui.showing import opened, prose, settings

HARBOUR = "The harbour that forgot the sea"


async def test_opening_marks_as_read_and_only_then_unread_says_something(
    library: Library,
) -> None:
    async with opened(library) as reader:
        assert "●" not in reader.text
        await reader.press("j", "enter")
        assert reader.page[0] == HARBOUR
        assert "Mara Lindqvist · 3 May 2021" in reader.page[1]
        await reader.press("q")
        rows = [line for line in reader.lines if "●" in line]
        assert len(rows) == 5
        assert not any(HARBOUR in row for row in rows)


async def test_a_document_is_previewed_beside_the_list_without_counting_as_read(
    library: Library,
) -> None:
    async with opened(library, (120, 30)) as reader:
        await reader.preview()
        assert reader.page[0] == "Letters from the lighthouse"
        await reader.rush("j")
        await reader.preview()
        assert reader.page[0] == HARBOUR
        assert reader.screen.where is Pane.LIST
        assert not library.any_read()


async def test_capital_j_and_k_read_through_the_list(library: Library) -> None:
    async with opened(library) as reader:
        await reader.press("enter", "2", "J")
        assert reader.page[0].startswith("Council approves")
        await reader.press("K")
        assert reader.page[0] == HARBOUR
        await reader.press("K", "K")
        assert "this is the first document" in reader.status
        await reader.press("9", "J", "J")
        assert "this is the last document" in reader.status
        await reader.press("q")
        assert reader.screen.list.cursor == 5


async def test_cursor_and_text_are_where_they_were_after_the_app_was_closed(
    library: Library, tmp_path: Path
) -> None:
    async with opened(library) as reader:
        await reader.rush("j", "enter", "space", "space", "3", "j")
        before = reader.page
        await reader.press("Q")
    again = Library.open([library.collection.roots[0].path], library.settings)
    async with opened(again) as reader:
        assert reader.title == HARBOUR
        await reader.rush("enter")
        assert reader.page == before
    again.close()


async def test_an_article_that_was_left_at_its_top_opens_at_its_top(library: Library) -> None:
    async with opened(library) as reader:
        await reader.rush("j", "enter", "space", "g", "g", "q", "enter")
        assert reader.page[0] == HARBOUR
        await reader.rush("s")
        assert reader.page[0] == HARBOUR


async def test_each_document_keeps_its_own_place(library: Library) -> None:
    async with opened(library) as reader:
        await reader.rush("j", "enter", "space")
        before = reader.page
        await reader.rush("J", "space", "K")
        assert reader.page == before


async def test_resizing_keeps_the_first_character_exactly(library: Library) -> None:
    async with opened(library, (60, 24)) as reader:
        await reader.rush("j", "enter", "space", "space", "7", "j")
        before = reader.page
        await reader.resize(220, 50)
        assert before[0][:20] in " ".join(reader.page[:2])
        await reader.resize(60, 24)
        assert reader.page == before


async def test_the_views_keep_the_line_under_the_eye(library: Library) -> None:
    async with opened(library) as reader:
        await reader.rush("j", "enter", "space", "space")
        before = reader.page
        first = next(row for row in before if row)
        for said in ("everything", "raw"):
            await reader.rush("c")
            assert reader.status.strip().startswith(said)
            assert first in reader.page[:2]
        await reader.rush("c")
        assert reader.page == before


async def test_the_views_go_round_at_the_top_too(library: Library) -> None:
    async with opened(library) as reader:
        await reader.rush("j", "enter")
        before = reader.page
        await reader.rush("c", "c", "c")
        assert reader.page == before


async def test_dimmed_shows_every_line_with_the_reason(library: Library) -> None:
    async with opened(library) as reader:
        await reader.rush("5", "g", "g", "enter", "c", "g", "g")
        assert reader.page[0].startswith("│ Northlight")
        assert "on 5 of 5 pages" in reader.page[0]
        await reader.rush("c", "g", "g")
        assert reader.page[0] == "Northlight"


async def test_a_fold_opens_in_place_and_says_why(library: Library) -> None:
    async with opened(library) as reader:
        await reader.rush("j", "enter")
        row = next(y for y, text in enumerate(reader.page) if text.startswith("▸ 5 lines"))
        await reader.press("enter")
        page = reader.page
        assert page[row].startswith("▾ 5 lines")
        assert page[row + 1].startswith("│ Northlight")
        assert page[row + 2] == "│ Home"
        assert page[:row] == [HARBOUR, *page[1:row]]
        await reader.press("w")
        assert "on 5 of 5 pages" in reader.status
        await reader.press("z", "c")
        assert reader.page[row].startswith("▸ 5 lines")
        await reader.press("z", "c")
        assert "no open fold in sight" in reader.status


async def test_all_folds_open_and_close_at_once(library: Library) -> None:
    async with opened(library, (100, 90)) as reader:
        await reader.rush("6", "G", "enter", "z", "R")
        assert sum(text.startswith("▾") for text in reader.page) == 2
        assert any("Privacy policy" in text for text in reader.page)
        await reader.rush("z", "M")
        assert sum(text.startswith("▸") for text in reader.page) == 2
        assert not any("Privacy policy" in text for text in reader.page)


async def test_a_click_on_a_fold_opens_and_closes_it(library: Library) -> None:
    async with opened(library) as reader:
        await reader.rush("j", "enter")
        row = next(y for y, text in enumerate(reader.page) if text.startswith("▸"))
        for sign in ("▾", "▸"):
            await reader.pilot.click("#reader", offset=(12, row))
            await reader.pilot.pause()
            assert reader.page[row].startswith(sign)


async def test_finding_in_the_document_counts_and_goes_to_the_ends(library: Library) -> None:
    async with opened(library) as reader:
        await reader.rush("j", "enter", *"/parish 3")
        assert "match 1/11" in reader.status  # 3, 30 to 39
        assert "parish 3 " in " ".join(reader.page)
        await reader.rush("enter", *"n" * 10)
        assert "match 11/11" in reader.status
        assert "parish 39" in " ".join(reader.page)
        await reader.rush("n")
        assert "that was the last match" in reader.status
        await reader.rush(*"N" * 11)
        assert "that was the first match" in reader.status


async def test_escape_takes_the_light_off_and_puts_the_place_back(library: Library) -> None:
    async with opened(library) as reader:
        await reader.rush("j", "enter", "space")
        before = reader.page
        await reader.rush(*"/parish 39")
        assert reader.page != before
        await reader.rush("escape")
        assert reader.screen.where is Pane.READER
        assert reader.page == before
        assert not len(reader.screen.pane.matching)


async def test_small_letters_find_any_case_and_capitals_only_themselves(
    library: Library,
) -> None:
    async with opened(library) as reader:
        await reader.rush("j", "j", "enter", *"/harbour b")
        assert "match 1/1" in reader.status
        await reader.rush("escape", *"/HARBOUR")
        assert "no match" in reader.status
        await reader.rush("enter")
        assert "“HARBOUR” is not in this document" in reader.status


async def test_a_phrase_is_found_across_the_lines_of_the_file(library: Library) -> None:
    async with opened(library) as reader:
        await reader.rush("enter", *"/thirty years, and his granddaughter")
        assert "match 1/1" in reader.status


async def test_tab_in_the_prompt_widens_from_the_document_to_the_collection(
    library: Library,
) -> None:
    async with opened(library) as reader:
        await reader.rush("j", "enter", *"/fog")
        assert "in this document" in reader.lines[1]
        await reader.press("tab")
        assert "in this document" not in reader.lines[1]
        await reader.press("enter")
        assert "The woman who counted fog" in reader.titles


async def test_n_without_anything_to_find_says_what_to_do(library: Library) -> None:
    async with opened(library) as reader:
        await reader.press("enter", "n")
        assert "/ finds in this document" in reader.status


async def test_lines_get_longer_and_shorter_within_reason(library: Library) -> None:
    async with opened(library, (160, 24)) as reader:
        await reader.rush("j", "enter", "Z", "+")
        assert "76 columns" in reader.status
        await reader.rush(*"-" * 30)
        assert "40 columns" in reader.status
        await reader.rush("0")
        assert "72 columns" in reader.status


async def test_a_document_whose_file_is_gone_is_still_shown_and_after_a_rescan_is_not(
    shelve: Shelve, tmp_path: Path
) -> None:
    library = shelve({"a.txt": "One\n\nText of one.", "b.txt": "Two\n\nText of two."})
    (tmp_path / "articles" / "b.txt").unlink()
    async with opened(library) as reader:
        await reader.rush("j", "enter")
        assert "Text of two." in reader.text
        other = Library.open([tmp_path / "articles"], settings(tmp_path / "home"))
        assert [progress.stage for progress in other.update()][-1] == "done"
        other.close()
        await reader.rush("r")
        await reader.rush("q", "k", "j", "enter")
        assert reader.app.is_running
        assert "gone" in reader.status


@pytest.mark.parametrize("key", ["pagedown", "space", "ctrl+f", "ctrl+d", "d", "j", "down"])
async def test_the_text_moves_down_and_back_by_the_same_way(library: Library, key: str) -> None:
    back = {"pagedown": "pageup", "space": "b", "ctrl+f": "ctrl+b", "ctrl+d": "ctrl+u",
            "d": "u", "j": "k", "down": "up"}  # fmt: skip
    async with opened(library) as reader:
        await reader.rush("j", "enter", "space")
        before = reader.page
        await reader.rush(key, key)
        assert reader.page != before
        await reader.rush(back[key], back[key])
        assert reader.page == before


async def test_the_last_page_ends_with_the_last_row(library: Library) -> None:
    async with opened(library) as reader:
        await reader.rush("j", "enter", "G")
        assert reader.page[-1].startswith("▸ 7 lines")
        assert "100%" in reader.status
        before = reader.page
        await reader.rush("space", "j", "G")
        assert reader.page == before


async def test_what_is_left_is_told_in_minutes_and_nothing_beside_it_moves(
    library: Library,
) -> None:
    async with opened(library, (120, 24)) as reader:
        await reader.rush("j", "enter")
        before = reader.status
        assert re.search(r" \d% · 1\d min left   c view", before)
        await reader.rush("G")
        assert "100% · the end   c view" in reader.status
        assert reader.status.index("c view") == before.index("c view")


def full(rows: list[str]) -> int:
    """How many rows are as long as they can be."""
    return sum(len(row) == 72 for row in rows)


async def test_a_backslash_makes_rows_of_one_length_and_ragged_again(library: Library) -> None:
    async with opened(library) as reader:
        await reader.rush("j", "enter", "space")
        ragged = reader.page
        await reader.rush("\\")
        assert full(reader.page) > full(ragged)
        assert full(reader.page) >= 8
        assert [row.split() for row in reader.page] == [row.split() for row in ragged]
        assert "rows of one length" in reader.status
        await reader.rush("c", "c")
        assert full(reader.page) <= full(ragged)
        await reader.rush("c")
        await reader.rush("\\")
        assert reader.page == ragged


async def test_rows_may_be_of_one_length_from_the_start(library: Library) -> None:
    library.settings = replace(library.settings, justify=True)
    async with opened(library) as reader:
        await reader.rush("j", "enter", "space")
        assert full(reader.page) >= 8


async def test_code_that_is_cut_is_moved_sideways(shelve: Shelve) -> None:
    code = "x = " + " + ".join(f"part_{n}" for n in range(15))
    source = f"# A title\n\n{prose(1, 2)}\n\n```python\n{code}\n```\n\n{prose(2, 2)}"
    async with opened(shelve({"a.md": source}), (80, 40)) as reader:
        await reader.rush("enter")
        row = next(row for row in reader.page if row.startswith("x = "))
        assert row.endswith(MORE_RIGHT)
        await reader.rush("2", "z", "l")
        assert f"{MORE_LEFT}{code[17:30]}" in reader.text
        assert "code from column 17 on" in reader.status
        await reader.rush("9", "9", "z", "l", "z", "l")
        assert "no row of code goes on" in reader.status
        assert any(row.endswith(code[-20:]) for row in reader.page)
        await reader.rush("9", "9", "z", "h", "z", "h")
        assert "code is shown from its start" in reader.status
        assert row in reader.page
        await reader.rush("z", "l", "q", "enter")
        assert "part_0" in reader.text
