"""What was searched for before, in any collection: a file of lines that programs share."""

from contextlib import suppress

from reader.errors import CatalogueError
from reader.library.files import private, put
from reader.library.lock import SOON_S, exclusive
from reader.settings import Settings

FILE = "searches"  # in the state folder: a query a line, the latest last
LOCK = "searches.lock"
MOST = 500  # queries that are kept
MOST_BYTES = 1_000_000  # that are read; a longer file is none of ours


def searched(settings: Settings) -> list[str]:
    """What was searched for, the latest first; nothing where that cannot be read."""
    try:
        with (settings.state / FILE).open("rb") as stream:
            content = stream.read(MOST_BYTES)
    except OSError:
        return []
    lines = content.decode("utf-8", "replace").split("\n")
    return [*dict.fromkeys(line for line in reversed(lines) if line.strip())][:MOST]


def remember(settings: Settings, query: str) -> None:
    """Note a query as the latest; one that begins with a space, or cannot be written, is not kept.

    Programs wait for one another, so that each finds its own in the file.
    """
    line = " ".join(query.rstrip().splitlines())
    if not line or line.startswith(" "):
        return
    with suppress(OSError, CatalogueError):
        private(settings.state)
        with exclusive(settings.state / LOCK, SOON_S) as ours:
            if ours:
                kept = [line, *(one for one in searched(settings) if one != line)][:MOST]
                text = "".join(f"{one}\n" for one in reversed(kept))
                put(settings.state / FILE, text.encode("utf-8", "replace"))
