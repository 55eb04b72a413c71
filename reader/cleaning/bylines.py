"""Lines that say who wrote the article, as pages write them."""
# ruff: noqa: RUF001 — letters and marks of other scripts, as pages write them

import re
from dataclasses import dataclass

from reader.cleaning.dates import dates, without_dates

_LONGEST = 120  # characters of a byline
_NAMES = 6  # words of one name
_PARTICLES_WORDS = """
de da do dos das del della di van von der den zu la le du al el bin ibn y e und and et & of ter af
av mc st
"""
_PARTICLES = frozenset(_PARTICLES_WORDS.split())
_OPENERS = (
    r"by|written by|posted by|published by|story by|words by|reported by|reporting by|authors?"
    r"|text by|submitted by|von|ein beitrag von|text von|verfasst von|geschrieben von|autorin?|"
    r"autor/in|par|écrit par|publié par|rédigé par|auteure?|por|escrito por|publicado por"
    r"|autora?|di|scritto da|pubblicato da|a cura di|autore|autrice|door|geschreven door|auteur"
    r"|av|af|автор|текст|作者|作成者|文|著者|記者|記事|撰文|نوشته|بقلم|كتب|الكاتب|نویسنده|מאת"
)
_OPENER = re.compile(
    rf"^(?:{_OPENERS}|(?:texte?|words|story)(?=\s?:))\s*[:：・]?(?:\s+|(?<=[:：・]))(?=\S)",
    re.IGNORECASE,
)
_OPENER_ALONE = re.compile(rf"^(?:{_OPENERS})\s*[:：]?$", re.IGNORECASE)
_COLON_OPENER = re.compile(r"^[^\W\d_]+\s*[:：・]")
_POSTED = re.compile(
    r"^(?:posted|published|publié|publicado|pubblicato|veröffentlicht|written|submitted|created"
    r"|geplaatst|gepubliceerd|updated)\b.*?\b(?:by|von|par|por|da|door)\s+(?P<who>\S.*)$",
    re.IGNORECASE,
)
_PARTS = re.compile(r"\s*[|·•∙–—►]\s*|\s+-\s+|\s*[/]\s+|\s{3,}")
_END = re.compile(
    r"\s*(?:,|\(|\bon\b|\bam\b|\ble\b|\bel\b|\bil\b|\bat\b|\bin\b|\bfor\b|\bfür\b|\bop\b|\bem\b"
    r"|\bfiled\b|\bposted\b|\bpublished\b|\bupdated\b|\d).*$",
    re.IGNORECASE,
)
_READING_TIME = re.compile(
    r"\b\d+\s*-?\s*min(?:ute)?[ns]?\b[\s-]*(?:read|reading|lesezeit|de lectur[ae]|di lettura"
    r"|leestijd|de leitura|lecture)?(?:\s+time)?"
    r"|(?:読了時間\s*)?\d+\s*分(?:で読めます)?|\d+\s*דקות\s*קריאה"
    r"|\d+\s*мин(?:ут[ыа]?)?\.?(?:\s*чтения)?|\d+\s*(?:دقائق|دقيقة)\s*(?:قراءة)?",
    re.IGNORECASE,
)
_STAFF = re.compile(
    r"\b(?:staff|reporter|correspondent|editor|writer|columnist|contributor|redaktion|redaktör"
    r"|redacción|redazione|rédaction|redactie|newsroom|desk|agency|agencies|bureau|team)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Byline:
    """Who a line says wrote it: "" where it is about the author or the date, but has no name."""

    author: str


def looks_like_name(text: str) -> bool:
    """Whether a text could be the name of a person or an office: few words, capitals, no digits."""
    words = text.replace(",", " ").split()
    if not 1 <= len(words) <= _NAMES or len(text) > _LONGEST // 2:
        return False
    if any(character.isdigit() for character in text) or text[-1:] in ":!?。;…":
        return False
    named = 0
    for word in words:
        bare = word.strip(".'’()\"")
        if bare.lower() in _PARTICLES:
            continue
        if not bare[:1].isalpha() or (bare[0].lower() != bare[0].upper() and not bare[0].isupper()):
            return False
        named += 1
    return named > 0


def _clean(name: str) -> str:
    name = _READING_TIME.sub(" ", name)
    name = _PARTS.split(name.strip(), maxsplit=1)[0]
    cut = _END.sub("", name)
    return " ".join(cut.strip(" ,.;:()").split())


def byline(text: str) -> Byline | None:
    """Read a byline out of a line; a bare opener ("By") gives an empty author."""
    text = " ".join(text.strip("*_ \t|·•–—-").split())
    if not text or len(text) > _LONGEST:
        return None
    posted = _POSTED.match(text)
    if posted:
        author = _clean(posted["who"])
        if looks_like_name(author):
            return Byline(author)
        return Byline("") if any(dates(text)) else None
    if _OPENER_ALONE.match(text):
        return Byline("")
    opener = _OPENER.match(text)
    if opener:
        return _opened(text, opener)
    return _parted(text)


def _opened(text: str, opener: re.Match[str]) -> Byline | None:
    rest = text[opener.end() :]
    author = _clean(rest)
    if not looks_like_name(author):
        return _office(rest)
    if _COLON_OPENER.match(text):
        return Byline(author)
    ended = text.rstrip()[-1:] in ".!?:" and not _STAFF.search(text)
    over = without_dates(_READING_TIME.sub(" ", rest)).split()
    if ended or len(over) > 2 * _NAMES + len(author.split()):
        return None
    return Byline(author)


def _office(rest: str) -> Byline | None:
    """Read "the Northlight world desk" after an opener."""
    words = rest.split()
    if len(words) > _NAMES + 1 or rest[-1:] in ".!?:" or not _STAFF.search(" ".join(words[-2:])):
        return None
    return Byline(rest.removeprefix("the ").removeprefix("The "))


def _parted(text: str) -> Byline | None:
    """Read "Mara Lind · 3 May 2021 · 6 min read": a name beside a date or a reading time."""
    parts = [part for part in _PARTS.split(text) if part]
    if len(parts) < 2:
        return _with_date(text)
    name = ""
    told = False
    for part in parts:
        if (any(dates(part)) and not without_dates(part)) or _READING_TIME.fullmatch(part):
            told = True
            continue
        opener = _OPENER.match(part)
        candidate = _clean(part[opener.end() :]) if opener else part.strip()
        if not name and looks_like_name(candidate):
            name = candidate
            continue
        if len(part.split()) > _NAMES:
            return None
    if not told:
        return None
    return Byline(name if len(name.split()) > 1 else "")


def _with_date(text: str) -> Byline | None:
    """Read "Mara Lind, 3 May 2021"."""
    found = next(dates(text), None)
    if not found or found.start == 0:
        return None
    name = text[: found.start].strip(" ,(")
    words = name.split()
    if len(words) < 2 or without_dates(text) != without_dates(name) or not looks_like_name(name):
        return None
    return Byline(name) if len(without_dates(name).split()) == len(words) else None
