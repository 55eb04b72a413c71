"""Where somebody left off in a collection, so that the next start begins there."""

import os

from reader.library.files import put
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
    put(settings.state / FOLDER / key, os.fsencode(name))


def forget(settings: Settings, key: str) -> None:
    """Forget where somebody left off. Raises OSError."""
    (settings.state / FOLDER / key).unlink(missing_ok=True)
