"""A line of Markdown without its marks: where each character stood, and which are emphasised."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from reader.cleaning import markdown_marks as marks
from reader.model import Emphasis, Kind

SIGNS = (("![", marks.IMAGE), ("[", marks.LINK), ("<", marks.AUTOLINK))
"""What is reduced to its text, and what it cannot be without."""

_ALWAYS = (
    ("**", marks.STRONG, Emphasis.STRONG),
    ("__", marks.STRONG_BELOW, Emphasis.STRONG),
    ("~~", marks.STRUCK, Emphasis.STRUCK),
)
EMPHASES = (
    *_ALWAYS,
    ("*", marks.EMPHASIS, Emphasis.LIGHT),
    *_ALWAYS,
    ("_", marks.EMPHASIS_BELOW, Emphasis.LIGHT),
)
"""What is emphasised, in the order of `inline`, which looks for some of it twice."""

Run = tuple[int, int, Emphasis]  # the first character, the one behind the last


class Traced(NamedTuple):
    """What `markdown_marks.reading` makes of a line."""

    text: str
    where: Sequence[int]  # the index in the line of each character; ascending
    runs: tuple[Run, ...] = ()  # of the text


def traced(line: str, kind: Kind, source: str) -> Traced:
    """The text of a line as it is read, as `reading` gives it, and where its characters stood."""
    bare = kind not in (Kind.HEADING, Kind.QUOTE, Kind.ITEM) and not marks.has_marks(line)
    if bare or source != "markdown" or kind in (Kind.CODE, Kind.META):
        return _stripped(line, 0 if kind is Kind.CODE else len(line) - len(line.lstrip()))
    tracing = _Tracing(line)
    if kind is Kind.HEADING:
        tracing.drop(marks.HEADING)
    elif kind is Kind.QUOTE:
        tracing.drop(marks.QUOTE)
    elif kind is Kind.ITEM:
        tracing.drop(marks.ITEM)
    if marks.has_marks(tracing.text):
        tracing.unmark()
    return tracing.told()


def _stripped(line: str, start: int) -> Traced:
    text = line[start:].rstrip()
    return Traced(text, range(start, start + len(text)))


class _Tracing:
    """A text that becomes shorter step by step, while each character knows where it stood."""

    def __init__(self, line: str) -> None:
        self.text = line
        self._where = list(range(len(line)))
        self._runs: list[Run] = []  # in the line

    def drop(self, pattern: re.Pattern[str]) -> None:
        """Take away what matches."""
        found = [one.span() for one in pattern.finditer(self.text)]
        self._keep([((start, end), (end, end)) for start, end in found])

    def unmark(self) -> None:
        """Take inline marks away, in the order of `inline`."""
        if "`" in self.text or "\\" in self.text:
            self._hold()
        for sign, pattern in SIGNS:
            if sign in self.text:
                self._keep([(one.span(), one.span(1)) for one in pattern.finditer(self.text)])
        for sign, (opened, end), emphasis in EMPHASES:
            if sign in self.text:
                self._emphasised(opened, end, emphasis)
        if not self.text.isascii():
            self.text = marks.HELD_BACK.sub(lambda c: chr(ord(c[0]) - marks.HELD), self.text)

    def told(self) -> Traced:
        """What is left, without the blanks around it."""
        lead = len(self.text) - len(self.text.lstrip())
        text = self.text.strip()
        where = self._where[lead : lead + len(text)]
        found = (
            (bisect_left(where, first), bisect_left(where, last), emphasis)
            for first, last, emphasis in self._runs
        )
        return Traced(text, where, tuple(run for run in found if run[0] < run[1]))

    def _hold(self) -> None:
        """What is escaped, and what stands in code, is no mark."""
        kept, pieces, at = [], [], 0
        for found in marks.LITERAL.finditer(self.text):
            group = 1 if found[1] else 2
            if not found[group]:
                continue
            first, last = found.span(group)
            if group == 2:
                self._run(first, last, Emphasis.CODE)
            before, after = "\0" * (first - found.start()), "\0" * (found.end() - last)
            pieces += [self.text[at : found.start()], before, marks.held(found), after]
            kept.append((found.span(), (first, last)))
            at = found.end()
        self.text = "".join((*pieces, self.text[at:]))
        self._keep(kept)

    def _emphasised(
        self, opened: re.Pattern[str], end: re.Pattern[str], emphasis: Emphasis
    ) -> None:
        ends = [one.end() for one in end.finditer(self.text)]
        if not ends:
            return
        found = list(opened.finditer(self.text, 0, ends[-1]))
        for one in found:
            self._run(*one.span(1), emphasis)
        self._keep([(one.span(), one.span(1)) for one in found])

    def _run(self, first: int, last: int, emphasis: Emphasis) -> None:
        if first < last:
            self._runs.append((self._where[first], self._where[last - 1] + 1, emphasis))

    def _keep(self, found: list[tuple[tuple[int, int], tuple[int, int]]]) -> None:
        """Of each stretch that was found, keep only the characters inside."""
        text: list[str] = []
        where: list[int] = []
        at = 0
        for (start, end), (first, last) in found:
            text += [self.text[at:start], self.text[first:last]]
            where += self._where[at:start]
            where += self._where[first:last]
            at = end
        self.text = "".join((*text, self.text[at:]))
        self._where = where + self._where[at:]
