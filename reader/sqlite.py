"""SQLite files of ours: making, examining, connections, transactions. Must not know: any table.

Only the catalogue and the marks use it. A schema has a table `meta` with one row and a column
`generation`; all else in it is theirs.
"""

import os
import sqlite3
import threading
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager, nullcontext, suppress
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Any

from reader.errors import ReaderError

BUSY_SECONDS = 20.0  # how long a connection waits for another one's write
SMALL_BYTES = 8_000_000  # a smaller file that is precious is checked page by page when opened
TINY_BYTES = 1_000_000  # the same for any other: opening it must not be felt
ABANDONED_SECONDS = 3_600  # a file half made this long ago has lost its maker
CACHE_KIBIBYTES = 16_384  # of pages, for each connection
JOURNAL_BYTES = 64_000_000  # a journal that grew larger is cut to this
COMPANIONS = ("-wal", "-shm", "-journal")  # what SQLite may leave beside a file

Value = str | int | float | bytes | None
Fields = tuple[Any, ...]  # SQLite decides at run time; the callers give the fields their types

LOCKED = "another program kept it locked for too long: try again"
CLOSED = "it cannot be opened: check that its folder is there and yours"

REASONS = {
    sqlite3.SQLITE_FULL: "nothing was saved, the disk is full: free some space and try again",
    sqlite3.SQLITE_READONLY: "nothing was saved, the file is read-only: change its permissions",
    sqlite3.SQLITE_IOERR: "nothing was saved, the disk refused: check its space, quota and health",
    sqlite3.SQLITE_NOMEM: "there is not enough memory: close other programs and try again",
    **dict.fromkeys((sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_PROTOCOL), LOCKED),
    **dict.fromkeys((sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM), CLOSED),
}
"""What only a user can mend; every other error of SQLite is a mistake in the program."""

FAULTS = (sqlite3.Error, UnicodeDecodeError)  # what reading and writing can raise
DAMAGE = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB})


class State(Enum):
    """What stands at a path where a file of ours is looked for."""

    ABSENT = "absent"
    SOUND = "sound"
    OLDER = "older"
    NEWER = "newer"
    FOREIGN = "foreign"
    DAMAGED = "damaged"


@dataclass(frozen=True, slots=True)
class Schema:
    """The tables of a file: for each version the SQL that leads to it from the one before."""

    application: int  # PRAGMA application_id, 32 bits: tells our files from others
    steps: Mapping[int, str]

    @property
    def version(self) -> int:
        """The newest version, PRAGMA user_version of a file that is up to date."""
        return max(self.steps)

    @classmethod
    def numbered(cls, application: int, folder: Path) -> "Schema":
        """The schema whose steps are the files `0001_what.sql` and so on of a folder."""
        steps = {
            int(step.name.partition("_")[0]): step.read_text("utf-8")
            for step in folder.glob("*.sql")
        }
        return cls(application, steps)

    def migrate(self, connection: sqlite3.Connection) -> None:
        """Bring a file to the newest version: all steps and their number, or nothing."""
        connection.execute("BEGIN IMMEDIATE")
        try:
            # Asked for again inside the transaction: another process may have come first.
            self.build(connection, _pragma(connection, "user_version"), self.version)
            connection.execute(f"PRAGMA application_id = {self.application}")
            connection.execute("COMMIT")
        except BaseException:
            _roll_back(connection)
            raise

    def build(self, connection: sqlite3.Connection, first: int, last: int) -> None:
        """Run the steps after version `first` up to `last` in the transaction of the caller."""
        for number in sorted(self.steps):
            if first < number <= last:
                for statement in statements(self.steps[number]):
                    connection.execute(statement)
                connection.execute(f"PRAGMA user_version = {number}")

    def definitions(self, version: int) -> list[Fields]:
        """What sqlite_schema holds in a file of this version."""
        with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
            self.build(connection, 0, version)
            return _definitions(connection)


def statements(script: str) -> Iterator[str]:
    """Each statement of a script, so that all of them can run in one transaction of ours."""
    *parts, rest = script.split(";")
    statement = ""
    for part in parts:
        statement += f"{part};"
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
    yield statement + rest


def _definitions(connection: sqlite3.Connection) -> list[Fields]:
    return connection.execute(
        # SQLite's own tables (sqlite_sequence, sqlite_stat1) come and go.
        "SELECT type, name, tbl_name, sql FROM sqlite_schema"
        " WHERE name NOT LIKE 'sqlite%' ORDER BY type, name"
    ).fetchall()


