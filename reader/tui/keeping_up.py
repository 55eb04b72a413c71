"""The index run of the TUI: a child process, so that no keystroke waits for cleaning."""

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from contextlib import suppress

from reader.library import Library
from reader.model import Outcome, Progress

ENDS = frozenset({"done", "busy", "failed"})  # the stages that end a run


class KeepingUp:
    """Runs `reader index --watch` on the collection and hands on its progress, from a thread."""

    def __init__(self, library: Library, report: Callable[[Progress | None], None]) -> None:
        """`report` gets each progress, and None when a run has ended."""
        self._paths = [str(root.path) for root in library.collection.roots]
        self._environment = {**os.environ, **library.settings.environment()}
        self._report = report
        self._child: subprocess.Popen[bytes] | None = None
        self.running = False
        """Whether a run is under way, asked for or because files changed."""
        self.failure = ""  # why the last run did not end well, a sentence
        self.elsewhere = False  # another program was at it, so this run left it alone

    def start(self, look: bool = True) -> bool:
        """Begin a run; False if one is under way. Without `look` no file is looked at."""
        if self.running:
            return False
        self.running, self.elsewhere = True, False
        if not self._ask("look" if look else "settle"):
            self._spawn(look)
        return True

    def stop(self) -> None:
        """End the run, and watch no more; the next one goes on where it was."""
        if self._child is not None and self._child.poll() is None:
            self._child.send_signal(signal.SIGTERM)
        self._child, self.running = None, False

    def _ask(self, command: str) -> bool:
        """Ask the child for a run; False where there is none that could hear it."""
        if self._child is None or self._child.poll() is not None:
            return False
        assert self._child.stdin is not None
        try:
            self._child.stdin.write(f"{command}\n".encode())
            self._child.stdin.flush()
        except OSError:
            return False
        return True

    def _spawn(self, look: bool) -> None:
        words = ["--progress", "--watch", *(() if look else ("--no-update",))]
        try:
            self._child = subprocess.Popen(
                # -P: nothing in the current folder is a module of ours
                [sys.executable, "-P", "-m", "reader", "index", *words, "--", *self._paths],
                env=self._environment,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                process_group=0,  # Ctrl-C in an editor that has the terminal is not for the run
            )
        except OSError as error:  # no process, no memory, no handle left
            self.failure = f"the index run cannot start: {error.strerror}"
            self._ended()
            return
        threading.Thread(target=self._listen, args=(self._child,), daemon=True).start()

    def _listen(self, child: "subprocess.Popen[bytes]") -> None:
        assert child.stdout is not None
        assert child.stderr is not None
        with child.stdout as lines, child.stderr as errors:
            for line in lines:
                if (said := _said(line)) is not None and child is self._child:
                    self._hear(*said)
            last = errors.read().decode("utf-8", "replace").strip().rpartition("\n")[2]
        assert child.stdin is not None
        with suppress(OSError):
            child.stdin.close()
        stopped = child.wait() in (0, -signal.SIGTERM)
        if child is self._child or self._child is None:
            self.failure = (
                "" if stopped else last.removeprefix("reader: ") or "it broke off: R goes on"
            )
            self._ended()

    def _hear(self, progress: Progress, reason: str) -> None:
        self.running = progress.stage not in ENDS
        self.elsewhere = progress.stage == "busy"
        if progress.stage not in ("busy", "failed"):
            self._report(progress)
        if not self.running:
            self.failure = reason
            self._ended()

    def _ended(self) -> None:
        self.running = False
        self._report(None)


def _said(line: bytes) -> tuple[Progress, str] | None:
    """What a line of the child says, with the reason of a failure; None where it says nothing."""
    import json  # noqa: PLC0415  # the first rows are on the screen without it

    try:
        said = json.loads(line)
        outcomes = {Outcome(name): int(n) for name, n in said.get("outcomes", {}).items()}
        done, total = int(said.get("done", 0)), int(said.get("total", 0))
        return Progress(str(said["stage"]), done, total, outcomes), str(said.get("reason", ""))
    except (ValueError, KeyError, TypeError, AttributeError):
        return None
