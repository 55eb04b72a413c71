"""Labels that were given to public pages by reading them, line by line.

`read.labels` holds the labels and no word of the pages: for each page its name, and for each line
that is not plain boilerplate a letter and a hash of the line.
"""

import hashlib
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from tools.judge.pages import Page, key

LABELS = Path(__file__).parent / "read.labels"
HASHED = 6  # hexadecimal digits of a line's hash: enough to tell the lines of one page apart

_CALLED = {
    "c": "content",
    "t": "title",
    "b": "byline",
    "d": "date",
    "u": "unsure",  # where two careful people would differ
    "x": "boilerplate",  # a copy of a line that is something else in another place
}

Read = Mapping[str, Mapping[str, Sequence[str]]]
"""For each page the labels of its lines by their hash, in order where lines are alike."""


def read(path: Path = LABELS) -> Read:
    """The labels in a file. Raises ValueError for what is no label or hash."""
    pages: dict[str, dict[str, list[str]]] = {}
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        name, *words = line.split()
        lines: dict[str, list[str]] = defaultdict(list)
        label = ""
        for word in words:
            if word in _CALLED:
                label = _CALLED[word]
            elif label and re.fullmatch(f"[0-9a-f]{{{HASHED}}}", word):
                lines[word].append(label)
            else:
                raise ValueError(f"{path.name}, line {number}: {word!r} is no label and no hash")
        pages[name] = lines
    return pages


def as_read(page: Page, known: Read) -> Page:
    """A page read with its elements, with the labels it was given. Raises KeyError for no such."""
    lines = known[page.name]
    every = {hashed(text): lines.get(hashed(text), ["boilerplate"]) for text in page.lines}
    return _with(page, every)


def as_in(text: Page, page: Page) -> Page:
    """The text of a page with the labels of its lines there; what is no line there has none."""
    every: dict[str, list[str]] = defaultdict(list)
    for line, label in zip(page.lines, page.labels, strict=True):
        every[hashed(line)].append(label)
    return _with(text, every)


def _with(page: Page, known: Mapping[str, Sequence[str]]) -> Page:
    used: dict[str, int] = defaultdict(int)
    labels: list[str] = []
    for line in page.lines:
        found = hashed(line)
        copies = known.get(found, ["unsure"])
        labels.append(copies[min(used[found], len(copies) - 1)] if line.strip() else "blank")
        used[found] += 1
    return replace(page, labels=tuple(labels))


def hashed(line: str) -> str:
    """The hash of a line without its bullet and its spaces: the same in every style of a page."""
    bare = "".join(key(line).split())
    return hashlib.md5(bare.encode(), usedforsecurity=False).hexdigest()[:HASHED]
