"""How long does the prompt take at each keystroke: titles, texts and facets together?

`python -m benchmarks.bench_prompt [--documents N] [--queries N] [--work FOLDER]` makes an invented
collection, types queries into it letter by letter, and measures the processor time of each answer.
Goals, for all together: half of the answers in 10 ms and 95 % in 25 ms at 100,000 documents, 25 and
80 ms at 1,000,000.
"""

import argparse
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from benchmarks.invented import Columns, full_text, typed
from reader.search.search import Searcher


def percentiles(times: Sequence[float]) -> str:
    """The median, the 95th of 100 and the longest, in milliseconds."""
    ordered = sorted(times)
    chosen = (ordered[len(ordered) // 2], ordered[int(0.95 * len(ordered))], ordered[-1])
    return "".join(f"{1000 * each:>10.1f}" for each in chosen)


def spent(call: Callable[[], object]) -> float:
    """Seconds of processor time that a call takes."""
    began = time.process_time()
    call()
    return time.process_time() - began


def measured(searcher: Searcher, strokes: Sequence[str]) -> Mapping[str, list[float]]:
    """The seconds of each answer, whole and of its titles and facets alone."""
    gathered = searcher.refresh()
    times: dict[str, list[float]] = {"all": [], "titles alone": []}
    for text in strokes:
        times["all"].append(spent(lambda text=text: searcher.find(text, {}, typing=True)))  # type: ignore[misc]
    for text in strokes:
        times["titles alone"].append(spent(lambda text=text: gathered.index.find(text, 1000)))  # type: ignore[misc]
    return times


def main() -> None:
    """Print a line for each part."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--documents", type=int, default=100_000)
    parser.add_argument("--queries", type=int, default=30)
    parser.add_argument("--work", type=Path, help="where the full text is made, and found again")
    args = parser.parse_args()
    columns = Columns(args.documents)
    with tempfile.TemporaryDirectory() as temporary:
        folder = (args.work or Path(temporary)) / f"fulltext-{args.documents}"
        fulltext = full_text(columns, folder)
        searcher = Searcher(columns, fulltext)
        ready = spent(searcher.refresh)
        strokes = [text for query in typed(columns, args.queries) for text in query]
        times = measured(searcher, strokes)
    print(f"{args.documents:,} documents, {len(strokes)} keystrokes, ready in {ready:.1f} s")
    print(f"{'ms of processor time':24}{'p50':>10}{'p95':>10}{'most':>10}")
    for name, each in times.items():
        print(f"{name:24}{percentiles(each)}")


if __name__ == "__main__":
    main()
