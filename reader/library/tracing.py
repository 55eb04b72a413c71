"""Where each character of a text that is shown stands in its source. Must not know: any screen."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from reader.model import Emphasis, Kind

Run = tuple[int, int, Emphasis]  # the first character, the one behind the last
REMEMBERED = 128  # paragraphs: what is in sight, and what was just before

# What cleans is imported by what needs it: a text may be painted before.


class Stretch(NamedTuple):
    """The part of a text that comes from one line."""

    start: int  # in the text
    line: int  # among the lines that were traced
    where: Sequence[int]  # the index in the line of each of its characters


class Trace(NamedTuple):
    """A text and the lines it was made of."""

    stretches: tuple[Stretch, ...]
    runs: tuple[Run, ...]  # what is emphasised

    def source(self, character: int) -> tuple[int, int]:
        """The line that a character of the text comes from, and which of its characters it is."""
        at = bisect_right(self.stretches, character, key=lambda one: one.start) - 1
        if at < 0:
            return 0, 0
        start, line, where = self.stretches[at]
        inside = max(0, character - start)
        if not where:
            return line, inside
        return line, where[inside] if inside < len(where) else where[-1] + 1

    def shown(self, line: int, character: int) -> int:
        """The character of the text that shows one of a line, or the nearest that follows it."""
        at = bisect_left(self.stretches, line, key=lambda one: one.line)
        if at == len(self.stretches):
            return self._end
        start, found, where = self.stretches[at]
        return start + (bisect_left(where, character) if found == line else 0)

    @property
    def _end(self) -> int:
        return self.stretches[-1].start + len(self.stretches[-1].where) if self.stretches else 0


def trace(text: str, lines: Sequence[str], kind: Kind = Kind.TEXT, marked: bool = False) -> Trace:
    """Find the characters of a text in the lines that it was joined of.

    With `marked` marks of Markdown were taken out of the lines, which are of that kind.
    """
    if len(lines) == 1 and not marked:
        start = max(0, lines[0].find(text)) if len(lines[0]) > len(text) else 0
        return Trace((Stretch(0, 0, range(start, start + len(text))),), ())
    return _traced(text, tuple(lines), kind, marked)


@lru_cache(REMEMBERED)
def _traced(text: str, lines: tuple[str, ...], kind: Kind, marked: bool) -> Trace:
    from reader.cleaning.markdown_marks import without_bullet  # noqa: PLC0415
    from reader.cleaning.markdown_runs import traced  # noqa: PLC0415

    stretches: list[Stretch] = []
    runs: list[Run] = []
    at = 0
    for number, line in enumerate(lines):
        said, where, emphasis = traced(line, kind, "markdown" if marked else "")
        cut = len(said) - len(without_bullet(said)) if kind is Kind.ITEM and not at else 0
        said = said[cut:]
        if not said:
            continue
        at += bool(stretches) and text[at : at + 1] == " "
        size = len(said) if text.startswith(said, at) else _same(said, text, at)
        stretches.append(Stretch(at, number, where[cut : cut + size]))
        runs += [
            (at + max(0, first - cut), at + min(last - cut, size), mark)
            for first, last, mark in emphasis
            if cut < last and first - cut < size
        ]
        at += size
    return Trace(tuple(stretches), tuple(runs))


def said(lines: Sequence[str], kind: Kind) -> str:
    """What some lines of Markdown say together, as a paragraph of them has it."""
    from reader.cleaning import wrapping  # noqa: PLC0415
    from reader.cleaning.markdown_marks import reading  # noqa: PLC0415

    return wrapping.join([reading(line, kind, "markdown") for line in lines])


def _same(said: str, text: str, at: int) -> int:
    """How many characters stand in both: a soft hyphen at the end of a line is left out."""
    size = 0
    while size < len(said) and text[at + size : at + size + 1] == said[size]:
        size += 1
    return size
