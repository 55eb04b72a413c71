"""Of thousands of documents no line is lost and each that is set aside says why: takes minutes."""

import gzip
import json
import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.cleaning import ALONE, Repetition, fingerprints, judge
from reader.model import Label, RawDocument
from reader.sources import parse, parse_html, parse_text
from tests.cleaning.test_page_properties import SHOWN, unknown

ROOT = Path(__file__).parents[2]
DOCUMENTS = 10_000
PIECES = 6  # of other documents in one, at most
LINES = 12  # of a piece, at most
PAGES = 20  # of a site
STRANGE = ("", "\x1b[31m", "\u202e", "&#27;", "<!--", "</div>" * 3, "\x07", "---", "=====", "|a|b|")


def sound(raw: RawDocument, repetition: Repetition = ALONE) -> None:
    judged = judge(raw, repetition)
    assert tuple(line.text for line in judged.lines) == raw.lines
    assert not unknown(judged)
    aside = [line for line in judged.lines if line.label is Label.BOILERPLATE]
    told = any(line.label in SHOWN for line in judged.lines)
    assert told or all(line.reason == "front matter" for line in aside)
    for line in judged.lines:
        assert (line.label is Label.BLANK) == (not line.text.strip())


def written() -> list[list[str]]:
    """The lines of each document of this project."""
    folders = (ROOT / "docs_corpus", ROOT / "tests" / "pages")
    files = sorted(path for folder in folders for path in folder.rglob("*.*") if path.is_file())
    return [path.read_text("utf-8", "replace").split("\n") for path in files]


def generated() -> Iterator[RawDocument]:
    """Documents put together from pieces of those, and of what is strange."""
    source = random.Random(20)
    documents = written()
    for _ in range(DOCUMENTS):
        lines: list[str] = []
        for _ in range(source.randint(1, PIECES)):
            piece = source.choice(documents)
            start = source.randrange(len(piece))
            lines += piece[start : start + source.randint(1, LINES)]
            if source.random() < 1 / PIECES:
                lines.append(source.choice(STRANGE))
        name = source.choice(["a.txt", "a.md", "a.html"])
        yield parse("\n".join(lines).encode("utf-8", "replace"), name)


@pytest.mark.slow
def test_no_line_of_ten_thousand_generated_documents_is_lost() -> None:
    counts: dict[int, int] = {}
    for number, raw in enumerate(generated()):
        known = fingerprints(raw.lines)
        for key in known:
            counts[key] = counts.get(key, 0) + 1
        pages = 1 + number % PAGES
        sound(raw, Repetition(pages, {key: min(counts[key], pages) for key in known}))


@pytest.mark.slow
def test_no_line_of_the_written_documents_is_lost() -> None:
    for lines in written():
        sound(parse_text("\n".join(lines)))


def benchmark(folder: Path) -> Iterator[RawDocument]:
    for path in sorted(folder.glob("dev*.jsonl.gz")):
        with gzip.open(path, "rt", encoding="utf-8") as records:
            for record in map(json.loads, records):
                if "html" in record:
                    yield parse_html(record["html"])
                elif "lines" in record:
                    yield parse_text("\n".join(record["lines"]))


@pytest.mark.slow
def test_no_line_of_the_benchmark_and_the_seeds_is_lost(shared: Path) -> None:
    for path in sorted((shared / "seeds").glob("*.txt")):
        sound(parse(path.read_bytes(), path.name))
    for raw in benchmark(shared / "bench" / "cleaning"):
        sound(raw)
