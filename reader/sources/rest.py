"""What of a long file was not read: in pieces, each read when somebody looks at it.

The file is never mapped into memory: it may be cut short by others at any time.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import islice
from pathlib import Path
from typing import overload

from reader.errors import SourceError
from reader.sources.load import read_at

PIECE = 1 << 14  # bytes of a piece, about
NEAR = 1 << 12  # bytes in which a piece may end with a line, or at least with a word
KEPT = 64  # pieces in memory
_LINE_END = re.compile(rb"\r\n?|\n")
_UNITS = {"utf-16": 2, "utf-32": 4}  # bytes of a unit, by how the codec's name begins
GONE = "[this part of the file cannot be read any more: it was changed]"


class Rest(Sequence[str]):
    """The text of a file from a byte on, in pieces that end with a line where there are lines.

    Line ends are newlines. Pieces of the same file end at the same bytes, wherever it begins.
    """

    def __init__(self, path: Path, start: int, size: int, encoding: str) -> None:
        """`size` is that of the whole file, in bytes; `encoding` Python's name of the codec."""
        self.size = size
        self._path = path
        self._encoding = encoding
        self._unit = next((n for name, n in _UNITS.items() if encoding.startswith(name)), 1)
        self.start = self._whole(start)
        """The byte it begins at: that of a whole character."""
        self.first = self.start // PIECE
        """How many pieces of the file lie before it."""
        self._text = lru_cache(KEPT)(self._read)

    def __len__(self) -> int:
        return max(0, -(-self.size // PIECE) - self.first)

    @overload
    def __getitem__(self, index: int) -> str: ...

    @overload
    def __getitem__(self, index: slice) -> list[str]: ...

    def __getitem__(self, index: int | slice) -> str | list[str]:
        if isinstance(index, slice):
            return [self[each] for each in range(*index.indices(len(self)))]
        if not -len(self) <= index < len(self):
            raise IndexError(index)
        return self._text(index % len(self))

    @property
    def length(self) -> int:
        """Its bytes."""
        return self.size - self.start

    def offset(self, index: int) -> int:
        """How many of its bytes lie before a piece, about."""
        return max(0, (self.first + index) * PIECE - self.start)

    def at(self, offset: int) -> int:
        """The piece that has the byte at an offset, about."""
        return max(0, min((self.start + offset) // PIECE - self.first, len(self) - 1))

    def _read(self, index: int) -> str:
        start, end = self._begin(index), self._begin(index + 1)
        data = self._bytes(start, end - start)
        if len(data) < end - start:
            return GONE
        text = data.decode(self._encoding, "replace")
        if not start:
            text = text.removeprefix("\ufeff")
        return text.replace("\r\n", "\n").replace("\r", "\n")

    def _begin(self, index: int) -> int:
        """The byte at which a piece begins."""
        if not index:
            return self.start
        if index >= len(self):
            return self.size
        at = (self.first + index) * PIECE
        near = self._bytes(at, NEAR)
        for sign in ("\n", " "):
            if (end := self._after(sign, near)) is not None:
                return max(self.start, at + end)
        return max(self.start, self._whole(at))

    def _after(self, sign: str, data: bytes) -> int | None:
        """Where the first of these characters ends in some bytes that begin with a unit."""
        codec = f"{self._encoding}-le" if self._encoding in _UNITS else self._encoding
        wanted = sign.encode(codec, "replace")
        at = data.find(wanted)
        while at >= 0 and at % self._unit:
            at = data.find(wanted, at + 1)
        return None if at < 0 else at + len(wanted)

    def _whole(self, at: int) -> int:
        """The last byte up to `at` that begins a unit, or in UTF-8 a character."""
        if self._unit > 1 or not self._encoding.startswith("utf-8"):
            return at - at % self._unit
        first = max(0, at - 3)
        around = self._bytes(first, at - first + 1)
        if len(around) <= at - first:
            return at  # the end of the file
        while at > first and around[at - first] & 0xC0 == 0x80:
            at -= 1
        return at

    def _bytes(self, start: int, length: int) -> bytes:
        try:
            return read_at(self._path, start, length)
        except SourceError:
            return b""


def start_of_line(path: Path, number: int, limit: int, encoding: str) -> int:
    """The byte at which a line begins, counted from 0, looked for in the first `limit` bytes.

    Where there is no such line, or lines end otherwise than with bytes of ASCII, `limit`.
    """
    if any(encoding.startswith(name) for name in _UNITS):
        return limit
    ends = _LINE_END.finditer(read_at(path, 0, limit))
    last = next(islice(ends, number - 1, None), None)
    return limit if last is None else last.end()
