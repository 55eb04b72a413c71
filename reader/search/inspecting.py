"""A full-text index looked at from outside: whether it is sound, without changing it."""

import json
import zlib
from pathlib import Path

from reader.search.fulltext import VERSION

INDEX = "index"
META = "meta.json"
MAGIC = 1337  # at the end of every file of a segment, after a sum of its bytes and its length
SEGMENT = ("fast", "fieldnorm", "idx", "pos", "store", "term")  # the files of one
PART = 1 << 20  # bytes read at a time


def inspected(folder: Path, birth: int) -> tuple[str, int | None]:
    """Why the index in this folder cannot be used, and how many documents it holds.

    "" if it is sound, or not there: then the number is None. `birth` is of the catalogue that it
    must have been made from.
    """
    try:
        if not (folder / INDEX / META).exists():
            return ("it is half made" if (folder / INDEX).exists() else ""), None
        if (folder / "version").read_text("ascii") != VERSION:
            return "it is of another version", None
        if int((folder / "generation").read_text("ascii")) != birth:
            return "it was not made from this catalogue", None
        segments = json.loads((folder / INDEX / META).read_bytes())["segments"]
        documents = 0
        for segment in segments:
            name = segment["segment_id"].replace("-", "")
            deleted = (segment["deletes"] or {}).get("num_deleted_docs", 0)
            documents += int(segment["max_doc"]) - int(deleted)
            files = {folder / INDEX / f"{name}.{ending}" for ending in SEGMENT}
            files |= set((folder / INDEX).glob(f"{name}.*"))  # of deleted documents
            if not all(path.exists() and _whole(path) for path in files):
                return "it is damaged", None
    except FileNotFoundError:
        return "it is half made", None
    except OSError as error:
        return f"it cannot be looked at: {error.strerror}", None
    except (ValueError, KeyError, TypeError, AttributeError):
        return "it is damaged", None
    return "", documents


def _whole(file: Path) -> bool:
    """Whether the bytes of a segment's file are those that were written."""
    with file.open("rb") as stream:
        size = stream.seek(0, 2)
        stream.seek(max(0, size - 8))
        end = stream.read()
        length = int.from_bytes(end[:4], "little")
        if len(end) < 8 or int.from_bytes(end[4:], "little") != MAGIC or length > size - 8:
            return False
        stream.seek(size - 8 - length)
        wanted = json.loads(stream.read(length))["crc"]
        stream.seek(0)
        left, found = size - 8 - length, 0
        while left > 0:
            part = stream.read(min(PART, left))
            found, left = zlib.crc32(part, found), left - len(part)
    return bool(found == wanted)
