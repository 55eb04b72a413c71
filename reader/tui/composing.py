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
GREAT = 2  # the last level of headings that have more room around them

Aside = Callable[[Paragraph], Iterable[Part]]
"""What stands for a run of lines that were set aside."""


def composed(page: Page, units: Iterable[Paragraph], aside: Aside) -> Iterator[Part]:
    """The parts of an article, blank rows between them."""
    before: Paragraph | None = None
    for group in _groups(page, units):
        unit = group[0]
        if before is not None:
            if unit.label is Label.HEADING and unit.level <= GREAT:
                yield BLANK
            if _apart(before, unit):
                both = before.kind is unit.kind is Kind.QUOTE and Label.BOILERPLATE not in (
                    before.label,
                    unit.label,
                )
                yield _gap(before.last + 1, unit.first - 1, BAR if both else "")
        yield from aside(unit) if unit.label is Label.BOILERPLATE else _set(page, group)
        before = group[-1]


def _gap(first: int, last: int, bar: str = "") -> Part:
    """A blank row, which stands for the lines between two units where there are any."""
    return Part("", first=first, last=last, bar=bar) if first <= last else Part("", bar=bar)


def _apart(before: Paragraph, unit: Paragraph) -> bool:
    """Whether a blank row stands between two units: not between items, nor lines of code."""
    if before.label is Label.HEADING and before.level > GREAT:
        return unit.label is Label.HEADING
    return not (unit.label is Label.LIST and before.label is Label.LIST)


def _groups(page: Page, units: Iterable[Paragraph]) -> Iterator[list[Paragraph]]:
    """Rows of one table together, and lines of one stretch of code; all else by itself."""
    group: list[Paragraph] = []
    for unit in _whole(page, units) if page.document.format == "markdown" else units:
        if group and not _together(group[-1], unit):
            yield group
            group = []
        group.append(unit)
    if group:
        yield group


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
            if unit.label is Label.LIST and not ITEM.match(source):
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


def _set(page: Page, group: Sequence[Paragraph]) -> Iterator[Part]:
    """A unit, or the units of a group, as parts."""
    unit = group[0]
    if unit.kind is Kind.TABLE:
        yield from _table(page, group)
    elif unit.kind is Kind.CODE:
        yield from _code(page, group)
    elif unit.kind is Kind.QUOTE and unit.label is not Label.HEADING:
        yield from _quote(page, unit)
    elif unit.label is Label.LIST:
        yield _item(page, unit)
    else:
        yield _prose(page, unit)


def _prose(page: Page, unit: Paragraph) -> Part:
    tone = {Label.HEADING: Tone.HEADING, Label.CAPTION: Tone.DIM}.get(unit.label, Tone.TEXT)
    lead = "  " if unit.label is Label.CAPTION else ""
    return _part(page, unit, tone)._replace(lead=lead, level=unit.level)


def _part(page: Page, unit: Paragraph, tone: Tone = Tone.TEXT) -> Part:
    marked = page.document.format == "markdown" and unit.kind not in (Kind.CODE, Kind.META)
    return Part(unit.text, tone, unit.first, unit.last, kind=unit.kind, marked=marked)


def _item(page: Page, unit: Paragraph) -> Part:
    """An item hangs: its number or its bullet stands to the left of all its rows."""
    part = _part(page, unit)
    lead = "  " * max(1, unit.level)
    number = NUMBERED.match(unit.text)
    if number:
        return part._replace(lead=lead, hang=number.end())
    if _goes_on(page, unit.first):
        return part._replace(lead=f"{lead}  ")
    task = part.marked and TASK.match(page.lines[unit.first].text)
    bullet = f"[{task[1]}] " if task else BULLETS[(max(1, unit.level) - 1) % len(BULLETS)]
    return part._replace(lead=lead + bullet)


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


def _quote(page: Page, unit: Paragraph) -> Iterator[Part]:
    """A quotation, paragraph by paragraph, with a bar for each that it stands in."""
    part = _part(page, unit)
    if not part.marked or unit.label is not Label.BODY:
        yield part._replace(bar=BAR)
        return
    end, above = unit.first - 1, 0
    for first, last, depth in _paragraphs(page, unit):
        if above:
            yield _gap(end + 1, first - 1, BAR * min(above, depth))
        text = said([line.text for line in page.lines[first : last + 1]], Kind.QUOTE)
        yield part._replace(text=text, first=first, last=last, bar=BAR * depth)
        end, above = last, depth


def _paragraphs(page: Page, unit: Paragraph) -> Iterator[tuple[int, int, int]]:
    """The first and the last line of each paragraph of a quotation, and how deep it stands."""
    found: list[tuple[int, int, int]] = []
    for index in range(unit.first, unit.last + 1):
        text = page.lines[index].text
        rest = text.lstrip("> ")
        depth = text[: len(text) - len(rest)].count(">")
        if not rest:
            continue
        if found and found[-1][1] == index - 1 and depth in (0, found[-1][2]):
            found[-1] = (found[-1][0], index, found[-1][2])
        else:
            found.append((index, index, max(1, depth)))
    yield from found or [(unit.first, unit.last, 1)]


def _code(page: Page, group: Sequence[Paragraph]) -> Iterator[Part]:
    """Lines of code; what fences them in Markdown is not shown, but for the name it gives."""
    fence, end = "", -1  # what closes the code, and the last line that was shown
    for unit in group:
        part = _part(page, unit)._replace(bar="  ")
        if page.document.format == "markdown":
            found = FENCE.fullmatch(unit.text)
            if found and (not fence or (found[1].startswith(fence) and not found[2].strip())):
                fence, name = ("", "") if fence else (found[1], found[2].strip())
                if not name:
                    continue
                part = part._replace(text=name, tone=Tone.DIM)
            elif not fence:
                part = part._replace(text=INDENTED.sub("", unit.text))
        if 0 <= end < unit.first - 1:
            yield _gap(end + 1, unit.first - 1)
        yield part
        end = unit.last


def _table(page: Page, group: Sequence[Paragraph]) -> Iterator[Part]:
    rows = {unit.first: unit.text for unit in group}
    piped = page.document.format == "markdown"
    sources = {line: page.lines[line].text for line in rows} if piped else None
    grid = Grid(rows, sources)
    for unit in group:
        yield _part(page, unit)._replace(bar="  ", grid=grid)
