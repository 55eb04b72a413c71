"""How fast is a collection indexed and verified, how much room and memory does that take?

`python -m benchmarks.bench_indexing [--documents N] [--html N] [--unchanged N] [--work FOLDER]`
writes folders of generated pages and indexes them by `reader index` in a process of its own, with
empty caches, on one core and on all. Beside it, in the same run: `find` that looks at every file's
size and time; trafilatura on the same HTML, in one process, storing nothing; recollindex on the
same text where it is installed. Goals: 400 texts and 100 pages of HTML a second and core, 1.7 times
as many on two cores, five times recollindex, an unchanged folder in three times `find`, cache
1.2 times the text, 1.5 GB at a million documents.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from benchmarks.collection import fill

SAMPLED_S = 0.2  # between two looks at the memory
READER = (sys.executable, "-m", "reader")


class Run(NamedTuple):
    """What a process, with all that it started, took."""

    seconds: float
    memory: int  # bytes at most at one time, shared ones counted once


def cores() -> list[int]:
    """The cores this process may use."""
    return sorted(os.sched_getaffinity(0))


def run(words: Sequence[str], home: Path, some_cores: Sequence[int]) -> Run:
    """Run a command on some cores, as a user whose folders are in `home`."""
    folders = {
        f"READER_{kind}_DIR": str(home / kind) for kind in ("CACHE", "DATA", "CONFIG", "STATE")
    }
    begun = time.perf_counter()
    process = subprocess.Popen(
        words,
        env={**os.environ, **folders, "RECOLL_CONFDIR": str(home / "recoll")},
        stdout=subprocess.DEVNULL,
        preexec_fn=lambda: os.sched_setaffinity(0, some_cores),
    )
    most = [0]
    watcher = threading.Thread(target=_watch, args=(process, most), daemon=True)
    watcher.start()
    if process.wait():
        raise SystemExit(f"{' '.join(words)} ended with {process.returncode}")
    seconds = time.perf_counter() - begun
    watcher.join()
    return Run(seconds, most[0])


def _watch(process: "subprocess.Popen[bytes]", most: list[int]) -> None:
    while process.poll() is None:
        most[0] = max(most[0], sum(map(_proportional, _family(process.pid))))
        time.sleep(SAMPLED_S)


def _family(root: int) -> list[int]:
    """A process and all its descendants."""
    parents = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                fields = (entry / "stat").read_text("utf-8", "replace").rpartition(")")[2].split()
            except OSError:
                continue
            parents[int(entry.name)] = int(fields[1])
    found = [root]
    for pid in found:
        found += [child for child, parent in parents.items() if parent == pid]
    return found


def _proportional(pid: int) -> int:
    """Bytes of memory of a process, each shared page by its share."""
    try:
        rolled = Path(f"/proc/{pid}/smaps_rollup").read_text("ascii")
    except OSError:
        return 0
    return next(
        (int(line.split()[1]) * 1024 for line in rolled.splitlines() if line[:4] == "Pss:"), 0
    )


def indexed(folder: Path, work: Path, some_cores: Sequence[int]) -> tuple[Run, Path]:
    """Index a folder with nothing known of it; what it took, and where its cache is."""
    home = Path(tempfile.mkdtemp(dir=work))
    return run([*READER, "index", str(folder)], home, some_cores), home


def size(folder: Path) -> int:
    """Bytes of all files in a folder."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def trafilatura(folder: Path) -> float | None:
    """Seconds trafilatura takes for all pages of a folder, or None where it is not installed."""
    try:
        from trafilatura import extract  # noqa: PLC0415 - it need not be there
    except ImportError:
        return None
    pages = [path.read_text("utf-8") for path in sorted(folder.rglob("*.html"))]
    for page in pages[:8]:
        extract(page)
    begun = time.perf_counter()
    for page in pages:
        extract(page)
    return time.perf_counter() - begun


