"""The whole program in a terminal of its own, from the shell to the shell."""

import fcntl
import os
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pyte
import pytest

from tests.tui.showing import SAMPLE, prose, settings, shelf, written

# Makes the terminal on standard output that of the session, then becomes the program.
SHIM = """
import fcntl, os, sys, termios
fcntl.ioctl(1, termios.TIOCSCTTY, 0)
os.execv(sys.executable, [sys.executable, *sys.argv[1:]])
"""
COLUMNS, ROWS = 100, 30
LEAVES_ALTERNATE_SCREEN = b"\x1b[?1049l"
SHOWS_CURSOR = b"\x1b[?25h"


class Terminal:
    """`reader WORDS` on a terminal that is kept in memory."""

    def __init__(self, home: Path, folder: Path, *words: str, piped: bytes | None = None) -> None:
        self.ours, theirs = os.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
        self.screen = pyte.Screen(COLUMNS, ROWS)
        self.stream = pyte.ByteStream(self.screen)
        self.sent = b""
        kept = {name: os.environ[name] for name in ("PATH", "PYTHONPATH") if name in os.environ}
        self.process = subprocess.Popen(
            [sys.executable, "-c", SHIM, "-m", "reader", *words],
            cwd=folder,
            env={
                **kept,
                **settings(home).environment(),
                "HOME": str(home),
                "TERM": "xterm-256color",
            },
            stdin=theirs if piped is None else subprocess.PIPE,
            stdout=theirs,
            stderr=theirs,
            start_new_session=True,
        )
        os.close(theirs)
        if piped is not None:
            assert self.process.stdin is not None
            self.process.stdin.write(piped)
            self.process.stdin.close()

    @property
    def text(self) -> str:
        return "\n".join(self.screen.display)

    def until(self, met: Callable[[], object]) -> None:
        """Read what the program draws until something holds."""
        end = time.monotonic() + 60
        while not met():
            assert time.monotonic() < end, self.text
            if select.select([self.ours], [], [], 0.05)[0]:
                try:
                    part = os.read(self.ours, 65_536)
                except OSError:  # Linux says EIO when the last writer is gone
                    self.process.wait(timeout=60)
                    assert met(), self.text
                    return
                self.sent += part
                self.stream.feed(part)

    def shows(self, text: str) -> None:
        self.until(lambda: text in self.text)

    def type(self, keys: str) -> None:
        os.write(self.ours, keys.encode())

    def ended(self) -> int:
        """The exit code, once everything that was drawn is read."""
        self.until(lambda: self.process.poll() is not None)
        while select.select([self.ours], [], [], 0.05)[0]:
            try:
                self.sent += os.read(self.ours, 65_536)
            except OSError:
                break
        return self.process.wait(timeout=60)

    def close(self) -> None:
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait(timeout=60)
        os.close(self.ours)


Open = Callable[..., Terminal]


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[Open]:
    """Starts the program in a folder; whatever is left of it ends with the test."""
    home = tmp_path / "home"
    home.mkdir(exist_ok=True)
    opened: list[Terminal] = []

    def start(folder: Path, *words: str, piped: bytes | None = None) -> Terminal:
        opened.append(Terminal(home, folder, *words, piped=piped))
        return opened[-1]

    yield start
    for each in opened:
        each.close()


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    folder = written(tmp_path / "articles", SAMPLE)
    shelf(tmp_path / "home", folder).close()
    return folder


def test_a_folder_is_opened_and_q_gives_the_terminal_back(articles: Path, terminal: Open) -> None:
    reader = terminal(articles.parent, "articles")
    reader.shows("The harbour that forgot the sea")
    reader.shows("6 documents")
    reader.type("q")
    assert reader.ended() == 0
    assert LEAVES_ALTERNATE_SCREEN in reader.sent
    assert SHOWS_CURSOR in reader.sent


