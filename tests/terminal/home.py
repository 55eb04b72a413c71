"""A user with a home folder, documents, and a `reader` to read them with."""

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.terminal.driver import Terminal

ROOT = Path(__file__).parent.parent.parent
CORPUS = ROOT / "docs_corpus"
COUNT = sum(path.is_file() for path in CORPUS.rglob("*"))
READER = (sys.executable, "-m", "reader")

HARBOUR = """\
The Harbour Wall

By Jane Miller

12 March 2021

The old harbour wall was built by hand more than a century ago, and the town has argued about
what to do with it ever since the great storm of last winter tore a hole in its northern end.

Engineers who examined the damage say that the stones themselves are sound, but that the sea has
washed out the sand beneath them, and that every tide makes the hollow a little larger.
"""
LETTERS = """\
---
title: Letters from the Lighthouse
author: Ann Smith
tags: [sea, letters]
---

# Letters from the Lighthouse

The keeper of the lighthouse wrote home every week for thirty years, and his granddaughter has
now put nearly all of those letters into a book that is a pleasure to read from end to end.
"""
TIDES = """\
<!doctype html><html lang="en"><head><title>Tide tables explained</title></head>
<body><article><h1>Tide tables explained</h1>
<p>A tide table tells sailors when the water will be high and when it will be low at a given
place, and it is computed from the movements of the moon and of the sun many years ahead.</p>
</article></body></html>
"""
DOCUMENTS = {"harbour.txt": HARBOUR, "letters.md": LETTERS, "tides.html": TIDES}
TITLES = ("The Harbour Wall", "Letters from the Lighthouse", "Tide tables explained")


def bound() -> tuple[str, ...]:
    """The reader as somebody who may not read and write everything; skips where that cannot be."""
    if os.geteuid() != 0:
        return READER
    setpriv = shutil.which("setpriv")
    if setpriv is None:
        pytest.skip("root may read and write everything, and setpriv is not there to forbid it")
    without = "-dac_override,-dac_read_search"
    return (setpriv, f"--bounding-set={without}", f"--inh-caps={without}", *READER)


def long_text(title: str, paragraphs: int = 60) -> str:
    """A document of several screens whose paragraphs are numbered."""
    sentence = "the tide came in and went out again, and nobody on the pier said a word about it"
    body = (f"Paragraph {n}: {sentence}, then {sentence}." for n in range(paragraphs))
    return "\n\n".join((title, *body)) + "\n"


@dataclass
class Home:
    """A home folder; documents written through it are known by their SHA-256."""

    path: Path
    written: dict[Path, str] = field(default_factory=dict)

    @property
    def cache(self) -> Path:
        """Where everything rebuildable is."""
        return self.path / ".cache" / "reader"

    @property
    def marks(self) -> Path:
        """The precious store."""
        return self.path / ".local" / "share" / "reader" / "marks.db"

    @property
    def catalogue(self) -> Path:
        """The one catalogue there is."""
        (found,) = self.cache.rglob("catalogue.db")
        return found

    def environment(self, **more: str | None) -> dict[str, str]:
        """The variables of somebody who lives here and has set nothing else; None takes one out."""
        variables: dict[str, str | None] = {
            "PATH": os.environ["PATH"],
            "PYTHONPATH": str(ROOT),
            "HOME": str(self.path),
            "LANG": "C.UTF-8",
            "TERM": "xterm-256color",
            "COLORTERM": "truecolor",
            **more,
        }
        return {name: value for name, value in variables.items() if value is not None}

    def write(self, path: Path, text: str | bytes) -> Path:
        """Put a document there and remember its SHA-256."""
        octets = text.encode("utf-8", "surrogateescape") if isinstance(text, str) else text
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(octets)
        self.written[path] = hashlib.sha256(octets).hexdigest()
        return path

    def folder(self, name: str = "articles") -> Path:
        """A folder with three documents."""
        for file, text in DOCUMENTS.items():
            self.write(self.path / name / file, text)
        return self.path / name

    def screen(
        self,
        *words: str | Path,
        size: tuple[int, int] = (100, 30),
        within: Path | None = None,
        stdin: bytes | None = None,
        command: Sequence[str] = READER,
        variables: Mapping[str, str | None] | None = None,
        **more: str | None,
    ) -> Terminal:
        """Start `reader WORDS` on a terminal of this size, in the folder `within`."""
        return Terminal(
            [*command, *map(str, words)],
            environment=self.environment(**more, **(variables or {})),
            folder=within or self.path,
            columns=size[0],
            rows=size[1],
            stdin=stdin,
        )

    def run(
        self, *words: str | Path, within: Path | None = None, input: bytes = b"", **more: str | None
    ) -> subprocess.CompletedProcess[bytes]:
        """Run `reader WORDS` to its end, without a terminal."""
        return subprocess.run(
            [*READER, *map(str, words)],
            cwd=within or self.path,
            env=self.environment(**more),
            input=input,
            capture_output=True,
            timeout=120,
            check=False,
        )

    def listed(self, folder: Path, *query: str) -> list[str]:
        """The titles that `reader ls` prints for a query."""
        ran = self.run("ls", "--in", folder, "--format", "{title}", *query)
        assert ran.returncode in (0, 1), ran.stderr
        return ran.stdout.decode().splitlines()

    def changed_documents(self) -> list[str]:
        """Documents that are not as they were written, and files nobody wrote beside them."""
        folders = {path.parent for path in self.written}
        known = set(self.written.values())
        wrong = []
        for file in (each for folder in folders for each in folder.iterdir()):
            if file.is_symlink() or not file.is_file():
                continue
            digest = hashlib.sha256(file.read_bytes()).hexdigest()
            if digest != self.written.get(file, digest) or digest not in known:
                wrong.append(str(file))
        return wrong