def _pragma(connection: sqlite3.Connection, name: str) -> int:
    return int(connection.execute(f"PRAGMA {name}").fetchone()[0])


def _roll_back(connection: sqlite3.Connection) -> None:
    # SQLite has already rolled back by itself after some errors, a full disk among them.
    if connection.in_transaction:
        connection.execute("ROLLBACK")


def primary(error: Exception) -> int:
    """SQLite's primary result code for one of `FAULTS`; text that is not UTF-8 is damage."""
    code: int | None = getattr(error, "sqlite_errorcode", None)
    if code is None:
        return sqlite3.SQLITE_CORRUPT if "decode" in str(error) else sqlite3.SQLITE_ERROR
    return code & 0xFF


def private_folder(folder: Path) -> None:
    """Make a folder and its missing parents, readable by their owner only. Raises OSError."""
    for part in (*reversed(folder.parents), folder):
        if not part.exists():
            with suppress(FileExistsError):
                part.mkdir(mode=0o700)


def left_over(path: Path) -> bool:
    """Whether the file has a journal: it is open somewhere, or was when its program was killed."""
    journal = path.with_name(f"{path.name}-wal")
    return journal.exists() and journal.stat().st_size > 0


def examine(path: Path, schema: Schema, *, precious: bool) -> State:
    """Look at a file without writing to it.

    The pages of a precious one are checked if it is small or was not closed, others if tiny.

    Raises sqlite3.Error when it is there but cannot be opened.
    """
    try:
        size = path.stat().st_size
    except FileNotFoundError:
        return State.ABSENT
    thorough = size <= TINY_BYTES
    if precious:
        thorough = size <= SMALL_BYTES or left_over(path)
    try:
        with closing(_connect(path, "ro")) as connection:
            return _examine(connection, schema, thorough=thorough)
    except FAULTS as error:
        if primary(error) in (*DAMAGE, sqlite3.SQLITE_ERROR):
            return State.DAMAGED
        raise


def _examine(connection: sqlite3.Connection, schema: Schema, *, thorough: bool) -> State:
    version = _pragma(connection, "user_version")
    application = _pragma(connection, "application_id")
    if application != schema.application:
        # An empty file is one of ours that lost its bytes: ours are never empty under their name.
        empty = application == 0 and not _definitions(connection)
        return State.DAMAGED if empty else State.FOREIGN
    if version > schema.version:
        return State.NEWER
    if version not in schema.steps or _definitions(connection) != schema.definitions(version):
        return State.DAMAGED
    if thorough and connection.execute("PRAGMA integrity_check(1)").fetchone() != ("ok",):
        return State.DAMAGED
    return State.SOUND if version == schema.version else State.OLDER


