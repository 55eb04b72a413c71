"""A file of ours is whole or not there, and is looked at without being changed."""

import os
import sqlite3
import stat
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from threading import Thread

import pytest

from reader.errors import CatalogueError, MarksError
from reader.sqlite import (
    ABANDONED_SECONDS,
    Database,
    Schema,
    State,
    create,
    examine,
    private_folder,
    remove,
    statements,
)

FIRST = """
CREATE TABLE meta (generation INTEGER NOT NULL) STRICT; INSERT INTO meta VALUES (0);
-- a word; with a semicolon
CREATE TABLE word (text TEXT NOT NULL) STRICT;
"""
SECOND = "ALTER TABLE word ADD COLUMN count INTEGER NOT NULL DEFAULT 1;"
ONE, TWO = Schema(77, {1: FIRST}), Schema(77, {1: FIRST, 2: SECOND})


def database(path: Path | None, schema: Schema = ONE, *, precious: bool = True) -> Database:
    if path is not None:
        create(path, schema)
    return Database(
        path, schema, MarksError, noun="the words", damage="write them anew", precious=precious
    )


@pytest.fixture(params=["file", "memory"])
def words(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    words = database(tmp_path / "words.db" if request.param == "file" else None)
    yield words
    words.close()


def write(words: Database, text: str) -> None:
    with words.transaction():
        words.rows("INSERT INTO word (text) VALUES (?)", (text,))


def test_a_script_falls_into_its_statements() -> None:
    script = "CREATE TABLE a (x); -- not; here\nSELECT ';'; SELECT\n1; -- end"
    assert [statement.strip() for statement in statements(script)] == [
        "CREATE TABLE a (x);",
        "-- not; here\nSELECT ';';",
        "SELECT\n1;",
        "-- end",
    ]


def test_what_is_written_is_there_for_every_thread(words: Database) -> None:
    write(words, "moon")
    seen: list[object] = []
    reader = Thread(target=lambda: seen.extend(words.rows("SELECT text FROM word")))
    reader.start()
    reader.join()
    assert seen == [("moon",)]


def test_each_outermost_commit_with_a_change_raises_the_generation(words: Database) -> None:
    before = words.generation
    with words.transaction():
        write(words, "moon")
        write(words, "sea")
    with words.transaction():
        words.rows("SELECT text FROM word")
    assert words.generation == before + 1


def test_an_exception_takes_back_the_whole_transaction(words: Database) -> None:
    def fail() -> None:
        with words.transaction():
            write(words, "moon")
            raise KeyError

    with pytest.raises(KeyError):
        fail()
    assert words.rows("SELECT text FROM word") == []
    write(words, "sea")
    assert words.generation == 1


def test_a_mistake_of_ours_is_let_through(words: Database) -> None:
    with pytest.raises(sqlite3.OperationalError, match="no such table"):
        words.rows("SELECT * FROM missing")
    with pytest.raises(sqlite3.IntegrityError):
        write(words, None)  # type: ignore[arg-type] # the mistake


def test_a_closed_connection_is_opened_again(tmp_path: Path) -> None:
    words = database(tmp_path / "words.db")
    write(words, "moon")
    words.close()
    words.close()
    assert words.rows("SELECT text FROM word") == [("moon",)]


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


def test_an_older_file_is_brought_up_to_date_with_what_it_holds(tmp_path: Path) -> None:
    path = tmp_path / "words.db"
    write(database(path, ONE), "moon")
    assert examine(path, TWO, precious=True) is State.OLDER
    assert database(path, TWO).rows("SELECT text, count FROM word") == [("moon", 1)]
    assert examine(path, TWO, precious=True) is State.SOUND
    assert examine(path, ONE, precious=True) is State.NEWER


def test_a_migrated_file_has_the_schema_of_a_new_one(tmp_path: Path) -> None:
    database(tmp_path / "old.db", ONE)
    old = Database(tmp_path / "old.db", TWO, MarksError, noun="the words", damage="", precious=True)
    new = database(tmp_path / "new.db", TWO)
    definitions = "SELECT type, name, sql FROM sqlite_schema ORDER BY type, name"
    assert old.rows(definitions) == new.rows(definitions)


def test_a_migration_that_fails_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "words.db"
    write(database(path, ONE), "moon")
    broken = Schema(77, {1: FIRST, 2: SECOND, 3: "CREATE TABLE late (x); SELECT * FROM missing;"})
    with pytest.raises(sqlite3.OperationalError):
        database(path, broken)
    assert examine(path, ONE, precious=True) is State.SOUND
    assert database(path, ONE).rows("SELECT text FROM word") == [("moon",)]


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


def test_damage_met_later_is_a_sentence_and_a_precious_file_stays(tmp_path: Path) -> None:
    path = tmp_path / "words.db"
    for precious, stays in ((True, True), (False, False)):
        database(path).close()
        words = database(path, precious=precious)
        with pytest.raises(MarksError, match=r"the words .* is damaged: write them anew"):
            raise words.damaged()
        assert path.exists() is stays
        words.close()


def test_a_file_replaced_meanwhile_is_neither_mixed_with_the_old_nor_deleted(
    tmp_path: Path,
) -> None:
    path = tmp_path / "words.db"
    words = database(path, precious=False)
    path.rename(tmp_path / "away.db")
    create(path, ONE)
    words.damaged()
    assert path.exists()
    words.close()
    with pytest.raises(MarksError, match="replaced by another program"):
        words.rows("SELECT text FROM word")


def test_a_missing_file_is_not_made_in_passing(tmp_path: Path) -> None:
    path = tmp_path / "words.db"
    words = database(path)
    words.close()
    remove(path)
    with pytest.raises(MarksError, match="cannot be opened"):
        words.rows("SELECT text FROM word")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_of_ours_is_made_with_its_parents(tmp_path: Path) -> None:
    private_folder(tmp_path / "a" / "b")
    private_folder(tmp_path / "a" / "b")
    (tmp_path / "file").touch()
    with pytest.raises(NotADirectoryError):
        private_folder(tmp_path / "file" / "c")


def test_the_exception_is_the_one_that_was_asked_for() -> None:
    words = Database(None, ONE, CatalogueError, noun="the words", damage="", precious=False)
    assert isinstance(words.damaged(), CatalogueError)
