"""What a document tells about itself: declared first, else read from its lines."""
# ruff: noqa: RUF001 — letters and marks of other scripts, as pages write them

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any
from urllib.parse import urlsplit

from reader.cleaning.dates import Dated, dates, says_published, says_updated
from reader.cleaning.lexicon import clutter
from reader.cleaning.units import Unit
from reader.model import Kind, Label, Metadata, RawDocument

_READ = 700  # characters that are enough to tell the language
_FEWEST_WORDS = 5
_FEWEST_UNSPACED = 10  # characters of a script without spaces
_SURE = 0.5  # probability below which the language stays unknown
_SITE_WORDS = 5
_OWNER = re.compile(
    r"(?:©|\(c\)|copyright)\s*(?:©|\(c\))?\s*(?:\d{4}(?:\s*[-–]\s*\d{4})?)?\s*,?\s*(?:by\s+)?"
    r"(?P<name>[^|.,;–—]{3,60}?)\s*(?:[-–]?\s*\d{4}\b|[|.,;–—]|all rights|alle rechte"
    r"|tous droits|$)",
    re.IGNORECASE,
)
_NO_OWNER = re.compile(r"all rights|reserved|©|\d{4}|https?:|copyright", re.IGNORECASE)


@lru_cache(1)
def _identifier() -> Any:
    # It loads numpy and a model, which takes longer than the rest of the program's start.
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def language(text: str) -> str:
    """Return the ISO 639-1 code of the text's language; "" for a few words, or when in doubt."""
    text = " ".join(text[: 2 * _READ].split())[:_READ]
    words = len(text.split())
    if words < _FEWEST_WORDS and (text.isascii() or len(text) < _FEWEST_UNSPACED):
        return ""
    if not any(map(str.isalpha, text)):
        return ""
    code, probability = _identifier().classify(text.encode("utf-8", "ignore"))
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
        site=declared.site or _host(declared.url) or _owner(units, labels),
        date=declared.date or _date(units, labels, lang),
        lang=lang,
    )


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
    opened = False
    for unit, label in zip(units, labels, strict=True):
        if label is not Label.BYLINE:
            continue
        if unit.markup.kind is Kind.META:
            return unit.text.partition(":")[2].strip(" \"'")
        if unit.byline is not None and unit.byline.author:
            return unit.byline.author
        if unit.byline is None and (opened or not unit.clutter):
            return unit.text.strip()
        opened = True
    return ""


def _dated(units: Sequence[Unit], labels: Sequence[Label]) -> Iterator[tuple[int, str, Dated]]:
    """Yield the rank (lower is better), the text and the date of each line that may tell it."""
    for unit, label in zip(units, labels, strict=True):
        if label not in (Label.DATE, Label.BYLINE, Label.TITLE):
            continue
        found = tuple(dates(unit.text))
        if label is Label.TITLE and not (found and found[0].start <= _SITE_WORDS):
            continue
        for number, one in enumerate(found):
            before = unit.text[found[number - 1].end if number else 0 : one.start]
            rank = 0 if says_published(before) else 2 if says_updated(before) else 1
            yield rank, unit.text, one


def _date(units: Sequence[Unit], labels: Sequence[Label], lang: str) -> str | None:
    """Return the best date: one called published, then a bare one, then that of a change."""
    found = [
        (rank, place, one.iso)
        for place, (rank, _, one) in enumerate(_dated(units, labels))
        if not (one.ambiguous and lang in ("en", ""))
    ]
    return min(found)[2] if found else None


def _owner(units: Sequence[Unit], labels: Sequence[Label]) -> str:
    """Return the site's name out of its copyright notice."""
    for unit, label in zip(reversed(units), reversed(labels), strict=True):
        if label is not Label.BOILERPLATE or unit.shape.words > 4 * _SITE_WORDS:
            continue
        match = _OWNER.search(unit.text)
        name = " ".join(match["name"].split()) if match else ""
        short = 0 < len(name.split()) <= _SITE_WORDS and name[0].isupper()
        if short and not _NO_OWNER.search(name) and clutter(name) is None:
            return name
    return ""
