"""What spellings of one word share. Must not know: titles, scores."""

import numpy as np
from numpy.typing import NDArray

Bytes = NDArray[np.uint8]

SOUNDS = 8  # of a word that are compared; of those after them only how many there are
NEWLINE = 10

_WRITTEN = ((b"ph", b"f"), (b"ck", b"k"), (b"kh", b"k"))
_CAPITALS = bytes(range(ord("A"), ord("Z") + 1))
_HEARD = bytes.maketrans(b"cqzx" + _CAPITALS, b"kkss" + b"abkdafghajklmnapkrstavwsys")
_SILENT = b"aeiouhwy"


def skeletons(words: bytes) -> tuple[NDArray[np.uint64], NDArray[np.uint8]]:
    """Return the skeleton of each word, packed so that they sort, and the number of its sounds.

    A skeleton is the first letter, all vowels counting as one, then the consonants by sound,
    doubled ones once: mojahedin and mujahideen share one, osama and usama too. The words are
    folded, in UTF-8, and end in a newline each.
    """
    for written, heard in _WRITTEN:
        words = words.replace(written, heard)
    letters = np.frombuffer(words, np.uint8).copy()
    firsts = np.concatenate(([0], np.flatnonzero(letters == NEWLINE)[:-1] + 1))[: len(letters)]
    letters[firsts] -= 32 * ((letters[firsts] >= ord("a")) & (letters[firsts] <= ord("z"))).astype(
        np.uint8
    )  # as capitals they are neither silent nor of another sound
    sounds = np.frombuffer(letters.tobytes().translate(_HEARD, _SILENT), np.uint8)
    again = sounds[1:] == sounds[:-1]
    return _packed(np.delete(sounds, np.flatnonzero(again) + 1))


def _packed(sounds: Bytes) -> tuple[NDArray[np.uint64], NDArray[np.uint8]]:
    ends = np.flatnonzero(sounds == NEWLINE)
    starts = np.concatenate(([0], ends[:-1] + 1))[: len(ends)]
    counts = ends - starts
    keys = np.zeros(len(ends), np.uint64)
    for at in range(SOUNDS):
        here = np.where(at < counts, sounds[np.minimum(starts + at, len(sounds) - 1)], 0)
        keys |= here.astype(np.uint64) << np.uint64(8 * (SOUNDS - 1 - at))
    return keys, np.minimum(counts, 255).astype(np.uint8)
