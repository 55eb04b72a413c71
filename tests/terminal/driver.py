"""A program in a pty of its own: keys go in, and what its screen shows is waited for."""

import contextlib
import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pyte

from benchmarks.terminal import ANSWERS, UNKNOWN, whole

PATIENCE_S = 30.0  # generous: a loaded machine is slow, a hang is for ever
IDLE_S, IDLE_MS = 1.0, 30.0  # so long with so little work: what is left is a look at the clock
TURN_S = 0.05  # seconds between two looks at whether the process has ended

# Starts the rest of its words as a terminal window does: the terminal is the controlling one of a
# new session, and no signal is ignored, although whoever started the tests may do so.
LEADER = """
import fcntl, os, signal, sys, termios
for name in ("SIGINT", "SIGQUIT", "SIGHUP", "SIGTERM", "SIGTSTP", "SIGPIPE"):
    signal.signal(getattr(signal, name), signal.SIG_DFL)
fcntl.ioctl(1, termios.TIOCSCTTY, 0)
os.execvp(sys.argv[1], sys.argv[1:])
"""
MODE = re.compile(rb"\x1b\[\?([0-9;]+)([hl])")
KITTY = re.compile(rb"\x1b\[([<>])[0-9;]*u")
ON_AT_FIRST = frozenset({"7", "25"})  # lines wrap, the cursor is visible


