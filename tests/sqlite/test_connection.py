"""A connection waits, closes itself, and rolls back what is open."""

import sqlite3
from pathlib import Path

import pytest

from reader.sqlite.connection import connect, pragma, roll_back
from tests.sqlite.words import database


def test_a_file_opened_to_read_is_not_written(tmp_path: Path) -> None:
    database(tmp_path / "words.db").close()
    connection = connect(tmp_path / "words.db", "ro")
    assert pragma(connection, "user_version") == 1
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        connection.execute("DELETE FROM word")
    connection.close()


def test_rolling_back_ends_a_transaction_or_does_nothing(tmp_path: Path) -> None:
    database(tmp_path / "words.db").close()
    connection = connect(tmp_path / "words.db", "rw")
    roll_back(connection)
    connection.execute("BEGIN")
    connection.execute("INSERT INTO word (text) VALUES ('moon')")
    roll_back(connection)
    assert connection.execute("SELECT count(*) FROM word").fetchone() == (0,)
    connection.close()
