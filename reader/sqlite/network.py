"""Whether a folder is on another machine, where SQLite's shared memory does not work."""

import os
import re
from pathlib import Path

MOUNTS = Path("/proc/self/mounts")  # Linux's table; other systems have none, and it is not known
NETWORK = re.compile(r"nfs\d*|cifs|smb\d*|smbfs|9p|afs|ncpfs|ceph|(fuse\.)?(sshfs|rclone|davfs)")


def file_system(folder: Path, mounts: str | None = None) -> str:
    """The network file system that a folder is on: "nfs4"; "" for one of this machine.

    `mounts` is the text of a table like /proc/self/mounts, this machine's if None.
    """
    if mounts is None:
        try:
            mounts = os.fsdecode(MOUNTS.read_bytes())
        except OSError:
            return ""
    place, found = os.path.realpath(folder), ("", "")
    for line in mounts.split("\n"):
        _, point, kind, *_ = (*line.split(" "), "", "", "")
        point = _unescaped(point)
        inside = point and f"{place}/".startswith(f"{point.rstrip('/')}/")
        # Of two on one point the later one lies over the earlier.
        if inside and len(point) >= len(found[0]):
            found = point, kind
    return found[1] if NETWORK.fullmatch(found[1]) else ""


def _unescaped(point: str) -> str:
    r"""The table writes a space as \040."""
    return re.sub(r"\\([0-7]{3})", lambda octal: chr(int(octal[1], 8)), point)
