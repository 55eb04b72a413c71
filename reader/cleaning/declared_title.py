"""The title a page declares: without the site, and the line of the page that says it."""
# ruff: noqa: RUF001 — marks of other scripts, as pages write them

import re
from collections.abc import Sequence

from reader.cleaning.dates import dates
from reader.cleaning.folding import plain
from reader.cleaning.hints import DATE, hints
from reader.cleaning.units import Unit
from reader.model import Kind

_SITE = re.compile(r"\s+[|·•–—»«:]\s+|\s+-\s+|\s*[|｜»«]\s*")
_PARTS = re.compile(r"\s+[|·•–—:-]{1,2}\s+")
_SITE_SHARE = 0.7  # of the length of what may be a site, that a title has at least
_SITE_WORDS = 6  # words of a site's name
_DATE_WORD = re.compile(r"^(?:date|datum|fecha|data|published|posted)\b\s*[:：]?\s*", re.I)
_SECTION = re.compile(r"^\W*(?:[^\W\d_]+(?:\s+[^\W\d_]+){0,2}\s*[:|–—-]\s+|[:|–—-]\s*)?")
_LEAST = 9  # characters that a declared title and a line have in common


def without_site(title: str, site: str = "") -> str:
    """Drop the site's name at the end of a declared title, known or guessed by its separator."""
    title = " ".join(title.split())
    parts = _SITE.split(title)
    if len(parts) < 2:
        return title
    last = parts[-1]
    if not last.strip() or last[-1] in "?!.…？！。":  # a quotation, or a sentence
        return title
    strong = re.search(r"[|｜»«]|\s[–—-]\s", title[len(title) - len(last) - 4 :])
    named = site and plain(last) == plain(site)
    kept = title[: title.rfind(last)].rstrip(" |｜·•–—»«:-")
    if named or (
        strong and len(last.split()) <= _SITE_WORDS and len(kept) >= _SITE_SHARE * len(last)
    ):
        return kept or title
    return title


def cleaned(text: str) -> str:
    """Drop a date and a section that run into a headline from the left."""
    text = " ".join(text.split())
    if not hints(text) & DATE:
        return text
    bare = _DATE_WORD.sub("", text)
    found = next(dates(bare), None)
    if found and found.start == 0:
        rest = _SECTION.sub("", bare[found.end :].strip(), count=1).strip()
        if len(rest.split()) >= 2:
            return rest
    return text


def declaring(units: Sequence[Unit], declared: str, likely: Sequence[float]) -> int | None:
    """Return which unit says what is declared: to the letter, or but for a site or a kicker."""
    wanted = plain(declared)
    parts = {plain(part) for part in _PARTS.split(declared)}
    found: list[tuple[bool, float, int, int]] = []
    for index, unit in enumerate(units):
        own = plain(cleaned(unit.text)) if unit.plain else ""
        if own == wanted or (own and _declares(own, wanted, parts, unit)):
            chance = likely[index] if likely else 0.0
            found.append((own == wanted, chance, len(own), -index))
    return -max(found)[-1] if found else None


def _declares(own: str, wanted: str, parts: set[str], unit: Unit) -> bool:
    if unit.clutter or len(own) < _LEAST:
        return False
    longer, shorter = (wanted, own) if len(wanted) > len(own) else (own, wanted)
    if len(shorter) * 2 < len(longer):
        return own in parts
    return longer.startswith(shorter + " ") or longer.endswith(" " + shorter)


def worded(unit: Unit, declared: str) -> str:
    """What a line says for the title that is declared, or that where it is worded better."""
    wanted = plain(declared)
    if unit.plain == wanted or unit.shape.cut or unit.markup.kind is Kind.META:
        return declared
    heads = unit.markup.kind is Kind.HEADING
    return cleaned(unit.text) if heads or len(unit.plain) < len(wanted) else declared
