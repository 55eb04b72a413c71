import threading
from pathlib import Path

import pytest

from reader.library import Library
from reader.model import Progress
from reader.tui.keeping_up import KeepingUp
from tests.tui.showing import SAMPLE, opened, settings, written


class Log:
    """What was reported, until the run ended."""

    def __init__(self) -> None:
        self.said: list[Progress] = []
        self.ended = threading.Event()

    def __call__(self, progress: Progress | None) -> None:
        if progress is None:
            self.ended.set()
        else:
            self.said.append(progress)


@pytest.fixture
def unread(tmp_path: Path) -> Library:
    """A library of files that nobody has looked at yet."""
    folder = written(tmp_path / "articles", SAMPLE)
    return Library.open([folder], settings(tmp_path / "home"))


def test_a_process_of_its_own_brings_the_library_up_to_date(unread: Library) -> None:
    log = Log()
    keeping_up = KeepingUp(unread, log)
    assert keeping_up.start()
    assert not keeping_up.start()
    assert log.ended.wait(timeout=60)
    assert keeping_up.failure == ""
    assert log.said[-1].stage == "done"
    assert unread.count() == len(SAMPLE)
    unread.close()


def test_after_a_run_there_can_be_another(unread: Library) -> None:
    for _ in range(2):
        log = Log()
        keeping_up = KeepingUp(unread, log)
        assert keeping_up.start()
        assert log.ended.wait(timeout=60)
    assert unread.count() == len(SAMPLE)
    unread.close()


def test_a_run_without_a_look_leaves_new_files_alone(unread: Library) -> None:
    log = Log()
    keeping_up = KeepingUp(unread, log)
    assert keeping_up.start(look=False)
    assert log.ended.wait(timeout=60)
    assert keeping_up.failure == ""
    assert [progress.stage for progress in log.said] == ["done"]
    assert unread.count() == 0
    unread.close()


async def test_what_is_corrected_is_cleaned_anew_by_a_process_of_its_own(
    unread: Library,
) -> None:
    async with opened(unread, (120, 40), index=True) as reader:
        await reader.until(lambda: unread.settled and not reader.screen.keeping_up.running)  # type: ignore[union-attr]
        await reader.until(lambda: len(reader.titles) == len(SAMPLE))
        await reader.rush("j", "enter", "x", "tab", "enter")
        assert "kept on every page of north/" in reader.status
        await reader.until(lambda: unread.settled and not reader.screen.keeping_up.running)  # type: ignore[union-attr]
        await reader.rush("U")
        await reader.until(lambda: unread.settled and not reader.screen.keeping_up.running)  # type: ignore[union-attr]
        assert unread.corrections() == []
        assert "taken back" in reader.status
    unread.close()


def test_a_run_that_is_stopped_has_not_failed(unread: Library) -> None:
    log = Log()
    keeping_up = KeepingUp(unread, log)
    keeping_up.stop()
    assert keeping_up.start()
    keeping_up.stop()
    assert log.ended.wait(timeout=60)
    assert not keeping_up.running
    assert keeping_up.failure == ""
    unread.close()


def test_a_run_that_fails_says_why(unread: Library, tmp_path: Path) -> None:
    log = Log()
    keeping_up = KeepingUp(unread, log)
    (tmp_path / "articles").rename(tmp_path / "elsewhere")
    assert keeping_up.start()
    assert log.ended.wait(timeout=60)
    assert "there is no" in keeping_up.failure
    assert "Traceback" not in keeping_up.failure
    unread.close()


async def test_rows_appear_while_the_folder_is_read_and_the_screen_says_so(
    unread: Library,
) -> None:
    async with opened(unread, index=True) as reader:
        await reader.until(lambda: len(reader.titles) == len(SAMPLE))
        await reader.until(lambda: reader.screen.progress is None and reader.screen.keeping_up)
        assert "The harbour that forgot the sea" in reader.text
        assert "6 documents" in reader.lines[0]
    unread.close()


async def test_r_takes_up_what_changed_and_the_cursor_stays_on_its_document(
    unread: Library, tmp_path: Path
) -> None:
    async with opened(unread, index=True) as reader:
        await reader.until(lambda: len(reader.titles) == len(SAMPLE))
        assert reader.screen.keeping_up is not None
        await reader.until(lambda: not reader.screen.keeping_up.running)  # type: ignore[union-attr]
        await reader.rush("G")
        before = reader.title
        written(tmp_path / "articles", {"a-first.txt": "A new one\n\nIt stands before all others."})
        await reader.rush("R")
        await reader.until(lambda: len(reader.titles) == len(SAMPLE) + 1)
        assert reader.title == before
    unread.close()
