"""Named arrays in a file, mapped when they are read. Must not know: what the arrays mean.

The file begins with MAGIC, the length of a header and the header's checksum, 4 bytes each, and
the header in JSON: facts, the size of the file, and of each array its name, type, shape, place
and checksum. Each array begins at a multiple of ALIGNED bytes.
"""

from __future__ import annotations

import json
import mmap
import os
import zlib
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from reader.errors import CatalogueError

if TYPE_CHECKING:
    from numpy.typing import NDArray


class StoreError(CatalogueError):
    """A file of arrays is not there, or damaged: what is in it has to be made again."""


Facts = Mapping[str, int | str]
Arrays = Mapping[str, "NDArray[Any]"]

MAGIC = b"foldtitl"
ALIGNED = 64
_START = len(MAGIC) + 8
_PART = 1 << 20  # bytes summed at a time


def write(path: Path, facts: Facts, arrays: Arrays) -> None:
    """Write a file as a whole, or leave the one that is there; OSError if it cannot be written."""
    import numpy as np  # noqa: PLC0415 - heavy libraries are loaded at first use

    table, place = [], 0
    for name, array in arrays.items():
        summed = zlib.crc32(np.ascontiguousarray(array).data.cast("B") if array.size else b"")
        kind = array.dtype.newbyteorder("<").str
        table.append([name, kind, list(array.shape), place, summed])
        place += -(-array.nbytes // ALIGNED) * ALIGNED
    header = json.dumps({"facts": dict(facts), "arrays": table, "size": place}).encode("ascii")
    begin = _begin(len(header))
    beside = path.with_name(f"{path.name}.{os.getpid()}.tmp")
    try:
        with beside.open("wb") as stream:
            stream.write(MAGIC + len(header).to_bytes(4, "little"))
            stream.write(zlib.crc32(header).to_bytes(4, "little") + header)
            stream.write(bytes(begin - stream.tell()))
            for array in arrays.values():
                stream.write(np.ascontiguousarray(array, array.dtype.newbyteorder("<")).data)
                stream.write(bytes(-array.nbytes % ALIGNED))
            stream.flush()
            os.fsync(stream.fileno())
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


def read(path: Path) -> tuple[Facts, Arrays]:
    """Return what `write` was given; StoreError if the file is not as it was written.

    The arrays are mapped: what is not looked at takes no memory. They cannot be changed.
    """
    import numpy as np  # noqa: PLC0415 - heavy libraries are loaded at first use

    try:
        with path.open("rb") as stream:
            header = _header(stream)
            begin = stream.tell()
            begin += -begin % ALIGNED
            size = os.fstat(stream.fileno()).st_size
            if size != begin + header["size"]:
                raise ValueError("its length is wrong")
            _check(stream, begin, header["arrays"])
            mapped = mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ)
        arrays = {
            name: np.ndarray(shape, kind, mapped, begin + place)
            for name, kind, shape, place, _ in header["arrays"]
        }
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise StoreError(f"{path.name} cannot be used: {error}; it has to be made again") from error
    return header["facts"], arrays


def _begin(header: int) -> int:
    return -(-(_START + header) // ALIGNED) * ALIGNED


def _header(stream: BinaryIO) -> dict[str, Any]:
    start = stream.read(_START)
    if len(start) < _START or not start.startswith(MAGIC):
        raise ValueError("it is none")
    length = int.from_bytes(start[-8:-4], "little")
    if length > os.fstat(stream.fileno()).st_size:  # else so much memory would be asked for
        raise ValueError("it is cut off")
    header = stream.read(length)
    if zlib.crc32(header) != int.from_bytes(start[-4:], "little"):
        raise ValueError("its header is damaged")
    parsed: dict[str, Any] = json.loads(header)
    return parsed


def _check(stream: BinaryIO, begin: int, table: list[list[Any]]) -> None:
    """Read through all arrays; ValueError if one of them is not as it was written."""
    import numpy as np  # noqa: PLC0415 - heavy libraries are loaded at first use

    for name, kind, shape, place, wanted in table:
        stream.seek(begin + place)
        left, summed = np.dtype(kind).itemsize * int(np.prod(shape)), 0
        while left > 0:
            part = stream.read(min(left, _PART))
            if not part:
                break
            summed, left = zlib.crc32(part, summed), left - len(part)
        if summed != wanted:
            raise ValueError(f"its {name} are damaged")
