"""Changes are seen as they happen, gathered, and looked at where they are."""

import os
import shutil
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from queue import SimpleQueue

import pytest

from reader.library import watching as watching_module
from reader.library.collection import Collection
from reader.library.watching import LOOK, MANY, SETTLE, Request, Watching, concerned, topmost


class Commands:
    """Words that come when they are sent."""

    def __init__(self) -> None:
        self._queue: SimpleQueue[str | None] = SimpleQueue()

    def send(self, *words: str | None) -> None:
        for word in words:
            self._queue.put(word)

    def __iter__(self) -> Iterator[str]:
        while (word := self._queue.get()) is not None:
            yield word


class Seen:
    """All requests so far, gathered by a thread."""

    def __init__(self, watching: Watching) -> None:
        self.requests: list[Request] = []
        self._watching = watching
        self.thread = threading.Thread(target=self._gather, daemon=True)
        self.thread.start()

    def _gather(self) -> None:
        for request in self._watching.requests():
            self.requests.append(request)

    def until(self, path: str) -> bool:
        """Wait until somebody wants a look there."""
        ends = time.monotonic() + 20
        while time.monotonic() < ends:
            if any(path in request.at for request in self.requests):
                return True
            time.sleep(0.02)
        return False


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "docs" / "in").mkdir(parents=True)
    return (tmp_path / "docs").resolve()


def test_a_file_that_comes_changes_or_goes_is_looked_at(folder: Path) -> None:
    commands = Commands()
    seen = Seen(Watching(Collection.of([folder]), commands))
    path = folder / "in" / "a.txt"
    ends = time.monotonic() + 20
    while not seen.requests and time.monotonic() < ends:  # it takes a moment to begin watching
        path.write_text(f"{time.monotonic()}", "utf-8")
        time.sleep(0.1)
    assert seen.until(str(path))
    (folder / "in" / ".hidden").write_text("nobody cares", "utf-8")
    (folder / "new").mkdir()
    (folder / "b.txt").write_text("text", "utf-8")
    assert seen.until(str(folder / "b.txt"))
    assert not any("hidden" in path for request in seen.requests for path in request.at)
    commands.send(None)
    seen.thread.join(timeout=20)
    assert not seen.thread.is_alive()


def test_what_is_asked_for_is_done_and_nothing_after_the_end(folder: Path) -> None:
    commands = Commands()
    commands.send("look", "nonsense", None, "look")
    assert list(Watching(Collection.of([folder]), commands).requests()) == [LOOK]


def test_who_waits_for_long_is_told_once(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watching_module, "IDLE_S", 0.1)
    commands, idle = Commands(), threading.Event()
    requests = Watching(Collection.of([folder]), commands).requests(idle=idle.set)
    threading.Timer(0.5, commands.send, ("look", None)).start()
    assert list(requests) == [LOOK]
    assert idle.is_set()


def test_a_look_after_settling_is_a_look(folder: Path) -> None:
    commands = Commands()
    requests = Watching(Collection.of([folder]), commands).requests()
    commands.send("settle")
    assert next(requests) == SETTLE
    commands.send("settle", "look", "settle")
    time.sleep(0.3)
    assert next(requests) == LOOK
    commands.send(None)
    assert list(requests) == []


def test_changes_are_looked_for_where_they_concern_somebody() -> None:
    roots = ["/d", "/other"]
    assert concerned(["/d/a.txt", "/d/.git/x", "/d/.b.txt", "/d/in/.cache/y"], roots) == [
        "/d/a.txt"
    ]
    assert concerned(["/d/in/.ignore"], roots) == ["/d/in"]
    assert concerned(["/d/.ignore"], roots) == [""]
    assert concerned(["/d/caf\ufffd.txt"], roots) == [""]
    assert concerned(["/d/in/caf\ufffd.txt"], roots) == ["/d/in"]
    assert concerned(["/d"], roots) == [""]
    assert concerned(["/other/.x/.y", "/other/.hidden"], roots) == []


def test_what_lies_below_another_path_is_looked_at_with_it() -> None:
    assert topmost(["/d/in/b", "/d/in", "/d/in!", "/d/in/c", "/d/x"]) == ["/d/in!", "/d/in", "/d/x"]
    assert topmost(["/d/a", ""]) == [""]
    assert topmost([]) == []
    assert topmost(f"/d/{number}" for number in range(MANY)) != [""]
    assert topmost(f"/d/{number}" for number in range(MANY + 1)) == [""]


def test_a_folder_that_was_swapped_is_watched_again(folder: Path) -> None:
    commands = Commands()
    seen = Seen(Watching(Collection.of([folder]), commands))
    time.sleep(1)
    shutil.rmtree(folder)
    assert seen.until("")
    folder.mkdir()
    path = folder / "c.txt"
    ends = time.monotonic() + 30
    while time.monotonic() < ends and not any(str(path) in r.at for r in seen.requests):
        path.write_text(f"{time.monotonic()}", "utf-8")
        time.sleep(0.2)
    assert seen.until(str(path))
    commands.send(None)


def test_a_name_that_is_no_text_is_looked_for_everywhere(folder: Path) -> None:
    commands = Commands()
    seen = Seen(Watching(Collection.of([folder]), commands))
    time.sleep(1)
    Path(os.fsdecode(os.fsencode(folder) + b"/caf\xe9.txt")).write_text("text", "utf-8")
    assert seen.until("")
    path = folder / "b.txt"
    ends = time.monotonic() + 30
    while time.monotonic() < ends and not any(str(path) in r.at for r in seen.requests):
        path.write_text(f"{time.monotonic()}", "utf-8")
        time.sleep(0.2)
    assert seen.until(str(path))
    commands.send(None)
