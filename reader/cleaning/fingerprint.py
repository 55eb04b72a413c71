"""What makes two lines the same clutter: everything but case, spacing, numbers and dates."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from hashlib import blake2b

from reader.cleaning.calendar_names import MONTHS, WEEKDAYS
from reader.cleaning.folding import folded_words

_NUMBER = re.compile(r"\d+(?:[.,:/\-\u2013]\d+)*(?:(?:st|nd|rd|th|er|º|ª|t|z|h)\b)?[.,]*")
_ASCII_NUMBER = re.compile(_NUMBER.pattern, re.ASCII)  # it finds digits faster
_NAMES = frozenset({*MONTHS, *WEEKDAYS})
_LONGEST_BARE = 80  # characters of a line that may be nothing but a date
_SHORT = 80  # characters of a line that may come again: menus stand on all pages of a site
_REMEMBERED = 20_000  # such lines
_LINKS = frozenset({"de", "of"})  # they stand between the parts of a date


def normal(line: str) -> str:
    """Fold case and spacing, and write every number or date as one "#"."""
    text = " ".join(folded_words(line))
    masked = (_ASCII_NUMBER if text.isascii() else _NUMBER).sub("#", text)
    if masked == text:
        return text
    words = masked.split(" ")
    kept: list[str] = []
    end = 0  # of the words that are looked at
    left = words.count("#")
    while left:
        number = words.index("#", end)
        first = _dated_since(words, number, end)
        kept += words[end:first]
        end = number + 1
        while end < len(words) and _is_dated(words[end]):
            end += 1
        left -= words[number:end].count("#")
        kept += ["#", *(words[end - 1 : end] if words[end - 1] in _LINKS else [])]
    return " ".join(kept + words[end:]).rstrip()


def _dated_since(words: Sequence[str], number: int, start: int) -> int:
    """Return the first word, from `start` on, of the date that a number is a part of."""
    first = number
    while first > start and _is_dated(words[first - 1]):
        first -= 1
    while words[first] in _LINKS:  # they stand inside of dates
        first += 1
    return first


def _is_dated(word: str) -> bool:
    """Whether a word beside a number belongs to a date."""
    return word == "#" or word in _LINKS or word.strip(".,") in _NAMES


def fingerprint(line: str) -> int:
    """Return 64 signed bits, equal for lines that differ only in case, spacing, numbers, dates."""
    return _remembered(line) if len(line) <= _SHORT else _hashed(line)


def _hashed(line: str) -> int:
    normalised = normal(line).encode("utf-8", "surrogatepass")
    return int.from_bytes(blake2b(normalised, digest_size=8).digest(), "big", signed=True)


_remembered = lru_cache(_REMEMBERED)(_hashed)


def counter(lines: Sequence[str], counts: Mapping[int, int]) -> Callable[[str], int]:
    """Return what looks up the count of the fingerprint of any of the lines.

    What repeats are mostly short lines, whose fingerprints are remembered, and what corrections
    know them by. Where these are all that repeats, a long line has none of their fingerprints if it
    begins with a word that none of them begins with.
    """
    if not counts:
        return lambda _: 0
    left = set(counts)
    begun: set[str] = set()
    for line, known_as in zip(lines, told(lines), strict=True):
        for said in {line, known_as}:
            short = len(line) <= _SHORT and said  # a long line is known as itself
            if short and (number := fingerprint(said)) in counts:
                left.discard(number)
                begun.update(folded_words(said)[:1])

    def looked_up(line: str) -> int:
        if len(line) > _SHORT and not left:
            first = line.split(maxsplit=1)[0].casefold()
            if first.isalpha() and first not in begun and first not in _NAMES:
                return 0
        return counts.get(fingerprint(line), 0)

    return looked_up


def told(lines: Sequence[str]) -> Iterator[str]:
    """Yield the text by which corrections know each line; "" for a blank one.

    A line of numbers, dates and signs alone is known together with the line of words above it.
    """
    above = ""
    for line in lines:
        if not line or line.isspace():
            yield ""
        elif _is_bare(line):
            yield f"{above} / {line}"
        else:
            above = line
            yield line


def _is_bare(line: str) -> bool:
    """Whether nothing is left of a line without its numbers and dates but signs."""
    if not any(map(str.isalpha, line)):
        return True
    dated = len(line) <= _LONGEST_BARE and any(map(str.isdigit, line))
    return dated and not any(map(str.isalpha, normal(line)))


def numbered(lines: Sequence[str]) -> tuple[int | None, ...]:
    """Return the fingerprint of each line, None for a blank one."""
    known: dict[str, int | None] = {"": None}
    for line in lines:
        if line not in known:
            known[line] = None if line.isspace() else fingerprint(line)
    return tuple(map(known.__getitem__, lines))


def fingerprints(lines: Iterable[str]) -> tuple[int, ...]:
    """Return the fingerprints of the lines that are not blank, each once, in order."""
    return tuple(dict.fromkeys(fingerprint(line) for line in lines if line and not line.isspace()))
