"""Text files of any size, and what opening one and turning a page takes a program."""

import statistics
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from benchmarks.prose import texts
from benchmarks.terminal import Terminal

TEXTS = 200  # of which longer files are made over and over
PAGE_DOWN, HOME = b"\x1b[6~", b"\x1b[H"
PAGES = 20
SETTLED_S = 1.5  # without output: what is done behind the first paint has ended
KEY_S = 0.08  # without output: a key has had its effect


class Read(NamedTuple):
    """Milliseconds of processor time of the program itself."""

    opened: float
    page: float


def long_file(path: Path, size: int, breaks: bool = True) -> Path:
    """Write so many bytes of invented prose, without `breaks` as one line."""
    whole = "\n\n".join(f"{text.title}\n\n{text.body}" for text in texts(TEXTS)) + "\n\n"
    block = (whole if breaks else whole.replace("\n", " ")).encode("ascii")
    with path.open("wb") as file:
        for _ in range(size // len(block)):
            file.write(block)
        file.write(block[: size % len(block)])
    return path


def read(command: Sequence[str], first: str) -> Read:
    """What it takes until `first` is shown, and each page then, the median."""
    terminal = Terminal(command)
    try:
        terminal.listen(SETTLED_S)
        opened = terminal.spent_until(first)
        terminal.press(HOME)
        terminal.listen(SETTLED_S, SETTLED_S)
        pages = [key_ms(terminal, PAGE_DOWN) for _ in range(PAGES)]
    finally:
        terminal.close()
    if opened is None:
        raise SystemExit(f"{command[0]}: {first!r} never came onto the screen")
    return Read(opened, statistics.median(pages))


def key_ms(terminal: Terminal, key: bytes) -> float:
    """Milliseconds of processor time of the program itself that a key takes."""
    before = terminal.cpu_ms()
    terminal.press(key)
    terminal.listen(KEY_S, 10 * KEY_S)
    return terminal.cpu_ms() - before
