"""Composing: the units of an article into parts, with the space and the marks each kind has."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from reader.library.tracing import said
from reader.model import Kind, Label, Markup, Page, Paragraph
from reader.tui.part import BLANK, Part, Tone
from reader.tui.tables import Grid

BAR = "▏ "  # along a quotation
BULLETS = ("• ", "– ")  # noqa: RUF001  # of lists, and of lists in lists, in turn
NUMBERED = re.compile(r"\(?\w{1,3}[.)]\s+")  # an item that has its number written out
ITEM = re.compile(r"^\s*(?:[-*+•]|\(?\w{1,3}[.)])\s")  # how an item begins in Markdown
TASK = re.compile(r"^\s*[-*+]\s+\[([ xX])\]\s")
UNDERLINE = re.compile(r"\s{0,3}(?:=+|-+)\s*")
FENCE = re.compile(r" {0,3}(`{3,}|~{3,})\s*(.*)")
INDENTED = re.compile(r"^ {1,4}")  # what makes a line of Markdown code
DEEPEST = 6  # bars or steps in front of a text: deeper ones would leave no room for it
GREAT = 2  # the last level of headings that have more room around them

Aside = Callable[[Paragraph], Iterable[Part]]
"""What stands for a run of lines that were set aside."""


def composed(page: Page, units: Iterable[Paragraph], aside: Aside) -> Iterator[Part]:
    """The parts of an article, blank rows between them."""
    marked = page.document.format == "markdown"
    before: Paragraph | None = None
    for unit, group in _groups(_whole(page, units) if marked else units):
        if before is not None:
            if unit.label is Label.HEADING and unit.level <= GREAT:
                yield BLANK
            if _apart(before, unit):
                yield _gap(before.last + 1, unit.first - 1, BAR if _one_quote(before, unit) else "")
        if unit.label is Label.BOILERPLATE:
            yield from aside(unit)
        elif unit.label is Label.BODY and unit.kind is Kind.TEXT:
            yield _part(unit, Tone.TEXT, "", marked)  # most of most documents: the shortest way
        else:
            yield from _set(page, unit, group, marked)
        before = group[-1] if group else unit


def _gap(first: int, last: int, bar: str = "") -> Part:
    """A blank row, which stands for the lines between two units where there are any."""
    return Part("", Tone.TEXT, first, last, "", bar) if first <= last or bar else BLANK


def _apart(before: Paragraph, unit: Paragraph) -> bool:
    """Whether a blank row stands between two units: not between the items of a list."""
    if before.label is Label.HEADING and before.level > GREAT:
        return unit.label is Label.HEADING
    if not (_is_item(unit) and _is_item(before)):
        return True
    both = NUMBERED.match(before.text), NUMBERED.match(unit.text)
    return unit.first > before.last + 1 and bool(both[0]) != bool(both[1])


def _is_item(unit: Paragraph) -> bool:
    return unit.label is Label.LIST and unit.kind not in (Kind.TABLE, Kind.CODE, Kind.QUOTE)


def _one_quote(before: Paragraph, unit: Paragraph) -> bool:
    quotes = before.kind is Kind.QUOTE and unit.kind is Kind.QUOTE
    return quotes and Label.BOILERPLATE not in (before.label, unit.label)


def _groups(units: Iterable[Paragraph]) -> Iterator[tuple[Paragraph, list[Paragraph]]]:
    """Each unit; rows of one table together, and lines of one stretch of code, with the first."""
    group: list[Paragraph] = []
    for unit in units:
        grouped = unit.kind is Kind.CODE or unit.kind is Kind.TABLE
        if group and not (grouped and _together(group[-1], unit)):
            yield group[0], group
            group = []
        if grouped:
            group.append(unit)
        else:
            yield unit, group
    if group:
        yield group[0], group


def _together(above: Paragraph, below: Paragraph) -> bool:
    """Whether two units are rows of one table, or lines of code with nothing else between."""
    kept = Label.BOILERPLATE not in (above.label, below.label)
    if below.kind is Kind.TABLE:
        return kept and above.kind is Kind.TABLE and below.first == above.last + 1
    return kept and above.kind is below.kind is Kind.CODE


def _whole(page: Page, units: Iterable[Paragraph]) -> Iterator[Paragraph]:
    """Markdown's units with the lines that belong to them: of an item, and below a heading."""
    held: Paragraph | None = None
    for unit in units:
        if held is not None and unit.first == held.last + 1 and unit.label is held.label:
            source = page.lines[unit.first].text
            item = unit.label is Label.LIST and unit.kind is Kind.ITEM
            if item and held.kind is Kind.ITEM and not ITEM.match(source):
                held = held._replace(text=f"{held.text} {unit.text}", last=unit.last)
                continue
            if unit.label is Label.HEADING and UNDERLINE.fullmatch(source):
                held = held._replace(last=unit.last)
                continue
        if held is not None:
            yield held
        held = unit
    if held is not None:
        yield held


