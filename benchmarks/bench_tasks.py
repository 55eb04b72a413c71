"""What four tasks of a reader take, in keys and seconds, here and with other tools.

Each is done in a pty, in the same folder, with the fewest keys that somebody who knows the tool
would press: this reader, less, fzf, ripgrep, recollq, Vim. Keys are those of the command line with
Enter, and those pressed afterwards; seconds those from each key to its last effect on the screen,
added up. Whether a task is done is read from the emulated screen: what must be there is, what must
not be is not, and as many texts were handed to the clipboard as were asked for.

`python -m benchmarks.bench_tasks [--documents N]`: 5,000 pages, texts, HTML and Markdown in turn,
and the documents that come with the reader. Indexes are made before, but for the first task.
"""

import argparse
import contextlib
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from benchmarks.collection import pages
from benchmarks.terminal import Terminal

COLUMNS, ROWS = 100, 30
ENDINGS = ("txt", "html", "md")
CORPUS = Path(__file__).parent.parent / "docs_corpus"
QUIET_S = 0.2  # silence after a key that counts as its end
PATIENCE_S = 15.0  # for what a key is to do
MOST = 80  # times that keys are repeated
COPIED = re.compile(rb"\x1b\]52;c;([A-Za-z0-9+/=]{20,})")
PHRASE = "with a cottage and ten pounds"
NAME = "Quillon Marsh"  # in no page but where it is put
EVERY = 100  # pages that has one with the name


class Step(NamedTuple):
    """Keys that are pressed together, and what the screen shows then."""

    keys: str
    shows: str  # a regular expression
    again: bool = False  # until it shows that


class Attempt(NamedTuple):
    """How a program does a task."""

    program: str
    line: str  # typed in the folder
    starts: str  # what the screen shows when it has started
    steps: tuple[Step, ...] = ()
    hides: str = ""  # what the screen must not show at the end
    copies: int = 0  # texts that are to be on the clipboard
    but: str = ""  # what is left to the person


class Outcome(NamedTuple):
    """What an attempt took; `fails` says why it did not reach its end."""

    typed: int
    pressed: int
    seconds: float
    fails: str = ""


def first_article(title: str, first: str, crumbs: str) -> tuple[Attempt, ...]:
    """A clean article of a folder; see `tasks`."""
    return (
        Attempt("reader", "reader .", title, (Step("\r", first),), hides=crumbs),
        Attempt("less", "less */*", first, hides=crumbs),
        Attempt("fzf", "fzf --preview 'cat {}'", first, hides=crumbs),
    )


def misspelt() -> tuple[Attempt, ...]:
    """Two misspelt words of a title."""
    fog, harbour, slug = "counted sixty-two sail", "harbuor forgto", "harbour-that-forgot"
    return (
        Attempt("reader", "reader .", "documents", (Step(f"/{harbour}\r\r", fog),)),
        Attempt(
            "fzf, file names", 'less "$(fzf)"', r"\d/\d", (Step(harbour, slug), Step("\r", fog))
        ),
        Attempt(
            "fzf, all lines",
            "less $(rg . | fzf | cut -d: -f1)",
            r"\d/\d",
            (Step(harbour, slug), Step("\r", fog)),
        ),
        Attempt("recollq", f"recollq {harbour}", slug),
    )


def wrapped() -> tuple[Attempt, ...]:
    """A phrase over the end of a line."""
    spaced = PHRASE.replace(" ", r"\s+")
    return (
        Attempt("reader", "reader .", "documents", (Step(f'/"{PHRASE}"\r\r', "ten pounds"),)),
        Attempt("rg and less", f"less -p 'and ten' $(rg -Ul '{spaced}')", "ten pounds"),
        Attempt("recollq", f"recollq '\"{PHRASE}\"'", "ten pounds"),
    )


def mentions() -> tuple[Attempt, ...]:
    """Every place with a name, and three quotations."""
    quote = '"Ayip:let @A=@%\r'  # the paragraph and the name of its file, into one register
    return (
        Attempt(
            "reader",
            "reader .",
            "documents",
            (
                Step(f'/"{NAME}"\r\r', "match"),
                Step("yqnyqnyq", "copied"),
                Step("n", "that was the last match", again=True),
            ),
            copies=3,
        ),
        Attempt(
            "Vim and rg",
            f"vim -q <(rg --vimgrep '{NAME}')",
            NAME,
            (
                Step(quote, NAME),
                Step(":cn\r", r"\(2 of \d+\)"),
                Step(quote, NAME),
                Step(":cn\r", r"\(3 of \d+\)"),
                Step(quote, NAME),
                Step(":cn\r", r"\(4 of \d+\)"),
                Step("@:", "No more items", again=True),
            ),
            but="copied into a register, not for other programs; mentions in menus, too",
        ),
        Attempt(
            "rg and less",
            f"less -p '{NAME}' $(rg -l '{NAME}')",
            NAME,
            copies=3,
        ),
    )


