"""The list of collections: shown, narrowed, chosen from."""

import time
from pathlib import Path

import pytest

from reader.library import Library
from reader.library.caches import clear
from reader.library.collection import Collection
from reader.library.shelf import note
from reader.tui.screens.choosing import ChoosingScreen
from tests.tui.showing import Reader, opened, written


@pytest.fixture
def shelf(library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, Path]:
    """Folders that were opened before the sample was, one after the other."""
    now = [time.time() - 90 * 86_400.0]
    monkeypatch.setattr("reader.library.shelf.time.time", lambda: now[0])
    names = ("ada/press", "bob/press", "letters", "gone")
    folders = {name: written(tmp_path / name, {"a.txt": "Text."}) for name in names}
    for folder in folders.values():
        now[0] += 86_400
        note(Collection.of([folder]), library.settings, shown=True, documents=1_234)
    folders["gone"].joinpath("a.txt").unlink()
    folders["gone"].rmdir()
    now[0] += 86_400
    note(library.collection, library.settings, shown=True, documents=6)
    return folders


def shown(reader: Reader) -> list[str]:
    """The lines with anything on them, without what frames them."""
    return [line.strip() for line in reader.lines[1:] if line.strip()]


async def test_collections_are_listed_the_last_one_first_and_the_open_one_is_told(
    library: Library, shelf: dict[str, Path]
) -> None:
    async with opened(library) as reader:
        await reader.press("g", "c")
        assert isinstance(reader.app.screen, ChoosingScreen)
        names = [line.lstrip("▌ ").split("  ")[0].split("/press")[0] for line in shown(reader)[::2]]
        assert names == ["articles", "gone", "letters", "bob", "ada"]
        assert "open now" in shown(reader)[0]
        assert shown(reader)[0].endswith("6 documents")
        assert shown(reader)[4].endswith("1,234 documents")
        assert shown(reader)[2].endswith("gone")
        assert shown(reader)[2].startswith("▌")  # the one before: gc Enter goes back and forth
        assert str(shelf["letters"])[:30] in shown(reader)[5]


@pytest.mark.parametrize("columns", [20, 60, 220])
async def test_every_line_fits(library: Library, shelf: dict[str, Path], columns: int) -> None:
    async with opened(library, (columns, 24)) as reader:
        await reader.press("g", "c")
        assert {len(line) for line in reader.lines} == {columns}
        assert "articles" in reader.text
        assert "letters" in reader.text


async def test_typing_narrows_and_enter_goes_there(
    library: Library, shelf: dict[str, Path]
) -> None:
    async with opened(library) as reader:
        reader.screen.pane.measure = 50
        await reader.press("g", "t", "g", "c")
        await reader.rush(*"press bob")
        assert len(shown(reader)) == 2
        await reader.rush(*["backspace"] * 3, *"ada", "enter")
        await reader.until(lambda: reader.app.wish)
        assert reader.app.wish is not None
        paths, settings = reader.app.wish
        assert paths == (shelf["ada/press"],)
        assert (settings.measure, settings.theme) == (50, "light")
        assert library.left_at() is not None


async def test_what_nothing_is_called_is_said_and_enter_goes_back(library: Library) -> None:
    async with opened(library) as reader:
        await reader.rush("g", "c", *"xyzzy")
        assert shown(reader) == ["No collection is called so."]
        await reader.rush("enter")
        assert reader.lines[0].startswith(" articles")
        assert reader.app.wish is None


async def test_where_none_was_opened_before_it_says_how_to(library: Library) -> None:
    async with opened(library) as reader:
        clear(library.settings.state)
        await reader.rush("g", "c")
        assert shown(reader) == ["No collection was opened before: reader FOLDER opens one."]


@pytest.mark.parametrize("key", ["escape", "q"])
async def test_one_goes_back_without_choosing(
    library: Library, shelf: dict[str, Path], key: str
) -> None:
    async with opened(library) as reader:
        await reader.rush("g", "c", "down", key)
        assert reader.lines[0].startswith(" articles")
        assert reader.app.wish is None
        await reader.rush("g", "c", "up", "enter")  # the open one
        assert reader.lines[0].startswith(" articles")
        assert reader.app.is_running


async def test_one_that_is_gone_is_not_gone_to(library: Library, shelf: dict[str, Path]) -> None:
    async with opened(library) as reader:
        await reader.rush("g", "c", "enter")
        assert "gone is gone" in reader.lines[0]
        assert reader.app.wish is None


async def test_the_cursor_stays_in_sight_in_a_long_list(library: Library, tmp_path: Path) -> None:
    for number in range(40):
        folder = written(tmp_path / f"folder-{number}", {"a.txt": "Text."})
        note(Collection.of([folder]), library.settings, shown=True)
    async with opened(library, (80, 15)) as reader:
        await reader.rush("g", "c")
        for keys in (["end"], ["pageup"] * 3, ["home"], ["pagedown"] * 2, ["up"] * 9, ["down"]):
            await reader.rush(*keys)
            assert any("▌" in line for line in reader.lines)
        await reader.resize(80, 8)
        assert any("▌" in line for line in reader.lines)


async def test_names_full_of_control_codes_are_shown_not_obeyed(
    library: Library, tmp_path: Path
) -> None:
    folder = written(tmp_path / "evil\x1b[31m", {"a.txt": "Text."})
    note(Collection.of([folder]), library.settings, shown=True)
    async with opened(library) as reader:
        await reader.rush("g", "c")
        assert "evil␛[31m" in reader.text
        assert "\x1b" not in reader.text
