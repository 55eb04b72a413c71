"""A page in sentences and short lines, each with what is known of it beside what walls say."""
# ruff: noqa: RUF001 — letters and marks of other scripts, as pages write them

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reader.cleaning import wrapping
from reader.cleaning.lexicon import CERTAIN, clutter
from reader.model import CONTENT, Judged, Kind, Label, RawDocument

_TOLD = 4.0  # words of a sentence that tells something
_UNENDED = 12.0  # words of a line that does so without a full stop
_EDGE = 1000  # characters looked at from either end of a longer sentence
_BROKEN = 70  # characters of a line that may have been broken where no margin can be seen
_ASIDE = 0.5  # weight of what was set aside: it may have been an article all the same
_NAMED = 3.0  # words of a line that was set aside, from which it may be a line of a poem
_SENTENCES = re.compile(r"(?<=[.!?…])[\"'”’»)]*\s+(?=[^\sa-zà-ÿ])|(?<=[。！？؟])[」』”]*(?!\s*$)")
_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
_ENDED = re.compile(r"[.!?。！？؟۔।:：…][\"'”’»›)」』\s]*$")
_CUT = re.compile(r"(?:…|\.\.\.|\[…\]|\[\.\.\.\])\W*$|[\w,;–-]$")
_SPACES = re.compile(r"\s+")
_TITLE = re.compile(r"\s+[|–—·•»«:-]+\s+")
_REGIONS = frozenset({"nav", "footer", "aside"})
_PICTURES = frozenset({Kind.TABLE, Kind.CAPTION, Kind.CODE})
_LINKED = 0.9
_NOTICE = re.compile(r"^©|^\(c\)|^copyright\b|all rights reserved")
_HEADS = frozenset({Label.TITLE, Label.BYLINE, Label.DATE})


class Sentence(NamedTuple):
    """A sentence, or a line that is none, as it stands and made plain."""

    line: int  # index of its first line; -1 for a part of the declared title
    text: str
    low: str  # lower case, straight apostrophes, single spaces


class Page(NamedTuple):
    """What sentences are weighed by."""

    raw: RawDocument
    judged: Judged
    own: frozenset[str]  # what the page calls itself and its site
    sifted: bool  # where all was set aside, that tells nothing of any line


class Piece(NamedTuple):
    """What a sentence says of the page it stands on."""

    line: int
    text: str  # plain
    words: float  # two characters of an unspaced script are one
    told: bool  # tells something: a sentence, or as long as one
    cut: bool  # ends in the middle
    chrome: bool  # does not speak against a wall: a menu's word, a headline, a site's name
    known: bool  # clutter by its words or its place
    weight: float  # how much it speaks for an article, 0 to 1


def sentences(raw: RawDocument) -> list[Sentence]:
    """The sentences of a page in order, after the parts of its declared title."""
    title = raw.metadata.title
    parts = [title, *(part for part in _TITLE.split(title) if part != title)]
    found = [Sentence(-1, part, plain(part)) for part in parts if part.strip()]
    for line, text in _units(raw):
        said = map(_shortened, _SENTENCES.split(text))
        found.extend(Sentence(line, part, plain(part)) for part in said if part.strip())
    return found


def _shortened(text: str) -> str:
    """Both ends of a sentence that is longer than any wall's, which is as telling as all of it."""
    return text if len(text) <= 2 * _EDGE else f"{text[:_EDGE]} {text[-_EDGE:]}"


def piece(sentence: Sentence, page: Page) -> Piece:
    """A sentence of a page with what is known of it."""
    line, text, low = sentence
    words = count(low)
    if line < 0:
        return Piece(line, low, words, False, False, True, True, 0.0)
    label, markup = page.judged.lines[line].label, page.raw.markup[line]
    aside = page.sifted and label is Label.BOILERPLATE
    told = (words >= _TOLD and bool(_ENDED.search(text))) or words >= _UNENDED
    known = markup.region in _REGIONS or markup.links >= _LINKED
    known = known or _is_clutter(text, told and not aside)
    chrome = known or label in _HEADS or low in page.own or (aside and words < _NAMED)
    weight = 1.0 if label in CONTENT or not page.sifted else _ASIDE
    return Piece(line, low, words, told, bool(_CUT.search(text)), chrome, known, weight)


def page_of(said: Sequence[Sentence], raw: RawDocument, judged: Judged) -> Page:
    """What sentences are weighed by."""
    sites = (plain(judged.metadata.site), plain(raw.metadata.site))
    own = frozenset({*(one.low for one in said if one.line < 0), *sites})
    return Page(raw, judged, own, any(line.label in CONTENT for line in judged.lines))


def pictured(raw: RawDocument, judged: Judged) -> bool:
    """Whether there is a caption, a table or code: those are read without sentences."""
    return any(mark.kind in _PICTURES for mark in raw.markup) or any(
        line.label is Label.CAPTION for line in judged.lines
    )


def plain(text: str) -> str:
    """Lower case, straight apostrophes, single spaces."""
    return _SPACES.sub(" ", text.lower().replace("’", "'").replace("ʼ", "'")).strip()


def count(text: str) -> float:
    """How many words a text has; two characters of an unspaced script are one."""
    if text.isascii():
        return float(len(text.split()))
    unspaced = len(_UNSPACED.findall(text))
    return len(_UNSPACED.sub(" ", text).split()) + unspaced / 2


def _is_clutter(text: str, told: bool) -> bool:
    if _NOTICE.search(text.lower()):
        return True
    found = clutter(text.strip())
    return found is not None and (found.certainty >= CERTAIN or not told)


def _units(raw: RawDocument) -> Iterator[tuple[int, str]]:
    """Each paragraph with the index of its first line; wrapped ones joined."""
    lines, at = raw.lines, 0
    wrapped = raw.format != "html"
    column = wrapping.margin(lines) if wrapped else 0
    while at < len(lines):
        first = at
        at += 1
        if not lines[first].strip() or raw.markup[first].kind is Kind.META:
            continue
        while wrapped and at < len(lines) and _goes_on(lines[at - 1], lines[at], column):
            at += 1
        yield first, wrapping.join(lines[first:at])


def _goes_on(line: str, following: str, column: int) -> bool:
    """Whether a line belongs to the paragraph of the one before, as far as one can tell."""
    if column:
        return wrapping.joins(line, following, column)
    breaks = len(line) >= _BROKEN and not _ENDED.search(line)
    return breaks and following[:1].strip() != "" and not wrapping.starts_anew(following)
