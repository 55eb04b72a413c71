"""Plain-text dumps of the marks, one for a day: what is left when the file is damaged."""

import os
import re
import time
from collections.abc import Iterable
from contextlib import suppress
from datetime import date
from pathlib import Path

from reader.sqlite import private_folder, synchronise

FOLDER = "dumps"  # beside the file of marks
KEPT = 7
NAME = re.compile(r"marks-\d{4}-\d\d-\d\d\.txt")
CLOCK_NS = 1_000_000_000  # by which a file's time may be behind the clock, and more


def dumps(folder: Path, today: date | None = None) -> list[Path]:
    """The dumps in this folder, the newest first; last those of days to come.

    A clock that was once wrong leaves such: they are older than their names.
    """
    try:
        found = [path for path in folder.iterdir() if NAME.fullmatch(path.name)]
    except OSError:
        return []
    return sorted(found, key=lambda path: (path.name <= _name(today), path.name), reverse=True)


def is_due(marks: Path, today: date | None = None) -> bool:
    """Whether there is no dump of today and something changed since the newest one."""
    newest = next(iter(dumps(marks.parent / FOLDER, today)), None)
    if newest is None or newest.name > _name(today):
        return marks.exists()
    if newest.name == _name(today):
        return False
    try:
        dumped = newest.stat().st_mtime_ns
        files = (marks, marks.with_name(f"{marks.name}-wal"))
        return max(file.stat().st_mtime_ns for file in files if file.exists()) >= dumped
    except (OSError, ValueError):
        return False


def write_dump(marks: Path, facts: Iterable[str], today: date | None = None) -> Path | None:
    """Keep these facts as the dump of today; where, or None if it could not be, or there are none.

    Older ones than the newest seven are deleted.
    """
    began = time.time_ns() - CLOCK_NS  # what changes while the facts are read is not in them
    text = "".join(f"{fact}\n" for fact in facts)
    if not text:
        return None
    folder = marks.parent / FOLDER
    try:
        private_folder(folder)
        newest = next(iter(dumps(folder, today)), None)
        if newest is not None and newest.name <= _name(today) and _says(newest, text):
            os.utime(newest, ns=(began, began))
            return newest
        path = folder / _name(today)
        _write(path, text, began)
        for old in dumps(folder, today)[KEPT:]:
            old.unlink(missing_ok=True)
    except OSError:
        return None
    return path


def _name(today: date | None) -> str:
    return f"marks-{today or date.today()}.txt"


def _says(dump: Path, text: str) -> bool:
    return dump.stat().st_size == len(text.encode()) and dump.read_bytes() == text.encode()


def _write(path: Path, text: str, time_ns: int) -> None:
    """Put a whole file at `path`, for its owner only, or leave what is there. Raises OSError."""
    fresh = path.with_name(f"{path.name}.{os.urandom(6).hex()}.new")
    descriptor = os.open(fresh, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(text.encode())
            file.flush()
            os.fsync(file.fileno())
        os.utime(fresh, ns=(time_ns, time_ns))
        fresh.replace(path)
        synchronise(path.parent)
    except OSError:
        with suppress(OSError):
            fresh.unlink()
        raise
