"""What differs between a folder and its catalogue: found by names, sizes and times alone."""

import os
import sys
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from reader.catalogue import Catalogue, Seen, Stamp
from reader.library.collection import Collection, document_id, listed_title
from reader.model import Outcome, Row
from reader.sources import Entry

BATCH = 1_000  # files listed in a transaction
FIRST = 50  # in the first: as many as a screen shows at once
SELDOM = 200  # files between two looks at the clock
REPORT_S = 0.1  # seconds between two reports


@dataclass
class Looking:
    """One look at a collection, or at a part of it; what is to be read is pending afterwards."""

    collection: Collection
    catalogue: Catalogue
    outcomes: Counter[Outcome]
    gone: list[Row] = field(default_factory=list)  # their files are no longer there
    unread: list[Row] = field(default_factory=list)  # could be read, but now they cannot
    looked: int = 0
    _expected: list[Seen] = field(default_factory=list)
    _refused: list[tuple[Entry, Stamp | None]] = field(default_factory=list)

    def at(self, path: str = "") -> Iterator[int]:
        """Look at everything, or at what is at and below an absolute path: so many files so far."""
        reported, room, unchanged = time.monotonic(), FIRST, 0
        for found, stamp in _side_by_side(self.collection, self.catalogue, path):
            self.looked += found is not None
            if found and stamp and _same(stamp, found):
                unchanged += 1
                if self.looked % SELDOM:
                    continue
            else:
                self._compare(found, stamp)
            if len(self._expected) + len(self._refused) >= room:
                self._list()
                room = BATCH
            elif self.looked % SELDOM or time.monotonic() - reported < REPORT_S:
                continue
            reported = time.monotonic()
            yield self.looked
        self._list()
        if unchanged:
            self.outcomes[Outcome.UNCHANGED] += unchanged

    def _compare(self, found: Entry | None, stamp: Stamp | None) -> None:
        if found is None:
            assert stamp is not None
            self.gone.append(stamp.row)
            self.outcomes[Outcome.REMOVED] += 1
        elif found.skipped is not None:
            self._refused.append((found, stamp))
        else:
            self._expected.append(seen(found))

    def _list(self) -> None:
        """List what was found: the names of new files are seen before any of them is read."""
        if not self._expected and not self._refused:
            return
        with self.catalogue.transaction():
            self.catalogue.expect(self._expected)
            for found, stamp in self._refused:
                self.catalogue.put(
                    seen(found),
                    digest=b"",
                    packed=None,
                    skipped=found.skipped,
                    site_key="",
                    fingerprints=(),
                )
                self.outcomes[Outcome.SKIPPED] += 1
                if stamp and stamp.skipped is None:
                    self.unread.append(stamp.row)
        self._expected.clear()
        self._refused.clear()


def seen(found: Entry) -> Seen:
    """A file as the catalogue lists it."""
    return Seen(
        os.fsencode(found.name),
        document_id(found.name),
        found.size,
        found.mtime_ns,
        listed_title(found.name),
    )


def _same(stamp: Stamp, found: Entry) -> bool:
    """Whether a file is as it was when it was looked at last.

    One that could not be opened then is looked at again: what opens it changes no time.
    """
    return (
        stamp.mtime_ns == found.mtime_ns
        and stamp.size == found.size
        and not stamp.pending
        and (bool(stamp.digest) if found.skipped is None else stamp.skipped == found.skipped)
    )


def _side_by_side(
    collection: Collection, catalogue: Catalogue, path: str
) -> Iterator[tuple[Entry | None, Stamp | None]]:
    """Each file with what the catalogue knows of it, and what it knows of files that are gone."""
    below = collection.named(path) if path else ""
    if not below and path:  # it lies outside: nothing there is known, and nothing is gone
        return
    stamps = catalogue.stamps(below or "")
    stamp = next(stamps, None)
    encoding = sys.getfilesystemencoding(), sys.getfilesystemencodeerrors()
    for found in collection.entries(path):
        name = found.name.encode(*encoding)
        while stamp and stamp.name < name:
            yield None, stamp
            stamp = next(stamps, None)
        if stamp and stamp.name == name:
            yield found, stamp
            stamp = next(stamps, None)
        else:
            yield found, None
    while stamp:
        yield None, stamp
        stamp = next(stamps, None)
