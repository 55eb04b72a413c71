"""What a judged document amounts to, in numbers. Must not know: documents beside it."""

import re
from collections.abc import Iterable, Sequence

from reader.cleaning.paragraphs import words, words_aside
from reader.model import CONTENT, Judged, Label, Line, Measured, Paragraph

_WHOLE = 1000
_IMAGE = re.compile(r"!\[[^\[\]]*\][(\[]")  # Markdown's


def measured(judged: Judged, paragraphs: Sequence[Paragraph], broken: str = "") -> Measured:
    """Return how long the article is, how much was set aside, and how sure that is.

    `paragraphs` are those of the judged lines; `broken` says what stands in an article's place.
    """
    article, aside = words(paragraphs), words_aside(paragraphs)
    junk = round(_WHOLE * aside / (article + aside)) if aside else 0
    return Measured(article, broken, junk, _sure(judged.lines), any(map(_pictured, judged.lines)))


def _pictured(line: Line) -> bool:
    if line.label not in CONTENT:
        return False
    return line.label is Label.CAPTION or ("![" in line.text and bool(_IMAGE.search(line.text)))


def _sure(lines: Iterable[Line]) -> int:
    """Return how far from a coin's toss the scores are, longer lines counting more: 0 to 1000."""
    scored = [(len(line.text), line.score) for line in lines if line.score is not None]
    characters = sum(length for length, _ in scored)
    if not characters:
        return _WHOLE  # nothing was in doubt
    far = sum(length * abs(2 * score - 1) for length, score in scored)
    return round(_WHOLE * far / characters)
