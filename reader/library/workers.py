"""Worker processes: jobs in, answers out in the same order, however one of them ends.

A job that takes too long, too much memory, or its worker's life costs nothing but itself. A pool of
the standard library either waits for ever for a worker that was killed, or gives all of them up.
"""

import atexit
import os
import subprocess
import sys
import threading
import time
from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from functools import cache
from multiprocessing.connection import Connection
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import IO, NamedTuple

from reader.errors import CatalogueError, ReaderError
from reader.library.preparing import Answer, Job, simpler
from reader.library.worker import OUT_OF_MEMORY

WALL_S = 6.0  # of a job
SIMPLER_S = 3.0  # of a job that was made simpler: both tries stay below ten seconds
START_S = 60.0  # of a worker, however busy the machine is
LOOK_S = 0.5  # between two looks at the clock
PAUSED_S = 2.0  # between two looks: this process stood still, and so may the workers have
STARTS = 3  # workers in a row that end before they are ready: it is no accident
END_S = 2.0  # of a worker that has closed its pipe
DEPTH = 12  # jobs a worker is given at a time
WORKER = "reader.library.worker"
LOG_BYTES = 1_000_000  # a log that has grown longer is begun anew
AHEAD = 64  # jobs a worker for which the first in order may have to be waited for


class Failed(NamedTuple):
    """A job that could not be done, and why: a short phrase."""

    reason: str


@dataclass(eq=False)
class _Worker:
    """One process, with the jobs it was sent and has not answered, the first one first."""

    process: "subprocess.Popen[bytes]"
    jobs: Connection
    answers: Connection
    since: float = field(default_factory=time.monotonic)  # when it began with the first
    starved: float = 0.0  # seconds it had waited for a core until then
    ready: bool = False
    waiting: deque[int] = field(default_factory=deque)  # places of the jobs in their order
    outbox: "SimpleQueue[Job | None]" = field(default_factory=SimpleQueue)
    threads: tuple[threading.Thread, ...] = ()

    @classmethod
    def started(cls, module: str, log: Path | None, said: "SimpleQueue[_Message]") -> "_Worker":
        """Start one; what it says comes into the queue.

        A thread sends its jobs and another takes its answers: a pipe that is full would make one
        of us wait for the other, and both for ever.
        """
        theirs_in, ours_out = os.pipe()
        ours_in, theirs_out = os.pipe()
        try:
            with _opened(log) as errors:
                process = subprocess.Popen(
                    [sys.executable, "-P", "-m", module, str(theirs_in), str(theirs_out)],
                    stdin=subprocess.DEVNULL,
                    stdout=subprocess.DEVNULL,
                    stderr=errors,
                    pass_fds=(theirs_in, theirs_out),
                    start_new_session=True,  # Ctrl-C is for the program that waits for it
                )
        except OSError as error:
            os.close(ours_out)
            os.close(ours_in)
            raise CatalogueError(
                f"cannot start a process to read documents: {error.strerror}; close other programs"
            ) from error
        finally:
            os.close(theirs_in)
            os.close(theirs_out)
        jobs, answers = Connection(ours_out, readable=False), Connection(ours_in, writable=False)
        worker = cls(process, jobs, answers)
        worker.threads = (
            threading.Thread(target=worker._listen, args=(said,), daemon=True),
            threading.Thread(target=worker._talk, daemon=True),
        )
        for thread in worker.threads:
            thread.start()
        return worker

    def _talk(self) -> None:
        with suppress(OSError):  # it has died, which its answers will tell
            while (job := self.outbox.get()) is not None:
                self.jobs.send(job)

    def _listen(self, said: "SimpleQueue[_Message]") -> None:
        with suppress(EOFError, OSError):
            while True:
                said.put((self, self.answers.recv(), False))
        said.put((self, None, True))

    def begin(self) -> None:
        """It begins with a job now."""
        self.since, self.starved = time.monotonic(), _starved(self.process.pid)

    def busy(self, now: float, enough: float) -> bool:
        """Whether it has been at a job for so many seconds, but for those without a core."""
        if now - self.since <= enough:
            return False
        return now - self.since - (_starved(self.process.pid) - self.starved) > enough

    def send(self, place: int, job: Job) -> None:
        if not self.waiting:
            self.begin()
        self.waiting.append(place)
        self.outbox.put(job)

    def end(self) -> str:
        """End it; why it has ended by itself, "" if it had not."""
        code = self.process.poll()
        self.process.kill()
        self.process.wait()
        self.outbox.put(None)
        for thread in self.threads:
            thread.join()
        self.jobs.close()
        self.answers.close()
        if code is None:
            return ""
        return "it needs too much memory" if code == OUT_OF_MEMORY else "reading it broke off"


