"""Passages that an output must, and must not, hold: trafilatura's way to label a page (2020)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple


@dataclass(frozen=True)
class Passages:
    """What of the lines of a page is article, and what is not, by passages of each."""

    wanted: tuple[str, ...]
    unwanted: tuple[str, ...]


class Told(NamedTuple):
    """How many passages of a page an output was right about."""

    right: int
    passages: int
    lost: bool  # it misses one that is wanted
    junk: bool  # it holds one that is not


class SegmentFigures(NamedTuple):
    """What an extractor came to, all 0 to 1."""

    accuracy: float  # over all passages of all pages
    lost: float  # share of pages that miss a wanted passage
    junk: float  # share of pages that hold an unwanted one


def passages(record: dict[str, Any]) -> Passages:
    """The passages of a record of the benchmark that its lines hold at all."""
    return Passages(_held(record, "with"), _held(record, "without"))


def told(page: Passages, output: str) -> Told:
    """Compare an output with the passages, whatever the spacing and the bullets."""
    text = _spaced(" ".join(line.strip(" \u2022") for line in output.split("\n")))
    missed = sum(_spaced(passage) not in text for passage in page.wanted)
    kept = sum(_spaced(passage) in text for passage in page.unwanted)
    every = len(page.wanted) + len(page.unwanted)
    return Told(every - missed - kept, every, missed > 0, kept > 0)


def segment_figures(pages: Sequence[Told]) -> SegmentFigures:
    """Sum up some pages."""
    every = max(1, sum(page.passages for page in pages))
    return SegmentFigures(
        sum(page.right for page in pages) / every,
        _share(page.lost for page in pages),
        _share(page.junk for page in pages),
    )


def _held(record: dict[str, Any], name: str) -> tuple[str, ...]:
    found = record.get(f"{name}_in") or [True] * len(record[name])
    return tuple(text for text, held in zip(record[name], found, strict=True) if held)


def _share(values: Iterable[bool]) -> float:
    every = list(values)
    return sum(every) / max(1, len(every))


def _spaced(text: str) -> str:
    return " ".join(text.split())
