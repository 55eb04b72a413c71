"""The labelled pages the nets learn from, as their features; sites stay together in one fold."""

import gzip
import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from reader.cleaning.nets.features import Features, features
from reader.cleaning.repetition import ALONE
from reader.cleaning.units import Unit, units
from reader.sources import parse_text

FOLDS = 5
MOST_LINES = 1500  # of a page that is learned from
AGREED = 0.7  # share of the lines of a unit that must have one label
OWN = Path(__file__).parent.parent.parent / "tests" / "gold"

CONTENT, BOILERPLATE, TITLE, BYLINE, DATE, UNKNOWN = 1, 0, 2, 3, 4, -1
_CLASSES = {
    "content": CONTENT, "heading": CONTENT, "body": CONTENT, "list": CONTENT,
    "boiler": BOILERPLATE, "boilerplate": BOILERPLATE,
    "title": TITLE, "byline": BYLINE, "meta": BYLINE, "date": DATE,
}  # fmt: skip
"""Classes of labels; a caption is neither kept nor left by all, and any other label is unknown."""

WEIGHTS = {"scrapinghub": 1.5, "readability": 0.8, "silver": 0.7, "own": 1.0}
"""How much a page counts by who labelled it: people, Readability, a vote of extractors."""


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
    """The pages of one file of the benchmark, such as "dev", but for very long ones."""
    with gzip.open(folder / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            if len(record["lines"]) <= MOST_LINES:
                labels = record.get("labels") or ["unknown"] * len(record["lines"])
                yield Page(
                    record["id"],
                    record.get("source") or "silver",
                    record["site"],
                    record["style"],
                    record["lang"],
                    tuple(record["lines"]),
                    tuple(labels),
                    record,
                )


def own() -> Iterator[Page]:
    """The text documents and the visible blocks of the pages of docs_corpus."""
    for path in sorted(OWN.rglob("*.gold")):
        if path.name.endswith(".md.gold"):
            continue
        _, _, body = path.read_text("utf-8").partition("\n\n")
        rows = [line.split("|", 1) for line in body.removesuffix("\n").split("\n")]
        lines = [text.replace("\\x1b", "\x1b").replace("\\x07", "\x07") for _, text in rows]
        labels = [label for label, _ in rows]
        yield Page(
            path.name, "own", path.parent.name, "blocks", "", tuple(lines), tuple(labels), {}
        )


def sample(page: Page, weight: float | None = None) -> Sample | None:
    """What the nets see of a page, None if there is nothing."""
    found = units(parse_text("\n".join(page.lines)), ALONE)
    if not found:
        return None
    classes = [_class(page.labels[unit.first : unit.last + 1]) for unit in found]
    counts = WEIGHTS.get(page.source, 0.0) if weight is None else weight
    return Sample(page, found, features(found), np.array(classes, np.int64), counts)


def _class(labels: Sequence[str]) -> int:
    classes = [_CLASSES.get(label, UNKNOWN) for label in labels]
    best = max(set(classes), key=lambda one: (classes.count(one), one))
    return best if classes.count(best) > AGREED * len(classes) else UNKNOWN


def relabelled(page: Page, rows: Sequence[tuple[str, str]], name: str, source: str) -> Page:
    """The page with other lines and labels."""
    return replace(
        page,
        name=name,
        source=source,
        lines=tuple(text for text, _ in rows),
        labels=tuple(label for _, label in rows),
    )
