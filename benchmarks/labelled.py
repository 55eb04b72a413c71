"""Labelled pages from three places in one form: the public ones, `tests/pages`, `docs_corpus`.

A line is content, boiler, title, byline, date, blank, or mixed: what may be kept or left, such as a
caption in a page of ours.
"""

import gzip
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
UNSEEN = ROOT / "tests" / "pages"
CORPUS = ROOT / "tests" / "gold"
STYLES = ("blocks", "wet", "lite")
_NAMES = {
    "heading": "content",
    "body": "content",
    "list": "content",
    "boilerplate": "boiler",
    "meta": "byline",
    "caption": "mixed",
    "either": "mixed",
}


@dataclass(frozen=True)
class Page:
    """A page as lines with labels; what is not known is empty."""

    name: str
    site: str
    lang: str
    lines: tuple[str, ...]
    labels: tuple[str, ...]
    article: str
    reach: float = 1.0  # share of the article that the lines hold
    html: str = ""
    title: str = ""
    author: str = ""
    date: str = ""
    source: str = ""  # who labelled it


def unseen() -> Iterator[Page]:
    """The pages of `tests/pages`, but for Markdown: a line for each block of HTML."""
    for path in sorted(UNSEEN.rglob("*.gold")):
        facts, lines, labels = _gold(path)
        if facts["format"] == "markdown":
            continue
        beside = path.with_suffix(".html")
        known = {key: "" if value == "none" else value for key, value in facts.items()}
        yield Page(
            name=str(path.relative_to(UNSEEN).with_suffix("")),
            site=known["site"] or path.stem,
            lang=known["lang"],
            lines=lines,
            labels=labels,
            article=_article(lines, labels),
            html=beside.read_text("utf-8") if known["format"] == "html" else "",
            title=known["title"],
            author=known["author"],
            date=known["date"],
            source="tests/pages",
        )


def corpus() -> Iterator[Page]:
    """The documents of `docs_corpus`, but for Markdown: a line for each block of HTML."""
    for path in sorted(CORPUS.rglob("*.gold")):
        if path.name.endswith(".md.gold"):
            continue
        facts, lines, labels = _gold(path)
        yield Page(
            name=str(path.relative_to(CORPUS).with_suffix("")),
            site=path.parent.name,
            lang="",
            lines=lines,
            labels=labels,
            article=_article(lines, labels),
            title=facts["title"],
            source="docs_corpus",
        )


def public(folder: Path, style: str, source: str = "scrapinghub") -> list[Page]:
    """The public pages in one style with their HTML, by who labelled them.

    Raises FileNotFoundError where the folder does not hold the benchmark.
    """
    found = {}
    for record in records(folder / "dev.jsonl.gz"):
        if record["style"] == style and record["source"] == source:
            found[record["id"]] = record
    html = {record["id"]: record["html"] for record in records(folder / "dev_html.jsonl.gz")}
    return [_public(record, html.get(name, "")) for name, record in found.items()]


def records(path: Path) -> Iterator[dict[str, Any]]:
    """The records of a packed file of JSON lines."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def _public(record: dict[str, Any], html: str) -> Page:
    return Page(
        name=record["id"],
        site=record["site"],
        lang=record["lang"],
        lines=tuple(record["lines"]),
        labels=tuple(record["labels"]),
        article=record["gold_text"],
        reach=record["reach"],
        html=html,
        title=record["title"] or "",
        source=record["source"],
    )


def _gold(path: Path) -> tuple[dict[str, str], tuple[str, ...], tuple[str, ...]]:
    """Return the facts, the lines and their labels that a label file holds."""
    head, _, body = path.read_text("utf-8").partition("\n\n")
    facts = dict(line.split(": ", 1) for line in head.split("\n"))
    rows = [line.split("|", 1) for line in body.removesuffix("\n").split("\n")]
    return (
        facts,
        tuple(text for _, text in rows),
        tuple(_NAMES.get(label, label) for label, _ in rows),
    )


def _article(lines: tuple[str, ...], labels: tuple[str, ...]) -> str:
    kept = zip(lines, labels, strict=True)
    return "\n".join(line for line, label in kept if label == "content")
