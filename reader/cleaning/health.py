"""Whether a page holds an article at all, or what stands in its place.

Looks for what walls and error pages say, and then for everything else that is said: little of a
wall beside any article is a box, much of it beside nothing is a broken capture. In doubt a page is
fine: a short article that is called broken is worse than a wall that is not.
"""
# ruff: noqa: RUF001 — letters and marks of other scripts, as pages write them

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from itertools import accumulate
from typing import NamedTuple

from reader.cleaning.health_index import index_page, teaser_ends
from reader.cleaning.health_patterns import KINDS, error_code, is_hint, named, sure
from reader.cleaning.health_pieces import Page, Piece, Sentence, page_of, pictured, piece, sentences
from reader.cleaning.labels import CONSENT_WALL
from reader.model import Judged, Label, RawDocument

_LONGEST = 3000  # lines; a longer document is a book or a log
_ORDINARY = 1000  # characters in paragraphs, from which only a wall of words is no article
_PARAGRAPH = 200  # characters of a line that is a paragraph wherever it stands
_FOLLOWING = 80  # characters of one that stands below another such
_WRAPPED = 50  # characters of a line that is part of one, where it begins in the middle
_DENSE = 80  # characters of one in a script without spaces, each worth three
_EVERY_COOKIE = 500  # characters of a wall of words hold its word, or "consent", once at least
_MOST_SAID = 400  # sentences and lines; no wall is longer
_TEASERS = 4  # ends of teasers, from which a page may be a list of them

_NAME = 10  # words of a line that names what a page is
_DECIDED = 45.0  # words of a sentence that a phrase in it can decide
_ASKED = 120.0  # words of one that asks for consent
_SPOKEN = 10.0  # words from which a hint must be spoken by the page's owner
_SURE, _HINT = 3, 1  # points
_ENOUGH = 3  # points that make an error page or a check
_COOKIE_WALL = "a cookie wall, no article"
_TOLD = (".", ",", ";", "…", "!", "?", "。", "，", "？", "؟", "।")  # ends of sentences, verses
_CONSENT = 5  # points that make a cookie wall
_WALLED = 4  # points that make a paywall where the text is not cut
_LITTLE = 6.0  # words beside a wall that may be a slogan
_VERSE = 6.0  # words in two lines or more, which may be a poem
_STUB = 150.0  # words; what is longer is worth reading, whatever stands below
_AFTER = 25.0  # words of text below a paywall that show that it is only a box
_TELLING = 6.0  # words of a sentence beside a phrase that show that it belongs to a text
_NO_STUB = 5.0  # words
_FEW_LINES = 3  # of plain text, which may be a note

_QUOTES = "\"“”„«»‹›「『《‘'"
_ADDRESSED = re.compile(
    r"\b(?:we|us|our|i|wir|uns\w*|nous|nos|notre|nosotros|nuestr\w+|noi|nostr[ioae]|nós|noss\w+"
    r"|wij|ons|onze|my|nas\w*|мы|нас|наш\w*|(?:ihre?[nr]?|deine?[nr]?|votre|uw|jouw)"
    r" (?:einwilligung|zustimmung|consentement|toestemming)"
    r"|you (?:can|may|agree|consent|accept|click|choose)"
    r"|sie (?:können|stimmen)|vous pouvez|puede|puedes|puoi|pode|je kunt|u kunt|wyrażasz)\b"
    r"|当社|当サイト|ください|我们|我們|您|نحن|نستخدم|شما"
)
_EXPLAINS = re.compile(
    r"^(?:how (?:to|do|can)|why|what (?:is|are|does)|wie|warum|was (?:ist|bedeutet)|comment"
    r"|pourquoi|cómo|qué (?:es|significa)|come|perché|como|o que|hoe|waarom|jak|dlaczego|как"
    r"|почему|что)\s"
)


class _Evidence(NamedTuple):
    """What a page says of one kind of wall, and what it says beside it."""

    sure: int  # different sentences of which one is enough
    points: int
    wall: float  # words of what speaks for it
    told: float  # words of other sentences
    short: float  # words of other lines, those of menus apart
    lines: int  # number of different lines that tell or say something else
    last: int  # place of the last piece that speaks for it
    matched: frozenset[int]  # places of all of them


