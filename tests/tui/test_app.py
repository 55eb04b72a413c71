import os
import re
from dataclasses import replace
from pathlib import Path

import pytest
from textual import events

from reader.errors import CatalogueError
from reader.library import Library
from reader.tui.app import ReaderApp
from reader.tui.look import DARK, LIGHT
from tests.tui.conftest import Shelve
from tests.tui.showing import Reader, article, opened, prose, settings, shelf

CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
NASTY = (
    "\x1b]0;owned\x07 \x1b[31mred\x9b2J \u202ecod.txt [bold]loud[/bold] [/x] [@click=app.quit]go"
)
MARKED = "[bold]loud[/bold] [/x]"


def segments(reader: Reader) -> list[str]:
    """Every text that is handed to the terminal."""
    strips = reader.app.screen._compositor.render_strips()
    return [segment.text for strip in strips for segment in strip]


async def seen(reader: Reader, *keys: str) -> str:
    """What is on the screen after these keys; nothing of it steers the terminal."""
    await reader.rush(*keys)
    for text in segments(reader):
        assert not CONTROLS.search(text), repr(text)
    return reader.text


@pytest.fixture
def hostile(shelve: Shelve) -> Library:
    """Documents whose titles, texts, tags, sites and names are full of control codes and markup."""
    front = f'---\ntitle: "x {MARKED} \\e]0;owned\\a"\nsite: "s {MARKED}"\ntags: ["[/x]"]\n---\n\n'
    return shelve(
        {
            "a.md": front + f"# Heading {NASTY}\n\nBody {NASTY} and more of it.\n",
            "b\x1b]0;owned\x07 [bold]\u202e.txt": article(f"Title {NASTY}", "", "", prose(1, 2)),
            "c.html": f"<title>Page {NASTY}</title><article><h1>Page {NASTY}</h1>"
            f"<p>{prose(3, 1)} {NASTY}</p></article>",
        }
    )


@pytest.mark.parametrize("size", [(80, 24), (160, 40), (50, 20)])
async def test_nothing_of_a_document_steers_the_terminal(
    hostile: Library, size: tuple[int, int]
) -> None:
    hostile.tag(hostile.rows(0, 3), ["[bold]", "esc\x1b[2J"], [])
    async with opened(hostile, size) as reader:
        await seen(reader)
        for number in range(3):
            await seen(reader, *str(number + 1), "G", "p")
            for keys in (("enter",), ("z", "R"), ("c",), ("c",), ("c",), ("w",), ("p",), ("t",)):
                await seen(reader, *keys)
            await seen(reader, "escape", *"/loud", "enter", "n", "escape", "escape")
        await seen(reader, "g", "f", "j")
        await seen(reader, "enter")
        await seen(reader, "escape", "escape", "escape", *"/loud")
        await seen(reader, "escape", "/", *"title:[/x]")
        assert reader.app.is_running


async def test_markup_is_shown_as_it_was_written(hostile: Library) -> None:
    async with opened(hostile, (160, 40)) as reader:
        assert f"x {MARKED} ␛]0;owned␇" in await seen(reader)
        assert "#[/x]" in reader.text
        assert MARKED in await seen(reader, "j", "enter")
        assert "<202E>cod.txt" in reader.text
        assert "␛[31mred<9B>2J" in reader.text


async def test_a_paste_full_of_control_codes_stays_in_the_prompt_as_text(
    library: Library,
) -> None:
    async with opened(library) as reader:
        await reader.rush("/")
        reader.app.post_message(events.Paste(NASTY))
        await reader.until(lambda: "loud" in reader.screen.prompt.value)
        await seen(reader, "enter")
        await seen(reader, "/", "end", "x")
        await seen(reader, "t")


async def test_a_folder_with_a_hostile_name_is_named_safely(tmp_path: Path) -> None:
    folder = tmp_path / f"f{NASTY.replace('/', '|')}"
    folder.mkdir()
    (folder / os.fsdecode(b"\xff.txt")).write_text("A title\n\n" + prose(1, 2), "utf-8")
    library = shelf(tmp_path / "home", folder)
    async with opened(library, (400, 30)) as reader:
        assert "[bold]loud" in await seen(reader)
        assert "\\xFF.txt" in await seen(reader, "p")
    library.close()


