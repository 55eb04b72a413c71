"""An element tree to its visible blocks. Must not know: files, which block is the article."""

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

from reader.model import Kind, Link, Markup
from reader.sources.anchored import Placed, by_line, flowing
from reader.sources.tags import BLOCKS, elements

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from selectolax.lexbor import LexborNode

CELL_CHARACTERS = 120  # longer cells, on average, make a table a layout and not rows of figures
CELL_GAP = " | "

_UNSEEN = elements(
    "script style template noscript svg head title iframe canvas audio video select datalist"
    " noembed textarea"
)
_SPACED = elements("button label input img")
_REGIONS = elements("article main nav header footer aside form")
_ROLES = {
    "article": "article",
    "main": "main",
    "navigation": "nav",
    "banner": "header",
    "contentinfo": "footer",
    "complementary": "aside",
    "search": "form",
    "form": "form",
}
_KINDS = {
    **{f"h{level}": (Kind.HEADING, level) for level in range(1, 7)},
    "blockquote": (Kind.QUOTE, 0),
    "pre": (Kind.CODE, 0),
    "figcaption": (Kind.CAPTION, 0),
    "caption": (Kind.CAPTION, 0),
}
_LAYOUT = (
    "table, h1, h2, h3, h4, ul, ol, blockquote, pre, form, article, section, nav, hr, p + p"
    ", br + br"
)
_ANCESTORS = 4  # elements around a line that are told of
_LONGEST_NAME = 80  # characters of the names of one of them
_ENDED = BLOCKS | _SPACED  # elements whose end matters too
_BREAKS = elements("a br")  # elements whose beginning alone matters
_NOT_SHOWN = re.compile(
    r"display\s{0,9}:\s{0,9}none|visibility\s{0,9}:\s{0,9}hidden", re.IGNORECASE
)


class _Context(NamedTuple):
    """What the elements around a text say about it."""

    kind: Kind = Kind.TEXT
    level: int = 0
    region: str = ""
    lists: int = 0  # how many lists it stands in
    href: str | None = None  # where it leads, inside a link
    preformatted: bool = False
    cells: bool = False  # in a table whose rows become lines
    path: tuple[int, ...] = ()
    names: tuple[str, ...] = ()


