"""What makes two lines the same clutter: everything but case, spacing, numbers and dates."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from hashlib import blake2b

from reader.cleaning.calendar_names import MONTHS, WEEKDAYS

_NUMBER = re.compile(r"\d+(?:[.,:/\-\u2013]\d+)*(?:(?:st|nd|rd|th|er|º|ª|t|z|h)\b)?[.,]*")
_NAMES = frozenset({*MONTHS, *WEEKDAYS})
_SHORT = 80  # characters of a line that may come again: menus stand on all pages of a site
_REMEMBERED = 20_000  # such lines
_LINKS = frozenset({"de", "of"})  # they stand between the parts of a date


def normal(line: str) -> str:
    """Fold case and spacing, and write every number or date as one "#"."""
    text = " ".join(line.casefold().split())
    masked = _NUMBER.sub("#", text)
    if masked == text:
        return text
    words: list[str] = []
    group: list[str] = []
    for word in [*masked.split(" "), ""]:
        if word == "#" or word.strip(".,") in _NAMES or (group and word in _LINKS):
            group.append(word)
            continue
        if group:
            words += _told(group)
            group = []
        words.append(word)
    return " ".join(words).rstrip()


def _told(group: list[str]) -> list[str]:
    """Write the words of a date as one, and leave words alone that no number stands beside."""
    if "#" not in group:
        return group
    return ["#", *(group[-1:] if group[-1] in _LINKS else [])]


def fingerprint(line: str) -> int:
    """Return 64 signed bits, equal for lines that differ only in case, spacing, numbers, dates."""
    return _remembered(line) if len(line) <= _SHORT else _hashed(line)


def _hashed(line: str) -> int:
    normalised = normal(line).encode("utf-8", "surrogatepass")
    return int.from_bytes(blake2b(normalised, digest_size=8).digest(), "big", signed=True)


_remembered = lru_cache(_REMEMBERED)(_hashed)


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
