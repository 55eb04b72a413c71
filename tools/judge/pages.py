"""The labelled pages the nets learn from, as their features; sites stay together in one fold."""

import gzip
import hashlib
import json
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from reader.cleaning.nets.dom import features_in_page
from reader.cleaning.nets.features import Features, features
from reader.cleaning.repetition import ALONE
from reader.cleaning.units import Unit, units
from reader.model import RawDocument
from reader.sources import parse_html, parse_text

FOLDS = 5
MOST_UNITS = 3000  # of a page that is learned from
AGREED = 0.7  # share of the lines of a unit that must have one label
SAME = 0.6  # share of the copies of a line that must have one label
STYLES = ("blocks", "wet", "lite")
PAGES = "page"  # style of a page read with its elements
_ROOT = Path(__file__).parent.parent.parent
GOLD, CORPUS = _ROOT / "tests" / "gold", _ROOT / "docs_corpus"

CONTENT, BOILERPLATE, TITLE, BYLINE, DATE, UNKNOWN = 1, 0, 2, 3, 4, -1
_CLASSES = {
    "content": CONTENT, "heading": CONTENT, "body": CONTENT, "list": CONTENT,
    "boiler": BOILERPLATE, "boilerplate": BOILERPLATE,
    "title": TITLE, "byline": BYLINE, "meta": BYLINE, "date": DATE,
}  # fmt: skip
"""Classes of labels; a caption is neither kept nor left by all, and any other label is unknown."""

PUBLISHED, OWN = "scrapinghub", "own"
"""Sources of pages whose labels come with them; those of all others were read for theirs."""

WEIGHTS = {PUBLISHED: 1.5}
"""How much a page counts by its source, if not 1."""

_READ = "read"


@dataclass(frozen=True)
class Page:
    """A document as lines with labels."""

    name: str
    source: str
    site: str
    style: str
    lang: str
    lines: tuple[str, ...]
    labels: tuple[str, ...]
    gold: dict[str, Any]  # what the scorer needs
    raw: RawDocument | None = None  # of a page read with its elements

    @property
    def fold(self) -> int:
        """The fold of its site, 0 to FOLDS - 1."""
        return int(hashlib.md5(self.site.encode(), usedforsecurity=False).hexdigest(), 16) % FOLDS


@dataclass(frozen=True)
class Sample:
    """A page as the nets see it."""

    page: Page
    units: Sequence[Unit]
    seen: Features
    classes: NDArray[np.int64]  # (n,) of its units
    weight: float


def benchmark(folder: Path, name: str) -> Iterator[Page]:
    """The texts of one file of the benchmark, such as "dev"."""
    for record in _records(folder, name):
        yield Page(
            record["id"],
            record.get("source") or _READ,
            record["site"],
            record["style"],
            record["lang"],
            tuple(record["lines"]),
            tuple(record.get("labels") or ["unknown"] * len(record["lines"])),
            record,
        )


def benchmark_pages(folder: Path, texts: Sequence[Page]) -> Iterator[Page]:
    """The HTML pages of the benchmark with the labels their lines have in the texts of them."""
    known: dict[str, list[Page]] = defaultdict(list)
    for text in texts:
        known[text.name].append(text)
    for name in ("dev_html", "dev_segments_html"):
        for record in _records(folder, name):
            found = known[record["id"]]
            raw = parse_html(record["html"])
            yield Page(
                record["id"],
                found[0].source if found else _READ,
                record["site"],
                PAGES,
                "",
                raw.lines,
                tuple(_labels_as_in(found, raw.lines)),
                next((text.gold for text in found if text.style == "blocks"), {}),
                raw,
            )


def _records(folder: Path, name: str) -> Iterator[dict[str, Any]]:
    with gzip.open(folder / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def key(line: str) -> str:
    """A line without its bullet and its spaces, equal however the page was made a text."""
    return " ".join(re.sub(r"^[\s•*\-\u2013]+", "", line).split())


def _labels_as_in(texts: Sequence[Page], lines: Sequence[str]) -> Iterator[str]:
    told: dict[str, list[str]] = defaultdict(list)
    for text in texts:
        if text.style != "lite":
            for line, label in zip(text.lines, text.labels, strict=True):
                told[key(line)].append(label)
    for line in lines:
        copies = told.get(key(line), [])
        best = max(copies, key=copies.count, default="unknown")
        yield best if copies.count(best) > SAME * len(copies) else "unknown"


def own() -> Iterator[Page]:
    """The text documents of docs_corpus, and its pages: as visible blocks, and with elements."""
    for path in sorted(GOLD.rglob("*.gold")):
        if path.name.endswith(".md.gold"):
            continue
        _, _, body = path.read_text("utf-8").partition("\n\n")
        rows = [line.split("|", 1) for line in body.removesuffix("\n").split("\n")]
        lines = [text.replace("\\x1b", "\x1b").replace("\\x07", "\x07") for _, text in rows]
        labels = [label for label, _ in rows]
        page = Page(path.name, OWN, path.parent.name, "blocks", "", tuple(lines), tuple(labels), {})
        yield page
        if path.name.endswith(".html.gold"):
            source = CORPUS / path.relative_to(GOLD).with_suffix("")
            raw = parse_html(source.read_text("utf-8"))
            yield replace(page, style=PAGES, lines=raw.lines, raw=raw)


def sample(page: Page, weight: float | None = None) -> Sample | None:
    """What the nets see of a page, None if there is nothing, or more than can be learned from."""
    found = units(page.raw or parse_text("\n".join(page.lines)), ALONE)
    if not found or len(found) > MOST_UNITS:
        return None
    seen = features_in_page(found) if page.raw else features(found)
    counts = WEIGHTS.get(page.source, 1.0) if weight is None else weight
    return Sample(page, found, seen, classes(page, found), counts)


def article(page: Page) -> str:
    """The lines of a page's article, "" where it has none."""
    rows = zip(page.lines, page.labels, strict=True)
    return "\n".join(text for text, label in rows if _CLASSES.get(label) == CONTENT)


def classes(page: Page, found: Sequence[Unit]) -> NDArray[np.int64]:
    """The classes of a page's units by the labels of its lines."""
    told = [_class(page.labels[unit.first : unit.last + 1]) for unit in found]
    return np.array(told, np.int64)


def _class(labels: Sequence[str]) -> int:
    told = [_CLASSES.get(label, UNKNOWN) for label in labels]
    best = max(set(told), key=lambda one: (told.count(one), one))
    return best if told.count(best) > AGREED * len(told) else UNKNOWN


def relabelled(page: Page, rows: Sequence[tuple[str, str]], name: str) -> Page:
    """The page with other lines and labels."""
    return replace(
        page,
        name=name,
        lines=tuple(text for text, _ in rows),
        labels=tuple(label for _, label in rows),
    )
