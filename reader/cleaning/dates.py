"""Dates as pages write them, in the order and language of the page, to ISO 8601."""
# ruff: noqa: RUF001, E501 — letters and marks of other scripts, as pages write them

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from reader.cleaning.calendar_names import ERAS, HIJRI_MONTHS, JALALI_MONTHS, MONTHS, WEEKDAYS
from reader.cleaning.calendars import from_hijri, from_jalali, is_lunar
from reader.cleaning.hints import DATE, OTHER, PUBLISHED, UPDATED, hints

_FIRST_YEAR, _LAST_YEAR = 1500, 2100  # outside of these it is some other number
_OTHER_CALENDARS = 1300  # from here to _FIRST_YEAR: years of the Persian and Arab calendars
_THAI_YEARS = range(2443, 2643)  # of the Buddhist era, which began 543 years before ours
_THAI = 543
_DAY_FIRST = 12  # a number above this is a day, whichever side of the slash it stands on
_THIS_CENTURY = 50  # years of two digits below this are of the 21st
_LONGEST = 2000  # characters that are looked at
_REMEMBERED = 512  # lines with dates: each is asked for them many times
_DIGITS = str.maketrans(
    "٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹०१२३४५६७८९০১২৩৪৫৬৭৮৯０１２３４５６７８９๐๑๒๓๔๕๖๗๘๙",
    "0123456789" * 6,
)
_MARKS = "\u0300-\u036f\u064b-\u0655\u0670\u0900-\u0903\u093a-\u094f\u0981-\u0983\u09bc-\u09cd\u0e31\u0e34-\u0e4e\u200c"
_NAME = rf"[^\W\d_](?:[^\W\d_]|[{_MARKS}])*"
_BEFORE = r"(?<![\w.,/-])"
_SHAPES = re.compile(
    rf"{_BEFORE}(?P<y1>[12]\d{{3}})\s?(?P<s1>[-/.])\s?(?P<m1>\d{{1,2}})\s?(?P=s1)\s?(?P<d1>\d{{1,2}})"
    r"(?=[t_ ]|(?![\w/-]))"
    rf"|{_BEFORE}(?P<d2>\d{{1,2}})(?P<s2>[-/.])\s?(?P<m2>\d{{1,2}})(?P=s2)\s?(?P<y2>[12]\d{{3}})(?![\w/-])"
    rf"|{_BEFORE}(?P<d7>\d{{1,2}})/(?P<m7>\d{{1,2}})/(?P<y7>\d{{2}})(?![\w/-])"
    rf"|(?<![\w./-])(?P<d3>\d{{1,2}})(?:st|nd|rd|th|er|\.|º|ª|’?e|-?(?:го|ого))?[\s-]+(?:of\s+|de\s+|d['’])?"
    rf"(?P<n3>tháng\s\d{{1,2}}|{_NAME}(?:\s{_NAME})??)\.?,?[\s-]*(?:de[l]?\s+|năm\s+)?(?P<y3>[12]\d{{3}})(?!\d)"
    rf"|(?P<n4>(?<![^\W\d_]){_NAME})\.?\s+(?P<d4>\d{{1,2}})(?:st|nd|rd|th)?(?:\s*,\s*|\s+)(?P<y4>[12]\d{{3}})(?!\d)"
    rf"|{_BEFORE}(?P<y6>[12]\d{{3}})[.,]?\s+(?P<n6>{_NAME})\.?\s+(?P<d6>\d{{1,2}})(?![\d:])"
    r"|(?:(?P<y5>[12]\d{3})|(?P<era>令和|平成|昭和|大正|明治)\s?(?P<ey>元|\d{1,2}))\s?[年년](?:[（(][^)）]{1,8}[)）])?"
    r"\s?(?P<m5>\d{1,2})\s?[月월]\s?(?P<d5>\d{1,2})\s?[日일號号]?"
)
_QUICK = re.compile(r"[12]\d{3}|\d/\d\d?/\d\d|[和成正治]\s?(?:\d|元)")

