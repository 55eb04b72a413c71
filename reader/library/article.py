"""A cleaned document as blocks to write in another format. Must not know: any one format."""

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple

from reader.cleaning.markdown_marks import inline
from reader.model import CONTENT, Kind, Label, Line, Metadata, Paragraph
from reader.printable import printable

TAB = 4  # columns
LEVELS = 12  # of lists in lists that are kept apart
PLAIN_HEADING = 2  # level of a heading whose source tells none

_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})\s*([\w+#.-]{0,30})")
_INDENTED = re.compile(r" {1,4}")  # what makes a line of Markdown code
_BARS = re.compile(r"(?<!\S)\|(?!\S)")  # between the cells of a row
_MARKDOWN_BARS = re.compile(r"(?<!\\)\|")
_DELIMITER = re.compile(r":?-+:?")  # a cell of the line below the head of a table


class Form(StrEnum):
    """What a block is written as."""

    TEXT = "text"
    HEADING = "heading"
    LIST = "list"
    QUOTE = "quote"
    CODE = "code"
    TABLE = "table"
    CAPTION = "caption"


class Block(NamedTuple):
    """A paragraph, or a run of entries, lines or rows that belong together; all is printable."""

    form: Form
    texts: tuple[str, ...] = ()  # one paragraph; of a quote, a list or code, each part of it
    levels: tuple[int, ...] = ()  # of a heading its level; of a list that of each entry, from 1
    rows: tuple[tuple[str, ...], ...] = ()  # the cells of a table
    headed: bool = False  # the first row of the table is its head
    language: str = ""  # of code, as its source names it


class Article(NamedTuple):
    """What is written: who and when, and the article itself."""

    metadata: Metadata  # printable
    blocks: tuple[Block, ...]

    @property
    def byline(self) -> str:
        """Who wrote it, when and where, on one line."""
        known = (self.metadata.author, self.metadata.date, self.metadata.site)
        return " · ".join(filter(None, known))


def article(
    metadata: Metadata, lines: Sequence[Line], paragraphs: Sequence[Paragraph], source: str
) -> Article:
    """The article of a judged document, of which `source` names the format it was read from.

    A first heading that says the title once more is not part of it.
    """
    shown = [unit for unit in paragraphs if unit.label in CONTENT]
    found: list[Block] = []
    index = 0
    while index < len(shown):
        form, first = _form(shown[index]), index
        index += 1
        while index < len(shown) and _together(form, shown[index - 1], shown[index], lines):
            index += 1
        found += _blocks(form, shown[first:index], lines, source)
    known = _printable(metadata)
    if found and _is_title(found[0], known.title):
        found = found[1:]
    return Article(known, tuple(found))


def _is_title(block: Block, title: str) -> bool:
    """Whether a heading says the title once more: both front matter and the text often have it."""
    return block.form is Form.HEADING and block.texts[0].casefold() == title.casefold()


def verbatim(metadata: Metadata, lines: Sequence[str]) -> Article:
    """Lines as they are, as one block of code."""
    code = _code(lines)
    return Article(_printable(metadata), (code,) if code else ())


def _printable(metadata: Metadata) -> Metadata:
    return Metadata(
        title=printable(metadata.title).strip(),
        author=printable(metadata.author).strip(),
        site=printable(metadata.site).strip(),
        date=printable(metadata.date) if metadata.date else None,
        lang=printable(metadata.lang),
        url=printable(metadata.url),
        tags=tuple(map(printable, metadata.tags)),
    )


def _form(unit: Paragraph) -> Form:
    if unit.kind is Kind.CODE:
        return Form.CODE
    if unit.kind is Kind.TABLE:
        return Form.TABLE
    if unit.label is Label.HEADING:
        return Form.HEADING
    if unit.label is Label.LIST:
        return Form.LIST
    if unit.label is Label.CAPTION:
        return Form.CAPTION
    return Form.QUOTE if unit.kind is Kind.QUOTE else Form.TEXT


def _together(form: Form, above: Paragraph, below: Paragraph, lines: Sequence[Line]) -> bool:
    if form in (Form.TEXT, Form.HEADING, Form.CAPTION) or _form(below) is not form:
        return False
    between = lines[above.last + 1 : below.first]
    if form is Form.TABLE:
        return not between
    return all(line.label is Label.BLANK for line in between)


def _blocks(
    form: Form, units: Sequence[Paragraph], lines: Sequence[Line], source: str
) -> Iterator[Block]:
    if form is Form.CODE:
        whole = [line.text for line in lines[units[0].first : units[-1].last + 1]]
        yield from _fenced(whole) if source == "markdown" else filter(None, [_code(whole)])
        return
    if form is Form.TABLE:
        yield from _table(units, lines, source)
        return
    told = [(printable(unit.text).strip(), unit.level) for unit in units]
    told = [(text, level) for text, level in told if text]
    if not told:
        return
    texts = tuple(text for text, _ in told)
    if form is Form.HEADING:
        yield Block(form, texts, (min(6, told[0][1] or PLAIN_HEADING),))
    elif form is Form.LIST:
        yield Block(form, texts, _levels([level for _, level in told]))
    else:
        yield Block(form, texts)


def _levels(told: Sequence[int]) -> tuple[int, ...]:
    """Levels of which none is more than one below that of the entry above."""
    levels: list[int] = []
    above = 0
    for level in told:
        above = min(max(1, level), above + 1, LEVELS)
        levels.append(above)
    return tuple(levels)


def _code(lines: Sequence[str], language: str = "") -> Block | None:
    shown = [printable(line.expandtabs(TAB)).rstrip() for line in lines]
    filled = [index for index, line in enumerate(shown) if line]
    if not filled:
        return None
    return Block(Form.CODE, tuple(shown[filled[0] : filled[-1] + 1]), language=language)


def _fenced(lines: Sequence[str]) -> Iterator[Block]:
    """The code of Markdown, fenced or indented, without what says that it is code."""
    fence = language = ""
    held: list[str] = []
    for line in [*lines, None]:
        opens = None if fence or line is None else _FENCE.match(line)
        closes = line is not None and fence and not line.strip().strip(fence[0])
        if line is None or opens or (closes and line.strip().startswith(fence)):
            block = _code(held, language)
            held, fence, language = [], opens[1] if opens else "", opens[2] if opens else ""
            if block:
                yield block
        else:
            held.append(line if fence else _INDENTED.sub("", line.expandtabs(TAB), count=1))


def _table(units: Sequence[Paragraph], lines: Sequence[Line], source: str) -> Iterator[Block]:
    rows: list[tuple[str, ...]] = []
    headed = False
    for unit in units:
        for line in lines[unit.first : unit.last + 1]:
            row = _cells(line.text, source)
            if source == "markdown" and len(rows) == 1 and all(map(_DELIMITER.fullmatch, row)):
                headed = True
            elif any(row):
                rows.append(row)
    if rows:
        width = max(map(len, rows))
        filled = (row + ("",) * (width - len(row)) for row in rows)
        yield Block(Form.TABLE, rows=tuple(filled), headed=headed)


def _cells(line: str, source: str) -> tuple[str, ...]:
    line = line.strip()
    if source != "markdown":
        return tuple(printable(cell).strip() for cell in _BARS.split(line))
    cells = _MARKDOWN_BARS.split(line)
    if not cells[0].strip():
        cells = cells[1:]
    if len(cells) > 1 and not cells[-1].strip():
        cells = cells[:-1]
    return tuple(printable(inline(cell)).strip() for cell in cells)
