"""A block is chosen, asked about and corrected; all else follows, and U takes it back."""

import pytest

from reader.library import Library
from reader.model import Label, Line
from reader.tui.actions import Pane
from reader.tui.part import View
from reader.tui.screens.correcting import why
from tests.tui.conftest import Shelve
from tests.tui.showing import SAMPLE, Reader, opened

HARBOUR = "The harbour that forgot the sea"
SIZES = [(40, 12), (60, 20), (80, 24), (120, 30), (220, 50)]


def marked(reader: Reader) -> list[str]:
    """The rows of the text with the mark of what is chosen."""
    return [row.partition("▌")[2].strip() for row in reader.page if row.startswith("▌")]


def kept(library: Library, place: int) -> set[str]:
    """The lines of a document that are not set aside, as the catalogue has them."""
    lines = library._catalogue.content(library.rows(place, 1)[0])[0]
    return {line.text for line in lines if line.label is not Label.BOILERPLATE}


async def counted(reader: Reader) -> None:
    """Wait until it is known how far the correction would reach."""
    await reader.until(lambda: reader.screen.correcting._reach)


@pytest.fixture
def shelf(shelve: Shelve) -> Library:
    """The sample in a cache of this test's own."""
    return shelve(SAMPLE)


async def test_x_marks_the_first_block_in_sight_and_offers_both_scopes_with_the_count(
    library: Library,
) -> None:
    async with opened(library, (120, 30)) as reader:
        await reader.rush("j", "enter", "x")
        assert marked(reader)[0].startswith("▸ 5 lines")
        await counted(reader)
        assert reader.status.startswith(
            " keep 5 lines:  ▸here only   every page of north/: 25 lines in 5 pages"
        )
        await reader.press("tab")
        assert reader.status.startswith(" keep 5 lines:   here only  ▸every page of north/")
        await reader.press("j")
        assert marked(reader)[0].startswith("In the year")
        assert reader.status.startswith(" set aside 1 line:   here only  ▸every page")


async def test_of_blocks_that_are_kept_and_set_aside_only_those_that_would_change_count(
    shelf: Library,
) -> None:
    async with opened(shelf, (120, 40)) as reader:
        before = kept(shelf, 1)
        await reader.rush("j", "enter", "x", "V", "j")
        assert reader.status.startswith(" set aside 1 line:  ▸here only")
        await reader.press("enter")
        assert "set aside here: 1 line · U undoes" in reader.status
        await reader.until(lambda: shelf.settled and len(kept(shelf, 1)) == len(before) - 1)
        lines = shelf._catalogue.content(shelf.rows(1, 1)[0])[0]
        assert sum("by you" in line.reason for line in lines) == 1


async def test_the_block_that_is_chosen_stays_in_sight_when_the_window_shrinks(
    library: Library,
) -> None:
    async with opened(library, (100, 40)) as reader:
        await reader.rush("j", "enter", "x", *"jjjjjjjj")
        chosen = marked(reader)[0][:12]
        await reader.resize(60, 12)
        assert marked(reader)[0].startswith(chosen)


@pytest.mark.parametrize("size", SIZES)
async def test_count_mark_and_scope_are_seen_at_every_size(
    library: Library, size: tuple[int, int]
) -> None:
    async with opened(library, size) as reader:
        await reader.rush("j", "enter", "x")
        await counted(reader)
        await reader.press("right")
        assert marked(reader)
        assert "25" in reader.status
        assert "▸" in reader.status
        assert "here" in reader.status
        assert size[0] < 60 or "Esc" in reader.status
        assert all(len(line) == size[0] for line in reader.lines)
        await reader.press("w")
        assert "set aside" in reader.status


