"""What the text of a page leads to."""

import posixpath
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Self
from urllib.parse import unquote

from reader.catalogue import Catalogue
from reader.errors import SourceError
from reader.library.collection import Collection
from reader.model import Link, Page, Row
from reader.printable import printable
from reader.sources import CLEANED_BYTES, parse, read
from reader.sources.addresses import address, bare, relative
from reader.sources.markdown_links import Spans, markdown_links
from reader.sources.parse import PLAINLY

if TYPE_CHECKING:
    from reader.library.library import Library

MOST = 20_000  # links of a page; nobody follows more
ENDINGS = ("", ".html", ".md", "/index.html")  # which a path may lack


@dataclass(frozen=True, slots=True)
class Linking:
    """The links of the documents of one collection. They are not stored: few are ever asked for."""

    collection: Collection
    catalogue: Catalogue

    @classmethod
    def of(cls, library: "Library") -> Self:
        """That of a library."""
        return cls(library.collection, library.marking.catalogue)

    def links(self, page: Page) -> tuple[Link, ...]:
        """What of a page leads to an address, or to another document here; in order."""
        texts = [line.text for line in page.lines]
        taken: Iterable[Spans] = ()
        found: list[Link] = []
        if page.document.format == "html":
            found = self._of_file(page, texts)
            taken = _spans(found, len(texts))
        elif page.document.format == "markdown":
            found, taken = markdown_links(texts, page.markup)
            found = [link._replace(url=address(link.url) or relative(link.url)) for link in found]
        found = self._leading(page, [link for link in found if link.url])
        found += islice(_bare(texts, taken), MOST)
        return tuple(sorted(found)[:MOST])

    def own_address(self, page: Page) -> str:
        """Where a document was captured; "" where it does not say."""
        return address(page.metadata.url)

    def document(self, page: Page, url: str) -> Row | None:
        """The other document here that a link leads to, if it is one."""
        if path := relative(url):
            known = self.catalogue.rows_named(_names(page, path))
            rows = [known[name] for name in _names(page, path) if name in known]
        else:
            plain = url.partition("#")[0]
            other = plain.removesuffix("/") if plain.endswith("/") else f"{plain}/"
            rows = self.catalogue.captured_from([plain, other])
        there = (one for one in self.catalogue.documents(rows) if one.skipped is None)
        return next((one.row for one in there if one.row != page.document.row), None)

    def _of_file(self, page: Page, texts: list[str]) -> list[Link]:
        """The links of a page's markup, on lines that are still what they were when it was read.

        What could only be read plainly is not tried again.
        """
        if PLAINLY in page.notes or page.document.member:
            return []
        path = Path(self.collection.path(page.document.path))
        try:
            raw = parse(read(path, CLEANED_BYTES), page.document.path, links=True)
        except SourceError:
            return []
        found: list[Link] = []
        for number, links in _by_line(raw.links):
            if number < len(texts):
                found += _printed(raw.lines[number], texts[number], links)
        return found

    def _leading(self, page: Page, links: list[Link]) -> list[Link]:
        """The links without those paths at which there is no document."""
        paths = {link.url for link in links if relative(link.url)}
        known = self.catalogue.rows_named({name for path in paths for name in _names(page, path)})
        gone = {path for path in paths if not any(name in known for name in _names(page, path))}
        return [link for link in links if link.url not in gone]


def text_of(page: Page, link: Link) -> str:
    """What is read of a link, without marks of Markdown; its address where that is nothing."""
    from reader.cleaning.markdown_marks import inline  # noqa: PLC0415  # for a list of links only

    text = page.lines[link.line].text[link.start : link.end]
    return (inline(text) if page.document.format == "markdown" else text).strip() or link.url


def _names(page: Page, path: str) -> list[str]:
    """What the document may be called that a path in a page leads to."""
    folder = posixpath.dirname(page.document.path)
    plain = unquote(path.partition("#")[0], errors="surrogateescape")
    found: list[str] = []
    for name in dict.fromkeys((plain, plain.partition("?")[0])):
        whole = posixpath.normpath(posixpath.join(folder, name))
        if name and "\0" not in whole and not whole.startswith(".."):
            found += [f"{whole}{ending}" for ending in ENDINGS]
    return found


def _by_line(links: Sequence[Link]) -> Iterator[tuple[int, list[Link]]]:
    lines: dict[int, list[Link]] = {}
    for link in links:
        lines.setdefault(link.line, []).append(link)
    yield from lines.items()


def _printed(raw: str, shown: str, links: list[Link]) -> Iterator[Link]:
    """The links of a line as it was read, placed in it as it is shown; none in another line."""
    if raw == shown:
        yield from links
        return
    edges = sorted({0, len(raw), *(edge for link in links for edge in (link.start, link.end))})
    pieces = [printable(raw[first:last]) for first, last in pairwise(edges)]
    if "".join(pieces) != shown:
        return
    places, length = {0: 0}, 0
    for edge, piece in zip(edges[1:], pieces, strict=True):
        length += len(piece)
        places[edge] = length
    for link in links:
        if places[link.start] < places[link.end]:
            yield link._replace(start=places[link.start], end=places[link.end])


def _spans(links: Sequence[Link], lines: int) -> Iterator[Spans]:
    found: list[Spans] = [[] for _ in range(lines)]
    for link in links:
        found[link.line].append((link.start, link.end))
    yield from found


def _bare(texts: Sequence[str], taken: Iterable[Spans]) -> Iterator[Link]:
    """The addresses that stand bare, outside what other links take up."""
    others = iter(taken)
    for number, text in enumerate(texts):
        spans = next(others, [])
        for start, end in bare(text):
            at = bisect_right(spans, (start, len(text)))
            inside = any(
                first < end and start < last for first, last in spans[max(0, at - 1) : at + 1]
            )
            if not inside and (url := address(text[start:end])):
                yield Link(number, start, end, url)
