"""What is made of one document, file or stored lines in, what is to be stored out. No writing.

These are the jobs of workers: all that may take long, or never end, with what a stranger wrote.
"""

from array import array
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from reader.catalogue import Catalogue, Packed, PackedJudgement, pack, pack_judged, unjudged_lines
from reader.cleaning import (
    Corrections,
    Repetition,
    corrected,
    held,
    judge,
    measured,
    numbered,
    paragraphs,
    sketch,
    text,
)
from reader.cleaning.health import health
from reader.errors import SourceError
from reader.library.collection import listed_title
from reader.library.sites import declared_site, site_key
from reader.model import Judged, Label, Measured, Paragraph, RawDocument, Row, Sketch
from reader.printable import printable
from reader.search.copies.signing import signature
from reader.search.fold import words as searchable
from reader.search.written import Words, taken_apart
from reader.sources import CLEANED_BYTES, parse, parse_plainly, read_sealed


class ToRead(NamedTuple):
    """Read a file."""

    folder: Path  # of the catalogue
    birth: int  # of the catalogue: another one may have come into its place
    name: str
    path: str
    size: int  # bytes
    known: bytes = b""  # its digest when it was read before
    plainly: bool = False  # without its markup, and with nothing but simple steps


class AsRead(NamedTuple):
    """What a file holds."""

    digest: bytes = b""
    packed: Packed | None = None  # None where it cannot be read, or holds what it held
    skipped: str | None = None  # why it cannot be read
    site_key: str = ""
    fingerprints: "array[int]" = array("q")
    sketch: Sketch | None = None


class ToJudge(NamedTuple):
    """Judge a document of the catalogue."""

    folder: Path  # of the catalogue
    birth: int  # of the catalogue
    row: Row
    plainly: bool = False  # take all of it for the article


class ToFeed(NamedTuple):
    """Cut a judged document of the catalogue into the words by which it is found."""

    folder: Path  # of the catalogue
    birth: int  # of the catalogue
    row: Row


class AsJudged(NamedTuple):
    """What judging made of a document."""

    packed: PackedJudgement
    measured: Measured
    found_by: Words
    signature: bytes  # by which near-copies are found


Job = ToRead | ToJudge | ToFeed
Answer = AsRead | AsJudged | Words


def done(job: Job) -> Answer:
    """Do a job. Raises CatalogueError when the catalogue cannot be read."""
    match job:
        case ToRead():
            return _read(job)
        case ToJudge():
            return _judged(job)
        case ToFeed():
            return _fed(job)


def simpler(job: Job) -> Job | None:
    """The job to do where this one takes too long or too much memory; None where there is none."""
    if isinstance(job, ToFeed) or job.plainly:
        return None
    return job._replace(plainly=True)


def _read(job: ToRead) -> AsRead:
    """Read a file; one that cannot be read is an answer too."""
    path = Path(job.path)
    seal = b""
    try:
        start, seal = read_sealed(path, CLEANED_BYTES)
        if seal == job.known:
            return AsRead(seal)
        as_lines = parse_plainly if job.plainly else parse
        raw = _printable(as_lines(start, job.name, job.size))
    except SourceError as error:
        return AsRead(seal, skipped=error.reason)
    numbers = numbered(raw.lines)
    return AsRead(
        seal,
        pack(raw, _catalogue(job.folder, job.birth).dictionary),
        site_key=site_key(raw, job.path),
        fingerprints=array("q", held(raw.lines, numbers)),
        sketch=sketch(raw, numbers, declared_site(raw)),
    )


def _judged(job: ToJudge) -> AsJudged:
    catalogue = _catalogue(job.folder, job.birth)
    raw = catalogue.raw(job.row)
    if job.plainly:
        judged, broken = Judged(unjudged_lines(raw.lines), raw.metadata), ""
    else:
        judged = judged_again(
            catalogue, job.row, raw, Corrections(*catalogue.corrections_of(job.row))
        )
        broken = health(raw, judged)
    units = paragraphs(judged.lines, raw.markup, format=raw.format)
    found_by = _words(judged.metadata.title, units)
    title = listed_title(catalogue.names([job.row])[job.row])
    amounts = measured(judged, units, broken)
    signed = signature(found_by.body.folded.split())
    return AsJudged(pack_judged(judged, title), amounts, found_by, signed)


def _fed(job: ToFeed) -> Words:
    catalogue = _catalogue(job.folder, job.birth)
    lines, markup, metadata, _ = catalogue.content(job.row)
    format = catalogue.raw(job.row).format
    return _words(metadata.title, paragraphs(lines, markup, format=format))


def judged_again(
    catalogue: Catalogue, row: Row, raw: RawDocument, corrections: Corrections
) -> Judged:
    """A document of the catalogue judged with the counts of its site, and corrected."""
    return corrected(judge(raw, Repetition(*catalogue.repetition(row))), raw, corrections)


@lru_cache(maxsize=1)
def _catalogue(folder: Path, birth: int) -> Catalogue:
    return Catalogue(folder)


def rest() -> None:
    """Close what was opened: who moves or mends the catalogue need not wait for us."""
    if _catalogue.cache_info().currsize:
        _catalogue.cache_clear()


def _words(title: str, units: Sequence[Paragraph]) -> Words:
    """The words of the article and, apart from them, of what was set aside."""
    aside = "\n".join(unit.text for unit in units if unit.label is Label.BOILERPLATE)
    return Words(taken_apart(title), taken_apart(_article(units)), taken_apart(aside))


def article(units: Sequence[Paragraph]) -> list[str]:
    """The words of an article as they are looked for, those of captions last."""
    return searchable(_article(units))


def _article(units: Sequence[Paragraph]) -> str:
    captions = (unit.text for unit in units if unit.label is Label.CAPTION)
    return "\n\n".join((text(units), *captions))


def _printable(raw: RawDocument) -> RawDocument:
    """The document with every line and every declared word fit for a terminal."""
    metadata = raw.metadata
    return RawDocument(
        format=raw.format,
        lines=tuple(map(printable, raw.lines)),
        markup=raw.markup,
        metadata=type(metadata)(
            title=printable(metadata.title),
            author=printable(metadata.author),
            site=printable(metadata.site),
            date=metadata.date,
            lang=printable(metadata.lang),
            url=printable(metadata.url),
            tags=tuple(map(printable, metadata.tags)),
            own=tuple((name, printable(value)) for name, value in metadata.own),
        ),
        encoding=raw.encoding,
        guessed=raw.guessed,
        notes=tuple(map(printable, raw.notes)),
    )
