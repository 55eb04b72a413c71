"""Texts one after the other in a run of bytes. Must not know: what they say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Self, overload

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

CHUNK = 4_096  # texts decoded at a time when all are gone through


class Texts(Sequence[str]):
    """Strings that need no object each: a million paths take 50 MB, or nothing in a mapped file.

    `arrays`, for n texts: `bytes` all of them in UTF-8, lone surrogates included, and `ends`
    (n + 1) where each ends, after a 0.
    """

    def __init__(self, arrays: Mapping[str, NDArray[Any]]) -> None:
        self.arrays = arrays
        self._bytes: NDArray[np.uint8] = arrays["bytes"]
        self._ends: NDArray[np.int64] = arrays["ends"]

    @classmethod
    def of(cls, texts: Iterable[str]) -> Self:
        """Return these texts, in their order."""
        import numpy as np  # noqa: PLC0415 - heavy libraries are loaded at first use

        encoded = [text.encode("utf-8", "surrogatepass") for text in texts]
        ends = np.zeros(len(encoded) + 1, np.int64)
        np.cumsum(np.fromiter(map(len, encoded), np.int64, len(encoded)), out=ends[1:])
        return cls({"bytes": np.frombuffer(b"".join(encoded), np.uint8), "ends": ends})

    def __len__(self) -> int:
        return len(self._ends) - 1

    @overload
    def __getitem__(self, place: int) -> str: ...

    @overload
    def __getitem__(self, place: slice) -> list[str]: ...

    def __getitem__(self, place: int | slice) -> str | list[str]:
        if isinstance(place, slice):
            return [self[at] for at in range(*place.indices(len(self)))]
        at = place + len(self) if place < 0 else place
        if not 0 <= at < len(self):
            raise IndexError(place)
        return self._decoded(int(self._ends[at]), int(self._ends[at + 1]))

    def __iter__(self) -> Iterator[str]:
        for first in range(0, len(self), CHUNK):
            start, *ends = self._ends[first : first + CHUNK + 1].tolist()
            chunk = self._bytes[start : ends[-1]].tobytes()
            at = 0
            for end in ends:
                yield chunk[at : end - start].decode("utf-8", "surrogatepass")
                at = end - start

    def _decoded(self, start: int, end: int) -> str:
        return self._bytes[start:end].tobytes().decode("utf-8", "surrogatepass")
