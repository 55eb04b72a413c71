"""A collection is forgotten, and nothing else is."""

import signal
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from reader.errors import CatalogueError, MarksError, UsageError
from reader.library import Library
from reader.library.caches import caches, clear
from reader.library.facts import facts
from reader.library.forgetting import called, forget, marked, together
from reader.library.lock import WRITER, exclusive
from reader.library.session import left_at
from reader.library.shelf import Remembered, remembered
from reader.marks.dumps import FOLDER as DUMPS
from reader.settings import FULL, Settings
from tests.library.folders import fill, opened, settings_in

KILLED = """
import os, sys
from pathlib import Path
from reader.library import forgetting
from reader.library.forgetting import forget, together
from reader.settings import Settings
home = Path(sys.argv[1])
settings = Settings(home / "cache", home / "data", home / "config", home / "state")
setattr(forgetting, sys.argv[3], lambda *given: os.kill(os.getpid(), 9))
forget(together([Path(sys.argv[2])], settings), settings, marks=True)
"""


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return settings_in(tmp_path / "home")


def kept(tmp_path: Path, name: str) -> Remembered:
    """A collection of this name, up to date, with a tag and a place where it was left."""
    with opened(tmp_path / "home", fill(tmp_path / name, range(3))) as library:
        library.tag(library.rows(0, 2), ["sea"], [])
        library.leave_at(library.documents(library.order())[0])
        return Remembered((tmp_path / name,))


def bytes_of(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_all_but_the_marks_is_forgotten_and_no_other_collection(
    tmp_path: Path, settings: Settings
) -> None:
    pages, others = kept(tmp_path, "pages"), kept(tmp_path, "others")
    before, noted = bytes_of(tmp_path / "pages"), list(facts(settings))
    done = forget(pages, settings)
    assert (done.of, done.marks, done.dump) == (pages, 0, None)
    assert done.size > 4_096
    assert [one.paths for one in remembered(settings)] == [others.paths]
    assert [cache.key for cache in caches(settings)] == [others.key]
    assert left_at(settings, pages.key) == ""
    assert left_at(settings, others.key)
    assert list(facts(settings)) == noted
    assert bytes_of(tmp_path / "pages") == before
    with opened(tmp_path / "home", tmp_path / "pages") as library:
        assert library.find("tag:sea").total == 2


def test_marks_are_forgotten_with_it_and_written_down_first(
    tmp_path: Path, settings: Settings
) -> None:
    pages, others = kept(tmp_path, "pages"), kept(tmp_path, "others")
    before = list(facts(settings))
    assert marked(pages, settings) == 2
    done = forget(pages, settings, marks=True)
    assert done.marks == 2
    assert done.dump is not None
    assert done.dump.parent == settings.data / DUMPS
    assert done.dump.stat().st_mode & 0o777 == 0o600
    written = done.dump.read_text("utf-8").splitlines()
    assert sorted([*written, *facts(settings)]) == before
    assert (marked(pages, settings), marked(others, settings)) == (0, 2)
    again = forget(pages, settings, marks=True)
    assert (again.marks, again.dump) == (0, None)


@pytest.mark.parametrize("where", ["_written", "discard", "_forget_marks"])
def test_killed_in_between_nothing_is_lost_and_it_can_be_done_again(
    tmp_path: Path, settings: Settings, where: str
) -> None:
    pages = kept(tmp_path, "pages")
    before = list(facts(settings))
    program = [sys.executable, "-c", KILLED, f"{tmp_path}/home", f"{tmp_path}/pages", where]
    assert subprocess.run(program, check=False).returncode == -signal.SIGKILL
    dumps = [path.read_text("utf-8").splitlines() for path in (settings.data / DUMPS).glob("*")]
    assert before in (list(facts(settings)), *dumps)
    assert together([tmp_path / "pages"], settings) is not None
    forget(pages, settings, marks=True)
    assert not [*remembered(settings), *facts(settings), *caches(settings)]


def test_what_is_open_or_being_indexed_is_not_forgotten(tmp_path: Path, settings: Settings) -> None:
    pages = kept(tmp_path, "pages")
    before = list(facts(settings))
    library = Library.open([tmp_path / "pages"], settings)
    with pytest.raises(CatalogueError, match="pages is open in another window"):
        forget(pages, settings, marks=True)
    library.close()
    with (
        exclusive(settings.cache / pages.key / WRITER, wait=False),
        pytest.raises(CatalogueError, match="pages is being brought up to date"),
    ):
        forget(pages, settings, marks=True)
    assert list(facts(settings)) == before
    assert forget(pages, settings).size > 4_096


def test_marks_that_cannot_be_written_down_are_kept(tmp_path: Path, settings: Settings) -> None:
    pages = kept(tmp_path, "pages")
    before = list(facts(settings))
    clear(settings.data / DUMPS)
    (settings.data / DUMPS).write_bytes(b"in the way")
    with pytest.raises(MarksError, match="nothing was forgotten"):
        forget(pages, settings, marks=True)
    assert list(facts(settings)) == before
    assert len(caches(settings)) == 1


def test_collections_are_called_by_path_name_or_longer_name(
    tmp_path: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    one, two, letters = (kept(tmp_path, name) for name in ("a/press", "b/press", "letters"))
    assert called("letters", settings) is not None
    assert _paths(called("letters", settings)) == letters.paths
    assert _paths(called("b/press", settings)) == two.paths
    assert _paths(called(str(tmp_path / "a" / "press"), settings)) == one.paths
    with pytest.raises(UsageError, match=r"several .* press: say which of a/press, b/press"):
        called("press", settings)
    assert called("nowhere", settings) is None
    assert together([tmp_path / "nowhere"], settings) is None


def _paths(one: Remembered | None) -> tuple[Path, ...]:
    assert one is not None
    return one.paths


def test_a_collection_whose_folder_is_gone_is_forgotten_too(
    tmp_path: Path, settings: Settings
) -> None:
    pages = kept(tmp_path, "pages")
    for file in (tmp_path / "pages").iterdir():
        file.unlink()
    (tmp_path / "pages").rmdir()
    found = called(str(tmp_path / "pages"), settings)
    assert _paths(found) == pages.paths
    assert forget(pages, settings, marks=True).marks == 2
    assert called(str(tmp_path / "pages"), settings) is None


def test_on_a_full_disk_marks_are_not_forgotten(tmp_path: Path, settings: Settings) -> None:
    one = kept(tmp_path, "pages")
    before = list(facts(settings))
    with pytest.raises(MarksError, match="free some space"):
        forget(one, replace(settings, unkept=FULL), marks=True)
    assert list(facts(settings)) == before
    assert [each.of.paths for each in caches(settings) if each.of] == [one.paths]
