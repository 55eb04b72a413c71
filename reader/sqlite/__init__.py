"""SQLite files of ours: making, examining, connections, transactions. Must not know: any table.

Only the catalogue and the marks use it. A schema has a table `meta` with one row and a column
`generation`; all else in it is theirs.
"""

from reader.sqlite.connection import BUSY_SECONDS
from reader.sqlite.database import Database
from reader.sqlite.faults import DAMAGE, FAULTS, LOCKED, REASONS, Fields, Value, primary
from reader.sqlite.files import (
    ABANDONED_SECONDS,
    COMPANIONS,
    State,
    create,
    examine,
    left_over,
    private_folder,
    remove,
    synchronise,
    without_shared_memory,
)
from reader.sqlite.network import file_system
from reader.sqlite.schema import Schema, statements
from reader.sqlite.upgrading import upgrade

__all__ = [
    "ABANDONED_SECONDS",
    "BUSY_SECONDS",
    "COMPANIONS",
    "DAMAGE",
    "FAULTS",
    "LOCKED",
    "REASONS",
    "Database",
    "Fields",
    "Schema",
    "State",
    "Value",
    "create",
    "examine",
    "file_system",
    "left_over",
    "primary",
    "private_folder",
    "remove",
    "statements",
    "synchronise",
    "upgrade",
    "without_shared_memory",
]
