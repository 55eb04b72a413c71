"""Which document a mark is on, and how that is stored."""

import os
from typing import NamedTuple

from reader.errors import MarksError
from reader.sqlite import Database


class Key(NamedTuple):
    """A document as marks know it: where it is."""

    path: str  # absolute; undecodable bytes as lone surrogates
    member: str = ""  # place inside an archive


def stored(key: Key) -> tuple[bytes, bytes]:
    """The columns of a document. Raises MarksError for a path that is not absolute."""
    if not os.path.isabs(key.path):  # noqa: PTH117 - a Path would fold "//" and "/./"
        raise MarksError(f"{key.path!r} is not an absolute path: marks are kept by those")
    return os.fsencode(key.path), key.member.encode("utf-8", "surrogatepass")


def loaded(path: bytes, member: bytes) -> Key:
    """The opposite of `stored`."""
    return Key(os.fsdecode(path), member.decode("utf-8", "surrogatepass"))


def numbered(database: Database, key: Key, digest: bytes) -> int:
    """The number of a document, noted if it is new; from now on it is known by this digest.

    Inside a transaction only.
    """
    rows = database.rows(
        "SELECT number, digest FROM document WHERE path = ? AND member = ?", stored(key)
    )
    if not rows:
        rows = database.rows(
            "INSERT INTO document (path, member, digest) VALUES (?, ?, ?) RETURNING number, digest",
            (*stored(key), digest),
        )
    number, before = rows[0]
    if before != digest:
        database.rows("UPDATE document SET digest = ? WHERE number = ?", (digest, number))
    return int(number)
