"""A catalogue looked at from outside: whether it is sound, without writing a byte beside it."""

import os
import shutil
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from reader.catalogue.documents import DIGEST_START
from reader.catalogue.opening import APPLICATION_ID, FILE, SCHEMA_VERSION
from reader.sqlite import DAMAGE, FAULTS, REASONS, left_over, primary


class Inspected(NamedTuple):
    """What a look at a catalogue tells; where there is trouble, only that."""

    trouble: str = ""  # why it cannot be used, in words; "" if it is sound, or not there
    there: bool = True
    readable: int = 0  # documents that can be read
    waiting: int = 0  # documents that wait to be read or judged
    folders: int = 0  # folders in which they lie
    birth: int = 0  # the catalogue's


def inspected(folder: Path) -> Inspected:
    """Check every page of the catalogue in this folder, which nobody need have closed."""
    path = folder / FILE
    if not path.exists():
        return Inspected(there=False)
    try:
        with _beside(path) as place, closing(sqlite3.connect(place, uri=True)) as connection:
            return _inspected(connection)
    except FAULTS as error:
        if primary(error) in (*DAMAGE, sqlite3.SQLITE_ERROR, sqlite3.SQLITE_READONLY):
            return Inspected("it is damaged")
        return Inspected(f"it cannot be looked at: {REASONS.get(primary(error), error)}")
    except OSError as error:
        return Inspected(f"it cannot be looked at: {error.strerror}")


def holding(folder: Path, digests: Iterable[bytes]) -> list[tuple[bytes, str]]:
    """Each of these digests with the name of each document that has it, as far as it is known."""
    path = folder / FILE
    start = f"1, {DIGEST_START}"
    sql = f"SELECT name FROM document WHERE substr(digest, {start}) = substr(?1, {start})"
    try:
        if not path.exists():
            return []
        with _beside(path) as place, closing(sqlite3.connect(place, uri=True)) as connection:
            return [
                (digest, os.fsdecode(name))
                for digest in digests
                for (name,) in connection.execute(f"{sql} AND digest = ?1", (digest,))
            ]
    except (*FAULTS, OSError):
        return []


@contextmanager
def _beside(path: Path) -> Iterator[str]:
    """The address of a file that is read as it is; with a journal, of a copy of both.

    Reading in any other way leaves SQLite's own files behind.
    """
    if not left_over(path):
        yield f"{path.absolute().as_uri()}?mode=ro&immutable=1"
        return
    with TemporaryDirectory(prefix="reader-") as folder:
        copy = Path(folder) / path.name
        for ending in ("", "-wal"):
            shutil.copyfile(f"{path}{ending}", f"{copy}{ending}")
        yield f"{copy.as_uri()}?mode=rw"


def _inspected(connection: sqlite3.Connection) -> Inspected:
    def number(sql: str) -> int:
        return int(connection.execute(sql).fetchone()[0])

    if number("PRAGMA application_id") != APPLICATION_ID:
        return Inspected("it is no catalogue, or its head is damaged")
    if (version := number("PRAGMA user_version")) != SCHEMA_VERSION:
        return Inspected(f"it is of version {version}, not {SCHEMA_VERSION}")
    if connection.execute("PRAGMA integrity_check(1)").fetchone() != ("ok",):
        return Inspected("it is damaged")
    if number("SELECT documents FROM meta") != number("SELECT count(*) FROM document"):
        return Inspected("its number of documents is wrong")
    names = connection.execute("SELECT name FROM document")
    return Inspected(
        readable=number("SELECT count(*) FROM document WHERE skipped IS NULL"),
        waiting=number("SELECT count(*) FROM document WHERE judged NOT IN (1, 2)"),
        folders=len({bytes(name).rpartition(b"/")[0] for (name,) in names}),
        birth=number("SELECT birth FROM meta"),
    )
