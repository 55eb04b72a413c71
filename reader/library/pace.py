"""How far a run is, in words: how fast it goes and how long it will take."""

import time
from collections import deque
from collections.abc import Callable

from reader.model import Progress

WINDOW_S = 10.0  # of what is told by how fast it went
FIRST_S = 1.0  # before anything is said of it
MINUTE, HOUR = 60, 3_600  # seconds


class Pace:
    """Is told of each progress of one run, and says it in a sentence."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._stage = ""
        self._begun = 0.0
        self._seen: deque[tuple[float, int]] = deque()

    def said(self, progress: Progress) -> str:
        """ "reading 1,200 of 100,000 · 310/s · 5 min left"; less while that is not known."""
        now = self._clock()
        if progress.stage != self._stage:
            self._stage, self._begun = progress.stage, now
            self._seen.clear()
        self._seen.append((now, progress.done))
        while now - self._seen[0][0] > WINDOW_S:
            self._seen.popleft()
        if progress.stage == "waiting":
            return "waiting for another reader that brings this collection up to date"
        if progress.stage == "looking":  # nobody knows how many there will be
            return f"{progress.stage} · {progress.done:,} files"
        said = f"{progress.stage} {progress.done:,} of {progress.total:,}"
        rate = self._rate(now)
        if not rate or progress.done >= progress.total:
            return said
        return f"{said} · {_amount(rate)}/s · {_time((progress.total - progress.done) / rate)} left"

    def _rate(self, now: float) -> float:
        """Documents a second lately; 0 while it is too early to say."""
        since, before = self._seen[0]
        if now - self._begun < FIRST_S or now <= since:
            return 0.0
        return max(0, self._seen[-1][1] - before) / (now - since)


def _amount(rate: float) -> str:
    return f"{rate:,.0f}" if rate >= 10 else f"{rate:.1f}"


def _time(seconds: float) -> str:
    if seconds < MINUTE:
        return f"{max(1, round(seconds))} s"
    if seconds < HOUR:
        return f"{round(seconds / MINUTE)} min"
    return f"{int(seconds // HOUR)} h {int(seconds % HOUR // MINUTE)} min"
