"""Which document a mark is on, and how that is stored."""

import os
from typing import NamedTuple

from reader.errors import MarksError


class Key(NamedTuple):
    """A document as marks know it: where it is."""

    path: str  # absolute; undecodable bytes as lone surrogates
    member: str = ""  # place inside an archive


def stored(key: Key) -> tuple[bytes, bytes]:
    """The columns of a document. Raises MarksError for a path that is not absolute."""
    if key.path[:1] != "/":
        raise MarksError(f"{key.path!r} is not an absolute path: marks are kept by those")
    return os.fsencode(key.path), key.member.encode("utf-8", "surrogatepass")


def loaded(path: bytes, member: bytes) -> Key:
    """The opposite of `stored`."""
    try:
        return Key(os.fsdecode(path), member.decode("utf-8", "surrogatepass"))
    except UnicodeDecodeError:  # a byte of it is damaged
        return Key(os.fsdecode(path), member.decode("utf-8", "replace"))
