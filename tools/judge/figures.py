"""What the judge reaches with nets that have not seen a page's site."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from benchmarks.extraction import Score, score, summary
from reader.cleaning.judge import judge_with
from reader.cleaning.units import Unit
from reader.model import TEXT
from reader.sources import parse_text
from tools.judge.pages import PAGES, STYLES, Page, Sample

SOURCES = ("scrapinghub", "readability")


def figures(found: Sequence[tuple[Sample, NDArray[np.float64]]]) -> str:
    """Say how well the judge does with these chances, by who labelled the pages and by style."""
    lines = []
    for source in SOURCES:
        for style in (*STYLES, PAGES):
            scores = [
                _score(made.page, likely)
                for made, likely in found
                if made.page.source == source and made.page.style == style
            ]
            if scores:
                lines.append(f"{source:12} {style:7} {summary(scores)}\n")
    return "".join(lines)


def _score(page: Page, likely: NDArray[np.float64]) -> Score:
    def chances(units: Sequence[Unit]) -> Sequence[float]:
        known: list[float] = likely.tolist()
        assert len(known) == len(units)
        return known

    judged = judge_with(chances, page.raw or parse_text("\n".join(page.lines)))
    output = "\n".join(line.text for line in judged.lines if line.label in TEXT)
    gold = page.gold
    return score(gold["gold_text"], output, gold["lines"], gold["labels"], gold["reach"])
