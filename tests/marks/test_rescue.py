"""A damaged file is told, never written, and moved aside whole."""

import random
import shlex
import subprocess
from datetime import date
from pathlib import Path

import pytest

from reader.errors import MarksError
from reader.marks import Key, Marks
from reader.marks.dumps import write_dump
from reader.marks.rescue import advice, inspected, rescue

MOON = {Key("/docs/moon"): b"m" * 32}


def filled(path: Path) -> Path:
    marks = Marks(path)
    marks.tag(MOON, [f"tag-{number}" for number in range(200)], [])
    marks.close()
    return path


def test_sound_marks_and_none_at_all_have_nothing_wrong(tmp_path: Path) -> None:
    assert inspected(tmp_path / "marks.db") == ""
    assert inspected(filled(tmp_path / "marks.db")) == ""


def test_what_is_wrong_is_a_sentence_and_nothing_is_written(tmp_path: Path) -> None:
    path = filled(tmp_path / "marks.db")
    whole, chance, told = path.read_bytes(), random.Random(1), 0
    for _ in range(60):
        damaged = bytearray(whole)
        for _ in range(40):
            damaged[chance.randrange(len(whole))] ^= 1 << chance.randrange(8)
        path.write_bytes(damaged)
        said = inspected(path)
        told += str(path) in said
        assert path.read_bytes() == damaged
    assert told > 50
    path.unlink()
    path.with_name("marks.db-wal").write_bytes(b"frames")
    assert "gone, but not their journal" in inspected(path)
    assert inspected(tmp_path)


def test_the_sentence_names_commands_that_bring_the_newest_dump_back(tmp_path: Path) -> None:
    path = filled(tmp_path / "my data" / "marks.db")
    assert "there is no dump" in advice(path)
    facts = list(Marks(path).dump())
    dump = write_dump(path, facts)
    commands = advice(path).partition("newest dump: ")[2].split(" && ")
    assert commands[-1] == f"reader restore {shlex.quote(str(dump))}"
    for command in commands[:-1]:
        subprocess.run(command, shell=True, check=True)
    assert not path.exists()
    Marks(path).restore(Path(shlex.split(commands[-1])[-1]).read_text("utf-8").splitlines(), False)
    assert list(Marks(path).dump()) == facts
    assert "damaged-2" in advice(path)


def test_a_rescued_file_keeps_its_journal_and_covers_no_other(tmp_path: Path) -> None:
    path = tmp_path / "marks.db"
    for number, ending in enumerate(("", "-2", "-3")):
        path.write_bytes(b"damaged %d" % number)
        path.with_name("marks.db-wal").write_bytes(b"journal %d" % number)
        aside = rescue(path, filled(tmp_path / f"new{ending}" / "marks.db"))
        assert aside.name == f"marks.db.damaged-{date.today()}{ending}"
        assert aside.read_bytes() == b"damaged %d" % number
        assert aside.with_name(f"{aside.name}-wal").read_bytes() == b"journal %d" % number
        assert inspected(path) == ""
    assert len(Marks(path).of(MOON)) == 1


def test_a_kill_leaves_the_damaged_file_or_the_fresh_one(tmp_path: Path) -> None:
    path = tmp_path / "marks.db"
    path.write_bytes(b"damaged")
    with pytest.raises(MarksError):
        rescue(path, tmp_path / "nothing")  # stops where a kill would
    assert path.read_bytes() == b"damaged"
    assert rescue(path, filled(tmp_path / "new" / "marks.db")).name.endswith("-2")
    assert len(Marks(path).of(MOON)) == 1
