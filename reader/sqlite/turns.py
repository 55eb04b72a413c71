"""Who may open a file of ours while another one may be about to take its name.

SQLite finds a journal by the file's name. Who opened the old file, and read it first when the new
one had its name, would take the journal of the new one for its own.
"""

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

TURN_SECONDS = 0.02  # between two tries


@contextmanager
def turn(folder: Path, seconds: float, *, alone: bool = False) -> Iterator[bool]:
    """Wait so long for a turn with the files in a folder; whether it is one.

    One turn `alone`, or any number of others. The kernel ends the turns of whoever dies. Where
    the file system knows no locks of folders everybody has a turn.
    """
    try:
        descriptor = os.open(folder, os.O_RDONLY | os.O_CLOEXEC)
    except OSError:
        yield True  # opening the file says what is wrong
        return
    try:
        yield _wait(descriptor, fcntl.LOCK_EX if alone else fcntl.LOCK_SH, seconds)
    finally:
        os.close(descriptor)


def _wait(descriptor: int, kind: int, seconds: float) -> bool:
    deadline = time.monotonic() + seconds
    while True:
        try:
            fcntl.flock(descriptor, kind | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() > deadline:
                return False
            time.sleep(TURN_SECONDS)
        except OSError:
            return True
        else:
            return True
