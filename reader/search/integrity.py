"""Whether the files of a full-text index are those that were written.

tantivy takes them on trust: some damage ends in a panic, some in the end of the process. Must not
know: what is in the index.
"""

import json
import os
import zlib
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Any

from reader.errors import DamagedCacheError

META = "meta.json"  # tantivy's list of the parts
SEAL = "seal"  # a sum of it, while nobody writes
CHECKED = "checked"  # which files were found whole, with their size and time
MAGIC = 1337  # at the end of every file of a part, after a sum of its bytes and its length
ENDINGS = ("fast", "fieldnorm", "idx", "pos", "store", "term")  # the files of a part
READ_BYTES = 1 << 20  # at a time
TRIES = 5  # looks at files that somebody is writing


class Reading:
    """Turns what tantivy makes of a damaged file into one sentence, and has it made again.

    Some damage is met by a panic in tantivy, which is no Exception. It is a class, as every
    question goes through it, and a generator takes several times as long.
    """

    def __init__(self, version: Path | None) -> None:
        """`version` is the file without which the index is made again; None: it is in memory."""
        self._version = version

    def __enter__(self) -> None:
        """Read from here on."""

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if kind is None or not (
            kind.__name__ == "PanicException" or issubclass(kind, ValueError | OSError)
        ):
            return
        if self._version is not None:
            self._version.unlink(missing_ok=True)
        raise DamagedCacheError(
            "the full-text index was damaged: start again, it is made anew from the files"
        ) from error


def is_sound(index: Path) -> bool:
    """Whether all files of the index in this folder are whole; what was once is not read again.

    What is remembered stands beside the folder. While somebody writes, his files may come and go.
    """
    for _ in range(TRIES):
        seen = _seal(index), _sum(index)
        try:
            whole = _whole(index)
        except (OSError, ValueError):
            whole = False
        if whole and seen[0] in (None, seen[1]):
            return True
        if seen == (_seal(index), _sum(index)):
            return False
    return True  # somebody writes all the time: it is his index


def unseal(index: Path) -> None:
    """Note that somebody is about to write: the list of parts changes now and then."""
    index.with_name(SEAL).unlink(missing_ok=True)


def seal(index: Path) -> None:
    """Note that nobody writes any more. Raises OSError."""
    replace(index.with_name(SEAL), _sum(index))


def is_sealed(index: Path) -> bool:
    """Whether the list of parts is as it was left, as far as that was noted."""
    return _seal(index) in (None, _sum(index))


def parts(index: Path) -> list[dict[str, Any]]:
    """The parts of an index, as tantivy lists them. Raises OSError, ValueError."""
    listed: object = json.loads((index / META).read_bytes())
    found = listed.get("segments") if isinstance(listed, dict) else None
    if not isinstance(found, list) or not all(isinstance(part, dict) for part in found):
        raise ValueError(f"{META} lists no parts")
    return found


def documents_of(part: dict[str, Any]) -> int:
    """How many documents a part holds. Raises ValueError, KeyError, TypeError, AttributeError."""
    return int(part["max_doc"]) - int((part["deletes"] or {}).get("num_deleted_docs", 0))


def part_files(index: Path, part: dict[str, Any]) -> set[Path]:
    """The files of a part, that of its deleted documents too. Raises ValueError."""
    name, deleted = part.get("segment_id"), part.get("deletes")
    if not isinstance(name, str) or not name.replace("-", "").isalnum():
        raise ValueError(f"{META} names no part")
    endings = list(ENDINGS)
    if isinstance(deleted, dict):
        endings.append(f"{int(deleted.get('opstamp', 0))}.del")
    return {index / f"{name.replace('-', '')}.{ending}" for ending in endings}


def is_whole(file: Path) -> bool:
    """Whether the bytes of a part's file are those that were written. Raises OSError, ValueError.

    As tantivy's footers have it: JSON with a CRC-32 of all before it, its length, a magic number.
    """
    with file.open("rb") as stream:
        size = stream.seek(0, 2)
        stream.seek(max(0, size - 8))
        end = stream.read()
        length = int.from_bytes(end[:4], "little")
        if len(end) < 8 or int.from_bytes(end[4:], "little") != MAGIC or length > size - 8:
            return False
        stream.seek(size - 8 - length)
        footer = json.loads(stream.read(length))
        stream.seek(0)
        left, found = size - 8 - length, 0
        while left > 0:
            read = stream.read(min(READ_BYTES, left))
            if not read:
                return False
            found, left = zlib.crc32(read, found), left - len(read)
    return isinstance(footer, dict) and footer.get("crc") == found


def replace(path: Path, text: str) -> None:
    """Write ASCII so that a crash leaves the old or the new content, never half. Raises OSError."""
    fresh = path.with_name(f"{path.name}.{os.getpid()}.new")
    fresh.write_text(text, "ascii")
    fresh.replace(path)


def _whole(index: Path) -> bool:
    """Whether the files of all parts are whole. Raises OSError, ValueError."""
    files = [path for part in parts(index) for path in part_files(index, part)]
    known = _remembered(index)
    stamps = {path.name: _stamp(path) for path in files}
    new = [path for path in files if known.get(path.name) != stamps[path.name]]
    if not all(map(is_whole, new)):
        return False
    if new:
        with suppress(OSError):  # a cache that cannot be written is looked through each time
            replace(index.with_name(CHECKED), json.dumps(stamps))
    return True


def _seal(index: Path) -> str | None:
    try:
        return index.with_name(SEAL).read_text("ascii", "replace")
    except OSError:
        return None


def _sum(index: Path) -> str:
    """A sum of the list of parts, as a seal has it; "" where there is none."""
    try:
        return str(zlib.crc32((index / META).read_bytes()))
    except OSError:
        return ""


def _remembered(index: Path) -> dict[str, Any]:
    try:
        known: object = json.loads(index.with_name(CHECKED).read_bytes())
    except (OSError, ValueError):
        return {}
    return known if isinstance(known, dict) else {}


def _stamp(file: Path) -> list[int]:
    status = file.stat()
    return [status.st_size, status.st_mtime_ns]
