"""One bit of one of our files is turned at random, and the command line used on it.

    python -m tools.torture.flips [TIMES] [--seed N] [--work FOLDER]

One in three hits the marks. No command may break off with a traceback. Marks and dumps must stay
byte for byte what they are where they are refused; whatever else is hit, every document must be
listed, found and shown as its file is, and every mark be there. Exits 1 where that does not hold.
"""

import argparse
import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from tools.torture.folder import PAGES
from tools.torture.folder import main as change

ROOT = Path(__file__).parent.parent.parent
KINDS = ("CACHE", "DATA", "CONFIG", "STATE")
MARKS = "marks.db"
ASKED = (("ls", "--json"), ("search", "bridge", "-c"), ("dump",), ("doctor",))
PATIENCE_S = 120


class Answer(NamedTuple):
    """What a command said, and how it ended."""

    code: int
    out: str
    err: str


class Ground:
    """A folder of documents, and all that reader keeps of it."""

    def __init__(self, work: Path) -> None:
        self.home, self.documents = work / "home", work / "docs"
        self._whole = work / "whole"
        change(self.documents, None)
        self.run("tag", "+sea", "bridge")
        self.run("tag", "+star", "+coast/harbour", "000.txt")
        self.run("index")
        shutil.copytree(self.home, self._whole)
        self.facts = sorted(self.run("dump").out.splitlines())

    @property
    def environment(self) -> Mapping[str, str]:
        """With the folders of ours in it."""
        folders = {f"READER_{kind}_DIR": str(self.home / kind.lower()) for kind in KINDS}
        return {**os.environ, **folders, "PYTHONPATH": str(ROOT)}

    def run(self, *words: str, module: str = "reader") -> Answer:
        """Run a command in the folder of documents."""
        done = subprocess.run(
            [sys.executable, "-m", module, *words],
            env=self.environment,
            cwd=self.documents,
            capture_output=True,
            text=True,
            timeout=PATIENCE_S,
            check=False,
        )
        return Answer(done.returncode, done.stdout, done.stderr)

    def restore(self) -> None:
        """Put everything back as it was."""
        shutil.rmtree(self.home)
        shutil.copytree(self._whole, self.home)

    def files(self) -> list[Path]:
        """What could be hit."""
        return sorted(path for path in self.home.rglob("*") if path.is_file() and _size(path))


def flip(ground: Ground, chance: random.Random, at_marks: bool) -> tuple[str, list[str]]:
    """Turn a bit and look: what was hit, and what is wrong."""
    ground.restore()
    known = ground.files()
    hit = ground.home / "data" / MARKS if at_marks else chance.choice(known)
    data = bytearray(hit.read_bytes())
    place = chance.randrange(len(data))
    data[place] ^= 1 << chance.randrange(8)
    hit.write_bytes(data)
    answers = [ground.run(*words) for words in ASKED]
    trouble = [said.err[-300:] for said in answers if "Traceback" in said.out + said.err]
    if ground.home / "data" in hit.parents:
        listed, _, dumped, _ = answers
        if hit.read_bytes() != data and (listed.code or dumped.code):
            trouble.append("it was refused, and written over")
    else:
        trouble += _not_as_before(ground, answers)
    return f"{hit.relative_to(ground.home)} at {place}", trouble


def _not_as_before(ground: Ground, answers: list[Answer]) -> list[str]:
    listed, found, dumped, _ = answers
    checked = ground.run(str(ground.documents), module="tools.torture.check")
    asked = {
        "listed": listed.out.count('"id"') == PAGES,
        "found": found.out.strip() == str(PAGES),
        "dumped": sorted(dumped.out.splitlines()) == ground.facts,
        "checked": checked.code == 0,
    }
    said = " ".join(answer.err[-200:] for answer in (*answers, checked))
    return [f"not {what}: {said}" for what, holds in asked.items() if not holds]


def _size(path: Path) -> int:
    return path.stat().st_size


def main() -> int:
    """Turn bits; 1 if any of it did harm."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("times", type=int, nargs="?", default=300)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--work", type=Path, default=None)
    args = parser.parse_args()
    chance, bad = random.Random(args.seed), 0
    with tempfile.TemporaryDirectory(dir=args.work) as work:
        ground = Ground(Path(work))
        for number in range(args.times):
            hit, trouble = flip(ground, chance, number % 3 == 0)
            bad += bool(trouble)
            for each in trouble:
                sys.stdout.write(f"{hit}: {each}\n")
                sys.stdout.flush()
    sys.stdout.write(f"{args.times} flips, {bad} did harm\n")
    return int(bad > 0)


if __name__ == "__main__":
    sys.exit(main())
