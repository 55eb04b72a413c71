"""A collection into its catalogue, in two passes: count its lines, then judge with the counts."""

import os
import time
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from reader.catalogue import Catalogue, Scope, Stamp
from reader.cleaning import (
    Corrections,
    goes_with,
    held,
    level,
    numbered,
    paragraphs,
    sketch,
    text,
    words,
)
from reader.cleaning.health import health
from reader.errors import SourceError
from reader.library.collection import Collection, document_id
from reader.library.correcting import Correcting, declared_site, judged_again, site_key
from reader.marks import Key, Mark, Marks
from reader.model import Label, Outcome, Paragraph, Progress, RawDocument, Row
from reader.printable import printable
from reader.search.fulltext import FullText, Writer
from reader.sources import CLEANED_BYTES, Entry, digest, parse, read

BATCH = 200  # documents a transaction; a kill loses at most these, to be done again
REPORT_S = 0.1  # seconds between two reports


@dataclass
class Indexing:
    """One run over a collection. Repeating it changes nothing; killed, the next one goes on."""

    collection: Collection
    catalogue: Catalogue
    fulltext: FullText
    marks: Marks
    outcomes: Counter[Outcome] = field(default_factory=Counter)
    _gone: list[Row] = field(default_factory=list)  # their files are no longer there
    _unread: list[Row] = field(default_factory=list)  # had been read, but now cannot be
    _looked: int = 0
    _reported: float = 0.0
    _corrections: dict[Scope, dict[int, bool]] | None = None  # by which this run judges

    def run(self, look: bool = True) -> Iterator[Progress]:
        """Bring catalogue and full text up to date, reporting now and then.

        Without `look` the files are left alone: what was read is judged, if it waits for that.
        """
        with self.fulltext.writer() as writer:
            self._adopt(writer)
            if look:
                yield from self._look(writer)
                self.catalogue.refresh_levels(level, goes_with)
                self._follow_moves()  # before judging: corrections move along
            while self._take_corrections():
                yield from self._judge(writer)
        yield Progress("done", self.catalogue.count(), self.catalogue.count(), dict(self.outcomes))

    def _adopt(self, writer: Writer) -> None:
        """Feed the full text again where it was not made from this very catalogue."""
        if self.fulltext.stamped() == self.catalogue.birth:
            return
        writer.clear()
        rows = [Row(row) for row in self.catalogue.order()]
        for start in range(0, len(rows), BATCH):
            for document in self.catalogue.documents(rows[start : start + BATCH]):
                lines, markup, metadata, _ = self.catalogue.content(document.row)
                units = paragraphs(lines, markup, format=document.format)
                _feed(writer, document.row, metadata.title, units)
        writer.commit()
        self.fulltext.stamp(self.catalogue.birth)

    def _look(self, writer: Writer) -> Iterator[Progress]:
        """First pass: walk beside the catalogue, both in order of names, and read what differs."""
        pending: list[tuple[Entry, Stamp | None]] = []
        for found, stamp in _side_by_side(self.collection, self.catalogue):
            self._looked += found is not None
            if found is None:
                assert stamp is not None
                self._gone.append(stamp.row)
                self.outcomes[Outcome.REMOVED] += 1
            elif stamp and _same(stamp, found) and (stamp.digest or found.skipped):
                self.outcomes[Outcome.UNCHANGED] += 1
            else:
                # Without a digest it could not be opened, and what opens it changes no time.
                pending.append((found, stamp))
            if len(pending) >= BATCH:
                yield from self._take(pending)
                pending = []
            elif self._due():
                yield self._progress("looking", self._looked, self._looked)
        yield from self._take(pending)
        if self._gone or self._unread:
            self._forget(writer)

    def _forget(self, writer: Writer) -> None:
        """Drop what is gone. The catalogue commits first: a kill between the two leaves words of
        no document in the full text, never a document unfound."""
        with self.catalogue.transaction():
            for row in self._gone:
                self.catalogue.remove(row)
        for row in (*self._gone, *self._unread):
            writer.remove(row)
        writer.commit()

    def _take(self, pending: list[tuple[Entry, Stamp | None]]) -> Iterator[Progress]:
        if not pending:
            return
        with self.catalogue.transaction():
            for found, stamp in pending:
                self._store(found, stamp)
        yield self._progress("reading", self._looked, self._looked)

    def _store(self, found: Entry, stamp: Stamp | None) -> None:
        """Read one file and store what it holds; one that cannot be read is listed with why."""
        skipped, raw, seal = found.skipped, None, b""
        if skipped is None:
            try:
                seal = digest(found.path)
                if stamp and stamp.digest == seal:
                    self.catalogue.restamp(stamp.row, found.size, found.mtime_ns)
                    self.outcomes[Outcome.UNCHANGED] += 1
                    return
                raw = _printable(parse(read(found.path, CLEANED_BYTES), found.name, found.size))
            except SourceError as error:
                skipped = error.reason
                if stamp and _same(stamp, found) and not seal and self._said(stamp, skipped):
                    self.outcomes[Outcome.UNCHANGED] += 1
                    return
        numbers = numbered(raw.lines) if raw else ()
        self.catalogue.put(
            found.name,
            id=document_id(found.name),
            size=found.size,
            mtime_ns=found.mtime_ns,
            digest=seal,
            raw=raw,
            skipped=skipped,
            site_key=site_key(raw, self.collection.path(found.name)) if raw else "",
            fingerprints=held(raw.lines, numbers) if raw else (),
            sketch=sketch(raw, numbers, declared_site(raw)) if raw else None,
            title=printable(PurePosixPath(found.name).stem),
        )
        if skipped is None:
            self.outcomes[Outcome.CHANGED if stamp else Outcome.ADDED] += 1
            return
        self.outcomes[Outcome.SKIPPED] += 1
        if stamp:
            self._unread.append(stamp.row)

    def _said(self, stamp: Stamp, reason: str) -> bool:
        """Whether the catalogue already has this reason."""
        return [known.skipped for known in self.catalogue.documents([stamp.row])] == [reason]

    def _take_corrections(self) -> bool:
        """Let wait what people say other things of than before; whether there may be any such.

        Asked for again after judging: they may have gone on correcting meanwhile.
        """
        wanted = Correcting(self.collection, self.catalogue, self.marks).wanted()
        if wanted == self._corrections:
            return False
        if wanted != self.catalogue.corrections():
            self.catalogue.correct(wanted)
        self._corrections = wanted
        return True

    def _corrections_of(self, row: Row) -> Corrections:
        said = self._corrections or {}
        site = said.get(self.catalogue.site_key(row), {}) if said else {}
        return Corrections(said.get(row, {}), site)

    def _judge(self, writer: Writer) -> Iterator[Progress]:
        """Second pass: judge what is new or has new evidence. The full text commits first, so that
        a kill between the two leaves documents that are judged once more, never ones unfound."""
        done = 0
        total = self.catalogue.unjudged_count()
        while rows := self.catalogue.unjudged(BATCH):
            with self.catalogue.transaction():
                for row in rows:
                    raw = self.catalogue.raw(row)
                    judged = judged_again(self.catalogue, row, raw, self._corrections_of(row))
                    units = paragraphs(judged.lines, raw.markup, format=raw.format)
                    _feed(writer, row, judged.metadata.title, units)
                    self.catalogue.judge(row, judged, words(units), health(raw, judged))
                    done += 1
                writer.commit()
            yield self._progress("cleaning", done, total)

    def _follow_moves(self) -> None:
        """Let the marks of a file that is gone follow its only unclaimed copy."""
        for root in self.collection.roots:
            marked = self.marks.under(str(root.path))
            there: dict[str, Key] = {}
            for key, mark in sorted(marked.items(), key=lambda pair: pair[0].path):
                if not _is_gone(key.path):
                    there[self.collection.named(key.path) or ""] = key
                elif mark.digest:
                    self._follow(key, mark.digest)
            self._renew(there, marked)

    def _follow(self, key: Key, digest: bytes) -> None:
        names = self.catalogue.names(self.catalogue.with_digest(digest)).values()
        copies = [Key(self.collection.path(name)) for name in names]
        claimed = self.marks.of(copies)
        unclaimed = [copy for copy in copies if copy not in claimed]
        if len(unclaimed) == 1 and self.marks.move(key, unclaimed[0]):
            self.outcomes[Outcome.MOVED] += 1

    def _renew(self, there: Mapping[str, Key], marked: Mapping[Key, Mark]) -> None:
        """Let the marks of edited files know their new bytes, to follow them at a later move."""
        rows = self.catalogue.rows_named(there)
        digests = self.catalogue.digests(rows.values())
        for name, row in rows.items():
            key, digest = there[name], digests.get(row)
            if digest and digest != marked[key].digest and (now := self.marks.of([key])):
                # Marks take a new digest with whatever is noted: here what is noted already.
                self.marks.set_starred({key: digest}, now[key].starred)

    def _due(self) -> bool:
        return time.monotonic() - self._reported >= REPORT_S

    def _progress(self, stage: str, done: int, total: int) -> Progress:
        self._reported = time.monotonic()
        return Progress(stage, done, total, dict(self.outcomes))


