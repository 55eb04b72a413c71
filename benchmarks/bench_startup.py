"""How long until the third row's title is on the screen, and `Down` works?

Against an empty Textual app in the same run, alternating; wall clock, and processor time of the
program itself. Goal: at most 1.15 times as much, 1.25 is the floor.
`python -m benchmarks.bench_startup [FOLDER] [RUNS]`; both programs run from byte code.
"""

import compileall
import re
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import reader
from benchmarks.terminal import Terminal

RUNS = 15
BARE = """
from textual.app import App
from textual.widgets import Static
class Bare(App):
    def compose(self):
        yield Static("READY")
    def on_key(self, event):
        self.query_one(Static).update("PRESSED")
Bare().run()
"""
DOWN = b"\x1b[B"
READER = (sys.executable, "-m", "reader")


class Started(NamedTuple):
    """Milliseconds until the screen was ready, by the clock and the processor, and of a key."""

    wall: float
    cpu: float
    key: float


def timed(command: Sequence[str], ready: str, key: bytes, effect: str) -> Started:
    """What a start takes until `ready` is shown, and a key pressed then until its effect.

    Where the list was left last is not known to it.
    """
    with tempfile.TemporaryDirectory() as state:
        terminal = Terminal(["env", f"READER_STATE_DIR={state}", *command])
        return _measured(terminal, ready, key, effect)


def _measured(terminal: Terminal, ready: str, key: bytes, effect: str) -> Started:
    try:
        terminal.listen(0.15)
        pressed = terminal.press(key)
        terminal.listen(0.5)
        shown, done = terminal.shown(ready), terminal.shown(effect, pressed)
        cpu = terminal.spent_until(ready)
    finally:
        terminal.close()
    if shown is None or done is None or cpu is None:
        raise SystemExit(
            f"{terminal.command[-1]}: {ready!r} or {effect!r} never came onto the screen"
        )
    return Started(shown * 1000, cpu, done * 1000)


def titles(folder: Path) -> list[str]:
    """The titles of the first documents, as they were when the folder was indexed last."""
    words = ("ls", "limit:3", "--no-update", "--in", str(folder), "--format", "{title}")
    listed = subprocess.run([*READER, *words], capture_output=True, text=True, check=True)
    return listed.stdout.splitlines()[:3]


def compared(folders: Sequence[Path], runs: int = RUNS) -> None:
    """Print what a start takes with each of these folders, and its ratios to the empty app."""
    compileall.compile_dir(Path(reader.__file__).parent, quiet=1)
    known = [[re.escape(title[:20]) for title in titles(folder)] for folder in folders]
    bare: list[Started] = []
    ours: list[list[Started]] = [[] for _ in folders]
    with tempfile.TemporaryDirectory() as place:
        script = Path(place) / "bare.py"
        script.write_text(BARE, "utf-8")
        for run in range(runs + 1):
            first = timed([sys.executable, str(script)], "READY", b"x", "PRESSED")
            others = [
                timed([*READER, str(folder)], third, DOWN, rf"▌.*{second}")
                for folder, (_, second, third) in zip(folders, known, strict=True)
            ]
            if run:  # the first of each warms the disk
                bare.append(first)
                for times, other in zip(ours, others, strict=True):
                    times.append(other)
    print(f"{'start, ms (goal 1.15)':28}{'wall':>7}{'ratio':>7}{'CPU':>7}{'ratio':>7}{'key':>7}")
    for name, times in zip(("empty Textual app", *map(str, folders)), (bare, *ours), strict=True):
        _told(name, times, bare)


def _told(name: str, times: Sequence[Started], bare: Sequence[Started]) -> None:
    wall, cpu, key = (statistics.median(column) for column in zip(*times, strict=True))
    pairs = list(zip(times, bare, strict=True))
    walls = statistics.median(ours.wall / theirs.wall for ours, theirs in pairs)
    cpus = statistics.median(ours.cpu / theirs.cpu for ours, theirs in pairs)
    print(f"{name[-28:]:28}{wall:>7.0f}{walls:>7.2f}{cpu:>7.0f}{cpus:>7.2f}{key:>7.1f}")


def main() -> None:
    """Print both, and their ratios."""
    here = Path(__file__).parent.parent
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else here / "docs_corpus"
    compared([folder], int(sys.argv[2]) if len(sys.argv) > 2 else RUNS)


if __name__ == "__main__":
    main()
