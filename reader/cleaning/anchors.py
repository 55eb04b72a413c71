"""Passages of a page: described by their words, and found again when the page was edited.

As in the Web Annotation Data Model: a quote with what stands before and after it, then a position.
Spaces and line ends count for nothing, so a page that is wrapped or cleaned anew keeps its
passages.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reader.model import Position, Quote

CONTEXT = 40  # characters kept before and after a passage
ALIKE = 85  # of 100: how much of a passage must have stayed for it to be taken for the same
LEAST = 12  # letters, without spaces, of a passage that is looked for by likeness
Range = tuple[Position, Position]


def quoted(lines: Sequence[str], start: Position, end: Position) -> Quote:
    """The passage from `start` up to `end`, with what stands around it."""
    text = "\n".join(lines)
    first, last = sorted((_offset(lines, start), _offset(lines, end)))
    while first < last and text[first].isspace():
        first += 1
    while last > first and text[last - 1].isspace():
        last -= 1
    line = text.count("\n", 0, first)
    return Quote(
        exact=text[first:last],
        before=text[max(0, first - CONTEXT) : first],
        after=text[last : last + CONTEXT],
        line=line,
        character=first - (text.rfind("\n", 0, first) + 1),
    )


def anchored(lines: Sequence[str], quote: Quote) -> Range | None:
    """Where the passage stands in these lines, up to behind its last character; None if nowhere.

    Of several equal ones it is that whose surroundings are most alike, then the nearest one. A
    passage that was edited a little is found by its likeness.
    """
    squeezed = _Squeezed.of(lines)
    exact = _squeeze(quote.exact)
    if not exact:
        return None
    hint = squeezed.place(quote)
    before, after = _squeeze(quote.before), _squeeze(quote.after)

    def fitness(start: int) -> tuple[int, int]:
        here = _same_end(squeezed.text[:start][-CONTEXT:], before)
        there = _same_start(squeezed.text[start + len(exact) :][:CONTEXT], after)
        return here + there, -abs(start - hint)

    found = list(_everywhere(squeezed.text, exact))
    if found:
        start = max(found, key=fitness)
        return squeezed.range(start, start + len(exact))
    between = _between(squeezed.text, before, after, len(exact))
    return squeezed.range(*between) if between else _alike(squeezed, exact)


class _Squeezed(NamedTuple):
    """The text of a page without any spaces, and where each of its characters stands."""

    text: str
    places: list[tuple[int, int]]  # line and character

    @classmethod
    def of(cls, lines: Sequence[str]) -> "_Squeezed":
        places = [
            (number, at)
            for number, line in enumerate(lines)
            for at, character in enumerate(line)
            if not character.isspace()
        ]
        return cls("".join(map(_squeeze, lines)), places)

    def place(self, quote: Quote) -> int:
        """How many characters stand before the place a passage had."""
        return bisect_left(self.places, (quote.line, quote.character))

    def range(self, start: int, end: int) -> Range:
        """The range of these characters."""
        line, character = self.places[end - 1]
        return Position(*self.places[start]), Position(line, character + 1)


def _squeeze(text: str) -> str:
    return "".join(text.split())


def _offset(lines: Sequence[str], position: Position) -> int:
    line = max(0, min(position.line, len(lines) - 1))
    before = sum(len(text) + 1 for text in lines[:line])
    return before + max(0, min(position.character, len(lines[line]) if lines else 0))


def _everywhere(text: str, part: str) -> Iterator[int]:
    start = text.find(part)
    while start >= 0:
        yield start
        start = text.find(part, start + 1)


def _same_start(one: str, other: str) -> int:
    """How many first characters are the same."""
    length = 0
    for mine, theirs in zip(one, other, strict=False):
        if mine != theirs:
            break
        length += 1
    return length


def _same_end(one: str, other: str) -> int:
    return _same_start(one[::-1], other[::-1])


def _between(text: str, before: str, after: str, length: int) -> tuple[int, int] | None:
    """What stands between the old surroundings, if that is one place and about as long."""
    if len(before) < LEAST or len(after) < LEAST or text.count(before) != 1:
        return None
    start = text.find(before) + len(before)
    end = text.find(after, start)
    return (start, end) if length / 2 <= end - start <= 2 * length else None


def _alike(squeezed: _Squeezed, exact: str) -> Range | None:
    """The passage that is most like this one, if it is like enough."""
    if not LEAST <= len(exact) <= len(squeezed.text):
        return None
    from rapidfuzz.fuzz import partial_ratio_alignment  # noqa: PLC0415  # heavy

    found = partial_ratio_alignment(exact, squeezed.text, score_cutoff=ALIKE)
    if found is None or found.dest_end <= found.dest_start:
        return None
    return squeezed.range(found.dest_start, found.dest_end)
