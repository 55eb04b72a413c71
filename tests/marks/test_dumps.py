"""A dump is kept a day if there is anything new, and seven stay."""

import os
import resource
import signal
import stat
from datetime import date, timedelta
from pathlib import Path

from reader.marks import Key, Marks
from reader.marks.dumps import dumps, is_due, write_dump

MOON = {Key("/docs/moon"): b"m" * 32}
TODAY = date(2026, 11, 22)


def kept(path: Path) -> list[str]:
    """Names of the dumps, newest first, on a day when none is in the future."""
    return [dump.name for dump in dumps(path.parent / "dumps", TODAY + timedelta(30))]


def test_a_dump_is_due_once_a_day_and_only_after_a_change(tmp_path: Path) -> None:
    path = tmp_path / "marks.db"
    marks = Marks(path)
    marks.tag(MOON, ["a"], [])
    assert is_due(path, TODAY)
    assert write_dump(path, marks.dump(), TODAY) == tmp_path / "dumps" / "marks-2026-11-22.txt"
    assert not is_due(path, TODAY)
    assert is_due(path, TODAY + timedelta(1))  # a change of the same second may not be in it
    os.utime(path, (0, 0))
    os.utime(tmp_path / "marks.db-wal", (0, 0))
    assert not is_due(path, TODAY + timedelta(1))
    marks.tag(MOON, ["b"], [])
    assert not is_due(path, TODAY)
    assert is_due(path, TODAY + timedelta(1))
    marks.close()


def test_a_dump_says_what_the_command_does_and_is_for_its_owner(tmp_path: Path) -> None:
    marks = Marks(tmp_path / "data" / "marks.db")
    marks.back_up()
    assert kept(tmp_path / "data" / "marks.db") == []
    marks.tag(MOON, ["a"], [])
    marks.back_up()
    (dump,) = dumps(tmp_path / "data" / "dumps")
    assert dump.read_text("utf-8").splitlines() == list(marks.dump())
    assert stat.S_IMODE(dump.stat().st_mode) == 0o600
    assert stat.S_IMODE(dump.parent.stat().st_mode) == 0o700


def test_seven_dumps_stay_and_files_of_others_too(tmp_path: Path) -> None:
    path = tmp_path / "marks.db"
    (tmp_path / "dumps").mkdir()
    (tmp_path / "dumps" / "marks-mine.txt").touch()
    for day in range(9):
        write_dump(path, [f"fact {day}"], TODAY + timedelta(day))
    assert kept(path) == [f"marks-{TODAY + timedelta(day)}.txt" for day in range(8, 1, -1)]
    assert (tmp_path / "dumps" / "marks-mine.txt").exists()


def test_the_same_facts_are_not_kept_twice(tmp_path: Path) -> None:
    path = tmp_path / "marks.db"
    first = write_dump(path, ["fact"], TODAY)
    assert write_dump(path, ["fact"], TODAY + timedelta(1)) == first
    assert kept(path) == ["marks-2026-11-22.txt"]


def test_a_full_disk_keeps_the_dumps_there_are_and_fails_nothing(tmp_path: Path) -> None:
    path = tmp_path / "marks.db"
    write_dump(path, ["fact"], TODAY)
    limit = resource.getrlimit(resource.RLIMIT_FSIZE)
    heard = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1_000, limit[1]))
    try:
        assert write_dump(path, ["x" * 5_000], TODAY + timedelta(1)) is None
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limit)
        signal.signal(signal.SIGXFSZ, heard)
    assert [file.name for file in (tmp_path / "dumps").iterdir()] == ["marks-2026-11-22.txt"]


def test_where_no_folder_can_be_made_there_is_no_dump(tmp_path: Path) -> None:
    (tmp_path / "dumps").touch()
    assert write_dump(tmp_path / "marks.db", ["fact"]) is None
    assert dumps(tmp_path / "dumps") == []


def test_a_dump_of_a_day_to_come_stands_in_no_way(tmp_path: Path) -> None:
    path = tmp_path / "marks.db"
    marks = Marks(path)
    marks.tag(MOON, ["a"], [])
    later = [write_dump(path, [f"fact {day}"], TODAY + timedelta(day)) for day in range(1, 9)]
    assert is_due(path, TODAY)
    today = write_dump(path, marks.dump(), TODAY)
    assert not is_due(path, TODAY)
    assert dumps(tmp_path / "dumps", TODAY)[:2] == [today, later[-1]]
    marks.close()
