"""From the words of a line to the reason a person would give for setting it aside."""
# ruff: noqa: RUF001 — letters and marks of other scripts, as pages write them

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache, reduce
from operator import or_

from reader.cleaning import clutter_translated
from reader.cleaning import hints as may
from reader.cleaning.clutter_phrases import (
    ANYWHERE,
    CONSENT,
    CONSENT_ADDRESS,
    COUNTED,
    SECTIONS,
    SOCIAL,
    SOCIAL_NAMES,
    STARTS,
    THESE_COOKIES,
)
from reader.cleaning.clutter_words import WHOLE
from reader.cleaning.folding import folded_words
from reader.cleaning.hints import hints

CERTAIN = 1.0
OPENS = 0.8  # a sentence that starts as clutter does
LIKELY = 0.6  # clutter at the edges; inside an article it may be a heading

_LONGEST_START = 5  # words of the longest phrase in STARTS
_SHORT = 16  # words; a longer line is not clutter for how it starts alone
_SENTENCE = 8  # words of a line with a full stop from which it may be part of an article
_ANYWHERE = 45  # words; a longer one is not clutter for a phrase in it
_CONSENT_LEAST, _CONSENT_MOST = 12, 200  # words of a request for consent
_CONSENT_WORDS = 3  # of the vocabulary of consent that make one
_KEPT = 4096  # folded lines remembered: menus repeat on every page of a site


@dataclass(frozen=True, slots=True)
class Clutter:
    """What kind of clutter a line's words look like, and how sure that is, 0 to 1."""

    reason: str
    certainty: float


def _phrases(text: str) -> list[str]:
    return [" ".join(phrase.split()) for phrase in text.split("|") if phrase.strip()]


def _opens(patterns: Iterable[str]) -> bool:
    return all(pattern.startswith("^") for pattern in patterns)


_WHOLE = {
    phrase: reason
    for words in (clutter_translated.WHOLE, WHOLE)
    for reason, text in words.items()
    for phrase in _phrases(text)
}
_STARTS = {
    phrase: reason
    for words in (clutter_translated.STARTS, STARTS)
    for reason, text in words.items()
    for phrase in _phrases(text)
}
_FIRST_WORDS = frozenset(phrase.split()[0].rstrip(":") for phrase in _STARTS)
_HINTS = {
    "copyright notice": may.COPYRIGHT,
    "cookie notice": may.COOKIES,
    "newsletter box": may.NEWSLETTER,
    "photo counter": may.GALLERY | may.DIGIT,
    "follow links": may.FOLLOW,
    "comment form": may.COMMENTS,
    "posting note": may.POSTING,
    "legal notice": may.LEGAL,
    "hidden by the page": may.SCRIPTS,
    "reading time": may.READING,
}
_PATTERNS = {reason: re.compile("|".join(patterns)) for reason, patterns in ANYWHERE.items()}
# Where all of a kind look at the beginning only, so do we.
_LOOKS = tuple(
    (_HINTS[reason], pattern.match if _opens(ANYWHERE[reason]) else pattern.search, reason, pattern)
    for reason, pattern in _PATTERNS.items()
)
_ANY = reduce(or_, _HINTS.values())
_ENDS = " \t\xa0•·*-–—|/\\»«›‹>→←▸►▼▲↑↓#:;,.!?…()[]{}\"'“”‘’0123456789+＋：。、"
_CRUMBS = re.compile(r"\s[»›>→▸►/\\|]\s|[»›▸►]")
_COLON = re.compile("[:：]")
_GLUED = re.compile(r"[A-Z](?<=[^\W\d_A-Z]{2}[A-Z])(?=[^\W\d_])")  # few letters are capitals
_MORE = re.compile(
    r"^(?:More|Mehr|Meer|Más|Altri|Mais) (?:(?:from|in|on|about|of) )?(?:[^\W\d_a-z]\S*\s?){1,4}$"
)
_LONG = 80  # characters of a line whose words are counted before they are folded
_SECTION = max(len(phrase.split()) for phrase in SECTIONS)  # words
_LEVELS = 3  # parts of a line of breadcrumbs that starts at no known page
_CAMEL = 3  # joints of words run together, of which a name has one or two


@lru_cache(_KEPT)
def folded(text: str) -> str:
    """Case-fold, and drop numbers and punctuation at both ends."""
    return " ".join(text.casefold().strip(_ENDS).split())


def names_section(text: str) -> bool:
    """Whether a line is a heading that many pages of a site share."""
    if len(text) > _LONG and len(text.strip(_ENDS).split(None, _SECTION)) > _SECTION:
        return False  # it need not be folded as a whole
    return folded(text) in SECTIONS


def _is_crumbs(text: str, words: Sequence[str]) -> bool:
    parts = [part.strip() for part in _CRUMBS.split(text) if part.strip()]
    if len(parts) < 2 or len(words) > 2 * _SHORT or text.rstrip()[-1:] in ".!?。":
        return False
    if folded(parts[0]) in _WHOLE:
        return True
    short = sum(len(part.split()) <= 3 for part in parts)
    return len(parts) >= _LEVELS and short >= len(parts) - 1