def _set(page: Page, unit: Paragraph, group: Sequence[Paragraph], marked: bool) -> Iterable[Part]:
    """A unit, or the units of a group, as parts."""
    if unit.kind is Kind.TABLE:
        return _table(page, group, marked)
    if unit.kind is Kind.CODE:
        return _code(group, marked)
    if unit.label is Label.HEADING:
        return (_part(unit, Tone.HEADING, "", marked)._replace(level=unit.level),)
    if unit.label is Label.CAPTION:
        return (_part(unit, Tone.DIM, "", marked)._replace(lead="  "),)
    if unit.kind is Kind.QUOTE:
        return _quote(page, unit, marked)
    if unit.label is Label.LIST:
        return (_item(page, unit, marked),)
    return (_part(unit, Tone.TEXT, "", marked and unit.kind is not Kind.META),)


def _part(unit: Paragraph, tone: Tone, bar: str, marked: bool) -> Part:
    """A unit as it is, by the order of the fields: there may be ten thousands of them."""
    kind = Kind.TEXT if unit.kind is Kind.META else unit.kind
    return Part(unit.text, tone, unit.first, unit.last, "", bar, "", -1, kind, 0, marked)


def _item(page: Page, unit: Paragraph, marked: bool) -> Part:
    """An item hangs: its number or its bullet stands to the left of all its rows."""
    level = max(1, unit.level)
    lead, hang = "  " * min(level, DEEPEST), 0
    if number := NUMBERED.match(unit.text):
        hang = number.end()
    elif _goes_on(page, unit.first):
        lead += "  "
    elif marked and (task := TASK.match(page.lines[unit.first].text)):
        lead += f"[{task[1]}] "
    else:
        lead += BULLETS[(level - 1) % len(BULLETS)]
    place = unit.first, unit.last
    return Part(unit.text, Tone.TEXT, *place, lead, "", "", -1, unit.kind, 0, marked, hang)


def _goes_on(page: Page, line: int) -> bool:
    """Whether a paragraph is not the first of its item."""
    if page.document.format == "markdown":
        return not ITEM.match(page.lines[line].text)
    if not 0 < line < len(page.markup):
        return False
    here, above = page.markup[line], page.markup[line - 1]
    return _item_of(here) is not None and _item_of(here) == _item_of(above)


def _item_of(markup: Markup) -> int | None:
    """The element of the item that a paragraph of HTML stands in."""
    for element, name in zip(markup.path[1:], markup.names.split("\n")[1:], strict=False):
        if name.split(" ")[0] == "li":
            return element
        if name.split(" ")[0] in ("ul", "ol"):
            break
    return None


def _quote(page: Page, unit: Paragraph, marked: bool) -> Iterator[Part]:
    """A quotation, paragraph by paragraph, with a bar for each that it stands in."""
    spans = _paragraphs(page, unit) if marked else [(unit.first, unit.last, 1)]
    if len(spans) == 1:
        yield _part(unit, Tone.TEXT, BAR * spans[0][2], marked)
        return
    end, above = unit.first - 1, 0
    for first, last, depth in spans:
        if above:
            yield _gap(end + 1, first - 1, BAR * min(above, depth))
        text = said([line.text for line in page.lines[first : last + 1]], Kind.QUOTE)
        own = unit._replace(text=text, first=first, last=last)
        yield _part(own, Tone.TEXT, BAR * depth, marked)
        end, above = last, depth


def _paragraphs(page: Page, unit: Paragraph) -> list[tuple[int, int, int]]:
    """The first and the last line of each paragraph of a quotation, and how deep it stands."""
    found: list[tuple[int, int, int]] = []
    for index in range(unit.first, unit.last + 1):
        text = page.lines[index].text
        rest = text.lstrip("> ")
        depth = min(DEEPEST, text[: len(text) - len(rest)].count(">"))
        if not rest:
            continue
        if found and found[-1][1] == index - 1 and depth in (0, found[-1][2]):
            found[-1] = (found[-1][0], index, found[-1][2])
        else:
            found.append((index, index, max(1, depth)))
    return found or [(unit.first, unit.last, 1)]


def _code(group: Sequence[Paragraph], fenced: bool) -> Iterator[Part]:
    """Lines of code; what fences them in Markdown is not shown, but for the name it gives."""
    fence, end = "", -1  # what closes the code, and the last line that was shown
    for unit in group:
        text, tone = unit.text, Tone.TEXT
        if fenced:
            found = FENCE.fullmatch(text)
            if found and (not fence or (found[1].startswith(fence) and not found[2].strip())):
                fence, text = ("", "") if fence else (found[1], found[2].strip())
                if not text:
                    continue
                tone = Tone.DIM
            elif not fence:
                text = INDENTED.sub("", text)
        if 0 <= end < unit.first - 1:
            yield _gap(end + 1, unit.first - 1)
        yield Part(text, tone, unit.first, unit.last, "", "  ", "", -1, Kind.CODE)
        end = unit.last


def _table(page: Page, group: Sequence[Paragraph], marked: bool) -> Iterator[Part]:
    rows = {unit.first: unit.text for unit in group}
    grid = Grid(rows, {line: page.lines[line].text for line in rows} if marked else None)
    for unit in group:
        place = unit.first, unit.last
        yield Part(unit.text, Tone.TEXT, *place, "", "  ", "", -1, unit.kind, 0, marked, 0, grid)