class Workers:
    """As many processes as there are cores, started when there is work for them, kept for more."""

    def __init__(
        self, log: Path | None = None, most: int | None = None, module: str = WORKER
    ) -> None:
        """`log` is a file for what workers say when they break off; `most` is their number.

        Each runs `module`, which answers as `reader.library.worker` does.
        """
        self.log = log
        self._module = module
        self._most = most or _cores()
        self._workers: list[_Worker] = []
        self._said: SimpleQueue[_Message] = SimpleQueue()
        self._looked = 0.0
        self._unstarted = 0  # workers in a row that ended before they were ready

    def each(self, jobs: Iterable[Job]) -> Iterator[tuple[Job, Answer | Failed]]:
        """Every job with its answer, in order. Raises what a job raises as a ReaderError.

        Jobs are taken as they are needed: a few dozen before the answer that comes next.
        """
        source = enumerate(jobs)
        sent: dict[int, Job] = {}
        known: dict[int, Answer | Failed] = {}
        turn = 0
        try:
            while True:
                self._feed(source, sent)
                if turn not in sent:
                    return
                while turn not in known:
                    for place, answer in self._answered(sent):
                        if isinstance(answer, ReaderError):
                            raise answer
                        known[place] = answer
                    self._feed(source, sent)
                yield sent.pop(turn), known.pop(turn)
                turn += 1
        finally:
            if sent:  # their answers would come to whoever asks next
                self.close()

    def close(self) -> None:
        """End all processes; the next jobs start new ones."""
        for worker in self._workers:
            worker.end()
        self._workers.clear()
        self._said = SimpleQueue()

    # ---- inside

    def _feed(self, source: Iterator[tuple[int, Job]], sent: dict[int, Job]) -> None:
        """Send jobs to those who have few, and start another worker when all have enough."""
        while len(sent) < AHEAD * self._most:
            idle = min(self._workers, key=lambda worker: len(worker.waiting), default=None)
            if idle is None or len(idle.waiting) >= DEPTH:
                if len(self._workers) >= self._most:
                    return
                idle = None
            found = next(source, None)
            if found is None:
                return
            if idle is None:
                idle = _Worker.started(self._module, self.log, self._said)
                self._workers.append(idle)
            place, sent[place] = found[0], found[1]
            idle.send(place, sent[place])

    def _answered(self, sent: dict[int, Job]) -> Iterator[tuple[int, "_Said"]]:
        """What workers say, or what becomes of those that will say nothing more."""
        messages = []
        with suppress(Empty):
            messages.append(self._said.get(timeout=LOOK_S))
            while True:  # what has been said already must not be taken for silence
                messages.append(self._said.get_nowait())
        now = time.monotonic()
        paused = now - self._looked > PAUSED_S + LOOK_S
        self._looked = now
        for message in messages:
            yield from self._heard(message, sent)
        for worker in list(self._workers):
            if paused:
                worker.begin()
            elif worker.waiting and worker.busy(now, self._patience(worker, sent)):
                yield from self._lost(worker, sent, "it takes too long")

    def _heard(self, message: "_Message", sent: dict[int, Job]) -> Iterator[tuple[int, "_Said"]]:
        worker, answer, ended = message
        if worker not in self._workers:
            return
        if ended:
            with suppress(subprocess.TimeoutExpired):
                worker.process.wait(END_S)  # it has closed its pipe, and is about to end
            yield from self._lost(worker, sent, "reading it broke off")
            return
        worker.begin()
        if worker.ready:
            assert answer is not None
            yield worker.waiting.popleft(), answer
        worker.ready, self._unstarted = True, 0

    def _patience(self, worker: _Worker, sent: dict[int, Job]) -> float:
        """Seconds that a worker may take until it says something."""
        if not worker.ready:
            return START_S
        return WALL_S if simpler(sent[worker.waiting[0]]) else SIMPLER_S

    def _lost(
        self, worker: _Worker, sent: dict[int, Job], why: str
    ) -> Iterator[tuple[int, Failed]]:
        """End a worker: the job it was at is made simpler or has failed; others are to be done."""
        self._workers.remove(worker)
        why = worker.end() or why
        to_do = list(worker.waiting)
        if not worker.ready:
            self._unstarted += 1
            if self._unstarted >= STARTS:
                raise CatalogueError(
                    f"the process that reads documents cannot start: see {self.log}"
                )
        elif to_do:
            culprit = to_do[0]
            if (again := simpler(sent[culprit])) is not None:
                sent[culprit] = again
            else:
                yield to_do.pop(0), Failed(why)
        if to_do:
            heir = _Worker.started(self._module, self.log, self._said)
            self._workers.append(heir)
            for place in to_do:
                heir.send(place, sent[place])


_Said = Answer | Failed | ReaderError
_Message = tuple[_Worker, _Said | None, bool]  # from whom, what, and whether it was the last


@contextmanager
def _opened(log: Path | None) -> Iterator[int | IO[bytes]]:
    """The log, begun anew when it has grown long; nothing where there can be none."""
    try:
        if log is None:
            raise FileNotFoundError
        log.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        long = log.exists() and log.stat().st_size > LOG_BYTES
        file = log.open("wb" if long else "ab")
    except OSError:
        yield subprocess.DEVNULL
    else:
        with file:
            yield file


def pool(log: Path | None) -> Workers:
    """The workers of this process, which end with it, and from now on write to this log."""
    workers = _pool()
    workers.log = log
    return workers


@cache
def _pool() -> Workers:
    workers = Workers()
    atexit.register(workers.close)
    return workers


def _starved(process: int) -> float:
    """Seconds that a process could have run but had no core; 0 where the system does not tell.

    On a busy machine they may be most of what a job takes, which is not the document's fault.
    """
    try:
        fields = Path(f"/proc/{process}/schedstat").read_text("ascii").split()
        return int(fields[1]) / 1e9
    except (OSError, ValueError, IndexError):
        return 0.0


def _cores() -> int:
    """How many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