class Terminal:
    """A running program; it is killed when the block is left, with the children it has then."""

    def __init__(
        self,
        command: Sequence[str],
        *,
        environment: Mapping[str, str],
        folder: Path,
        columns: int = 100,
        rows: int = 30,
        stdin: bytes | None = None,
    ) -> None:
        """With `stdin` the program reads these bytes from a pipe there, not the terminal."""
        self._master, self._slave = pty.openpty()
        self._open = True
        self._before = termios.tcgetattr(self._slave)
        self.raw = b""  # everything the program has written
        self._held = b""  # the start of a sequence whose end is still to come
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self._screen)
        self._set_size(columns, rows)
        self.process = subprocess.Popen(
            [sys.executable, "-I", "-S", "-c", LEADER, *command],
            env=dict(environment),
            cwd=folder,
            stdin=self._slave if stdin is None else subprocess.PIPE,
            stdout=self._slave,
            stderr=self._slave,
            start_new_session=True,
        )
        if self.process.stdin is not None:
            with contextlib.suppress(BrokenPipeError), self.process.stdin as pipe:
                pipe.write(stdin or b"")

    def __enter__(self) -> "Terminal":
        return self

    def __exit__(self, *_: object) -> None:
        self.kill()
        self.hang_up()

    # ---- doing

    def press(self, keys: str) -> None:
        """Type these characters, in one go."""
        os.write(self._master, keys.encode())

    def resize(self, columns: int, rows: int) -> None:
        """Give the terminal another size, and tell the program as terminals do."""
        self._screen.resize(rows, columns)
        self._screen.reset()
        self._set_size(columns, rows)
        self.signal(signal.SIGWINCH)

    def signal(self, number: int) -> None:
        """Send the program a signal."""
        self.process.send_signal(number)

    def kill(self) -> None:
        """End it at once, with the children that are in its process group."""
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()

    def hang_up(self) -> None:
        """Take the terminal away, as closing its window does."""
        if self._open:
            self._open = False
            os.close(self._slave)
            os.close(self._master)

    # ---- waiting

    def see(self, pattern: str, seconds: float = PATIENCE_S) -> str:
        """Wait until the screen matches; the screen."""
        wanted = re.compile(pattern)
        self._until(lambda: wanted.search(self.text) is not None, f"never saw {pattern!r}", seconds)
        return self.text

    def lose(self, pattern: str, seconds: float = PATIENCE_S) -> str:
        """Wait until the screen matches no more; the screen."""
        wanted = re.compile(pattern)
        self._until(lambda: wanted.search(self.text) is None, f"still see {pattern!r}", seconds)
        return self.text

    def until(self, holds: Callable[[], bool], what: str, seconds: float = PATIENCE_S) -> None:
        """Wait until something holds, taking what the program writes meanwhile."""
        self._until(holds, what, seconds)

    def idle(self) -> None:
        """Wait until the index run has ended: the processes it has started only wait."""
        since, before = time.monotonic(), self._used_by_children()

        def only_waiting() -> bool:
            nonlocal since, before
            if (used := self._used_by_children()) - before > IDLE_MS:
                since, before = time.monotonic(), used
            return time.monotonic() - since > IDLE_S

        self._until(only_waiting, "its children do not rest", PATIENCE_S)

    def end(self, seconds: float = PATIENCE_S) -> int:
        """Wait until the program has ended; its exit code, negative for a signal."""
        self._until(lambda: self.process.poll() is not None, "has not ended", seconds)
        while self._open and self._take(0):
            pass
        assert self.process.returncode is not None
        return self.process.returncode

    def listen(self, seconds: float) -> None:
        """Take what comes for so long."""
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            self._take(left)

    # ---- looking

    @property
    def text(self) -> str:
        """The screen, a row a line; the second cell of a wide character is empty."""
        across = range(self._screen.columns)
        rows = (self._screen.buffer[row] for row in range(self._screen.lines))
        return "\n".join("".join(row[at].data for at in across).rstrip() for row in rows)

    @property
    def cpu_ms(self) -> float:
        """CPU time of the program itself so far, in milliseconds."""
        used = 0
        for thread in Path(f"/proc/{self.process.pid}/task").iterdir():
            with contextlib.suppress(FileNotFoundError, ProcessLookupError):  # it has just ended
                used += int((thread / "schedstat").read_text("ascii").split()[0])
        return used / 1e6

    def left_behind(self) -> list[str]:
        """What the program has not put back: modes of the terminal, and settings of its line."""
        modes, keyboards = set(ON_AT_FIRST), 0
        for numbers, switch in MODE.findall(self.raw):
            for number in numbers.decode().split(";"):
                (modes.add if switch == b"h" else modes.discard)(number)
        for way in KITTY.findall(self.raw):
            keyboards = max(0, keyboards + (1 if way == b">" else -1))
        left = [f"mode {number}" for number in sorted(modes ^ ON_AT_FIRST)]
        left += ["kitty keyboard"] * keyboards
        if termios.tcgetattr(self._slave) != self._before:
            left.append("termios")
        return left

    # ---- inside

    def _children(self) -> list[str]:
        """The processes it has started; a thread may end while it is asked for its own."""
        found: list[str] = []
        for thread in Path(f"/proc/{self.process.pid}/task").iterdir():
            with contextlib.suppress(FileNotFoundError, ProcessLookupError):
                found += (thread / "children").read_text("ascii").split()
        return found

    def _used_by_children(self) -> float:
        """Milliseconds of processor time that they have used, and those they have started."""
        used, waiting = 0, self._children()
        while waiting:
            pid = waiting.pop()
            # one may end meanwhile, or one of its threads
            with contextlib.suppress(FileNotFoundError, ProcessLookupError):
                for thread in [*Path(f"/proc/{pid}/task").iterdir()]:
                    used += int((thread / "schedstat").read_text("ascii").split()[0])
                    waiting += (thread / "children").read_text("ascii").split()
        return used / 1e6

    def _until(self, holds: Callable[[], bool], complaint: str, seconds: float) -> None:
        end = time.monotonic() + seconds
        while not holds():
            if time.monotonic() > end:
                code = self.process.poll()
                raise AssertionError(f"{complaint}; exit code {code}; the screen:\n{self.text}")
            self._take(TURN_S) if self._open else time.sleep(TURN_S)

    def _take(self, seconds: float) -> bool:
        ready, _, _ = select.select([self._master], [], [], seconds)
        if not ready:
            return False
        try:
            new = os.read(self._master, 1 << 16)
        except OSError:  # the last process that had it open has ended
            return False
        self.raw += new
        self._feed(self._held + new)
        return bool(new)

    def _feed(self, output: bytes) -> None:
        """Show whole sequences; a pyte that gets half of one would print the rest as text."""
        output, self._held = whole(output)
        for question, answer in ANSWERS:
            for _ in range(output.count(question)):
                os.write(self._master, answer)
        self._stream.feed(UNKNOWN.sub(b"", output))

    def _set_size(self, columns: int, rows: int) -> None:
        size = struct.pack("HHHH", rows, columns, 0, 0)
        fcntl.ioctl(self._slave, termios.TIOCSWINSZ, size)
