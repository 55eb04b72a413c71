"""The marks and their dumps, as a doctor sees them."""

import os
import random
import time
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from reader.errors import MarksError
from reader.library.doctor import marks as module
from reader.library.doctor.finding import Fact, Finding
from reader.library.doctor.marks import marks
from reader.library.facts import facts
from reader.marks import Key, Marks
from reader.marks.dumps import FOLDER, dumps
from reader.settings import Settings
from tests.disks import leave, small_disk
from tests.library.folders import fill, opened, page, settings_in

LONG_AGO = time.time() - 10 * 86_400


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Settings of a user with tags, and a dump of them."""
    with opened(tmp_path / "home", fill(tmp_path / "pages", range(4))) as library:
        for number in range(40):
            library.tag(library.rows(0, 3), [f"tag-{number}"], [])
        library.back_up()
    return settings_in(tmp_path / "home")


def findings(settings: Settings) -> list[Finding]:
    return [one for one in marks(settings) if isinstance(one, Finding)]


def said(settings: Settings) -> dict[str, str]:
    return dict(one for one in marks(settings) if isinstance(one, Fact))


def files(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def mend(settings: Settings) -> list[str]:
    return [one.mend() for one in findings(settings) if one.mend]


def test_sound_marks_are_counted_and_not_a_byte_is_written(settings: Settings) -> None:
    before = files(settings.data)
    assert findings(settings) == []
    facts_said = said(settings)
    assert facts_said["marks"] == "on 3 documents"
    assert facts_said["newest dump"].endswith(", today")
    assert files(settings.data) == before


def test_without_any_there_is_nothing_wrong(tmp_path: Path) -> None:
    settings = settings_in(tmp_path / "new")
    assert findings(settings) == []
    assert said(settings) == {"newest dump": "none yet", "marks": "none"}
    assert not settings.data.exists()
    with closing(Marks(settings.marks_file)):
        pass
    os.utime(settings.marks_file, (LONG_AGO, LONG_AGO))
    assert findings(settings) == []


def test_damaged_marks_are_moved_aside_and_the_newest_dump_takes_their_place(
    settings: Settings,
) -> None:
    before = list(facts(settings))
    whole, chance, mended = settings.marks_file.read_bytes(), random.Random(3), 0
    for _ in range(12):
        damaged = bytearray(whole)
        for _ in range(60):
            damaged[chance.randrange(len(whole))] ^= 1 << chance.randrange(8)
        settings.marks_file.write_bytes(damaged)
        seen = files(settings.data)
        (one,) = findings(settings)
        assert files(settings.data) == seen
        assert str(next(iter(dumps(settings.data / FOLDER)))) in one.remedy
        assert one.mend is not None
        told = one.mend()
        mended += 1
        aside = next(Path(word.rstrip(";")) for word in told.split() if ".damaged-" in word)
        assert aside.read_bytes() == damaged
        assert list(facts(settings)) == before
        assert findings(settings) == []
        assert settings.marks_file.stat().st_mode & 0o777 == 0o600
    assert mended == len(list(settings.data.glob("*.damaged-*")))


def test_the_newest_dump_that_can_be_read_is_taken(settings: Settings) -> None:
    before = list(facts(settings))
    newest = dumps(settings.data / FOLDER)[0]
    older = newest.with_name("marks-2020-01-01.txt")
    older.write_bytes(newest.read_bytes())
    newest.write_bytes(b"tag nonsense\n")
    settings.marks_file.write_bytes(b"no" * 9_000)
    dump, lost = findings(settings)
    assert (dump.check, dump.where, lost.check) == ("dumps", str(newest), "marks")
    assert "line 1" in dump.what
    assert len(mend(settings)) == 2
    assert list(facts(settings)) == before
    assert newest.with_name(f"{newest.name}.damaged").read_bytes() == b"tag nonsense\n"
    assert findings(settings) == []


def test_without_a_dump_damaged_marks_are_moved_aside_all_the_same(settings: Settings) -> None:
    for dump in dumps(settings.data / FOLDER):
        dump.unlink()
    settings.marks_file.write_bytes(b"no" * 9_000)
    (one,) = findings(settings)
    assert "there is no dump" in one.remedy
    (told,) = mend(settings)
    assert told.endswith("there was no dump: it is empty now")
    assert list(facts(settings)) == []
    assert next(settings.data.glob("*.damaged-*")).read_bytes() == b"no" * 9_000


def test_marks_of_a_newer_reader_are_not_touched(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = bytearray(settings.marks_file.read_bytes())
    content[60:64] = (99).to_bytes(4, "big")  # PRAGMA user_version
    settings.marks_file.write_bytes(content)
    (one,) = findings(settings)
    assert "newer reader" in one.what
    assert one.mend is None


def test_marks_that_cannot_be_read_are_told(settings: Settings) -> None:
    settings.marks_file.unlink()
    settings.marks_file.mkdir()
    (one,) = findings(settings)
    assert "cannot be looked at" in one.what
    assert one.mend is None


def test_a_folder_in_their_place_is_told_with_what_to_do(settings: Settings) -> None:
    settings.marks_file.unlink()
    settings.marks_file.mkdir()
    (one,) = [found for found in findings(settings) if found.check == "marks"]
    assert "move it away" in one.remedy
    assert one.mend is None


def test_what_was_noted_long_ago_must_be_in_a_dump(settings: Settings) -> None:
    for dump in dumps(settings.data / FOLDER):
        dump.unlink()
    assert findings(settings) == []  # there is time until tomorrow
    os.utime(settings.marks_file, (LONG_AGO, LONG_AGO))
    (one,) = findings(settings)
    assert (one.check, one.what) == ("dumps", "what was noted last is in no dump")
    (told,) = mend(settings)
    assert told == f"dumped to {dumps(settings.data / FOLDER)[0]}"
    assert findings(settings) == []


def test_a_dump_that_cannot_be_made_stays_a_finding(settings: Settings) -> None:
    for dump in dumps(settings.data / FOLDER):
        dump.unlink()
    (settings.data / FOLDER).rmdir()
    (settings.data / FOLDER).write_bytes(b"in the way")
    os.utime(settings.marks_file, (LONG_AGO, LONG_AGO))
    (one,) = findings(settings)
    assert one.mend is not None
    with pytest.raises(MarksError, match="no dump could be written"):
        one.mend()


def test_marks_of_files_that_are_gone_are_counted(settings: Settings, tmp_path: Path) -> None:
    pages = tmp_path / "pages"
    (pages / "000.txt").rename(pages / "elsewhere.txt")
    (pages / "001.txt").unlink()
    assert said(settings)["marks of files that are gone"] == (
        "on 2 documents, 0 of which have a copy they could follow"
    )
    fill(tmp_path / "copies", range(1))
    for copy in ("again", "and-again"):  # of two copies neither is the one
        (tmp_path / "copies" / f"{copy}.txt").write_text(page(1), "utf-8")
    with opened(tmp_path / "home", tmp_path / "copies"):  # the other one has followed its copy
        pass
    gone = said(settings)["marks of files that are gone"]
    assert gone == "on 1 documents, 0 of which have a copy they could follow"


def test_what_a_kill_left_behind_among_the_dumps_goes(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    left = [
        settings.data / "marks.db.0a.new",
        settings.data / FOLDER / "marks-2020-01-01.txt.0.new",
    ]
    for path in left:
        path.write_bytes(b"half")
        os.utime(path, (LONG_AGO, LONG_AGO))
    assert [one.where for one in findings(settings)] == list(map(str, left))
    assert mend(settings) == ["deleted"] * 2
    assert findings(settings) == []


def test_a_network_file_system_is_told(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "far_away", lambda path: "nfs4")
    (one,) = findings(replace(settings))
    assert "nfs4" in one.what


def test_on_a_full_disk_damaged_marks_stay_until_there_is_room_for_the_dump(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", 12_000) as disk:
        settings = replace(settings_in(tmp_path / "home"), data=disk)
        with closing(Marks(settings.marks_file)) as noted:
            some = {Key(f"/docs/{number}.txt"): b"m" * 32 for number in range(1_000)}
            noted.tag(some, [f"tag-{number}" for number in range(6)], [])
            noted.back_up()
            facts = list(noted.dump())
        settings.marks_file.write_bytes(b"damaged")
        for room in range(500_000, 4_000_000, 100_000):
            leave(disk, room)
            try:
                mend(settings)
            except (MarksError, OSError):
                assert settings.marks_file.read_bytes() == b"damaged"
                assert not list(disk.glob("*.new*"))
                continue
            break
        assert list(Marks(settings.marks_file).dump()) == facts
