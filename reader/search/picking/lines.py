"""Lines that come in while they are looked at. Must not know: queries, where lines come from."""

import threading
from array import array
from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

CHUNK = 2_000_000  # bytes; large enough that what each chunk costs by itself does not count


class Chunk(NamedTuple):
    """Some whole lines, each with its separator."""

    raw: bytes
    first: int  # the number of its first line, from 0


class Lines:
    """Bytes cut at each separator; a line is never changed. One thread may feed, others read."""

    def __init__(self, separator: str = "\n") -> None:
        self.separator = separator
        self._end = separator.encode("ascii")
        self._lock = threading.Lock()
        self._sealed: list[Chunk] = []  # of these nothing changes any more
        self._firsts = [0]  # the first line of each, and of those that are in none
        self._late: list[bytes] = []  # whole lines that are not sealed
        self._late_size = self._late_count = 0
        self._rest: list[bytes] = []  # the begin of a line whose end is still to come
        self._begins: dict[int, array[int]] = {}  # of the lines from this first one on

    def __len__(self) -> int:
        return self._firsts[-1] + self._late_count

    def feed(self, data: bytes) -> None:
        """Take in some more bytes."""
        cut = data.rfind(self._end) + 1
        if not cut:
            if data:
                self._rest.append(data)
            return
        whole = b"".join((*self._rest, data[:cut]))
        self._rest = [data[cut:]] if cut < len(data) else []
        with self._lock:
            self._late.append(whole)
            self._late_size += len(whole)
            self._late_count += whole.count(self._end)
            self._begins.pop(self._firsts[-1], None)
            if self._late_size >= CHUNK:
                self._seal()

    def end(self) -> None:
        """Take what is left as the last line."""
        if self._rest:
            self.feed(self._end)

    def sealed(self) -> Sequence[Chunk]:
        """Return the lines of which nothing changes any more, in chunks."""
        with self._lock:
            return self._sealed[:]

    def chunks(self) -> tuple[Sequence[Chunk], Chunk | None]:
        """Return what is sealed, and the lines after that, if there are any."""
        with self._lock:
            late = Chunk(self._joined(), self._firsts[-1]) if self._late else None
            return self._sealed[:], late

    def raw(self, row: int) -> bytes:
        """Return a line as it came, without its separator."""
        with self._lock:
            number = bisect_right(self._firsts, row) - 1
            first = self._firsts[number]
            raw = self._sealed[number].raw if number < len(self._sealed) else self._joined()
            if first not in self._begins:
                lengths = (len(line) + 1 for line in raw.split(self._end))
                self._begins[first] = array("q", accumulate(lengths, initial=0))
            begins = self._begins[first]
            return raw[begins[row - first] : begins[row - first + 1] - 1]

    def text(self, row: int) -> str:
        """Return a line as text; bytes that are no UTF-8 become lone surrogates."""
        return self.raw(row).decode("utf-8", "surrogateescape")

    def _joined(self) -> bytes:
        """Return the whole lines that are not sealed, and keep them joined."""
        if len(self._late) > 1:
            self._late = [b"".join(self._late)]
        return self._late[0]

    def _seal(self) -> None:
        self._sealed.append(Chunk(self._joined(), self._firsts[-1]))
        self._firsts.append(len(self))
        self._late.clear()
        self._late_size = self._late_count = 0
