"""What the site is called that a page is of, by its masthead and its copyright notice."""
# ruff: noqa: RUF001 — marks of other scripts, as pages write them

import re
from collections.abc import Sequence

from reader.cleaning.dates import dates
from reader.cleaning.lexicon import clutter
from reader.cleaning.units import Unit
from reader.model import Kind, Label

_WORDS = 5
_TOP = 8  # units at the top of a page, where its masthead stands
_LEAST = 4  # letters of a name
_MENTIONED = 3  # words that a line has at least besides the name it mentions
_LONGEST = 600  # characters of a line of the foot
_OWNER = re.compile(
    r"(?:©|\(c\)|copyright)\s*(?:©|\(c\))?\s*(?:\d{4}(?:\s*[-–]\s*\d{4})?)?\s*,?\s*(?:by\s+)?"
    r"(?P<name>[^|.,;–—]{3,60}?)\s*(?:[-–]?\s*\d{4}\b|[|.,;–—]|all rights|alle rechte"
    r"|tous droits|$)",
    re.IGNORECASE,
)
_NO_OWNER = re.compile(r"all rights|reserved|©|\d{4}|https?:|copyright", re.IGNORECASE)


def site_name(units: Sequence[Unit], labels: Sequence[Label]) -> str:
    """Return the masthead that the foot of the page mentions, else the owner; "" if neither."""
    return _masthead(units, labels) or _owner(units, labels)


def _masthead(units: Sequence[Unit], labels: Sequence[Label]) -> str:
    kept = [at for at, label in enumerate(labels) if label in (Label.BODY, Label.TITLE)]
    if not kept:
        return ""
    foot = [
        unit.text[:_LONGEST] for unit in units[kept[-1] + 1 :] if unit.markup.kind is not Kind.META
    ]
    for unit in units[: min(_TOP, kept[0])]:
        name = unit.text.strip()
        if len(name) < _LEAST or len(name.split()) > _WORDS or not _is_name(unit, name):
            continue
        mention = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)", re.IGNORECASE)
        for line in foot:
            found = mention.search(line) if len(line.split()) >= _MENTIONED else None
            if found and found[0][0].isupper() and not found[0].isupper():
                return found[0]
    return ""


def _is_name(unit: Unit, name: str) -> bool:
    if unit.markup.kind is Kind.META or unit.clutter or unit.byline or any(dates(name)):
        return False
    return not unit.shape.separators and not unit.shape.bullet and name[0].isupper()


def _owner(units: Sequence[Unit], labels: Sequence[Label]) -> str:
    """Return the site's name out of its copyright notice."""
    for unit, label in zip(reversed(units), reversed(labels), strict=True):
        if label is not Label.BOILERPLATE or unit.shape.words > 4 * _WORDS:
            continue
        match = _OWNER.search(unit.text)
        name = " ".join(match["name"].split()) if match else ""
        short = 0 < len(name.split()) <= _WORDS and name[0].isupper()
        if short and not _NO_OWNER.search(name) and clutter(name) is None:
            return name
    return ""
