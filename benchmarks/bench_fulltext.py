"""How fast is our full text beside others, on the same documents in one run?

`python -m benchmarks.bench_fulltext [--documents N] [--from FOLDER] [--each N] [--seed N]` indexes
invented texts of some 400 words, or the texts of a folder, with ours, with SQLite's FTS5 and, where
they are installed (`apt install python3-xapian ripgrep`), with Xapian, and asks each the same
questions for its best 20. Processor time throughout. Goals at 100,000 documents: 80 times as fast
as FTS5 on common words, 3 times as fast as Xapian on every kind; indexing 10 times as fast as
Xapian, into a fifth of its bytes.
"""

import argparse
import gc
import tempfile
import time
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from statistics import median

import numpy as np
from numpy.typing import NDArray

from benchmarks.invented import Columns
from benchmarks.prose import texts
from benchmarks.questions import KINDS, Asked, Question, costs, questions
from benchmarks.text_peers import BEST, Document, Figures, Fts5, Ripgrep, xapian
from reader.model import Row
from reader.query import Field, Query, parse
from reader.search.fulltext import FullText
from reader.search.marked import Marked
from reader.search.rows import Chosen
from reader.search.search import Searcher
from reader.search.snippet import snippet

GOALS = {"FTS5": {"common word": 80.0}, "Xapian": dict.fromkeys(KINDS, 3.0)}  # times as fast
INDEXING, SIZE = 10.0, 1 / 5  # times as fast as Xapian; of its bytes
WORDS_OF_RIPGREP = 5  # of each kind, as each is a look at all files
COMMIT = 10_000  # documents, as many as Xapian writes at a time unless it is told otherwise
NO_MARKS: dict[Row, Marked] = {}
SHOWN = 10  # questions that were answered otherwise
PASSAGES = ("common word", "two words", "phrase")  # kinds of which snippets are made
FIRST_LINE = 200  # characters of a text's first line that are its title


def of_folder(folder: Path) -> Iterator[tuple[str, str]]:
    """The first line and the others of each text in a folder."""
    for path in sorted(folder.rglob("*.txt")):
        first, _, rest = path.read_text("utf-8", "replace").strip().partition("\n")
        yield first[:FIRST_LINE], rest


def tree(question: Question) -> Query:
    """Return the words of a question as a query that was parsed."""
    joined = " OR " if question.kind == "any of three" else " "
    words = joined.join(question.words)
    written = {"phrase": f'"{words}"', "prefix": f"{words}*"}
    return parse(written.get(question.kind, words)).tree


def typed(question: Question) -> str:
    """Return a question as somebody would type it."""
    narrowed = f"tag:={question.tag} date:{question.first}..{question.last} "
    return (narrowed if question.tag else "") + str(tree(question))


class Ours:
    """Our full text of some documents, and finding with it."""

    def __init__(self, folder: Path, columns: Columns, documents: Sequence[Document]) -> None:
        self._folder = folder / "full text"
        began = time.process_time()
        self._fulltext = FullText(self._folder)
        with self._fulltext.writer() as writer:
            for number, each in enumerate(documents, 1):
                writer.put(Row(each.row), each.title, each.body, "")
                if number % COMMIT == 0:
                    writer.commit()
            writer.commit()
        self._indexing = time.process_time() - began
        self._beside = folder / "beside"
        self._searcher = Searcher(columns, self._fulltext, kept=self._beside)
        self._gathered = self._searcher.refresh()

    def figures(self, asked: Sequence[Question]) -> Figures:
        """What the engine took, and takes for these."""
        trees = {question: tree(question) for question in asked}
        times = costs(lambda question: self._best(question, trees[question]), asked)
        counts = [self._count(question, trees[question]) for question in asked]
        return Figures("ours", self._indexing, size(self._folder), times, counts)

    def prompt(self, asked: Sequence[Question]) -> list[float]:
        """Seconds for titles, texts and facets of each question."""
        return costs(self._find, asked)

    def best(self, question: Question) -> list[int]:
        """The rows of the best, by BM25."""
        return self._best(question, tree(question))

    def beside(self) -> int:
        """Bytes of what finding keeps of titles, tags and dates."""
        return size(self._beside)

    def _best(self, question: Question, asked: Query) -> list[int]:
        self._forget()
        chosen = Chosen(self._gathered.facets, self._narrowed(question)) if question.tag else None
        return [row for row, _ in self._fulltext.search(asked, chosen, BEST)]

    def _find(self, question: Question) -> object:
        self._forget()
        return self._searcher.find(typed(question), NO_MARKS, BEST)

    def _count(self, question: Question, asked: Query) -> int:
        found = self._gathered.facets.taken(self._fulltext.answering(asked))
        return int((found & self._narrowed(question)).sum() if question.tag else found.sum())

    def _narrowed(self, question: Question) -> NDArray[np.bool_]:
        """The selection of what has its tag and is of its days."""
        tag, days = Field("tag", f"={question.tag}"), f"{question.first}..{question.last}"
        facets = self._gathered.facets
        return facets.matching(tag, NO_MARKS) & facets.matching(Field("date", days), NO_MARKS)

    def _forget(self) -> None:
        """Make the next question one that nobody has asked before."""
        self._gathered.texts.clear()
        self._gathered.facets._remembered.clear()


