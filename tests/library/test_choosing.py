"""Which collection is meant when nobody says so."""

from pathlib import Path

import pytest

from reader.library.choosing import chosen, vast
from reader.library.collection import Collection
from reader.library.shelf import FOLDER, note
from reader.settings import Settings
from tests.library.folders import fill, settings_in


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home folder with a document; its user is in an empty folder elsewhere."""
    home, here = fill(tmp_path / "home", range(1)), tmp_path / "here"
    here.mkdir()
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.chdir(here)
    return home


@pytest.fixture
def settings(home: Path) -> Settings:
    return settings_in(home / "settings")


def remember(paths: list[Path], settings: Settings) -> None:
    note(Collection.of(paths), settings, shown=True)


def resolved(paths: list[Path]) -> list[Path]:
    return [path.resolve() for path in paths]


def test_paths_that_are_named_are_meant(home: Path, settings: Settings) -> None:
    remember([home], settings)
    assert chosen([Path("absent"), home], settings) == [Path("absent"), home]


def test_without_a_path_the_current_folder_is_meant(home: Path, settings: Settings) -> None:
    remember([home], settings)
    fill(Path("deep"), range(1))
    assert resolved(chosen([], settings)) == [Path.cwd()]


@pytest.mark.parametrize("there", ["nothing", "no document", "home", "gone"])
def test_where_there_is_no_document_the_last_collection_is_meant(
    there: str, home: Path, settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    press, letters = fill(tmp_path / "press", range(1)), fill(tmp_path / "letters", range(1))
    monkeypatch.chdir(tmp_path)
    remember([Path("press"), letters], settings)
    monkeypatch.chdir(tmp_path / "here")
    if there == "no document":
        Path("picture.png").write_bytes(b"\x89PNG\r\n")
        Path(".hidden.txt").write_text("Text.", "utf-8")
    if there == "home":
        monkeypatch.chdir(home)
    if there == "gone":
        (tmp_path / "here").rmdir()
    assert chosen([], settings) == [letters, press]


def test_without_a_last_collection_the_current_folder_is_meant_all_the_same(
    settings: Settings,
) -> None:
    assert resolved(chosen([], settings)) == [Path.cwd()]


@pytest.mark.parametrize(
    "noted", ["", "{", "null", "7", "[]", "[7]", '["/nowhere/at/all"]', '{"a": 1}', "\xff"]
)
def test_a_note_that_makes_no_sense_any_more_is_no_note(noted: str, settings: Settings) -> None:
    (settings.state / FOLDER).mkdir(parents=True)
    (settings.state / FOLDER / "0123456789abcdef").write_text(noted, "latin-1")
    assert resolved(chosen([], settings)) == [Path.cwd()]


def test_a_last_collection_of_which_a_part_is_gone_is_not_meant(
    home: Path, settings: Settings
) -> None:
    other = fill(home / "other", range(1))
    remember([home, other], settings)
    (other / "000.txt").unlink()
    other.rmdir()
    assert resolved(chosen([], settings)) == [Path.cwd()]


def test_what_was_on_the_screen_counts_for_more_than_what_a_command_opened(
    home: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    times = iter(range(1_000, 2_000))
    monkeypatch.setattr("time.time", lambda: next(times))
    other = fill(home / "other", range(1))
    note(Collection.of([other]), settings)
    assert chosen([], settings) == [other]
    remember([home], settings)
    note(Collection.of([other]), settings)
    assert chosen([], settings) == [home]


def test_a_file_alone_is_never_the_last_collection(home: Path, settings: Settings) -> None:
    remember([home / "000.txt"], settings)
    assert resolved(chosen([], settings)) == [Path.cwd()]


def test_a_path_of_any_bytes_is_remembered(home: Path, settings: Settings) -> None:
    odd = home / "caf\udce9\n\x1b"
    try:
        odd.mkdir()
    except OSError:
        pytest.skip("this file system takes no such names")
    remember([odd], settings)
    assert chosen([], settings) == [odd]


def test_a_state_folder_that_cannot_be_written_is_no_matter(home: Path, settings: Settings) -> None:
    settings.data.parent.mkdir()
    settings.state.write_text("A file where a folder should be.", "ascii")
    remember([home], settings)
    assert resolved(chosen([], settings)) == [Path.cwd()]


def test_the_home_folder_and_the_root_are_vast_by_any_name(home: Path) -> None:
    link = home.parent / "link"
    link.symlink_to(home)
    (home / "deep").mkdir()
    for path in (home, Path("~"), link, home / "deep" / ".."):
        assert vast([Path("000.txt"), path]) == home
    for path in (Path("/"), Path("/..")):
        assert vast([Path("000.txt"), path]) == Path("/")


def test_nothing_else_is_vast(home: Path) -> None:
    loop = home / "loop"
    loop.symlink_to(loop)
    others = [
        home / "docs",
        home.parent,
        loop,
        Path("absent"),
        Path("~nobody-is-called-so"),
        Path(),
    ]
    assert vast(others) is None
    assert vast([]) is None


def test_the_current_folder_is_not_vast_when_it_is_gone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "gone").mkdir()
    monkeypatch.chdir(tmp_path / "gone")
    (tmp_path / "gone").rmdir()
    assert vast([Path()]) is None


def test_without_a_home_folder_only_the_root_is_vast(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("HOME")
    assert vast([home]) is None
    assert vast([Path("/")]) == Path("/")
