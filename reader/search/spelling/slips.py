"""Slips of the pen that many texts have. Must not know: queries, files.

A word of an index that a far more frequent one was meant by, likely. What is one edit away is
often another word (trail, trial; covert, convert) or a name: only a letter that was left out or
doubled, or two that were swapped, inside a word that is not short, are taken for slips. Even so
one in four or five is none: it is said what may have been meant, and nothing is found for it.
"""

from collections.abc import Iterable

import numpy as np

SHORTEST = 7  # letters of what was meant
TIMES = 100  # as many texts must have what was meant
FIRST, LAST = 1, 2  # letters that are the same at the beginning, and at the end


def slipped(word: str, others: Iterable[str]) -> list[str]:
    """Return those of the others that the word may be a slip of, in their order."""
    from rapidfuzz.distance import OSA  # noqa: PLC0415 - heavy, loaded at first use
    from rapidfuzz.process import cdist  # noqa: PLC0415

    listed = [other for other in others if len(other) >= SHORTEST]
    if len(word) < SHORTEST - 1 or not listed:
        return []
    [distances] = cdist(
        [word], listed, scorer=OSA.distance, score_cutoff=1, dtype=np.uint8, workers=1
    )
    near = [listed[place] for place in np.flatnonzero(distances == 1).tolist()]
    return [other for other in near if is_slip(word, other)]


def is_slip(word: str, meant: str) -> bool:
    """Whether two words of one edit differ as a slip of the pen does from what was meant."""
    if word[:FIRST] != meant[:FIRST] or word[-LAST:] != meant[-LAST:]:
        return False
    if len(word) == len(meant):
        return sorted(word) == sorted(meant)  # swapped: another letter would be another word
    if len(word) < len(meant):
        return True
    at = next((at for at, letter in enumerate(meant) if letter != word[at]), len(meant))
    return word[at] == word[at - 1]
