"""The caches of all collections: how large they are, which ones may go, and how they go."""

import os
import re
import time
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from reader.catalogue.opening import FILE
from reader.errors import CatalogueError
from reader.library.lock import USERS, WRITER, exclusive
from reader.library.shelf import NOTE, Remembered, is_there, read, remembered
from reader.settings import Settings

KEY = re.compile(r"[0-9a-f]{16}")  # what a cache folder of ours is called
SIGNS = (FILE, NOTE, USERS, WRITER)  # of these a cache of ours has one at least
GONE = ".gone-"  # how the name of a folder begins that is being deleted
DELETED = re.compile(rf"\{GONE}[0-9a-f]{{16}}-[0-9a-f]{{8}}")
UNFINISHED = re.compile(r".+\.(new(-wal|-shm|-journal)?|tmp)")  # files that a kill may leave behind
PARTS = {
    "fulltext": "full text",
    "titles": "titles",
}  # what lies in a folder of its own; all else is the catalogue
KEPT_DAYS = 90  # a cache whose collection is gone, or of which nobody knows, is kept so long
LEFT_S = 3_600  # a file half made this long ago has lost its maker
DAY_S = 86_400
LARGE = 1_000  # of one unit are one of the next


class Cache(NamedTuple):
    """What is kept of one collection."""

    folder: Path
    of: Remembered | None  # None where nobody knows any more whose it is
    parts: Mapping[str, int]  # bytes on disk: "catalogue", "full text", "titles"

    @property
    def key(self) -> str:
        """The key of its collection."""
        return self.folder.name

    @property
    def size(self) -> int:
        """Bytes on disk."""
        return sum(self.parts.values())


def caches(settings: Settings) -> list[Cache]:
    """The caches of all collections, that of the one last opened first."""
    known = {one.key: one for one in remembered(settings)}
    found = [
        Cache(folder, known.get(folder.name) or read(folder / NOTE, folder.name), sizes(folder))
        for folder in _ours(settings)
    ]
    return sorted(found, key=lambda cache: (-opened(cache), cache.key))


def opened(cache: Cache) -> float:
    """When the collection was last opened, or else when anything was done to its cache."""
    if cache.of is not None:
        return cache.of.opened
    with suppress(OSError):
        return max(entry.stat(follow_symlinks=False).st_mtime for entry in _entries(cache.folder))
    return 0.0


def sizes(folder: Path) -> dict[str, int]:
    """How many bytes each part of a cache takes; empty where there is none."""
    found: dict[str, int] = {}
    for entry in _entries(folder):
        part = PARTS.get(entry.name, "catalogue")
        found[part] = found.get(part, 0) + _size(entry)
    return found


def in_words(size: int) -> str:
    """So many bytes as people say it: "640 kB", "1.2 GB"."""
    if size < LARGE:
        return f"{size} B"
    number, units = size / 1_000, iter("MGT")
    unit = "k"
    while number >= LARGE - 0.5 and unit != "T":
        number, unit = number / 1_000, next(units)
    return f"{number:.{int(number < 9.95)}f} {unit}B"


# ---- what may go


def tidy(settings: Settings, keep: str = "") -> list[Cache]:
    """Clear away what no one needs, and what is beyond the limit; the caches that went.

    That of the collection `keep`, and what another process has open, stays.
    """
    for left in leftovers(settings):
        clear(left)
    candidates = [cache for cache in caches(settings) if cache.key != keep]
    old = [cache for cache in candidates if outlived(cache)]
    gone = [cache for cache in old if discard(cache.folder)]
    return gone + [cache for cache in over_limit(settings, keep) if discard(cache.folder)]


def outlived(cache: Cache) -> bool:
    """Whether a cache is of no use any more.

    Its collection is gone, or nobody knows of it, and it was not opened for many days.
    """
    recent = time.time() - opened(cache) < KEPT_DAYS * DAY_S
    return not recent and (cache.of is None or not cache.of.there)


def over_limit(settings: Settings, keep: str = "") -> list[Cache]:
    """The caches that must go for the rest to be within the limit; the one opened last goes last.

    Never `keep`, and never any that is in use.
    """
    limit = settings.cache_bytes
    if limit is None:
        return []
    found = caches(settings)
    total = sum(cache.size for cache in found)
    going = []
    for cache in reversed(found):
        if total <= limit:
            break
        if cache.key != keep and cache.size and not held(cache.folder):
            going.append(cache)
            total -= cache.size
    return going


def leftovers(settings: Settings) -> list[Path]:
    """What kills have left behind: folders half deleted and files half made."""
    found = [folder for folder in _folders(settings.cache) if DELETED.fullmatch(folder.name)]
    ours = _ours(settings)
    state = [settings.state / name for name in ("collections", "left-off")]
    for folder in (*ours, *(folder / "fulltext" for folder in ours), *state):
        found += unfinished(folder)
    return sorted(found)


def unfinished(folder: Path) -> list[Path]:
    """The files in a folder that were left half made."""
    return sorted(Path(entry) for entry in _entries(folder) if _abandoned(entry))


def _abandoned(entry: "os.DirEntry[str]") -> bool:
    try:
        age = time.time() - entry.stat(follow_symlinks=False).st_mtime
    except OSError:
        return False
    return age > LEFT_S and bool(UNFINISHED.fullmatch(entry.name)) and entry.is_file()


# ---- how it goes


def held(folder: Path, *names: str) -> bool:
    """Whether somebody has this cache open or brings it up to date; or holds these locks in it."""
    for lock in (folder / name for name in names or (USERS, WRITER)):
        try:
            if lock.is_file():
                with exclusive(lock, wait=False) as ours:
                    if not ours:
                        return True
        except CatalogueError:
            return True
    return False


def discard(folder: Path) -> bool:
    """Delete a cache that is not in use; whether it is gone.

    Killed in between, either the cache is there or something that is cleared away later.
    """
    if not folder.is_dir():
        return True
    gone = folder.with_name(f"{GONE}{folder.name}-{os.urandom(4).hex()}")
    try:
        with (
            exclusive(folder / USERS, wait=False) as unused,
            exclusive(folder / WRITER, wait=False) as idle,
        ):
            if not (unused and idle):
                return False
            folder.rename(gone)
    except (CatalogueError, OSError):
        return False
    clear(gone)
    return True


def clear(path: Path) -> None:
    """Delete a file, or a folder with all that is in it, as far as that can be."""
    import shutil  # noqa: PLC0415  # rarely needed

    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path, ignore_errors=True)
    else:
        with suppress(OSError):
            path.unlink()


def _ours(settings: Settings) -> list[Path]:
    """The cache folders; others may keep theirs beside them."""
    return [
        folder
        for folder in _folders(settings.cache)
        if KEY.fullmatch(folder.name) and any(is_there(folder / name) for name in SIGNS)
    ]


def _folders(folder: Path) -> Iterator[Path]:
    return (Path(entry) for entry in _entries(folder) if entry.is_dir(follow_symlinks=False))


def _entries(folder: Path) -> "list[os.DirEntry[str]]":
    try:
        with os.scandir(folder) as entries:
            return list(entries)
    except OSError:
        return []


def _size(entry: "os.DirEntry[str]") -> int:
    if entry.is_dir(follow_symlinks=False):
        return sum(map(_size, _entries(Path(entry))))
    try:
        return entry.stat(follow_symlinks=False).st_blocks * 512
    except OSError:
        return 0
