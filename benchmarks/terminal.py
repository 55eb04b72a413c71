"""A terminal program seen from outside, in a pty: when its screen shows a text.

What the program writes is only timestamped while it runs; afterwards it is replayed through a
terminal emulator, because a program that paints differences never writes whole words.
"""

import contextlib
import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pyte

QUIET_S = 0.35  # silence that counts as "nothing more is coming"
LONGEST_S = 20.0  # after which a step is given up
ANSWERS = (  # what programs ask a terminal, and what a modern one says
    (b"\x1b[6n", b"\x1b[1;1R"),
    (b"\x1b[c", b"\x1b[?62;22c"),
    (b"\x1b[?2026$p", b"\x1b[?2026;2$y"),
    (b"\x1b[?2048$p", b"\x1b[?2048;0$y"),
    (b"\x1b[?u", b"\x1b[?0u"),
)
# Sequences that the emulator does not know and would show as text.
UNKNOWN = re.compile(
    rb"\x1b\[[<=>][0-9;:]*[a-zA-Z]|\x1b\[\?[0-9;]*\$?[a-zA-Z]|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)"
    rb"|\x1bP.*?\x1b\\",
    re.DOTALL,
)
WHOLE = re.compile(
    rb"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|P.*?\x1b\\|[^\[\]P])", re.DOTALL
)
LONGEST_SEQUENCE = 4096  # bytes; a longer one is taken for text


def whole(output: bytes) -> tuple[bytes, bytes]:
    """Output up to a sequence that is not at its end yet, and that sequence."""
    last = output.rfind(b"\x1b", max(0, len(output) - LONGEST_SEQUENCE))
    if last < 0 or WHOLE.match(output, last):
        return output, b""
    # A string sequence may hold the ESC of its own end.
    begun = max(output.rfind(b"\x1b]", 0, last), output.rfind(b"\x1bP", 0, last))
    last = begun if begun >= 0 and not WHOLE.match(output, begun) else last
    return output[:last], output[last:]


@dataclass
class Terminal:
    """A running program with its output by time, in seconds since it was started."""

    command: Sequence[str]
    columns: int = 100
    rows: int = 30
    output: list[tuple[float, bytes]] = field(default_factory=list)
    spent: list[float] = field(default_factory=list)
    """CPU milliseconds of the program itself when each piece of the output had come."""

    def __post_init__(self) -> None:
        master, slave = pty.openpty()
        size = struct.pack("HHHH", self.rows, self.columns, 0, 0)
        fcntl.ioctl(slave, termios.TIOCSWINSZ, size)
        environment = {k: v for k, v in os.environ.items() if k not in ("COLUMNS", "LINES", "TMUX")}
        environment |= {"TERM": "xterm-256color", "COLORTERM": "truecolor"}
        self._began = time.perf_counter()
        self.pid = os.fork()
        if self.pid == 0:
            os.setsid()
            fcntl.ioctl(slave, termios.TIOCSCTTY, 0)
            for descriptor in (0, 1, 2):
                os.dup2(slave, descriptor)
            try:
                os.execvpe(self.command[0], list(self.command), environment)
            finally:
                os._exit(127)
        os.close(slave)
        self._master = master

    def now(self) -> float:
        """Seconds since the start."""
        return time.perf_counter() - self._began

    def listen(self, quiet: float = QUIET_S, longest: float = LONGEST_S) -> None:
        """Take what comes until, after something came, nothing has for `quiet` seconds."""
        end = self.now() + longest
        self._take(longest)
        while self.now() < end and self._take(quiet):
            pass

    def press(self, keys: bytes) -> float:
        """Send keys; returns when."""
        at = self.now()
        os.write(self._master, keys)
        return at

    def cpu_ms(self) -> float:
        """CPU time of the program itself so far, its children left out, in milliseconds."""
        used = 0
        for thread in Path(f"/proc/{self.pid}/task").iterdir():
            with contextlib.suppress(FileNotFoundError, ProcessLookupError):  # it has just ended
                used += int((thread / "schedstat").read_text("ascii").split()[0])
        return used / 1e6

    def close(self) -> None:
        """End the program."""
        with contextlib.suppress(ProcessLookupError):
            os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self._master)

    def shown(self, pattern: str, since: float = 0.0) -> float | None:
        """Seconds from `since` until the screen first showed a pattern; None if it never did."""
        place = self._place(pattern, since)
        return None if place is None else self.output[place][0] - since

    def spent_until(self, pattern: str) -> float | None:
        """CPU milliseconds of the program itself until the screen first showed a pattern."""
        place = self._place(pattern, 0.0)
        return None if place is None else self.spent[place]

    def screens(self) -> Iterator[tuple[float, str]]:
        """When each piece of the output came, and what the screen showed then."""
        screen = pyte.Screen(self.columns, self.rows)
        stream = pyte.ByteStream(screen)
        held = b""
        for at, data in self.output:
            ready, held = whole(held + data)
            stream.feed(UNKNOWN.sub(b"", ready))
            yield at, "\n".join(screen.display)

    def _place(self, pattern: str, since: float) -> int | None:
        """Which piece of the output brought a pattern onto the screen."""
        wanted = re.compile(pattern)
        for place, (at, screen) in enumerate(self.screens()):
            if at >= since and wanted.search(screen):
                return place
        return None

    def _take(self, wait: float) -> bool:
        ready, _, _ = select.select([self._master], [], [], wait)
        if not ready:
            return False
        try:
            data = os.read(self._master, 1 << 16)
        except OSError:
            return False
        if not data:
            return False
        self.output.append((self.now(), data))
        self.spent.append(self.cpu_ms())
        for question, answer in ANSWERS:
            if question in data:
                os.write(self._master, answer)
        return True
