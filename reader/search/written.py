"""Words as they are written, where that is not how they fold: with capitals, with accents.

Of a word with both there are three forms: without its accents, without its capitals, and as it
stands. So the two can be asked for apart. Must not know: queries, the index.
"""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple
from unicodedata import normalize

from reader.search.fold import MAX_WORD, as_written, cut, fold, unspaced

WRITTEN = {"title": "title_written", "body": "body_written", "aside": "aside_written"}
"""Fields of the index, and beside each the one that has the forms of its words."""

_KNOWN = 1 << 15  # words whose forms are remembered
_CUTS = {code: " " for code in range(128) if not re.match("[A-Za-z0-9]", chr(code))}
_FROM_CAPITAL = re.compile("[A-Z][A-Za-z0-9]*")
_STRETCH = (MAX_WORD + 1) // 2  # characters: a word that is too long fills one, wherever it stands
_SAME = str.maketrans(
    {
        "\u03c2": "\u03c3",  # sigma at the end of a word
        "\u0649": "\u064a",  # letters that differ by the keyboard, as they are folded
        "\u06cc": "\u064a",
        "\u06a9": "\u0643",
        "\u06d5": "\u0647",
        "\u06c1": "\u0647",
        "\u0640": "",
    }
)


class Apart(NamedTuple):
    """A text cut into words, spaces between."""

    folded: str  # all of them in order, folded
    forms: str  # the forms of those that have any; some may be there twice


class Words(NamedTuple):
    """What the index is to know of a document."""

    title: Apart
    body: Apart
    aside: Apart  # what was set aside


def taken_apart(text: str) -> Apart:
    """Return a text cut into words."""
    if not text.isascii():
        return Apart(" ".join(cut(fold(text))), " ".join(_forms_of(text)))
    words = text.translate(_CUTS)
    folded = words.lower()
    if _has_long(folded):
        return Apart(" ".join(cut(folded)), " ".join(_forms_of(text)))
    return Apart(folded, " ".join(_capitalised(words)))


def form(word: str) -> str:
    """Return the form that a word must have where it was typed so; "" if it may have any."""
    capital, accent = _written_so(word)
    if not accent:
        return _plain(word)[:MAX_WORD] if capital else ""
    return (_whole(word) if capital else _small(word))[:MAX_WORD]


@lru_cache(_KNOWN)
def forms(word: str) -> tuple[str, ...]:
    """Return the forms that a text has which has the word."""
    capital, accent = _written_so(word)
    if not (capital or accent):
        return ()
    found = [_plain(word)] * capital + [_small(word)] * accent + [_whole(word)] * capital * accent
    return tuple(each[:MAX_WORD] for each in found)


def asked_forms(text: str) -> list[str]:
    """Return for each word of what somebody typed its form, "" where any will do, in order."""
    return [form(word) for word in as_written(text)]


def _written_so(word: str) -> tuple[bool, bool]:
    """Whether capitals, and whether accents, tell a word from how it folds."""
    folded = fold(word)
    if not folded or unspaced(folded):
        return False, False
    return word != word.lower(), _small(word) != folded


def _whole(word: str) -> str:
    return normalize("NFC", word.translate(_SAME))


def _small(word: str) -> str:
    return normalize("NFC", word.lower().translate(_SAME))


def _plain(word: str) -> str:
    """Return a word without its accents."""
    large = str.upper if word.isupper() else str.capitalize  # for Æ, which is two letters
    letters = (large(fold(each)) if each.isupper() else fold(each) for each in word)
    return normalize("NFC", "".join(letters))


def _forms_of(text: str) -> Iterable[str]:
    words = {word for word in as_written(text) if not word.islower() or not word.isascii()}
    return [each for word in words for each in forms(word)]


def _capitalised(words: str) -> Iterable[str]:
    """Yield the words with a capital letter; those with several apart may come twice."""
    for match in _FROM_CAPITAL.finditer(words):
        start = match.start()
        if start and words[start - 1] != " ":
            start = words.rfind(" ", 0, start) + 1
        yield words[start : match.end()]


def _has_long(words: str) -> bool:
    """Whether any of the words may be longer than MAX_WORD."""
    places = range(0, len(words) - _STRETCH + 1, _STRETCH)
    return any(" " not in words[at : at + _STRETCH] for at in places)
