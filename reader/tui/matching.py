"""Finding inside the open document: every place that matches, and which one is next."""

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence

from reader.library.passages import lit
from reader.model import Kind
from reader.tui.part import Part, Tone

MAX_MATCHES = 100_000  # beyond these a count says nothing to anybody

Place = tuple[int, int]
ESCAPED = re.compile(r"\\(?:[pP]\{\^?\w*\}|.)")  # of an expression: its capitals are no letters
SEARCHED = frozenset({Tone.TEXT, Tone.TITLE, Tone.HEADING, Tone.DIM, Tone.ASIDE})


class Matching:
    """What is looked for and its places in the parts of a page, in order."""

    def __init__(
        self, typed: str, words: Iterable[str] = (), title: tuple[int, int] | None = None
    ) -> None:
        """Either what was typed, as it stands with smart case, or what a query has found by.

        Between slashes it is a regular expression; QueryError where that is none. `title` are
        the characters of the title by which a query found it, if it did.
        """
        self.typed = typed
        self.words = tuple(words)
        self.title = title
        self._places_in = _finder(typed) if typed.strip() else _lit(self.words)
        self._places: list[tuple[int, int, int]] = []  # part, start, end
        self.current: int | None = None

    def __len__(self) -> int:
        return len(self._places)

    def over(self, parts: Sequence[Part]) -> None:
        """Look for it in these parts; one stays at a match that is still the same."""
        at, places = self.current, self._places
        self._places, self.current = [], None
        self._look(parts)
        if at is not None and self._places[at : at + 1] == places[at : at + 1]:
            self.current = at

    def _look(self, parts: Sequence[Part]) -> None:
        for index, part in enumerate(parts):
            if part.tone not in SEARCHED or not part.text or part.kind is Kind.META:
                continue
            found = self._places_in(part.text) if self._places_in else ()
            if not found and self.title and part.tone is Tone.TITLE:
                found = (self.title,)
            self._places += [(index, start, end) for start, end in found if end > start]
            if len(self._places) >= MAX_MATCHES:
                return

    def step(self, by: int, top: Place) -> Place | None:
        """The next match (1) or the one before (-1): from the current one, else from `top`."""
        if not self._places:
            return None
        if self.current is None:
            after = bisect_left(self._places, (*top, 0))
            wanted = after if by > 0 else after - 1
        else:
            wanted = self.current + by
        if not 0 <= wanted < len(self._places):
            return None
        self.current = wanted
        return self.place

    @property
    def place(self) -> Place | None:
        """Where the match stands that one is at."""
        return None if self.current is None else self._places[self.current][:2]

    def at(self, number: int) -> Place | None:
        """Be at the first match (0) or the last (-1), wherever one was."""
        if not self._places:
            return None
        self.current = number % len(self._places)
        return self.place

    def spans(self, index: int, start: int, end: int) -> list[tuple[int, int, bool]]:
        """The matches inside characters `start` to `end` of a part; True marks the current one."""
        low = bisect_left(self._places, (index,))
        high = bisect_right(self._places, (index, end))
        return [
            (max(first, start), min(last, end), number == self.current)
            for number, (_, first, last) in enumerate(self._places[low:high], low)
            if last > start and first < end
        ]


def fold(text: str) -> str:
    """Case and accents taken away, every character still in its place."""
    if text.isascii():
        return text.lower()
    return "".join(_folded(character) for character in text)


def _folded(character: str) -> str:
    base = unicodedata.normalize("NFKD", character)[:1] or character
    if base == " ":  # an accent that stands alone is not nothing
        return character
    return (base.lower() or base)[:1]


def _finder(typed: str) -> Callable[[str], list[Place]]:
    """What finds a typed text, or a regular expression between slashes."""
    if len(typed) > 2 and typed.startswith("/") and typed.endswith("/"):
        return _expression(typed[1:-1])
    folded = typed if _capitals(typed) else fold(typed)
    pattern = re.compile(r"\s+".join(map(re.escape, folded.split())))
    if _capitals(typed):
        return lambda text: [match.span() for match in pattern.finditer(text)]
    return lambda text: [match.span() for match in pattern.finditer(fold(text))]


def _lit(words: tuple[str, ...]) -> Callable[[str], Sequence[Place]] | None:
    """What finds the words of a query as the search has found them."""
    if not words:
        return None
    return lambda text: lit(text, words)


def _expression(pattern: str) -> Callable[[str], list[Place]]:
    from reader.library.expressions import expression  # noqa: PLC0415  # few ever type one

    capitals = _capitals(ESCAPED.sub("", pattern))
    compiled = expression(pattern, capitals)
    if capitals or not pattern.isascii():  # accents that are typed count
        return lambda text: [match.span() for match in compiled.finditer(text)]
    return lambda text: [match.span() for match in compiled.finditer(fold(text))]


def _capitals(text: str) -> bool:
    return any(letter.isupper() for letter in text)
