"""The index run of the TUI: a child process, so that no keystroke waits for cleaning."""

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable

from reader.library import Library
from reader.model import Outcome, Progress

BUSY = "busy"  # the stage of a run that another program's lock kept out


class KeepingUp:
    """Runs `reader index` on the collection and hands on its progress, from a thread of its own."""

    def __init__(self, library: Library, report: Callable[[Progress | None], None]) -> None:
        """`report` gets each progress, and None when the run has ended."""
        self._paths = [str(root.path) for root in library.collection.roots]
        self._environment = {**os.environ, **library.settings.environment()}
        self._report = report
        self._child: subprocess.Popen[bytes] | None = None
        self.failure = ""  # why the last run did not end well, a sentence
        self.elsewhere = False  # another program was at it, so this run left it alone

    @property
    def running(self) -> bool:
        """Whether a run is under way."""
        return self._child is not None and self._child.poll() is None

    def start(self, look: bool = True) -> bool:
        """Begin a run; False if one is under way. Without `look` no file is looked at."""
        if self.running:
            return False
        words = ["--progress", *(() if look else ("--no-update",))]
        self.elsewhere = False
        try:
            self._child = subprocess.Popen(
                [sys.executable, "-m", "reader", "index", *words, "--", *self._paths],
                env=self._environment,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
            )
        except OSError as error:  # no process, no memory, no handle left
            self.failure = f"the index run cannot start: {error.strerror}"
            self._report(None)
            return True
        threading.Thread(target=self._listen, args=(self._child,), daemon=True).start()
        return True

    def stop(self) -> None:
        """End the run; the next one goes on where it was."""
        if self._child is not None and self._child.poll() is None:
            self._child.send_signal(signal.SIGTERM)

    def _listen(self, child: "subprocess.Popen[bytes]") -> None:
        assert child.stdout is not None
        assert child.stderr is not None
        with child.stdout as lines, child.stderr as errors:
            for line in lines:
                progress = _progress(line)
                if progress is not None and progress.stage == BUSY:
                    self.elsewhere = True
                elif progress is not None:
                    self._report(progress)
            said = errors.read().decode("utf-8", "replace").strip().rpartition("\n")[2]
        stopped = child.wait() in (0, -signal.SIGTERM)
        self.failure = "" if stopped else said.removeprefix("reader: ") or "the index run failed"
        self._report(None)


def _progress(line: bytes) -> Progress | None:
    """What a line of the child says; None for anything that is no progress."""
    import json  # noqa: PLC0415  # the first rows are on the screen without it

    try:
        said = json.loads(line)
        outcomes = {Outcome(name): int(n) for name, n in said.get("outcomes", {}).items()}
        done, total = int(said.get("done", 0)), int(said.get("total", 0))
        return Progress(str(said["stage"]), done, total, outcomes)
    except (ValueError, KeyError, TypeError, AttributeError):
        return None
