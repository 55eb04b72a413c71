"""From the words of a line to the reason a person would give for setting it aside."""
# ruff: noqa: RUF001 — letters and marks of other scripts, as pages write them

import re
from dataclasses import dataclass
from functools import lru_cache

from reader.cleaning.clutter_phrases import (
    ANYWHERE,
    CONSENT,
    CONSENT_ADDRESS,
    COUNTED,
    SOCIAL,
    SOCIAL_NAMES,
    STARTS,
    THESE_COOKIES,
)
from reader.cleaning.clutter_words import WHOLE

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


_WHOLE = {phrase: reason for reason, text in WHOLE.items() for phrase in _phrases(text)}
_STARTS = {phrase: reason for reason, text in STARTS.items() for phrase in _phrases(text)}
_NAMES = {f"r{number}": reason for number, reason in enumerate(ANYWHERE)}
_IN_LINE = re.compile(
    "|".join(
        "(?P<{}>{})".format(name, "|".join(ANYWHERE[reason])) for name, reason in _NAMES.items()
    )
)
_ENDS = " \t\xa0•·*-–—|/\\»«›‹>→←▸►▼▲↑↓#:;,.!?…()[]{}\"'“”‘’0123456789+＋：。、"
_CRUMBS = re.compile(r"\s[»›>→▸►/\\|]\s|[»›▸►]")
_COLON = re.compile("[:：]")
_GLUED = re.compile(r"[^\W\d_A-Z]{2}(?=[A-Z][^\W\d_])")
_MORE = re.compile(
    r"^(?:More|Mehr|Meer|Más|Altri|Mais) (?:(?:from|in|on|about|of) )?(?:[^\W\d_a-z]\S*\s?){1,4}$"
)
_LEVELS = 3  # parts of a line of breadcrumbs that starts at no known page
_CAMEL = 3  # joints of words run together, of which a name has one or two


def folded(text: str) -> str:
    """Case-fold, and drop numbers and punctuation at both ends."""
    return " ".join(text.casefold().strip(_ENDS).split())


def _is_crumbs(text: str, words: list[str]) -> bool:
    parts = [part.strip() for part in _CRUMBS.split(text) if part.strip()]
    if len(parts) < 2 or len(words) > 2 * _SHORT or text.rstrip()[-1:] in ".!?。":
        return False
    if folded(parts[0]) in _WHOLE:
        return True
    short = sum(len(part.split()) <= 3 for part in parts)
    return len(parts) >= _LEVELS and short >= len(parts) - 1


def _is_glued(text: str) -> bool:
    joints = _GLUED.findall(text)
    if not joints:
        return False
    first = _GLUED.search(text)
    head = text[: first.end()] if first else ""
    return folded(head) in _WHOLE or (len(joints) >= _CAMEL and len(text.split()) <= 2 * _SHORT)


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
    words = text.split()
    low = text.casefold()
    if len(words) >= _CONSENT_LEAST and _asks_consent(low, len(words)):
        return Clutter("cookie notice", CERTAIN)
    core = folded(text)
    if not core or len(words) > _ANYWHERE:
        return None
    found = _whole(text, core)
    if found is None and len(words) <= _SHORT:
        found = _short(text, core, low.split())
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


def _in_line(text: str, low: str, words: list[str]) -> Clutter | None:
    """Return the clutter a line is by a phrase somewhere in it, or by its separators."""
    match = _IN_LINE.search(low)
    if match and match.lastgroup:
        others = _IN_LINE.finditer(low, match.end())
        again = any(other.lastgroup == match.lastgroup for other in others)
        certain = len(words) <= _SHORT or match.lastgroup == "r0" or again
        return Clutter(_NAMES[match.lastgroup], CERTAIN if certain else LIKELY)
    return Clutter("breadcrumbs", CERTAIN) if _is_crumbs(text, words) else None


def _short(text: str, core: str, low_words: list[str]) -> Clutter | None:
    bare = [word.strip(_ENDS) for word in low_words]
    if all(word in SOCIAL or not word for word in bare) and not SOCIAL_NAMES.isdisjoint(bare):
        return Clutter("share bar", CERTAIN)
    label, colon, rest = _COLON.sub(":", text, count=1).partition(":")
    if colon and rest.strip():
        labelled = _WHOLE.get(folded(label), "")
        if labelled in {"related list", "follow links", "share bar"}:
            return Clutter(labelled, CERTAIN)
        if _STARTS.get(folded(label)) == "tag line":
            return Clutter("tag line", CERTAIN)
    start = core.split()
    if _MORE.match(text):
        return Clutter("related list", CERTAIN)
    for length in range(min(_LONGEST_START, len(start)), 0, -1):
        phrase = " ".join(start[:length])
        reason = _STARTS.get(phrase) or _STARTS.get(phrase.rstrip(":"))
        if reason and reason != "tag line":
            sentence = text.rstrip()[-1:] in ".!?。" and len(low_words) > _SENTENCE
            vague = start[0] == "more" or not text[:1].isupper()
            return Clutter(reason, LIKELY if vague else OPENS if sentence else CERTAIN)
    if _is_glued(text):
        return Clutter("breadcrumbs" if folded(text)[:4] == "home" else "menu", CERTAIN)
    return None
