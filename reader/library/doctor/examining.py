"""Everything that is ours, looked at in the order in which it can be mended."""

from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from reader.library.caches import caches, in_words
from reader.library.collection import Collection
from reader.library.doctor.caches import cache, superfluous
from reader.library.doctor.finding import Fact, Finding
from reader.library.doctor.folders import configuration, disks, folders
from reader.library.doctor.marks import marks
from reader.library.doctor.surroundings import surroundings
from reader.library.shelf import remembered
from reader.settings import Settings


class Examined(NamedTuple):
    """What was found."""

    findings: tuple[Finding, ...]
    facts: tuple[Fact, ...]


def examined(settings: Settings, paths: Sequence[Path], every: bool = False) -> Examined:
    """Look at everything of ours, and at the caches of these paths or of `every` collection.

    Nothing is written. Raises UsageError for a path that is not there.
    """
    here = Collection.of(paths).key if paths else ""
    said: list[Finding | Fact] = list(
        chain(
            folders(settings),
            configuration(settings),
            disks(settings),
            marks(settings),
            _caches(settings, here, every),
            superfluous(settings, here),
            _sums(settings),
            surroundings(),
        )
    )
    return Examined(
        tuple(one for one in said if isinstance(one, Finding)),
        tuple(one for one in said if isinstance(one, Fact)),
    )


def _caches(settings: Settings, here: str, every: bool) -> Iterator[Finding | Fact]:
    for one in caches(settings):
        if every or one.key == here:
            yield from cache(one.folder, one.of.name if one.of else one.key)


def _sums(settings: Settings) -> Iterator[Fact]:
    known = remembered(settings)
    gone = sum(not one.there for one in known)
    yield Fact("collections", f"{len(known):,}" + (f", {gone:,} of them gone" if gone else ""))
    total = in_words(sum(one.size for one in caches(settings)))
    yield Fact("caches", f"{total} of {settings.cache_limit}")
    for name in ("data", "state", "cache", "config"):
        yield Fact(f"{name} folder", str(getattr(settings, name)))
