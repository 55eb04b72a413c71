"""The question before an address is opened: as much of the address as fits, its host whole."""

from collections.abc import Sequence
from typing import NamedTuple

LEAST_PATH = 8  # columns of what stands behind the host, where there is more of it
GAP = 3  # columns between the question and the keys


class Question(NamedTuple):
    """What the status line shows; all of it is ASCII, as addresses are."""

    lead: str
    before: str  # scheme and user
    host: str
    path: str
    end: str
    keys: str


def question(url: str, keys: Sequence[str], width: int) -> Question:
    """The question in a row so wide, with those of the keys, from many to few, that have room.

    The whole address comes before all keys but the first; after those its path is cut.
    """
    before, host, path = apart(url)
    ways = [(" in the browser?", keys[0]), *(("?", some) for some in (*keys, ""))]
    rooms = [
        width - len(f" open {end}") - (len(some) + GAP + 1 if some else 0) for end, some in ways
    ]
    whole = len(url)
    least = len(before) + len(host) + min(len(path), LEAST_PATH)
    way = next(
        (
            number
            for wanted, offered in ((whole, rooms[:-1]), (least, rooms))
            for number, room in enumerate(offered)
            if wanted <= room
        ),
        len(ways) - 1,
    )
    end, some = ways[way]
    return Question(" open ", *fitted(before, host, path, max(1, rooms[way])), end, some)


def apart(url: str) -> tuple[str, str, str]:
    """What stands before the host, the host with its port, and what stands behind it."""
    scheme, slashes, rest = url.partition("://")
    if not slashes:
        scheme, colon, rest = url.partition(":")
        return scheme + colon, rest, ""
    end = min((at for at in map(rest.find, "/?#") if at >= 0), default=len(rest))
    user, at, host = rest[:end].rpartition("@")
    return f"{scheme}://{user}{at}", host, rest[end:]


def fitted(before: str, host: str, path: str, room: int) -> tuple[str, str, str]:
    """The address in so many columns: first the path is cut in its middle, then what stands before
    the host; of a host that is too long its end is kept, which says whose it is."""
    if len(before) + len(host) + len(path) <= room:
        return before, host, path
    path = cut_inside(path, room - len(before) - len(host))
    if len(before) + len(host) + len(path) > room:
        before = cut_inside(before, room - len(host) - len(path))
    if len(host) > room:
        before, host, path = "", f"…{host[1 - room :]}" if room > 1 else "…", ""
    return before, host, path


def cut_inside(text: str, room: int) -> str:
    """A text without its middle where it does not fit."""
    if len(text) <= room:
        return text
    if room < 2:
        return "…"[: max(0, room)]
    end = (room - 1) // 3
    return f"{text[: room - 1 - end]}…{text[len(text) - end :]}"
