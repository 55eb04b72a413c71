"""One writer at a time: a lock that the kernel lets go of when its process dies."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from reader.errors import CatalogueError


@contextmanager
def exclusive(path: Path, wait: bool) -> Iterator[bool]:
    """Hold the lock file at `path`; yields whether it is ours.

    With `wait` False it is not ours while another process holds it. Raises CatalogueError.
    """
    try:
        handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    except OSError as error:
        raise CatalogueError(
            f"cannot write to the cache {path.parent}: {error.strerror}; delete it or make room"
        ) from error
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
        except BlockingIOError:
            yield False
            return
        yield True
    finally:
        os.close(handle)