def tasks(title: str, first: str, crumbs: str) -> dict[str, tuple[Attempt, ...]]:
    """The attempts at each task, by the title of the first document, how its article begins, and
    its clutter.
    """
    return {
        "a clean article of a folder never opened before": first_article(title, first, crumbs),
        "a document by two misspelt words of its title": misspelt(),
        "a phrase that runs over the end of a line": wrapped(),
        "every mention of a name, three of them copied with their source": mentions(),
    }


def done(attempt: Attempt) -> Outcome:
    """Do it."""
    line = attempt.line.replace("reader ", f"{shlex.quote(sys.executable)} -m reader ")
    terminal = Terminal(["bash", "-c", line], COLUMNS, ROWS)
    typed, pressed, fails = len(attempt.line) + 1, 0, ""
    try:
        seconds = until(terminal, attempt.starts, 0.0)
        if seconds is None:
            return Outcome(typed, 0, 0, f"the screen never showed {attempt.starts}")
        for step in attempt.steps:
            for _ in range(MOST if step.again else 1):
                since = terminal.press(step.keys.encode())
                pressed += len(step.keys)
                seen = until(terminal, step.shows, since, patient=not step.again)
                if seen is not None or not step.again:
                    break
                seconds += terminal.output[-1][0] - since
            if seen is None:
                fails = f"the screen never showed {step.shows}"
                break
            seconds += seen
        last = terminal.output[-1][0]
        if not fails and attempt.hides and terminal.shown(attempt.hides, last) is not None:
            fails = "what stands around the article is on the screen"
        copied = {*COPIED.findall(b"".join(data for _, data in terminal.output))}
        if not fails and len(copied) < attempt.copies:
            fails = "copies nothing for other programs"
    finally:
        terminal.close()
    return Outcome(typed, pressed, seconds, fails)


def until(terminal: Terminal, pattern: str, since: float, *, patient: bool = True) -> float | None:
    """Seconds until the screen shows it; None if it does not, at once or if `patient` for long."""
    end = terminal.now() + PATIENCE_S
    while True:
        terminal.listen(QUIET_S)
        seen = terminal.shown(pattern, since)
        if seen is not None or not patient or terminal.now() > end:
            return seen


def fill(folder: Path, count: int) -> tuple[str, str, str]:
    """Write the documents; title and beginning of the first article, and what its clutter is."""
    for number, ((name, text), (_, html)) in enumerate(
        zip(pages(count), pages(count, html=True), strict=True)
    ):
        ending = ENDINGS[number % len(ENDINGS)]
        path = (folder / name).with_suffix(f".{ending}")
        path.parent.mkdir(parents=True, exist_ok=True)
        written = html if ending == "html" else text
        if number % EVERY == EVERY // 2:
            written = written.replace(". ", f". {NAME} was asked and did not say. ", 1)
        path.write_text(written, "utf-8")
    shutil.copytree(CORPUS, folder / "written")
    [(_, first)] = islice(pages(1), 1)
    lines = first.splitlines()
    article = next(line for line in lines if line.endswith("."))
    title = lines[0].rpartition(" > ")[2]
    return re.escape(title[:30]), re.escape(article[:40]), re.escape(lines[0][:20])


@contextlib.contextmanager
def home(work: Path) -> Iterator[None]:
    """All that programs keep goes below `work`, and the current folder is that of the documents."""
    kept = {name: str(work / name) for name in ("CACHE", "DATA", "CONFIG", "STATE")}
    before, here = dict(os.environ), Path.cwd()
    os.environ |= {f"READER_{name}_DIR": place for name, place in kept.items()}
    os.environ |= {"RECOLL_CONFDIR": str(work / "recoll"), "VIMINIT": "set nocompatible"}
    os.chdir(work / "documents")
    try:
        yield
    finally:
        os.chdir(here)
        os.environ.clear()
        os.environ |= before


def index(work: Path) -> None:
    """Make the indexes of the reader and of recoll."""
    subprocess.run([sys.executable, "-m", "reader", "index"], check=True, capture_output=True)
    if shutil.which("recollindex"):
        (work / "recoll").mkdir()
        settings = f"topdirs = {work / 'documents'}\nloglevel = 1\n"
        (work / "recoll" / "recoll.conf").write_text(settings, "utf-8")
        subprocess.run(["recollindex", "-z"], check=False, capture_output=True)


def main() -> None:
    """Print a table for each task."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--documents", type=int, default=5000)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        work = Path(temporary)
        known = fill(work / "documents", args.documents)
        with home(work):
            for number, (task, attempts) in enumerate(tasks(*known).items(), 1):
                if number == 2:
                    index(work)
                print(f"\n{number}. {task}\n{'':16}{'typed':>7}{'pressed':>9}{'seconds':>9}")
                for attempt in attempts:
                    program = attempt.line.split()[0]
                    if shutil.which(program) is None and program != "reader":
                        print(f"{attempt.program:16}{program} is not installed: left out")
                        continue
                    took = done(attempt)
                    figures = f"{took.typed:>7}{took.pressed:>9}{took.seconds:>9.2f}"
                    said = f"cannot: {took.fails}" if took.fails else attempt.but
                    print(f"{attempt.program:16}{figures}  {said}")


if __name__ == "__main__":
    main()
