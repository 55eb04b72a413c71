"""Whether a text was broken at a margin, and which of its lines belong together."""
# ruff: noqa: RUF001 — letters and marks of other scripts, as pages write them

import re
from collections.abc import Sequence
from itertools import pairwise

_NARROWEST, _WIDEST = 55, 100  # columns of a margin people set
_ENOUGH_BREAKS = 3  # line ends at the margin that make a margin
_BROKEN_SHARE = 0.7  # of the line ends inside blocks that a margin must explain
_LONGER_SHARE = 0.1  # of the lines that may pass the margin
_TRIED = 8  # of the longest lengths of lines, each of which may be the margin
_LOOKED_AT = 4000  # lines
_BULLET = re.compile(r"^\s*(?:[•‣▪◦●*·+–—-]|\(?\d{1,3}[.)]|#{1,6}|>|\||```|~~~)(?:\s|$)")
_WIDE = re.compile(
    "[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6"
    "\U0001f300-\U0001faff]"
)
_INDENT = re.compile(r"^(?:\t| {4,})")


def cells(text: str) -> int:
    """Return how many columns of a terminal the text takes, about."""
    if text.isascii():
        return len(text)
    return len(text) + len(_WIDE.findall(text))


def starts_anew(line: str) -> bool:
    """Whether a line begins something by its first sign: a list item, a heading, a quotation."""
    return bool(_BULLET.match(line))


def _indentation(line: str) -> int:
    return len(line) - len(line.lstrip())


def _reaches(line: str, following: str, margin: int) -> bool:
    """Whether the first word of the following line had no room in this one."""
    first = following.split(None, 1)[0]
    return cells(line.rstrip()) + 1 + cells(first) > margin


def margin(lines: Sequence[str]) -> int:
    """Return the column the text was broken at, 0 if it was not broken."""
    sample = [line.rstrip() for line in lines[:_LOOKED_AT]]
    written = [line for line in sample if line]
    if sum(len(line) > _WIDEST for line in written) > len(written) * _LONGER_SHARE:
        return 0
    lengths = sorted(cells(line) for line in written)
    if len(lengths) <= _ENOUGH_BREAKS:
        return 0
    within = [length for length in lengths if length <= _WIDEST]
    if len(within) < len(lengths) * (1 - _LONGER_SHARE):
        return 0
    pairs = [
        (line, following)
        for line, following in pairwise(sample)
        if line and following and not starts_anew(following) and not _INDENT.match(following)
    ]
    longest = list(dict.fromkeys(reversed(within[-_TRIED:])))
    for column in longest:
        if column >= _NARROWEST and _explains(pairs, column):
            return column
    return 0


def _explains(pairs: Sequence[tuple[str, str]], column: int) -> bool:
    """Whether most line ends stand where the next word had no room."""
    at_margin = sum(_reaches(line, following, column) for line, following in pairs)
    return at_margin >= max(_ENOUGH_BREAKS, _BROKEN_SHARE * len(pairs))


def joins(line: str, following: str, column: int) -> bool:
    """Whether `following` goes on with the sentence of `line` in a text broken at `column`."""
    if not line.strip() or not following.strip() or starts_anew(following):
        return False
    inside = starts_anew(line)
    if not inside and _indentation(following) > _indentation(line):
        return False
    if line.lstrip().startswith("#"):
        return False
    return _reaches(line, following, column)


def join(lines: Sequence[str]) -> str:
    """Write the lines of one paragraph as one; a soft hyphen at an end takes the space along."""
    parts: list[str] = []  # none of them empty
    for part in map(str.strip, lines):
        end = parts[-1][-1] if parts else ""
        if end == "\xad":
            parts[-1:] = filter(None, [parts[-1][:-1]])
        elif end and not (part and _unspaced(end) and _unspaced(part[0])):
            parts.append(" ")
        if part:
            parts.append(part)
    return "".join(parts)


def _unspaced(character: str) -> bool:
    return "\u3000" <= character <= "\u9fff" or "\uff00" <= character <= "\uffef"
