"""HTML pages: the visible blocks, and what the page declares about itself."""

import re

from reader.model import PLAIN, Metadata, RawDocument
from reader.sources.blocks import visible_blocks
from reader.sources.format import Format
from reader.sources.page_metadata import page_metadata, title_of
from reader.sources.tags import (
    has_tags,
    swallowed_lines,
    text_lines,
    trap,
    without_comments,
    without_options,
)

LARGE = 1_000_000  # characters from which embedded pictures are taken out before parsing

_EMBEDDED = re.compile(r"data:[\w/+.-]{1,80};base64,[A-Za-z0-9+/=]*+")
_SURROGATES = re.compile("[\ud800-\udfff]")


def parse(text: str) -> RawDocument:
    """The visible blocks; all text there is where nothing is visible or the page is a trap."""
    text = _encodable(text)
    if len(text) > LARGE:
        text = _EMBEDDED.sub("data:,", text)
    if not has_tags(text):
        return _simplified(text)
    text = without_comments(without_options(text))
    if reason := trap(text):
        return _simplified(text, f"simplified: {reason}")
    from selectolax.lexbor import LexborHTMLParser  # noqa: PLC0415 - costs start-up time

    tree = LexborHTMLParser(text)
    metadata = page_metadata(tree, text)
    if tree.body is not None:
        lines, markup = visible_blocks(tree.body)
        if lines:
            return RawDocument("html", tuple(lines), tuple(markup), metadata)
    return _simplified(text, "simplified: no visible text in it", metadata)


def _encodable(text: str) -> str:
    """The text with a sign in the place of each lone surrogate; encoding it tells at once."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return _SURROGATES.sub("\ufffd", text)
    return text


def _simplified(text: str, note: str = "", metadata: Metadata | None = None) -> RawDocument:
    lines = text_lines(text) or swallowed_lines(text)
    return RawDocument(
        "html",
        tuple(lines),
        (PLAIN,) * len(lines),
        metadata or Metadata(title=title_of(text)),
        notes=(note,) if note and lines else (),
    )


FORMAT = Format("html", frozenset({".html", ".htm", ".xhtml", ".shtml", ".xht"}), parse)
