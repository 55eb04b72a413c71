"""Where the article stands: the runs of units that are worth most together."""

from collections.abc import Sequence
from itertools import pairwise

_SECOND = 0.35  # of the worth of the first run, from which another is a part of the article
_SECOND_LEAST = 90.0  # words of prose
_AFTER_BARRIER = 0.4  # what prose behind a barrier (comments) is worth


def best_run(values: Sequence[float], start: int = 0, end: int | None = None) -> tuple[int, int]:
    """Return the stretch [first, after) of greatest sum, empty if nothing is above 0 (Kadane)."""
    end = len(values) if end is None else end
    best = running = 0.0
    found = (start, start)
    begin = start
    for index in range(start, end):
        running += values[index]
        if running <= 0:
            running, begin = 0.0, index + 1
        elif running > best:
            best, found = running, (begin, index + 1)
    return found


def spans(values: Sequence[float], barriers: Sequence[int]) -> list[tuple[int, int]]:
    """Return one or two stretches [first, after) that hold the article, in order.

    A stretch never crosses a barrier: the index of a unit behind which readers write, not authors.
    """
    edges = [0, *barriers, len(values)]
    best, main = 0.0, (0, 0)
    limits = (0, len(values))
    for number, (start, end) in enumerate(pairwise(edges)):
        run = best_run(values, start, end)
        total = sum(values[run[0] : run[1]]) * (_AFTER_BARRIER if number else 1.0)
        if total > best:
            best, main, limits = total, run, (start, end)
    if main[0] == main[1]:
        return []
    found = [main]
    least = max(_SECOND_LEAST, _SECOND * best)
    for start, end in ((limits[0], main[0]), (main[1], limits[1])):
        run = best_run(values, start, end)
        if sum(values[run[0] : run[1]]) >= least:
            found.append(run)
    return sorted(found)
