"""A worker that does what bad documents do to workers, as the names of files ask for it."""

import os
import time
from pathlib import Path

from reader.library import preparing, worker
from reader.library.preparing import Answer, Job, ToRead

WORKER = __name__
WORK_S = 0.4  # of processor time


def done(job: Job) -> Answer:
    """Do a job, or misbehave: at the first try only where the name ends in "once"."""
    kind = Path(job.name).stem if isinstance(job, ToRead) else ""
    if isinstance(job, ToRead) and not (kind.endswith("once") and job.plainly):
        if kind.startswith("hang"):
            time.sleep(3_600)
        if kind.startswith("die"):
            os.kill(os.getpid(), 9)
        if kind.startswith("eat"):
            bytearray(10**12)
        if kind.startswith("work"):
            began = time.process_time()
            while time.process_time() - began < WORK_S:
                pass
        if kind.startswith("raise"):
            raise ZeroDivisionError(kind)
    return preparing.done(job)


if __name__ == "__main__":
    worker.main(done)
