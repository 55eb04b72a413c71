"""An index of titles in a folder: a large file that stays, a small one that changes.

Must not know: queries. The small one names the large one it belongs to, and is replaced in one
step, so that there is always one state or another.
"""

from collections.abc import Sequence
from hashlib import blake2b
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from reader.search.store import Arrays, Facts, StoreError, read, write
from reader.search.titling.errors import TitleIndexError
from reader.search.titling.segment import Segment

VERSION = 1  # of the arrays and of how words are cut and folded; another one is made again
NOW = "titles"  # the small file

_ADDED = "added."  # before the names of the arrays of the titles that are not in the large file

Part = tuple[Segment, NDArray[np.int32]]


def save(folder: Path, parts: Sequence[Part], stamp: int) -> None:
    """Keep one segment or two, and the rows their titles have now."""
    base = parts[0][0]
    name = f"base-{blake2b(base.keys.tobytes(), digest_size=8).hexdigest()}"
    folder.mkdir(parents=True, exist_ok=True)
    if not (folder / name).exists():
        write(folder / name, {"version": VERSION}, base.arrays)
    arrays: dict[str, NDArray[Any]] = {"rows": parts[0][1]}
    for segment, rows in parts[1:]:
        arrays |= {"added_rows": rows}
        arrays |= {_ADDED + each: array for each, array in segment.arrays.items()}
    write(folder / NOW, {"version": VERSION, "stamp": stamp, "base": name}, arrays)
    for other in folder.glob("base-*"):
        if other.name != name:
            other.unlink(missing_ok=True)


def load(folder: Path) -> tuple[list[Part], int]:
    """Return what was saved, and its stamp; TitleIndexError if that cannot be."""
    facts, now = _read(folder / NOW)
    _, base = _read(folder / str(facts["base"]))
    parts = [_part(base, now["rows"])]
    if "added_rows" in now:
        added: Arrays = {
            name.removeprefix(_ADDED): array
            for name, array in now.items()
            if name.startswith(_ADDED)
        }
        parts.append(_part(added, now["added_rows"]))
    return parts, int(facts["stamp"])


def _read(path: Path) -> tuple[Facts, Arrays]:
    try:
        facts, arrays = read(path)
    except StoreError as error:
        raise TitleIndexError(f"the list of titles: {error}") from error
    if facts.get("version") != VERSION:
        raise TitleIndexError("the list of titles is of another version")
    return facts, arrays


def _part(arrays: Arrays, rows: NDArray[Any]) -> Part:
    segment = Segment(arrays)
    return segment, rows.astype(np.int32)
