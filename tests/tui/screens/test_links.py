"""Links are followed by hints, from the list and by the mouse, and only after a question.

What a browser gets is tested in tests/terminal/test_browser.py.
"""

import webbrowser
from collections.abc import Callable
from pathlib import Path

import pytest

from reader.library import Library
from reader.tui.actions import Pane
from tests.tui.conftest import Shelve
from tests.tui.showing import Reader, opened, prose

NOTE = f"""\
---
title: Tides
url: https://tides.example/here
---

# Tides

See [the moon](https://moon.example/a) and [the fog](fog.md), or <https://sea.example/b>.

{prose(1, 12)}

In the end there is [one more](https://end.example/).
"""
FILES = {
    "tides.md": NOTE,
    "fog.md": f"# Fog\n\nIt lay there; see [tides](tides.md).\n\n{prose(2, 3)}",
}


@pytest.fixture
def shelved(shelve: Shelve) -> Library:
    return shelve(FILES)


@pytest.fixture(autouse=True)
def browse(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """A machine that has no browser, or the one that is then named."""
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "BROWSER"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("PATH", "/nowhere")
    monkeypatch.setattr(webbrowser, "_tryorder", None)
    monkeypatch.setattr(webbrowser, "_browsers", {})
    return lambda name: monkeypatch.setenv("BROWSER", name)


def question(reader: Reader) -> str:
    assert reader.screen.where_keys_go is Pane.LINK
    return reader.status


async def at_tides(reader: Reader) -> None:
    await reader.rush("j", "enter")
    assert reader.title == "Tides"


async def test_a_letter_stands_over_each_link_in_sight(shelved: Library) -> None:
    async with opened(shelved) as reader:
        await at_tides(reader)
        assert "See the moon and the fog, or https://sea.example/b." in reader.text
        await reader.rush("f")
        assert "See ahe moon and she fog, or dttps://sea.example/b." in reader.text
        assert "the letters of a link" in reader.status
        await reader.rush("escape")
        assert "See the moon and the fog" in reader.text
        assert reader.screen.where_keys_go is Pane.READER


async def test_the_letter_asks_and_enter_opens_or_copies(shelved: Library) -> None:
    async with opened(shelved) as reader:
        await at_tides(reader)
        await reader.rush("f", "a")
        assert "open https://moon.example/a in the browser?" in question(reader)
        assert reader.app.clipboard == ""
        await reader.rush("enter")
        assert "no browser here: the address is copied" in reader.status
        assert reader.app.clipboard == "https://moon.example/a"
        await reader.rush("f", "D", "y")
        assert "copied: address" in reader.status
        assert reader.app.clipboard == "https://sea.example/b"


async def test_a_letter_of_no_link_opens_nothing(shelved: Library) -> None:
    async with opened(shelved) as reader:
        await at_tides(reader)
        await reader.rush("f", "z")
        assert "no link has the letters z" in reader.status
        await reader.rush("f", "a", "escape", "enter")
        assert reader.screen.where_keys_go is Pane.READER
        assert reader.app.clipboard == ""


async def test_another_key_takes_the_question_away_and_does_its_own(shelved: Library) -> None:
    async with opened(shelved) as reader:
        await at_tides(reader)
        await reader.rush("f", "a", "s")
        assert reader.screen.where_keys_go is Pane.READER
        assert reader.screen.reading.document
        assert reader.screen.library.documents([reader.screen.reading.document.row])[0].starred
        await reader.rush("f", "c", "f", "1", "escape")
        assert reader.screen.where_keys_go is Pane.READER


async def test_tab_goes_from_link_to_link_with_the_text(shelved: Library) -> None:
    async with opened(shelved) as reader:
        await at_tides(reader)
        await reader.rush("f", "tab")
        assert "https://moon.example/a" in question(reader)
        await reader.rush("tab")
        assert "read “Fog” here?" in question(reader)
        await reader.rush("tab", "tab")
        assert "https://end.example/" in question(reader)
        assert "In the end there is one more." in reader.text
        await reader.rush("j", "shift+tab")
        assert "https://end.example/" in question(reader)


async def test_a_link_to_a_document_here_is_read_here_and_left_again(shelved: Library) -> None:
    async with opened(shelved) as reader:
        await at_tides(reader)
        await reader.rush("f", "s")
        assert reader.title == "Fog"
        assert "“Fog” · Ctrl-O goes back" in reader.status
        await reader.rush("ctrl+o")
        assert reader.title == "Tides"
        await reader.rush("f", "tab", "tab", "enter")
        assert reader.title == "Fog"
        assert reader.app.clipboard == ""


async def test_all_links_are_listed(shelved: Library) -> None:
    async with opened(shelved) as reader:
        await at_tides(reader)
        await reader.rush("F")
        await reader.until(lambda: "https://end.example/" in reader.text)
        assert "one more" in reader.text
        await reader.rush(*"end", "enter")
        await reader.until(lambda: "open https://end.example/" in reader.status)
        assert "In the end there is one more." in reader.text
        await reader.rush("q", "ctrl+o")
        assert "See the moon" in reader.text
        await reader.rush("F")
        await reader.until(lambda: "https://end.example/" in reader.text)
        await reader.rush(*"fog", "enter")
        await reader.until(lambda: reader.title == "Fog")
        await reader.rush("F")
        await reader.until(lambda: "tides.md" in reader.text)
        await reader.rush("escape")
        assert reader.screen.where_keys_go is Pane.READER


async def test_without_links_it_is_said(library: Library) -> None:
    async with opened(library) as reader:
        await reader.rush("j", "enter", "f")
        assert "no link in sight" in reader.status
        await reader.rush("F")
        assert "no links in this document" in reader.status


async def test_links_out_of_sight_are_in_the_list(shelve: Shelve) -> None:
    async with opened(shelve({"a.md": f"# A\n\n{prose(1, 20)}\n\nhttps://a.example/\n"})) as reader:
        await reader.rush("enter", "f")
        assert "no link in sight: F lists 1" in reader.status


async def test_the_own_address_is_opened_after_the_same_question(shelved: Library) -> None:
    async with opened(shelved) as reader:
        await reader.rush("j", "o")
        assert "open https://tides.example/here?" in question(reader)
        await reader.rush("y")
        assert reader.app.clipboard == "https://tides.example/here"
        await reader.rush("k", "o")
        assert "does not say which address it is from" in reader.status
        await reader.rush("j", "enter", "o", "n")
        assert reader.screen.where_keys_go is Pane.READER


async def test_a_browser_in_the_terminal_that_cannot_be_left_leaves_the_address(
    shelved: Library, browse: Callable[[str], None]
) -> None:
    browse("w3m")
    async with opened(shelved) as reader:
        await at_tides(reader)
        await reader.rush("f", "a", "enter")
        assert "this terminal cannot be given to another program" in reader.status
        assert reader.app.clipboard == "https://moon.example/a"


async def test_a_browser_in_a_window_is_not_waited_for(
    shelved: Library, browse: Callable[[str], None], tmp_path: Path
) -> None:
    script, got = tmp_path / "script", tmp_path / "got"
    script.write_text(f'#!/bin/sh\necho "$@" > "{got}"\n', "utf-8")
    script.chmod(0o755)
    browse(f"{script} %s &")
    async with opened(shelved) as reader:
        await at_tides(reader)
        await reader.rush("f", "a")
        assert not got.exists()
        await reader.rush("enter")
        assert "opening https://moon.example/a" in reader.status
        await reader.until(lambda: got.exists() and got.read_text("utf-8"))
        assert got.read_text("utf-8") == "https://moon.example/a\n"


async def test_a_browser_that_fails_leaves_the_address(
    shelved: Library, browse: Callable[[str], None]
) -> None:
    browse("/nowhere/browser %s &")
    async with opened(shelved) as reader:
        await at_tides(reader)
        await reader.rush("f", "a", "enter")
        await reader.until(
            lambda: "the browser may have failed: the address is copied" in reader.status
        )
        assert reader.app.clipboard == "https://moon.example/a"


async def test_an_address_of_a_stranger_is_asked_about_as_it_would_be_opened(
    shelve: Shelve,
) -> None:
    links = (
        '<a href="https://good.example@bad.example/\x1b]52;c;x\x07\' --x\u202e\n-y">one</a> '
        "<a href='-rf'>two</a> <a href='javascript:x'>three</a> "
        f"<a href='https://long.example/{'x' * 1_000_000}'>four</a> "
        f"<a href='https://{'sub.' * 30}long.example/{'y' * 3_000}'>five</a>"
    )
    page = f"<h1>Odd</h1><p>{links} stand here. {prose(1, 1)}"
    async with opened(shelve({"a.html": page}), (60, 20)) as reader:
        await reader.rush("enter", "f", "tab")
        assert "https://good.example@bad.example" in question(reader)
        await reader.rush("y")
        copied = reader.app.clipboard
        assert copied == "https://good.example@bad.example/%1B]52;c;x%07%27%20--x%E2%80%AE-y"
        await reader.rush("f", "tab", "tab")
        assert ".sub.long.example?" in question(reader)
        await reader.rush("tab")
        assert "bad.example" in question(reader)


async def test_links_are_clicked(shelved: Library) -> None:
    async with opened(shelved) as reader:
        await at_tides(reader)
        (y,) = (y for y, row in enumerate(reader.page) if row.startswith("See the moon"))
        (x,) = (line.index("the moon") for line in reader.lines if "See the moon" in line)
        await reader.pilot.click("#reader", offset=(x, y))
        await reader.until(lambda: "open https://moon.example/a" in reader.status)


async def test_the_question_outlives_a_change_of_marks_but_not_of_the_text(
    shelved: Library,
) -> None:
    async with opened(shelved) as reader:
        await at_tides(reader)
        await reader.rush("f", "a")
        document = reader.screen.reading.document
        assert document is not None
        shelved.set_starred([document.row], True)
        reader.screen.reading.refresh()
        assert "https://moon.example/a" in question(reader)
        page = reader.screen.pane.page
        assert page is not None
        await reader.rush("escape")
        assert "See the moon" in reader.text
