"""What a document tells about itself: declared first, else read from its lines."""

import re
from collections.abc import Iterator, Sequence
from urllib.parse import urlsplit

from reader.cleaning.bylines import alone
from reader.cleaning.crumbs import section
from reader.cleaning.dates import (
    Dated,
    dates,
    is_american,
    says_other,
    says_published,
    says_updated,
    swapped,
)
from reader.cleaning.site_name import site_name
from reader.cleaning.units import Unit
from reader.model import Kind, Label, Metadata, RawDocument

_READ = 700  # characters that are enough to tell the language
_FEWEST_WORDS = 5
_FEWEST_UNSPACED = 10  # characters of a script without spaces
_SURE = 0.5  # probability below which the language stays unknown
_SITE_WORDS = 5
_ABOVE, _FAR_ABOVE = 1.5, 3.0  # ranks of dates above the headline: before and after a change
_ABOVE_TITLE = 4  # units above the headline from which a date or a name may be another's
_SLASHED = re.compile(
    r"(?<![\d/])(?:(1[3-9]|2\d|3[01])/(?:0?[1-9]|1[0-2])|(0?[1-9]|1[0-2])/(?:1[3-9]|2\d|3[01]))/(?:[12]\d)?\d\d(?![\d/])"
)
_DAY_FIRST = (".uk", ".au", ".nz", ".ie", ".in", ".za", ".eu", ".sg", ".my", ".ng", ".ke")


def language(text: str) -> str:
    """Return the ISO 639-1 code of the text's language; "" for a few words, or when in doubt."""
    text = " ".join(text[: 2 * _READ].split())[:_READ]
    words = len(text.split())
    if words < _FEWEST_WORDS and (text.isascii() or len(text) < _FEWEST_UNSPACED):
        return ""
    if not any(map(str.isalpha, text)):
        return ""
    # It loads numpy and a model, which takes longer than the rest of the program's start.
    from reader.cleaning.nets.languages import identifier  # noqa: PLC0415

    code, probability = identifier().classify(text.encode("utf-8", "ignore"))
    return str(code) if probability >= _SURE and len(code) == 2 else ""


def site_of(raw: RawDocument, folder: str) -> str:
    """Return the key under which pages count as one site: host, declared name, or the folder."""
    return _host(raw.metadata.url) or raw.metadata.site.strip().casefold() or folder


def _host(url: str) -> str:
    try:
        host = urlsplit(url.strip()).hostname or ""
    except ValueError:
        return ""
    return host.removeprefix("www.")


def described(
    raw: RawDocument, units: Sequence[Unit], labels: Sequence[Label], title: str
) -> Metadata:
    """Fill in what the document does not declare from the lines that were labelled."""
    declared = raw.metadata
    lang = declared.lang or language(_sample(units, labels))
    return declared._replace(
        title=title,
        author=declared.author or _author(units, labels),
        site=declared.site or _host(declared.url) or site_name(units, labels),
        date=declared.date or _date(units, labels, lang, _host(declared.url)),
        lang=lang,
        section=section(units, _place(units, labels), title),
    )


def _place(units: Sequence[Unit], labels: Sequence[Label]) -> int | None:
    """Return which unit is the headline, None where it stands nowhere or in front matter."""
    place = labels.index(Label.TITLE) if Label.TITLE in labels else None
    return None if place is None or units[place].markup.kind is Kind.META else place


def _sample(units: Sequence[Unit], labels: Sequence[Label]) -> str:
    """Return article text to tell the language by: prose first, headings where there is none."""
    parts: list[str] = []
    size = 0
    wanted = (Label.BODY, Label.LIST, Label.CAPTION, Label.HEADING, Label.TITLE)
    for kinds in (wanted[:1], wanted[1:]):
        for unit, label in zip(units, labels, strict=True):
            if label in kinds and size < _READ and unit.markup.kind is not Kind.CODE:
                parts.append(unit.text)
                size += len(unit.text)
    return " ".join(parts)


def _author(units: Sequence[Unit], labels: Sequence[Label]) -> str:
    """Return who the first byline of the article names: those below the title before others."""
    title = labels.index(Label.TITLE) if Label.TITLE in labels else 0
    opened = False
    found: list[tuple[bool, int, str]] = []
    for place, (unit, label) in enumerate(zip(units, labels, strict=True)):
        if label is not Label.BYLINE:
            continue
        if unit.markup.kind is Kind.META:
            return unit.text.partition(":")[2].strip(" \"'")
        if unit.byline is not None:
            name = unit.byline.author
            opened = opened or not name
        else:
            name = alone(unit.text) or ("" if unit.clutter and not opened else unit.text.strip())
        if name:
            found.append((place < title - _ABOVE_TITLE, place, name))
    return min(found)[2] if found else ""


def _dated(units: Sequence[Unit], labels: Sequence[Label]) -> Iterator[tuple[float, str, Dated]]:
    """Yield the rank (lower is better), the text and the date of each line that may tell it."""
    title = labels.index(Label.TITLE) if Label.TITLE in labels else 0
    for place, (unit, label) in enumerate(zip(units, labels, strict=True)):
        if label not in (Label.DATE, Label.BYLINE, Label.TITLE):
            continue
        found = tuple(dates(unit.text))
        if label is Label.TITLE and not (found and found[0].start <= _SITE_WORDS):
            continue
        for number, one in enumerate(found):
            before = unit.text[found[number - 1].end if number else 0 : one.start]
            if says_other(before) and not says_published(before):
                continue
            rank: float = 0 if says_published(before) else 2 if says_updated(before) else 1
            if unit.markup.kind is Kind.META:
                rank = -1
            elif place < title:
                rank = _FAR_ABOVE if place < title - _ABOVE_TITLE else max(rank, _ABOVE)
            yield rank, unit.text, one


def _date(units: Sequence[Unit], labels: Sequence[Label], lang: str, host: str) -> str | None:
    """Return the best date: one called published, then a bare one, then that of a change."""
    found: list[tuple[float, int, str]] = []
    for place, (rank, text, one) in enumerate(_dated(units, labels)):
        iso = one.iso
        if one.ambiguous and lang in ("en", ""):
            order = _order(units, text, host)
            if not order:
                continue
            iso = iso if order == "day first" else swapped(iso)
        found.append((rank, place, iso))
    return min(found)[2] if found else None


def _order(units: Sequence[Unit], text: str, host: str) -> str:
    """Return whether a page writes 03/05/2021 "day first" or "month first"; "" if in doubt."""
    if host.endswith(_DAY_FIRST):
        return "day first"
    for unit in units:
        numbers = _SLASHED.search(unit.text[:_READ]) if "/" in unit.text[:_READ] else None
        if numbers:
            return "day first" if numbers[1] else "month first"
    return "month first" if is_american(text) else ""
