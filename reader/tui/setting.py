"""Typesetting: a page into parts, each a run of text with its indent, margin marks and style."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import groupby

from reader.library.passages import lit
from reader.library.tracing import Trace, trace
from reader.model import CONTENT, Label, Line, Page, Paragraph, Position
from reader.tui.card import card
from reader.tui.composing import composed
from reader.tui.part import BLANK, Part, Tone, View
from reader.tui.unread import Followed

KINDS = 3  # kinds of clutter that a closed fold names
PAGES = "on "  # begins a reason that says on how many pages of the site a line stands


def parts(page: Page, view: View, opened: Collection[int]) -> list[Part]:
    """What to show of a page; `opened` are the folds that stand open in the clean view.

    A fold is known by the index of its first line.
    """
    if view is View.CLEAN:
        units = _folded(_without_title(page))
        return [
            *card(page),
            *composed(page, units, lambda unit: _fold(page.lines, unit, unit.first in opened)),
        ]
    if view is View.DIMMED:
        return _spaced(page.lines, _dimmed(page.lines))
    raw = (Part(line.text, first=i, last=i) for i, line in enumerate(page.lines))
    return _spaced(page.lines, raw)


def folds(page: Page, words: Sequence[str] | None = None) -> set[int]:
    """The folds of a page in the clean view; those with any of the words of what was found."""
    every = {part.fold for part in parts(page, View.CLEAN, ()) if part.fold >= 0}
    if words is None:
        return every
    opened = parts(page, View.CLEAN, every)
    return {part.fold for part in opened if part.tone is Tone.ASIDE and lit(part.text, words)}


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
    if isinstance(parts, Followed):
        if position.line >= parts.rest.line:
            index = len(parts.own) + position.line - parts.rest.line
            return (index, position.character) if index < len(parts) else (len(parts) - 1, 0)
        parts = parts.own
    holding = [i for i, part in enumerate(parts) if part.first <= position.line <= part.last]
    if not holding:
        before = [i for i, part in enumerate(parts) if 0 <= part.first <= position.line]
        return max(before, key=lambda i: parts[i].first, default=0), 0
    # A fold holds the title that stands between its lines, and when open each of its lines.
    # Where no line is the title, the card's stands for the start of the first.
    again = position.character > 0
    index = min(
        holding,
        key=lambda i: (
            parts[i].last - parts[i].first,
            parts[i].tone is Tone.FOLD or (again and parts[i].tone is Tone.TITLE),
        ),
    )
    part = parts[index]
    if part.tone is Tone.FOLD:
        return index, 0
    shown = traced(part, lines).shown(position.line - part.first, position.character)
    return index, min(shown, max(0, len(part.text) - 1))


def position_of(parts: Sequence[Part], place: tuple[int, int], lines: Sequence[Line]) -> Position:
    """Where in the source a place stands: the inverse of `place_of`."""
    index, character = place
    while index < len(parts) - 1 and parts[index].first < 0:
        index, character = index + 1, 0
    part = parts[index] if parts else BLANK
    if part.first < 0:
        return Position()
    if part.tone is Tone.FOLD:
        return Position(part.first)
    if part.tone is Tone.UNREAD:
        return Position(part.first, character)
    line, at = traced(part, lines).source(character)
    return Position(part.first + line, at)


def traced(part: Part, lines: Sequence[Line]) -> Trace:
    """Where in their lines the characters of a part stand, and which are emphasised."""
    own = [line.text for line in lines[part.first : part.last + 1]]
    return trace(part.text, own, part.kind, part.marked)
