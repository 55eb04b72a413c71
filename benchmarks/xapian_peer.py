"""What Xapian takes for documents and questions, as JSON: run by a Python that has its bindings.

`python3 -m benchmarks.xapian_peer FOLDER`, with `documents` and `questions` in that folder, a list
of JSON a line, as `text_peers.xapian` writes them. Needs the standard library and Xapian alone.
"""

import json
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import xapian

from benchmarks.questions import Question, costs

BEST = 20
DATE = 0  # slot of the value


def lines(path: Path) -> Iterator[list[Any]]:
    """Yield the lists of a file."""
    with path.open(encoding="utf-8") as read:
        yield from map(json.loads, read)


def index(folder: Path, documents: Path) -> float:
    """Make the index in a folder; the seconds of processor time that took, without reading."""
    database = xapian.WritableDatabase(str(folder), xapian.DB_CREATE_OR_OVERWRITE)
    generator = xapian.TermGenerator()
    seconds = 0.0
    for _, title, body, tags, date in lines(documents):
        began = time.process_time()
        document = xapian.Document()
        generator.set_document(document)
        generator.index_text(title, 1, "S")
        generator.index_text(title)
        generator.increase_termpos()
        generator.index_text(body)
        for tag in tags:
            document.add_boolean_term(f"K{tag}")
        document.add_value(DATE, date)
        database.add_document(document)  # which gets the number of its row
        seconds += time.process_time() - began
    began = time.process_time()
    database.commit()
    database.close()
    return seconds + time.process_time() - began


def asking(question: Question) -> Any:
    """Return a question as a query of Xapian."""
    query, words = xapian.Query, list(question.words)
    if question.kind == "prefix":
        return query(query.OP_WILDCARD, words[0], 0, query.WILDCARD_LIMIT_ERROR)
    if question.kind == "phrase":
        return query(query.OP_PHRASE, words, len(words))
    if question.kind == "any of three":
        return query(query.OP_OR, words)
    asked = query(query.OP_AND, words)
    if question.tag:
        asked = query(query.OP_FILTER, asked, query(f"K{question.tag}"))
        days = query(query.OP_VALUE_RANGE, DATE, question.first, question.last)
        asked = query(query.OP_FILTER, asked, days)
    return asked


def size(folder: Path) -> int:
    """Bytes of all files in a folder."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def main() -> None:
    """Print the figures."""
    work = Path(sys.argv[1])
    seconds = index(work / "xapian", work / "documents")
    database = xapian.Database(str(work / "xapian"))
    enquire = xapian.Enquire(database)
    asked = [
        Question(kind, tuple(words), *rest) for kind, words, *rest in lines(work / "questions")
    ]

    def best(question: Question) -> list[int]:
        enquire.set_query(asking(question))
        return [match.docid for match in enquire.get_mset(0, BEST)]

    def count(question: Question) -> int:
        enquire.set_query(asking(question))
        found = enquire.get_mset(0, BEST, database.get_doccount())  # looks at all: exact
        return int(found.get_matches_estimated())

    times = costs(best, asked)
    counts = [count(question) for question in asked]
    database.compact(str(work / "compacted"))
    figures = {
        "seconds": seconds,
        "times": times,
        "counts": counts,
        "bytes": size(work / "xapian"),
        "compacted": size(work / "compacted"),
        "version": xapian.version_string(),
    }
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
