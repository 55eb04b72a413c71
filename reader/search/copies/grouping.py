"""Which texts are near-copies of each other, by their signatures and then by their words.

Must not know: what a text is, where its words are kept.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from reader.search.copies.resembling import Runs, is_copy
from reader.search.copies.signing import SIGNS

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

BANDS = tuple(
    (at, (at + near) % SIGNS, (at + far) % SIGNS)
    for near, far in ((7, 19), (3, 29))
    for at in range(SIGNS)
)
"""Bytes that are looked up together: who has all three of any band may be a copy."""

REACH = 16  # texts of the same bytes that each is compared with, in the order of signatures
LEAST = 10  # bytes of all that copies have in common; unrelated texts have one at most
CERTAIN = 48  # bytes in common of what must be copies: their words need not be compared
FEW = 64  # fresh texts, up to which each is compared with all others, not by bands
MOST_RUNS = 500  # texts whose runs of words are kept while they are compared
CHUNK = 1 << 20  # pairs looked at together


def candidates(
    signatures: NDArray[np.uint8], fresh: NDArray[np.bool_] | None = None
) -> NDArray[np.int64]:
    """Return pairs of texts that may be copies, (m, 2), each once, the lower number first.

    `signatures` (n, SIGNS) are in an order that does not depend on anything but the texts. With
    `fresh`, one bool a text, only pairs of which one at least is fresh.
    """
    import numpy as np  # noqa: PLC0415 - heavy libraries are loaded at first use

    count = len(signatures)
    if fresh is not None and np.count_nonzero(fresh) <= FEW:
        found = [_with_all(signatures, number) for number in np.flatnonzero(fresh).tolist()]
    else:
        found = []
        for band in BANDS:
            keys = _keys(signatures, band)
            order = np.argsort(keys, kind="stable")
            found.append(_alike(signatures, _neighbours(keys[order], order, fresh), count))
    each = np.unique(np.concatenate([np.zeros(0, np.int64), *found]))
    return np.stack((each // max(count, 1), each % max(count, 1)), axis=1)


def certain(signatures: NDArray[np.uint8], pairs: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Return for each pair whether it must be of copies, going by its signatures alone."""
    same = (signatures[pairs[:, 0]] == signatures[pairs[:, 1]]).sum(axis=1)
    found: NDArray[np.bool_] = same >= CERTAIN
    return found


def _keys(signatures: NDArray[np.uint8], band: tuple[int, ...]) -> NDArray[np.uint32]:
    """Return a number for each text that is the same where all bytes of a band are."""
    import numpy as np  # noqa: PLC0415

    keys = np.zeros(len(signatures), np.uint32)
    for at, place in enumerate(band):
        keys |= signatures[:, place].astype(np.uint32) << np.uint32(8 * at)
    return keys


def _with_all(signatures: NDArray[np.uint8], number: int) -> NDArray[np.int64]:
    """Return a number for each pair of one text and another that have enough in common."""
    import numpy as np  # noqa: PLC0415

    equal = signatures == signatures[number]
    having = np.flatnonzero(equal.sum(axis=1) >= LEAST)
    equal = equal[having]
    bands = np.array(BANDS)
    having = having[equal[:, bands].all(axis=2).any(axis=1) & (having != number)]
    low, high = np.minimum(having, number), np.maximum(having, number)
    pairs: NDArray[np.int64] = low * len(signatures) + high
    return pairs


def _neighbours(
    keys: NDArray[np.uint32], order: NDArray[np.int64], fresh: NDArray[np.bool_] | None
) -> NDArray[np.int64]:
    """Return pairs of texts with the same key, that stand at most REACH from each other."""
    import numpy as np  # noqa: PLC0415

    found = [np.zeros((0, 2), np.int64)]
    for step in range(1, min(REACH, len(keys) - 1) + 1):
        at = np.flatnonzero(keys[step:] == keys[:-step])
        if not len(at):
            break
        pairs = np.stack((order[at], order[at + step]), axis=1)
        if fresh is not None:
            pairs = pairs[fresh[pairs].any(axis=1)]
        found.append(pairs)
    return np.concatenate(found)


def _alike(
    signatures: NDArray[np.uint8], pairs: NDArray[np.int64], count: int
) -> NDArray[np.int64]:
    """Return a number for each pair whose signatures have enough in common."""
    import numpy as np  # noqa: PLC0415

    found = [np.zeros(0, np.int64)]
    for start in range(0, len(pairs), CHUNK):
        some = pairs[start : start + CHUNK]
        same = (signatures[some[:, 0]] == signatures[some[:, 1]]).sum(axis=1)
        some = np.sort(some[same >= LEAST], axis=1)
        found.append(some[:, 0] * count + some[:, 1])
    return np.unique(np.concatenate(found))


class Joined:
    """Numbers that belong together, as far as they have been joined."""

    def __init__(self, count: int) -> None:
        self._above = list(range(count))

    def top(self, number: int) -> int:
        """Return the one that stands for all that a number belongs to."""
        above = self._above
        while above[number] != number:
            above[number] = above[above[number]]
            number = above[number]
        return number

    def join(self, one: int, other: int) -> None:
        """Let two, and all they belong to, belong together."""
        first, second = sorted((self.top(one), self.top(other)))
        self._above[second] = first

    def groups(self) -> list[list[int]]:
        """Return those that belong together, two or more each, ascending, by the first."""
        found: dict[int, list[int]] = {}
        for number in range(len(self._above)):
            found.setdefault(self.top(number), []).append(number)
        return [group for group in found.values() if len(group) > 1]


def join_copies(
    joined: Joined,
    pairs: Iterable[tuple[int, int]],
    sure: Iterable[bool],
    runs: Callable[[int], Runs],
) -> Iterator[int]:
    """Join those of the pairs that are copies; yield how many pairs have been looked at so far.

    Those that are not `sure` are compared by their runs of words, which `runs` gives for a text,
    unless they belong together already.
    """
    kept = lru_cache(MOST_RUNS)(runs)
    for done, ((one, other), surely) in enumerate(zip(pairs, sure, strict=True), 1):
        if joined.top(one) != joined.top(other) and (surely or is_copy(kept(one), kept(other))):
            joined.join(one, other)
        yield done
