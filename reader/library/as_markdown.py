"""An article as CommonMark, with the tables of GitHub. Must not know: where it is written to."""

import re
from collections.abc import Iterator, Sequence

from reader.library.article import Article, Block, Form
from reader.model import Metadata
from reader.printable import json_text

NUMBERED = re.compile(r"(\d{1,9}[.)])\s+(?=\S)")
"""The number that an entry of a list brings along."""

_SHORTEST_FENCE = 3
_MARK = re.compile(
    r"\\(?=[!-/:-@\[-`{-~]|$)"  # a backslash that would escape what follows
    r"|[`*\[\]~]"
    r"|(?<![^\W_])_|_(?![^\W_])"  # inside a word it means nothing
    r"|<(?=[A-Za-z/!?])"
    r"|&(?=#?\w{1,40};)"
)
_START = re.compile(r"(?=#{1,6}(?:\s|$)|[-+](?:\s|$)|>|[-=|:+ ]+$)|(?<=^)\d{1,9}(?=[.)](?:\s|$))")
_CLOSING = re.compile(r"(?:(?<=\s)|^)(?=#+$)")  # where a heading would end too early
_PAIR = re.compile(r"(?<!\\)((?:\\\\)*)\\u(d[89ab]..)\\u(d[c-f]..)")
_TICKS = re.compile("`+")
_ISO_DATE = re.compile(r"\d{4}-\d\d-\d\d")


def as_markdown(article: Article, front: bool = True) -> Iterator[str]:
    """The lines of the document: front matter if that is wanted, title, byline, the article.

    Whatever Markdown would take for markup is escaped: read again, its paragraphs are the same.
    """
    parts = [_front_matter(article.metadata)] if front else []
    if article.metadata.title:
        parts.append(["# " + _heading(article.metadata.title)])
    if article.byline:
        parts.append([_line(article.byline)])
    parts += [list(_written(block)) for block in article.blocks]
    for index, part in enumerate(filter(None, parts)):
        if index:
            yield ""
        yield from part


def _front_matter(metadata: Metadata) -> list[str]:
    known = [
        (name, getattr(metadata, name))
        for name in ("title", "author", "date", "site", "url", "lang", "tags")
        if getattr(metadata, name)
    ]
    return ["---", *(f"{name}: {_scalar(value)}" for name, value in known), "---"] if known else []


def _scalar(value: str | tuple[str, ...]) -> str:
    """A date as it is; anything else as JSON, which YAML reads as the same strings.

    But for one thing: it knows characters beyond 16 bits by eight digits, not as a pair.
    """
    if isinstance(value, str) and _ISO_DATE.fullmatch(value):
        return value
    return _PAIR.sub(_one_character, json_text(value))


def _one_character(pair: re.Match[str]) -> str:
    high, low = int(pair[2], 16), int(pair[3], 16)
    return f"{pair[1]}\\U{0x10000 + ((high & 0x3FF) << 10 | low & 0x3FF):08x}"


def _written(block: Block) -> Iterator[str]:
    if block.form is Form.TABLE:
        yield from _table(block)
    elif block.form is Form.CODE:
        yield from _code(block)
    elif block.form is Form.LIST:
        yield from _list(block)
    elif block.form is Form.QUOTE:
        for index, text in enumerate(block.texts):
            if index:
                yield ""
            yield "> " + _line(text)
    elif block.form is Form.HEADING:
        yield "#" * block.levels[0] + " " + _heading(block.texts[0])
    elif block.form is Form.CAPTION:
        yield f"*{_inline(block.texts[0])}*"
    else:
        yield _line(block.texts[0])


def _list(block: Block) -> Iterator[str]:
    indents = [0]  # of each level, in columns
    for text, level in zip(block.texts, block.levels, strict=True):
        number = NUMBERED.match(text)
        marker = number[1] if number else "-"
        rest = text[number.end() :] if number else text
        indent = indents[level - 1]
        indents[level:] = [indent + len(marker) + 1]
        yield f"{' ' * indent}{marker} {_line(rest)}"


def _code(block: Block) -> Iterator[str]:
    ticks = (len(run) for line in block.texts for run in _TICKS.findall(line))
    fence = "`" * max(_SHORTEST_FENCE, 1 + max(ticks, default=0))
    yield fence + block.language
    yield from block.texts
    yield fence


def _table(block: Block) -> Iterator[str]:
    head, *others = block.rows
    yield _row(head)
    yield _row(["---"] * len(head), escape=False)
    yield from map(_row, others)


def _row(cells: Sequence[str], escape: bool = True) -> str:
    texts = [_inline(cell).replace("|", "\\|") for cell in cells] if escape else cells
    return f"| {' | '.join(texts)} |"


def _heading(text: str) -> str:
    return _CLOSING.sub(r"\\", _inline(text), count=1)


def _line(text: str) -> str:
    """A paragraph on one line that begins no block of another kind."""
    text = _inline(text)
    return _START.sub(lambda found: found[0] + "\\", text, count=1) if _START.match(text) else text


def _inline(text: str) -> str:
    return _MARK.sub(lambda found: "\\" + found[0], text)
