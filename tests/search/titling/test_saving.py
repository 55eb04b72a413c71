from pathlib import Path

import numpy as np
import pytest

from reader.search.titling import saving
from reader.search.titling.building import build
from reader.search.titling.errors import TitleIndexError
from reader.search.titling.saving import load, save

ROWS = np.arange(3, dtype=np.int32)
BASE = build(["a b", "é", ""], ["x", "", "y"])
ADDED = build(["new"], [])


def test_what_was_saved_is_loaded(tmp_path: Path) -> None:
    save(tmp_path, [(BASE, ROWS), (ADDED, ROWS[:1])], 5)
    [(base, rows), (added, added_rows)], stamp = load(tmp_path)
    assert stamp == 5
    assert rows.tolist() == ROWS.tolist()
    assert added_rows.tolist() == [0]
    for saved, loaded in ((BASE, base), (ADDED, added)):
        assert saved.arrays.keys() == loaded.arrays.keys()
        for name, array in saved.arrays.items():
            assert np.array_equal(array, loaded.arrays[name]), name


def test_the_large_file_stays_while_it_is_the_same(tmp_path: Path) -> None:
    save(tmp_path, [(BASE, ROWS)], 1)
    [before] = tmp_path.glob("base-*")
    written = before.stat().st_ino
    save(tmp_path, [(BASE, ROWS), (ADDED, ROWS[:1])], 2)
    assert [path.stat().st_ino for path in tmp_path.glob("base-*")] == [written]
    save(tmp_path, [(ADDED, ROWS[:1])], 3)
    assert [path.name for path in tmp_path.glob("base-*")] != [before.name]
    assert len([*tmp_path.iterdir()]) == 2


def test_what_is_not_there_or_of_another_version_cannot_be_loaded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(TitleIndexError):
        load(tmp_path)
    save(tmp_path, [(BASE, ROWS)], 1)
    with monkeypatch.context() as older:
        older.setattr(saving, "VERSION", saving.VERSION + 1)
        with pytest.raises(TitleIndexError, match="version"):
            load(tmp_path)
    [base] = tmp_path.glob("base-*")
    base.unlink()
    with pytest.raises(TitleIndexError):
        load(tmp_path)
