"""A document as a page of text. Must not know: the terminal."""

import re
from collections.abc import Iterator

from reader.cli.wrap import wrapped
from reader.model import CONTENT, Kind, Label, Page, Paragraph

AS_IT_IS = frozenset({Kind.CODE, Kind.TABLE})  # its line ends and blanks mean something
BULLET, BLANKS = "• ", "  "  # before the first line of a list's entry, and before the others
NUMBERED = re.compile(r"\(?(\d+|[A-Za-z])[.)]\s")  # an entry that brings its own sign

Shown = tuple[str, bool]  # a line, and whether it stands out


def shown(page: Page, width: int | None) -> Iterator[Shown]:
    """Its title, who wrote it when and where, and the article in lines of at most `width` cells.

    With None a paragraph is one line.
    """
    document = page.document
    for line in _lines(document.title, width, ""):
        yield line, True
    byline = " · ".join(filter(None, (document.author, document.date, document.site)))
    if byline:
        for line in _lines(byline, width, ""):
            yield line, False
    before: Paragraph | None = None
    for unit in page.paragraphs:
        if unit.label in CONTENT:
            if before is None or _apart(before, unit):
                yield "", False
            for line in _unit(unit, width):
                yield line, unit.label is Label.HEADING
            before = unit


def _unit(unit: Paragraph, width: int | None) -> list[str]:
    if unit.kind in AS_IT_IS:
        return _lines(unit.text, None, "")
    if unit.label is not Label.LIST:
        return _lines(unit.text, width, "")
    indent = BLANKS * max(0, unit.level - 1)
    lead = "" if NUMBERED.match(unit.text) else BULLET
    lines = _lines(lead + unit.text, width and max(1, width - len(indent)), BLANKS)
    return [indent + line for line in lines]


def _apart(above: Paragraph, below: Paragraph) -> bool:
    """Whether a blank line stands between the two: not in a list, nor in what is as it is."""
    if above.kind in AS_IT_IS and below.kind is above.kind:
        return below.first > above.last + 1
    return not (above.label is Label.LIST and below.label is Label.LIST)


def _lines(text: str, width: int | None, indent: str) -> list[str]:
    return text.split("\n") if width is None else wrapped(text, width, indent)
