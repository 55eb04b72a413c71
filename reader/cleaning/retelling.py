"""Reasons that tell counts, told again with the counts of today."""

from collections.abc import Iterator, Sequence

from reader.cleaning import wrapping
from reader.cleaning.fingerprint import fingerprint
from reader.cleaning.repetition import Repetition, is_repeated, repeated
from reader.cleaning.units import follower
from reader.model import Line, Markup


def retold(
    lines: Sequence[Line], markup: Sequence[Markup], source: str, repetition: Repetition
) -> tuple[Line, ...]:
    """Return the lines of a judged document; `source` is its format.

    Labels depend on how often a line stands on its site only roughly, and need not be found again
    whenever a page is added. What a reason says is the number itself.
    """
    found = list(lines)
    for first, after in _stretches(lines, markup, source):
        stretch = lines[first:after]
        count = min(repetition.counts.get(fingerprint(line.text), 0) for line in stretch)
        if count > 1:  # else it waits to be judged again
            reason = repeated(count, repetition.pages)
            found[first:after] = [line._replace(reason=reason) for line in stretch]
    return tuple(found)


def _stretches(
    lines: Sequence[Line], markup: Sequence[Markup], source: str
) -> Iterator[tuple[int, int]]:
    """Yield where lines stand that were judged together, and set aside for a count."""
    texts = [line.text for line in lines]
    column = 0 if source == "markdown" else wrapping.margin(texts)
    follows = follower(texts, markup, source, column) if source != "html" else lambda _: False
    index = 0
    while index < len(lines):
        first, index = index, index + 1
        if not is_repeated(lines[first].reason):
            continue
        while index < len(lines) and follows(index - 1):
            index += 1
        yield first, index
