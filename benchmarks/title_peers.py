"""Other finders of lines, behind one call each: fzf, frizbee, RapidFuzz."""

import os
import re
import resource
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

FZF = "0.74"
TEN = 10  # best titles that are asked for
IDLE = ("--bench", "2s")  # long enough to see how much memory it takes

Find = Callable[[str], list[int]]
"""From a query to rows, best first."""


class Peer(NamedTuple):
    """A finder: how it finds, CPU seconds for a query, and bytes it takes for the list."""

    name: str
    find: Find
    cost: Callable[[str], float]
    memory: int


class Fzf:
    """fzf as a filter of a file; where it is not installed, `program` is None."""

    def __init__(self, titles: Sequence[str], file: Path) -> None:
        beside = Path(sys.executable).with_name("fzf")
        self.program = os.environ.get("FZF") or shutil.which("fzf")
        if beside.exists():
            self.program = str(beside)
        self._file = file
        self._rows: dict[str, int] = {}
        for row, title in enumerate(titles):
            self._rows.setdefault(title, row)
        self._reading = 0.0
        if self.program and not self._version().startswith(FZF):
            print(f"fzf is {self._version()}, not {FZF}: left out")
            self.program = None

    def peer(self) -> Peer:
        """Return it with what it costs."""
        self._reading = statistics.median(self._run("^zqxj$")[0] for _ in range(3))
        return Peer("fzf", self.find, self.cost, self._run("a", *IDLE)[1])

    def find(self, query: str) -> list[int]:
        """Return the rows of the first TEN lines."""
        lines = self._run(query)[2].split("\n")[:TEN]
        return [self._rows[line] for line in lines if line in self._rows]

    def cost(self, query: str) -> float:
        """Return the CPU seconds of one scan, start and reading left out."""
        used, _, told = self._run(query, "--bench", "700ms")
        scans = re.search(r"(\d+) iter", told)
        return (used - self._reading) / int(scans[1]) if scans else 0.0

    def _version(self) -> str:
        return subprocess.run(
            [str(self.program), "--version"], capture_output=True, text=True, check=True
        ).stdout

    def _run(self, query: str, *more: str) -> tuple[float, int, str]:
        """Return CPU seconds, bytes of memory at most, and what it printed."""
        most = 0
        with self._file.open("rb") as lines:
            process = subprocess.Popen(
                [str(self.program), "--filter", query, *more], stdin=lines, stdout=subprocess.PIPE
            )
            assert process.stdout is not None
            for _ in range(
                200 if more == IDLE else 0
            ):  # what the system tells later is not its own
                most = max(most, _most(process.pid))
                time.sleep(0.01)
            printed = process.stdout.read()
            _, _, used = os.wait4(process.pid, 0)
            process.returncode = 0
        return used.ru_utime + used.ru_stime, most, printed.decode()


def _most(process: int) -> int:
    """Return the bytes of memory a process had at most until now, or 0 if it has ended."""
    try:
        told = re.search(r"VmHWM:\s+(\d+) kB", Path(f"/proc/{process}/status").read_text())
    except OSError:
        return 0
    return int(told[1]) * 1024 if told else 0


def frizbee(titles: Sequence[str]) -> Peer:
    """Return frizbee with as many typos as we forgive; ImportError if it is not installed."""
    import frizbee as library  # noqa: PLC0415 - may not be installed

    before = resident()
    haystacks = library.Haystacks(list(titles))
    taken = resident() - before

    def find(query: str) -> list[int]:
        patterns = []
        for word in query.split():
            pattern = library.Pattern(word)
            pattern.max_typos = 0 if len(word) < 4 else 1 if len(word) < 7 else 2
            patterns.append(pattern)
        if not patterns:
            return []
        matcher = library.Matcher.from_patterns(patterns, max_items=TEN)
        return [match.index for match in matcher.match_list(haystacks)]

    return Peer("frizbee", find, lambda query: timed(find, query), taken)


def rapidfuzz(titles: Sequence[str]) -> Peer:
    """Return RapidFuzz run plainly over all titles."""
    from rapidfuzz import fuzz, process  # noqa: PLC0415

    folded = [title.lower() for title in titles]

    def find(query: str) -> list[int]:
        found = process.extract(query, folded, scorer=fuzz.partial_ratio, limit=TEN)
        return [row for _, _, row in found]

    return Peer("RapidFuzz", find, lambda query: timed(find, query), 0)


def timed(find: Callable[[str], object], query: str) -> float:
    """Return the CPU seconds of one call."""
    start = time.process_time()
    find(query)
    return time.process_time() - start


def resident() -> int:
    """Return the bytes of memory this process has now."""
    try:
        return int(Path("/proc/self/statm").read_text().split()[1]) * resource.getpagesize()
    except OSError:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
