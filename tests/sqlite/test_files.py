"""A file of ours is whole or not there, and is looked at without being changed."""

import os
import sqlite3
import stat
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from reader.sqlite import (
    ABANDONED_SECONDS,
    State,
    create,
    examine,
    private_folder,
    without_shared_memory,
)
from tests.disks import leave, small_disk
from tests.sqlite.words import ONE, TWO, database, write


@pytest.mark.parametrize("name", ["a b", "50%", "a?mode=ro#x", "\u00e9", "caf\udce9"])
def test_any_file_name_will_do(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    assert examine(path, ONE, precious=True) is State.ABSENT
    write(database(path), "moon")
    assert examine(path, ONE, precious=True) is State.SOUND


def test_a_new_file_is_for_its_owner_and_leaves_nothing_beside_it(tmp_path: Path) -> None:
    create(tmp_path / "words.db", ONE)
    assert [file.name for file in tmp_path.iterdir()] == ["words.db"]
    assert stat.S_IMODE((tmp_path / "words.db").stat().st_mode) == 0o600


def test_a_file_that_is_there_is_not_created_again(tmp_path: Path) -> None:
    write(database(tmp_path / "words.db"), "moon")
    assert database(tmp_path / "words.db").rows("SELECT text FROM word") == [("moon",)]


def test_a_half_made_file_is_thrown_away_when_its_maker_is_long_gone(tmp_path: Path) -> None:
    old, fresh = tmp_path / "words.db.aa.new-wal", tmp_path / "words.db.bb.new"
    for file in (old, fresh):
        file.write_bytes(b"half")
    long_ago = time.time() - ABANDONED_SECONDS - 60
    os.utime(old, (long_ago, long_ago))
    create(tmp_path / "words.db", ONE)
    assert sorted(file.name for file in tmp_path.iterdir()) == ["words.db", "words.db.bb.new"]


def test_on_a_full_disk_a_new_file_is_whole_or_not_there(tmp_path: Path) -> None:
    made = 0
    with small_disk(tmp_path / "disk", 2_000) as disk:
        for room in range(0, 200_000, 4_096):
            leave(disk, room)
            path = disk / f"{room}.db"
            try:
                create(path, ONE)
            except (OSError, sqlite3.Error):
                assert not path.exists()
            else:
                leave(disk, 100_000)
                assert examine(path, ONE, precious=True) is State.SOUND
                made += 1
            path.unlink(missing_ok=True)
    assert 0 < made < 49


@pytest.mark.parametrize(
    ("sql", "state"),
    [
        ("PRAGMA application_id = 78", State.FOREIGN),
        ("PRAGMA user_version = 9", State.NEWER),
        ("PRAGMA user_version = 0", State.DAMAGED),
        ("DROP TABLE word", State.DAMAGED),
    ],
)
def test_what_stands_there_is_told_apart(tmp_path: Path, sql: str, state: State) -> None:
    path = tmp_path / "words.db"
    database(path).close()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(sql)
    assert examine(path, ONE, precious=True) is state


def test_a_folder_in_its_place_cannot_be_opened(tmp_path: Path) -> None:
    with pytest.raises(sqlite3.OperationalError):
        examine(tmp_path, ONE, precious=True)


def test_a_folder_of_ours_is_made_with_its_parents(tmp_path: Path) -> None:
    private_folder(tmp_path / "a" / "b")
    private_folder(tmp_path / "a" / "b")
    (tmp_path / "file").touch()
    with pytest.raises(NotADirectoryError):
        private_folder(tmp_path / "file" / "c")


def test_a_file_for_several_machines_has_no_shared_memory(tmp_path: Path) -> None:
    path = tmp_path / "words.db"
    create(path, ONE, "DELETE")
    words = database(path)
    write(words, "moon")
    assert [file.name for file in tmp_path.iterdir()] == ["words.db"]
    local = tmp_path / "local" / "words.db"
    local.parent.mkdir()
    words = database(local)
    write(words, "sea")
    without_shared_memory(local)  # it is open: nothing happens
    assert words.rows("PRAGMA journal_mode") == [("wal",)]
    words.close()
    without_shared_memory(local)
    assert database(local).rows("PRAGMA journal_mode") == [("delete",)]


HALF = """
import os, sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("PRAGMA journal_mode = DELETE")
connection.execute("PRAGMA cache_size = 2")
connection.execute("BEGIN IMMEDIATE")
connection.execute("DELETE FROM word")
connection.executemany("INSERT INTO word (text) VALUES (?)", [("x" * 900,)] * 900)
os._exit(9)  # as a kill does: pages of it are in the file, and the old ones in a journal
"""


def test_half_a_transaction_that_a_kill_left_is_taken_back(tmp_path: Path) -> None:
    path = tmp_path / "words.db"
    words = database(path)
    for number in range(500):
        write(words, f"{number} " * 20)
    words.close()
    assert subprocess.run([sys.executable, "-c", HALF, str(path)], check=False).returncode == 9
    assert path.with_name("words.db-journal").stat().st_size > 0
    assert path.read_bytes().count(b"x" * 900) > 0
    assert examine(path, ONE, precious=True) is State.SOUND
    assert examine(path, TWO, precious=True) is State.OLDER
    assert database(path).rows("SELECT count(*) FROM word") == [(500,)]
