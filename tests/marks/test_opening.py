"""A file of marks is opened sound or left as it is; what was acknowledged survives."""

import os
import random
import resource
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from reader.errors import MarksError
from reader.marks import Deed, Key, Marks
from reader.marks.dumps import dumps

KEY = Key("/docs/moon.txt")

TAGGER = """
import sys
from pathlib import Path
from reader.marks import Key, Marks
path, name, times = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
marks = Marks(path)
for number in range(times):
    marks.tag({Key("/docs/moon.txt"): b"m" * 32}, [f"{name}-{number}"], [])
    sys.stdout.write(f"{name}-{number}\\n")
    sys.stdout.flush()
"""


KILLED = """
import os, signal, sys
from pathlib import Path
from reader.marks import Marks
calls = int(sys.argv[2])
def count(frame, event, argument):
    # Killed at some call of the upgrade, which is over in a moment: a clock would miss it.
    global calls
    here = frame.f_code.co_filename
    if "upgrading" in here or "dumps" in here:
        calls -= 1
        if calls < 0:
            os.kill(os.getpid(), signal.SIGKILL)
sys.setprofile(count)
Marks(Path(sys.argv[1]))
"""
FIXTURES = Path(__file__).parent / "older"


def older(path: Path, version: int) -> Path:
    """A file of marks as an older reader left it."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.executescript((FIXTURES / f"version_{version}.sql").read_text("utf-8"))
    return path


def filled(path: Path) -> Path:
    """A file of marks with a few hundred facts, its journal played into it."""
    marks = Marks(path)
    for number in range(40):
        key = Key(f"/docs/{number}.txt")
        marks.tag({key: b"m" * 32}, [f"tag-{tag}" for tag in range(number % 9 + 1)], [])
    marks.close()
    return path


def contents(path: Path) -> dict[str, bytes]:
    """All facts in the folder: what connections tell each other and an empty journal are none."""
    return {
        file.name: file.read_bytes()
        for file in path.parent.iterdir()
        if file == path or (file.is_file() and file.stat().st_size and file.suffix != ".db-shm")
    }


def run(path: Path, name: str, times: int) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-c", TAGGER, str(path), name, str(times)],
        stdout=subprocess.PIPE,
        text=True,
    )


def test_four_processes_that_start_and_write_at_once_lose_nothing(tmp_path: Path) -> None:
    path = tmp_path / "data" / "marks.db"
    writers = [run(path, f"writer{number}", 50) for number in range(4)]
    acknowledged = {name for writer in writers for name in writer.communicate()[0].split()}
    assert [writer.returncode for writer in writers] == [0] * 4
    assert Marks(path).of([KEY])[KEY].added == acknowledged
    assert len(acknowledged) == 200


def test_a_killed_writer_loses_nothing_that_was_acknowledged(tmp_path: Path) -> None:
    path = tmp_path / "data" / "marks.db"
    acknowledged: set[str] = set()
    for round_number in range(8):
        writer = run(path, f"round{round_number}", 100_000)
        assert writer.stdout is not None
        for _ in range(round_number * 7):
            acknowledged.add(writer.stdout.readline().strip())
        writer.send_signal(signal.SIGKILL)
        rest = writer.communicate()[0]
        acknowledged |= {line for line in rest.splitlines(keepends=False) if rest.endswith("\n")}
        kept = Marks(path).of([KEY])
        assert acknowledged <= (kept[KEY].added if kept else set())
    assert len(acknowledged) > 100


def test_a_flipped_byte_is_never_written_over(tmp_path: Path) -> None:
    path = filled(tmp_path / "marks.db")
    whole, chance = path.read_bytes(), random.Random(0)
    refused = 0
    for _ in range(100):
        damaged = bytearray(whole)
        damaged[chance.randrange(len(whole))] ^= 1 << chance.randrange(8)
        path.write_bytes(damaged)
        before = contents(path)
        try:
            Marks(path).close()
        except MarksError:
            refused += 1
        assert contents(path) == before
    assert refused


@pytest.mark.parametrize("place", [0, 18, 19, 20, 21, 59, 100, 4096])
def test_a_broken_head_is_refused_in_a_sentence(tmp_path: Path, place: int) -> None:
    path = filled(tmp_path / "marks.db")
    damaged = bytearray(path.read_bytes())
    damaged[place] ^= 0xFF
    path.write_bytes(damaged)
    before = contents(path)
    with pytest.raises(MarksError, match=r"marks\.db"):
        Marks(path).tag({KEY: b""}, ["a"], [])
    assert contents(path) == before


@pytest.mark.parametrize("length", [0, 1, 50, 4096, 5000, 12_288])
def test_a_truncated_file_is_refused_and_stays(tmp_path: Path, length: int) -> None:
    path = filled(tmp_path / "marks.db")
    Marks(path).back_up()
    os.truncate(path, length)
    before = contents(path)
    with pytest.raises(
        MarksError, match=r"damaged.*the newest dump:.* reader restore .*marks-.*\.txt"
    ):
        Marks(path)
    assert contents(path) == before


def test_the_file_of_another_program_is_refused_and_stays(tmp_path: Path) -> None:
    path = tmp_path / "marks.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE theirs (x)")
    before = contents(path)
    with pytest.raises(MarksError, match="not a file of marks"):
        Marks(path)
    assert contents(path) == before


def test_a_newer_file_is_refused_and_stays(tmp_path: Path) -> None:
    path = filled(tmp_path / "marks.db")
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 99")
    before = contents(path)
    with pytest.raises(MarksError, match=r"newer reader.*upgrade"):
        Marks(path)
    assert contents(path) == before


def test_a_journal_without_its_file_is_not_played_into_a_new_one(tmp_path: Path) -> None:
    path = tmp_path / "marks.db"
    writer = run(path, "a", 3)
    writer.communicate()
    path.unlink()
    for name in ("marks.db-wal", "marks.db-journal"):
        path.with_name(name).write_bytes(b"frames")
        with pytest.raises(MarksError, match="journal"):
            Marks(path)
        assert [file.name for file in tmp_path.iterdir()] == [name]
        path.with_name(name).unlink()


def test_a_folder_that_cannot_be_made_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(MarksError, match="cannot keep marks in"):
        Marks(tmp_path / "file" / "marks.db")


def test_a_commit_reaches_the_disk_before_it_is_acknowledged(tmp_path: Path) -> None:
    marks = Marks(tmp_path / "marks.db")
    assert marks._database.rows("PRAGMA synchronous") == [(2,)]
    assert marks._database.rows("PRAGMA journal_mode") == [("wal",)]


def test_a_full_disk_loses_the_new_tag_and_nothing_earlier(tmp_path: Path) -> None:
    path = filled(tmp_path / "marks.db")
    marks = Marks(path)
    before = list(marks.dump())
    limit = resource.getrlimit(resource.RLIMIT_FSIZE)
    heard = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1_000, limit[1]))
    try:
        with pytest.raises(MarksError, match="nothing was saved"):
            marks.tag({KEY: b""}, ["lost"], [])
        assert list(marks.dump()) == before
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limit)
        signal.signal(signal.SIGXFSZ, heard)
    marks.tag({KEY: b""}, ["kept"], [])
    assert list(Marks(path).dump()) == sorted([*before, 'tag "/docs/moon.txt" kept'])


@pytest.mark.parametrize("version", [1, 2, 3, 4])
def test_a_file_of_an_older_reader_keeps_every_fact_and_is_dumped_before(
    tmp_path: Path, version: int
) -> None:
    path = older(tmp_path / "marks.db", version)
    marks = Marks(path)
    facts = (FIXTURES / f"version_{version}.txt").read_text("utf-8").splitlines()
    assert list(marks.dump()) == facts
    (dump,) = dumps(tmp_path / "dumps")
    assert dump.read_text("utf-8").splitlines() == facts
    marks.tag({KEY: b"m" * 32}, ["new"], [], Deed("here", "new"))
    assert marks.undo("here") == "new"
    assert list(marks.dump()) == facts
    marks.close()
    assert sorted(file.name for file in tmp_path.iterdir()) == ["dumps", "marks.db"]


def test_an_upgrade_killed_at_any_time_leaves_one_sound_file_with_every_fact(
    tmp_path: Path,
) -> None:
    facts = (FIXTURES / "version_2.txt").read_text("utf-8").splitlines()
    chance = random.Random(0)
    for number in range(12):
        folder = tmp_path / str(number)
        folder.mkdir()
        path = older(folder / "marks.db", 2)
        opener = subprocess.Popen(
            [sys.executable, "-c", KILLED, str(path), str(chance.randrange(110))]
        )
        opener.communicate()
        marks = Marks(path)
        assert list(marks.dump()) == facts
        marks.close()
        assert sorted(file.name for file in folder.iterdir()) == ["dumps", "marks.db"]


@pytest.mark.parametrize("room", [1_000, 20_000])
def test_an_upgrade_without_room_for_it_is_a_sentence_and_leaves_the_old_file(
    tmp_path: Path, room: int
) -> None:
    path = older(tmp_path / "marks.db", 2)
    limit = resource.getrlimit(resource.RLIMIT_FSIZE)
    heard = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (room, limit[1]))
    try:
        with pytest.raises(MarksError, match="cannot open the marks"):
            Marks(path)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limit)
        signal.signal(signal.SIGXFSZ, heard)
    facts = (FIXTURES / "version_2.txt").read_text("utf-8").splitlines()
    assert list(Marks(path).dump()) == facts


def test_those_who_start_during_an_upgrade_wait_and_lose_nothing(tmp_path: Path) -> None:
    path = older(tmp_path / "marks.db", 2)
    writers = [run(path, f"writer{number}", 20) for number in range(4)]
    acknowledged = {name for writer in writers for name in writer.communicate()[0].split()}
    assert [writer.returncode for writer in writers] == [0] * 4
    assert len(acknowledged) == 80
    assert acknowledged <= Marks(path).of([KEY])[KEY].added
    assert len(dumps(tmp_path / "dumps")) == 1


def test_a_file_that_an_older_reader_has_open_is_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = older(tmp_path / "marks.db", 2)
    monkeypatch.setattr("reader.marks.opening.BUSY_SECONDS", 0.1)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("SELECT * FROM document").fetchall()
        before = contents(path)
        with pytest.raises(MarksError, match="open in an older reader: quit it"):
            Marks(path)
        assert contents(path) == before


def test_marks_on_a_network_have_a_journal_that_works_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Marks(tmp_path / "marks.db").close()
    monkeypatch.setattr("reader.marks.opening.file_system", lambda folder: "nfs4")
    for path in (tmp_path / "marks.db", tmp_path / "new" / "marks.db"):
        marks = Marks(path)
        marks.tag({KEY: b"m" * 32}, ["a"], [])
        assert marks._database.rows("PRAGMA journal_mode") == [("delete",)]
        assert marks._database.rows("PRAGMA synchronous") == [(2,)]
        assert not path.with_name("marks.db-wal").exists()


def test_a_folder_in_their_place_is_refused_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "marks.db").mkdir()
    with pytest.raises(MarksError, match="are a folder: move it away"):
        Marks(tmp_path / "marks.db")
