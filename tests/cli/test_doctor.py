"""doctor as the shell sees it."""

import json
import random
import shutil
from pathlib import Path

import pytest

from tests.cli.running import Ran, Shelf, reader, shelf

FLIPS = 12  # files damaged, one after the other
OURS = (".cache", ".local")


@pytest.fixture
def kept(tmp_path: Path) -> Shelf:
    """A collection with tags."""
    kept = shelf(tmp_path / "home")
    assert kept.reader("tag", "+sea", "title:harbour").code == 0
    assert kept.reader("ls").code == 0  # with the dump of today
    return kept


def all_of(home: Path) -> dict[str, bytes]:
    """Every file of ours, byte for byte."""
    return {
        str(path): path.read_bytes()
        for name in OURS
        for path in (home / name).rglob("*")
        if path.is_file()
    }


def cache_of(kept: Shelf) -> Path:
    (cache,) = (kept.home / ".cache" / "reader").iterdir()
    return cache


def clean(ran: Ran) -> bool:
    return "Traceback" not in ran.err and "Traceback" not in ran.out


def test_all_is_well_and_nothing_is_written(kept: Shelf) -> None:
    before = all_of(kept.home)
    ran = kept.reader("doctor", "--all")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.splitlines()[0] == "all is well"
    assert kept.reader("doctor", "--fix").out == kept.reader("doctor").out
    told = json.loads(kept.reader("doctor", "--json").out)
    assert (told["v"], told["findings"]) == (1, [])
    assert told["facts"]["collections"] == "1"
    assert all_of(kept.home) == before


def test_a_finding_is_a_line_with_a_remedy_and_is_mended_on_request(kept: Shelf) -> None:
    (cache_of(kept) / "catalogue.db").write_bytes(b"no")
    before = all_of(kept.home)
    ran = kept.reader("doctor")
    assert ran.code == 1
    line, summary, *_ = ran.out.splitlines()
    assert line.startswith(f"catalogue: {cache_of(kept)}: it is damaged; it can be deleted")
    assert summary == "1 finding; reader doctor --fix mends what loses nothing"
    assert all_of(kept.home) == before
    (finding,) = json.loads(kept.reader("doctor", "--json").out)["findings"]
    assert list(finding) == ["check", "where", "what", "remedy", "mendable", "mended", "failed"]
    mended = kept.reader("doctor", "--fix")
    assert (mended.code, mended.out.splitlines()[1]) == (0, "1 finding, all mended")
    assert kept.reader("ls", "tag:sea").code == 0
    assert kept.reader("doctor").code == 0


def test_what_cannot_be_mended_stays_a_finding(kept: Shelf) -> None:
    config = kept.home / ".config" / "reader"
    config.mkdir(parents=True)
    (config / "config.toml").write_text("colour = 'red'\n", "utf-8")
    ran = kept.reader("doctor", "--fix")
    assert ran.code == 1
    assert "no setting 'colour'" in ran.out
    assert ran.out.splitlines()[1] == "1 finding"


def test_what_is_not_there_cannot_be_looked_at(tmp_path: Path) -> None:
    ran = reader(tmp_path, tmp_path, "doctor", "--in", "nowhere")
    assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1)


def test_damaged_marks_are_moved_aside_and_the_newest_dump_is_restored(kept: Shelf) -> None:
    marks = kept.reader("dump").out
    file = kept.home / ".local" / "share" / "reader" / "marks.db"
    damaged = b"no" * 9_000
    file.write_bytes(damaged)
    for words in (["ls"], ["dump"], ["tag", "+x", "title:tide"]):
        refused = kept.reader(*words)
        assert (refused.code, refused.err.count("\n")) == (2, 1)
    looked = kept.reader("doctor")
    assert (looked.code, file.read_bytes()) == (1, damaged)
    mended = kept.reader("doctor", "--fix")
    assert mended.code == 0
    aside = next(file.parent.glob("marks.db.damaged-*"))
    newest = next((file.parent / "dumps").iterdir())
    assert str(aside) in mended.out
    assert str(newest) in mended.out
    assert aside.read_bytes() == damaged
    assert kept.reader("dump").out == marks == newest.read_text("utf-8")
    assert kept.reader("doctor").code == 0


@pytest.mark.parametrize("seed", range(2))
def test_no_flipped_byte_loses_a_mark_or_shows_a_traceback(
    kept: Shelf, seed: int, tmp_path: Path
) -> None:
    chance = random.Random(seed)
    data = kept.home / ".local" / "share" / "reader"
    marks = kept.reader("dump").out
    assert marks
    shutil.copytree(data, tmp_path / "data")
    for turn in range(FLIPS):
        files = sorted(path for path in map(Path, all_of(kept.home)) if path.stat().st_size)
        file = data / "marks.db" if turn % 4 == 0 else chance.choice(files)
        content = bytearray(file.read_bytes())
        for _ in range(chance.choice((1, 200))):
            content[chance.randrange(len(content))] ^= chance.randrange(1, 256)
        file.write_bytes(content)
        before, damaged = all_of(kept.home), (data / "marks.db").read_bytes()
        looked = kept.reader("doctor", "--all")
        assert clean(looked), file
        assert looked.code in (0, 1)
        assert all_of(kept.home) == before
        mended = kept.reader("doctor", "--all", "--fix")
        assert clean(mended), file
        assert mended.code == 0, mended.out
        untouched = (data / "marks.db").read_bytes() == damaged
        again = kept.reader("search", "harbour")
        assert clean(again), file
        dumped = kept.reader("dump")
        assert clean(dumped), file
        # A flip that changes a word and no structure cannot be seen.
        assert dumped.out == marks or (untouched and file.name == "marks.db"), file
        assert again.code == 0 or (untouched and file.name == "marks.db"), (file, again.err)
        shutil.rmtree(data)
        shutil.copytree(tmp_path / "data", data)
