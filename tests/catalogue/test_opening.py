"""A catalogue that is not as it should be is made again without a question."""

import gc
import os
import random
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing, suppress
from pathlib import Path

import pytest

from reader.catalogue import Catalogue
from reader.errors import CatalogueError
from reader.model import Row
from tests.catalogue.documents import judge_all, put, raw

FILLER = """
import sys
from pathlib import Path
from reader.catalogue import Catalogue
from tests.catalogue.documents import put
catalogue = Catalogue(Path(sys.argv[1]))
sys.stdout.write("open\\n")
sys.stdout.flush()
for number in range(int(sys.argv[2])):
    put(catalogue, f"{sys.argv[3]}-{number}", [1, number])
"""


def filled(folder: Path) -> Path:
    catalogue = Catalogue(folder)
    with catalogue.transaction():
        for number in range(60):
            put(catalogue, f"{number}", range(20), document=raw(*(f"line {n}" for n in range(40))))
    catalogue.refresh_levels(lambda count, pages: 3)
    judge_all(catalogue)
    catalogue.close()
    return folder / "catalogue.db"


def exercise(catalogue: Catalogue) -> None:
    """Read all there is and write some."""
    for row in map(Row, catalogue.order(skipped=True)):
        catalogue.content(row)
        catalogue.raw(row)
        catalogue.repetition(row)
    list(catalogue.columns(["title", "folder", "tags", "words"]))
    list(catalogue.stamps())
    catalogue.documents(catalogue.rows(0, 99))
    put(catalogue, "new", [1, 2])
    catalogue.refresh_levels(lambda count, pages: 2)


def run(folder: Path, times: int, name: str) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-c", FILLER, str(folder), str(times), name],
        stdout=subprocess.PIPE,
        text=True,
    )


def test_a_sound_catalogue_is_kept(tmp_path: Path) -> None:
    filled(tmp_path)
    birth = Catalogue(tmp_path).birth
    assert Catalogue(tmp_path).count() == 60
    assert Catalogue(tmp_path).birth == birth


@pytest.mark.parametrize("place", [0, 18, 19, 20, 47, 59, 63, 71, 100, 4096, 8192])
def test_a_broken_page_has_it_made_again(tmp_path: Path, place: int) -> None:
    path = filled(tmp_path)
    birth = Catalogue(tmp_path).birth
    damaged = bytearray(path.read_bytes())
    damaged[place] ^= 0xFF
    path.write_bytes(damaged)
    with suppress(CatalogueError):
        exercise(Catalogue(tmp_path))
    catalogue = Catalogue(tmp_path)
    exercise(catalogue)
    assert catalogue.birth != birth


def test_after_any_flipped_byte_the_next_opening_is_sound(tmp_path: Path) -> None:
    path = filled(tmp_path)
    whole, chance = path.read_bytes(), random.Random(0)
    for _ in range(40):
        damaged = bytearray(whole)
        damaged[chance.randrange(len(whole))] ^= 1 << chance.randrange(8)
        gc.collect()  # closes connections, whose journal would be taken for that of this file
        path.with_name("catalogue.db-wal").unlink(missing_ok=True)
        path.write_bytes(damaged)
        with suppress(CatalogueError):
            exercise(Catalogue(tmp_path))
        exercise(Catalogue(tmp_path))


@pytest.mark.parametrize("content", [b"", b"x", b"no database\n" * 1_000])
def test_another_file_in_its_place_is_replaced(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "catalogue.db").write_bytes(content)
    (tmp_path / "catalogue.db-wal").write_bytes(b"left over")
    exercise(Catalogue(tmp_path))


@pytest.mark.parametrize(
    "sql",
    [
        "PRAGMA user_version = 99",
        "PRAGMA user_version = 0",
        "PRAGMA application_id = 7",
        "DROP TABLE line",
        "CREATE TABLE extra (x)",
    ],
)
def test_another_schema_is_replaced(tmp_path: Path, sql: str) -> None:
    with closing(sqlite3.connect(filled(tmp_path))) as connection:
        connection.execute(sql)
    catalogue = Catalogue(tmp_path)
    assert catalogue.count() == 0
    exercise(catalogue)


def test_a_truncated_catalogue_is_made_again(tmp_path: Path) -> None:
    path = filled(tmp_path)
    for size in range(0, path.stat().st_size, 25_000):
        filled(tmp_path)
        os.truncate(path, size)
        exercise(Catalogue(tmp_path))


def test_a_killed_process_leaves_a_catalogue_that_opens(tmp_path: Path) -> None:
    for round_number in range(6):
        writer = run(tmp_path, 100_000, f"{round_number}")
        assert writer.stdout is not None
        if round_number % 2:
            writer.stdout.readline()
        writer.send_signal(signal.SIGKILL)
        writer.communicate()
        exercise(Catalogue(tmp_path))


def test_processes_that_find_the_same_damage_end_up_in_one_catalogue(tmp_path: Path) -> None:
    os.truncate(filled(tmp_path), 10_000)
    writers = [run(tmp_path, 25, f"{number}") for number in range(4)]
    for writer in writers:
        writer.communicate()
    assert [writer.returncode for writer in writers] == [0] * 4
    assert Catalogue(tmp_path).count() == 100


def test_a_folder_that_cannot_be_made_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(CatalogueError, match="cannot write the catalogue in"):
        Catalogue(tmp_path / "file" / "cache")


def test_a_commit_need_not_reach_the_disk_at_once(tmp_path: Path) -> None:
    database = Catalogue(tmp_path)._database
    assert database.rows("PRAGMA synchronous") == [(1,)]
    assert database.rows("PRAGMA journal_mode") == [("wal",)]