async def test_the_theme_turns_for_everything_on_the_screen(library: Library) -> None:
    async with opened(library, (160, 40)) as reader:
        await reader.rush("enter", "g", "l")
        for palette, other in ((DARK, LIGHT), (LIGHT, DARK)):
            strips = reader.app.screen._compositor.render_strips()
            colours = {
                colour.triplet.hex.lower()
                for strip in strips
                for segment in strip
                if segment.style
                for colour in (segment.style.color, segment.style.bgcolor)
                if colour is not None and colour.triplet is not None
            }
            assert {palette.ground, palette.text, palette.rule} <= colours
            assert not {other.ground, other.text, other.rule, other.accent} & colours
            await reader.rush("g", "t")


async def test_the_theme_turns_on_the_page_of_keys_too(library: Library) -> None:
    async with opened(library) as reader:
        await reader.rush("g", "t", "?")
        grounds = {
            segment.style.bgcolor.triplet.hex.lower()
            for strip in reader.app.screen._compositor.render_strips()
            for segment in strip
            if segment.style and segment.style.bgcolor and segment.style.bgcolor.triplet
        }
        assert grounds == {LIGHT.ground}


@pytest.mark.parametrize(
    ("wanted", "says", "palette"),
    [
        ("auto", "15;0", DARK),
        ("auto", "0;15", LIGHT),
        ("auto", "0;default;7", LIGHT),
        ("auto", "", DARK),
        ("light", "15;0", LIGHT),
        ("dark", "0;15", DARK),
    ],
)
def test_the_theme_is_as_wanted_else_as_the_terminal_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, wanted: str, says: str, palette: object
) -> None:
    monkeypatch.setenv("COLORFGBG", says)
    library = Library.open([tmp_path], replace(settings(tmp_path / "home"), theme=wanted))
    assert ReaderApp(library, index=False).look.palette is palette
    library.close()


async def test_a_note_is_said_once_at_the_start(library: Library) -> None:
    app = ReaderApp(library, index=False, note="tags last until you quit")
    async with app.run_test() as pilot:
        reader = Reader(app, pilot)
        await reader.until(lambda: "tags last until you quit" in reader.status)
        await reader.rush("j")
        assert "tags last" not in reader.status


async def test_what_is_said_after_the_app_has_ended_is_heard_by_nobody(library: Library) -> None:
    heard: list[str] = []
    async with opened(library) as reader:
        app = reader.app
        app.soon(lambda: heard.append("while it runs"))
        await reader.until(lambda: heard)
    app.soon(lambda: heard.append("after its end"))
    assert heard == ["while it runs"]


async def test_scroll_bars_and_the_prompt_have_the_colours_of_the_palette(library: Library) -> None:
    async with opened(library) as reader:
        for palette in (DARK, LIGHT):
            variables = reader.app.stylesheet._variables
            assert variables["scrollbar"].lower() == palette.rule
            assert variables["background"].lower() == palette.ground
            assert reader.screen.prompt.background_colors[1].hex.lower() == palette.ground
            await reader.press("g", "t")


async def test_a_catalogue_that_breaks_while_it_is_shown_ends_the_app_with_a_sentence(
    shelve: Shelve,
) -> None:
    library = shelve({f"{n:03}.txt": f"Title {n}\n\n{prose(n, 6)}\n" for n in range(300)})
    file = library.settings.cache / library.collection.key / "catalogue.db"
    async with opened(library) as reader:
        with file.open("r+b") as damaged:
            for page in range(1, file.stat().st_size // 4096):
                damaged.seek(page * 4096)
                damaged.write(b"\xff" * 512)
        library.close()  # what SQLite has in memory goes with its connection
        await reader.press("G", "k", "g", "g", "enter")
    assert isinstance(reader.app.refused, CatalogueError)
    assert reader.app.return_code == 2


async def test_an_esc_and_a_key_that_the_terminal_sends_as_one_are_both_taken(
    library: Library,
) -> None:
    async with opened(library) as reader:
        await reader.rush("?", "t")
        assert "? t" in reader.text
        reader.app.post_message(events.Key("alt+slash", "/"))
        await reader.rush(*"bre")
        assert "Esc goes back" not in reader.text
        assert "⌕ bre" in reader.text
