"""A page in sentences and short lines, each with what is known of it before its words are read."""
# ruff: noqa: RUF001 — letters and marks of other scripts, as pages write them

import re
from collections.abc import Iterator
from itertools import product
from typing import NamedTuple

from reader.cleaning import wrapping
from reader.cleaning.health_phrases import MORE
from reader.cleaning.lexicon import CERTAIN, clutter
from reader.model import CONTENT, Judged, Kind, Label, RawDocument

_TOLD = 4.0  # words of a sentence that tells something
_BROKEN = 70  # characters of a line that may have been broken where no margin can be seen
_UNENDED = 12.0  # words of a line that does so without a full stop
_ASIDE = 0.5  # weight of what was set aside: it may have been an article all the same
_NAMED = 3.0  # words of a line that was set aside, from which it may be a line of a poem
_SENTENCES = re.compile(r"(?<=[.!?…])[\"'”’»)]*\s+(?=[^\sa-zà-ÿ])|(?<=[。！？؟])[」』”]*(?!\s*$)")
_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
_ENDED = re.compile(r"[.!?。！？؟۔।:：…][\"'”’»›)」』\s]*$")
_CUT = re.compile(r"(?:…|\.\.\.|\[…\]|\[\.\.\.\])\W*$|[\w,;–-]$")
_EDGES = re.compile(r"^[^\w]+|[^\w]+$")
_SPACES = re.compile(r"\s+")
_TITLE = re.compile(r"\s+[|–—·•»«:-]+\s+")
_REGIONS = frozenset({"nav", "footer", "aside"})
_LINKED = 0.9
_NOTICE = re.compile(r"^©|^\(c\)|^copyright\b|all rights reserved")
_HEADS = frozenset({Label.TITLE, Label.BYLINE, Label.DATE})


class Piece(NamedTuple):
    """A sentence, or a line that is none."""

    text: str  # lower case, straight apostrophes, single spaces
    words: float  # two characters of an unspaced script are one
    line: int  # index of its first line; -1 for a part of the declared title
    told: bool  # tells something: a sentence, or as long as one
    cut: bool  # ends in the middle
    chrome: bool  # does not speak against a wall: a menu's word, a headline, a site's name
    known: bool  # clutter by its words or its place
    weight: float  # how much it speaks for an article, 0 to 1
    pictured: bool  # a caption or a row of a table


def pieces(raw: RawDocument, judged: Judged) -> list[Piece]:
    """The pieces of a page in order, after those of its declared title."""
    names = [part for part in _TITLE.split(raw.metadata.title) if part.strip()]
    found = [_titled(part) for part in (raw.metadata.title, *names) if part.strip()]
    own = {piece.text for piece in found}
    own.add(plain(judged.metadata.site or raw.metadata.site))
    for first, text in _units(raw):
        label, markup = judged.lines[first].label, raw.markup[first]
        aside = label is Label.BOILERPLATE
        outside = markup.region in _REGIONS or markup.links >= _LINKED
        pictured = label is Label.CAPTION or markup.kind in (Kind.TABLE, Kind.CAPTION, Kind.CODE)
        for sentence in _SENTENCES.split(text):
            if not sentence.strip():
                continue
            low = plain(sentence)
            words = count(low)
            told = words >= _TOLD and bool(_ENDED.search(sentence)) or words >= _UNENDED
            known = outside or _is_clutter(sentence, told and not aside)
            chrome = known or label in _HEADS or low in own or (aside and words < _NAMED)
            weight = 1.0 if label in CONTENT else _ASIDE
            found.append(
                Piece(low, words, first, told, bool(_CUT.search(sentence)), chrome, known, weight,
                      pictured)
            )  # fmt: skip
    return found


def bare(text: str) -> str:
    """The text without signs at its ends."""
    return _EDGES.sub("", text)


def plain(text: str) -> str:
    """Lower case, straight apostrophes, single spaces."""
    return _SPACES.sub(" ", text.lower().replace("’", "'").replace("ʼ", "'")).strip()


def count(text: str) -> float:
    """How many words a text has; two characters of an unspaced script are one."""
    if text.isascii():
        return float(len(text.split()))
    unspaced = len(_UNSPACED.findall(text))
    return len(_UNSPACED.sub(" ", text).split()) + unspaced / 2


def teaser_ends(judged: Judged) -> int:
    """How many lines are such as end a teaser: "Read more"."""
    return sum(map(_WRITTEN.__contains__, [line.text for line in judged.lines]))


def _titled(part: str) -> Piece:
    low = plain(part)
    return Piece(low, count(low), -1, False, False, True, True, 0.0, False)


def _is_clutter(sentence: str, told: bool) -> bool:
    if _NOTICE.search(sentence.lower()):
        return True
    found = clutter(sentence.strip())
    return found is not None and (found.certainty >= CERTAIN or not told)


def _units(raw: RawDocument) -> Iterator[tuple[int, str]]:
    """Each paragraph with the index of its first line; wrapped ones joined."""
    lines, at = raw.lines, 0
    column = 0 if raw.format == "html" else wrapping.margin(lines)
    while at < len(lines):
        first = at
        at += 1
        if not lines[first].strip() or raw.markup[first].kind is Kind.META:
            continue
        while raw.format != "html" and at < len(lines) and _goes_on(lines[at - 1], lines[at], column):
            at += 1
        yield first, wrapping.join(lines[first:at])


def _goes_on(line: str, following: str, column: int) -> bool:
    """Whether a line belongs to the paragraph of the one before, as far as one can tell."""
    if column:
        return wrapping.joins(line, following, column)
    breaks = len(line) >= _BROKEN and not _ENDED.search(line)
    return breaks and following[:1].strip() != "" and not wrapping.starts_anew(following)


def _written() -> frozenset[str]:
    """The ends of teasers as pages write them."""
    forms = (str, str.capitalize, str.title, str.upper)
    signs = ("", " →", " »", "…", " …", "...", " ...", " >", " ›", " >>", ":", "→", "»")
    return frozenset(form(one) + sign for one, form, sign in product(MORE, forms, signs))


_WRITTEN = _written()