def size(folder: Path) -> int:
    """Bytes of all files in a folder."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def by_kind(asked: Sequence[Question], times: Sequence[float], kind: str) -> list[float]:
    """The figures of the questions of one kind."""
    return [each for question, each in zip(asked, times, strict=True) if question.kind == kind]


def half_and_most(times: Sequence[float]) -> str:
    """Milliseconds of the middle one, and of the 95th of 100."""
    ordered = sorted(times)
    return f"{1000 * median(ordered):.3f} {1000 * ordered[int(0.95 * len(ordered))]:.2f}"


def times_as_fast(own: Sequence[float], theirs: Sequence[float]) -> tuple[float, float]:
    """How often theirs hold ours: in the median of the questions, and in all."""
    return median(their / our for our, their in zip(own, theirs, strict=True)), sum(theirs) / sum(
        own
    )


def verdict(reached: float, goal: float | None) -> str:
    """Whether a goal is met."""
    if goal is None:
        return ""
    return f"goal {goal:g} {'met' if reached >= goal else 'missed'}"


def queries(
    own: Figures, prompt: list[float], others: Sequence[Figures], asked: Sequence[Question]
) -> None:
    """Print what questions of each kind take, and how many times as fast ours is."""
    names = ("ours", "whole prompt", *(each.name for each in others))
    print(f"{'ms, p50 p95':14}", *(f"{name:>14}" for name in names))
    for kind in KINDS:
        columns = [by_kind(asked, times, kind) for times in (own.times, prompt)]
        columns += [by_kind(asked, each.times, kind) for each in others]
        if columns[0]:
            print(f"{kind:14}", *(f"{half_and_most(column):>14}" for column in columns))
    for each in others:
        for kind in KINDS:
            mine, theirs = by_kind(asked, own.times, kind), by_kind(asked, each.times, kind)
            if not mine:
                continue
            middle, whole = times_as_fast(mine, theirs)
            goal = GOALS.get(each.name.split()[0], {}).get(kind)
            print(
                f"{each.name:14} {kind:14} ours {middle:7.1f} times as fast in the median,"
                f" {whole:7.1f} in all",
                verdict(min(middle, whole), goal),
            )


def agreed(own: Figures, other: Figures, asked: Sequence[Question]) -> None:
    """Print where another counts other numbers of documents."""
    differing = [
        f"  {question.kind} {' '.join(question.words)}: ours {mine}, {other.name} {theirs}"
        for question, mine, theirs in zip(asked, own.counts, other.counts, strict=True)
        if mine != theirs
    ]
    print(
        f"{other.name}: as many documents answer {len(asked) - len(differing)} questions", end=" "
    )
    print(f"of {len(asked)}", *differing[:SHOWN], sep="\n")


def indexes(own: Figures, others: Sequence[Figures], count: int, text: int) -> None:
    """Print rates and sizes."""
    for each in (own, *others):
        print(f"{each.name:14} {count / each.indexing:8,.0f} documents/s", end=", ")
        print(f"{each.size / 1e6:.1f} MB, {each.size / text:.2f} of the text", end="")
        faster, share = each.indexing / own.indexing, own.size / each.size
        print("" if each is own else f"; ours {faster:.1f} times as fast, {share:.2f} of its size")


def looked_through(files: Ripgrep, own: Figures, asked: Sequence[Question]) -> None:
    """Print what a look at all files takes for some words."""
    for kind in ("rare word", "common word"):
        some = [at for at, question in enumerate(asked) if question.kind == kind][:WORDS_OF_RIPGREP]
        taken = [files.asked(asked[at].words[0]) for at in some]
        seconds = [each for each, _ in taken]
        if some:
            alike = sum(own.counts[at] == many for at, (_, many) in zip(some, taken, strict=True))
            middle, _ = times_as_fast([own.times[at] for at in some], seconds)
            print(f"ripgrep, {kind}: {half_and_most(seconds)} ms", end=", ")
            print(f"ours {middle:,.0f} times as fast; as many files for {alike} of {len(some)}")


def snippets(own: Ours, fts5: Fts5, asked: Sequence[Question]) -> None:
    """Print what the passages of a page of results take, texts read from the same table."""
    some = [question for question in asked if question.kind in PASSAGES]
    best = {question: own.best(question) for question in some}

    def ours(question: Question) -> object:
        bodies = fts5.bodies(best[question])
        return [snippet(body.split("\n\n"), question.words) for body in bodies]

    mine, without = costs(ours, some), costs(fts5.best, some)
    theirs = [each - less for each, less in zip(costs(fts5.snippets, some), without, strict=True)]
    middle, whole = times_as_fast(mine, theirs)
    print(f"{BEST} snippets: ours {half_and_most(mine)} ms, FTS5 {half_and_most(theirs)}", end="; ")
    print(f"ours {middle:.1f} times as fast in the median, {whole:.1f} in all")


def made(columns: Columns) -> list[Document]:
    """What every peer gets of the documents."""
    return [
        Document(
            row,
            each.values["title"],
            each.text,
            tuple(each.values["tags"].split("\n")),
            each.values["date"],
        )
        for row, each in enumerate(columns.documents, 1)
    ]


def report(columns: Columns, each: int, seed: int, work: Path) -> None:
    """Print all figures."""
    documents = made(columns)
    text = sum(len(one.title.encode()) + len(one.body.encode()) for one in documents)
    asked = questions([Asked(one.body, one.tags, one.date) for one in documents], each, seed)
    gc.collect()
    gc.freeze()  # documents, which would be looked through time and again
    print(f"{len(documents):,} documents, {text / 1e6:.0f} MB of text", end=", ")
    print(f"{len(asked)} questions, seed {seed}", flush=True)
    mine = Ours(work, columns, documents)
    own, prompt = mine.figures(asked), mine.prompt(asked)
    fts5 = Fts5(work, documents)
    others = [fts5.figures(asked)]
    told = xapian(work, documents, asked)
    if told:
        others.append(told[0])
    else:
        print("Xapian is not installed (apt install python3-xapian): left out")
    indexes(own, others, len(documents), text)
    print(
        f"ours, beside: {mine.beside() / 1e6:.1f} MB of titles, tags, dates, names, authors, sites"
    )
    if told:
        print(f"Xapian, compacted: {told[1] / 1e6:.1f} MB, ours {own.size / told[1]:.2f} of it")
        faster, smaller = told[0].indexing / own.indexing, told[0].size / own.size
        print(f"indexing: {verdict(faster, INDEXING)}; size: {verdict(smaller, 1 / SIZE)}")
    queries(own, prompt, others, asked)
    for other in others:
        agreed(own, other, asked)
    snippets(mine, fts5, asked)
    files = Ripgrep(work, documents)
    if files.program:
        looked_through(files, own, asked)
    else:
        print("ripgrep is not installed (apt install ripgrep): left out")


def main() -> None:
    """Print the figures of one collection."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--documents", type=int, default=100_000)
    parser.add_argument("--from", type=Path, dest="folder", help="take texts (*.txt) from here")
    parser.add_argument("--each", type=int, default=40, help="questions of each kind")
    parser.add_argument("--seed", type=int, default=1, help="of texts and questions")
    args = parser.parse_args()
    source = of_folder(args.folder) if args.folder else texts(args.documents, args.seed)
    columns = Columns(args.documents, islice(source, args.documents))
    with tempfile.TemporaryDirectory() as work:
        report(columns, args.each, args.seed, Path(work))


if __name__ == "__main__":
    main()
