"""Whether two texts tell the same story in nearly the same words. Must not know: documents."""

from collections.abc import Sequence

from reader.search.copies.signing import RUN

ALIKE = 0.4  # of the runs of words that either has, both have
INSIDE = 0.6  # of those of the shorter, the longer has
WORTH = 0.2  # and of those that either has, both have: a teaser is no copy of its article

Runs = frozenset[tuple[str, ...]]


def runs(words: Sequence[str]) -> Runs:
    """Return every run of RUN words of a text."""
    return frozenset(zip(*(words[at:] for at in range(RUN)), strict=False))


def resemblance(one: Runs, other: Runs) -> float:
    """Return the share of runs both have among those either has, 0 to 1 (Broder 1997)."""
    both = len(one & other)
    either = len(one) + len(other) - both
    return both / either if either else 0.0


def is_copy(one: Runs, other: Runs) -> bool:
    """Whether one is a near-copy of the other: much alike, or the shorter lies inside the longer.

    A headline, a standfirst or a paragraph more or less, or half of it cut off, change nothing.
    """
    alike = resemblance(one, other)
    if alike >= ALIKE:
        return True
    shorter = min(len(one), len(other))
    return alike >= WORTH and len(one & other) >= INSIDE * shorter
