"""Where a hit is: in its file, in its title, in what is shown. Must not know: how it was found."""

import re
from collections.abc import Sequence
from itertools import pairwise, product

from reader.cli.wrap import cells, cut
from reader.model import CONTENT, Label, Page, Snippet

START = (1, 1)
AROUND = (24, 8, 0)  # characters on both sides by which the passage is told from others like it
CUT = "… "  # at the ends of a passage
LINED = frozenset({"text", "markdown"})  # formats whose lines are those of the file


def place(page: Page, snippet: Snippet) -> tuple[int, int]:
    """The line and the character in it, both from 1, where the first match of the passage stands.

    (1, 1) where that cannot be known: in HTML, and where words were not found as they stand.
    """
    if page.document.format not in LINED or not snippet.matches:
        return START
    first, last = snippet.matches[0]
    for around, article in product(AROUND, (True, False)):
        begin = max(0, first - around)
        piece = snippet.text[begin : last + around]
        lead = len(piece) - len(piece.lstrip(CUT))
        wanted = re.compile(rf"(?<!\w){re.escape(piece.strip(CUT))}")
        for number, line in enumerate(page.lines, 1):
            if (line.label in CONTENT or line.label is Label.TITLE) is article:
                found = wanted.search(line.text)
                if found:
                    return number, found.start() + first - begin - lead + 1
    return START


def ranges(positions: Sequence[int]) -> list[tuple[int, int]]:
    """Ascending positions as ranges: 3, 4, 5, 9 are 3 to 6 and 9 to 10."""
    breaks = [0] + [i for i, (a, b) in enumerate(pairwise(positions), 1) if b != a + 1]
    runs = [positions[start:end] for start, end in pairwise([*breaks, len(positions)])]
    return [(run[0], run[-1] + 1) for run in runs if run]


def window(snippet: Snippet, width: int) -> Snippet:
    """As much of a snippet as `width` cells hold, with its first match in it."""
    text, matches = snippet.text, snippet.matches
    first = matches[0][1] if matches else 0
    if cells(text[:first]) >= width:
        start = max(0, first - width // 2)
        text = "…" + text[start + 1 :]
        matches = tuple((max(a - start, 1), b - start) for a, b in matches if b > start + 1)
    text = cut(text, width)
    end = len(text)
    return Snippet(text, tuple((a, min(b, end)) for a, b in matches if a < end))
