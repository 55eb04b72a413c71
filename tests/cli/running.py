"""`reader` as the shell runs it, and a few documents to run it on."""

import contextlib
import fcntl
import os
import struct
import subprocess
import sys
import termios
from dataclasses import dataclass
from pathlib import Path

STORY = """\
The Harbour Wall

By Jane Miller

12 March 2021

The old harbour wall was built by hand more than a century ago, and the town has argued about
what to do with it ever since the great storm of last winter tore a hole in its northern end.

Engineers who examined the damage say that the stones themselves are sound, but that the sea has
washed out the sand beneath them, and that every tide makes the hollow a little larger.

The council will decide next month whether to repair the wall or to replace it with a breakwater
of concrete, which would cost twice as much but would need no attention for fifty years.
"""

NOTES = """\
---
title: Letters from the Lighthouse
author: Ann Smith
date: 2019-05-04
url: https://lamps.example.org/letters
tags: [sea, letters]
---

# Letters from the Lighthouse

The keeper of the lighthouse wrote home every week for thirty years, and his granddaughter has
now put nearly all of those letters into a book that is a pleasure to read from end to end.

- The first letters speak of loneliness and of the long winter nights on the rock.
- The later ones speak of birds, which he had learned to tell apart by their voices.
"""

PAGE = """\
<!doctype html><html lang="en"><head><title>Tide tables explained</title>
<meta property="article:published_time" content="2020-02-03"></head>
<body><nav><a href="/">Home</a> <a href="/news">News</a></nav>
<article><h1>Tide tables explained</h1>
<p>A tide table tells sailors when the water will be high and when it will be low at a given
place, and it is computed from the movements of the moon and of the sun many years ahead.</p>
<p>Weather is not in it: a strong wind from the sea may add half a metre to the predicted height,
and high pressure of the air may take away nearly as much again.</p></article>
<footer>Copyright 2020, all rights reserved</footer></body></html>
"""


@dataclass(frozen=True)
class Ran:
    """What a process left behind."""

    code: int
    out: str
    err: str


def environment(home: Path, **more: str) -> dict[str, str]:
    """Variables of a user who lives in `home` and has set nothing else."""
    kept = {name: os.environ[name] for name in ("PATH", "PYTHONPATH") if name in os.environ}
    return {**kept, "HOME": str(home), "TERM": "xterm", **more}


def reader(home: Path, folder: Path, *words: str, input: bytes | None = b"", **more: str) -> Ran:
    """Run `reader WORDS` in a folder, without a terminal."""
    done = subprocess.run(
        [sys.executable, "-m", "reader", *words],
        cwd=folder,
        env=environment(home, **more),
        input=input,
        capture_output=True,
        timeout=120,
        check=False,
    )
    return Ran(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))


def on_a_terminal(home: Path, folder: Path, *words: str, columns: int, **more: str) -> str:
    """What `reader WORDS` prints when its three streams are a terminal."""
    ours, theirs = os.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    process = subprocess.Popen(
        [sys.executable, "-m", "reader", *words],
        cwd=folder,
        env=environment(home, **more),
        start_new_session=True,
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
    )
    os.close(theirs)
    shown = b""
    with contextlib.suppress(OSError):  # Linux says EIO when the last writer is gone
        while part := os.read(ours, 65_536):
            shown += part
    os.close(ours)
    process.wait(timeout=60)
    return shown.decode("utf-8").replace("\r\n", "\n")


def collection(folder: Path) -> Path:
    """A folder with three documents and a file that is none."""
    (folder / "notes").mkdir(parents=True)
    (folder / "harbour.txt").write_text(STORY, "utf-8")
    (folder / "notes" / "letters.md").write_text(NOTES, "utf-8")
    (folder / "tides.html").write_text(PAGE, "utf-8")
    (folder / "broken.txt").write_bytes(b"\x7fELF" + bytes(range(256)) * 4)
    return folder


@dataclass(frozen=True)
class Shelf:
    """A collection that was brought up to date once; who uses it changes nothing."""

    home: Path
    folder: Path

    def reader(self, *words: str, input: bytes = b"", **more: str) -> Ran:
        """Run `reader WORDS` in it."""
        return reader(self.home, self.folder, *words, input=input, **more)

    def on_a_terminal(self, *words: str, columns: int, **more: str) -> str:
        """What `reader WORDS --no-update` shows in it."""
        return on_a_terminal(self.home, self.folder, *words, "--no-update", columns=columns, **more)


def shelf(home: Path) -> Shelf:
    """A home folder with a collection in it that is up to date."""
    folder = collection(home / "articles")
    ran = reader(home, folder, "index")
    assert ran.code == 0, ran.err
    return Shelf(home, folder)
