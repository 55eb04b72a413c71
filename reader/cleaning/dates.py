"""Dates as pages write them, in the order and language of the page, to ISO 8601."""
# ruff: noqa: RUF001, E501 — letters and marks of other scripts, as pages write them

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from reader.cleaning.calendar_names import MONTHS, WEEKDAYS

_FIRST_YEAR, _LAST_YEAR = 1500, 2100  # outside of these it is some other number
_DAY_FIRST = 12  # a number above this is a day, whichever side of the slash it stands on
_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹०१२३४५६७८९", "0123456789" * 3)

_MONTH = "(?P<{}>" + "|".join(sorted(map(re.escape, MONTHS), key=len, reverse=True)) + ")"
_SHAPES = re.compile(
    r"(?<![\w.,/-])(?:"
    r"(?P<y1>[12]\d{3})(?P<s1>[-/.])(?P<m1>\d{1,2})(?P=s1)(?P<d1>\d{1,2})(?=[t_ ]|(?![\w/-]))"
    r"|(?P<d2>\d{1,2})(?P<s2>[-/.])\s?(?P<m2>\d{1,2})(?P=s2)\s?(?P<y2>[12]\d{3})(?![\w/-])"
    r"|(?P<d3>\d{1,2})(?:st|nd|rd|th|er|\.|º|ª)?[\s-]+(?:of\s+|de\s+)?"
    + _MONTH.format("n3")
    + r"\b\.?,?[\s-]*(?:de[l]?\s+)?(?P<y3>[12]\d{3})(?!\d)"
    r"|"
    + _MONTH.format("n4")
    + r"\.?\s+(?P<d4>\d{1,2})(?:st|nd|rd|th)?(?:\s*,\s*|\s+)(?P<y4>[12]\d{3})(?!\d)"
    r"|(?P<y5>[12]\d{3})\s?[年년]\s?(?P<m5>\d{1,2})\s?[月월]\s?(?P<d5>\d{1,2})\s?[日일號号]?"
    r")"
)
_QUICK = re.compile(r"[12]\d{3}")

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_CLOCK = re.compile(
    r"\(?\b\d{1,2}[:.h]\d{2}(?::\d{2})?(?:\.\d+)?\s*(?:[ap]\.?m\b\.?|uhr\b)?"
    r"(?:\s*(?:[+-]\d{2}:?\d{2}|z\b|(?:utc|gmt)(?:[+-]\d{1,2})?\b|[a-z]{1,2}[sd]?t\b))?\)?|\bt(?=\d)"
)
# What may stand around a date on a line that says nothing else.
_AROUND_WORDS = """
published publish posted updated update last modified created edited first on at the date details
of written added submitted issued release released online from since as veröffentlicht
aktualisiert stand am um vom den der zuletzt erstellt geändert datum erschienen uhr publié publie
mis jour mise à le la il ora du modifié paru heure publicado publicada actualizado actualizada el
fecha las a los día hora em às atualizado última modificación creado pubblicato aggiornato data
ultimo aggiornamento alle ore gepubliceerd bijgewerkt geplaatst op laatst gewijzigd om publicerad
uppdaterad kl опубликовано обновлено дата г года в pm edt est pst pdt cet cest gmt utc bst ist et
ct pt time تاریخ نشر تم التاريخ 公開日 更新日 公開 更新 投稿日 发布 发布时间 日期 時間 时间 作成日 入力 수정 בשעה ב 기사입력 최종수정 등록
작성일
"""
_AROUND = frozenset(_AROUND_WORDS.split())
_PUBLISHED = re.compile(
    r"publi[sckée]|posted|veröffentlicht|erschienen|pubblicat|gepubliceerd|geplaatst|released"
    r"|опубликован|公開|发布|投稿|نشر|등록|first "
)
_UPDATED = re.compile(
    r"updated|modified|edited|aktualisiert|geändert|mis[e]? à jour|modifié|actualizad|atualizad"
    r"|aggiornat|bijgewerkt|gewijzigd|обновлено|更新|수정"
)


@dataclass(frozen=True, slots=True)
class Dated:
    """A date in a line: ISO text, and the characters it takes there."""

    iso: str
    start: int
    end: int
    ambiguous: bool = False  # 03/05/2021: read as day first


def _valid(year: str, month: int, day: str) -> str | None:
    try:
        found = date(int(year), month, int(day))
    except ValueError:
        return None
    return found.isoformat() if _FIRST_YEAR <= found.year <= _LAST_YEAR else None


def _read(match: re.Match[str]) -> tuple[str | None, bool]:
    get = match.group
    if get("y1"):
        return _valid(get("y1"), int(get("m1")), get("d1")), False
    if get("y3"):
        return _valid(get("y3"), MONTHS[get("n3")], get("d3")), False
    if get("y4"):
        return _valid(get("y4"), MONTHS[get("n4")], get("d4")), False
    if get("y5"):
        return _valid(get("y5"), int(get("m5")), get("d5")), False
    day, month = get("d2"), get("m2")
    if int(month) > _DAY_FIRST:
        day, month = month, day
    open_to_doubt = get("s2") == "/" and int(get("d2")) <= _DAY_FIRST and day != month
    return _valid(get("y2"), int(month), day), open_to_doubt and int(get("m2")) <= _DAY_FIRST


def dates(line: str) -> Iterator[Dated]:
    """Yield the full dates of a line, left to right; a day without a year is none."""
    text = line if line.isascii() else line.translate(_DIGITS)
    if not _QUICK.search(text):
        return
    text = text.lower()
    if len(text) != len(line):  # one letter in Unicode grows when lower-cased
        return
    for match in _SHAPES.finditer(text):
        iso, ambiguous = _read(match)
        if iso:
            yield Dated(iso, match.start(), match.end(), ambiguous)


def without_dates(line: str) -> str:
    """Return the line without its dates, weekdays, clock times, and the words around those."""
    for found in reversed(tuple(dates(line))):
        line = f"{line[: found.start]} {line[found.end :]}"
    line = _CLOCK.sub(" ", line.lower())
    return " ".join(
        word for word in _WORD.findall(line) if word not in WEEKDAYS and word not in _AROUND
    )


def is_date_line(line: str) -> bool:
    """Whether the line tells a date and nothing else."""
    return any(dates(line)) and not without_dates(line)


def is_date_bar(line: str) -> bool:
    """Whether the line is today's date as sites print it on top: a weekday and a full date."""
    words = _WORD.findall(line.lower())
    return (
        is_date_line(line)
        and any(word in WEEKDAYS for word in words)
        and all(word in WEEKDAYS or word in MONTHS or word in {"de", "den"} for word in words)
    )


def says_published(line: str) -> bool:
    """Whether the line calls its date the day of publication."""
    return bool(_PUBLISHED.search(line.lower()))


def says_updated(line: str) -> bool:
    """Whether the line calls its date the day of the last change."""
    return bool(_UPDATED.search(line.lower()))
