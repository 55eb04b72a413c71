"""Small files of ours."""

import os
from pathlib import Path

from reader.library.files import private, put


def mode(path: Path) -> int:
    return path.stat().st_mode & 0o777


def test_a_file_is_replaced_and_nothing_is_left_beside_it(tmp_path: Path) -> None:
    file = tmp_path / "deep" / "down" / "note"
    for content in (b"long before", b"", bytes(range(256))):
        put(file, content)
        assert file.read_bytes() == content
        assert list(file.parent.iterdir()) == [file]


def test_all_that_is_made_is_for_its_owner_only(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        put(tmp_path / "deep" / "down" / "note", b"mine")
    finally:
        os.umask(before)
    made = (tmp_path / "deep", tmp_path / "deep" / "down", tmp_path / "deep" / "down" / "note")
    assert [mode(path) for path in made] == [0o700, 0o700, 0o600]


def test_a_folder_that_is_there_keeps_its_mode(tmp_path: Path) -> None:
    tmp_path.chmod(0o750)
    private(tmp_path)
    assert mode(tmp_path) == 0o750


def test_what_cannot_be_written_is_no_matter(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"in the way")
    put(tmp_path / "file" / "note", b"lost")
    (tmp_path / "folder").mkdir()
    put(tmp_path / "folder", b"lost")
    put(tmp_path / "no\0name", b"lost")
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["file", "folder"]
