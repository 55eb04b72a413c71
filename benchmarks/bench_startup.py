"""How long until the third row's title is on the screen, and `Down` works?

Against an empty Textual app in the same run, alternating. Goal: at most 1.15 times as long, 1.25 is
the floor. `python -m benchmarks.bench_startup [FOLDER] [RUNS]`; both programs run from byte code.
"""

import compileall
import re
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

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


def timed(command: list[str], ready: str, key: bytes, effect: str) -> tuple[float, float]:
    """Milliseconds from the start to `ready`, and from a key pressed then to its effect."""
    terminal = Terminal(command)
    try:
        terminal.listen(0.15)
        pressed = terminal.press(key)
        terminal.listen(0.5)
        shown, done = terminal.shown(ready), terminal.shown(effect, pressed)
    finally:
        terminal.close()
    if shown is None or done is None:
        raise SystemExit(f"{command[0]}: {ready!r} or {effect!r} never came onto the screen")
    return shown * 1000, done * 1000


def titles(folder: str) -> list[str]:
    """The titles of the first documents."""
    listed = subprocess.run(
        [sys.executable, "-m", "reader", "ls", "--in", folder, "--format", "{title}"],
        capture_output=True,
        text=True,
        check=True,
    )
    return listed.stdout.splitlines()[:3]


def main() -> None:
    """Print both medians and their ratio."""
    here = Path(__file__).parent.parent
    folder = sys.argv[1] if len(sys.argv) > 1 else str(here / "docs_corpus")
    runs = int(sys.argv[2]) if len(sys.argv) > 2 else RUNS
    compileall.compile_dir(Path(reader.__file__).parent, quiet=1)
    second, third = (re.escape(title[:20]) for title in titles(folder)[1:])
    ours: list[tuple[float, float]] = []
    bare: list[tuple[float, float]] = []
    with tempfile.TemporaryDirectory() as place:
        script = Path(place) / "bare.py"
        script.write_text(BARE, "utf-8")
        for run in range(runs + 1):
            first = timed([sys.executable, str(script)], "READY", b"x", "PRESSED")
            other = timed([sys.executable, "-m", "reader", folder], third, DOWN, rf"▌.*{second}")
            if run:  # the first of each warms the disk
                bare.append(first)
                ours.append(other)
    print(f"{'':24}{'start ms':>10}{'best':>8}{'key ms':>8}")
    for name, times in (("empty Textual app", bare), (f"reader {Path(folder).name}", ours)):
        start = statistics.median(time[0] for time in times)
        best = min(time[0] for time in times)
        key = statistics.median(time[1] for time in times)
        print(f"{name:24}{start:>10.0f}{best:>8.0f}{key:>8.1f}")
    ratio = statistics.median(o[0] / b[0] for o, b in zip(ours, bare, strict=True))
    least = min(time[0] for time in ours) / min(time[0] for time in bare)
    print(f"ratio: median of pairs {ratio:.2f}, best to best {least:.2f}")


if __name__ == "__main__":
    main()