def health(raw: RawDocument, judged: Judged) -> str:
    """Why this capture holds no whole article, as a short sentence; "" where it seems fine."""
    if _is_ordinary(judged):
        return ""
    said = sentences(raw)
    if not any(one.line >= 0 for one in said):
        return "an empty page, no text"
    page = page_of(said, raw, judged)
    if len(said) <= _MOST_SAID and (reason := _walled(said, page)):
        return reason
    beside = [one.text.rstrip() for one in judged.lines if one.reason == CONSENT_WALL]
    if beside and not any(text.endswith(_TOLD) for text in beside):
        return _COOKIE_WALL
    if pictured(raw, judged):
        return ""
    if reason := index_page(raw, judged):
        return reason
    if all(one.low in page.own for one in said):
        return "an empty page, no text but its title" if raw.metadata.title else ""
    if raw.format != "html" and len(said) < _FEW_LINES:
        return ""
    clutter = all(one.low in page.own or piece(one, page).known for one in said)
    return "nothing but boilerplate" if clutter else ""


def _walled(said: Sequence[Sentence], page: Page) -> str:
    """The reason that what is said bears, or ""."""
    text = "\n".join(one.low for one in said)
    starts = list(accumulate((len(one.low) + 1 for one in said), initial=0))
    hits = {
        kind: [(bisect_right(starts, match.start()) - 1, match) for match in sure(kind, text)]
        for kind in KINDS
    }
    called: dict[str, dict[int, int]] = {kind: {} for kind in KINDS}
    for at, one in enumerate(said):
        if one.low.count(" ") < _NAME:
            for kind, worth in named(one.low).items():
                called[kind][at] = worth
    if not any(hits.values()) and not any(called.values()):
        return ""
    found = [piece(one, page) for one in said]
    evidence = {}
    for kind in KINDS:
        certain = {at for at, match in hits[kind] if _is_said(found[at], match, starts[at], kind)}
        if certain or called[kind]:
            evidence[kind] = _evidence(kind, found, certain, called[kind])
    return _wall(evidence, found, is_pictured=pictured(page.raw, page.judged))


def _is_ordinary(judged: Judged) -> bool:
    """Whether there is so much running text that only a closer look at consent could tell."""
    body, blank, prose, total, cookies, before = Label.BODY, Label.BLANK, 0, 0, 0, False
    if len(judged.lines) > _LONGEST:
        return True
    for line in judged.lines:
        label = line.label
        if label is not body:
            before = before and label is blank
            continue
        text = line.text
        length = len(text)
        long = length >= _FOLLOWING
        if length >= _PARAGRAPH or (before and long) or (length >= _WRAPPED and text[0].islower()):
            prose += length
        elif long and text[0] > "\u3000":
            prose += 3 * length
        before = long
        total += length
        cookies += text.count("ookie") + text.count("onsen")
        if prose >= _ORDINARY:
            break
    if prose < _ORDINARY or cookies * _EVERY_COOKIE >= total:
        return False
    return teaser_ends(judged) < _TEASERS


# ---- what is said


def _is_said(one: Piece, match: "re.Match[str]", start: int, kind: str) -> bool:
    """Whether a sentence says the phrase itself, and does not cite or explain it."""
    if one.words > (_ASKED if kind == "cookie" else _DECIDED):
        return False
    if _EXPLAINS.match(one.text) and not one.text.endswith("!"):
        return False
    at = match.start() - start
    before = one.text[max(0, at - 2) : at].strip()
    cited = before != "" and before[-1] in _QUOTES
    return not (cited and one.words > len(match[0].split()) + 4)


