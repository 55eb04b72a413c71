"""One writer at a time, and none that waits for a dead one."""

import signal
import subprocess
import sys
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread

import pytest

from reader.errors import CatalogueError
from reader.library.lock import USERS, InUse, exclusive
from tests.library.folders import command, contents, fill, opened, update

HOLDER = """
import sys
from pathlib import Path
from reader.library.lock import USERS, InUse, exclusive
with exclusive(Path(sys.argv[1]), wait=True) as ours:
    print(ours, flush=True)
    sys.stdin.read()
"""


@contextmanager
def held(path: Path) -> Iterator["subprocess.Popen[str]"]:
    """The lock in the hands of another process, which lets go when its input ends."""
    process = subprocess.Popen(
        [sys.executable, "-c", HOLDER, path],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "True\n"
    try:
        yield process
    finally:
        process.communicate()


def test_the_lock_is_ours_when_nobody_has_it_and_again_afterwards(tmp_path: Path) -> None:
    for _ in range(2):
        with exclusive(tmp_path / "lock", wait=False) as ours:
            assert ours


def test_the_lock_is_not_ours_while_another_process_holds_it(tmp_path: Path) -> None:
    with held(tmp_path / "lock"), exclusive(tmp_path / "lock", wait=False) as ours:
        assert not ours
    with exclusive(tmp_path / "lock", wait=False) as ours:
        assert ours


def test_the_lock_of_a_killed_process_is_free(tmp_path: Path) -> None:
    with held(tmp_path / "lock") as process:
        process.send_signal(signal.SIGKILL)
        with exclusive(tmp_path / "lock", wait=True) as ours:
            assert ours


def test_one_who_waits_gets_the_lock_when_it_is_let_go(tmp_path: Path) -> None:
    got: list[bool] = []

    def wait() -> None:
        with exclusive(tmp_path / "lock", wait=True) as ours:
            got.append(ours)

    with held(tmp_path / "lock"):
        thread = Thread(target=wait)
        thread.start()
        assert got == []
    thread.join()
    assert got == [True]


def test_the_lock_is_let_go_when_its_holder_fails(tmp_path: Path) -> None:
    with pytest.raises(KeyError), exclusive(tmp_path / "lock", wait=True):
        raise KeyError
    with exclusive(tmp_path / "lock", wait=False) as ours:
        assert ours


def test_a_lock_that_cannot_be_made_is_a_sentence(tmp_path: Path) -> None:
    with (
        pytest.raises(CatalogueError, match="cannot write to the cache"),
        exclusive(tmp_path / "absent" / "lock", wait=True),
    ):
        pytest.fail("there is no such folder")


def test_a_second_update_that_does_not_wait_leaves_it_to_the_first(tmp_path: Path) -> None:
    docs = fill(tmp_path / "docs", range(3))
    with opened(tmp_path / "home", docs, updated=False) as library:
        first = library.update()
        assert isinstance(first, Generator)
        next(first)
        with opened(tmp_path / "home", docs, updated=False) as other:
            assert list(other.update(wait=False)) == []
            process = command(tmp_path / "home", "index", docs, "--progress")
            said, _ = process.communicate(timeout=60)
            assert said == '{"v": 1, "stage": "busy"}\n'
            first.close()
            update(other)
        assert library.count() == 3


def test_two_that_index_at_once_both_end_well(tmp_path: Path) -> None:
    docs = fill(tmp_path / "docs", range(12))
    both = [command(tmp_path / "home", "index", docs) for _ in range(2)]
    said = [process.communicate(timeout=120) for process in both]
    assert [process.returncode for process in both] == [0, 0], said
    with opened(tmp_path / "home", docs) as library, opened(tmp_path / "other", docs) as fresh:
        assert contents(library) == contents(fresh)
        assert library.find("word7").total == 1


def test_nobody_else_may_enter_a_folder_of_ours(tmp_path: Path) -> None:
    docs = fill(tmp_path / "docs", range(1))
    with opened(tmp_path / "home", docs):
        home = tmp_path / "home"
        for folder in (home, *home.iterdir(), *(home / "cache").iterdir()):
            assert folder.stat().st_mode & 0o077 == 0, folder


def test_many_may_use_a_folder_and_none_of_them_is_in_the_way_of_another(tmp_path: Path) -> None:
    folder = tmp_path / "deep" / "cache"
    one, two = InUse(folder), InUse(folder)
    for user in (one, two):
        with exclusive(folder / USERS, wait=False) as ours:
            assert not ours
        user.close()
        user.close()
    with exclusive(folder / USERS, wait=False) as ours:
        assert ours


def test_a_folder_that_cannot_be_made_is_not_in_use_and_no_matter(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    InUse(tmp_path / "file" / "cache").close()


def test_a_user_that_is_forgotten_lets_go(tmp_path: Path) -> None:
    InUse(tmp_path)
    with exclusive(tmp_path / USERS, wait=False) as ours:
        assert ours
