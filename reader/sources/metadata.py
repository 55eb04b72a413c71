"""Declared facts about a document, brought to one form whatever they came as."""

import re
import unicodedata
from collections.abc import Iterable
from datetime import date

from reader.printable import printable

FACT_CHARACTERS = 500  # longer titles and names are cut
ADDRESS_CHARACTERS = 2_000  # longer addresses are not kept
TAGS = 100  # more are not kept
TAG_CHARACTERS = 100  # longer ones are not kept
_DATE_CHARACTERS = 64  # a date stands at the start of its text

_MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec"
_YEAR_FIRST = re.compile(r"(\d{4})([-/.]?)(\d{1,2})\2(\d{1,2})(?!\d)")
_DAY_FIRST = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})(?!\d)")
_DAY_MONTH = re.compile(r"(?<!\d)(\d{1,2})(?:st|nd|rd|th)?\.?\s([A-Za-z]{3,9})\.?,?\s(\d{4})(?!\d)")
_MONTH_DAY = re.compile(r"\b([A-Za-z]{3,9})\.?\s(\d{1,2})(?:st|nd|rd|th)?,?\s(\d{4})(?!\d)")
_WIKILINK = re.compile(r"\[\[([^\[\]]*)\]\]")


def tidy(value: object) -> str:
    """A string on one line, safe to print, of bounded length; "" for anything but a string."""
    if not isinstance(value, str):
        return ""
    text = printable(" ".join(value[: FACT_CHARACTERS * 4].split()))
    return text if len(text) <= FACT_CHARACTERS else text[: FACT_CHARACTERS - 1] + "…"


def iso_date(value: object) -> str | None:
    """YYYY-MM-DD, if the text starts with a date that can be read in one way only."""
    if not isinstance(value, str):
        return None
    text = " ".join(value[:_DATE_CHARACTERS].split())
    if found := _YEAR_FIRST.match(text):
        return _real(found[1], found[3], found[4])
    if found := _DAY_FIRST.match(text):
        return _real(found[3], found[2], found[1])
    if found := _DAY_MONTH.search(text):
        return _real(found[3], _month(found[2]), found[1])
    if found := _MONTH_DAY.search(text):
        return _real(found[3], _month(found[1]), found[2])
    return None


def _month(name: str) -> str:
    place = _MONTHS.find(name[:3].lower())
    return "0" if place % 3 else str(place // 3 + 1)


def _real(year: str, month: str, day: str) -> str | None:
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None


def web_address(value: object) -> str:
    """An absolute http(s) address, or ""."""
    if not isinstance(value, str) or len(value) > ADDRESS_CHARACTERS:
        return ""
    address = value.strip()
    if not address.lower().startswith(("http://", "https://")) or len(address.split()) != 1:
        return ""
    return printable(address)


def language(value: object) -> str:
    """The two letters that "en-US" or "de_AT" start with, or ""."""
    if not isinstance(value, str):
        return ""
    code = re.split(r"[-_]", value.strip().lower()[:20])[0]
    return code if len(code) == 2 and code.isascii() and code.isalpha() else ""


def authors(*values: object) -> str:
    """Names joined by commas; wikilinks are unwrapped, addresses are no names."""
    names = []
    for value in values:
        name = tidy(_WIKILINK.sub(_link_text, value) if isinstance(value, str) else value)
        name = re.sub(r"^by\s+", "", name, flags=re.IGNORECASE)
        if name and not web_address(name) and name not in names:
            names.append(name)
    return tidy(", ".join(names))


def _link_text(found: re.Match[str]) -> str:
    return found[1].rpartition("|")[2]


def tag_names(values: Iterable[object]) -> tuple[str, ...]:
    """Distinct names in the order given, "#" and wikilink brackets taken off."""
    names: dict[str, None] = {}
    for value in values:
        if not isinstance(value, str) or len(value) > TAG_CHARACTERS:
            continue
        name = unicodedata.normalize("NFC", _WIKILINK.sub(_link_text, value))
        name = tidy(name.strip().lstrip("#"))
        if name and len(names) < TAGS:
            names.setdefault(name)
    return tuple(names)
