"""Whether a page holds an article at all, or what stands in its place.

Looks for what walls and error pages say, and then for everything else that is said: little of a
wall beside any article is a box, much of it beside nothing is a broken capture. In doubt a page is
fine: a short article that is called broken is worse than a wall that is not.
"""
# ruff: noqa: RUF001 — letters and marks of other scripts, as pages write them

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from reader.cleaning.health_index import index_page
from reader.cleaning.health_phrases import CODES, ERROR_WORDS, HINTS, NAMES, SURE
from reader.cleaning.health_pieces import Piece, bare, pieces, teaser_ends
from reader.model import Judged, Label, RawDocument

_ORDINARY = 1500  # characters in paragraphs, from which only a wall of words is no article
_PARAGRAPH = 200  # characters of a line that is a paragraph
_WRAPPED = 50  # characters of a line that is part of one, where it begins in the middle
_DENSE = 80  # characters of a paragraph in a script without spaces, each worth three
_EVERY_COOKIE = 250  # characters of a wall of words hold its word once at least
_LONGEST = 3000  # lines; a longer document is a book or a log
_TEASERS = 4  # ends of teasers, from which a page may be a list of them
_DOMINATED = {"cookie": 120.0}  # words of a sentence that a phrase in it can decide
_DECIDED = 45.0
_QUOTES = "\"“”„«»‹›「『《‘'"
_ADDRESSED = re.compile(
    r"\b(?:we|us|our|i|wir|uns\w*|nous|nos|notre|nosotros|nuestr\w+|noi|nostr[ioae]|nós|noss\w+"
    r"|wij|ons|onze|my|nas\w*|мы|нас|наш\w*|(?:ihre?[nr]?|deine?[nr]?|votre|uw|jouw) (?:einwilligung"
    r"|zustimmung|consentement|toestemming)|you (?:can|may|agree|consent|accept|click|choose)"
    r"|sie (?:können|stimmen)|vous pouvez|puede|puedes|puoi|pode|je kunt|u kunt|wyrażasz)\b"
    r"|当社|当サイト|ください|我们|我們|您|نحن|نستخدم|شما"
)
_SENTENCE_OF_CONSENT = 10.0  # words from which a sentence must speak for the page's owner
_ABOUT = re.compile(r"^(?:how (?:to|do|can)|why|what (?:is|are|does)|wie |warum |was (?:ist|bedeutet)|comment |pourquoi |cómo |qué (?:es|significa)|come |perché |como |o que |hoe |waarom |jak |dlaczego |как |почему |что )")


class Evidence(NamedTuple):
    """What a page says of one kind of wall, and what it says beside it."""

    kind: str
    sure: int  # sentences of which one is enough
    points: int
    wall: float  # words of what speaks for it
    told: float  # words of other sentences
    short: float  # words of other lines that nobody knows
    lines: int  # number of those lines
    matched: frozenset[int]  # places of the pieces that speak for it


def health(raw: RawDocument, judged: Judged) -> str:
    """Why this capture holds no whole article, as a short sentence; "" where it seems fine."""
    if _is_ordinary(judged):
        return ""
    found = pieces(raw, judged)
    if not any(piece.line >= 0 for piece in found):
        return "an empty page, no text"
    text = "\n".join(piece.text for piece in found)
    starts = list(accumulate((len(piece.text) + 1 for piece in found), initial=0))
    evidence = {
        kind: gathered
        for kind in SURE
        if (gathered := _evidence(kind, found, text, starts)) is not None
    }
    reason = _wall(evidence, found)
    return reason or index_page(raw, judged, found) or _boilerplate(found)


def _is_ordinary(judged: Judged) -> bool:
    """Whether there is so much running text that only a closer look at consent could tell."""
    body, total, prose, cookies = Label.BODY, 0, 0, 0
    if len(judged.lines) > _LONGEST:
        return True
    for line in judged.lines:
        if line.label is not body:
            continue
        text = line.text
        length = len(text)
        if length >= _PARAGRAPH or (length >= _WRAPPED and text[0].islower()):
            prose += length
        elif length >= _DENSE and text[0] > "\u3000":
            prose += 3 * length
        else:
            continue
        total += length
        cookies += text.count("ookie")
        if prose >= _ORDINARY:
            break
    if prose < _ORDINARY or cookies * _EVERY_COOKIE >= total:
        return False
    return teaser_ends(judged) < _TEASERS


