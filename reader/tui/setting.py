"""Typesetting: a page into parts, each a run of text with its indent, margin marks and style."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from enum import StrEnum
from itertools import groupby
from typing import NamedTuple

from reader.model import CONTENT, Document, Kind, Label, Line, Page, Paragraph, Position
from reader.tui.days import day


class View(StrEnum):
    """How much of a document is shown."""

    CLEAN = "clean"  # the article; what was set aside is folded
    DIMMED = "dimmed"  # every line, what was set aside in grey
    RAW = "raw"  # every line as it stands in the file

    @property
    def next(self) -> "View":
        """The view that `c` goes to."""
        views = list(View)
        return views[(views.index(self) + 1) % len(views)]


class Tone(StrEnum):
    """What a part is, for the eye; Look gives each a style."""

    TEXT = "text"
    TITLE = "title"
    HEADING = "heading"
    DIM = "dim"
    FOLD = "fold"
    ASIDE = "aside"


class Part(NamedTuple):
    """A run of text that is wrapped as one; an empty one is a blank row."""

    text: str
    tone: Tone = Tone.TEXT
    first: int = -1  # index of its first source line; -1 for what the page itself adds
    last: int = -1
    lead: str = ""  # before the first row: a bullet, a fold's triangle
    bar: str = ""  # before every row: the margin mark of quotes and of what was set aside
    note: str = ""  # at the right end of the first row: why it was set aside
    fold: int = -1  # which fold it belongs to, -1 for none


BLANK = Part("")
DOT = "\u00a0· "  # between facts: a row breaks after it, never before
NUMBERED = re.compile(r"\(?\w{1,3}[.)]\s")  # an item that has its number written out
KINDS = 3  # kinds of clutter that a closed fold names
PAGES = "on "  # begins a reason that says on how many pages of the site a line stands


def parts(page: Page, view: View, opened: Collection[int]) -> list[Part]:
    """What to show of a page; `opened` are the folds that stand open in the clean view.

    A fold is known by the index of its first line.
    """
    if view is View.CLEAN:
        return [*_card(page), *_clean(page, opened)]
    if view is View.DIMMED:
        return _spaced(page.lines, _dimmed(page.lines))
    raw = (Part(line.text, first=i, last=i) for i, line in enumerate(page.lines))
    return _spaced(page.lines, raw)


def _spaced(lines: Sequence[Line], shown: Iterable[Part]) -> list[Part]:
    """The parts, with blank rows between those of a source whose blocks have none between them."""
    if any(line.label is Label.BLANK for line in lines):
        return list(shown)
    spaced: list[Part] = []
    for part in shown:
        if spaced and not (_close(lines[part.first]) and _close(lines[part.first - 1])):
            spaced.append(BLANK)
        spaced.append(part)
    return spaced or [BLANK]


def _close(line: Line) -> bool:
    return line.label in (Label.BOILERPLATE, Label.LIST)


def _card(page: Page) -> Iterator[Part]:
    """The head of an article: title, then who, when, how long, then where from and its tags."""
    document = page.document
    yield Part(document.title, Tone.TITLE, *_title_line(page.lines))
    yield Part(DOT.join(filter(None, _facts(document))), Tone.DIM)
    where = [document.site, *(f"#{tag}" for tag in document.tags)]
    if any(where):
        yield Part(DOT.join(filter(None, where)), Tone.DIM)
    if document.broken:
        yield Part(f"broken: {document.broken}", Tone.FOLD)
    for note in page.notes:
        yield Part(note, Tone.FOLD)
    yield BLANK


def _facts(document: Document) -> Iterator[str]:
    yield document.author
    yield day(document.date)
    if document.judged:
        yield f"{document.minutes} min" if document.words else "no text"
    else:
        yield "not cleaned yet: this is all of it"
    if document.guessed:
        yield f"{document.encoding}, guessed"


def _title_line(lines: Sequence[Line]) -> tuple[int, int]:
    for index, line in enumerate(lines):
        if line.label is Label.TITLE:
            return index, index
    return 0, 0


def _clean(page: Page, opened: Collection[int]) -> Iterator[Part]:
    before: Paragraph | None = None
    for unit in _folded(_without_title(page)):
        if before is not None and _apart(before, unit):
            yield _gap(before.last + 1, unit.first - 1)
        if unit.label is Label.BOILERPLATE:
            yield from _fold(page.lines, unit, unit.first in opened)
        else:
            yield _paragraph(unit)
        before = unit


def _gap(first: int, last: int) -> Part:
    """A blank row, which stands for the lines between two units where there are any."""
    return Part("", first=first, last=last) if first <= last else BLANK


def _without_title(page: Page) -> Iterator[Paragraph]:
    """The units but for a first heading that says what the card has said already."""
    title, looking = page.document.title, True
    for unit in page.paragraphs:
        if looking and unit.label in CONTENT:
            looking = False
            if unit.label is Label.HEADING and unit.text == title:
                continue
        yield unit


def _folded(units: Iterable[Paragraph]) -> Iterator[Paragraph]:
    """The units that are shown one by one: what the card says is left out, and folds that only
    such lines stood between become one."""
    fold: Paragraph | None = None
    for unit in units:
        if unit.label in (Label.TITLE, Label.BYLINE, Label.DATE, Label.BLANK):
            continue
        if unit.label is Label.BOILERPLATE:
            fold = unit if fold is None else fold._replace(last=unit.last)
            continue
        if fold is not None:
            yield fold
            fold = None
        yield unit
    if fold is not None:
        yield fold


def _apart(before: Paragraph, unit: Paragraph) -> bool:
    """Whether a blank row stands between two units: not between items, nor lines of code."""
    close = (Kind.CODE, Kind.TABLE)
    if unit.kind in close and before.kind is unit.kind:
        return unit.first > before.last + 1
    return not (unit.label is Label.LIST and before.label is Label.LIST)


def _paragraph(unit: Paragraph) -> Part:
    place = (unit.first, unit.last)
    if unit.label is Label.HEADING:
        return Part(unit.text, Tone.HEADING, *place)
    if unit.label is Label.CAPTION:
        return Part(unit.text, Tone.DIM, *place, lead="  ")
    if unit.kind is Kind.QUOTE:
        return Part(unit.text, Tone.TEXT, *place, bar="▏ ")
    if unit.kind in (Kind.CODE, Kind.TABLE):
        return Part(unit.text, Tone.TEXT, *place, bar="  ")
    if unit.label is Label.LIST:
        bullet = "" if NUMBERED.match(unit.text) else "• "
        return Part(unit.text, Tone.TEXT, *place, lead="  " * max(1, unit.level) + bullet)
    return Part(unit.text, Tone.TEXT, *place)


def _fold(lines: Sequence[Line], unit: Paragraph, is_open: bool) -> Iterator[Part]:
    inside = [i for i in range(unit.first, unit.last + 1) if lines[i].label is Label.BOILERPLATE]
    count = f"{len(inside)} line{'s' * (len(inside) != 1)}"
    said = " · ".join((count, *why(lines[i].reason for i in inside)))
    sign = "▾ " if is_open else "▸ "
    yield Part(said, Tone.FOLD, unit.first, unit.last, lead=sign, fold=unit.first)
    if is_open:
        yield from _asides(lines, inside, fold=unit.first)


def why(reasons: Iterable[str]) -> Iterator[str]:
    """The reasons of a fold in few words: what it holds first, then on how many pages most of
    the lines stand that others hold."""
    found = Counter(filter(None, reasons))
    kinds = [reason for reason in found if not reason.startswith(PAGES)]
    if kinds:
        yield ", ".join(kinds[:KINDS]) + (", …" if len(kinds) > KINDS else "")
    pages = [reason for reason, _ in found.most_common() if reason.startswith(PAGES)]
    yield from pages[:1]


def _asides(lines: Sequence[Line], inside: Iterable[int], fold: int = -1) -> Iterator[Part]:
    """Lines that were set aside, with the reason where it is another than the line's before."""
    before = ""
    for index in inside:
        line = lines[index]
        note = line.reason if line.reason != before else ""
        yield Part(line.text.strip(), Tone.ASIDE, index, index, bar="│ ", note=note, fold=fold)
        before = line.reason


