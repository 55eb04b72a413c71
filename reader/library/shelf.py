"""The collections that were opened before: their paths, when, and how many documents they had.

Nothing here is precious, so what cannot be read is as good as absent, and what cannot be written
is no matter.
"""

import os
import time
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from reader.library.collection import Collection, key_of
from reader.library.files import put
from reader.settings import Settings

if TYPE_CHECKING:
    from reader.search.places import Places

FOLDER = "collections"  # in the state folder: a note for each collection, named by its key
NOTE = "collection"  # in a cache folder: the same note, so that it says whose cache it is
VERSION = "1"
MOST_BYTES = 1_000_000  # of a note; a longer one is none of ours


class Remembered(NamedTuple):
    """A collection as it was when it was last open. Times are seconds since 1970, 0 is never."""

    paths: tuple[Path, ...]  # absolute, links resolved, sorted
    opened: int = 0  # by whatever command, or on the screen
    shown: int = 0  # on the screen
    updated: int = 0  # when its files were last looked at
    documents: int = 0  # that could be read then

    @property
    def key(self) -> str:
        """The collection's key."""
        return key_of(self.paths)

    @property
    def name(self) -> str:
        """What the collection is called on screen; others may be called the same."""
        return self.called(1)

    @property
    def there(self) -> bool:
        """Whether all of its paths are there."""
        return all(map(is_there, self.paths))

    def called(self, parts: int) -> str:
        """Its name made of so many last parts of each path."""
        return " + ".join(_end(path, parts) for path in self.paths)


def is_there(path: Path) -> bool:
    """Whether there is anything at a path, as far as one may look."""
    return os.access(path, os.F_OK)


def _end(path: Path, parts: int) -> str:
    return str(path) if parts >= len(path.parts) else "/".join(path.parts[-parts:])


def remembered(settings: Settings) -> list[Remembered]:
    """Every collection that is remembered, the one last opened first."""
    try:
        names = [entry.name for entry in os.scandir(settings.state / FOLDER)]
    except OSError:
        return []
    found = (read(settings.state / FOLDER / name, name) for name in names)
    known = [one for one in found if one is not None]
    return sorted(known, key=lambda one: (-one.opened, -one.shown, one.paths))


def labels(known: Iterable[Remembered]) -> dict[str, str]:
    """What to call each, by its key: its name, after as many folders as tell it from the others."""
    parts = dict.fromkeys(known, 1)
    while True:
        count = Counter(one.called(parts[one]) for one in parts)
        short = [
            one
            for one in parts
            if count[one.called(parts[one])] > 1
            and parts[one] < max(len(path.parts) for path in one.paths)
        ]
        if not short:
            return {one.key: one.called(parts[one]) for one in parts}
        for one in short:
            parts[one] += 1


def note(
    collection: Collection,
    settings: Settings,
    *,
    shown: bool = False,
    documents: int | None = None,
) -> None:
    """Note that a collection was opened just now; with `documents`, that its files were looked at.

    One without any folder is not remembered, but its cache says what it is of.
    """
    now = int(time.time())
    paths = tuple(root.path for root in collection.roots)
    place = settings.state / FOLDER / collection.key
    known = read(place, collection.key) or Remembered(paths)
    known = known._replace(opened=now, shown=now if shown else known.shown)
    if documents is not None:
        known = known._replace(updated=now, documents=documents)
    if any(not root.is_file for root in collection.roots):
        put(place, _written(known))
    if not collection.is_file and (cache := settings.collection_cache(collection.key)).is_dir():
        put(cache / NOTE, _written(known))


def last_shown(collection: Collection, settings: Settings) -> int:
    """When a collection was last on the screen, in seconds since 1970; 0: never."""
    known = read(settings.state / FOLDER / collection.key, collection.key)
    return known.shown if known else 0


def read(file: Path, key: str) -> Remembered | None:
    """What this note says of the collection of this key; None if it makes no sense."""
    try:
        with file.open("rb") as stream:
            version, *rest = os.fsdecode(stream.read(MOST_BYTES)).split("\0")
        opened, shown, updated, documents = (_number(text) for text in rest[:4])
    except (OSError, ValueError):
        return None
    paths = tuple(map(Path, rest[4:]))
    whole = version == VERSION and bool(paths) and all(path.is_absolute() for path in paths)
    found = Remembered(paths, opened, shown, updated, documents)
    return found if whole and found.key == key else None


def _number(text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) < 16):
        raise ValueError(text)
    return int(text)


def _written(one: Remembered) -> bytes:
    numbers = (one.opened, one.shown, one.updated, one.documents)
    return os.fsencode("\0".join([VERSION, *map(str, numbers), *map(str, one.paths)]))


def within(collection: Collection, known: Remembered) -> tuple[str, ...]:
    """How the names of the documents begin that lie in that collection, too; "" is all of them."""
    begun: list[str] = []
    for root in collection.roots:
        prefix = f"{root.prefix}/" if root.prefix else ""
        for path in known.paths:
            if root.path.is_relative_to(path):
                begun.append(prefix)
            elif path.is_relative_to(root.path):
                begun.append(f"{prefix}{path.relative_to(root.path)}/")
    return tuple(dict.fromkeys(begun))


def places(collection: Collection, settings: Settings) -> "Places":
    """What `in:` may name: the remembered collections, and the paths of this one."""
    from reader.search.places import Places  # noqa: PLC0415  # not for the first paint

    known = remembered(settings)
    longer = labels(known)
    begins = tuple(f"{root.prefix}/" if root.prefix else "" for root in collection.roots)
    found: dict[str, tuple[str, ...]] = {}
    for root, begin in zip(collection.roots, begins, strict=True):
        for name in {root.path.name, root.prefix} - {""}:
            found[name] = (*found.get(name, ()), begin)
    for one in known:
        for name in {one.name, longer[one.key]}:
            found[name] = (*found.get(name, ()), *within(collection, one))
    return Places(found, begins)
