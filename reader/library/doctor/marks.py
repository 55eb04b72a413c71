"""The marks and their dumps: whether they are sound, and the way back to the newest dump."""

import os
import shutil
import time
from collections.abc import Iterator, Set
from contextlib import closing, contextmanager, suppress
from functools import partial
from itertools import chain, count
from pathlib import Path
from tempfile import TemporaryDirectory

from reader.catalogue.inspecting import holding
from reader.errors import MarksError
from reader.library.caches import caches, clear, unfinished
from reader.library.collection import Collection, is_gone
from reader.library.doctor.finding import Fact, Finding
from reader.marks import Key, Mark, Marks
from reader.marks.dumps import FOLDER, dumps, is_due
from reader.marks.lines import facts_of
from reader.marks.rescue import far_away, inspected, is_lost, rescue
from reader.settings import Settings

TRIES = 3  # looks at marks that somebody may be writing to
LATE_S = 2 * 86_400  # what is in no dump after so long is a finding
DAMAGED = ".damaged"  # behind the name of a dump that is moved aside


def marks(settings: Settings) -> Iterator[Finding | Fact]:
    """What is wrong with the marks, and how many there are."""
    path = settings.marks_file
    if system := far_away(path):
        yield Finding(
            "marks",
            str(path),
            f"it is on a network file system ({system}), whose locks are not to be trusted",
            "have it on a disk of this machine: set READER_DATA_DIR",
        )
    yield from _dumps(path)
    if trouble := _trouble(path):
        yield _lost(path, trouble)
        return
    if path.exists():
        with _copied(path) as copy, closing(Marks(copy)) as noted:
            yield from _late(path, list(noted.dump()))
            yield from _noted(noted.under("/"), settings)
    else:
        yield Fact("marks", "none")


def _trouble(path: Path) -> str:
    """Why the marks cannot be used; found in a copy, as looking leaves SQLite's files behind."""
    trouble = ""
    for _ in range(TRIES):
        try:
            with _copied(path) as copy:
                trouble = inspected(copy).replace(str(copy), str(path))
        except OSError as error:
            trouble = f"the marks {path} cannot be looked at: {error.strerror}"
        if not trouble:
            break
    return trouble


@contextmanager
def _copied(path: Path) -> Iterator[Path]:
    """A copy of the marks with their journals. Raises OSError."""
    with TemporaryDirectory(prefix="reader-") as folder:
        copy = Path(folder) / path.name
        for ending in ("", "-wal", "-journal"):
            with suppress(FileNotFoundError):
                shutil.copyfile(f"{path}{ending}", f"{copy}{ending}")
        yield copy


def _lost(path: Path, trouble: str) -> Finding:
    if path.is_dir():
        remedy = "it is a folder: move it away, and start again"
        return Finding("marks", str(path), trouble, remedy)
    lost = False
    with suppress(OSError), _copied(path) as copy:
        lost = is_lost(copy)
    if not lost:
        return Finding("marks", str(path), trouble, "until then no command that needs them runs")
    newest = _newest(path)
    remedy = "--fix moves it aside, and takes " + (
        f"the dump {newest} in its place" if newest else "an empty one, as there is no dump"
    )
    return Finding("marks", str(path), trouble, remedy, partial(_restore, path))


def _newest(path: Path) -> Path | None:
    """The newest dump that can be read."""
    return next((dump for dump in dumps(path.parent / FOLDER) if not _mistake(dump)), None)


def _restore(path: Path) -> str:
    """Move the file aside and put the newest dump in its place; whole, or not at all."""
    newest = _newest(path)
    fresh = path.with_name(f"{path.name}.{os.urandom(6).hex()}.new")
    try:
        with closing(Marks(fresh)) as restored:
            if newest:
                restored.restore(_lines(newest), replace=False)
        aside = rescue(path, fresh)
    finally:
        for left in path.parent.glob(f"{fresh.name}*"):
            clear(left)
    said = f"the dump {newest} is restored" if newest else "there was no dump: it is empty now"
    return f"it was moved aside to {aside}; {said}"