def _evidence(
    kind: str, found: Sequence[Piece], certain: set[int], called: Mapping[int, int]
) -> _Evidence:
    """Count what speaks for a kind of wall and what speaks against it."""
    hints = {
        at
        for at, one in enumerate(found)
        if at not in certain and at not in called and _hints(kind, one)
    }
    matched = frozenset(certain | hints | called.keys())
    if kind == "paywall":
        certain = _on_their_own(certain, found, matched)
    worth: dict[str, int] = {}
    for at in matched:
        points = _SURE if at in certain else called.get(at, _HINT)
        worth[found[at].text] = max(points, worth.get(found[at].text, 0))
    others = {
        one.text: one for at, one in enumerate(found) if at not in matched and not one.chrome
    }.values()
    short = [one for one in others if not one.told]
    return _Evidence(
        sure=len({found[at].text for at in certain}),
        points=sum(worth.values()),
        wall=sum(found[at].words for at in matched),
        told=sum(one.words * one.weight for one in others if one.told),
        short=sum(one.words * one.weight for one in short),
        lines=len({one.line for one in others}),
        last=max(matched, default=-1),
        matched=matched,
    )


def _hints(kind: str, one: Piece) -> bool:
    if one.words > (_ASKED if kind == "cookie" else _DECIDED) or not is_hint(kind, one.text):
        return False
    if kind == "cookie" and one.words >= _SPOKEN:
        return _ADDRESSED.search(one.text) is not None
    return kind != "paywall" or one.words <= _SPOKEN


def _on_their_own(certain: set[int], found: Sequence[Piece], matched: frozenset[int]) -> set[int]:
    """Those that do not stand in the middle of a paragraph that tells something else."""
    telling = {
        one.line
        for at, one in enumerate(found)
        if at not in matched and one.told and not one.chrome and one.words >= _TELLING
    }
    return {at for at in certain if found[at].line not in telling}


# ---- from evidence to a reason


def _wall(evidence: Mapping[str, _Evidence], found: Sequence[Piece], *, is_pictured: bool) -> str:
    """The first reason that the evidence bears, the most certain kinds first; or ""."""
    bot, error = evidence.get("bot"), evidence.get("error")
    if bot and bot.sure and bot.points >= _ENOUGH and _is_bare(bot):
        return "a check for robots, no article"
    if error and error.points >= _ENOUGH and _is_bare(error):
        codes = (error_code(one.text, short=one.words <= _NAME) for one in found)
        code = next(filter(None, codes), "")
        return f"an error page ({code})" if code else "an error page"
    if is_pictured:
        return ""
    cookie = evidence.get("cookie")
    if cookie and cookie.points >= _CONSENT and _is_alone(cookie, 0.1):
        return _COOKIE_WALL
    for kind, name in (("javascript", "JavaScript"), ("browser", "another browser")):
        asking = evidence.get(kind)
        if asking and asking.sure and _is_alone(asking, 0.1):
            return f"asks for {name}, no article"
    return _paywall(evidence.get("paywall"), found)


def _is_bare(one: _Evidence) -> bool:
    """Whether a page says little else than that it has nothing."""
    least, share = (25.0, 1.0) if one.sure > 1 else (12.0, 0.7)
    return one.told + one.short / 2 <= max(least, share * one.wall)


def _is_alone(one: _Evidence, share: float) -> bool:
    """Whether nothing else stands on a page: such boxes are on many that hold an article."""
    few = one.told < _LITTLE + share * one.wall and one.short <= 2 * _LITTLE + one.wall / 4
    return few and not (one.lines > 1 and one.told + one.short >= _VERSE + share * one.wall)


def _paywall(one: _Evidence | None, found: Sequence[Piece]) -> str:
    """Whether the text breaks off at a request to pay or to sign in."""
    if one is None or not one.sure:
        return ""
    article = [
        (at, each)
        for at, each in enumerate(found)
        if at not in one.matched and each.told and not each.chrome
    ]
    words = sum(each.words * each.weight for _, each in article)
    below = sum(each.words for at, each in article if at > one.last)
    cut = any(each.cut for _, each in article[-1:])
    if words >= _STUB or below > _AFTER or not (cut or one.points >= _WALLED):
        return ""
    if words < _NO_STUB:
        return "a paywall, no article"
    return f"cut off by a paywall after {round(words)} words"
