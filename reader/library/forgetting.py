"""Forgetting a collection: its cache, that it was opened, and on request all marks in it."""

import os
import time
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from reader.errors import CatalogueError, MarksError, UsageError
from reader.library import session
from reader.library.caches import discard, held, sizes
from reader.library.collection import at_home
from reader.library.files import private
from reader.library.lock import WRITER
from reader.library.shelf import FOLDER, Remembered, labels, remembered
from reader.marks import Marks, dumps
from reader.settings import Settings

PREFIX = "forgotten"  # how the dumps of forgotten marks are called


class Forgotten(NamedTuple):
    """What was forgotten."""

    of: Remembered
    size: int  # bytes of its cache
    marks: int  # documents whose marks are gone
    dump: Path | None  # where those marks are written down


def together(paths: Sequence[Path], settings: Settings) -> Remembered | None:
    """The collection of these paths; None if nothing is kept of it. They may be gone."""
    one = Remembered(tuple(sorted({_absolute(path) for path in paths})))
    known = {each.key: each for each in remembered(settings)}
    if one.key in known:
        return known[one.key]
    kept = settings.collection_cache(one.key).is_dir() or marked(one, settings)
    return one if kept else None


def called(word: str, settings: Settings) -> Remembered | None:
    """The remembered collection of this path or name; None if there is none, nor anything in it.

    Raises UsageError for a name that several have.
    """
    known = remembered(settings)
    path = _absolute(Path(word))
    names = labels(known)
    for found in (
        [one for one in known if one.paths == (path,)],
        [one for one in known if names[one.key] == word],
        [one for one in known if one.name == word],
    ):
        if len(found) > 1:
            several = ", ".join(sorted(names[one.key] for one in found))
            raise UsageError(f"several collections are called {word}: say which of {several}")
        if found:
            return found[0]
    return together([path], settings)


def marked(one: Remembered, settings: Settings) -> int:
    """On how many documents in it something was noted. Raises MarksError."""
    if not settings.marks_file.exists():
        return 0
    with closing(Marks(settings.marks_file)) as marks:
        return len({key for path in one.paths for key in marks.under(str(path))})


def said_of(one: Remembered, settings: Settings) -> int:
    """How many corrections hold on all pages of a folder in it. Raises MarksError."""
    if not settings.marks_file.exists():
        return 0
    inside = tuple(f"{path}/" for path in one.paths)
    with closing(Marks(settings.marks_file)) as marks:
        return sum(f"{said.site}/".startswith(inside) for said in marks.corrections())


def forget(one: Remembered, settings: Settings, marks: bool = False) -> Forgotten:
    """Forget it, with `marks` all that was noted in it, which is written down first.

    Killed in between, it can be done again. Files of the user are never touched. Raises
    CatalogueError while it is in use, MarksError.
    """
    if marks and settings.unkept:
        raise MarksError(f"nothing was forgotten: {settings.unkept.why}; {settings.unkept.remedy}")
    cache = settings.collection_cache(one.key)
    size = sum(sizes(cache).values())
    if held(cache):
        raise CatalogueError(_in_use(one, cache))
    gone, dump = _forget_marks(one, settings) if marks else (0, None)
    if not discard(cache):
        raise CatalogueError(_in_use(one, cache))
    try:
        session.forget(settings, one.key)
        (settings.state / FOLDER / one.key).unlink(missing_ok=True)
    except OSError as error:
        raise CatalogueError(
            f"{error.filename} cannot be deleted: {error.strerror}; check that it is yours"
        ) from error
    return Forgotten(one, size, gone, dump)


def _in_use(one: Remembered, cache: Path) -> str:
    if held(cache, WRITER):
        return f"{one.name} is being brought up to date: wait until that is done, and try again"
    return f"{one.name} is open in another window: close it there, and try again"


def _forget_marks(one: Remembered, settings: Settings) -> tuple[int, Path | None]:
    if not settings.marks_file.exists():
        return 0, None
    written: list[Path] = []

    def keep(facts: list[str]) -> None:
        if facts:
            written.append(_written(facts, settings))

    with closing(Marks(settings.marks_file)) as marks:
        count = marks.forget([str(path) for path in one.paths], keep, one.key)
    return count, written[0] if written else None


def _written(facts: list[str], settings: Settings) -> Path:
    """Write these facts to a new file of the dumps, safely on disk. Raises MarksError."""
    when = time.strftime("%Y-%m-%d-%H%M%S")
    file = settings.data / dumps.FOLDER / f"{PREFIX}-{when}-{os.urandom(3).hex()}.txt"
    try:
        private(file.parent)
        handle = os.open(file, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
        with os.fdopen(handle, "wb") as stream:
            stream.writelines(f"{fact}\n".encode() for fact in facts)
            stream.flush()
            os.fsync(stream.fileno())
    except OSError as error:
        raise MarksError(
            f"nothing was forgotten, since the marks could not be written down in {file.parent}:"
            f" {error.strerror}; check that this folder is yours and its disk not full"
        ) from error
    return file


def _absolute(path: Path) -> Path:
    try:
        return Path(os.path.realpath(at_home(path)))
    except FileNotFoundError as error:
        raise UsageError(f"the current folder is gone: give the whole path of {path}") from error
