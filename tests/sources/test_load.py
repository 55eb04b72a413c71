import hashlib
import os
from pathlib import Path

import pytest

from reader.errors import SourceError
from reader.sources import digest, read, read_sealed


def test_no_more_than_the_limit_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"0123456789")
    assert read(tmp_path / "a.txt", limit=4) == b"0123"
    assert read(tmp_path / "a.txt") == b"0123456789"


def test_the_digest_is_that_of_the_whole_file(tmp_path: Path) -> None:
    content = os.urandom(3_000_000)
    (tmp_path / "a.txt").write_bytes(content)
    assert digest(tmp_path / "a.txt") == hashlib.sha256(content).digest()


def test_a_pipe_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    with pytest.raises(SourceError, match="not a regular file"):
        read(tmp_path / "pipe.txt")


def test_a_link_put_in_the_place_of_a_file_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to("/etc/hostname")
    with pytest.raises(SourceError, match="symbolic link"):
        digest(tmp_path / "a.txt")


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("none.txt", "no such file"),
        ("none\0.txt", "no such file"),
        ("n" * 300, "path too long"),
        ("", "not a regular file"),
    ],
)
def test_what_cannot_be_opened_is_said_in_a_few_words(
    tmp_path: Path, name: str, reason: str
) -> None:
    with pytest.raises(SourceError) as refused:
        read(tmp_path / name)
    assert refused.value.reason == reason


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_said(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x")
    (tmp_path / "a.txt").chmod(0)
    with pytest.raises(SourceError, match="permission denied"):
        read(tmp_path / "a.txt")


@pytest.mark.parametrize("size", [0, 9, 10, 11, 3_000_000])
def test_reading_and_sealing_at_once_is_the_same(tmp_path: Path, size: int) -> None:
    path = tmp_path / "page.txt"
    path.write_bytes(b"x" * size)
    assert read_sealed(path, 10) == (read(path, 10), digest(path))
