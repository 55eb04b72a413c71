"""An older file is brought up to date on a copy, or stays what it is."""

import sqlite3
from pathlib import Path
from threading import Thread

import pytest

from reader.errors import MarksError
from reader.sqlite import Database, Schema, State, examine, upgrade
from tests.sqlite.words import FIRST, ONE, SECOND, TWO, database, write


def names(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir())


def test_an_older_file_is_brought_up_to_date_with_what_it_holds(tmp_path: Path) -> None:
    path = tmp_path / "words.db"
    words = database(path, ONE)
    write(words, "moon")
    assert examine(path, TWO, precious=True) is State.OLDER
    assert not upgrade(path, TWO, lambda copy: None, busy=0)  # it is open still
    words.close()
    assert upgrade(path, TWO, lambda copy: None)
    assert database(path, TWO).rows("SELECT text, count FROM word") == [("moon", 1)]
    assert examine(path, TWO, precious=True) is State.SOUND
    assert examine(path, ONE, precious=True) is State.NEWER


def test_a_migrated_file_has_the_schema_of_a_new_one(tmp_path: Path) -> None:
    database(tmp_path / "old.db", ONE).close()
    assert upgrade(tmp_path / "old.db", TWO, lambda copy: None)
    old = Database(tmp_path / "old.db", TWO, MarksError, noun="the words", damage="", precious=True)
    new = database(tmp_path / "new.db", TWO)
    definitions = "SELECT type, name, sql FROM sqlite_schema ORDER BY type, name"
    assert old.rows(definitions) == new.rows(definitions)


def test_a_migration_that_fails_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "words.db"
    words = database(path, ONE)
    write(words, "moon")
    words.close()
    broken = Schema(77, {1: FIRST, 2: SECOND, 3: "CREATE TABLE late (x); SELECT * FROM missing;"})
    with pytest.raises(sqlite3.OperationalError):
        upgrade(path, broken, lambda copy: None)
    assert [file.name for file in tmp_path.iterdir()] == ["words.db"]
    assert examine(path, ONE, precious=True) is State.SOUND
    assert database(path, ONE).rows("SELECT text FROM word") == [("moon",)]


def test_the_copy_is_shown_before_it_takes_the_name(tmp_path: Path) -> None:
    path, seen = tmp_path / "words.db", list[State]()
    words = database(path)
    write(words, "moon")
    words.close()

    def look(copy: Path) -> None:
        seen.append(examine(copy, TWO, precious=False))
        assert copy != path

    assert upgrade(path, TWO, look)
    assert seen == [State.SOUND]
    assert names(tmp_path) == ["words.db"]
    words = database(path, TWO)
    assert words.rows("PRAGMA journal_mode") == [("wal",)]
    words.close()


def test_what_a_killed_upgrade_left_is_cleared_away(tmp_path: Path) -> None:
    path = tmp_path / "words.db"
    database(path).close()
    for ending in ("", "-wal", "-journal"):
        (tmp_path / f"words.db.0a1b.upgrading{ending}").write_bytes(b"half")
    assert upgrade(path, TWO, lambda copy: None)
    assert names(tmp_path) == ["words.db"]


def test_what_another_program_commits_last_is_in_the_new_file(tmp_path: Path) -> None:
    path = tmp_path / "words.db"
    words = database(path)
    done = list[bool]()
    upgrading = Thread(target=lambda: done.append(upgrade(path, TWO, lambda copy: None)))
    upgrading.start()
    for number in range(50):
        write(words, str(number))
    words.close()
    upgrading.join()
    assert done == [True]
    assert database(path, TWO).rows("SELECT count(*) FROM word") == [(50,)]


def test_those_who_upgrade_at_once_all_find_it_done(tmp_path: Path) -> None:
    path = tmp_path / "words.db"
    words = database(path)
    write(words, "moon")
    words.close()
    done = list[bool]()
    threads = [
        Thread(target=lambda: done.append(upgrade(path, TWO, lambda copy: None))) for _ in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert done == [True] * 4
    assert database(path, TWO).rows("SELECT text, count FROM word") == [("moon", 1)]
