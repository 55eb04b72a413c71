"""Cleaning without a collection on disk: records of a stream, or files named one by one."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from reader.cleaning import (
    ALONE,
    Repetition,
    explain,
    grouped,
    judge,
    numbered,
    paragraphs,
    site_of,
    sketch,
    text,
    words,
)
from reader.errors import SourceError
from reader.library.article import Article, article, verbatim
from reader.model import Explained, Judged, Label, Paragraph, RawDocument
from reader.sources import CLEANED_BYTES, entry, parse, parse_html, parse_text, read


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A cleaned document on its own."""

    judged: Judged
    paragraphs: tuple[Paragraph, ...]
    text: str
    words: int
    raw: RawDocument = field(compare=False, repr=False)  # what it was judged by
    repetition: Repetition = field(compare=False, repr=False)

    @property
    def article(self) -> Article:
        """The article as blocks to write."""
        judged = self.judged
        return article(judged.metadata, judged.lines, self.paragraphs, self.raw.format)

    def kept(self, which: str) -> list[str]:
        """All of its lines ("raw"), or those set aside ("removed")."""
        return [
            line.text
            for line in self.judged.lines
            if which == "raw" or line.label is Label.BOILERPLATE
        ]

    def kept_article(self, which: str) -> Article:
        """Those lines as one block."""
        return verbatim(self.judged.metadata, self.kept(which))

    def explained(self) -> tuple[Explained, ...]:
        """What spoke for and against each line; takes some milliseconds a line."""
        return explain(self.raw, self.repetition)


def clean_record(raw: RawDocument, repetition: Repetition = ALONE) -> Cleaned:
    """Judge one document and set its article."""
    judged = judge(raw, repetition)
    units = paragraphs(judged.lines, raw.markup, format=raw.format)
    return Cleaned(judged, units, text(units), words(units), raw, repetition)


def record(text: str | None, html: str | None, url: str = "") -> RawDocument:
    """The raw document of a record; its markup wins over its text."""
    raw = parse_html(html) if html is not None else parse_text(text or "")
    return raw._replace(metadata=raw.metadata._replace(url=url)) if url else raw


def clean_records(raws: Sequence[RawDocument], folders: Sequence[str]) -> Iterator[Cleaned]:
    """Judge documents as pages of their sites, in the order given.

    `folders[i]` tells where document i came from: pages that name no site and have their clutter
    in common with no others are one site with those of the same folder.
    """
    if len(raws) == 1:  # a page alone repeats nothing
        yield clean_record(raws[0], ALONE)
        return
    numbers = [numbered(raw.lines) for raw in raws]
    keys = [site_of(raw, folder) for raw, folder in zip(raws, folders, strict=True)]
    sketches = [sketch(raw, own, site_of(raw, "")) for raw, own in zip(raws, numbers, strict=True)]
    counted = grouped(sketches, keys)
    pages = Counter(counted)
    counts: dict[str, Counter[int]] = {}
    for own, site in zip(numbers, counted, strict=True):
        held = {number for number in own if number is not None}
        counts.setdefault(site, Counter()).update(held)
    for raw, site in zip(raws, counted, strict=True):
        yield clean_record(raw, Repetition(pages[site], counts[site]))


def clean_files(paths: Iterable[Path], alone: bool) -> Iterator[tuple[Path, Cleaned | SourceError]]:
    """Clean files, each with its path; one that cannot be read yields its error in its place."""
    loaded: list[tuple[Path, RawDocument | SourceError]] = []
    for path in paths:
        try:
            found = entry(path)
            if found.skipped:
                raise SourceError(found.skipped)
            raw: RawDocument | SourceError = parse(read(path, CLEANED_BYTES), path.name, found.size)
        except SourceError as error:
            raw = error
        loaded.append((path, raw))
    readable = [(path, raw) for path, raw in loaded if isinstance(raw, RawDocument)]
    cleaned = (
        map(clean_record, (raw for _, raw in readable))
        if alone
        else clean_records([raw for _, raw in readable], [str(p.parent) for p, _ in readable])
    )
    for path, raw in loaded:
        yield path, raw if isinstance(raw, SourceError) else next(cleaned)
