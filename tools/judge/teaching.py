"""Labels for pages nobody labelled: what nets that read HTML say, of pages they did not learn from.

Where a page's elements are known the article is found more surely than by a vote of extractors, and
most of the pages to learn from are labelled by such a vote only.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from tools.judge.pages import Page, Sample, key

SURE, SURELY_NOT = 0.65, 0.3  # chances from which a line is labelled
_LABELS = {1: "content", 0: "boilerplate", -1: "unsure"}

Taught = Mapping[str, Mapping[str, Sequence[float]]]
"""For each page the chances of its lines, in order where lines are alike."""


def taught(samples: Sequence[Sample], said: Sequence[NDArray[np.float64]]) -> Taught:
    """What was said of the lines of pages."""
    pages: dict[str, dict[str, list[float]]] = {}
    for one, chances in zip(samples, said, strict=True):
        lines: dict[str, list[float]] = defaultdict(list)
        for unit, chance in zip(one.units, chances.tolist(), strict=True):
            lines[key(one.page.lines[unit.first])].append(chance)
        pages[one.page.name] = lines
    return pages


def labelled(page: Page, known: Taught) -> Page | None:
    """A page with labels by what was said of it: itself if people labelled it, None if nobody."""
    if page.source != "silver":
        return page
    lines = known.get(page.name)
    if lines is None:
        return None
    used: dict[str, int] = defaultdict(int)
    labels: list[str] = []
    for text, before in zip(page.lines, page.labels, strict=True):
        same = key(text)
        chances = lines.get(same)
        if not text.strip() or not chances:
            labels.append(before)
            continue
        chance = chances[min(used[same], len(chances) - 1)]
        used[same] += 1
        labels.append(_LABELS[1 if chance > SURE else 0 if chance < SURELY_NOT else -1])
    return replace(page, labels=tuple(labels))
