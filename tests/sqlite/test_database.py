"""What is committed is there for all; what fails is a sentence, and takes nothing along."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from threading import Thread

import pytest

from reader.errors import CatalogueError, MarksError
from reader.sqlite import Database, create, remove
from tests.sqlite.words import ONE, database, write


@pytest.fixture(params=["file", "memory"])
def words(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    words = database(tmp_path / "words.db" if request.param == "file" else None)
    yield words
    words.close()


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


def test_the_exception_is_the_one_that_was_asked_for() -> None:
    words = Database(None, ONE, CatalogueError, noun="the words", damage="", precious=False)
    assert isinstance(words.damaged(), CatalogueError)


def test_nothing_is_written_to_a_file_that_lost_its_name(tmp_path: Path) -> None:
    path = tmp_path / "words.db"
    words = database(path)
    write(words, "moon")
    path.rename(tmp_path / "away.db")
    with pytest.raises(MarksError, match="was removed by another program"):
        write(words, "lost")
    create(path, ONE)
    with pytest.raises(MarksError, match="was replaced by another program"):
        write(words, "lost")
    assert words.rows("SELECT text FROM word") == [("moon",)]
    words.close()


def test_a_snapshot_does_not_see_what_others_write_meanwhile(tmp_path: Path) -> None:
    ours, theirs = database(tmp_path / "words.db"), database(tmp_path / "words.db")
    with ours.snapshot():
        assert ours.rows("SELECT text FROM word") == []
        write(theirs, "moon")
        with ours.snapshot():
            assert ours.rows("SELECT text FROM word") == []
    assert ours.rows("SELECT text FROM word") == [("moon",)]
    with ours.transaction(), ours.snapshot():
        assert ours.rows("SELECT text FROM word") == [("moon",)]


def test_a_file_that_was_deleted_just_now_is_a_sentence(tmp_path: Path) -> None:
    def opened() -> Database:
        return Database(
            tmp_path / "words.db", ONE, MarksError, noun="words", damage="", precious=False
        )

    with pytest.raises(MarksError, match="deleted just now"):
        opened()
