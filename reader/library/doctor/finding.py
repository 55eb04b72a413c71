"""What a doctor says: something that is wrong, or something that is so."""

from collections.abc import Callable
from typing import NamedTuple


class Finding(NamedTuple):
    """Something that is wrong."""

    check: str  # what was looked at: "marks", "folders"
    where: str  # a path, or another name of the place
    what: str  # what is wrong with it
    remedy: str  # what to do
    mend: Callable[[], str] | None = None
    """Does what loses nothing; what was done, in words. Raises ReaderError, OSError."""


class Fact(NamedTuple):
    """Something that is so, and neither good nor bad."""

    name: str
    said: str