DIMMED_TONES = {
    Label.TITLE: Tone.TITLE,
    Label.HEADING: Tone.HEADING,
    Label.BYLINE: Tone.DIM,
    Label.DATE: Tone.DIM,
}


def _dimmed(lines: Sequence[Line]) -> Iterator[Part]:
    for aside, run in groupby(range(len(lines)), lambda i: lines[i].label is Label.BOILERPLATE):
        if aside:
            yield from _asides(lines, run)
            continue
        for index in run:
            tone = DIMMED_TONES.get(lines[index].label, Tone.TEXT)
            yield Part(lines[index].text.strip(), tone, index, index)


def place_of(parts: Sequence[Part], position: Position, lines: Sequence[Line]) -> tuple[int, int]:
    """Which part, and which character in it, shows a position in the source."""
    holding = [i for i, part in enumerate(parts) if part.first <= position.line <= part.last]
    if not holding:
        before = [i for i, part in enumerate(parts) if 0 <= part.first <= position.line]
        return max(before, key=lambda i: parts[i].first, default=0), 0
    # A fold holds the title that stands between its lines, and when open each of its lines.
    index = min(holding, key=lambda i: (parts[i].last - parts[i].first, parts[i].tone is Tone.FOLD))
    part = parts[index]
    if part.tone is Tone.FOLD:
        return index, 0
    above = sum(
        len(lines[i].text.strip()) + 1
        for i in range(part.first, position.line)
        if lines[i].text.strip()
    )
    return index, min(above + position.character, max(0, len(part.text) - 1))


def position_of(parts: Sequence[Part], place: tuple[int, int], lines: Sequence[Line]) -> Position:
    """Where in the source a place stands: the inverse of `place_of` up to trimmed spaces."""
    index, character = place
    while index < len(parts) - 1 and parts[index].first < 0:
        index, character = index + 1, 0
    part = parts[index] if parts else BLANK
    if part.first < 0:
        return Position()
    if part.tone is Tone.FOLD:
        return Position(part.first)
    for i in range(part.first, part.last):
        length = len(lines[i].text.strip()) + 1 if lines[i].text.strip() else 0
        if character < length:
            return Position(i, character)
        character -= length
    return Position(part.last, character)
