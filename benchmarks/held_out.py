"""Chances of units by nets that have not seen their site, in a file that training may write."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np

from benchmarks.labelled import Page
from reader.cleaning.judge import Likely, judge_with
from reader.model import Judged
from reader.sources import parse_html, parse_text

HTML = "html"

Chances = Mapping[str, Sequence[float]]
"""From the name and the style of a page, such as `shb-1|wet`, to a chance for each unit.

The style of a page that is read with its elements is `html`."""


def write(path: Path, chances: Chances) -> None:
    """Keep the chances in a file."""
    packed = {name: np.array(told, np.float32) for name, told in chances.items()}
    with path.open("wb") as file:
        np.savez_compressed(file, allow_pickle=False, **packed)


def read(path: Path) -> dict[str, list[float]]:
    """The chances that `write` kept."""
    with np.load(path, allow_pickle=False) as packed:
        return {name: packed[name].tolist() for name in packed.files}


def judged(page: Page, style: str, chances: Chances) -> Judged:
    """A page, or its text, judged by these chances. Raises KeyError for one they do not know.

    A page without any line needs none.
    """
    raw = parse_html(page.html) if style == HTML else parse_text("\n".join(page.lines))
    return judge_with(lambda _: Likely(chances[f"{page.name}|{style}"]), raw)
