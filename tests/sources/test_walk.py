import os
import socket
from pathlib import Path

import pytest

from reader.errors import SourceError
from reader.sources import Entry, entry, walk


def write(folder: Path, *names: str, text: str = "text\n") -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)


def names(folder: Path) -> list[str]:
    return [found.name for found in walk(folder)]


def skipped(folder: Path) -> dict[str, str | None]:
    return {found.name: found.skipped for found in walk(folder)}


def test_files_come_in_the_order_of_their_names_bytes(tmp_path: Path) -> None:
    write(tmp_path, "a/z.txt", "a.txt", "a-b.txt", "a/b/c.txt", "B.txt", "é.txt", "a0.txt")
    found = names(tmp_path)
    assert found == ["B.txt", "a-b.txt", "a.txt", "a/b/c.txt", "a/z.txt", "a0.txt", "é.txt"]
    assert found == sorted(found, key=os.fsencode)


def test_an_entry_tells_size_and_time(tmp_path: Path) -> None:
    write(tmp_path, "sub/a.txt", text="12345")
    os.utime(tmp_path / "sub/a.txt", ns=(1, 999))
    assert list(walk(tmp_path)) == [Entry("sub/a.txt", str(tmp_path / "sub/a.txt"), 5, 999)]


def test_names_that_are_not_utf_8_or_hold_control_codes_are_walked(tmp_path: Path) -> None:
    odd = [b"caf\xe9.txt", b"two\nlines.txt", b"\x1b[31m.txt", b"-rf.txt"]
    for name in odd:
        Path(os.fsdecode(os.path.join(os.fsencode(tmp_path), name))).write_bytes(b"")  # noqa: PTH118
    assert [os.fsencode(name) for name in names(tmp_path)] == sorted(odd)


def test_hidden_files_and_folders_are_left_out(tmp_path: Path) -> None:
    write(tmp_path, ".hidden.txt", ".git/config", "a/.cache/x.txt", "a/seen.txt")
    assert names(tmp_path) == ["a/seen.txt"]


def test_an_ignore_file_holds_for_its_folder_and_those_below(tmp_path: Path) -> None:
    write(tmp_path, "a/.ignore", text="*.tmp.txt\n/old/\n")
    write(tmp_path, "x.tmp.txt", "a/x.tmp.txt", "a/b/x.tmp.txt", "a/old/x.txt", "a/b/old/x.txt")
    write(tmp_path, "a/b/.ignore", text="!x.tmp.txt\n")
    assert names(tmp_path) == ["a/b/old/x.txt", "a/b/x.tmp.txt", "x.tmp.txt"]


def test_what_a_name_says_is_no_document_is_listed_with_the_reason(tmp_path: Path) -> None:
    write(tmp_path, "a.png", "b.unknown")
    assert skipped(tmp_path) == {"a.png": "not a text document (.png)", "b.unknown": None}


def test_links_are_listed_with_where_they_lead_and_never_followed(tmp_path: Path) -> None:
    outside, root = tmp_path / "outside", tmp_path / "root"
    write(outside, "secret.txt")
    write(root, "sub/real.txt", ".hidden/x.txt")
    for name, target in [
        ("away.txt", outside / "secret.txt"),
        ("away", outside),
        ("device.txt", Path("/dev/zero")),
        ("gone.txt", Path("no-such-file")),
        ("hidden.txt", Path(".hidden/x.txt")),
        ("loop.txt", Path("loop.txt")),
        ("same.txt", Path("sub/real.txt")),
        ("up", Path()),
    ]:
        (root / name).symlink_to(target)
    assert skipped(root) == {
        "away": "link that leads outside the folder",
        "away.txt": "link that leads outside the folder",
        "device.txt": "link that leads outside the folder",
        "gone.txt": "dangling link",
        "hidden.txt": "link to a hidden file of this folder",
        "loop.txt": "symlink loop",
        "same.txt": "link to a document of this folder, the same document as sub/real.txt",
        "sub/real.txt": None,
        "up": "link to a folder, not followed",
    }


def test_pipes_and_sockets_are_no_regular_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    os.mkfifo("pipe.txt")
    with socket.socket(socket.AF_UNIX) as plug:
        plug.bind("sock.txt")
        found = skipped(tmp_path)
    assert found == {"pipe.txt": "not a regular file", "sock.txt": "not a regular file"}


def test_a_folder_named_like_a_document_is_walked_and_named_only_when_empty(
    tmp_path: Path,
) -> None:
    write(tmp_path, "full.html/in.txt")
    (tmp_path / "empty.txt").mkdir()
    (tmp_path / "v1.2").mkdir()
    assert skipped(tmp_path) == {"empty.txt": "directory, not a file", "full.html/in.txt": None}


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_folder_that_may_not_be_read_stops_nothing(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", "m/x.txt", "z.txt")
    (tmp_path / "m").chmod(0)
    try:
        found = skipped(tmp_path)
    finally:
        (tmp_path / "m").chmod(0o700)
    assert found == {"a.txt": None, "m": "unreadable folder: permission denied", "z.txt": None}


def test_folders_deeper_than_a_path_can_be_long_stop_nothing(tmp_path: Path) -> None:
    write(tmp_path, "z.txt")
    folder = os.open(tmp_path, os.O_RDONLY)
    for _ in range(25):
        os.mkdir("n" * 200, dir_fd=folder)
        inner = os.open("n" * 200, os.O_RDONLY, dir_fd=folder)
        os.close(folder)
        folder = inner
    os.close(folder)
    found = skipped(tmp_path)
    assert found.pop("z.txt") is None
    assert list(found.values()) == ["unreadable folder: path too long"]


def test_a_file_under_two_hundred_folders_is_found(tmp_path: Path) -> None:
    deep = "d/" * 200 + "in.txt"
    write(tmp_path, deep)
    assert names(tmp_path) == [deep]


def test_files_over_the_limit_are_listed_with_their_size(tmp_path: Path) -> None:
    with (tmp_path / "huge.txt").open("wb") as file:
        file.truncate(10_000_000_000)
    assert skipped(tmp_path) == {"huge.txt": "too large: 10.0 GB, over the limit of 1 GB"}


def test_a_folder_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="unreadable folder: no such file"):
        list(walk(tmp_path / "none"))


def test_a_single_file_may_have_any_name_and_be_reached_by_a_link(tmp_path: Path) -> None:
    write(tmp_path, "data.json", text="{}")
    (tmp_path / "link").symlink_to("data.json")
    found = entry(tmp_path / "link")
    assert (found.name, found.path, found.size) == ("link", str(tmp_path / "data.json"), 2)
    assert found.skipped is None


def test_a_single_file_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="no such file"):
        entry(tmp_path / "none.txt")
    (tmp_path / "loop").symlink_to("loop")
    with pytest.raises(SourceError, match="symlink loop"):
        entry(tmp_path / "loop")
