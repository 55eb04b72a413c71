"""A folder to the files in it, in one order, whatever lies in it."""

import errno
import heapq
import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from reader.errors import SourceError
from reader.printable import printable
from reader.sources.ignored import Ignored
from reader.sources.load import MAX_BYTES, reason_of
from reader.sources.names import refusal
from reader.sources.parse import format_of

_LINK_TROUBLE = {
    errno.ELOOP: "symlink loop",
    errno.ENOENT: "dangling link",
    errno.ENOTDIR: "dangling link",
}


@dataclass(frozen=True, slots=True)
class Entry:
    """One file as the folder shows it, not yet opened."""

    name: str  # relative to the folder, "/" between parts; undecodable bytes as lone surrogates
    path: Path
    size: int  # bytes
    mtime_ns: int
    skipped: str | None = None  # why it is listed but not read


@dataclass(frozen=True, slots=True)
class _Folder:
    """A folder being walked: what is left of it, smallest name first."""

    name: str  # with its final "/"; "" for the root
    path: str
    ignored: Ignored
    left: "list[tuple[bytes, os.DirEntry[str] | None, _Folder | None]]"


def walk(root: Path) -> Iterator[Entry]:
    """Every file under `root` but hidden and ignored ones, in ascending order of the name's bytes.

    Links are not followed; what cannot be read or is no document has `skipped` set. SourceError
    when `root` itself cannot be listed.
    """
    real = os.path.realpath(root)
    try:
        top = _listed("", str(root), Ignored.above(real))
    except OSError as error:
        raise SourceError(f"unreadable folder: {reason_of(error)}") from error
    open_folders = [top]
    while open_folders:
        folder = open_folders[-1]
        if not folder.left:
            open_folders.pop()
            continue
        _, found, inner = heapq.heappop(folder.left)
        if inner is not None:
            open_folders.append(inner)
        elif found is not None:
            yield from _looked_at(folder, found, real)


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
    return Entry(path.name, real, status.st_size, status.st_mtime_ns, _unfit(status))


def _listed(name: str, path: str, above: Ignored) -> _Folder:
    """The folder's contents, less what is hidden or ignored; OSError when it cannot be listed."""
    with os.scandir(path) as contents:
        found = {each.name: each for each in contents}  # some file systems name a file twice
    ignored = above.inside(name, path, found.keys())
    left: list[tuple[bytes, os.DirEntry[str] | None, _Folder | None]] = []
    for each in found.values():
        folder = _is_folder(each)
        if not each.name.startswith(".") and not ignored.covers(name + each.name, folder):
            left.append((os.fsencode(each.name), each, None))
    heapq.heapify(left)
    return _Folder(name, path, ignored, left)


def _is_folder(found: "os.DirEntry[str]") -> bool:
    try:
        return found.is_dir(follow_symlinks=False)
    except OSError:
        return False


def _looked_at(folder: _Folder, found: "os.DirEntry[str]", real: str) -> Iterator[Entry]:
    """The entry of one name; a folder is put back to be walked when its turn comes."""
    name = folder.name + found.name
    path = Path(folder.path, found.name)
    try:
        status = found.stat(follow_symlinks=False)
    except OSError as error:
        what = "unreadable folder: " if _is_folder(found) else ""
        yield Entry(name, path, 0, 0, what + reason_of(error))
        return
    reason = None
    if stat.S_ISDIR(status.st_mode):
        try:
            inner = _listed(f"{name}/", found.path, folder.ignored)
        except OSError as error:
            reason = f"unreadable folder: {reason_of(error)}"
        else:
            heapq.heappush(folder.left, (os.fsencode(found.name) + b"/", None, inner))
            if inner.left or not format_of(found.name):
                return
            reason = "directory, not a file"
    elif stat.S_ISLNK(status.st_mode):
        reason = _link(found.path, real)
    yield Entry(
        name, path, status.st_size, status.st_mtime_ns, reason or _unfit(status) or refusal(name)
    )


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
