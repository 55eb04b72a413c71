from reader.library import Library
from reader.tui.part import View
from reader.tui.screens.choosing import ChoosingScreen
from tests.tui.conftest import Shelve
from tests.tui.showing import Reader, opened, prose

HEADINGS = ["Silt", "Tides", "Ebb", "Flood", "Fog"]
BOOK = "# The book\n\n" + "\n\n".join(
    f"{'#' * (3 if name in ('Ebb', 'Flood') else 2)} {name}\n\n{prose(number, 3)}"
    for number, name in enumerate(HEADINGS)
)


async def at(reader: Reader, *keys: str) -> str:
    """The first row with a text, after some keys."""
    await reader.rush(*keys)
    return next(row for row in reader.page if row)


async def test_from_heading_to_heading_and_back_again(shelve: Shelve) -> None:
    async with opened(shelve({"book.md": BOOK})) as reader:
        await reader.rush("enter")
        assert await at(reader, "]", "]") == "Silt"
        assert await at(reader, "2", "]", "]") == "Ebb"
        assert reader.status.startswith(" Ebb")
        assert await at(reader, "[", "[") == "Tides"
        assert await at(reader, "space", "[", "[") == "Tides"
        await reader.rush("[", "[", "[", "[")
        assert "there is no heading above" in reader.status


async def test_a_heading_that_cannot_come_to_the_top_is_gone_through(shelve: Shelve) -> None:
    short = "# A title\n\n" + "\n\n".join(f"## Part {n}\n\n{prose(n, 1)}" for n in range(5))
    async with opened(shelve({"a.md": short}), (80, 40)) as reader:
        await reader.rush("enter", "G", "[", "[")
        for name in ("Part 0", "Part 1", "Part 2", "Part 3", "Part 4"):
            await reader.rush("g", "g", *("]", "]") * (int(name[-1]) + 1))
            assert reader.status.startswith(f" {name}")
            assert name in reader.page
        await reader.rush("]", "]")
        assert "there is no heading below" in reader.status


async def test_the_outline_shows_where_one_is_and_goes_to_what_is_chosen(shelve: Shelve) -> None:
    async with opened(shelve({"book.md": BOOK})) as reader:
        await reader.rush("enter", "]", "]", "]", "]", "space", "O")
        screen = reader.app.screen
        assert isinstance(screen, ChoosingScreen)
        assert screen.list.chosen == 1
        shown = [" ".join(row.split()) for row in reader.lines if "%" in row]
        assert [row.split(" ")[-2] for row in shown] == HEADINGS
        assert [len(row) - len(row.lstrip()) for row in reader.lines if "Ebb" in row] == [4]
        await reader.rush(*"flood", "enter")
        assert await at(reader) == "Flood"
        await reader.rush("ctrl+o")
        assert "Flood" not in reader.page
        assert await at(reader, "5", "g", "O") == "Fog"


async def test_the_outline_is_known_in_every_view(shelve: Shelve) -> None:
    async with opened(shelve({"book.md": BOOK})) as reader:
        await reader.rush("enter", "c", "c")
        assert reader.screen.pane.view is View.RAW
        assert await at(reader, "2", "O") == "## Tides"


async def test_a_document_without_headings_says_so(library: Library) -> None:
    async with opened(library) as reader:
        await reader.rush("j", "enter", "O")
        assert "this document has no headings" in reader.status
        await reader.rush("]", "]")
        assert "this document has no headings" in reader.status


async def test_braces_go_from_paragraph_to_paragraph(library: Library) -> None:
    async with opened(library) as reader:
        await reader.rush("j", "enter", "space")
        first = reader.screen.pane.top[0]
        assert await at(reader, "}") == reader.page[0]
        assert reader.page[0].startswith("In the year")
        assert reader.screen.pane.top[0] > first
        there = reader.screen.pane.top
        await reader.rush("j", "{")
        assert reader.screen.pane.top == there
        await reader.rush("2", "}", "2", "{")
        assert reader.screen.pane.top == there