def _side_by_side(
    collection: Collection, catalogue: Catalogue
) -> Iterator[tuple[Entry | None, Stamp | None]]:
    """Each file with what the catalogue knows of it, and what it knows of files that are gone."""
    stamps = catalogue.stamps()
    stamp = next(stamps, None)
    for found in collection.entries():
        name = os.fsencode(found.name)
        while stamp and os.fsencode(stamp.name) < name:
            yield None, stamp
            stamp = next(stamps, None)
        if stamp and stamp.name == found.name:
            yield found, stamp
            stamp = next(stamps, None)
        else:
            yield found, None
    while stamp:
        yield None, stamp
        stamp = next(stamps, None)


def _same(stamp: Stamp, found: Entry) -> bool:
    return (stamp.size, stamp.mtime_ns) == (found.size, found.mtime_ns)


def _is_gone(path: str) -> bool:
    """Whether nothing is at this path; where one may not look, there may be something."""
    try:
        os.lstat(path)
    except (FileNotFoundError, NotADirectoryError):
        return True
    except OSError:
        return False
    return False


def _feed(writer: Writer, row: Row, title: str, units: tuple[Paragraph, ...]) -> None:
    """Give the full text the article and, apart from it, what was set aside."""
    captions = (unit.text for unit in units if unit.label is Label.CAPTION)
    aside = (unit.text for unit in units if unit.label is Label.BOILERPLATE)
    writer.put(row, title, "\n\n".join((text(units), *captions)), "\n".join(aside))


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
        ),
        encoding=raw.encoding,
        guessed=raw.guessed,
        notes=tuple(map(printable, raw.notes)),
    )
