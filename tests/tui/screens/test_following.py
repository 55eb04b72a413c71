import asyncio

import pytest
from textual.screen import Screen

from reader.library import Library
from reader.tui.screens.following import PAUSE_S
from tests.tui.showing import Reader, opened


@pytest.fixture
def layouts(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Counts how often the screen is laid out."""
    counted: list[int] = []
    lay_out = Screen._refresh_layout

    def count(screen: Screen[object], *given: object, **named: object) -> None:
        counted.append(1)
        lay_out(screen, *given, **named)  # type: ignore[arg-type]  # whatever Textual gives

    monkeypatch.setattr(Screen, "_refresh_layout", count)
    return counted


async def box(reader: Reader) -> None:
    await reader.until(
        lambda: reader.screen.following._box and reader.screen.following._box.display
    )
    await reader.pilot.pause()


async def test_after_a_pause_what_may_follow_stands_above_the_status_line(
    library: Library,
) -> None:
    for size in ((60, 20), (80, 24), (160, 40)):
        async with opened(library, size) as reader:
            await reader.rush("g")
            assert reader.status.startswith(" g …")
            assert "near-copies" not in "\n".join(reader.lines[:-1])
            await box(reader)
            above = "\n".join(reader.lines[:-1])
            assert "g  to the top" in above
            assert "d  the near-copies of this one" in above
            assert reader.status.startswith(" g …")
            await reader.rush("escape")
            assert "near-copies" not in reader.text
            await reader.rush("g")
            await box(reader)
            await reader.rush("l")
            assert "near-copies" not in reader.text


async def test_who_goes_on_at_once_sees_no_box(library: Library) -> None:
    async with opened(library) as reader:
        await reader.rush("g", "g", "3")
        await asyncio.sleep(PAUSE_S * 1.5)
        assert reader.screen.following._box is None


async def test_the_screen_is_not_laid_out_at_each_key(library: Library, layouts: list[int]) -> None:
    async with opened(library) as reader:
        await reader.rush("g")
        await box(reader)
        await reader.rush("escape")
        del layouts[:]
        await reader.rush(*("g", "escape") * 10)
        await reader.pilot.pause()
        assert layouts == []