@dataclass(slots=True)
class _Blocks:
    """The lines so far and the one being put together."""

    lines: list[str] = field(default_factory=list)
    markup: list[Markup] = field(default_factory=list)
    pieces: list[tuple[str, _Context]] = field(default_factory=list)
    cells: int = 0  # of the row being put together
    links: list[Link] | None = None  # those so far, where anybody wants them

    def add(self, text: str, context: _Context) -> None:
        """More text of the current block."""
        if text:
            self.pieces.append((text, context))

    def end(self) -> None:
        """The current block is complete; nothing happens where there is none."""
        if not self.pieces:
            return
        pieces, self.pieces, self.cells = self.pieces, [], 0
        if len(pieces) == 1 and not pieces[0][1].preformatted:  # most blocks: worth a short way
            text, only = " ".join(pieces[0][0].split()), pieces[0][1]
            if text and pieces[0][0] != CELL_GAP:
                if self.links is not None:
                    self.links += self._linked(pieces, flowing)
                self._put([text], only, 0.0 if only.href is None else 1.0)
            return
        words = (around for text, around in pieces if text != CELL_GAP and text.strip())
        if (context := next(words, None)) is None:
            return
        text = "".join(text for text, _ in pieces)
        if context.preformatted:
            lines = _outer_blanks_off(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"))
        else:
            lines = [" ".join(text.split())]
        if any(lines):
            if self.links is not None:
                self.links += self._linked(pieces, by_line if context.preformatted else flowing)
            self._put(lines, context, _link_share(pieces))

    def _linked(self, pieces: list[tuple[str, _Context]], place: Placed) -> "Iterator[Link]":
        """The links of the block whose first line is the next one."""
        told = ((text, None if text == CELL_GAP else around.href) for text, around in pieces)
        first = len(self.lines)
        return (Link(first + line, start, end, url) for line, start, end, url in place(told))

    def _put(self, lines: list[str], context: _Context, links: float) -> None:
        self.lines += lines
        names = "\n".join(context.names)
        self.markup += [
            Markup(context.kind, context.level, context.region, links, context.path, names)
        ] * len(lines)


def _outer_blanks_off(lines: list[str]) -> list[str]:
    filled = [index for index, line in enumerate(lines) if line.strip()]
    return [line.rstrip() for line in lines[filled[0] : filled[-1] + 1]] if filled else []


def _link_share(pieces: list[tuple[str, _Context]]) -> float:
    linked = total = 0
    for text, context in pieces:
        length = sum(map(len, text.split())) if text != CELL_GAP else 0
        total += length
        linked += length if context.href is not None else 0
    return linked / total if total else 0.0


def visible_blocks(
    root: "LexborNode", links: list[Link] | None = None
) -> tuple[list[str], list[Markup]]:
    """One line for each visible block under `root` in document order, code and tables by rows.

    What leads anywhere is added to `links`, with the addresses as they are written.
    """
    blocks = _Blocks(links=links)
    elements_seen = 0
    stack: list[tuple[LexborNode | None, _Context, str]] = [(root.child, _Context(), "")]
    while stack:
        node, context, ended = stack.pop()
        if ended:
            _leave(blocks, ended, context)
            continue
        if node is None:
            continue
        if (following := node.next) is not None:
            stack.append((following, context, ""))
        tag = node.tag or ""
        if tag == "-text":
            blocks.add(node.text_content or "", context)
            continue
        if not tag[:1].isalpha() or tag in _UNSEEN:
            continue
        attributes = node.attributes
        if _hidden(tag, attributes):
            continue
        elements_seen += tag in BLOCKS
        inner = _inside(node, tag, attributes, context, elements_seen)
        if tag in _ENDED:
            _enter(blocks, tag, context)
            stack.append((None, context, tag))
        elif tag in _BREAKS:
            _enter(blocks, tag, context)
        stack.append((node.child, inner, ""))
    blocks.end()
    return blocks.lines, blocks.markup


def _hidden(tag: str, attributes: "Mapping[str, str | None]") -> bool:
    if not attributes:
        return tag == "dialog"
    if "hidden" in attributes or (attributes.get("aria-hidden") or "").strip().lower() == "true":
        return True
    style = attributes.get("style")
    if style and _NOT_SHOWN.search(style):
        return True
    return tag == "dialog" and "open" not in attributes


def _inside(
    node: "LexborNode",
    tag: str,
    attributes: "Mapping[str, str | None]",
    outer: _Context,
    number: int,
) -> _Context:
    """The context of what is inside `node`, the block of that number if it is one."""
    inner: dict[str, Any] = {}
    region = tag if tag in _REGIONS else _ROLES.get(attributes.get("role") or "", "")
    if region:
        inner["region"] = region
    if tag in _KINDS and (tag == "caption" or not outer.cells):
        kind, level = _KINDS[tag]
        inner.update(kind=kind, level=level, preformatted=tag == "pre")
    elif tag in {"ul", "ol", "menu"}:
        inner["lists"] = outer.lists + 1
    elif tag == "li":
        inner.update(kind=Kind.ITEM, level=max(1, outer.lists))
    elif tag == "a":
        inner["href"] = attributes["href"] or "" if "href" in attributes else None
    elif tag == "table":
        inner["cells"] = _rows_are_lines(node)
    elif tag == "tr" and outer.cells:
        inner.update(kind=Kind.TABLE, level=0)
    if tag in BLOCKS:
        named = f"{tag} {attributes.get('class') or ''} {attributes.get('id') or ''}"
        inner["path"] = (number, *outer.path[: _ANCESTORS - 1])
        inner["names"] = (named[:_LONGEST_NAME], *outer.names[: _ANCESTORS - 1])
    return outer._replace(**inner) if inner else outer


def _rows_are_lines(table: "LexborNode") -> bool:
    """Whether a table holds figures and words, not whole parts of the page."""
    text = cells = columns = 0
    section = table.child
    while section is not None:
        if section.tag in {"tbody", "thead", "tfoot"}:
            if section.css_first(_LAYOUT) is not None:
                return False
            text += len(section.text())
            cells += len(section.css("td, th"))
            columns += section.css_first("td + td, td + th, th + th, th + td") is not None
        section = section.next
    return columns > 0 and text <= CELL_CHARACTERS * cells


def _enter(blocks: _Blocks, tag: str, context: _Context) -> None:
    if context.cells and tag in {"td", "th"}:
        if blocks.cells:
            blocks.add(CELL_GAP, context)
        blocks.cells += 1
    elif tag == "a" and blocks.pieces and blocks.pieces[-1][1].href is not None:
        blocks.add(" ", context._replace(href=None))  # links side by side are separate words
    else:
        _leave(blocks, tag, context)
    if tag == "br" and context.preformatted:
        blocks.add("\n", context)


def _leave(blocks: _Blocks, tag: str, context: _Context) -> None:
    if context.cells and tag not in {"tr", "table", "tbody", "thead", "tfoot", "caption"}:
        if tag in BLOCKS and tag not in {"td", "th"}:
            blocks.add(" ", context)
    elif tag in BLOCKS or (tag == "br" and not context.preformatted):
        blocks.end()
    elif tag in _SPACED:
        blocks.add(" ", context)
