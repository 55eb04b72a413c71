"""The signature of a text: texts alike have many bytes of it in common. Must not know: documents.

Min-wise hashing (Broder 1997) of runs of words, of which the lowest eight bits are kept of each
minimum (b-bit minwise hashing, Li and König 2010): SIGNS bytes for a text of any length.
"""

from collections.abc import Sequence

SIGNS = 64  # bytes of a signature
RUN = 8  # words that are taken together
FEWEST = 40  # words; a text of fewer is like too many others

_SEED = 1


def signature(words: Sequence[str]) -> bytes:
    """Return SIGNS bytes for the words of a text, folded; none where it has too few.

    The chance that two signatures agree in a byte is the share of runs of words that both texts
    have among those that either has, and 1/256 more.
    """
    if len(words) < FEWEST:
        return b""
    from rensa import RMinHash  # noqa: PLC0415 - heavy libraries are loaded at first use

    hashed = RMinHash(num_perm=SIGNS, seed=_SEED)
    hashed.update([" ".join(words[at : at + RUN]) for at in range(len(words) - RUN + 1)])
    return bytes(number & 0xFF for number in hashed.digest())
