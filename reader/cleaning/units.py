"""A document as the judge sees it: stretches of lines that can only be kept or left together."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from reader.cleaning import wrapping
from reader.cleaning.bylines import Byline, byline
from reader.cleaning.dates import is_date_line
from reader.cleaning.fingerprint import counter
from reader.cleaning.folding import plain
from reader.cleaning.lexicon import Clutter, clutter
from reader.cleaning.markdown_marks import reading, without_bullet
from reader.cleaning.repetition import Repetition, level
from reader.cleaning.shape import Shape, shape
from reader.model import Kind, Markup, RawDocument

OUTSIDE = frozenset({"nav", "footer", "aside", "form"})
"""Regions of a page that hold no article."""

_MOST_PROSE = 0.7  # of the words of prose, in one region, from which it is no clutter
LONGEST_LINE = 2000  # characters of a unit that is looked at for words, dates and names
JUDGED_LINES = 6_000  # a longer document is a book or a log, not a web page
JUDGED_CHARACTERS = 400_000  # of one; no page's article is so long
_BAR = "|"
_ROWS = 3  # lines that make a table
_MAY_REPEAT = 200  # characters of a line that pages of a site may share
_REMEMBERED = 4096  # such lines
_META_WORDS = 25  # a longer line is no byline and no date line
_JOINED = frozenset({Kind.TEXT, Kind.ITEM, Kind.QUOTE})
_NO_CLUTTER = frozenset({Kind.TABLE, Kind.CODE, Kind.META})


@dataclass(slots=True)
class Unit:
    """One line, or the lines of one wrapped paragraph, with everything seen in it alone."""

    first: int
    last: int
    text: str  # as read: no marks, no bullet
    markup: Markup
    shape: Shape
    clutter: Clutter | None
    byline: Byline | None
    dated: bool  # a date and nothing else
    level: int  # of repetition on the site
    count: int  # pages of the site it stands on
    apart: bool  # a blank line stands before it
    plain: str  # case-folded letters and digits: equal for copies


def is_long(lines: Sequence[str]) -> bool:
    """Whether a document is too long to look at each of its lines."""
    return len(lines) > JUDGED_LINES or sum(map(len, lines)) > JUDGED_CHARACTERS


def _follows(raw: RawDocument) -> Callable[[int], bool]:
    """Return whether line i + 1 belongs to the paragraph of line i."""
    if raw.format == "html":
        return lambda _: False
    column = 0 if raw.format == "markdown" else wrapping.margin(raw.lines)
    return follower(raw.lines, raw.markup, raw.format, column)


def follower(
    lines: Sequence[str], markup: Sequence[Markup], source: str, column: int
) -> Callable[[int], bool]:
    """Return whether line i + 1 goes on with the paragraph of line i, in a text of that margin."""

    if source != "markdown" and not column:
        return lambda _: False

    def follows(index: int) -> bool:
        line, following = lines[index], lines[index + 1]
        kind, after = markup[index].kind, markup[index + 1].kind
        if not line.strip() or not following.strip() or kind not in _JOINED:
            return False
        if source == "markdown":
            soft = not line.endswith(("  ", "\\"))
            same = after is kind if kind is not Kind.ITEM else after is Kind.TEXT
            return soft and same and (kind is Kind.QUOTE or not wrapping.starts_anew(following))
        return after is kind and wrapping.joins(line, following, column)

    return follows


def units(raw: RawDocument, repetition: Repetition) -> list[Unit]:
    """Return the document's units in order; blank lines belong to none."""
    follows = _follows(raw)
    count = counter(raw.lines, repetition.counts)
    found: list[Unit] = []
    last = len(raw.lines) - 1
    index, apart = 0, True
    while index <= last:
        if not raw.lines[index].strip():
            index, apart = index + 1, True
            continue
        first = index
        while index < last and follows(index):
            index += 1
        found.append(_unit(raw, repetition.pages, count, first, index, apart))
        index, apart = index + 1, False
    return _trusted(found) if raw.format == "html" else _tabled(found)


def _tabled(found: list[Unit]) -> list[Unit]:
    """Take rows of a table for no breadcrumbs: lines with as many bars, one below the other."""
    start = 0
    for index in range(1, len(found) + 1):
        bars = found[start].text.count(_BAR)
        if bars and index < len(found) and found[index].text.count(_BAR) == bars:
            continue
        for unit in found[start:index] if bars and index - start >= _ROWS else ():
            if unit.clutter is not None and unit.clutter.reason == "breadcrumbs":
                unit.clutter = None
        start = index
    return found


def _trusted(found: list[Unit]) -> list[Unit]:
    """Forget a region that holds most of the prose: some pages stand in one form as a whole."""
    words: dict[str, float] = {}
    for unit in found:
        if unit.shape.prose:
            words[unit.markup.region] = words.get(unit.markup.region, 0.0) + unit.shape.words
    total = sum(words.values())
    for unit in found:
        outside = unit.markup.region in OUTSIDE or unit.markup.region == "header"
        if outside and words.get(unit.markup.region, 0.0) > _MOST_PROSE * total:
            unit.markup = unit.markup._replace(region="main")
    return found


class _Said(NamedTuple):
    """What lines say by themselves, on whatever page they stand."""

    text: str
    shape: Shape
    clutter: Clutter | None
    byline: Byline | None
    dated: bool
    plain: str


def _said(lines: tuple[str, ...], kind: Kind, source: str) -> _Said:
    text = wrapping.join([reading(line, kind, source) for line in lines]) or lines[0].strip()
    form = shape(lines[0] if len(lines) == 1 and kind is Kind.TEXT else text)
    if kind is not Kind.META:
        text = without_bullet(text) or text
    brief = len(text) <= LONGEST_LINE
    short = brief and form.words <= _META_WORDS and form.letters
    dated = short and is_date_line(text)
    return _Said(
        text,
        form,
        None if dated or not brief or kind in _NO_CLUTTER else clutter(text),
        byline(text) if short and not dated else None,
        dated,
        plain(text) if brief and form.words <= 2 * _META_WORDS else "",
    )


_remembered = lru_cache(_REMEMBERED)(_said)


def _unit(
    raw: RawDocument, pages: int, count: Callable[[str], int], first: int, last: int, apart: bool
) -> Unit:
    markup = raw.markup[first] if first < len(raw.markup) else Markup()
    lines = raw.lines[first : last + 1]
    repeats = first == last and len(lines[0]) <= _MAY_REPEAT
    said = (_remembered if repeats else _said)(lines, markup.kind, raw.format)
    again = 0
    if said.shape.letters or not any(map(str.isdigit, said.text)):
        # Of a number alone the fingerprint says that it is one: all pages have some.
        again = count(lines[0]) if first == last else min(map(count, lines))
    return Unit(
        first=first,
        last=last,
        text=said.text,
        markup=markup,
        shape=said.shape,
        clutter=said.clutter,
        byline=said.byline,
        dated=said.dated,
        level=level(again, pages),
        count=again,
        apart=apart,
        plain=said.plain,
    )
