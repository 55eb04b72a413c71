"""Locks that the kernel lets go of when their process dies: one writer, and who uses a cache."""

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from reader.errors import CatalogueError
from reader.library.files import private

WRITER = "lock"  # in a cache folder: held by whoever brings it up to date
USERS = "in-use"  # the same: held, with others, by whoever has it open


SOON_S = 1.0  # a process that takes longer is worth a word
POLL_S = 0.02


@contextmanager
def exclusive(path: Path, wait: bool | float) -> Iterator[bool]:
    """Hold the lock file at `path`; yields whether it is ours.

    With `wait` False it is not ours while another process holds it; seconds are how long to wait
    at most, True is without end. Raises CatalogueError.
    """
    try:
        handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    except OSError as error:
        raise CatalogueError(
            f"cannot write to the cache {path.parent}: {error.strerror}; delete it or make room"
        ) from error
    try:
        yield _locked(handle, wait)
    finally:
        os.close(handle)


def _locked(handle: int, wait: bool | float) -> bool:
    ends = time.monotonic() + wait
    while True:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | (0 if wait is True else fcntl.LOCK_NB))
        except BlockingIOError:
            if time.monotonic() >= ends:
                return False
            time.sleep(POLL_S)
        except OSError as error:  # a network disk without locks
            raise CatalogueError(
                f"the cache cannot be locked: {error.strerror}; set READER_CACHE_DIR to a folder"
                " on a disk of this machine"
            ) from error
        else:
            return True


class InUse:
    """A cache folder that is made where it is missing, and not cleared away while this is open.

    A folder that cannot be written is left to others to complain about.
    """

    def __init__(self, folder: Path) -> None:
        self._handle: int | None = None
        try:
            while self._handle is None:
                self._hold(folder)
        except OSError:
            self.close()

    def _hold(self, folder: Path) -> None:
        private(folder)
        self._handle = os.open(folder / USERS, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        fcntl.flock(self._handle, fcntl.LOCK_SH)
        # Whoever clears the folder away moves it first: then this is the lock of the old one.
        if not _is(self._handle, folder / USERS):
            self.close()

    def close(self) -> None:
        """Let go of it."""
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None

    def __del__(self) -> None:
        self.close()


def _is(handle: int, path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(handle), path.stat())
    except FileNotFoundError:
        return False
