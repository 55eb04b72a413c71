"""Lines that say who wrote the article, as pages write them."""
# ruff: noqa: RUF001, E501 — letters and marks of other scripts, as pages write them

import re
from dataclasses import dataclass
from functools import lru_cache

from reader.cleaning.byline_words import FIRST_WORDS, KEYS, OFFICES, OPENERS, OTHER_HANDS, ROLES
from reader.cleaning.calendar_names import MONTHS, WEEKDAYS
from reader.cleaning.dates import dates, without_dates
from reader.cleaning.hints import AMOUNT, ASIDE, DATE, DIGIT, HANDS, PART, POSTED, folded, hints
from reader.cleaning.person_names import (
    LONGEST,
    PARTICLES,
    WORDS,
    capitalised,
    is_person,
    looks_like_name,
)

_LONGEST = 160  # characters of a byline
_LONGEST_ALONE = 90  # characters of a line that holds a name and nothing else
_MOST_NAMES = 12
_FIRST, _KEY = 20, 44  # characters in which a first word, or the sign after a key, stands
_SIGNS = frozenset(":：=＝|｜/／")
_REMEMBERED = 2048  # lines asked for a name alone: neighbours ask again
_OPENER = (
    rf"^(?:(?:{KEYS}|{OPENERS})\s?(?:[(（]\w{{1,3}}[)）])?\s?(?:[:：=＝|｜]|[/／](?=\S))\s*"
    rf"|(?:{OPENERS})(?:\s*[:：・]\s*|\s+))(?=\S)"
)
_OPENER_ALONE = rf"^(?:{OPENERS}|(?:{KEYS})\s?[:：])\s*[:：]?$"
_STARTS = frozenset(  # pieces of alternatives are among them, which does no harm
    folded(start)[:2] for start in (*OPENERS.split("|"), *KEYS.split("|"), *FIRST_WORDS, "bởi")
)
_KEYED = re.compile(r"^[^\d:：=＝|｜/／]{1,40}[:：=＝|｜/／]")
_NUMBERED = re.compile(r"^#\d+\s*")  # of a post in a thread
_POSTED = re.compile(
    r"\b(?:posted|published|publié|publicado|postado|pubblicato|veröffentlicht|written|submitted"
    r"|created|geschrieben|verfasst|erstellt|escrito|scritto|écrit|geplaatst|gepubliceerd|updated"
    r"|asked|started|opublikowane|gestartet|добавил)\b.*?\b(?:by|von|par|por|da|door|przez)\s*:?\s+(?P<who>\S.*)$",
    re.IGNORECASE,
)
_BY_LATER = re.compile(r"(?:^|[\s/|·•,–—-])(?:by|par|por|von)\s*:?\s+(?P<who>\S.*)$", re.IGNORECASE)
_PARTS = re.compile(r"\s*[|｜·•∙►»›]\s*|\s*[–—]\s+|\s+[–—]|\s+-{1,2}\s+|\s*/\s+|\s{3,}|\s*//\s*")
_PARTING = PART | DATE | AMOUNT
_WIDE = re.compile(r"\s{3}")
_BETWEEN = re.compile(
    r"\s*[,;、，；]\s*(?:and\s+|und\s+|et\s+|y\s+)?|\s+(?:and|&|und|et|y|e|en|och|og|i|oraz|и|و|ve|та|és|și|with|mit|avec)\s+"
    r"|(?<=[^\x00-\x7f])[・･/／和與](?=[^\x00-\x7f])",
    re.IGNORECASE,
)
_JOINTS = frozenset(
    ["and", "&", "und", "et", "y", "e", "en", "och", "og", "i", "oraz", "ve", "with", "mit", "avec"]
)
_OTHER_HANDS = re.compile(
    rf"[\s,;|·/]*\b(?:{OTHER_HANDS})\b(?=\s*(?:[:：/／]|by\b|von\b|par\b|de\b|di\b|por\b|av\b|van\b|by:)).*$",
    re.IGNORECASE,
)
_ASIDE = re.compile(
    r"\s*[(\[（【][^)\]）】]*[)\]）】]\s*|\s*@\w[\w.]*|\s*\S+@\S+\.\w+\S*|https?://\S+"
)
_TAIL = re.compile(
    r"\s*(?:\(|\b(?:on|am|at|in|for|für|op|em|le|el|il|from|aus|à|en|z|ze|w|из|в|filed|posted|published"
    r"|updated|last|first|aboard|auf|bei|près)\b).*$|\s+\d.*$|\s*报道.*$|\s*報導.*$|\s*(?:来源|來源|责任编辑|編輯|编辑)\s*[:：].*$",
    re.IGNORECASE,
)
_TAIL_WORDS_TEXT = """
on am at in for op em le el il from aus en z ze w filed posted published updated last first aboard
auf bei
"""
_TAIL_WORDS = frozenset(_TAIL_WORDS_TEXT.split())  # those of the tail that are ASCII
_WORD = re.compile(r"\w+")
_INITIAL = re.compile(r"\b\w\.$")
_EAST = re.compile(r"\s?(?:기자|특파원|선임기자|記者|记者|さん|氏|報導|报道)$")
_EAST_NAME = re.compile(r"^[가-힣]{2,4}\s?(?:기자|특파원|선임기자)\b|^[一-鿿]{2,4}(?:記者|记者)$")
_EAST_LINE = re.compile(
    r"^[(（【\[]?(?:本[報报])?[記记]者\s*(?P<who>[一-鿿]{2,4}(?=\s*[／/])|[一-鿿]{2,3}(?=\s)"
    r"|[一-鿿]{3}(?=.{0,8}(?:報導|报道)))"
)
_READING_TIME = re.compile(
    r"(?:reading time|lesezeit|lesedauer|temps de lecture|tempo di lettura|tiempo de lectura|tempo de leitura"
    r"|leestijd|czas czytania|время чтения|zaman okuma)\s*:?\s*(?:ca\.?\s*)?\d+\s*\w*\.?"
    r"|\b\d+\s*-?\s*min(?:ute|uti|uto)?[ns]?\b\.?[\s-]*(?:read|reading|lesezeit|de lectur[ae]|di lettura"
    r"|leestijd|de leitura|lecture|czytania|okuma|läsning|lesetid)?(?:\s+time)?"
    r"|(?:読了時間\s*[:：]?\s*(?:約)?)?\d+\s*分(?:で読めます)?|\d+\s*דקות\s*קריאה|阅读时间\s*\d+\s*分钟"
    r"|\d+\s*мин(?:ут[ыа]?)?\.?(?:\s*чтения)?|\d+\s*(?:دقائق|دقيقة|دقیقه)\s*(?:قراءة|مطالعه)?|মিনিট"
    r"|\b\d+\s*(?:comments?|kommentare?|commentaires?|comentarios?|replies|views|shares|답글|комментари\w+)\b",
    re.IGNORECASE,
)
_OFFICE = re.compile(rf"\b(?:{OFFICES})\b", re.IGNORECASE)
_USER = re.compile(r"^[\w.-]{2,24}$")
_ARTICLES = re.compile(r"^(?:the|our|die|der|das|unsere[rm]?|la|le|el|los|die)\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Byline:
    """Who a line says wrote it: "" where it is about the author or the date, but has no name."""

    author: str  # several are parted by ", "


def _bare(text: str) -> str:
    """Return a text without dates, reading times, brackets, addresses and other hands."""
    seen = hints(text)
    for found in reversed(tuple(dates(text))):
        text = f"{text[: found.start]} | {text[found.end :]}"
    if seen & HANDS:
        text = _OTHER_HANDS.sub("", text)
    if seen & AMOUNT:
        text = _READING_TIME.sub(" | ", text)
    return (_ASIDE.sub(" ", text) if seen & ASIDE else text).strip()


def _first_part(text: str) -> str:
    """Return what stands first in a bare text, up to a bar or a dash."""
    bare = _bare(text)
    if not hints(text) & _PARTING and not _WIDE.search(bare):
        return bare
    return next((part for part in _PARTS.split(bare) if part.strip()), "")


def _trimmed(name: str) -> str:
    """Cut what follows a name: a place, an hour, a month, a word in small letters."""
    name = name.strip(" ,.;:()*_-–—'\"“”")
    name = name if name.isascii() else _EAST.sub("", name)
    cut = _TAIL.sub("", name) if _may_end(name) else name
    words = (cut if cut.strip() else name).split()
    while words and (
        words[-1].lower().strip(".,") in MONTHS or words[-1].lower().strip(".,") in WEEKDAYS
    ):
        words.pop()
    for at, word in enumerate(words):
        small = word[0].islower() and word.lower() not in PARTICLES
        if at and small and word[:2] not in ("d'", "l'", "d’", "l’"):
            words = words[:at]
            break
    while len(words) > 1 and words[-1].lower() in PARTICLES:
        words.pop()
    kept = " ".join(words).strip(" ,;:")
    if not kept.endswith(".") or _INITIAL.search(kept):
        return kept
    return kept.rstrip(".")


def _may_end(name: str) -> bool:
    """Whether something could follow a name: cheap, for mostly nothing does."""
    if not name.isascii() or "(" in name or any(map(str.isdigit, name)):
        return True
    return not _TAIL_WORDS.isdisjoint(_WORD.findall(name.lower()))


def _is_role(name: str) -> bool:
    words = {word.strip(".,").lower() for word in name.split()}
    return bool(words & ROLES) or ".com" in name.lower()


def authors_in(text: str) -> str:
    """Return the names in what follows an opener, parted by commas; "" where there is none."""
    first = _first_part(text)
    names: list[str] = []
    start, told = 0, False  # an office or a place was named: what follows a comma belongs to it
    for joint in (*(_BETWEEN.finditer(first) if _may_join(first) else ()), None):
        segment = first[start : joint.start() if joint else len(first)]
        at, start = start, joint.end() if joint else start
        name = _trimmed(segment)
        if not name or len(names) >= _MOST_NAMES:
            continue
        follows_comma = at > 0 and "," in first[max(0, at - 3) : at]
        if at and (_is_role(name) or len(name.split()) < 2) and not _short_pair(names, name):
            told = True
            continue
        if told and follows_comma:
            continue
        if not looks_like_name(name):
            if at == 0:
                return ""
            continue
        if name not in names:
            names.append(capitalised(name))
    return ", ".join(names)


def _may_join(text: str) -> bool:
    """Whether a text could name several persons: cheap, for most name one."""
    if not text.isascii() or "," in text or ";" in text:
        return True
    return not _JOINTS.isdisjoint(text.lower().split())


def _short_pair(names: list[str], name: str) -> bool:
    """Whether a single word after a name is a second author: where the first is one word, too."""
    return bool(names) and all(len(one.split()) == 1 for one in names) and not name.isascii()


def byline(text: str) -> Byline | None:
    """Read a byline out of a line; a bare opener ("By") gives an empty author."""
    quoted = text.lstrip()[:1] in "—–" and "(@" in text  # the signature of a quoted post
    text = " ".join(text.strip("*_ \t|·•–—-◦").split())
    if not text or quoted or len(text) > _LONGEST:
        return None
    if text[0] == "#":
        text = _NUMBERED.sub("", text) or text
    if _may_open(text):
        opens = _opens(text)
        if opens and _matched(_OPENER_ALONE, text):
            return Byline("")
        east = None if text.isascii() else _EAST_LINE.match(text)
        if east:
            return Byline(east["who"])
        opener = _matched(_OPENER, text) if opens else None
        if opener:
            return _opened(text, opener)
    seen = hints(text)
    posted = _POSTED.match(text) if seen & POSTED else None
    if posted:
        author = authors_in(posted["who"]) or _user(posted["who"])
        if author:
            return Byline(author)
        return Byline("") if any(dates(text)) else None
    if not text.isascii() and len(text) < LONGEST and _EAST_NAME.match(text):
        return Byline(_EAST.sub("", text.split("기자")[0].split("특파원")[0].strip()))
    return _parted(text) if seen & DIGIT and seen & (DATE | AMOUNT) else None


def _may_open(text: str) -> bool:
    """Whether a line could begin as bylines do: cheap, for almost none does."""
    first = text[:_FIRST].split(maxsplit=1)[0]
    if not first.isascii() or not _SIGNS.isdisjoint(text[:_KEY]):
        return True
    return first.lower() in FIRST_WORDS


@lru_cache(4)
def _compiled(pattern: str, flags: re.RegexFlag) -> re.Pattern[str]:
    return re.compile(pattern, flags)  # at first use: it takes long


def _matched(pattern: str, text: str) -> re.Match[str] | None:
    """Match a pattern of small letters; one that need not ignore case fails much faster."""
    if text.isascii():
        return _compiled(pattern, re.NOFLAG).match(text.lower())
    return _compiled(pattern, re.IGNORECASE).match(text)


def _opens(text: str) -> bool:
    """Whether a text begins with two letters that an opener or a key begins with, too."""
    start = folded(text[:2])
    return start in _STARTS or start[:1] in _STARTS


@lru_cache(_REMEMBERED)
def alone(text: str) -> str:
    """Return who a line names that holds a name and no opener, date or sentence; "" if nobody.

    A place, an office or a handle may follow the name: "Mara Lind, Staff Writer".
    """
    text = " ".join(text.strip("*_ \t|·•–—-◦").split())
    if not 0 < len(text) <= _LONGEST_ALONE or text[-1] in ".!?:;…。" or any(dates(text)):
        return ""
    first = _first_part(text)
    names = authors_in(_without_role(first))
    head = names.partition(", ")[0]
    if not names or not is_person(head):
        return ""
    beside = first[len(head) :].split()
    small = [
        word for word in beside if word[0].islower() and word not in ("and", "und", "et", "y", "e")
    ]
    capitals = first[: len(head)].isupper()
    return names if capitals or (len(small) <= 1 and len(beside) <= WORDS + 2) else ""


def _without_role(text: str) -> str:
    """Drop the office that follows a name without a comma: "Bruce Lee Senior Contributor"."""
    words = text.split()
    for at, word in enumerate(words):
        if at > 1 and word.strip(",.").lower() in ROLES:
            return " ".join(words[:at]).rstrip(",") + (
                "" if "," not in word else ", " + " ".join(words[at + 1 :])
            )
    return text


def _user(text: str) -> str:
    """Return the name of a user of a forum, which may hold digits and small letters only."""
    first = next((part for part in _PARTS.split(_bare(text)) if part.strip(" ,")), "")
    name = re.split(r"[,;]|\s(?:on|am|le|el|at|in)\b", first, maxsplit=1)[0].strip(" ,.:")
    return name if _USER.match(name) and any(map(str.isalpha, name)) else ""


def _opened(text: str, opener: re.Match[str]) -> Byline | None:
    rest = text[opener.end() :]
    keyed = (
        bool(_KEYED.match(text))
        and len(opener.group().rstrip()) > 0
        and opener.group().rstrip()[-1] in ":：=＝|｜/／"
    )
    author = authors_in(rest)
    dated = any(dates(rest))
    if not author:
        if dated or "»" in rest or keyed:
            author = _user(rest)
        return Byline(author) if author else _office(rest)
    if keyed:
        return Byline(author)
    ended = text.rstrip()[-1:] in ".!?:" and not _OFFICE.search(text)
    over = without_dates(_READING_TIME.sub(" ", _ASIDE.sub(" ", rest))).split()
    if (ended and len(author.split()) < 2) or len(over) > 2 * WORDS + len(author.split()):
        return None
    if (
        not dated
        and len(author.split()) == 1
        and len(over) > 1
        and "," not in rest[: len(author) + 1]
    ):
        return (
            None
            if len(over) > 2 * len(author.split()) and _runs_as_sentence(rest)
            else Byline(author)
        )
    return _office(rest) or Byline(author)


def _runs_as_sentence(rest: str) -> bool:
    """Whether most words after an opener are small: no name stands there."""
    words = [word for word in rest.split() if word[0].isalpha()]
    return sum(word[0].islower() for word in words) * 2 > len(words)


def _office(rest: str) -> Byline | None:
    """Read "the Northlight world desk" after an opener."""
    rest = _first_part(rest).strip(" ,")
    words = rest.split()
    if not words or len(words) > WORDS + 1 or rest[-1:] in ".!?:":
        return None
    if "," in rest or not _OFFICE.search(" ".join(words[-2:])):
        return None
    return Byline(_ARTICLES.sub("", rest))


def _parted(text: str) -> Byline | None:
    """Read "Mara Lind · 3 May 2021 · 6 min read": a name beside a date or a reading time."""
    parts = [part for part in _PARTS.split(text) if part]
    if len(parts) < 2:
        return _with_date(text)
    name = ""
    told = dated = False
    for part in parts:
        on = any(dates(part)) and not without_dates(part)
        if on or _is_amount(part):
            told, dated = True, dated or on
            continue
        opener = _matched(_OPENER, part) if _opens(part) else None
        by = _BY_LATER.search(part) if any(dates(part)) else None
        told = told or by is not None
        candidate = authors_in(part[opener.end() :] if opener else by["who"] if by else part)
        if opener and candidate:
            name = candidate
            continue
        if not name and candidate and (by or is_person(candidate.partition(",")[0])):
            name = candidate
            continue
        if len(part.split()) > WORDS:
            return None
    return Byline(name) if told and (name or dated) else None


def _is_amount(text: str) -> bool:
    """Whether a text tells how long reading takes, or how many have commented."""
    return bool(hints(text) & AMOUNT and _READING_TIME.fullmatch(text))


def _with_date(text: str) -> Byline | None:
    """Read "Mara Lind, 3 May 2021", "3 May 2021 by Mara Lind" and "3 May 2021 Mara Lind"."""
    found = next(dates(text), None)
    if not found:
        return None
    by = _BY_LATER.search(text)
    if by and (author := authors_in(by["who"]) or _user(by["who"])):
        return Byline(author)
    name = text[: found.start].strip(" ,(:") or " ".join(without_dates(text).split())
    if found.start == 0 or not text[: found.start].strip(" ,("):
        name = _READING_TIME.sub("", text[found.end :]).strip(" ,()")
    name = _ASIDE.sub(" ", name).strip(" ,")
    if not is_person(name) or len(without_dates(name).split()) != len(
        name.replace("-", " ").replace("’", " ").split()
    ):
        return None
    left = without_dates(text).split()
    return Byline(capitalised(name)) if len(left) <= len(name.split()) + 1 else None
