"""Other full texts behind one call each: SQLite's FTS5, Xapian, ripgrep.

Each indexes the same documents, answers the same questions with its best 20, and says how many
answer. What is not installed is None.
"""

import json
import os
import shutil
import sqlite3
import subprocess
import time
from collections.abc import Iterable, Sequence
from pathlib import Path
from statistics import median
from typing import NamedTuple

from benchmarks.questions import Question, costs

BEST = 20
ROOT = Path(__file__).parent.parent
PYTHON = "/usr/bin/python3"  # of the system: Xapian's bindings are no package of PyPI
A_FOLDER = 1_000  # files
RUNS = 3  # of ripgrep; the median counts
WIDTH = 24  # words of a snippet


class Document(NamedTuple):
    """What every peer gets."""

    row: int
    title: str
    body: str
    tags: tuple[str, ...]
    date: str  # YYYY-MM-DD


class Figures(NamedTuple):
    """What one takes, in seconds of processor time and bytes; a figure a question."""

    name: str
    indexing: float
    size: int
    times: list[float]
    counts: list[int]


class Fts5:
    """FTS5 over a table of the documents, which it needs for snippets."""

    def __init__(self, folder: Path, documents: Sequence[Document]) -> None:
        self._database = sqlite3.connect(folder / "fts5.db")
        do = self._database.execute
        do("PRAGMA journal_mode = wal")
        do("PRAGMA synchronous = normal")
        do("PRAGMA cache_size = -65536")
        do("PRAGMA mmap_size = 8000000000")
        do("CREATE TABLE documents (row INTEGER PRIMARY KEY, title, body, date)")
        do("CREATE TABLE tags (tag, row)")
        do(
            "CREATE VIRTUAL TABLE words USING fts5(title, body, content='documents', "
            "content_rowid='row', tokenize='unicode61 remove_diacritics 2')"
        )
        many = self._database.executemany
        with self._database:
            rows = ((each.row, each.title, each.body, each.date) for each in documents)
            many("INSERT INTO documents VALUES (?, ?, ?, ?)", rows)
            many("INSERT INTO tags VALUES (?, ?)", _tags(documents))
            do("CREATE INDEX tags_of ON tags (tag, row)")
        began = time.process_time()
        with self._database:
            texts = ((each.row, each.title, each.body) for each in documents)
            many("INSERT INTO words (rowid, title, body) VALUES (?, ?, ?)", texts)
        self._indexing = time.process_time() - began

    def close(self) -> None:
        """Let go of the database."""
        self._database.close()

    def figures(self, asked: Sequence[Question]) -> Figures:
        """What it took, and takes for these."""
        times = costs(self.best, asked)
        counts = [self._count(question) for question in asked]
        return Figures("FTS5", self._indexing, self._size(), times, counts)

    def best(self, question: Question) -> list[int]:
        """The rows of the best, by BM25."""
        sql, values = self._asking(question)
        found = self._database.execute(f"{sql} ORDER BY rank LIMIT {BEST}", values)
        return [row for (row,) in found]

    def snippets(self, question: Question) -> list[str]:
        """Passages of the best documents."""
        sql, values = self._asking(question, f"snippet(words, 1, '[', ']', '…', {WIDTH})")
        found = self._database.execute(f"{sql} ORDER BY rank LIMIT {BEST}", values)
        return [passage for (passage,) in found]

    def bodies(self, rows: Sequence[int]) -> list[str]:
        """The texts of some rows, as they are stored."""
        read = "SELECT body FROM documents WHERE row = ?"
        return [self._database.execute(read, (row,)).fetchone()[0] for row in rows]

    def _count(self, question: Question) -> int:
        sql, values = self._asking(question, "count(*)")
        return int(self._database.execute(sql, values).fetchone()[0])

    def _asking(self, question: Question, what: str = "words.rowid") -> tuple[str, list[str]]:
        sql = f"SELECT {what} FROM words"
        if not question.tag:
            return f"{sql} WHERE words MATCH ?", [expression(question)]
        narrowed = (
            "JOIN documents ON documents.row = words.rowid WHERE words MATCH ? "
            "AND +words.rowid IN (SELECT row FROM tags WHERE tag = ?) AND date BETWEEN ? AND ?"
        )
        return f"{sql} {narrowed}", [
            expression(question),
            question.tag,
            question.first,
            question.last,
        ]

    def _size(self) -> int:
        """Bytes of the tables of its index, without those of the documents."""
        sql = "SELECT sum(pgsize) FROM dbstat WHERE name LIKE 'words\\_%' ESCAPE '\\'"
        return int(self._database.execute(sql).fetchone()[0])


def _tags(documents: Iterable[Document]) -> Iterable[tuple[str, int]]:
    return ((tag, each.row) for each in documents for tag in each.tags)


def expression(question: Question) -> str:
    """Return a question as FTS5 understands it."""
    quoted = [f'"{word}"' for word in question.words]
    match question.kind:
        case "phrase":
            return '"' + " ".join(question.words) + '"'
        case "prefix":
            return f"{quoted[0]} *"
        case "any of three":
            return " OR ".join(quoted)
    return " ".join(quoted)


def xapian(
    folder: Path, documents: Sequence[Document], asked: Sequence[Question]
) -> tuple[Figures, int] | None:
    """What Xapian takes, and its bytes once compacted; None where it is not installed."""
    if not Path(PYTHON).exists():
        return None
    there = subprocess.run([PYTHON, "-c", "import xapian"], capture_output=True)
    if there.returncode:
        return None
    for name, some in (("documents", documents), ("questions", asked)):
        with (folder / name).open("w", encoding="utf-8") as written:
            written.writelines(json.dumps(each) + "\n" for each in some)
    done = subprocess.run(
        [PYTHON, "-m", "benchmarks.xapian_peer", str(folder)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    told = json.loads(done.stdout)
    name = f"Xapian {told['version']}"
    figures = Figures(name, told["seconds"], told["bytes"], told["times"], told["counts"])
    return figures, told["compacted"]


class Ripgrep:
    """ripgrep over a file for each document; where it is not installed, `program` is None."""

    def __init__(self, folder: Path, documents: Sequence[Document]) -> None:
        self.program = shutil.which("rg")
        self._folder = folder / "files"
        for each in documents if self.program else ():
            path = self._folder / f"{each.row // A_FOLDER:05}" / f"{each.row}.txt"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(f"{each.title}\n\n{each.body}\n", "utf-8")

    def asked(self, word: str) -> tuple[float, int]:
        """Seconds of processor time for a word, and how many files have it."""
        runs = [self._run(word) for _ in range(RUNS)]
        return median(seconds for seconds, _ in runs), runs[0][1]

    def _run(self, word: str) -> tuple[float, int]:
        command = [str(self.program), "-l", "-i", "-w", "-F", word, str(self._folder)]
        process = subprocess.Popen(command, stdout=subprocess.PIPE)
        assert process.stdout is not None
        printed = process.stdout.read()
        process.stdout.close()
        _, _, used = os.wait4(process.pid, 0)
        process.returncode = 0
        return used.ru_utime + used.ru_stime, printed.count(b"\n")