@pytest.mark.parametrize("view", View)
async def test_a_block_is_set_aside_in_every_view_and_u_takes_it_back(
    shelf: Library, view: View
) -> None:
    async with opened(shelf, (120, 40)) as reader:
        before = kept(shelf, 1)
        await reader.rush("j", "enter", *"c" * list(View).index(view), "x")
        while not marked(reader)[0].startswith("In the year"):
            await reader.press("j")
        text = next(
            line
            for line in SAMPLE["north/1-harbour.txt"].split("\n")
            if line.startswith("In the y")
        )
        await reader.press("enter")
        assert not marked(reader)
        assert "set aside here: 1 line · U undoes" in reader.status
        await reader.until(lambda: text not in kept(shelf, 1) and shelf.settled)
        assert before - kept(shelf, 1) == {text}
        await reader.press("U")
        assert f"taken back: 1 line set aside in “{HARBOUR}” · Ctrl-R redoes" in reader.status
        await reader.until(lambda: kept(shelf, 1) == before and shelf.settled)
        await reader.press("ctrl+r")
        await reader.until(lambda: text not in kept(shelf, 1) and shelf.settled)


async def test_everywhere_the_page_in_view_is_right_first_and_all_else_follows(
    shelf: Library,
) -> None:
    async with opened(shelf, (120, 40)) as reader:
        await reader.rush("j", "enter", "x", "tab")
        await counted(reader)
        await reader.press("enter")
        said = "kept on every page of north/: 25 lines in 5 pages · U undoes"
        assert said in reader.status
        await reader.until(lambda: "Essays" in reader.page)
        await reader.until(lambda: shelf.settled)
        assert all("Essays" in kept(shelf, place) for place in range(1, 6))
        assert "Essays" not in kept(shelf, 0)
        await reader.press("/")
        await reader.until(lambda: reader.screen.where is Pane.PROMPT)
        await reader.press("escape", "q")
        await reader.rush("/", *"essays")
        await reader.until(lambda: len(reader.titles) == 5)
        assert reader.screen.list.listing.found is not None
        await reader.press("enter", "U")
        await reader.until(lambda: not reader.titles)


async def test_escape_leaves_everything_as_it_was(library: Library) -> None:
    async with opened(library) as reader:
        await reader.rush("j", "enter")
        before = reader.page
        await reader.rush("x", "j", "tab", "escape")
        assert reader.page == before
        assert not reader.screen.correcting.on
        assert reader.screen.where is Pane.READER
        assert library.corrections() == []
        await reader.rush("U")
        assert "nothing left to take back" in reader.status


async def test_a_key_of_no_use_here_ends_it_and_does_what_it_always_does(
    library: Library,
) -> None:
    async with opened(library) as reader:
        await reader.rush("j", "enter", "x", "c")
        assert reader.screen.pane.view is View.DIMMED
        assert not reader.screen.correcting.on
        await reader.rush("x", "G")
        assert not marked(reader)
        assert reader.page[0] != "Northlight"
        await reader.rush("x", "J")
        page = reader.screen.pane.page
        assert page is not None
        assert "Council approves" in page.document.title
        await reader.rush("x", "g", "l")
        assert reader.screen.where is Pane.LIST
        assert not reader.screen.correcting.on


async def test_several_blocks_are_chosen_together(shelf: Library) -> None:
    async with opened(shelf, (100, 40)) as reader:
        await reader.rush("j", "enter", "c", "x", "V", "2", "j")
        assert marked(reader)[:3] == ["│ Northlight" + reader.page[0].partition("Northlight")[2],
                                      "│ Home", "│ Essays"]  # fmt: skip
        await reader.rush("k", "enter")
        assert "kept here: 2 lines" in reader.status
        await reader.until(lambda: shelf.settled)
        assert {"Northlight", "Home"} <= kept(shelf, 1)
        assert "Essays" not in kept(shelf, 1)
        await reader.rush("x", "V", "j", "V", "k")
        assert len(marked(reader)) == 1


async def test_moving_brings_the_block_into_sight(library: Library) -> None:
    async with opened(library, (60, 14)) as reader:
        await reader.rush("j", "enter", "x")
        for _ in range(44):
            await reader.rush("j")
            assert marked(reader)
        assert marked(reader)[0].startswith("▸ 7 lines")
        for _ in range(44):
            await reader.rush("k")
            assert marked(reader)
        assert marked(reader)[0] == HARBOUR
        await reader.rush("escape", "G", "x")
        assert marked(reader)


