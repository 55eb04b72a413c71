"""All that is known of a document, in words: what its card says. Must not know: any screen."""

import time
from collections.abc import Iterator
from pathlib import Path

from reader.model import Judged, Label, Page
from reader.printable import printable

Fact = tuple[str, str]  # what it is called, and what it is; both printable


def known(page: Page, path: str) -> list[Fact]:
    """What is known of a page whose file is at `path`; nothing that is unknown is named."""
    return [
        (printable(name), printable(value))
        for facts in (_declared(page), _counted(page), _filed(page, path), _marked(page))
        for name, value in facts
        if value
    ]


def _declared(page: Page) -> Iterator[Fact]:
    document, metadata = page.document, page.metadata
    yield "title", document.title
    yield "author", document.author
    yield "site", document.site
    yield "date", document.date or ""
    yield "section", metadata.section
    yield "language", document.lang
    yield "address", metadata.url
    yield from metadata.own


def _counted(page: Page) -> Iterator[Fact]:
    from reader.cleaning import measured  # noqa: PLC0415  # not for the first paint

    document = page.document
    yield "words", f"{document.words:,}"
    yield "minutes", f"{document.minutes:,}" if document.words else ""
    lines = sum(line.label is Label.BOILERPLATE for line in page.lines)
    amount = measured(Judged(page.lines, page.metadata), page.paragraphs)
    share = f"{lines:,} of {len(page.lines):,} lines, {amount.junk / 10:.0f}% of the words"
    yield "set aside", share if lines else "nothing"
    yield "sure", f"{amount.sure / 10:.0f}%" if document.judged and lines else ""
    yield "broken", document.broken
    yield "copies", f"{document.copies:,} of this story" if document.copies else ""


def _filed(page: Page, path: str) -> Iterator[Fact]:
    document = page.document
    yield "format", document.format
    yield "encoding", document.encoding + (", guessed" if document.guessed else "")
    yield "file", path
    yield "inside", document.member
    yield "changed", _changed(path)
    yield "id", document.id


def _changed(path: str) -> str:
    """When the file was last written; nothing where it is gone."""
    try:
        seconds = Path(path).stat().st_mtime
    except (OSError, ValueError):
        return ""
    return time.strftime("%Y-%m-%d %H:%M", time.localtime(seconds))


def _marked(page: Page) -> Iterator[Fact]:
    document = page.document
    yield "state", ", ".join(document.state)
    yield "tags", " ".join(document.tags)
    for note in page.notes:
        yield "note", note
