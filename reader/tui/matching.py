"""Finding inside the open document: every place that matches, and which one is next."""

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from reader.library.passages import lit
from reader.tui.setting import Part, Tone

MAX_MATCHES = 100_000  # beyond these a count says nothing to anybody

Place = tuple[int, int]
_PLAIN = re.compile(r"[^'/|*]*\*?")  # a word or a phrase, or how one begins
SEARCHED = frozenset({Tone.TEXT, Tone.TITLE, Tone.HEADING, Tone.DIM, Tone.ASIDE})


class Matching:
    """A pattern and its places in the parts of a page, in order."""

    def __init__(self, typed: str, words: Iterable[str] = ()) -> None:
        """Either what was typed, as it stands with smart case, or the `words` of what was found."""
        self.typed = typed
        self.words = tuple(words)
        self._folded = not any(letter.isupper() for letter in typed)
        plain = typed.strip() or all(map(_PLAIN.fullmatch, self.words))
        self._pattern = _pattern(typed, self.words) if plain else None
        self._lit = () if plain else self.words  # only finding can tell where these stand
        self._places: list[tuple[int, int, int]] = []  # part, start, end
        self.current: int | None = None

    def __len__(self) -> int:
        return len(self._places)

    def over(self, parts: Sequence[Part]) -> None:
        """Look for the pattern in these parts."""
        self._places, self.current = [], None
        if self._pattern is None and not self._lit:
            return
        for index, part in enumerate(parts):
            if part.tone not in SEARCHED or not part.text:
                continue
            self._places += ((index, *place) for place in self._ranges(part.text))
            if len(self._places) >= MAX_MATCHES:
                return

    def _ranges(self, text: str) -> Iterable[tuple[int, int]]:
        if self._pattern is None:
            return lit(text, self._lit)
        found = self._pattern.finditer(fold(text) if self._folded else text)
        return (match.span() for match in found if match.end() > match.start())

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
        index, start, _ = self._places[wanted]
        return index, start

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


def _pattern(typed: str, words: tuple[str, ...]) -> re.Pattern[str] | None:
    if typed.strip():
        folded = typed if any(letter.isupper() for letter in typed) else fold(typed)
        return re.compile(r"\s+".join(map(re.escape, folded.split())))
    usable = [word for word in words if word.strip("* ")]
    if not usable:
        return None
    return re.compile("|".join(_as_words(word) for word in sorted(usable, key=len)[::-1]))


def _as_words(word: str) -> str:
    folded = r"\s+".join(map(re.escape, fold(word.removesuffix("*")).split()))
    if not folded[:2].isascii():
        return folded  # in scripts without spaces a match may begin and end anywhere
    return rf"(?<!\w){folded}" + r"(?!\w)" * (not word.endswith("*"))
