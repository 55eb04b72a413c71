"""One file's bytes, without ever waiting for them or following a link."""

import errno
import hashlib
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from reader.errors import SourceError

CLEANED_BYTES = 8_000_000  # how much of a file is cleaned and searched
MAX_BYTES = 1_000_000_000  # larger files are listed, not opened

_CHUNK = 1 << 20  # bytes
_FLAGS = os.O_RDONLY | os.O_NONBLOCK | os.O_NOCTTY | os.O_NOFOLLOW | os.O_CLOEXEC
_REASONS = {
    errno.EACCES: "permission denied",
    errno.EPERM: "permission denied",
    errno.ELOOP: "a symbolic link, not a regular file",
    errno.ENOENT: "no such file",
    errno.ENOTDIR: "no such file",
    errno.ENAMETOOLONG: "path too long",
    errno.ENXIO: "not a regular file",
    errno.EMFILE: "too many open files",
}


def reason_of(error: OSError) -> str:
    """Why the system refused, as a short phrase in lower case."""
    known = _REASONS.get(error.errno or 0)
    return known or (error.strerror or "cannot be read").lower()


def read(path: Path, limit: int = CLEANED_BYTES) -> bytes:
    """The first `limit` bytes of a regular file; SourceError for anything else."""
    with _opened(path) as file:
        return file.read(limit)


def read_at(path: Path, start: int, length: int) -> bytes:
    """As many bytes of a regular file from a place on, fewer at its end; SourceError as `read`."""
    with _opened(path) as file:
        file.seek(start)
        return file.read(length)


def digest(path: Path) -> bytes:
    """The SHA-256 of the whole file, 32 bytes; SourceError when it cannot be read."""
    sha = hashlib.sha256()
    with _opened(path) as file:
        while chunk := file.read(_CHUNK):
            sha.update(chunk)
    return sha.digest()


def read_sealed(path: Path, limit: int = CLEANED_BYTES) -> tuple[bytes, bytes]:
    """What `read` and `digest` return, of a file that is opened once."""
    with _opened(path) as file:
        start = file.read(limit)
        sha = hashlib.sha256(start)
        while len(start) == limit and (chunk := file.read(_CHUNK)):
            sha.update(chunk)
    return start, sha.digest()


@contextmanager
def _opened(path: Path) -> Iterator[BinaryIO]:
    """The file, known to be regular: a pipe or device in its place is never waited for."""
    try:
        handle = os.open(path, _FLAGS)
    except OSError as error:
        raise SourceError(reason_of(error)) from error
    except ValueError as error:  # a NUL in the name
        raise SourceError("no such file") from error
    try:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            raise SourceError("not a regular file")
        with open(handle, "rb", closefd=False) as file:
            yield file
    except OSError as error:
        raise SourceError(reason_of(error)) from error
    finally:
        os.close(handle)
