"""An older file brought up to date: on a copy, which takes its name when it is whole.

Nothing is migrated in the file that stands there. Whenever the program is killed, the old file or
the new one has the name, with all that was ever committed to it.
"""

import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from reader.sqlite.connection import BUSY_SECONDS, connect, pragma
from reader.sqlite.faults import FAULTS, failure, primary
from reader.sqlite.files import COMPANIONS, private_file, remove, synchronise
from reader.sqlite.schema import Schema
from reader.sqlite.turns import turn

TURN_SECONDS = 0.05  # between two tries to be alone in the file
BUSY = frozenset({sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED})
COPY = "upgrading"  # the ending of a copy's name


def upgrade(
    path: Path,
    schema: Schema,
    ready: Callable[[Path], None],
    *,
    journal: str = "WAL",
    busy: float = BUSY_SECONDS,
) -> bool:
    """Bring an older file to the newest version; False if others kept it open for `busy` seconds.

    `ready` is called with the finished copy, just before it takes the name. Whoever else starts
    meanwhile waits. Raises OSError, sqlite3.Error.
    """
    deadline = time.monotonic() + busy
    with turn(path.parent, busy, alone=True) as ours:
        while ours:
            if _tried(path, schema, ready, journal):
                return True
            if time.monotonic() > deadline:
                return False
            time.sleep(TURN_SECONDS)
    return False


def _tried(path: Path, schema: Schema, ready: Callable[[Path], None], journal: str) -> bool:
    """Whether the file is up to date now; False if others have it open."""
    try:
        if _version(path) >= schema.version:
            return True
        with _alone(path) as connection:
            _renew(connection, path, schema, ready, journal)
            return True
    except FAULTS as error:
        if primary(error) not in BUSY:
            raise
    return False


def _version(path: Path) -> int:
    with closing(connect(path, "rw", TURN_SECONDS)) as connection:
        return pragma(connection, "user_version")


@contextmanager
def _alone(path: Path) -> Iterator[sqlite3.Connection]:
    """The only connection to the file. Raises sqlite3.Error where there is another."""
    with closing(connect(path, "rw", TURN_SECONDS)) as connection:
        connection.execute("PRAGMA synchronous = FULL")
        # It is refused where any other connection is open, idle or not; and from then on no other
        # one can open the file, so nobody can commit to it after it has been copied.
        connection.execute("PRAGMA locking_mode = EXCLUSIVE")
        pragma(connection, "user_version")
        connection.execute("BEGIN EXCLUSIVE")
        connection.execute("COMMIT")
        # Else the new file would find the journal of the old one under its name.
        if connection.execute("PRAGMA journal_mode = DELETE").fetchone() != ("delete",):
            raise failure("database is locked", sqlite3.SQLITE_BUSY)
        yield connection


def _renew(
    connection: sqlite3.Connection,
    path: Path,
    schema: Schema,
    ready: Callable[[Path], None],
    journal: str,
) -> None:
    """Copy what the connection has, migrate the copy and give it the file's name."""
    for abandoned in path.parent.glob(f"{path.name}.*.{COPY}*"):  # by whoever was killed here
        with suppress(OSError):
            abandoned.unlink()
    copy = private_file(path, COPY)
    try:
        with closing(connect(copy, "rw")) as target:
            connection.backup(target)
            target.execute("PRAGMA synchronous = FULL")
            schema.migrate(target)
            if target.execute("PRAGMA integrity_check(1)").fetchone() != ("ok",):
                raise failure("the upgraded copy is not sound", sqlite3.SQLITE_CORRUPT)
            target.execute(f"PRAGMA journal_mode = {journal}")
        ready(copy)
        synchronise(copy)
        for ending in COMPANIONS:  # emptied by the change of the journal; nobody else is here
            path.with_name(path.name + ending).unlink(missing_ok=True)
        copy.replace(path)
        synchronise(path.parent)
    finally:
        remove(copy)
