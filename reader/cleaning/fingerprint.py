"""What makes two lines the same clutter: everything but case, spacing, numbers and dates."""

import re
from collections.abc import Iterable
from hashlib import blake2b

from reader.cleaning.calendar_names import MONTHS, WEEKDAYS

_NAME = "(?:" + "|".join(sorted({*MONTHS, *WEEKDAYS}, key=len, reverse=True)) + r")\b\.?,?"
_NUMBER = re.compile(r"\d+(?:[.,:/\-\u2013]\d+)*(?:(?:st|nd|rd|th|er|º|ª)\b|(?:t|z|h)\b)?\.?,?")
_BEFORE = re.compile(rf"(?:\b{_NAME}\s*(?:de\s+)?)+(?=#)")
_AFTER = re.compile(rf"(?<=#)\s*(?:de\s+)?{_NAME}")
_NUMBERS = re.compile(r"#(?:\s*(?:de\s+)?#)+")


def normal(line: str) -> str:
    """Fold case and spacing, and write every number or date as one "#"."""
    text = " ".join(line.casefold().split())
    masked = _NUMBER.sub("#", text)
    if len(masked) == len(text) and masked == text:
        return text
    return _NUMBERS.sub("#", _AFTER.sub("", _BEFORE.sub("", masked)))


def fingerprint(line: str) -> int:
    """Return 64 signed bits, equal for lines that differ only in case, spacing, numbers, dates."""
    normalised = normal(line).encode("utf-8", "surrogatepass")
    return int.from_bytes(blake2b(normalised, digest_size=8).digest(), "big", signed=True)


def fingerprints(lines: Iterable[str]) -> tuple[int, ...]:
    """Return the fingerprints of the lines that are not blank, each once, in order."""
    return tuple(dict.fromkeys(fingerprint(line) for line in lines if line and not line.isspace()))
