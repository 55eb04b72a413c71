"""An existing file, or one in memory: statements, transactions, errors as sentences."""

import os
import sqlite3
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, nullcontext, suppress
from pathlib import Path

from reader.errors import ReaderError
from reader.sqlite.connection import BUSY_SECONDS, Connection, connect, pragma, roll_back
from reader.sqlite.faults import DAMAGE, FAULTS, REASONS, Fields, Value, primary
from reader.sqlite.schema import Schema
from reader.sqlite.turns import turn

CACHE_KIBIBYTES = 16_384  # of pages, for each connection
EMPTIED = 1000, 128  # pages of a journal that go into the file at once; of a precious one
JOURNAL_BYTES = 64_000_000  # a journal that grew larger is cut to this


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
        damage: str | Callable[[], str],  # the end of the sentence on damage: what to do
        broken: type[ReaderError] | None = None,  # what damage raises, if not the same
        precious: bool,  # a commit survives a power loss; a damaged file is left alone
    ) -> None:
        self._path = path
        self._failure = failure
        self._noun = noun if path is None else f"{noun} {path}"
        self._damage = damage
        self._broken = broken or failure
        self._precious = precious
        self._local = threading.local()
        self._inode = 0
        self._memory: sqlite3.Connection | None = None
        self._lock: threading.RLock | nullcontext[None] = nullcontext()
        if path is None:
            self._lock = threading.RLock()
            self._memory = sqlite3.connect(
                ":memory:", isolation_level=None, check_same_thread=False, factory=Connection
            )
        else:
            try:
                self._inode = path.stat().st_ino
            except FileNotFoundError as error:
                raise self._broken(f"{self._noun} was deleted just now: start again") from error
        try:
            if path is None:
                schema.migrate(self._connection)
            else:
                pragma(self._connection, "user_version")  # whether it can be read at all
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
        if not self._precious:  # nobody upgrades it
            return self._opened(path)
        with turn(path.parent, BUSY_SECONDS):
            return self._opened(path)

    def _opened(self, path: Path) -> sqlite3.Connection:
        connection = connect(path, "rw")
        # One thread in the old file and one in the new would mix up two stores.
        self._stay(path)
        connection.executescript(
            "PRAGMA foreign_keys = ON; PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON;"
            f"PRAGMA cache_size = -{CACHE_KIBIBYTES}; PRAGMA journal_size_limit = {JOURNAL_BYTES};"
            f"PRAGMA wal_autocheckpoint = {EMPTIED[self._precious]};"
            f"PRAGMA synchronous = {'FULL' if self._precious else 'NORMAL'};"
            "PRAGMA user_version"  # from the first look on the file cannot be replaced
        )
        return connection

    @property
    def replaced(self) -> bool:
        """Whether another file, or none, is at the path of the one that was opened."""
        try:
            return self._path is not None and self._path.stat().st_ino != self._inode
        except OSError:
            return True

    def _stay(self, path: Path) -> None:
        """Raise the failure where another file than the one that was opened is at its path."""
        try:
            there = path.stat().st_ino
        except OSError:
            there = 0
        if there != self._inode:
            what = "replaced" if there else "removed"
            raise self._failure(f"{self._noun} was {what} by another program: start again")

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
        damage = self._damage if isinstance(self._damage, str) else self._damage()
        return self._broken(f"{self._noun} is damaged: {damage}")

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
                if self._path is not None:
                    self._stay(self._path)  # what is written to a file without a name is lost
                before = connection.total_changes
                yield
                if connection.total_changes != before:
                    self.rows("UPDATE meta SET generation = generation + 1")
                self.rows("COMMIT")
            except BaseException:
                roll_back(connection)
                raise

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """Let all reading inside see one state, whatever others write meanwhile."""
        with self._lock:
            connection = self._connection
            if connection.in_transaction:
                yield
                return
            self.rows("BEGIN")
            try:
                yield
            finally:
                roll_back(connection)

    @property
    def generation(self) -> int:
        """A number that every commit that changed something has raised, in any process."""
        return int(self.rows("SELECT generation FROM meta")[0][0])

    def checkpoint(self) -> None:
        """Play the journal into the file, and cut it, as far as nobody is reading just now."""
        self.rows("PRAGMA wal_checkpoint(TRUNCATE)")

    def close(self) -> None:
        """Close this thread's connection; other threads close theirs when they end."""
        connection: sqlite3.Connection | None = getattr(self._local, "connection", None)
        if connection is not None:
            connection.close()
            del self._local.connection
