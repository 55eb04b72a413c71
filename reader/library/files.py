"""Small files of ours: written whole or not at all, in folders that are for their owner only."""

import os
from contextlib import suppress
from pathlib import Path


def put(file: Path, content: bytes) -> None:
    """Replace a file that is not precious, and make its folder; where that cannot be, nothing."""
    fresh = file.with_name(f"{file.name}.{os.getpid()}.new")
    try:
        private(file.parent)
        handle = os.open(fresh, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600)
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
        fresh.replace(file)
    except (OSError, ValueError):
        with suppress(OSError, ValueError):
            fresh.unlink(missing_ok=True)


def private(folder: Path) -> None:
    """Make a folder and its missing parents, for their owner only. Raises OSError."""
    for part in (*reversed(folder.parents), folder):
        if not os.access(part, os.F_OK):
            part.mkdir(mode=0o700, exist_ok=True)
