"""Files of ours as a whole: looked at, made, removed."""

import os
import sqlite3
import time
from contextlib import closing, nullcontext, suppress
from enum import Enum
from pathlib import Path

from reader.sqlite.connection import BUSY_SECONDS, connect, pragma
from reader.sqlite.faults import DAMAGE, FAULTS, primary
from reader.sqlite.schema import Schema, definitions
from reader.sqlite.turns import turn

SMALL_BYTES = 8_000_000  # a smaller file that is precious is checked page by page when opened
TINY_BYTES = 1_000_000  # the same for any other: opening it must not be felt
ABANDONED_SECONDS = 3_600  # a file half made this long ago has lost its maker
JOURNALS = ("-wal", "-journal")  # of one kind or the other, as the disk is ours or far away
COMPANIONS = (*JOURNALS, "-shm")  # what SQLite may leave beside a file


class State(Enum):
    """What stands at a path where a file of ours is looked for."""

    ABSENT = "absent"
    SOUND = "sound"
    OLDER = "older"
    NEWER = "newer"
    FOREIGN = "foreign"
    DAMAGED = "damaged"


def private_folder(folder: Path) -> None:
    """Make a folder and its missing parents, readable by their owner only. Raises OSError."""
    for part in (*reversed(folder.parents), folder):
        if not part.exists():
            with suppress(FileExistsError):
                part.mkdir(mode=0o700)


def left_over(path: Path) -> bool:
    """Whether the file has a journal: it is open somewhere, or was when its program was killed."""
    journals = (path.with_name(path.name + ending) for ending in JOURNALS)
    return any(journal.exists() and journal.stat().st_size > 0 for journal in journals)


def examine(path: Path, schema: Schema, *, precious: bool, thorough: bool = False) -> State:
    """Look at a file without writing to it, but for half a transaction that a kill left.

    The pages of a precious one are checked if it is small or was not closed, others if tiny;
    with `thorough` all of them, whatever they are of.

    Raises sqlite3.Error when it is there but cannot be opened.
    """
    try:
        size = path.stat().st_size
    except FileNotFoundError:
        return State.ABSENT
    if precious:
        thorough = thorough or size <= SMALL_BYTES or left_over(path)
    thorough = thorough or size <= TINY_BYTES

    def looked(mode: str) -> State:
        # Only a precious file is ever upgraded.
        waiting = turn(path.parent, BUSY_SECONDS) if precious else nullcontext()
        with waiting, closing(connect(path, mode)) as connection:
            return _examine(connection, schema, thorough=thorough)

    try:
        try:
            return looked("ro")
        except sqlite3.OperationalError as error:
            if primary(error) != sqlite3.SQLITE_READONLY:
                raise
            return looked("rw")  # a kill left half a transaction, which SQLite takes back
    except FAULTS as error:
        if primary(error) in (*DAMAGE, sqlite3.SQLITE_ERROR):
            return State.DAMAGED
        raise


def _examine(connection: sqlite3.Connection, schema: Schema, *, thorough: bool) -> State:
    version = pragma(connection, "user_version")
    application = pragma(connection, "application_id")
    if application != schema.application:
        # An empty file is one of ours that lost its bytes: ours are never empty under their name.
        empty = application == 0 and not definitions(connection)
        return State.DAMAGED if empty else State.FOREIGN
    if version > schema.version:
        return State.NEWER
    if version not in schema.steps or not schema.is_defined(version, definitions(connection)):
        return State.DAMAGED
    if thorough and connection.execute("PRAGMA integrity_check(1)").fetchone() != ("ok",):
        return State.DAMAGED
    return State.SOUND if version == schema.version else State.OLDER


def create(path: Path, schema: Schema, journal: str = "WAL") -> None:
    """Put a new file at `path`, whole or not at all; one that is already there stays.

    `journal` is its journal_mode. Raises OSError or sqlite3.Error.
    """
    for abandoned in path.parent.glob(f"{path.name}.*.new*"):
        with suppress(OSError):
            if time.time() - abandoned.stat().st_mtime > ABANDONED_SECONDS:
                abandoned.unlink()
    unfinished = private_file(path, "new")
    try:
        with closing(connect(unfinished, "rw")) as connection:
            connection.execute("PRAGMA synchronous = FULL")
            schema.migrate(connection)
            # Before the file has its name: two connections cannot both change the mode. After it
            # is whole: what is only in a journal does not come with the name, and on a full disk
            # it stays there without a word.
            connection.execute(f"PRAGMA journal_mode = {journal}")
        _name(unfinished, path)
    finally:
        remove(unfinished)
    synchronise(path.parent)


def without_shared_memory(path: Path) -> None:
    """Give a file the journal that other machines can use too, if nobody has it open."""
    with closing(connect(path, "rw", 0)) as connection, suppress(sqlite3.OperationalError):
        connection.execute("PRAGMA journal_mode = DELETE")


def private_file(path: Path, ending: str) -> Path:
    """Make an empty file beside `path` that only its owner can read. Raises OSError."""
    made = path.with_name(f"{path.name}.{os.urandom(6).hex()}.{ending}")
    os.close(os.open(made, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    return made


def _name(unfinished: Path, path: Path) -> None:
    """Give a finished file its name, unless another process did so first."""
    try:
        path.hardlink_to(unfinished)
    except FileExistsError:
        return
    except OSError:
        # A file system without hard links: here two first starts in one instant may collide.
        if not path.exists():
            unfinished.rename(path)


def synchronise(path: Path) -> None:
    """Make a file, or the names in a folder, survive a power loss, where the system can."""
    with suppress(OSError):
        descriptor = os.open(path, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def remove(path: Path) -> None:
    """Delete a file with all that SQLite left beside it. Raises OSError."""
    for ending in ("", *COMPANIONS):
        path.with_name(path.name + ending).unlink(missing_ok=True)
