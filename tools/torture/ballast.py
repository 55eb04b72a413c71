"""Fill a small disk but for a little room, which differs from round to round.

    python -m tools.torture.ballast FOLDER NUMBER

What the round before put there is taken away first.
"""

import os
import random
import sys
from pathlib import Path

MOST_ROOM = 800_000  # bytes


def main(folder: Path, number: int) -> None:
    """Leave at most MOST_ROOM free on the disk of the folder, so much by chance."""
    path = folder / "ballast"
    path.unlink(missing_ok=True)
    disk = os.statvfs(folder)
    size = disk.f_bavail * disk.f_frsize - random.Random(number).randrange(MOST_ROOM)
    if size > 0:
        with path.open("wb") as file:
            os.posix_fallocate(file.fileno(), 0, size)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