def create(path: Path, schema: Schema) -> None:
    """Put a new file at `path`, whole or not at all; one that is already there stays.

    Raises OSError or sqlite3.Error.
    """
    for abandoned in path.parent.glob(f"{path.name}.*.new*"):
        with suppress(OSError):
            if time.time() - abandoned.stat().st_mtime > ABANDONED_SECONDS:
                abandoned.unlink()
    unfinished = path.with_name(f"{path.name}.{os.urandom(6).hex()}.new")
    os.close(os.open(unfinished, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    try:
        with closing(_connect(unfinished, "rw")) as connection:
            connection.execute("PRAGMA synchronous = FULL")
            # Before the file has its name: two connections cannot both change the mode.
            connection.execute("PRAGMA journal_mode = WAL")
            schema.migrate(connection)
        _name(unfinished, path)
    finally:
        remove(unfinished)
    _synchronise(path.parent)


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


def _synchronise(folder: Path) -> None:
    """Make the names in a folder survive a power loss, where the system can."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def remove(path: Path) -> None:
    """Delete a file with all that SQLite left beside it. Raises OSError."""
    for ending in ("", *COMPANIONS):
        path.with_name(path.name + ending).unlink(missing_ok=True)


class _Connection(sqlite3.Connection):
    """Closes itself when the last reference goes, be it at the end of its thread."""

    def __del__(self) -> None:
        with suppress(sqlite3.ProgrammingError):  # it was never opened
            self.close()


def _connect(path: Path, mode: str) -> sqlite3.Connection:
    return sqlite3.connect(
        f"{path.absolute().as_uri()}?mode={mode}",
        uri=True,
        timeout=BUSY_SECONDS,
        isolation_level=None,
        check_same_thread=False,
        factory=_Connection,
    )


class Database:
    """An existing file, or without a path one in memory; usable from any thread.

    In a file each thread has a connection of its own, so that reading never waits for a writer.
    """

    def __init__(
        self,
        path: Path | None,
        schema: Schema,
        failure: type[ReaderError],
        *,
        noun: str,  # what its sentences call it: "the catalogue"
        damage: str,  # the end of the sentence that says it is damaged: what to do
        precious: bool,  # a commit survives a power loss; a damaged file is left alone
    ) -> None:
        self._path = path
        self._failure = failure
        self._noun = noun if path is None else f"{noun} {path}"
        self._damage = damage
        self._precious = precious
        self._local = threading.local()
        self._inode = 0
        self._memory: sqlite3.Connection | None = None
        self._lock: threading.RLock | nullcontext[None] = nullcontext()
        if path is None:
            self._lock = threading.RLock()
            self._memory = sqlite3.connect(
                ":memory:", isolation_level=None, check_same_thread=False, factory=_Connection
            )
        else:
            self._inode = path.stat().st_ino
        try:
            if _pragma(self._connection, "user_version") < schema.version:
                schema.migrate(self._connection)
        except FAULTS as error:
            self._refuse(error)
            raise

    @property
    def _connection(self) -> sqlite3.Connection:
        connection = self._memory or getattr(self._local, "connection", None)
        if connection is None and self._path is not None:
            try:
                connection = self._local.connection = self._open(self._path)
            except FAULTS as error:
                self._refuse(error)
                raise
        assert connection is not None
        return connection

    def _open(self, path: Path) -> sqlite3.Connection:
        connection = _connect(path, "rw")
        # One thread in the old file and one in the new would mix up two stores.
        if path.stat().st_ino != self._inode:
            raise self._failure(f"{self._noun} was replaced by another program: start again")
        connection.executescript(
            "PRAGMA foreign_keys = ON; PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON;"
            f"PRAGMA cache_size = -{CACHE_KIBIBYTES}; PRAGMA journal_size_limit = {JOURNAL_BYTES};"
            f"PRAGMA synchronous = {'FULL' if self._precious else 'NORMAL'}"
        )
        return connection

    def _refuse(self, error: Exception) -> None:
        """Raise what only a user can mend as a sentence; come back from mistakes of ours."""
        code = primary(error)
        # SQLite also takes a file for read-only when one byte in its head is wrong.
        forbidden = code == sqlite3.SQLITE_READONLY and not self._precious
        if code in DAMAGE or (forbidden and self._path and os.access(self._path, os.W_OK)):
            raise self.damaged() from error
        if code in REASONS:
            raise self._failure(f"{self._noun}: {REASONS[code]}") from error

    def damaged(self) -> ReaderError:
        """The error to raise for content that makes no sense; a file not precious is deleted."""
        if self._path is not None and not self._precious:
            # The next opening makes it again. Its companions go then, when nobody can use them.
            with suppress(OSError):
                if self._path.stat().st_ino == self._inode:
                    self._path.unlink()
        return self._failure(f"{self._noun} is damaged: {self._damage}")

    def rows(self, sql: str, values: Sequence[Value] = ()) -> list[Fields]:
        """Run one statement and return all its rows. To write, be inside a transaction."""
        try:
            with self._lock:
                return self._connection.execute(sql, values).fetchall()
        except FAULTS as error:
            self._refuse(error)
            raise

    def each(self, sql: str, values: Iterable[Sequence[Value]]) -> None:
        """Run one writing statement for each of these values, inside a transaction."""
        try:
            with self._lock:
                self._connection.executemany(sql, values)
        except FAULTS as error:
            self._refuse(error)
            raise

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Commit on leaving, roll back on an exception; nested use joins the outer transaction.

        A commit that changed a row raises the generation.
        """
        with self._lock:
            connection = self._connection
            if connection.in_transaction:
                yield
                return
            self.rows("BEGIN IMMEDIATE")
            try:
                before = connection.total_changes
                yield
                if connection.total_changes != before:
                    self.rows("UPDATE meta SET generation = generation + 1")
                self.rows("COMMIT")
            except BaseException:
                _roll_back(connection)
                raise

    @property
    def generation(self) -> int:
        """A number that every commit that changed something has raised, in any process."""
        return int(self.rows("SELECT generation FROM meta")[0][0])

    def close(self) -> None:
        """Close this thread's connection; other threads close theirs when they end."""
        connection: sqlite3.Connection | None = getattr(self._local, "connection", None)
        if connection is not None:
            connection.close()
            del self._local.connection
