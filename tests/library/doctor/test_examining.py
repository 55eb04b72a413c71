"""Everything of ours, examined."""

from pathlib import Path

import pytest

from reader.errors import UsageError
from reader.library.doctor import examined
from reader.settings import FOLDERS, Settings, load
from tests.library.folders import fill, opened


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    for name in FOLDERS:
        monkeypatch.setenv(f"READER_{name.upper()}_DIR", str(tmp_path / "home" / name))
    return load()


def test_a_new_user_is_well(settings: Settings, tmp_path: Path) -> None:
    found = examined(settings, [tmp_path], every=True)
    assert found.findings == ()
    assert {"collections", "caches", "reader", "python", "terminal"} <= {
        fact.name for fact in found.facts
    }
    assert not (tmp_path / "home").exists()


def test_only_the_caches_asked_for_are_looked_at(settings: Settings, tmp_path: Path) -> None:
    for name in ("one", "two"):
        with opened(tmp_path / "home", fill(tmp_path / name, range(1))):
            pass
    for cache in settings.cache.iterdir():
        (cache / "catalogue.db").write_bytes(b"no")
    assert len(examined(settings, [tmp_path / "one"]).findings) == 1
    assert len(examined(settings, []).findings) == 0
    assert len(examined(settings, [], every=True).findings) == 2


def test_a_path_that_is_not_there_cannot_be_looked_at(settings: Settings, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="there is no"):
        examined(settings, [tmp_path / "absent"])
