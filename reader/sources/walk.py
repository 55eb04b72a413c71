"""A folder to the files in it, in one order, whatever lies in it."""

import errno
import heapq
import os
import stat
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from operator import itemgetter
from pathlib import Path
from typing import NamedTuple

from reader.errors import SourceError
from reader.printable import printable
from reader.sources.ignored import Ignored
from reader.sources.load import MAX_BYTES, reason_of
from reader.sources.names import refusal
from reader.sources.parse import format_of

_ENCODING = sys.getfilesystemencoding(), sys.getfilesystemencodeerrors()  # of names, once
_LINK_TROUBLE = {
    errno.ELOOP: "symlink loop",
    errno.ENOENT: "dangling link",
    errno.ENOTDIR: "dangling link",
}


class Entry(NamedTuple):
    """One file as the folder shows it, not yet opened."""

    name: str  # relative to the folder, "/" between parts; undecodable bytes as lone surrogates
    path: str
    size: int  # bytes
    mtime_ns: int
    skipped: str | None = None  # why it is listed but not read


@dataclass(frozen=True, slots=True)
class _Folder:
    """A folder being walked: what is left of it, the smallest name last.

    Where a folder in it stands among the others is known by its name with a "/", once it is open.
    """

    name: str  # with its final "/"; "" for the root
    path: str
    ignored: Ignored
    left: "list[tuple[bytes, os.DirEntry[str]]]"
    inner: "list[tuple[bytes, _Folder]]"  # a heap

    def next(self) -> "os.DirEntry[str] | _Folder | None":
        """What comes next in the order of names, taken out."""
        if self.inner and (not self.left or self.inner[0][0] < self.left[-1][0]):
            return heapq.heappop(self.inner)[1]
        return self.left.pop()[1] if self.left else None


def walk(root: Path, below: str = "") -> Iterator[Entry]:
    """Every file under `root` but hidden and ignored ones, in ascending order of the name's bytes.

    With `below`, the name of a file or folder, only that file, or the files in that folder. Links
    are not followed; what cannot be read or is no document has `skipped` set. SourceError when
    `root` itself cannot be listed.
    """
    real = os.path.realpath(root)
    try:
        top = _listed("", str(root), Ignored.above(real), below)
    except OSError as error:
        raise SourceError(f"unreadable folder: {reason_of(error)}") from error
    open_folders = [top]
    while open_folders:
        folder = open_folders[-1]
        found = folder.next()
        if found is None:
            open_folders.pop()
        elif isinstance(found, _Folder):
            open_folders.append(found)
        elif (entry := _looked_at(folder, found, real, below)) is not None:
            yield entry


def entry(path: Path) -> Entry:
    """The one file `path`, named by its last part; a link is followed, a name never refused.

    SourceError when there is nothing at `path`.
    """
    try:
        real = path.resolve(strict=True)
        status = real.lstat()
    except RuntimeError as error:  # how pathlib calls a loop
        raise SourceError("symlink loop") from error
    except OSError as error:
        linked = path.is_symlink()
        raise SourceError(_link_reason(error) if linked else reason_of(error)) from error
    return Entry(path.name, str(real), status.st_size, status.st_mtime_ns, _unfit(status))


def _listed(name: str, path: str, above: Ignored, below: str) -> _Folder:
    """The folder's contents, less what is hidden or ignored; OSError when it cannot be listed.

    Where `below` leads through this folder, only what it leads to.
    """
    with os.scandir(path) as contents:
        found = {each.name: each for each in contents}  # some file systems name a file twice
    ignored = above.inside(name, path, found.keys())
    if below.startswith(name) and (only := below[len(name) :].partition("/")[0]):
        found = {only: found[only]} if only in found else {}
    left = [
        (each.name.encode(*_ENCODING), each)
        for each in found.values()
        if each.name[0] != "."
        and not (ignored.rules and ignored.covers(name + each.name, _is_folder(each)))
    ]
    left.sort(key=itemgetter(0), reverse=True)
    return _Folder(name, path, ignored, left, [])


def _is_folder(found: "os.DirEntry[str]") -> bool:
    try:
        return found.is_dir(follow_symlinks=False)
    except OSError:
        return False


def _looked_at(folder: _Folder, found: "os.DirEntry[str]", real: str, below: str) -> Entry | None:
    """The entry of one name; a folder is put among the others to be walked in its turn."""
    name = folder.name + found.name
    try:
        status = found.stat(follow_symlinks=False)
    except OSError as error:
        what = "unreadable folder: " if _is_folder(found) else ""
        return Entry(name, found.path, 0, 0, what + reason_of(error))
    size = status.st_size
    if stat.S_ISREG(status.st_mode) and size <= MAX_BYTES:
        return Entry(name, found.path, size, status.st_mtime_ns, refusal(found.name))
    reason = None
    if stat.S_ISDIR(status.st_mode):
        try:
            inner = _listed(f"{name}/", found.path, folder.ignored, below)
        except OSError as error:
            reason = f"unreadable folder: {reason_of(error)}"
        else:
            heapq.heappush(folder.inner, (os.fsencode(found.name) + b"/", inner))
            if inner.left or not format_of(found.name):
                return None
            reason = "directory, not a file"
    elif stat.S_ISLNK(status.st_mode):
        reason = _link(found.path, real)
    reason = reason or _unfit(status) or refusal(found.name)
    return Entry(name, found.path, status.st_size, status.st_mtime_ns, reason)


def _unfit(status: os.stat_result) -> str | None:
    """Why a file of this kind or size is not opened."""
    if not stat.S_ISREG(status.st_mode):
        return "not a regular file"
    if status.st_size > MAX_BYTES:
        return f"too large: {status.st_size / 1e9:.1f} GB, over the limit of 1 GB"
    return None


def _link(path: str, root: str) -> str:
    """Why the symbolic link at `path` is not read; the kernel judges what it leads to."""
    try:
        target = os.stat(path)  # noqa: PTH116 - Path would parse the name once more
    except OSError as error:
        return _link_reason(error)
    real = os.path.realpath(path)
    inside = Path(os.path.relpath(real, root)).parts
    if inside[:1] == ("..",):
        return "link that leads outside the folder"
    if stat.S_ISDIR(target.st_mode):
        return "link to a folder, not followed"
    if not stat.S_ISREG(target.st_mode):
        return "not a regular file"
    if any(part.startswith(".") for part in inside):
        return "link to a hidden file of this folder"
    return printable(f"link to a document of this folder, the same document as {'/'.join(inside)}")


def _link_reason(error: OSError) -> str:
    return _LINK_TROUBLE.get(error.errno or 0) or reason_of(error)