# ---- what walls say


def _evidence(
    kind: str, found: Sequence[Piece], text: str, starts: Sequence[int]
) -> Evidence | None:
    """Count what speaks for a kind of wall and against it; None where nothing decides."""
    most = _DOMINATED.get(kind, _DECIDED)
    sure = {
        at
        for match in _sure(kind).finditer(text)
        for at in (bisect_right(starts, match.start()) - 1,)
        if found[at].words <= most and not _is_cited(text, match, found[at], starts[at])
    }
    named = {at: points for at, piece in enumerate(found) if (points := _named(kind, piece))}
    if not sure and not named:
        return None
    hints = {
        at
        for at, piece in enumerate(found)
        if at not in sure and at not in named and _is_hint(kind, piece)
    }
    points, seen = 0, set()
    for at in sorted(sure | named.keys() | hints):
        if found[at].text not in seen:
            seen.add(found[at].text)
            points += 3 if at in sure else named.get(at, 1)
    told = short = 0.0
    lines = 0
    for at, piece in enumerate(found):
        if piece.chrome or at in sure or at in named or at in hints:
            continue
        if piece.told:
            told += piece.words * piece.weight
        elif piece.weight:
            short += piece.words * piece.weight
            lines += 1
    matched = frozenset(sure | named.keys() | hints)
    wall = sum(found[at].words for at in matched)
    return Evidence(kind, len(sure), points, wall, told, short, lines, matched)


def _is_cited(text: str, match: "re.Match[str]", piece: Piece, start: int) -> bool:
    """Whether a sentence only cites the phrase, or explains it."""
    if _ABOUT.match(piece.text) and not piece.text.endswith("!"):
        return True
    before = text[max(start, match.start() - 2) : match.start()].strip()
    words = len(match[0].split())
    return before[-1:] in _QUOTES and before != "" and piece.words > words + 4


def _is_hint(kind: str, piece: Piece) -> bool:
    if piece.words > _DOMINATED.get(kind, _DECIDED) or not _hints(kind).search(piece.text):
        return False
    if kind == "cookie" and piece.words >= _SENTENCE_OF_CONSENT:
        return _ADDRESSED.search(piece.text) is not None
    return not (kind == "paywall" and piece.words > _SENTENCE_OF_CONSENT)


def _named(kind: str, piece: Piece) -> int:
    """How many points a whole line is worth that names what the page is; 0 if it does not."""
    if kind not in NAMES or piece.words > _SENTENCE_OF_CONSENT:
        return 0
    line = bare(piece.text)
    if kind == "error" and (code := _code().fullmatch(line)):
        rest = bare(code["before"] or code["after"] or "")
        if not rest:
            return 2 if code["word"] else 1
        return 3 if _names(kind).fullmatch(rest) or rest in {"error", "ok"} else 0
    return 2 if _names(kind).fullmatch(line) else 0


# ---- from evidence to a reason


def _wall(evidence: dict[str, Evidence], found: Sequence[Piece]) -> str:
    """The first reason that the evidence bears, the most certain kinds first."""
    pictured = any(piece.pictured for piece in found)
    bot, error = evidence.get("bot"), evidence.get("error")
    if bot and bot.sure and bot.points >= 3 and _is_bare(bot):
        return "a check for robots, no article"
    if error and error.points >= 3 and _is_bare(error):
        return _error(found)
    if pictured:
        return ""
    cookie = evidence.get("cookie")
    if cookie and (cookie.sure or cookie.points >= 5) and cookie.points >= 5:
        if _is_alone(cookie, 0.1):
            return "a cookie wall, no article"
    for kind, reason in (
        ("javascript", "asks for JavaScript, no article"),
        ("browser", "asks for another browser, no article"),
    ):
        one = evidence.get(kind)
        if one and one.sure and _is_alone(one, 0.3):
            return reason
    return _paywall(evidence.get("paywall"), found)


def _is_bare(one: Evidence) -> bool:
    """Whether a page says little else than that it has nothing."""
    return one.told + one.short / 2 <= max(12.0, 0.7 * one.wall)