def _is_glued(text: str) -> bool:
    if not _GLUED.search(text):
        return False
    joints = [joint.start() for joint in _GLUED.finditer(text)]
    return folded(text[: joints[0]]) in _WHOLE or (
        len(joints) >= _CAMEL and len(text.split()) <= 2 * _SHORT
    )


def _asks_consent(low: str, words: int) -> bool:
    """Whether a text speaks of cookies and consent to the one who reads it."""
    if low.startswith(THESE_COOKIES):
        return True
    if words > _CONSENT_MOST or not any(word in low for word in CONSENT_ADDRESS):
        return False
    return sum(word in low for word in CONSENT) >= _CONSENT_WORDS


@lru_cache(_KEPT)
def clutter(text: str) -> Clutter | None:
    """Return what clutter a stripped line looks like by its words alone, or None."""
    words = folded_words(text)
    low = text.casefold()
    likely = len(words) >= _CONSENT_LEAST and hints(text) & may.CONSENT
    if likely and _asks_consent(low, len(words)):
        return Clutter("cookie notice", CERTAIN)
    if len(words) > _ANYWHERE or not (core := folded(text)):
        return None
    found = _whole(text, core)
    if found is None and len(words) <= _SHORT:
        found = _short(text, core, words)
    return found or _in_line(text, low, words)


def _whole(text: str, core: str) -> Clutter | None:
    """Return the clutter a line is as a whole."""
    reason = _WHOLE.get(core)
    if reason:
        return Clutter(reason, LIKELY if reason in {"menu", "legal notice"} else CERTAIN)
    if _STARTS.get(core) == "tag line":
        return Clutter("empty tag line", CERTAIN)
    words = core.split()
    counted = COUNTED.get(words[0]) if len(words) == 1 and any(map(str.isdigit, text)) else None
    return Clutter(counted, CERTAIN) if counted else None


def _in_line(text: str, low: str, words: Sequence[str]) -> Clutter | None:
    """Return the clutter a line is by a phrase somewhere in it, or by its separators."""
    seen = hints(text)
    first: tuple[int, str] | None = None
    for hint, look, reason, _ in _LOOKS if seen & _ANY else ():
        match = look(low) if seen & hint else None
        if match and (first is None or match.start() < first[0]):
            first = match.start(), reason
    if first is not None:
        start, reason = first
        certain = len(words) <= _SHORT or reason == "copyright notice"
        certain = certain or _again(low, start, seen)
        return Clutter(reason, CERTAIN if certain else LIKELY)
    crumbs = seen & may.CRUMBS and _is_crumbs(text, words)
    return Clutter("breadcrumbs", CERTAIN) if crumbs else None


@lru_cache(1)
def _anywhere() -> re.Pattern[str]:
    # It takes long to compile, and few lines hold phrases of several kinds.
    kinds = (pattern.pattern for pattern in _PATTERNS.values())
    return re.compile("|".join(f"(?P<r{at}>{kind})" for at, kind in enumerate(kinds)))


def _again(low: str, start: int, seen: int) -> bool:
    """Whether what is found first, there, is found a second time."""
    possible = [pattern for hint, _, _, pattern in _LOOKS if seen & hint]
    if len(possible) == 1:
        return len(list(possible[0].finditer(low, start))) > 1
    kinds = [match.lastgroup for match in _anywhere().finditer(low, start)]
    return kinds[0] in kinds[1:]


def _short(text: str, core: str, low_words: Sequence[str]) -> Clutter | None:
    if _is_share_bar(low_words):
        return Clutter("share bar", CERTAIN)
    if tagged := _labelled(text):
        return tagged
    if _MORE.match(text):
        return Clutter("related list", CERTAIN)
    start = core.split()
    lengths = range(min(_LONGEST_START, len(start)), 0, -1)
    for length in lengths if start[0].rstrip(":") in _FIRST_WORDS else ():
        phrase = " ".join(start[:length])
        reason = _STARTS.get(phrase) or _STARTS.get(phrase.rstrip(":"))
        if reason and reason != "tag line":
            sentence = text.rstrip()[-1:] in ".!?。" and len(low_words) > _SENTENCE
            vague = start[0] == "more" or not text[:1].isupper()
            return Clutter(reason, LIKELY if vague else OPENS if sentence else CERTAIN)
    if _is_glued(text):
        return Clutter("breadcrumbs" if folded(text)[:4] == "home" else "menu", CERTAIN)
    return None


def _is_share_bar(low_words: Sequence[str]) -> bool:
    bare: list[str] = []
    for word in low_words:
        word = word.strip(_ENDS)
        if word and word not in SOCIAL:
            return False
        bare.append(word)
    return not SOCIAL_NAMES.isdisjoint(bare)


def _labelled(text: str) -> Clutter | None:
    """Return the clutter that a line is by the word before its colon."""
    if ":" not in text and "：" not in text:
        return None
    label, _, rest = _COLON.sub(":", text, count=1).partition(":")
    if not rest.strip():
        return None
    core = folded(label)
    labelled = _WHOLE.get(core, "")
    if labelled in {"related list", "follow links", "share bar"}:
        return Clutter(labelled, CERTAIN)
    return Clutter("tag line", CERTAIN) if _STARTS.get(core) == "tag line" else None
