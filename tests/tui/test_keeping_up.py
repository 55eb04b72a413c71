import os
import threading
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from reader.library import Library
from reader.model import Progress
from reader.tui.keeping_up import KeepingUp
from tests.tui.showing import SAMPLE, settings, written


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


def children() -> Iterator[int]:
    """The index runs that this process has started."""
    for folder in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):  # it may end meanwhile
            words = (folder / "cmdline").read_bytes().split(b"\0")
            _, _, status = (folder / "stat").read_text("utf-8").rpartition(") ")
            if b"--progress" in words and int(status.split()[1]) == os.getpid():
                yield int(folder.name)


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
    keeping_up.stop()
    unread.close()


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="needs /proc")
def test_ctrl_c_in_a_program_that_has_the_terminal_does_not_reach_the_run(unread: Library) -> None:
    log = Log()
    keeping_up = KeepingUp(unread, log)
    keeping_up.start()
    groups = [os.getpgid(child) for child in children()]
    assert len(groups) == 1
    assert groups[0] != os.getpgid(0)
    assert log.ended.wait(timeout=60)
    keeping_up.stop()
    unread.close()


def test_after_a_run_there_can_be_another(unread: Library) -> None:
    log = Log()
    keeping_up = KeepingUp(unread, log)
    for look in (True, True, False):
        log.ended.clear()
        assert keeping_up.start(look)
        assert log.ended.wait(timeout=60)
        assert log.said[-1].stage == "done"
    assert unread.count() == len(SAMPLE)
    keeping_up.stop()
    unread.close()


def test_a_run_without_a_look_leaves_new_files_alone(unread: Library) -> None:
    log = Log()
    keeping_up = KeepingUp(unread, log)
    assert keeping_up.start(look=False)
    assert log.ended.wait(timeout=60)
    assert keeping_up.failure == ""
    assert [progress.stage for progress in log.said] == ["done"]
    assert unread.count() == 0
    keeping_up.stop()
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
