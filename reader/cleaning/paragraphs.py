"""From labelled lines to units of reading, and from those to text and a number of words."""

import re
from collections.abc import Sequence

from reader.cleaning import wrapping
from reader.cleaning.markdown_marks import reading, without_bullet
from reader.cleaning.units import follower
from reader.model import CONTENT, PLAIN, TEXT, Kind, Label, Line, Markup, Paragraph

_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
_CHARACTERS_A_WORD = 2  # of Chinese and Japanese
_REASONS = 4  # named in the summary of a fold
_INDENT = 4  # columns by which a list item of plain text is one level deeper


def paragraphs(
    lines: Sequence[Line], markup: Sequence[Markup], format: str = "text"
) -> tuple[Paragraph, ...]:
    """Return the reading units in order: wrapped lines joined, marks of Markdown taken away.

    `format` is the document's: only "markdown" has inline marks, only "html" is never unwrapped.
    A run of boilerplate, blank lines within it included, is one paragraph.
    """
    texts = [line.text for line in lines]
    marks = [*markup[: len(lines)], *[PLAIN] * (len(lines) - len(markup))]
    column = 0 if format in ("html", "markdown") else wrapping.margin(texts)
    follows = follower(texts, marks, format, column)
    found: list[Paragraph] = []
    index = 0
    while index < len(lines):
        first, label = index, lines[index].label
        index += 1
        if label is Label.BLANK:
            continue
        if label is Label.BOILERPLATE:
            last = _fold_end(lines, first)
            found.append(_fold(lines, first, last))
            index = last + 1
            continue
        while index < len(lines) and lines[index].label is label:
            if format == "html" or not follows(index - 1):
                break
            index += 1
        found.append(_unit(lines, marks[first], first, index - 1, format))
    return tuple(found)


def _fold_end(lines: Sequence[Line], first: int) -> int:
    last = first
    for index in range(first + 1, len(lines)):
        if lines[index].label is Label.BOILERPLATE:
            last = index
        elif lines[index].label is not Label.BLANK:
            break
    return last


def _fold(lines: Sequence[Line], first: int, last: int) -> Paragraph:
    aside = [line for line in lines[first : last + 1] if line.label is Label.BOILERPLATE]
    reasons = list(dict.fromkeys(line.reason for line in aside if line.reason))
    summary = ", ".join(reasons[:_REASONS]) + (", …" if len(reasons) > _REASONS else "")
    text = "\n".join(line.text.strip() for line in aside)
    return Paragraph(Label.BOILERPLATE, text, first, last, reason=summary)


def _unit(lines: Sequence[Line], markup: Markup, first: int, last: int, format: str) -> Paragraph:
    label, kind = lines[first].label, markup.kind
    level = markup.level
    if first == last and label is Label.BODY and kind is Kind.TEXT and format != "markdown":
        text = lines[first].text.strip()  # most lines of most documents: worth a short way
        return Paragraph(label, text, first, last, kind, level, lines[first].reason)
    if label is Label.LIST and kind is Kind.TEXT:
        kind = Kind.ITEM
        own = lines[first].text.expandtabs(_INDENT)
        level = 1 + (len(own) - len(own.lstrip())) // _INDENT
    elif label is Label.HEADING and kind is Kind.TEXT:
        kind = Kind.HEADING
    text = wrapping.join([reading(line.text, kind, format) for line in lines[first : last + 1]])
    if kind is Kind.ITEM:
        text = without_bullet(text)
    if kind is Kind.CODE:
        text = lines[first].text.rstrip()
    if kind is Kind.META:
        text = text.partition(":")[2].strip(" \"'") or text
    text = text or lines[first].text.strip()
    return Paragraph(label, text, first, last, kind, level, lines[first].reason)


def text(paragraphs: Sequence[Paragraph]) -> str:
    """Return headings, body and lists, with a blank line between any two of them."""
    return "\n\n".join(one.text for one in paragraphs if one.label in TEXT)


def words(paragraphs: Sequence[Paragraph]) -> int:
    """Return how many words the article has, captions included; two Chinese characters are one."""
    return sum(_words(one.text) for one in paragraphs if one.label in CONTENT)


def words_aside(paragraphs: Sequence[Paragraph]) -> int:
    """Return how many words were set aside; front matter is no part of the page."""
    return sum(
        _words(one.text)
        for one in paragraphs
        if one.label is Label.BOILERPLATE and one.kind is not Kind.META
    )


def _words(text: str) -> int:
    parts = len(text.split())
    if text.isascii():
        return parts
    rest, characters = _UNSPACED.subn(" ", text)
    if not characters:
        return parts
    spaced = [part for part in rest.split() if any(map(str.isalnum, part))]
    return len(spaced) + -(-characters // _CHARACTERS_A_WORD)
