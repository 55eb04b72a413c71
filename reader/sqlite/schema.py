"""The tables of a file of ours: for each version the SQL that leads to it."""

import sqlite3
import zlib
from collections.abc import Iterator, Mapping
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from reader.sqlite.connection import pragma, roll_back
from reader.sqlite.faults import Fields


class Schema(NamedTuple):
    """The tables of a file: for each version the SQL that leads to it from the one before."""

    application: int  # PRAGMA application_id, 32 bits: tells our files from others
    steps: Mapping[int, str]
    checksum: int = 0  # of the definitions of the newest version; 0 where it is not known

    @property
    def version(self) -> int:
        """The newest version, PRAGMA user_version of a file that is up to date."""
        return max(self.steps)

    @classmethod
    def numbered(cls, application: int, folder: Path, checksum: int = 0) -> "Schema":
        """The schema whose steps are the files `0001_what.sql` and so on of a folder."""
        steps = {
            int(step.name.partition("_")[0]): step.read_text("utf-8")
            for step in folder.glob("*.sql")
        }
        return cls(application, steps, checksum)

    def migrate(self, connection: sqlite3.Connection) -> None:
        """Bring a file to the newest version: all steps and their number, or nothing."""
        connection.execute("BEGIN IMMEDIATE")
        try:
            # Asked for again inside the transaction: another process may have come first.
            self.build(connection, pragma(connection, "user_version"), self.version)
            connection.execute(f"PRAGMA application_id = {self.application}")
            connection.execute("COMMIT")
        except BaseException:
            roll_back(connection)
            raise

    def build(self, connection: sqlite3.Connection, first: int, last: int) -> None:
        """Run the steps after version `first` up to `last` in the transaction of the caller."""
        for number in sorted(self.steps):
            if first < number <= last:
                for statement in statements(self.steps[number]):
                    connection.execute(statement)
                connection.execute(f"PRAGMA user_version = {number}")

    def is_defined(self, version: int, found: list[Fields]) -> bool:
        """Whether a file with these definitions is one of this version."""
        # To make the tables in memory takes longer than all else that opening a file does.
        quickly = version == self.version and checksum(found) == self.checksum
        return quickly or found == self.definitions(version)

    def definitions(self, version: int) -> list[Fields]:
        """What sqlite_schema holds in a file of this version."""
        with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
            self.build(connection, 0, version)
            return definitions(connection)


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


def definitions(connection: sqlite3.Connection) -> list[Fields]:
    """What sqlite_schema holds, but for SQLite's own."""
    return connection.execute(
        # SQLite's own tables (sqlite_sequence, sqlite_stat1) come and go.
        "SELECT type, name, tbl_name, sql FROM sqlite_schema"
        " WHERE name NOT LIKE 'sqlite%' ORDER BY type, name"
    ).fetchall()


def checksum(found: list[Fields]) -> int:
    """A number of 32 bits that tells definitions apart."""
    return zlib.crc32(repr(found).encode("utf-8", "surrogatepass"))
