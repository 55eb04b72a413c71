"""Two screens and the command line on one collection, while its files change under them.

    python -m tools.torture.together [MINUTES] [--work FOLDER]

Each tags documents as fast as it can and notes what was acknowledged; at the end all of it must be
there. Prints how much that was; exits 1 where anything is missing or was refused.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import threading
import time
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

import pyte

from benchmarks.terminal import UNKNOWN, Terminal
from reader.library import Library
from reader.settings import load
from tools.torture.folder import main as change

READER = (sys.executable, "-m", "reader")
COLUMNS, ROWS = 100, 30
ANSWER_S = 15.0  # until a screen must have said that a tag is there
CHANGE_S = 2.0  # between two changes of the folder


class Told(NamedTuple):
    """What one of them did: the tags that were acknowledged, and what was refused."""

    tags: list[str]
    trouble: list[str]


class Seen:
    """A running screen, and what it shows."""

    def __init__(self, folder: Path) -> None:
        self._terminal = Terminal([*READER, str(folder)], COLUMNS, ROWS)
        self._screen = pyte.Screen(COLUMNS, ROWS)
        self._stream = pyte.ByteStream(self._screen)
        self._fed = 0

    def wait_for(self, *words: str) -> bool:
        """Whether the last line shows these words before the patience ends."""
        ends = time.monotonic() + ANSWER_S
        while time.monotonic() < ends:
            self._terminal.listen(0.02)
            for _, data in self._terminal.output[self._fed :]:
                self._stream.feed(UNKNOWN.sub(b"", data))
            self._fed = len(self._terminal.output)
            last = self._screen.display[-1]
            if all(word in last for word in words):
                return True
        return False

    def press(self, keys: str) -> None:
        """Send keys."""
        self._terminal.press(keys.encode())

    @property
    def text(self) -> str:
        """All that it shows."""
        return "\n".join(self._screen.display)

    def close(self) -> None:
        """Leave as people do, then make sure."""
        self.press("\x1bQ")
        time.sleep(2)
        self._terminal.close()


def by_screen(name: str, folder: Path, ends: float, told: Told) -> None:
    """Tag one document after the other on a screen."""
    seen = Seen(folder)
    if not seen.wait_for("keys"):
        told.trouble.append(f"{name} did not start:\n{seen.text}")
    number = 0
    while time.monotonic() < ends and not told.trouble:
        tag = f"{name}-{number}"
        seen.press("j" if number % 20 else "gg")
        seen.press(f"t+{tag}\r")
        if seen.wait_for("tagged", f"+{tag} "):
            told.tags.append(tag)
        else:
            told.trouble.append(f"{tag} was not acknowledged:\n{seen.text}")
        number += 1
    seen.close()


def by_command(folder: Path, ends: float, told: Told) -> None:
    """Tag by the command line, every second time without a look at the files."""
    number = 0
    while time.monotonic() < ends:
        tag = f"command-{number}"
        words = [f"+{tag}", "--in", str(folder), *(("--no-update",) if number % 2 else ())]
        done = subprocess.run(
            [*READER, "tag", *words, "--", f"{number % 50:03}.txt"],
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode == 0:
            told.tags.append(tag)
        else:
            told.trouble.append(f"{tag}: exit {done.returncode}: {done.stderr}")
        number += 1


def by_scraper(folder: Path, ends: float) -> None:
    """Change files."""
    number = 0
    while time.monotonic() < ends:
        change(folder, number)
        number += 1
        time.sleep(CHANGE_S)


def main() -> int:
    """Let all of them work, then look for what they did."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("minutes", type=float, nargs="?", default=10.0)
    parser.add_argument("--work", type=Path, default=None)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=args.work) as scratch:
        work = Path(scratch)
        for kind in ("CACHE", "DATA", "CONFIG", "STATE"):
            os.environ[f"READER_{kind}_DIR"] = str(work / "home" / kind.lower())
        folder = work / "docs"
        change(folder, None)
        subprocess.run([*READER, "index", str(folder)], check=True, stdout=subprocess.DEVNULL)
        return _together(folder, time.monotonic() + 60 * args.minutes)


def _together(folder: Path, ends: float) -> int:
    told = {name: Told([], []) for name in ("one", "two", "command")}
    threads = [
        *(
            threading.Thread(target=by_screen, args=(name, folder, ends, told[name]))
            for name in ("one", "two")
        ),
        threading.Thread(target=by_command, args=(folder, ends, told["command"])),
        threading.Thread(target=by_scraper, args=(folder, ends)),
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with closing(Library.open([folder], load())) as library:
        for _ in library.update():
            pass
        there = {tag for one in library.documents(library.order()) for tag in one.tags}
    code = 0
    for name, (tags, trouble) in told.items():
        missing = [tag for tag in tags if tag not in there]
        code |= bool(missing or trouble)
        print(f"{name}: {len(tags)} acknowledged, {len(missing)} missing {missing[:5]}")
        for each in trouble[:3]:
            print(each)
    return code


if __name__ == "__main__":
    sys.exit(main())
