"""When a collection is to be looked at again: its files changed, or somebody asked for it."""

import os
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from queue import Empty, SimpleQueue
from typing import NamedTuple

from reader.library.collection import Collection

QUIET_MS = 50  # without another change, until a change is told
MOST_MS = 500  # that changes which go on and on are gathered
GLANCE_MS = 2_000  # between two looks whether the folders are still the same
AGAIN_S = 1.0  # before watching is begun anew
SOON_S, TRIES = 5.0, 5  # so many breaks so soon after the beginning mean that it does not work
IDLE_S = 20.0  # without a request, until what is kept for the next one is given up
MANY = 500  # changed paths; of more all files are looked at, which takes no longer
IGNORE_FILES = frozenset({".ignore", ".gitignore"})  # a change of one may concern everything below
LOST = "\ufffd"  # stands for the bytes of a name that are no text


class Request(NamedTuple):
    """What to do: look at what is at or below these paths, then judge what waits for it."""

    at: tuple[str, ...] = ("",)  # absolute; "" is everything, and nothing is without a look
    trouble: str = ""  # why changes will not be seen by themselves; then there is nothing to do


LOOK, SETTLE = Request(), Request(())
COMMANDS = {"look": LOOK, "settle": SETTLE}
"""What may be asked for by a word."""


class Watching:
    """Gathers requests, from folders whose files change and from whoever asks."""

    def __init__(self, collection: Collection, commands: Iterable[str]) -> None:
        """Begin at once. `commands` are words of COMMANDS; when they end, so do all requests."""
        self._roots = [str(root.path) for root in collection.roots]
        self._commands = commands
        self._queue: SimpleQueue[Request | None] = SimpleQueue()
        self._stop = threading.Event()
        for task in (self._listen, self._watch):
            threading.Thread(target=task, daemon=True).start()

    def requests(self, idle: Callable[[], object] = lambda: None) -> Iterator[Request]:
        """Each request as it comes; those that came while one was done are made one.

        `idle` is called once when none has come for a while.
        """
        try:
            while (request := self._next(idle)) is not None:
                yield request if request.trouble else self._joined(request)
        finally:
            self._stop.set()

    def _next(self, idle: Callable[[], object]) -> Request | None:
        try:
            return self._queue.get(timeout=IDLE_S)
        except Empty:
            idle()
        return self._queue.get()

    def _joined(self, request: Request) -> Request:
        paths = list(request.at)
        while True:
            try:
                more = self._queue.get_nowait()
            except Empty:
                return Request(tuple(topmost(paths)))
            if more is None or more.trouble:
                self._queue.put(more)
                return Request(tuple(topmost(paths)))
            paths += more.at

    def _listen(self) -> None:
        for command in self._commands:
            if (request := COMMANDS.get(command.strip())) is not None:
                self._queue.put(request)
        self._queue.put(None)

    def _watch(self) -> None:
        """Watch, and begin anew where that broke off: after a name that is no text, for example."""
        tries = 0
        while not self._stop.is_set():
            begun = time.monotonic()
            try:
                self._watch_once()
                tries = 0
            except (OSError, RuntimeError) as error:
                tries = tries + 1 if time.monotonic() - begun < SOON_S else 0
                if tries >= TRIES or isinstance(error, OSError):
                    self._queue.put(Request((), str(error)))
                    return
            if self._stop.wait(AGAIN_S):
                return
            self._queue.put(LOOK)  # nobody knows what was missed

    def _watch_once(self) -> None:
        """Tell of changes until a folder is gone, or another is in its place."""
        from watchfiles import watch  # noqa: PLC0415  # not for commands

        while not all(map(os.path.exists, self._roots)):
            if self._stop.wait(AGAIN_S):
                return
        places = _places(self._roots)
        for changes in watch(
            *self._roots,
            watch_filter=None,
            debounce=MOST_MS,
            step=QUIET_MS,
            rust_timeout=GLANCE_MS,
            yield_on_timeout=True,
            stop_event=self._stop,
            raise_interrupt=False,
            ignore_permission_denied=True,
        ):
            paths = concerned((path for _, path in changes), self._roots)
            if paths:
                self._queue.put(Request(tuple(topmost(paths))))
            if _places(self._roots) != places:
                return


def _places(roots: Sequence[str]) -> list[tuple[int, int] | None]:
    """Which folders they are, whatever they are called."""
    found: list[tuple[int, int] | None] = []
    for root in roots:
        try:
            status = os.stat(root)  # noqa: PTH116 - a root is a string here
        except OSError:
            found.append(None)
        else:
            found.append((status.st_dev, status.st_ino))
    return found


def concerned(changed: Iterable[str], roots: Sequence[str]) -> list[str]:
    """Where to look when these paths changed: hidden ones concern nobody; "" is everywhere."""
    found = set()
    for path in changed:
        inside = next((path[len(root) :] for root in roots if _is_in(path, root)), "")
        *folders, name = inside.strip("/").split("/")
        if any(folder.startswith(".") for folder in folders):
            continue
        if name in IGNORE_FILES or LOST in path:
            folder = os.path.dirname(path)  # noqa: PTH120 - a Path folds "//"
            found.add("" if folder in roots or not folders else folder)
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