def test_without_a_path_the_current_folder_is_opened(articles: Path, terminal: Open) -> None:
    reader = terminal(articles)
    reader.shows("The harbour that forgot the sea")
    reader.type("Q")
    assert reader.ended() == 0


def test_in_a_folder_without_documents_the_last_collection_is_opened(
    articles: Path, terminal: Open, tmp_path: Path
) -> None:
    first = terminal(articles)
    first.shows("harbour that forgot")
    first.type("Q")
    assert first.ended() == 0
    (tmp_path / "elsewhere").mkdir()
    again = terminal(tmp_path / "elsewhere")
    again.shows("The harbour that forgot the sea")


def test_another_collection_is_opened_in_the_same_terminal_and_looks_the_same(
    articles: Path, terminal: Open, tmp_path: Path
) -> None:
    letters = written(tmp_path / "letters", {"a.txt": "A letter from afar\n\nIt was short."})
    shelf(tmp_path / "home", letters).close()
    reader = terminal(articles)
    reader.shows("harbour that forgot")
    reader.type("jgtgc")
    reader.shows("open now")
    reader.type("letters\r")
    reader.shows("A letter from afar")
    assert reader.process.poll() is None
    light = reader.screen.buffer[0][1].bg
    reader.type("gt")
    reader.until(lambda: reader.screen.buffer[0][1].bg != light)
    reader.type("gc\r")  # and back, where the cursor is as it was left
    reader.shows("6 documents")
    reader.until(lambda: "2 of 6" in reader.text)
    reader.type("q")
    assert reader.ended() == 0
    assert b"Traceback" not in reader.sent


def test_keys_typed_before_the_first_paint_are_kept(articles: Path, terminal: Open) -> None:
    reader = terminal(articles)
    reader.type("/fog")
    reader.shows("⌕ fog")
    reader.shows("The woman who counted fog")


def test_a_file_is_opened_in_the_reading_pane(articles: Path, terminal: Open) -> None:
    reader = terminal(articles, "north/1-harbour.txt")
    reader.shows("In the year 1737 the teacher of parish 0")
    reader.type("q")
    assert reader.ended() == 0


def test_a_document_from_a_pipe_is_read_with_keys_from_the_terminal(
    tmp_path: Path, terminal: Open
) -> None:
    reader = terminal(tmp_path, "-", piped=f"A piped title\n\n{prose(1, 30)}".encode())
    reader.shows("A piped title")
    reader.type("G")
    reader.shows("parish 29")
    reader.type("q")
    assert reader.ended() == 0


def test_a_whole_home_folder_is_read_only_if_somebody_says_so(
    tmp_path: Path, terminal: Open
) -> None:
    reader = terminal(tmp_path, str(tmp_path / "home"))
    reader.shows("[y/N]")
    reader.type("\n")
    assert reader.ended() == 2
    assert b"name a folder" in reader.sent
    assert LEAVES_ALTERNATE_SCREEN not in reader.sent


@pytest.mark.parametrize(
    ("word", "sentence"),
    [("nowhere", b"neither a command nor a path"), ("no/where", b"there is no")],
)
def test_what_is_not_there_is_said_in_a_sentence(
    tmp_path: Path, terminal: Open, word: str, sentence: bytes
) -> None:
    reader = terminal(tmp_path, word)
    assert reader.ended() == 2
    assert sentence in reader.sent
    assert b"Traceback" not in reader.sent


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_gives_the_terminal_back_and_keeps_the_place(
    articles: Path, terminal: Open, number: signal.Signals
) -> None:
    reader = terminal(articles)
    reader.shows("harbour that forgot")
    reader.type("j\r   ")
    reader.shows("parish 13")
    place = reader.screen.display[3].strip()
    os.kill(reader.process.pid, number)
    reader.ended()
    assert LEAVES_ALTERNATE_SCREEN in reader.sent
    again = terminal(articles)
    again.shows("harbour that forgot")
    again.type("\r")  # the cursor is where it was, too
    again.until(lambda: again.screen.display[3].strip() == place)
