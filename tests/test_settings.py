"""Settings: real environment variables and a real config.toml."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from reader.errors import ReaderError
from reader.settings import (
    CHOICES,
    FOLDERS,
    FULL,
    NEW_ROOM,
    ROOM,
    Settings,
    load,
    temporary,
    unconfigured,
    wanted,
)
from tests.disks import leave, small_disk


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home folder of the test's own, with nothing else said about folders."""
    monkeypatch.delenv("READER_RUN_DIR", raising=False)
    for name in FOLDERS:
        monkeypatch.delenv(f"READER_{name.upper()}_DIR", raising=False)
        monkeypatch.delenv(f"XDG_{name.upper()}_HOME", raising=False)
    home = tmp_path / "home"
    home.mkdir()
    monkeypatch.setenv("HOME", str(home))
    return home


@pytest.fixture
def config(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where config.toml is looked for."""
    monkeypatch.setenv("READER_CONFIG_DIR", str(tmp_path))
    return tmp_path / "config.toml"


def test_all_folders_are_below_home_and_kept(home: Path) -> None:
    settings = load()
    assert settings.kept
    for name in FOLDERS:
        assert getattr(settings, name).is_relative_to(home)
    assert settings.marks_file.parent == settings.data


def test_loading_creates_nothing(home: Path) -> None:
    load()
    assert list(home.iterdir()) == []


@pytest.mark.parametrize("name", FOLDERS)
def test_a_variable_of_ours_says_where_a_folder_is(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(f"XDG_{name.upper()}_HOME", str(tmp_path / "theirs"))
    monkeypatch.setenv(f"READER_{name.upper()}_DIR", str(tmp_path / "ours"))
    assert getattr(load(), name) == tmp_path / "ours"


@pytest.mark.skipif(sys.platform == "darwin", reason="XDG is not a habit of macOS")
@pytest.mark.parametrize("name", FOLDERS)
def test_xdg_is_honoured(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(f"XDG_{name.upper()}_HOME", str(tmp_path / "xdg"))
    assert getattr(load(), name) == tmp_path / "xdg" / "reader"


@pytest.mark.parametrize("home", [None, "", "/nonexistent/home"])
def test_without_a_home_nothing_is_kept(home: str | None, monkeypatch: pytest.MonkeyPatch) -> None:
    if home is None:
        monkeypatch.delenv("HOME")
    else:
        monkeypatch.setenv("HOME", home)
    for name in FOLDERS:
        monkeypatch.delenv(f"READER_{name.upper()}_DIR", raising=False)
    settings = load()
    assert not settings.kept
    assert len({settings.cache, settings.data, settings.config, settings.state}) == len(FOLDERS)
    assert all(getattr(settings, name).parent.is_dir() for name in FOLDERS)


def test_a_folder_that_cannot_be_written_is_replaced_and_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("READER_CACHE_DIR", str(tmp_path / "file" / "cache"))
    settings = load()
    assert not settings.cache.is_relative_to(tmp_path)
    assert settings.data.is_relative_to(tmp_path)
    assert settings.kept


def test_on_a_full_disk_marks_are_read_from_a_copy_and_new_caches_are_temporary(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with small_disk(tmp_path / "disk", 4_000) as disk:
        monkeypatch.setenv("HOME", str(disk))
        assert load().kept
        leave(disk, NEW_ROOM // 2)
        assert load().unkept == FULL
        leave(disk, 2 * NEW_ROOM)
        settings = load()
        settings.data.mkdir(parents=True)
        settings.marks_file.write_bytes(b"marks")
        settings.collection_cache("known").mkdir(parents=True)
        leave(disk, NEW_ROOM // 2)
        settings = load()
        assert settings.kept
        assert settings.collection_cache("known").is_relative_to(disk)
        assert settings.collection_cache("new").is_relative_to(temporary())
        leave(disk, ROOM // 2)
        settings = load()
        assert settings.unkept == FULL
        assert settings.marks_file.is_relative_to(temporary())
        assert settings.marks_file.read_bytes() == b"marks"
        assert settings.collection_cache("known").is_relative_to(temporary())


@pytest.mark.parametrize("at_first", [2 * NEW_ROOM, ROOM // 2])
def test_where_things_are_stays_while_the_program_and_its_children_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at_first: int
) -> None:
    program = (
        "from reader.settings import load; s = load(); print(s.data, s.collection_cache('known'))"
    )
    with small_disk(tmp_path / "disk", 4_000) as disk:
        monkeypatch.setenv("HOME", str(disk))
        load().collection_cache("known").mkdir(parents=True)
        leave(disk, at_first)
        parent = load()
        there = [parent.data, parent.collection_cache("known")]
        leave(disk, 2 * NEW_ROOM + ROOM // 2 - at_first)
        assert parent.collection_cache("known") == there[1]
        child = subprocess.run(
            [sys.executable, "-c", program],
            capture_output=True,
            check=True,
            env={**os.environ, **parent.environment()},
        )
        assert child.stdout.decode().split() == list(map(str, there))


def test_marks_that_cannot_be_written_are_not_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("READER_DATA_DIR", str(tmp_path / "file" / "data"))
    assert not load().kept


def test_a_child_process_gets_the_same_folders(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("HOME")
    parent = load()
    program = (
        "from reader.settings import load; s = load();"
        "print(s.cache, s.data, s.config, s.state, s.collection_cache('k', ephemeral=True))"
    )
    environment = {**os.environ, **parent.environment()}
    child = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, check=True, env=environment
    )
    assert child.stdout.decode().split() == [
        *(str(getattr(parent, name)) for name in FOLDERS),
        str(parent.collection_cache("k", ephemeral=True)),
    ]
    assert temporary().is_dir()


def test_a_user_that_nobody_is_is_a_folder_of_that_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("READER_STATE_DIR", "~nobody-is-called-so/state")
    assert wanted("state") == Path.cwd() / "~nobody-is-called-so" / "state"


@pytest.mark.skipif(os.getuid() != 0, reason="being somebody else needs root")
def test_the_home_of_somebody_else_is_none(tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir(mode=0o700, exist_ok=True)
    program = (
        "import os, shutil, tempfile, tomllib, platformdirs.unix;"
        "from reader.settings import load; os.setuid(65534); print(load().unkept.why)"
    )
    for inside in (home, home / "me"):
        ran = subprocess.run(
            [sys.executable, "-c", program],
            capture_output=True,
            check=False,
            env={**os.environ, "HOME": str(inside)},
        )
        assert (ran.stdout, ran.stderr) == (b"no folder of yours can be written\n", b"")


def test_a_temporary_folder_is_private_and_gone_at_the_end() -> None:
    program = "from reader.settings import temporary as t; print(t(), oct(t().stat().st_mode))"
    ended = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)
    folder, mode = ended.stdout.decode().split()
    assert mode.endswith("700")
    assert not Path(folder).exists()


def test_an_ephemeral_collection_stays_out_of_the_cache() -> None:
    settings = load()
    assert settings.collection_cache("k") == settings.cache / "k"
    assert not settings.collection_cache("k", ephemeral=True).is_relative_to(settings.cache)


def test_config_toml_is_read(config: Path) -> None:
    config.write_text('measure = 60\ntheme = "light"\n', "utf-8")
    assert (load().measure, load().theme) == (60, "light")


def test_an_unknown_setting_names_the_known_ones(config: Path) -> None:
    config.write_text("mesure = 60\n", "utf-8")
    with pytest.raises(ReaderError, match=r"config\.toml: no setting 'mesure'; .*measure, theme"):
        load()


@pytest.mark.parametrize(
    "line",
    [
        "measure = 5",
        "measure = 72.0",
        "measure = true",
        "measure = [72]",
        'theme = "red"',
        "cache_limit = 20",
        "cache_limit = false",
        'cache_limit = "much"',
        'cache_limit = "-1 GB"',
    ],
)
def test_a_value_out_of_range_is_refused_in_words(config: Path, line: str) -> None:
    config.write_text(line, "utf-8")
    with pytest.raises(
        ReaderError, match=r"must be (a whole number from 20|auto, dark or|a size such)"
    ):
        load()


@pytest.mark.parametrize(
    ("said", "size"),
    [
        ('"20 GB"', 20 * 10**9),
        ('"500mb"', 500 * 10**6),
        ('" 1.5 T "', 1_500 * 10**9),
        ('"4096"', 4_096),
        ('"none"', None),
        ("0", None),
        ('"0 GB"', None),
    ],
)
def test_a_limit_is_a_size_or_none(config: Path, said: str, size: int | None) -> None:
    config.write_text(f"cache_limit = {said}\n", "utf-8")
    assert load().cache_bytes == size


def test_without_a_limit_said_there_is_one_and_a_broken_config_can_be_left_out(
    config: Path,
) -> None:
    config.write_text("measure = ", "utf-8")
    assert unconfigured().cache_bytes == 20 * 10**9


@pytest.mark.parametrize("content", [b"measure = ", b"\xff\xfe"])
def test_a_broken_config_says_which_file_and_what_to_do(config: Path, content: bytes) -> None:
    config.write_bytes(content)
    with pytest.raises(ReaderError, match=r"config\.toml .*: mend it or move it away|; mend it"):
        load()


def test_every_choice_is_a_setting_whose_default_is_allowed() -> None:
    defaults = Settings(Path(), Path(), Path(), Path())
    assert all(getattr(defaults, name) in allowed for name, (allowed, _) in CHOICES.items())


def test_importing_settings_loads_nothing_slow() -> None:
    program = "import reader.settings, sys; print(*sys.modules)"
    ended = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, check=True, env=dict(os.environ)
    )
    assert not {"platformdirs", "tomllib", "tempfile"} & set(ended.stdout.decode().split())
