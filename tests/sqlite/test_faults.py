"""What SQLite raises is told apart by its primary code."""

import sqlite3
from pathlib import Path

import pytest

from reader.sqlite import DAMAGE, primary
from reader.sqlite.faults import failure


def test_an_extended_code_is_reduced_to_its_kind(tmp_path: Path) -> None:
    with pytest.raises(sqlite3.OperationalError) as caught:
        sqlite3.connect(tmp_path)
    assert primary(caught.value) == sqlite3.SQLITE_CANTOPEN


def test_text_that_is_not_utf_8_is_damage() -> None:
    connection = sqlite3.connect(":memory:")
    with pytest.raises(sqlite3.OperationalError) as caught:
        connection.execute("SELECT CAST(x'ff' AS TEXT)").fetchall()
    connection.close()
    assert primary(caught.value) in DAMAGE


def test_an_error_of_ours_has_a_code_like_one_of_theirs() -> None:
    assert primary(failure("locked", sqlite3.SQLITE_BUSY)) == sqlite3.SQLITE_BUSY
