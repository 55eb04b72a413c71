"""Documents with labels, and how well one was cleaned."""

import hashlib
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from rapidfuzz.distance import LCSseq

from reader.model import CONTENT, Judged, RawDocument
from reader.sources import parse

PAGES = Path(__file__).parent.parent / "pages"
ARTICLE = frozenset({"heading", "body", "list", "caption"})
WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]|\w+")  # Han and kana one by one
LOST, JUNK = 0.02, 0.05  # shares from which a document counts as damaged, and as dirty


@dataclass(frozen=True)
class Labelled:
    """A document with the truth about it; unknown facts are empty."""

    name: str
    raw: RawDocument
    labels: tuple[str, ...]
    facts: dict[str, str]

    @property
    def article(self) -> list[str]:
        """The words of the article."""
        return self._words(ARTICLE)

    def _words(self, wanted: frozenset[str]) -> list[str]:
        kept = zip(self.raw.lines, self.labels, strict=True)
        return WORD.findall("\n".join(line for line, label in kept if label in wanted).casefold())


@dataclass(frozen=True)
class Quality:
    """How well one document was cleaned."""

    f1: float  # of the words of the article
    lost: float  # share of its words that were set aside
    junk: float  # share of the words kept that are clutter
    facts: dict[str, bool]  # whether title, author, date, lang are exactly right

    @property
    def ok(self) -> bool:
        """Neither damaged nor dirty."""
        return self.lost <= LOST and self.junk <= JUNK


def pages() -> Iterator[Labelled]:
    """Every test page, by name."""
    for path in sorted(PAGES.rglob("*.gold")):
        yield labelled(path)


def labelled(path: Path) -> Labelled:
    """Read one label file, and the test page it is about."""
    facts, rows = told(path)
    if facts["format"] == "html":
        raw = parse(path.with_suffix(".html").read_bytes(), "page.html")
    else:
        text = "\n".join(text for _, text in rows).encode()
        raw = parse(text, "page.md" if facts["format"] == "markdown" else "page.txt")
    name = str(path.relative_to(PAGES).with_suffix(""))
    return Labelled(name, raw, tuple(label for label, _ in rows), facts)


def told(path: Path) -> tuple[dict[str, str], list[tuple[str, str]]]:
    """What a label file says: facts, empty where unknown, and the label and text of each line."""
    head, _, body = path.read_text("utf-8").partition("\n\n")
    facts = dict(line.split(": ", 1) for line in head.split("\n"))
    rows = [line.partition("|") for line in body.removesuffix("\n").split("\n")]
    return (
        {key: "" if value == "none" else value for key, value in facts.items()},
        [(label, text) for label, _, text in rows],
    )


def quality(page: Labelled, judge: Callable[[RawDocument], Judged]) -> Quality:
    """Clean a page and compare; what is `either`, a title or a byline counts for nothing."""
    judged = judge(page.raw)
    told = zip(judged.lines, page.labels, strict=True)
    kept = [
        line.text
        for line, label in told
        if line.label in CONTENT and label in {*ARTICLE, "boilerplate"}
    ]
    words = WORD.findall("\n".join(kept).casefold())
    shared = LCSseq.similarity(page.article, words)
    lost = 1 - shared / max(1, len(page.article))
    junk = 1 - shared / max(1, len(words)) if words else 0.0
    found = judged.metadata
    facts = {
        "title": found.title == page.facts["title"],
        "author": found.author == page.facts["author"],
        "date": (found.date or "") == page.facts["date"],
        "lang": found.lang == page.facts["lang"],
    }
    return Quality(2 * shared / max(1, len(page.article) + len(words)), lost, junk, facts)


def mean(values: Sequence[float | bool]) -> float:
    """The mean of some numbers, or the share of what is true."""
    return sum(values) / len(values)


def digest(folder: Path, *suffixes: str) -> str:
    """What changes with any byte of the files in a folder, or of those that end so."""
    whole = hashlib.sha256()
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        if not suffixes or path.suffix in suffixes:
            whole.update(str(path.relative_to(folder)).encode() + b"\0" + path.read_bytes())
    return whole.hexdigest()
