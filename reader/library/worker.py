"""The process of a worker: it does jobs that come through one pipe and answers through another.

Started as `python -m reader.library.worker JOBS ANSWERS`, the numbers of two open files.
"""

import os
import resource
import sys
from collections.abc import Callable
from contextlib import suppress
from multiprocessing.connection import Connection
from pathlib import Path

from reader.errors import ReaderError
from reader.library.preparing import Answer, Job, done, rest

MEMORY = 1_500_000_000  # bytes of address space beyond what a worker has when it starts
CPU_S = 30  # of one job: an orphan that never ends is ended by the system
REST_S = 0.05  # without a job, until nothing is kept open for more
OUT_OF_MEMORY = 77  # exit code


def main(do: Callable[[Job], Answer] = done) -> None:
    """Do jobs until nobody sends any."""
    jobs, answers = (Connection(int(number)) for number in sys.argv[1:3])
    _limit_memory()
    try:
        answers.send(None)  # ready
        while True:
            if not jobs.poll(REST_S):
                rest()
            job = jobs.recv()
            _limit_time()
            try:
                answer: object = do(job)
            except ReaderError as error:
                answer = error
            answers.send(answer)
    except MemoryError:
        os._exit(OUT_OF_MEMORY)
    except (EOFError, BrokenPipeError, KeyboardInterrupt):  # nobody waits for an answer
        os._exit(0)


def _limit_memory() -> None:
    """No document may take the machine's memory away; nothing in a worker is worth a core file."""
    with suppress(OSError, ValueError):  # some systems know no such limit, or have a lower one
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        pages = int(Path("/proc/self/statm").read_text("ascii").split()[0])
        most = pages * resource.getpagesize() + MEMORY
        resource.setrlimit(resource.RLIMIT_AS, (most, most))


def _limit_time() -> None:
    used = resource.getrusage(resource.RUSAGE_SELF)
    most = int(used.ru_utime + used.ru_stime) + CPU_S
    with suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_CPU, (most, resource.getrlimit(resource.RLIMIT_CPU)[1]))


if __name__ == "__main__":
    main()