async def test_w_says_why_block_by_block_and_x_goes_on_from_there(library: Library) -> None:
    async with opened(library) as reader:
        await reader.rush("j", "enter", "w")
        assert reader.status.startswith(" set aside (0.")
        assert "on 5 of 5 pages" in reader.status
        await reader.rush("j")
        assert reader.status.startswith(" kept (0.")
        assert "as body" in reader.status
        await reader.rush("x")
        assert reader.status.startswith(" set aside 1 line:  ▸here")
        await reader.rush("w", "enter")
        assert library.corrections() == []
        assert not reader.screen.correcting.on


async def test_w_says_that_a_correction_did_it(shelf: Library) -> None:
    async with opened(shelf, (120, 40)) as reader:
        await reader.rush("j", "enter", "x", "j", "enter")
        await reader.until(lambda: any("set aside by you" in row for row in reader.page))
        await reader.rush("w")
        assert "set aside by you" in reader.status
        await reader.rush("x", "enter")
        await reader.until(lambda: "kept here" in reader.status and shelf.settled)
        await reader.until(lambda: not any("set aside by you" in row for row in reader.page))
        await reader.rush("w", "j", "j")
        assert "kept by you" in "".join((reader.status, *why_of_all(reader)))


def why_of_all(reader: Reader) -> list[str]:
    page = reader.screen.pane.page
    return [why([line]) for line in page.lines] if page else []


async def test_a_page_that_changes_under_the_choice_keeps_it_on_its_lines(shelf: Library) -> None:
    async with opened(shelf, (120, 40)) as reader:
        await reader.rush("j", "enter", "x", "j", "j")
        before = marked(reader)
        library = Library.open([shelf.collection.roots[0].path], shelf.settings)
        page = library.page(library.rows(1, 1)[0])
        library.correct(page, [0], keep=True)
        library.close()
        reader.screen.reading.refresh()
        await reader.until(lambda: "Northlight" in reader.page)
        assert marked(reader) == before


async def test_a_lone_file_is_corrected_too(shelf: Library) -> None:
    path = shelf.collection.roots[0].path / "north" / "3-fog.txt"
    library = Library.open([path], shelf.settings)
    async with opened(library) as reader:
        await reader.until(lambda: reader.screen.pane.blocks)
        await reader.rush("x", "enter")
        assert "here: " in reader.status
        await reader.until(lambda: library.settled)
        assert len(library.corrections()) == 1
    library.close()


async def test_where_there_is_nothing_to_choose_it_is_said(shelve: Shelve) -> None:
    library = shelve({"empty.txt": "", "other.txt": "One line."})
    async with opened(library) as reader:
        await reader.rush("enter", "x")
        assert "nothing to choose" in reader.status
        await reader.rush("w")
        assert "nothing to choose" in reader.status
        assert not reader.screen.correcting.on


async def test_hostile_lines_and_names_reach_the_screen_as_marks(shelve: Shelve) -> None:
    text = SAMPLE["north/2-dredging.txt"].replace("Home", "Ho\x1b[2Jme\u202e")
    library = shelve({"od\x1b]0;d/1.txt": text, "od\x1b]0;d/2.txt": text})
    async with opened(library, (120, 30)) as reader:
        await reader.rush("enter", "x", "tab")
        await counted(reader)
        assert "od␛]0;d/" in reader.status
        await reader.rush("enter")
        assert "\x1b" not in reader.text
        assert "\u202e" not in reader.text


def test_why_counts_reasons_and_tells_labels_and_scores() -> None:
    menu = Line("Home", Label.BOILERPLATE, "menu", 0.1)
    share = Line("Share", Label.BOILERPLATE, "share bar", 0.25)
    body = Line("A body.", Label.BODY, "", 0.9)
    yours = Line("Yours.", Label.HEADING, "kept by you", 1.0)
    assert why([menu, menu, share]) == "set aside (0.10 to 0.25): menu (2), share bar"
    assert why([body]) == "kept (0.90) as body"
    assert why([yours, body]) == "kept (0.90 to 1.00) as heading, body · kept by you"
    assert why([share, body]) == "set aside (0.25): share bar · kept (0.90) as body"
    assert why([Line("x", Label.BODY)]) == "kept as body"
