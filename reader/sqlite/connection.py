"""A connection to a file that is there."""

import sqlite3
from contextlib import suppress
from pathlib import Path

BUSY_SECONDS = 20.0  # how long a connection waits for another one's write


class Connection(sqlite3.Connection):
    """Closes itself when the last reference goes, be it at the end of its thread."""

    def __del__(self) -> None:
        with suppress(sqlite3.ProgrammingError):  # it was never opened
            self.close()


def connect(path: Path, mode: str, busy: float = BUSY_SECONDS) -> Connection:
    """Open a file, "ro" or "rw"; it waits `busy` seconds for others. Raises sqlite3.Error."""
    return sqlite3.connect(
        f"{path.absolute().as_uri()}?mode={mode}",
        uri=True,
        timeout=busy,
        isolation_level=None,
        check_same_thread=False,
        factory=Connection,
    )


def pragma(connection: sqlite3.Connection, name: str) -> int:
    """The value of a PRAGMA that is a number."""
    return int(connection.execute(f"PRAGMA {name}").fetchone()[0])


def roll_back(connection: sqlite3.Connection) -> None:
    """End a transaction, if there is one, as if it had never begun."""
    # SQLite has already rolled back by itself after some errors, a full disk among them.
    if connection.in_transaction:
        connection.execute("ROLLBACK")
