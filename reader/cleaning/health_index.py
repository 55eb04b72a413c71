"""Whether a page only leads to articles: teasers one after another, or headlines that are links."""

import re
from collections.abc import Sequence
from functools import lru_cache

from reader.cleaning.health_phrases import AGO, MORE, PAGING
from reader.cleaning.health_pieces import Piece, bare, count, plain
from reader.model import Judged, Label, RawDocument

_LINKS = 8  # headlines that are links, from which a page may be a list of them
_MARKS = 5  # teasers, from which a page may be a list of them
_PARAGRAPH = 15.0  # words of a text that is no teaser: then it is an article
_HEADLINE = 3.0  # words of a headline at least
_NO_HEADLINE = 30.0
_OUTSIDE = frozenset({"nav", "footer", "aside"})
_LINKED = 0.9
_TEASED = re.compile(r"(?:…|\.\.\.|\[…\]|\[\.\.\.\])\W*$")
_SENTENCE = re.compile(r"[.!?。！？؟]\W*$")


def index_page(raw: RawDocument, judged: Judged, found: Sequence[Piece]) -> str:
    """What makes it an index page, or "" where anything is told in it."""
    if any(piece.pictured for piece in found):
        return ""
    lines = [
        (at, plain(text), text)
        for at, text in enumerate(raw.lines)
        if text.strip() and raw.markup[at].region not in _OUTSIDE
    ]
    links = _links(raw, lines)
    marks = _marks(lines)
    paging = any(_paging().search(low) for _, low, _ in lines)
    teasers = len(marks)
    if links < _LINKS and teasers < _MARKS - paging:
        return ""
    if _tells(raw, judged, lines, marks):
        return ""
    if links >= _LINKS:
        return f"an index page: {links} links, no article"
    return f"an index page: {teasers} teasers, no article"


def _links(raw: RawDocument, lines: Sequence[tuple[int, str, str]]) -> int:
    """How many headlines are links."""
    if raw.format != "html":
        return 0
    return sum(
        raw.markup[at].links >= _LINKED and _HEADLINE <= count(low) <= _NO_HEADLINE
        for at, low, _ in lines
    )


def _marks(lines: Sequence[tuple[int, str, str]]) -> list[int]:
    """The places among the lines of what ends a teaser, if they are of one kind and many."""
    more = [place for place, (_, low, _) in enumerate(lines) if bare(low) in MORE]
    ago = [
        place
        for place, (_, low, _) in enumerate(lines)
        if len(low) < 40 and _ago().search(low) and place and _is_headline(lines[place - 1])
    ]
    return more if len(more) >= len(ago) else ago


def _is_headline(line: tuple[int, str, str]) -> bool:
    _, low, text = line
    return _HEADLINE <= count(low) <= _NO_HEADLINE and not _SENTENCE.search(text)


def _tells(
    raw: RawDocument,
    judged: Judged,
    lines: Sequence[tuple[int, str, str]],
    marks: Sequence[int],
) -> bool:
    """Whether there is a text that is no teaser, whatever it was judged to be."""
    ends = {place - 1 for place in marks} | {place + 1 for place in marks}
    before = marks[0] if marks else len(lines)
    for place, (at, low, text) in enumerate(lines):
        if raw.markup[at].links >= _LINKED or judged.lines[at].label is Label.TITLE:
            continue
        long = count(low) >= _PARAGRAPH and not _TEASED.search(text)
        if long and (place not in ends or place < before - 1):
            return True
    return False


@lru_cache(None)
def _ago() -> "re.Pattern[str]":
    return _lines(AGO)


@lru_cache(None)
def _paging() -> "re.Pattern[str]":
    return _lines(PAGING)


def _lines(patterns: str) -> "re.Pattern[str]":
    return re.compile("|".join(line.strip() for line in patterns.strip().split("\n")))
