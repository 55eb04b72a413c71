"""What SQLite can raise: damage, what only a user can mend, and mistakes of ours."""

import sqlite3
from typing import Any

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


def primary(error: Exception) -> int:
    """SQLite's primary result code for one of `FAULTS`; text that is not UTF-8 is damage."""
    code: int | None = getattr(error, "sqlite_errorcode", None)
    if code is None:
        return sqlite3.SQLITE_CORRUPT if "decode" in str(error) else sqlite3.SQLITE_ERROR
    return code & 0xFF


def failure(text: str, code: int) -> sqlite3.DatabaseError:
    """An error of ours that is told apart like one of SQLite's."""
    error = sqlite3.DatabaseError(text)
    error.sqlite_errorcode = code
    return error
