"""When a collection is to be looked at again: its files changed, or somebody asked for it."""

import os
import threading
from collections.abc import Iterable, Iterator, Sequence
from queue import Empty, SimpleQueue
from typing import NamedTuple

from reader.library.collection import Collection

QUIET_MS = 50  # without another change, until a change is told
MOST_MS = 500  # that changes which go on and on are gathered
MANY = 500  # changed paths; of more all files are looked at, which takes no longer
IGNORE_FILES = frozenset({".ignore", ".gitignore"})  # a change of one may concern everything below
LOST = "\ufffd"  # stands for the bytes of a name that are no text


class Request(NamedTuple):
    """What to do: look at what is at or below these paths, then judge what waits for it."""

    at: tuple[str, ...] = ("",)  # absolute; "" is everything, and nothing is without a look


LOOK, SETTLE = Request(), Request(())
COMMANDS = {"look": LOOK, "settle": SETTLE}
"""What may be asked for by a word."""


class Watching:
    """Gathers requests, from folders whose files change and from whoever asks."""

    def __init__(self, collection: Collection, commands: Iterable[str]) -> None:
        """`commands` are words of COMMANDS, read in a thread; when they end, so do all requests."""
        self._collection = collection
        self._commands = commands
        self._queue: SimpleQueue[Request | None] = SimpleQueue()
        self._stop = threading.Event()
        self.failure = ""  # why changes are not seen by themselves, if they are not

    def requests(self) -> Iterator[Request]:
        """Each request as it comes; those that came while one was done are made one."""
        for task in (self._listen, self._watch):
            threading.Thread(target=task, daemon=True).start()
        try:
            while (request := self._queue.get()) is not None:
                yield self._joined(request)
        finally:
            self._stop.set()

    def _joined(self, request: Request) -> Request:
        paths = list(request.at)
        while True:
            try:
                more = self._queue.get_nowait()
            except Empty:
                return Request(tuple(topmost(paths)))
            if more is None:
                self._queue.put(None)
                return Request(tuple(topmost(paths)))
            paths += more.at

    def _listen(self) -> None:
        for command in self._commands:
            if (request := COMMANDS.get(command.strip())) is not None:
                self._queue.put(request)
        self._queue.put(None)

    def _watch(self) -> None:
        from watchfiles import watch  # noqa: PLC0415  # after the first run, and not for commands

        roots = [str(root.path) for root in self._collection.roots]
        try:
            for root in roots:
                os.stat(root)  # noqa: PTH116 - what is gone would be watched without a word
            for changes in watch(
                *roots,
                watch_filter=None,
                debounce=MOST_MS,
                step=QUIET_MS,
                stop_event=self._stop,
                raise_interrupt=False,
                ignore_permission_denied=True,
            ):
                paths = concerned((path for _, path in changes), roots)
                if paths:
                    self._queue.put(Request(tuple(topmost(paths))))
        except (OSError, RuntimeError) as error:  # too many folders to watch, or a root is gone
            self.failure = str(error)


def concerned(changed: Iterable[str], roots: Sequence[str]) -> list[str]:
    """Where to look when these paths changed: hidden ones concern nobody; "" is everywhere."""
    found = set()
    for path in changed:
        inside = next((path[len(root) :] for root in roots if _is_in(path, root)), "")
        *folders, name = inside.strip("/").split("/")
        if any(folder.startswith(".") for folder in folders):
            continue
        if name in IGNORE_FILES or LOST in path:
            found.add(os.path.dirname(path))  # noqa: PTH120 - a Path folds "//"
        elif not name.startswith("."):
            found.add(path if inside else "")
    return sorted(found)


def topmost(paths: Iterable[str]) -> list[str]:
    """The paths without those that lie below others; everything, where they are many."""
    found: list[str] = []
    for path in sorted(set(paths), key=lambda path: path.rstrip("/") + "/"):
        if path == "":
            return [""]
        if not (found and _is_in(path, found[-1])):
            found.append(path)
    return found if len(found) <= MANY else [""]


def _is_in(path: str, folder: str) -> bool:
    return path == folder or path.startswith(folder.rstrip("/") + "/")
