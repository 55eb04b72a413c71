"""Titles made into a segment. Must not know: queries."""

from bisect import bisect_left
from collections.abc import Sequence
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

from reader.search.fold import MAX_WORD
from reader.search.titling.cutting import CHUNK, ROW, Chunk, Numbered, cut_texts, one_line
from reader.search.titling.initials import heads, signatures
from reader.search.titling.segment import OTHER, TITLE, Arrays, Segment
from reader.search.titling.vocabulary import Numbers, Vocabulary

Words = tuple[NDArray[np.int32], NDArray[np.int32]]  # numbers of words, and the row of each


def keys(titles: Sequence[str], others: Sequence[str]) -> NDArray[np.uint64]:
    """Return a number for each title and the words beside it that no others have, in practice."""
    beside = others or [""] * len(titles)
    given = (_bytes(f"{title}\0{other}") for title, other in zip(titles, beside, strict=True))
    digests = b"".join(blake2b(each, digest_size=8).digest() for each in given)
    return np.frombuffer(digests, "<u8")


def places(
    old: NDArray[np.uint64], new: NDArray[np.uint64]
) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
    """Return for each old key the place of its equal among the new ones, or -1.

    And the places of the new keys that are left. Of equal ones the first go with the first.
    """
    orders = [np.argsort(keys, kind="stable") for keys in (old, new)]
    found, wanted = old[orders[0]], new[orders[1]]
    at = np.searchsorted(found, wanted)  # the first equal one, and further for the next
    at += np.arange(len(wanted)) - np.searchsorted(wanted, wanted)
    there = at < len(found)
    there[there] = found[at[there]] == wanted[there]
    rows = np.full(len(old), -1, np.int32)
    rows[orders[0][at[there]]] = orders[1][there]
    return rows, np.sort(orders[1][~there]).astype(np.int32)


def build(titles: Sequence[str], others: Sequence[str]) -> Segment:
    """Return a segment of titles and, of each, words beside it; `others` may be empty."""
    numbered = Numbered()
    building = _Building()
    beside: list[Words] = []
    for first in range(0, len(titles), CHUNK):
        lines = [one_line(title) for title in titles[first : first + CHUNK]]
        building.add(lines, cut_texts(lines, numbered))
        if others:
            chunk = cut_texts(
                [one_line(other) for other in others[first : first + CHUNK]], numbered
            )
            rows = np.repeat(np.arange(first, first + len(lines), dtype=np.int32), chunk.counts)
            beside.append((chunk.numbers, rows))
    vocabulary, places = _vocabulary(numbered)
    tokens = places[_joined(building.numbers)]
    token_ends = _ends(building.counts)
    arrays = dict(vocabulary.arrays)
    first_letters = heads(vocabulary)
    arrays |= {
        "tokens": tokens,
        "token_ends": token_ends,
        "heads": first_letters,
        "pairs": signatures(tokens, token_ends, first_letters),
        "lead": np.concatenate([np.zeros(0, np.uint8), *building.lead]),
        "keys": keys(titles, others),
    }
    rows = np.repeat(np.arange(len(titles), dtype=np.int32), np.diff(token_ends))
    in_titles = (
        np.concatenate((tokens, places[_joined(building.compounds)])),
        np.concatenate((rows, _joined(building.compound_rows))),
    )
    in_others = (
        places[_joined([numbers for numbers, _ in beside])],
        _joined([rows for _, rows in beside]),
    )
    arrays |= _postings(TITLE, in_titles, len(vocabulary))
    arrays |= _postings(OTHER, in_others, len(vocabulary))
    return Segment({**arrays, **building.texts()})


class _Building:
    """What is gathered of titles, chunk by chunk."""

    def __init__(self) -> None:
        self.numbers: list[NDArray[np.int32]] = []
        self.counts: list[NDArray[np.int64]] = []
        self.compounds: list[NDArray[np.int32]] = []
        self.compound_rows: list[NDArray[np.int32]] = []
        self.lead: list[NDArray[np.uint8]] = []
        self._texts: list[bytes] = []
        self._lengths: list[int] = []
        self._plain: list[bytes] = []
        self._plain_rows: list[int] = []

    def add(self, titles: Sequence[str], chunk: Chunk) -> None:
        """Take in some titles, and what they were cut into."""
        done = len(self._lengths)
        self.numbers.append(chunk.numbers)
        self.counts.append(chunk.counts)
        self.compounds.append(chunk.compounds)
        self.compound_rows.append(chunk.places + np.int32(done))
        self.lead.append(chunk.lead)
        texts = [_bytes(folded) for folded in chunk.folded]
        self._texts.append(b"".join(texts))
        self._lengths += map(len, texts)
        for row, title in enumerate(titles, done):
            if not title.isascii():
                self._plain.append(_bytes(title))
                self._plain_rows.append(row)

    def texts(self) -> Arrays:
        """Return the arrays of texts."""
        return {
            "text": np.frombuffer(b"".join(self._texts), np.uint8),
            "text_ends": _ends([np.array(self._lengths, np.int64)]),
            "plain": np.frombuffer(b"".join(self._plain), np.uint8),
            "plain_rows": np.array(self._plain_rows, np.int32),
            "plain_ends": _ends([np.array([len(text) for text in self._plain], np.int64)]),
        }


def _vocabulary(numbered: Numbered) -> tuple[Vocabulary, Numbers]:
    """Return the vocabulary, and the place in it of each number that was given out."""
    numbers = numbered.numbers
    long = {word: _kept(word) for word in numbers if len(word) > MAX_WORD}
    words = sorted((numbers.keys() - long.keys() - {ROW}) | set(long.values()))
    places = np.zeros(len(numbers), np.int32)
    given = np.fromiter((numbers.get(word, 0) for word in words), np.int64, len(words))
    places[given] = np.arange(len(words), dtype=np.int32)
    for word, kept in long.items():
        places[numbers[word]] = bisect_left(words, kept)
    return Vocabulary.build(words), places


def _kept(word: bytes) -> bytes:
    return _bytes(word.decode("utf-8", "surrogatepass")[:MAX_WORD])


def _postings(zone: str, words: Words, count: int) -> Arrays:
    """Return the rows of each word, each row once, and where they end."""
    pairs = words[0].astype(np.uint64) << np.uint64(32)
    pairs |= words[1].astype(np.uint64)
    pairs.sort()
    pairs = pairs[np.concatenate(([True], pairs[1:] != pairs[:-1]))[: len(pairs)]]
    counts = np.bincount((pairs >> np.uint64(32)).astype(np.int64), minlength=count)
    rows = (pairs & np.uint64(0xFFFFFFFF)).astype(np.int32)
    return {f"{zone}_rows": rows, f"{zone}_ends": _ends([counts])}


def _joined(parts: list[NDArray[np.int32]]) -> NDArray[np.int32]:
    return np.concatenate([np.zeros(0, np.int32), *parts])


def _ends(counts: Sequence[NDArray[np.int64]]) -> NDArray[np.int64]:
    every = np.concatenate([np.zeros(1, np.int64), *counts])
    return np.cumsum(every, dtype=np.int64)


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")