_WORD = re.compile(rf"{_NAME}(?:-{_NAME})*")
_CLOCK = re.compile(
    r"\(?\b\d{1,2}[:.h]\d{2}(?::\d{2})?(?:\.\d+)?\s*(?:[ap]\.?m\b\.?|uhr\b)?"
    r"(?:\s*(?:[+-]\d{2}:?\d{2}|z\b|(?:utc|gmt)(?:[+-]\d{1,2})?\b|[a-z]{1,2}[sd]?t\b))?\)?|\bt(?=\d)"
    r"|\b\d{1,2}\s?(?:[ap]\.?m\b\.?|uhr\b)|\d{1,2}\s?[時点시]\s?(?:\d{1,2}\s?[分분])?"
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
작성일 نُشر نشرت تحديث آخر الموافق هـ ه م ش ق بتوقيت جرينتش القدس ساعت تاريخ انتشار به‌روزرسانی بروزرسانی
کد خبر منتشر شده در প্রকাশিত প্রকাশ আপডেট সময় হালনাগাদ প্রকাশের বাংলা opublikowano opublikowane data publikacji
aktualizacja zaktualizowano dodano dnia godz godzina publikováno aktualizováno dne oggi pubblicata
publicado publicação atualizada atualizado hs hrs publicación actualización actualizacion última
obs gmt-3 utc+1 wib wita publié publiée parution màj modifiée éd tayang terbit diperbarui oleh
güncelleme yayınlanma tarihi tarih son saat közzétéve frissítve julkaistu päivitetty klo endret
publisert oppdatert udgivet opdateret опубликована размещено создано дата публикации время мск
发表于 发布于 更新于 发布日期 更新时间 發布時間 更新時間 發佈 刊登 公開日時 更新日時 掲載日 配信 掲載 初版 最終更新
登録日 投稿日時 午前 午後 上午 下午 승인 기사승인 업데이트 오전 오후 date-time wed pub rev first-published eastern pacific sast
ngày cập nhật đăng lúc thứ giờ วันที่ เผยแพร่ เวลา น प्रकाशित अपडेट अद्यतन पर को hour hours ago
"""
_AROUND = frozenset(_AROUND_WORDS.split())
_PUBLISHED = re.compile(
    r"publi[sckée]|publik|posted|veröffentlicht|erschienen|pubblicat|gepubliceerd|geplaatst|released"
    r"|опубликован|размещено|дата публикации"
    r"|公開|发布|發布|發佈|投稿|掲載|刊登|发表|نشر|منتشر|انتشار|등록|입력|প্রকাশ|प्रकाशित|közzétéve|julkaistu|yayın|đăng"
    r"|dodano|first |issued|filed"
)
_UPDATED = re.compile(
    r"updated|modified|edited|aktualisiert|geändert|mis[e]? à jour|modifié|actualizad|atualizad"
    r"|aggiornat|bijgewerkt|gewijzigd|обновлен|更新|수정|업데이트|aktualiz|uppdaterad|oppdatert|opdateret"
    r"|actualización|atualização|mise? a jour|màj|güncelle|frissítve|päivitetty|تحديث|روزرسانی|আপডেট|हालनागाद"
    r"|cập nhật|diperbarui|changed|revised|corrected|reviewed|änder"
)
_OTHER = re.compile(
    r"joined|member since|registered|registriert|mitglied seit|inscrit|miembro desde|it is currently|right now"
    r"|today is|heute ist|it is now|retrieved|accessed|abgerufen|consulté|printed|gedruckt|saved|scraped"
    r"|archived|captured|crawled|expires|deadline|valid until|gültig bis|born|geboren|until |last visit"
    r"|founded|gegründet|copyright|©|sign up by|next issue|captured|downloaded|cached|snapshot|viewed"
)
_AMERICAN = re.compile(r"\b(?:[ECMP][SD]?T|Eastern|Pacific)\b")
_FORMER = re.compile(r"\best\.\s|\b(?:since|seit|depuis|desde)\b")
_BAR_SIGNS = re.compile(r"[-+]?\d{1,3}\s?°\s?[CF]?\b")
_BAR_WORDS_TEXT = "de den du le el the of utc gmt est edt pst pdt cet cest msk bst am pm uhr c f"
_BAR_WORDS = frozenset(_BAR_WORDS_TEXT.split())


@dataclass(frozen=True, slots=True)
class Dated:
    """A date in a line: ISO text, and the characters it takes there."""

    iso: str
    start: int
    end: int
    ambiguous: bool = False  # 03/05/2021: read as day first


def _iso(found: date | None) -> str | None:
    inside = found is not None and _FIRST_YEAR <= found.year <= _LAST_YEAR
    return found.isoformat() if found is not None and inside else None


def _valid(year: int, month: int, day: int) -> str | None:
    if _THAI_YEARS.start <= year:
        year -= _THAI
    try:
        return _iso(date(year, month, day))
    except ValueError:
        return None


def _foreign(year: int, month: int, day: int) -> str | None:
    """Read a date of numbers by the Persian or the Arab calendar."""
    if year < _OTHER_CALENDARS:
        return None
    return _iso((from_hijri if is_lunar(year) else from_jalali)(year, month, day))


def _named(year: int, name: str, day: int) -> str | None:
    name = " ".join(name.split())
    if year >= _FIRST_YEAR:
        return _valid(year, MONTHS[name], day) if name in MONTHS else None
    if name in JALALI_MONTHS:
        return _iso(from_jalali(year, JALALI_MONTHS[name], day))
    return _iso(from_hijri(year, HIJRI_MONTHS[name], day)) if name in HIJRI_MONTHS else None


def _slashed(year: int, first: int, second: int, separator: str) -> tuple[str | None, bool]:
    """Read day and month in the order that is possible; whether both are."""
    day, month = (second, first) if second > _DAY_FIRST else (first, second)
    open_to_doubt = separator == "/" and max(first, second) <= _DAY_FIRST and first != second
    return _valid(year, month, day), open_to_doubt


def _read(match: re.Match[str]) -> tuple[str | None, bool]:
    get = match.group
    if get("y1"):
        year, month, day = int(get("y1")), int(get("m1")), int(get("d1"))
        return (_valid if year >= _FIRST_YEAR else _foreign)(year, month, day), False
    if get("y2"):
        year = int(get("y2"))
        if year < _FIRST_YEAR:
            return _foreign(year, int(get("m2")), int(get("d2"))), False
        return _slashed(year, int(get("d2")), int(get("m2")), get("s2"))
    if get("y7"):
        year = int(get("y7"))
        year += 2000 if year < _THIS_CENTURY else 1900
        return _slashed(year, int(get("d7")), int(get("m7")), "/")
    for kind in "346":
        if get(f"y{kind}"):
            return _named(int(get(f"y{kind}")), get(f"n{kind}"), int(get(f"d{kind}"))), False
    if get("era"):
        year = ERAS[get("era")] + (1 if get("ey") == "元" else int(get("ey")))
    else:
        year = int(get("y5"))
    return _valid(year, int(get("m5")), int(get("d5"))), False


def _lowered(text: str) -> str:
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(one if len(low := one.lower()) != 1 else low for one in text)


def dates(line: str) -> Iterator[Dated]:
    """Return the full dates of a line, left to right; a day without a year is none."""
    text = line[:_LONGEST]
    return iter(_dates(text) if hints(text) & DATE else ())


@lru_cache(_REMEMBERED)
def _dates(text: str) -> tuple[Dated, ...]:
    if not text.isascii():
        text = text.translate(_DIGITS)
    if not _QUICK.search(text):
        return ()
    found = ((_read(match), match) for match in _SHAPES.finditer(_lowered(text)))
    return tuple(
        Dated(iso, match.start(), match.end(), ambiguous)
        for (iso, ambiguous), match in found
        if iso
    )


@lru_cache(_REMEMBERED)
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
    """Whether the line is the day of the visit as sites print it on top: a weekday and a date."""
    if not hints(line) & DATE:
        return False
    words = _WORD.findall(line.lower())
    if not any(word in WEEKDAYS for word in words) or not is_date_line(_BAR_SIGNS.sub(" ", line)):
        return False
    return all(word in WEEKDAYS or word in MONTHS or word in _BAR_WORDS for word in words)


def says_published(line: str) -> bool:
    """Whether the line calls its date the day of publication."""
    return bool(hints(line) & PUBLISHED and _PUBLISHED.search(line.lower()))


def says_updated(line: str) -> bool:
    """Whether the line calls its date the day of the last change."""
    return bool(hints(line) & UPDATED and _UPDATED.search(line.lower()))


def says_other(line: str) -> bool:
    """Whether the line calls its date that of something else: a visit, a membership, an end."""
    if not hints(line) & OTHER:
        return False
    line = line.lower()
    return bool(_OTHER.search(line) or _FORMER.search(line))


def is_american(line: str) -> bool:
    """Whether the line tells its time as they do where the month stands before the day."""
    return bool(_AMERICAN.search(line))


def swapped(iso: str) -> str:
    """Return an ambiguous date with its month and its day exchanged."""
    year, month, day = iso.split("-")
    return f"{year}-{day}-{month}"
