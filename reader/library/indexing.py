"""A collection into its catalogue: list it, read what changed, count its lines, then judge."""

import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import TypeVar

from reader.catalogue import Catalogue, Scope, Seen, Stamp
from reader.cleaning import goes_with, level
from reader.library.collection import Collection, listed_title
from reader.library.correcting import Correcting
from reader.library.following import Following
from reader.library.looking import Looking
from reader.library.preparing import AsJudged, AsRead, ToFeed, ToJudge, ToRead
from reader.library.workers import Failed, Workers
from reader.marks import Marks
from reader.model import Outcome, Progress, Row
from reader.search.fulltext import FullText
from reader.search.writing import Writer
from reader.search.written import Words

FIRST = 100  # documents that are judged as soon as they are read: a screen or two
BATCH = 1_000  # documents a transaction; a kill loses at most these, to be done again
BATCH_S = 1.0  # seconds that the first of them waits for the others

LARGE = 1_000  # documents judged in a run, after which the journal takes much room
LEARNT_FROM = 32  # documents that tell what others of the collection are like
UNKNOWN = bytes(32)  # the digest of a file that broke off its reading: until it changes, that is it

T = TypeVar("T")


@dataclass
class Indexing:
    """One run over a collection. Repeating it changes nothing; killed, the next one goes on."""

    collection: Collection
    folder: Path  # of the catalogue
    catalogue: Catalogue
    fulltext: FullText
    marks: Marks
    workers: Workers
    outcomes: Counter[Outcome] = field(default_factory=Counter)
    _corrections: dict[Scope, dict[int, bool]] | None = None  # by which this run judges
    _open: ExitStack = field(default_factory=ExitStack)
    _opened: Writer | None = None
    _judged: int = 0  # documents in this run

    def run(self, at: Sequence[str] = ("",)) -> Iterator[Progress]:
        """Bring catalogue and full text up to date, reporting now and then.

        What lies at or below the absolute paths `at` is looked at, "" is everything. Without any
        the files are left alone: what was read is judged, if it waits for that.
        """
        with ExitStack() as self._open:
            yield from self._adopt()
            if at:
                yield from self._look(at)
                self.catalogue.refresh_levels(level, goes_with)
                following = Following(self.collection, self.catalogue, self.marks)
                moved = following.follow()  # before judging: corrections move along
                self.outcomes[Outcome.MOVED] += moved
            while self._take_corrections():
                yield from self._judge()
            self._opened = None
        if self.catalogue.copies.waiting():
            yield from self._compare()
        if self._judged > LARGE:
            self.catalogue.checkpoint()
        yield self._progress("done", self.catalogue.count(), self.catalogue.count())

    @property
    def _writer(self) -> Writer:
        """The writer of the full text: most runs find nothing to write."""
        if self._opened is None:
            self._opened = self._open.enter_context(self.fulltext.writer())
        return self._opened

    def _adopt(self) -> Iterator[Progress]:
        """Feed the full text again where it was not made from this very catalogue."""
        birth = self.catalogue.birth
        if self.fulltext.stamped() == birth:
            return
        self._writer.clear()
        rows = [Row(row) for row in self.catalogue.order()]
        done = 0
        jobs = (ToFeed(self.folder, birth, row) for row in rows)
        for answers in _batches(self.workers.each(jobs)):
            for job, words in answers:
                assert isinstance(job, ToFeed)
                if isinstance(words, Words):
                    self._writer.put_words(job.row, words)
            done += len(answers)
            yield self._progress("feeding", done, len(rows))
        self._writer.commit()
        self.fulltext.stamp(birth)

    # ---- first pass

    def _look(self, at: Iterable[str]) -> Iterator[Progress]:
        """Find out what changed, and read it."""
        looking = Looking(self.collection, self.catalogue, self.outcomes)
        for path in at:
            for looked in looking.at(path):
                yield self._progress("looking", looked, looked)
        yield from self._read(looking)
        if looking.gone or looking.unread:
            self._forget(looking)

    def _read(self, looking: Looking) -> Iterator[Progress]:
        """Read what waits for it; what is seen first need not wait for the rest to be judged."""
        done, total = 0, self.catalogue.pending_count()
        if not total:
            return
        self._learn()
        for most in (FIRST, total) if total > FIRST else (total,):
            waiting: dict[str, Stamp] = {}
            jobs = islice(self._to_read(waiting), most)
            for answers in _batches(self.workers.each(jobs)):
                with self.catalogue.transaction():
                    for job, answer in answers:
                        assert isinstance(job, ToRead)
                        assert isinstance(answer, AsRead | Failed)
                        self._store(waiting.pop(job.name), answer, looking)
                done += len(answers)
                yield self._progress("reading", done, total)
            if most == FIRST:
                for _ in self._judge(FIRST):
                    yield self._progress("reading", done, total)

    def _learn(self) -> None:
        """Learn from files all over the collection what lines are packed with.

        These are read once more in their turn: rows that come in order leave no room in pages.
        """
        catalogue = self.catalogue
        if catalogue.dictionary or catalogue.count() < LEARNT_FROM:
            return
        files = [(stamp.file, stamp.size) for stamp in catalogue.sample(LEARNT_FROM)]
        jobs = (
            ToRead(self.folder, catalogue.birth, name, self.collection.path(name), size)
            for name, size in files
        )
        answers = (answer for _, answer in self.workers.each(jobs))
        catalogue.learn(
            [each.packed for each in answers if isinstance(each, AsRead) and each.packed]
        )

    def _to_read(self, waiting: dict[str, Stamp]) -> Iterator[ToRead]:
        birth = self.catalogue.birth
        for stamp in self.catalogue.pending():
            name = stamp.file
            waiting[name] = stamp
            path = self.collection.path(name)
            yield ToRead(self.folder, birth, name, path, stamp.size, stamp.digest)

    def _store(self, stamp: Stamp, answer: AsRead | Failed, looking: Looking) -> None:
        """Store what a file holds; one that cannot be read is listed with why."""
        if isinstance(answer, Failed):
            answer = AsRead(UNKNOWN, skipped=answer.reason)
        new = not (stamp.digest or stamp.skipped)
        if answer.skipped is None and answer.packed is None:
            self.catalogue.restamp(stamp.row, stamp.size, stamp.mtime_ns)
            self.outcomes[Outcome.UNCHANGED] += 1
            return
        if answer.skipped is not None and answer.skipped == stamp.skipped:
            self.catalogue.restamp(stamp.row, stamp.size, stamp.mtime_ns)
            self.outcomes[Outcome.UNCHANGED] += 1
            return
        self.catalogue.put(
            Seen(stamp.name, stamp.id, stamp.size, stamp.mtime_ns, listed_title(stamp.file)),
            digest=answer.digest,
            packed=answer.packed,
            skipped=answer.skipped,
            site_key=answer.site_key,
            fingerprints=answer.fingerprints,
            sketch=answer.sketch,
        )
        if answer.skipped is None:
            self.outcomes[Outcome.ADDED if new else Outcome.CHANGED] += 1
            return
        self.outcomes[Outcome.SKIPPED] += 1
        if stamp.digest:
            looking.unread.append(stamp.row)

    def _forget(self, looking: Looking) -> None:
        """Drop what is gone. The catalogue commits first: a kill between the two leaves words of
        no document in the full text, never a document unfound."""
        with self.catalogue.transaction():
            for row in looking.gone:
                self.catalogue.remove(row)
        for row in (*looking.gone, *looking.unread):
            self._writer.remove(row)
        self._writer.commit()

    # ---- second pass

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

    def _judge(self, most: int | None = None) -> Iterator[Progress]:
        """Judge what is new or has new evidence. The full text commits first, so that a kill
        between the two leaves documents that are judged once more, never ones unfound."""
        done, total, birth = 0, self.catalogue.unjudged_count(), self.catalogue.birth
        if not total:
            return
        jobs = (ToJudge(self.folder, birth, row) for row in islice(self.catalogue.unjudged(), most))
        for answers in _batches(self.workers.each(jobs)):
            with self.catalogue.transaction():
                for job, answer in answers:
                    assert isinstance(job, ToJudge)
                    if isinstance(answer, AsJudged):
                        self._writer.put_words(job.row, answer.found_by)
                        self.catalogue.judge(job.row, answer.packed, answer.measured)
                        self.catalogue.copies.sign(job.row, answer.signature)
                    else:
                        self.catalogue.give_up(job.row)
                self._writer.commit()
            done += len(answers)
            self._judged += len(answers)
            yield self._progress("cleaning", done, total)

    def _compare(self) -> Iterator[Progress]:
        """Find out which documents are near-copies of each other."""
        from reader.library.comparing import compare  # noqa: PLC0415  # few runs find any new

        for done, total in compare(self.catalogue):
            yield self._progress("comparing", done, total)

    def _progress(self, stage: str, done: int, total: int) -> Progress:
        return Progress(stage, done, total, dict(+self.outcomes))  # without those of none


def _batches(source: Iterator[T]) -> Iterator[list[T]]:
    """What comes, in lists: each as long as a transaction should be, and not long in coming."""
    batch: list[T] = []
    begun = time.monotonic()
    for each in source:
        batch.append(each)
        if len(batch) >= BATCH or time.monotonic() - begun > BATCH_S:
            yield batch
            batch = []
            begun = time.monotonic()
    if batch:
        yield batch
