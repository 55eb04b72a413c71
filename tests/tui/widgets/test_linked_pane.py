"""Links are underlined in every view, in no colour of their own, wherever a row breaks."""

import pytest

from reader.library.linking import Linking
from reader.tui.linking import LETTERS
from reader.tui.part import View
from tests.tui.conftest import Shelve
from tests.tui.showing import Reader, opened, prose

LABEL = "a label of so many words that it goes on in the row below, and in the one after that too"
NOTE = (
    f"# A\n\nFirst [x](https://a.example/) then [{LABEL}](https://b.example/) y.\n\n{prose(1, 9)}\n"
)
PAGE = f"<h1>A</h1><p><a href='https://a.example'>x</a>{prose(1, 1)}"


def underlined(reader: Reader) -> list[str]:
    """What is underlined in each row that has any of it."""
    pane = reader.screen.pane
    rows = [pane.render_line(y) for y in range(pane.size.height)]
    found = (
        "".join(text if style and style.underline else "·" for text, style, _ in row).strip("·")
        for row in rows
    )
    return [text for text in found if text]


async def read(reader: Reader) -> None:
    await reader.rush("enter")
    await reader.until(lambda: reader.screen.pane.links is not None)


async def test_the_text_of_links_is_underlined_row_by_row(shelve: Shelve) -> None:
    async with opened(shelve({"a.md": NOTE})) as reader:
        await read(reader)
        first, *rest = underlined(reader)
        assert first.startswith("x·")
        assert " ".join([first[2:].lstrip("·"), *rest]).replace("  ", " ") == LABEL
        await reader.resize(60, 20)
        assert len(underlined(reader)) > len(rest)


@pytest.mark.parametrize("view", list(View))
async def test_all_views_have_them(shelve: Shelve, view: View) -> None:
    async with opened(shelve({"a.md": NOTE})) as reader:
        await read(reader)
        reader.screen.pane.turn(view)
        assert underlined(reader)[0][0] == "x"
        assert " ".join(underlined(reader)).endswith("after that too")


async def test_underlining_is_all_there_is_to_it(shelve: Shelve) -> None:
    async with opened(shelve({"a.html": PAGE})) as reader:
        await read(reader)
        pane = reader.screen.pane
        there = [style for y in range(10) for _, style, _ in pane.render_line(y) if style]
        link = next(style for style in there if style.underline)
        assert (link.color, link.bgcolor) == (pane.look.text.color, pane.look.text.bgcolor)
        assert all(style.link is None for style in there)


async def test_a_match_in_a_link_is_lit_and_underlined(shelve: Shelve) -> None:
    async with opened(shelve({"a.md": NOTE})) as reader:
        await read(reader)
        await reader.rush("/", *"many", "enter")
        pane = reader.screen.pane
        (style,) = {
            style for y in range(10) for text, style, _ in pane.render_line(y) if text == "many"
        }
        assert style is not None
        assert style.underline
        assert style.bgcolor == pane.look.lit_now.bgcolor


async def test_links_of_open_folds_are_in_sight_and_of_closed_ones_not(shelve: Shelve) -> None:
    page = f"<nav><a href='https://a.example'>Home</a></nav><h1>A</h1><p>{prose(1, 1)}"
    async with opened(shelve({"a.html": page})) as reader:
        await read(reader)
        pane = reader.screen.pane
        assert list(pane.links_in_sight()) == []
        pane.reveal_link(0)
        assert pane.top == (0, 0)
        await reader.rush("z", "R")
        assert list(pane.links_in_sight()) == [0]
        assert underlined(reader) == ["Home"]


async def test_a_hint_stands_where_its_link_is_first_seen(shelve: Shelve) -> None:
    words = " ".join(f"[{n}](https://a.example/{n})" for n in range(60))
    async with opened(shelve({"a.md": f"# A\n\n{words}\n\n{prose(1, 3)}"})) as reader:
        await read(reader)
        pane = reader.screen.pane
        assert list(pane.links_in_sight()) == list(range(60))
        await reader.rush("f")
        assert " ".join(LETTERS[:9]) in reader.text
        await reader.rush("m")
        assert "the letters of a link: m…" in reader.status
        assert "49 a0 s1 d2 f3" in " ".join(reader.page), reader.page[:6]
        await reader.rush("a")
        assert "https://a.example/50" in reader.status


async def test_other_lines_have_other_links(shelve: Shelve) -> None:
    library = shelve({"a.md": NOTE})
    async with opened(library) as reader:
        await read(reader)
        pane = reader.screen.pane
        page, links = pane.page, pane.links
        assert page is not None
        assert links == Linking.of(library).links(page)
        pane.update(page._replace(notes=("as before",)))
        assert pane.links == links
        pane.update(page._replace(lines=page.lines[:1]))
        assert pane.links is None
        pane.show(page)
        assert underlined(reader) == []


async def test_links_stand_under_their_text_in_tables_lists_and_rows_of_one_length(
    shelve: Shelve,
) -> None:
    cells = " | ".join(f"[cell {n}](https://a.example/{n})" for n in range(3))
    note = (
        f"# A\n\n| a | b | c |\n|---|---|---|\n| {cells} |\n\n1. see [item](https://b.example)\n\n"
        f"{prose(1, 1)} [last](https://c.example) {prose(2, 1)}"
    )
    async with opened(shelve({"a.md": note})) as reader:
        await read(reader)
        await reader.rush("\\")
        table, *others = [row.replace("·", " ").split() for row in underlined(reader)]
        assert table == ["cell", "0", "cell", "1", "cell", "2"]
        assert others == [["item"], ["last"]]