def _lines(dump: Path) -> list[str]:
    return dump.read_bytes().decode("utf-8").splitlines()


def _mistake(dump: Path) -> str:
    """Why a dump cannot be restored; "" if it can."""
    try:
        facts_of(_lines(dump))
    except MarksError as error:
        return str(error).removesuffix("; nothing was changed")
    except UnicodeDecodeError:
        return "it is no UTF-8"
    except OSError as error:
        return error.strerror or "it cannot be read"
    return ""


def _dumps(path: Path) -> Iterator[Finding | Fact]:
    known = dumps(path.parent / FOLDER)
    for dump in known:
        if mistake := _mistake(dump):
            yield Finding(
                "dumps",
                str(dump),
                f"it cannot be restored: {mistake}",
                "mend that line, or --fix moves it aside",
                partial(_aside, dump),
            )
    if known:
        age = max(0, int(time.time() - known[0].stat().st_mtime)) // 86_400
        days = "today" if not age else "1 day ago" if age == 1 else f"{age} days ago"
        yield Fact("newest dump", f"{known[0]}, {days}")
    else:
        yield Fact("newest dump", "none yet")
    for left in chain(unfinished(path.parent), unfinished(path.parent / FOLDER)):
        yield Finding(
            "leftovers",
            str(left),
            "it was left behind by a kill",
            "it can be deleted",
            partial(_clear, left),
        )


def _clear(path: Path) -> str:
    clear(path)
    return "deleted"


def _aside(dump: Path) -> str:
    endings = chain([DAMAGED], (f"{DAMAGED}-{number}" for number in count(2)))
    names = (dump.with_name(dump.name + ending) for ending in endings)
    free = next(name for name in names if not name.exists())
    dump.rename(free)
    return f"it was moved aside to {free}"


def _late(path: Path, facts: list[str]) -> Iterator[Finding]:
    """Whether something that was noted days ago is in no dump."""
    files = (path, path.with_name(f"{path.name}-wal"))
    changed = max(file.stat().st_mtime for file in files if file.exists())
    newest = next(iter(dumps(path.parent / FOLDER)), None)
    dumped = newest is not None and not _mistake(newest) and _lines(newest) == facts
    if facts and not dumped and is_due(path) and time.time() - changed > LATE_S:
        yield Finding(
            "dumps",
            str(path.parent / FOLDER),
            "what was noted last is in no dump",
            "--fix makes one, and so does the next start",
            partial(_dump, path),
        )


def _dump(path: Path) -> str:
    with closing(Marks(path)) as noted:
        noted.back_up()
    newest = next(iter(dumps(path.parent / FOLDER)), None)
    if newest is None or is_due(path):
        raise MarksError(f"no dump could be written to {path.parent / FOLDER}")
    return f"dumped to {newest}"


def _noted(noted: dict[Key, Mark], settings: Settings) -> Iterator[Fact]:
    yield Fact("marks", f"on {len(noted):,} documents")
    gone = {key: mark for key, mark in noted.items() if is_gone(key.path)}
    if gone:
        copies = _copies({mark.digest for mark in gone.values() if mark.digest}, settings)
        follow = sum(len(copies.get(mark.digest, ())) == 1 for mark in gone.values())
        yield Fact(
            "marks of files that are gone",
            f"on {len(gone):,} documents, {follow:,} of which have a copy they could follow",
        )


def _copies(digests: Set[bytes], settings: Settings) -> dict[bytes, set[str]]:
    """The files with these digests that are there, in any collection."""
    found: dict[bytes, set[str]] = {}
    for cache in caches(settings):
        if cache.of is not None and cache.of.there:
            collection = Collection.of(cache.of.paths)
            for digest, name in holding(cache.folder, digests):
                path = collection.path(name)
                if not is_gone(path):
                    found.setdefault(digest, set()).add(path)
    return found
