"""Where somebody left off in a collection, so that the next start begins there."""

import os

from reader.settings import Settings

FOLDER = "left-off"  # in the state folder: a file for each collection


def left_at(settings: Settings, key: str) -> str:
    """The name of the document the cursor was on last; empty if it is not known."""
    try:
        return os.fsdecode((settings.state / FOLDER / key).read_bytes())
    except OSError:
        return ""


def leave_at(settings: Settings, key: str, name: str) -> None:
    """Note the document the cursor is on; a state folder that cannot be written is no matter."""
    folder = settings.state / FOLDER
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        fresh = folder / f"{key}.new"
        fresh.write_bytes(os.fsencode(name))
        fresh.replace(folder / key)
    except OSError:
        return
