"""The folders of ours, as a doctor sees them."""

import os
from pathlib import Path
from types import SimpleNamespace

import pytest

from reader.library.doctor.folders import _private, configuration, disks, folders
from reader.settings import FOLDERS, Settings, load
from tests.disks import leave, small_disk
from tests.library.folders import fill, opened


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    """Settings of a user with an index and a tag."""
    monkeypatch.delenv("READER_RUN_DIR", raising=False)
    for name in FOLDERS:
        monkeypatch.setenv(f"READER_{name.upper()}_DIR", str(tmp_path / "home" / name))
    with opened(tmp_path / "home", fill(tmp_path / "pages", range(2))) as library:
        library.tag(library.rows(0, 1), ["sea"], [])
    return load()


def test_what_reader_makes_is_for_its_owner_alone(settings: Settings) -> None:
    assert list(folders(settings)) == []


def test_folders_that_are_not_there_yet_are_well(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in FOLDERS:
        monkeypatch.setenv(f"READER_{name.upper()}_DIR", str(tmp_path / "new" / name))
    settings = load()
    assert list(folders(settings)) == list(configuration(settings)) == []
    assert not (tmp_path / "new").exists()


def test_what_others_may_look_into_is_found_and_closed(settings: Settings) -> None:
    cache = next(settings.cache.iterdir())
    for path, mode in ((settings.data, 0o755), (settings.marks_file, 0o644), (cache, 0o750)):
        path.chmod(mode)
    found = list(folders(settings))
    assert [one.where for one in found] == list(
        map(str, (settings.data, settings.marks_file, cache))
    )
    assert [one.mend() for one in found if one.mend] == ["only you may look into it now"] * 3
    assert settings.data.stat().st_mode & 0o777 == 0o700
    assert settings.marks_file.stat().st_mode & 0o777 == 0o600
    assert list(folders(settings)) == []


def test_a_folder_that_cannot_be_written_is_told(
    settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_bytes(b"")
    monkeypatch.setenv("READER_DATA_DIR", str(tmp_path / "file" / "data"))
    (one,) = folders(load())
    assert (one.where, one.mend) == (str(tmp_path / "file" / "data"), None)
    assert "cannot be written" in one.what


def test_without_a_home_it_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in FOLDERS:
        monkeypatch.delenv(f"READER_{name.upper()}_DIR", raising=False)
        monkeypatch.delenv(f"XDG_{name.upper()}_HOME", raising=False)
    monkeypatch.setenv("HOME", "/nonexistent")
    assert {one.where for one in folders(load())} == {"data", "state", "cache"}


@pytest.mark.parametrize("content", [b"measure = ", b"\xff", b"colour = 1\n", b"measure = 1\n"])
def test_a_mistake_in_the_settings_is_told(settings: Settings, content: bytes) -> None:
    settings.config.mkdir()
    assert list(configuration(settings)) == []
    (settings.config / "config.toml").write_bytes(content)
    (one,) = configuration(settings)
    assert "config.toml" in one.what
    assert one.mend is None


def test_a_disk_that_is_nearly_full_is_told_once(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    for blocks, findings in ((10**9, 0), (1, 1)):
        disk = SimpleNamespace(f_bavail=blocks, f_frsize=4_096)
        monkeypatch.setattr(os, "statvfs", lambda folder, disk=disk: disk)
        assert len(list(disks(settings))) == findings


def test_a_remedy_can_be_pasted_whatever_the_folder_is_called(settings: Settings) -> None:
    settings.data.chmod(0o755)
    spaced = settings.data.with_name("my data")
    settings.data.rename(spaced)
    [one] = _private(spaced, 0o700)
    assert one.remedy == f"chmod 700 '{spaced}'"


def test_of_a_full_disk_it_is_said_that_it_is_full(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with small_disk(tmp_path / "disk", 2_000) as disk:
        monkeypatch.setenv("READER_DATA_DIR", str(disk / "data"))
        leave(disk, 4_000)
        told = [one for one in folders(load()) if one.where == str(disk / "data")]
        assert ["full" in one.what for one in told] == [True]
        assert told[0].remedy == "free some space"
