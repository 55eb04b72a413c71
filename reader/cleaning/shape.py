"""What a stretch of text looks like, in measures that hold for every script."""
# ruff: noqa: RUF001 — letters and marks of other scripts, as pages write them

import re
from typing import NamedTuple

from reader.cleaning.folding import folded_words
from reader.cleaning.stopwords import STOPWORDS

SENTENCE_MARKS = ".!?。！？؟۔।॥։።…‽｡"
_CLOSERS = "\"'”’»›)]』」）】*_ \t\xa0"
_COLONS = ":：︰"
_READ = 3000  # characters: what is longer is prose or code by its first part
_UNSPACED = re.compile(
    r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]"
)
_CHARACTERS_A_WORD = 2  # of scripts written without spaces
# It starts with one class of characters, so that all others are passed over at once.
_INNER = re.compile(r"[.!?…。！？؟۔।](?:(?<=[。！？؟۔।])|[\"'”’»)]*\s+[^\sa-zà-ÿ.,;:|])")
_SEPARATORS = re.compile(r"[|›»·•→←«‹]|\s/\s")
_SEPARATOR = "|›»·•→←«‹/"  # one of these is in each, and in few lines
_WORDS_TO_TRUST = 8  # words from which a share of stop words means something
_BULLET = re.compile(r"^\s*(?:[•‣▪◦●○■□–—*·-]|\d{1,3}[.)]|[a-z]\))\s+(?=\S)")
_PROSE_WORDS = 10
_LONG_WORDS = 18
_STOP_SHARE = 0.18


class Shape(NamedTuple):
    """The form of one stretch of text; `words` counts unspaced scripts at two characters a word."""

    words: float
    stop: float  # share of stop words, 0 to 1
    sentence: bool  # ends as sentences do
    colon: bool
    cut: bool  # ends in an ellipsis
    inner: int  # sentences that end before its end
    separators: int
    bullet: bool
    letters: bool
    spaced: bool  # its script puts spaces between words
    prose: bool  # reads like a sentence or more, whatever stands around it


def _is_prose(words: float, stop: float, sentence: bool, colon: bool, inner: int) -> bool:
    if words >= 2 * _LONG_WORDS and (stop > 0 or inner > 0):
        return True
    full = sentence or inner > 0 or colon
    held = stop >= _STOP_SHARE or (inner > 0 and sentence)
    return held and (words >= _LONG_WORDS or (full and words >= _PROSE_WORDS))


def _separators(text: str) -> int:
    rare = any(map(text.__contains__, "|/" if text.isascii() else _SEPARATOR))
    return len(_SEPARATORS.findall(text)) if rare else 0


def shape(text: str) -> Shape:
    """Measure a text, which may not be blank; very long ones by their first part."""
    bullet = bool(_BULLET.match(text))
    text = text.strip()[:_READ]
    parts = folded_words(text)
    count: float = len(parts)
    unspaced = 0 if text.isascii() else len(_UNSPACED.findall(text))
    spaced = unspaced * 3 < len(text)
    if unspaced:
        count += unspaced / _CHARACTERS_A_WORD - (0 if spaced else len(parts))
    stops = sum(map(STOPWORDS.__contains__, parts))
    stop = stops / max(1, len(parts))
    end = text.rstrip(_CLOSERS)[-1:]
    sentence, colon = bool(end) and end in SENTENCE_MARKS, bool(end) and end in _COLONS
    inner = len(_INNER.findall(text)) if count >= _WORDS_TO_TRUST else 0
    if spaced:
        prose = _is_prose(count, stop, sentence, colon, inner)
    else:
        prose = count >= _LONG_WORDS or (sentence and count >= _PROSE_WORDS)
    return Shape(
        words=max(count, 1.0),
        stop=stop,
        sentence=sentence,
        colon=colon,
        cut=text.endswith(("…", "...")),
        inner=inner,
        separators=_separators(text),
        bullet=bullet,
        letters=any(map(str.isalpha, text)),
        spaced=spaced,
        prose=prose,
    )
