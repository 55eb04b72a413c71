"""A catalogue looked at from outside."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from reader.catalogue import Catalogue
from reader.catalogue.inspecting import holding, inspected
from reader.catalogue.opening import FILE
from reader.library.workers import pool
from tests.library.folders import fill, opened


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The cache of six pages in two folders, and one that cannot be read."""
    fill(tmp_path / "pages" / "deep", range(3))
    fill(tmp_path / "pages", range(3))
    (tmp_path / "pages" / "picture.txt").write_bytes(b"\x89PNG\r\n" + bytes(200))
    with opened(tmp_path / "home", tmp_path / "pages") as library:
        found = library.settings.cache / library.collection.key
    pool(None).close()  # nobody has it open now
    Catalogue(found).close()  # and no journal is left
    return found


def bytes_of(folder: Path) -> dict[str, tuple[bytes, int]]:
    return {
        str(path): (path.read_bytes(), path.stat().st_mtime_ns)
        for path in folder.rglob("*")
        if path.is_file()
    }


def changed(folder: Path, *statements: str) -> None:
    with closing(sqlite3.connect(folder / FILE)) as connection:
        for statement in statements:
            connection.execute(statement)
        connection.commit()


def test_a_sound_one_is_counted_and_not_a_byte_is_written(folder: Path) -> None:
    before = bytes_of(folder)
    found = inspected(folder)
    with closing(Catalogue(folder)) as catalogue:
        assert found.birth == catalogue.birth
    assert (found.trouble, found.there) == ("", True)
    assert (found.readable, found.waiting, found.folders) == (6, 0, 2)
    assert inspected(folder)._replace(birth=found.birth) == found
    assert bytes_of(folder) == before


def test_where_there_is_none_there_is_no_trouble(tmp_path: Path) -> None:
    assert inspected(tmp_path) == inspected(tmp_path / "absent")
    assert (inspected(tmp_path).trouble, inspected(tmp_path).there) == ("", False)


def test_what_stands_in_its_journal_counts_and_stays_there(folder: Path) -> None:
    with closing(sqlite3.connect(folder / FILE)) as other:
        other.execute("UPDATE document SET judged = 0 WHERE row = 1")
        other.commit()
        before = bytes_of(folder)
        assert (folder / f"{FILE}-wal").stat().st_size > 0
        found = inspected(folder)
        assert (found.trouble, found.waiting) == ("", 1)
        assert bytes_of(folder).keys() == before.keys()
        assert (folder / FILE).read_bytes() == before[str(folder / FILE)][0]


@pytest.mark.parametrize(
    ("statement", "trouble"),
    [
        ("PRAGMA user_version = 1", "it is of version 1, not"),
        ("PRAGMA application_id = 7", "it is no catalogue"),
        ("UPDATE meta SET documents = 99", "its number of documents is wrong"),
        ("DROP TABLE document", "it is damaged"),
    ],
)
def test_what_is_wrong_is_said(folder: Path, statement: str, trouble: str) -> None:
    changed(folder, "PRAGMA journal_mode = DELETE", "PRAGMA foreign_keys = OFF", statement)
    assert inspected(folder).trouble.startswith(trouble)


@pytest.mark.parametrize("content", [b"", b"SQLite format 3\0", os.urandom(5_000)])
def test_what_is_no_database_is_damage(folder: Path, content: bytes) -> None:
    (folder / FILE).write_bytes(content)
    assert inspected(folder).trouble


def test_files_are_found_by_their_digests(folder: Path) -> None:
    with closing(Catalogue(folder)) as catalogue:
        row = catalogue.named("000.txt")
        assert row is not None
        digest = catalogue.digests([row])[row]
    found = holding(folder, [digest, b"x" * 32])
    assert sorted(found) == [(digest, "000.txt"), (digest, "deep/000.txt")]
    (folder / FILE).write_bytes(b"no")
    assert holding(folder, [digest]) == holding(folder / "absent", []) == []


def test_no_damage_is_more_than_a_sentence(folder: Path) -> None:
    whole = (folder / FILE).read_bytes()
    noticed = 0
    for place in range(0, len(whole), len(whole) // 150):
        broken = bytearray(whole)
        broken[place : place + 64] = os.urandom(64)
        (folder / FILE).write_bytes(broken)
        noticed += bool(inspected(folder).trouble)
    assert noticed > 10
