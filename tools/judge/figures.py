"""What the judge reaches with nets that have not seen a page's site."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from benchmarks.extraction import Score, score, summary
from reader.cleaning.judge import Likely, judge_with
from reader.cleaning.units import Unit
from reader.model import TEXT
from reader.sources import parse_text
from tools.judge.pages import OWN, PAGES, PUBLISHED, STYLES, Page, Sample, article

_NEUTRAL = frozenset({"title", "byline", "date", "unsure", "caption", "either"})
"""Labels of lines that may be kept or left."""


def figures(found: Sequence[tuple[Sample, NDArray[np.float64]]]) -> str:
    """Say how well the judge does with these chances, by who labelled the pages and by style."""
    lines = []
    for published in (True, False):
        for style in (*STYLES, PAGES):
            scores = [
                _score(made.page, likely)
                for made, likely in found
                if made.page.style == style
                and made.page.source != OWN
                and (made.page.source == PUBLISHED) == published
                and (published or article(made.page))
            ]
            if scores:
                who = "published" if published else "read"
                lines.append(f"{who:9} {style:7} {summary(scores)}\n")
    return "".join(lines)


def _score(page: Page, likely: NDArray[np.float64]) -> Score:
    def chances(units: Sequence[Unit]) -> Likely:
        known: list[float] = likely.tolist()
        assert len(known) == len(units)
        return Likely(known)

    judged = judge_with(chances, page.raw or parse_text("\n".join(page.lines)))
    kept = [
        line.text
        for line, label in zip(judged.lines, page.labels, strict=True)
        if line.label in TEXT and (page.source == PUBLISHED or label not in _NEUTRAL)
    ]
    output = "\n".join(kept)
    if page.source == PUBLISHED:
        gold = page.gold
        return score(gold["gold_text"], output, gold["lines"], gold["labels"], gold["reach"])
    return score(article(page), output, (), ())
