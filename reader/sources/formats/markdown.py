"""Markdown: the lines as they are, what each of them is, and the front matter above them."""

import re
from dataclasses import dataclass

from reader.model import PLAIN, Kind, Markup, Metadata, RawDocument
from reader.sources.format import Format
from reader.sources.front_matter import FRONT_CHARACTERS, FrontMatterError, front_matter

LINK_CHARACTERS = 10_000  # links are not counted in longer lines

_HEADING = re.compile(r" {0,3}(#{1,6})(?:[ \t]|$)")
_ITEM = re.compile(r"([ \t]*)(?:[-*+]|\d{1,9}[.)])(?:[ \t]+\S|[ \t]*$)")
_QUOTE = re.compile(r" {0,3}>")
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_RULE = re.compile(r" {0,3}([-*_])[ \t]*(?:\1[ \t]*){2,}$")
_LINK = re.compile(r"!?\[([^\[\]]*)\]\([^()]*\)")
_CODE_INDENT = 4  # columns


def parse(text: str) -> RawDocument:
    """The lines exactly as they are, with the front matter's facts as metadata."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    body = _body_start(lines)
    metadata = Metadata()
    notes: tuple[str, ...] = ()
    if body:
        try:
            metadata = front_matter("\n".join(lines[1 : body - 1]), lines[0].strip())
        except FrontMatterError as error:
            notes = (f"front matter ignored: {error}",)
    markup = [Markup(Kind.META)] * body + _Marker().marked(lines[body:])
    return RawDocument("markdown", tuple(lines), tuple(markup), metadata, notes=notes)


def _body_start(lines: list[str]) -> int:
    """The index behind closed front matter, 0 where there is none."""
    fence = lines[0].rstrip()
    if fence not in {"---", "+++"}:
        return 0
    ends = {fence, "..."} if fence == "---" else {fence}
    length = 0
    for index, line in enumerate(lines[1:], 1):
        if line.rstrip() in ends:
            return index + 1
        length += len(line)
        if length > 100 * FRONT_CHARACTERS:
            break
    return 0


@dataclass(slots=True)
class _Marker:
    """What the lines above mean for the next one."""

    fence: str = ""  # what closes the open code block
    indents: tuple[int, ...] = ()  # columns of the markers of the list items it stands in
    table: bool = False
    blank: bool = True  # whether the line above is

    def marked(self, lines: list[str]) -> list[Markup]:
        """The markup of each line."""
        markup: list[Markup] = []
        for index, line in enumerate(lines):
            below = lines[index + 1] if index + 1 < len(lines) else ""
            markup.append(self._line(line, below, markup[-1] if markup else PLAIN))
            self.blank = not line.strip()
        return markup

    def _line(self, line: str, below: str, above: Markup) -> Markup:
        if self.fence or _FENCE.match(line):
            return self._code(line)
        if not line.strip():
            self.table = False
            return PLAIN
        if heading := _HEADING.match(line):
            self.indents = ()
            return Markup(Kind.HEADING, len(heading[1]), links=_link_share(line))
        if above.kind is Kind.HEADING and _underline(line) and not self.blank:
            return above
        if self._starts_table(line, below) or (self.table and "|" in line):
            self.table = True
            return Markup(Kind.TABLE, links=_link_share(line))
        self.table = False
        return self._text(line, below, above)

    def _text(self, line: str, below: str, above: Markup) -> Markup:
        if _RULE.match(line):
            self.indents = ()
            return PLAIN
        if item := _ITEM.match(line):
            return self._item(len(item[1].expandtabs(_CODE_INDENT)), line)
        indent = len(line.expandtabs(_CODE_INDENT)) - len(line.expandtabs(_CODE_INDENT).lstrip())
        if self.indents and (indent > self.indents[0] or not self.blank):
            return Markup(Kind.ITEM, len(self.indents), links=_link_share(line))
        self.indents = ()
        if indent >= _CODE_INDENT and (self.blank or above.kind is Kind.CODE):
            return Markup(Kind.CODE)
        if _QUOTE.match(line) or (above.kind is Kind.QUOTE and not self.blank):
            return Markup(Kind.QUOTE, links=_link_share(line))
        if self.blank and (level := _underline(below)):
            return Markup(Kind.HEADING, level, links=_link_share(line))
        return Markup(links=_link_share(line))

    def _code(self, line: str) -> Markup:
        if not self.fence:
            opened = _FENCE.match(line)
            self.fence = opened[1] if opened else ""
        elif line.strip().startswith(self.fence) and not line.strip().strip(self.fence[0]):
            self.fence = ""
        return Markup(Kind.CODE)

    def _item(self, indent: int, line: str) -> Markup:
        if not self.indents and indent >= _CODE_INDENT and self.blank:
            return Markup(Kind.CODE)
        self.indents = (*(outer for outer in self.indents if outer < indent), indent)
        return Markup(Kind.ITEM, len(self.indents), links=_link_share(line))

    def _starts_table(self, line: str, below: str) -> bool:
        return "|" in line and "|" in below and "-" in below and not below.strip("|-: \t")


def _underline(line: str) -> int:
    """The level of the heading that this line underlines, else 0."""
    text = line.rstrip()
    if not text or line[:4].isspace():
        return 0
    return 1 if not text.strip(" ").strip("=") else 2 * (not text.strip(" ").strip("-"))


def _link_share(line: str) -> float:
    if len(line) > LINK_CHARACTERS or "](" not in line:
        return 0.0
    linked = sum(len("".join(text.split())) for text in _LINK.findall(line))
    shown = _LINK.sub(r"\1", line).lstrip(" \t#>*+-0123456789.)")
    return min(1.0, linked / (len("".join(shown.split())) or 1))


FORMAT = Format("markdown", frozenset({".md", ".markdown", ".mdown", ".mkd"}), parse)
