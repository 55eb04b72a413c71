"""The path that a page shows above its headline: home, section, sub-section."""
# ruff: noqa: RUF001 — marks and letters of other scripts, as pages write them

import re
from collections.abc import Sequence

from reader.cleaning.dates import dates
from reader.cleaning.folding import plain
from reader.cleaning.lexicon import clutter
from reader.cleaning.units import Unit

_ABOVE = 10  # units above the headline in which its crumbs stand
_LONGEST = 120  # characters of a line of crumbs without the headline
_WORDS = 5  # of the name of a section
_PARTS = re.compile(r"\s*(?:[›»→▸►‹]|>+|//|::)\s*|\s+[/\\]\s+")
_ADDRESS = re.compile(r"\w\.\w+/|^\w+://|@")
_SIGNS = " \t*_#-–—:›»>/|·•"
_HOMES_WORDS = """
home homepage start startseite accueil inicio início home page main index portada etusivu hem
hjem forside strona główna главная الرئيسية خانه صفحه اصلی ホーム トップ 首页 首頁 홈 প্রচ্ছদ बोर्ड
board index you are here 正文 新闻正文
"""
_HOMES = frozenset(_HOMES_WORDS.split())


def _parts(unit: Unit) -> list[str]:
    return [part.strip(_SIGNS) for part in _PARTS.split(unit.text) if part.strip(_SIGNS)]


def section(units: Sequence[Unit], title: int | None, name: str) -> str:
    """Return the last part of the crumbs above a headline that is not the headline; else ""."""
    if title is None:
        return ""
    wanted = plain(name)
    for unit in reversed(units[max(0, title - _ABOVE) : title]):
        if len(unit.text) > _LONGEST + len(name) or unit.shape.prose or any(dates(unit.text)):
            continue
        parts = _parts(unit)
        if len(parts) < 2 or unit.byline is not None:
            continue
        while parts and _says(plain(parts[-1]), wanted):
            parts.pop()
        if parts and all(len(part.split()) <= _WORDS for part in parts):
            return parts[-1] if _names_section(parts[-1]) else ""
    return ""


def _names_section(part: str) -> bool:
    if set(plain(part).split()) <= _HOMES or _ADDRESS.search(part):
        return False
    return any(map(str.isalpha, part)) and clutter(part) is None


def _says(part: str, wanted: str) -> bool:
    """Whether a part of the crumbs is the headline, or its beginning."""
    return bool(part) and (part == wanted or (len(part.split()) > 2 and wanted.startswith(part)))
