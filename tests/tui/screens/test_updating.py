"""What goes on in the background is seen, and can be ended."""

import asyncio
from pathlib import Path

import pytest

from reader.library import Library
from tests.tui.showing import SAMPLE, opened, settings, written


@pytest.fixture
def unread(tmp_path: Path) -> Library:
    """A library of files that nobody has looked at yet."""
    folder = written(tmp_path / "articles", SAMPLE)
    return Library.open([folder], settings(tmp_path / "home"))


async def test_what_is_corrected_is_cleaned_anew_by_a_process_of_its_own(
    unread: Library,
) -> None:
    async with opened(unread, (120, 40), index=True) as reader:
        await reader.until(lambda: unread.settled and not reader.screen.updating.running)
        await reader.until(lambda: len(reader.titles) == len(SAMPLE))
        await reader.rush("j", "enter", "x", "tab", "enter")
        assert "kept on every page of north/" in reader.status
        await reader.until(lambda: unread.settled and not reader.screen.updating.running)
        await reader.rush("U")
        await reader.until(lambda: unread.settled and not reader.screen.updating.running)
        assert unread.corrections() == []
        assert "taken back" in reader.status
    unread.close()


async def test_rows_appear_while_the_folder_is_read_and_the_screen_says_so(
    unread: Library,
) -> None:
    async with opened(unread, index=True) as reader:
        await reader.until(lambda: len(reader.titles) == len(SAMPLE))
        await reader.until(lambda: reader.screen.updating.progress is None)
        assert "The harbour that forgot the sea" in reader.text
        assert "6 documents" in reader.lines[0]
    unread.close()


async def test_r_takes_up_what_changed_and_the_cursor_stays_on_its_document(
    unread: Library, tmp_path: Path
) -> None:
    async with opened(unread, index=True) as reader:
        await reader.until(lambda: len(reader.titles) == len(SAMPLE))
        await reader.until(lambda: not reader.screen.updating.running)
        await reader.rush("G")
        before = reader.title
        written(tmp_path / "articles", {"a-first.txt": "A new one\n\nIt stands before all others."})
        await reader.rush("R")
        await reader.until(lambda: len(reader.titles) == len(SAMPLE) + 1)
        assert reader.title == before
    unread.close()


async def test_a_file_that_changes_is_seen_by_itself(unread: Library, tmp_path: Path) -> None:
    async with opened(unread, index=True) as reader:
        await reader.until(lambda: not reader.screen.updating.running and len(reader.titles) > 1)
        await asyncio.sleep(1)  # watching has begun
        for number in range(3):
            new = f"The bridge that was painted {number} times"
            written(tmp_path / "articles", {f"z{number}.txt": f"{new}\n\nIt was red again."})
            await reader.until(lambda: new in reader.titles)  # noqa: B023 - it is over before the next
    unread.close()


async def test_ctrl_c_ends_a_run_and_r_goes_on(tmp_path: Path) -> None:
    story = "The bridge {0}\n\nIt was painted {0} times, and then it was closed for good.\n"
    many = {f"{number:04}.txt": story.format(number) for number in range(1_500)}
    library = Library.open([written(tmp_path / "many", many)], settings(tmp_path / "home"))
    async with opened(library, index=True) as reader:
        await reader.until(lambda: reader.screen.updating.progress is not None)
        await reader.rush("ctrl+c")
        assert "stopped looking" in reader.status
        await reader.until(lambda: not reader.screen.updating.running)
        assert library._catalogue.pending_count() + library._catalogue.unjudged_count() > 0
        await reader.rush("R")
        await reader.until(lambda: library.count() == 1_500)
        await reader.until(lambda: not reader.screen.updating.running)
        assert library._catalogue.pending_count() + library._catalogue.unjudged_count() == 0
    library.close()
