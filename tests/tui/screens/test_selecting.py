import pytest

from reader.library import Library
from tests.tui.showing import Reader, opened

FIRST = "In the year 1737 the"


async def read(reader: Reader) -> None:
    """Open a long article, and go to where its text begins."""
    await reader.rush("j", "enter")


@pytest.mark.parametrize(
    ("keys", "copied"),
    [
        ("y", "I"),
        ("ey", "In"),
        ("2wly", "In the ye"),
        ("3ehhhhhy", "In the"),
        ("w0y", "I"),
        ("llloy", "In t"),
        ("$bhhy", None),
        ("vv5ly", "In the"),
    ],
)
async def test_what_moves_the_cursor_extends_the_selection(
    library: Library, keys: str, copied: str | None
) -> None:
    async with opened(library) as reader:
        await read(reader)
        await reader.rush("v", *keys)
        text = reader.app.clipboard
        assert text == copied or (copied is None and text.startswith(FIRST))
        assert f"copied: selection, {len(text)} characters" in reader.status
        assert reader.screen.pane.selected is None


async def test_rows_and_paragraphs_can_be_selected(library: Library) -> None:
    async with opened(library) as reader:
        await read(reader)
        await reader.rush("V", "enter")
        whole = reader.app.clipboard
        assert whole.startswith(FIRST)
        assert whole.endswith("about the weather.")
        await reader.rush("V", "}", "y")
        both = reader.app.clipboard.split("\n\n")
        assert both[0] == whole
        assert len(both) == 2
        await reader.rush("v", "}", "h", "y")
        assert reader.app.clipboard == whole
        await reader.rush("v", "}", "{", "ctrl+d", "ctrl+u", "y")
        assert reader.app.clipboard == "I"
        await reader.rush("v", "j", "k", "l", "y")
        assert reader.app.clipboard == "In"


async def test_a_selection_is_copied_with_its_source(library: Library) -> None:
    async with opened(library) as reader:
        await read(reader)
        await reader.rush("v", "e", "Y")
        assert reader.app.clipboard.startswith("“In”\n— Mara Lindqvist, “The harbour")


async def test_the_cursor_stays_in_sight_and_escape_selects_nothing(library: Library) -> None:
    async with opened(library) as reader:
        await read(reader)
        await reader.rush("v", "G")
        assert reader.page[-1].startswith("▸ 7 lines")
        await reader.rush("g", "g")
        assert reader.page[0] == "The harbour that forgot the sea"
        await reader.rush("escape")
        assert reader.screen.pane.selected is None
        assert reader.screen.where.value == "reader"
        await reader.rush("v", "v", "V", "V")
        assert reader.screen.pane.selected is None


async def test_a_selection_begins_at_the_match_and_has_a_place_in_the_source(
    library: Library,
) -> None:
    async with opened(library) as reader:
        await read(reader)
        await reader.rush(*"/parish 1 ", "enter", "v", "e")
        found = reader.screen.selecting.range
        assert found is not None
        start, end = found
        assert start.line == end.line
        assert end.character - start.character == len("parish")
        line = reader.screen.pane.page.lines[start.line].text if reader.screen.pane.page else ""
        assert line[start.character : end.character] == "parish"


async def test_a_selection_ends_when_the_text_is_another(library: Library) -> None:
    async with opened(library) as reader:
        await read(reader)
        await reader.rush("v", "j")
        assert "selecting" in reader.status
        assert "y copy" in reader.status or "y copies" in reader.status
        reader.screen.act("cycle")
        assert reader.screen.pane.selected is None
        await reader.rush("v", "l")
        reader.screen.act("to_list")
        assert reader.screen.pane.selected is None
        assert reader.screen.selecting.range is None
