"""The head of an article: what it is called, who wrote it and when, where it is from."""

from collections.abc import Iterator, Sequence

from reader.model import Document, Kind, Label, Line, Page
from reader.tui.days import day
from reader.tui.part import BLANK, DOT, Part, Tone

ROOM = 68  # characters of a row, so that the article begins near the top


def card(page: Page) -> Iterator[Part]:
    """Title; who, when, how long; site, tags and where from. Nothing twice, nothing empty.

    Where it is from gives way where there is no room for all of it: `i` tells it.
    """
    document = page.document
    yield Part(document.title, Tone.TITLE, *_title_line(page.lines))
    yield Part(DOT.join(filter(None, _facts(document))), Tone.DIM)
    tags = [f"#{tag}" for tag in document.tags]
    source = origin(page)
    site = "" if source.casefold().startswith(document.site.casefold()) else document.site
    where = DOT.join(filter(None, (site, *tags, source)))
    if len(where) > ROOM:
        where = DOT.join(filter(None, (document.site, *tags))) or source
    if where:
        yield Part(where, Tone.DIM, kind=Kind.META)  # no word of it is a match
    if document.broken:
        yield Part(f"broken: {document.broken}", Tone.FOLD)
    for note in page.notes:
        yield Part(note, Tone.FOLD)
    yield BLANK


def origin(page: Page) -> str:
    """Where it was captured from, as short as it can be told; else its folder and file."""
    address = page.metadata.url
    if address:
        return address.partition("://")[2].removeprefix("www.").rstrip("/") or address
    path = page.document.member or page.document.path
    named = path.rpartition("/")[2].rpartition(".")[0]
    return "" if named.casefold() == page.document.title.casefold() else path


def _facts(document: Document) -> Iterator[str]:
    yield document.author
    yield day(document.date)
    if document.judged:
        yield f"{document.minutes} min" if document.words else "no text"
    else:
        yield "not cleaned yet: this is all of it"
    if document.guessed:
        yield f"{document.encoding}, guessed"


def _title_line(lines: Sequence[Line]) -> tuple[int, int]:
    for index, line in enumerate(lines):
        if line.label is Label.TITLE:
            return index, index
    return 0, 0