def recoll(folder: Path, work: Path, some_cores: Sequence[int]) -> Run | None:
    """What recollindex takes for a folder, or None where it is not installed."""
    if shutil.which("recollindex") is None:
        return None
    home = Path(tempfile.mkdtemp(dir=work))
    (home / "recoll").mkdir()
    settings = f"topdirs = {folder}\nloglevel = 1\nlogfilename = {home / 'recoll' / 'log'}\n"
    (home / "recoll" / "recoll.conf").write_text(settings, "utf-8")
    return run(["recollindex", "-z"], home, some_cores)


def fastest(times: int, call: Callable[[], float]) -> float:
    """The least of several times: what else the machine does only adds to one."""
    return min(call() for _ in range(times))


def line(name: str, value: str, ratio: str = "") -> None:
    """Print one row of the table."""
    print(f"{name:<44} {value:>22} {ratio:>34}", flush=True)


def text_speed(count: int, work: Path) -> None:
    """Texts a second, on one core and on all, and what they take."""
    folder = work / f"text-{count}"
    fill(folder, count)
    everywhere = cores()
    one, _ = indexed(folder, work, everywhere[:1])
    line(f"{count:,} texts, one core", f"{count / one.seconds:.0f}/s")
    both, home = indexed(folder, work, everywhere)
    gain = f"{one.seconds / both.seconds:.2f} x one core"
    line(f"the same, {len(everywhere)} cores", f"{count / both.seconds:.0f}/s", gain)
    peer = recoll(folder, work, everywhere)
    if peer is None:
        line("recollindex", "not installed")
    else:
        ratio = f"ours {peer.seconds / both.seconds:.1f} x as fast"
        line("recollindex, all cores", f"{count / peer.seconds:.0f}/s", ratio)
    text = size(folder)
    cache = size(home / "CACHE")
    line("cache : text", f"{cache / 1e6:.1f} MB : {text / 1e6:.1f} MB", f"{cache / text:.2f}")
    line("memory at most", f"{both.memory / 1e6:.0f} MB")
    shutil.rmtree(home)


def html_speed(count: int, work: Path) -> None:
    """Pages of HTML a second beside trafilatura."""
    folder = work / f"html-{count}"
    fill(folder, count, html=True)
    ours, _ = indexed(folder, work, cores()[:1])
    line(f"{count:,} pages of HTML, one core", f"{count / ours.seconds:.0f}/s")
    theirs = trafilatura(folder)
    if theirs is None:
        line("trafilatura", "not installed")
    else:
        ratio = f"ours {theirs / ours.seconds:.2f} x as fast"
        line("trafilatura, nothing stored", f"{count / theirs:.0f}/s", ratio)


def unchanged(count: int, work: Path) -> None:
    """An unchanged folder, verified, beside `find`."""
    folder = work / f"text-{count}"
    fill(folder, count)
    _, home = indexed(folder, work, cores())
    words = ["find", str(folder), "-type", "f", "-printf", "%s %T@ %p\\n"]
    found = fastest(5, lambda: run(words, home, cores()).seconds)
    index = [*READER, "index", str(folder)]
    verified = fastest(5, lambda: run(index, home, cores()).seconds)
    line(f"find in {count:,} files, with size and time", f"{found:.2f} s")
    line("the same folder verified", f"{verified:.2f} s", f"{verified / found:.1f} x find")
    shutil.rmtree(home)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--documents", type=int, default=5_000, help="texts (0: none)")
    parser.add_argument("--html", type=int, default=1_000, help="pages of HTML (0: none)")
    parser.add_argument("--unchanged", type=int, default=20_000, help="files verified (0: none)")
    parser.add_argument("--work", type=Path, help="where folders are made, and found again")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        work = args.work or Path(scratch)
        work.mkdir(parents=True, exist_ok=True)
        parts = ((text_speed, args.documents), (html_speed, args.html), (unchanged, args.unchanged))
        for part, count in parts:
            if count:
                part(count, work)


if __name__ == "__main__":
    main()