def _is_alone(one: Evidence, share: float) -> bool:
    """Whether nothing else stands on a page: such boxes are on many that hold an article."""
    unknown = one.lines > 1 and one.short >= 8
    return one.told < 6 + share * one.wall and not unknown and one.short <= 12 + one.wall / 4


def _error(found: Sequence[Piece]) -> str:
    """The error page's name, with its number where it says it."""
    for piece in found:
        if piece.words <= _SENTENCE_OF_CONSENT and (code := _code().fullmatch(bare(piece.text))):
            return f"an error page ({code['code']})"
        if piece.words <= _DECIDED and (code := _spoken_code().search(piece.text)):
            return f"an error page ({code['code']})"
    return "an error page"


_STUB = 150.0  # words; what is longer is worth reading, whatever stands below
_AFTER = 25.0  # words of text below the wall that show that it is only a box


def _paywall(one: Evidence | None, found: Sequence[Piece]) -> str:
    """Whether the text breaks off at a request to pay or to sign in."""
    if one is None or not one.sure:
        return ""
    article = [
        at
        for at, piece in enumerate(found)
        if at not in one.matched and piece.line >= 0 and piece.told and not piece.chrome
    ]
    words = sum(found[at].words * found[at].weight for at in article)
    if words >= _STUB:
        return ""
    last = max(one.matched)
    after = sum(found[at].words for at in article if at > last)
    cut = any(found[at].cut for at in article[-1:])
    if after > _AFTER or not (one.points >= 4 or cut):
        return ""
    if words < 5:
        return "a paywall, no article"
    return f"cut off by a paywall after {round(words)} words"


def _boilerplate(found: Sequence[Piece]) -> str:
    """Whether a page is made of menus and footers and nothing else."""
    lines = [piece for piece in found if piece.line >= 0]
    titles = {piece.text for piece in found if piece.line < 0}
    if titles and all(piece.text in titles for piece in lines):
        return "an empty page, no text but its title"
    if len(lines) < 3 or any(piece.pictured for piece in lines):
        return ""
    return "" if any(not piece.known for piece in lines) else "nothing but boilerplate"


# ---- the patterns, made when they are first needed


@lru_cache(None)
def _sure(kind: str) -> "re.Pattern[str]":
    return _pattern(SURE[kind])


@lru_cache(None)
def _hints(kind: str) -> "re.Pattern[str]":
    return _pattern(HINTS[kind])


@lru_cache(None)
def _names(kind: str) -> "re.Pattern[str]":
    return re.compile("|".join(f"(?:{line.strip()})" for line in NAMES[kind].split("\n") if line))


@lru_cache(None)
def _code() -> "re.Pattern[str]":
    sign = r"[\s:,.#|–—-]*"
    return re.compile(
        rf"(?P<before>.*?){sign}(?P<word>{ERROR_WORDS}{sign})*\b(?P<code>{CODES})\b"
        rf"(?:{sign}(?:error|fehler))?{sign}(?P<after>.*)"
    )


@lru_cache(None)
def _spoken_code() -> "re.Pattern[str]":
    return re.compile(rf"{ERROR_WORDS}\W{{0,3}}(?P<code>{CODES})\b")


def _pattern(lines: str) -> "re.Pattern[str]":
    """One pattern of all; those that begin at a word are tried at the beginnings of words only."""
    at_words, others = [], []
    for one in _alternatives("|".join(line.strip() for line in lines.strip().split("\n"))):
        if one.startswith(r"\b"):
            at_words.append(one.removeprefix(r"\b"))
        else:
            others.append(one)
    joined = [rf"\b(?:{'|'.join(at_words)})"] if at_words else []
    return re.compile("|".join(joined + others), re.MULTILINE)


def _alternatives(pattern: str) -> list[str]:
    """Cut a pattern at the bars that stand in no parenthesis."""
    found, depth, start, at = [], 0, 0, 0
    while at < len(pattern):
        sign = pattern[at]
        if sign == "\\":
            at += 1
        elif sign in "([":
            depth += 1
        elif sign in ")]":
            depth -= 1
        elif sign == "|" and not depth:
            found.append(pattern[start:at])
            start = at + 1
        at += 1
    return [*found, pattern[start:]]
