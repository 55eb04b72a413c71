"""HTML pages: the visible blocks, and what the page declares about itself."""

import re
from typing import TYPE_CHECKING

from reader.model import PLAIN, Link, Metadata, RawDocument
from reader.sources.addresses import address, relative
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

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser

LARGE = 1_000_000  # characters from which embedded pictures are taken out before parsing

_EMBEDDED = re.compile(r"data:[\w/+.-]{1,80};base64,[A-Za-z0-9+/=]*+")
_SURROGATES = re.compile("[\ud800-\udfff]")


def parse(text: str) -> RawDocument:
    """The visible blocks; all text there is where nothing is visible or the page is a trap."""
    return _parsed(text)


def linked(text: str) -> RawDocument:
    """The same with the links of the visible blocks."""
    return _parsed(text, [])


def _parsed(text: str, found: list[Link] | None = None) -> RawDocument:
    """The page; with a list for what leads anywhere, its links are told."""
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
        lines, markup = visible_blocks(tree.body, found)
        if lines:
            links = _leading(found, _base(tree, metadata.url)) if found else ()
            return RawDocument("html", tuple(lines), tuple(markup), metadata, links=links)
    return _simplified(text, "simplified: no visible text in it", metadata)


def _base(tree: "LexborHTMLParser", url: str) -> str:
    """What paths in the page begin at: what it says of that, else its own address, if known."""
    base = tree.css_first("base[href]")
    return address((base.attributes["href"] or "") if base is not None else "", url) or url


def _leading(links: list[Link], base: str) -> tuple[Link, ...]:
    """The links with what they lead to: an address, or without a base a path."""
    known: dict[str, str] = {}
    for url in {link.url for link in links}:
        known[url] = "" if url.strip().startswith("#") else address(url, base) or relative(url)
    return tuple(link._replace(url=known[link.url]) for link in links if known[link.url])


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


FORMAT = Format("html", frozenset({".html", ".htm", ".xhtml", ".shtml", ".xht"}), parse, linked)
