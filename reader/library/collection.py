"""What a collection is: the paths it was opened with, and how its documents are named."""

import errno
import os
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, count
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, NamedTuple

from reader.errors import SourceError, UsageError
from reader.model import DocumentId
from reader.printable import printable

if TYPE_CHECKING:
    from reader.sources import Entry

ID_DIGITS = 10  # hex; 40 bits: two of 100,000 documents share one with a chance of 0.5 %


class Root(NamedTuple):
    """One path of a collection; `prefix` tells its documents from those of the other paths."""

    path: Path  # absolute, links resolved
    prefix: str  # "" when the collection has one path only
    is_file: bool  # when it was opened; what is gone later keeps its names


class Collection(NamedTuple):
    """The folders and files that were opened together."""

    roots: tuple[Root, ...]

    @classmethod
    def of(cls, paths: Sequence[Path]) -> "Collection":
        """The collection of these paths. Raises UsageError for one that is not there."""
        found = sorted({_resolved(path) for path in paths})
        if len(found) == 1:
            return cls((Root(found[0], "", not found[0].is_dir()),))
        taken: set[str] = set()
        roots = []
        for path in found:
            plain = path.name or "root"
            numbered = (f"{plain}~{number}" for number in count(2))
            prefix = next(name for name in chain([plain], numbered) if name not in taken)
            taken.add(prefix)
            roots.append(Root(path, prefix, not path.is_dir()))
        return cls(tuple(roots))

    @property
    def name(self) -> str:
        """What the corner of the screen shows."""
        return " + ".join(root.path.name or "/" for root in self.roots)

    @property
    def key(self) -> str:
        """Names the collection's cache folder: equal for the same paths, whatever their order."""
        return key_of(root.path for root in self.roots)

    @property
    def is_file(self) -> bool:
        """Whether it is a single file, which needs no cache."""
        return len(self.roots) == 1 and self.roots[0].is_file

    def entries(self, at: str = "") -> "Iterator[Entry]":
        """Every file of the collection in ascending byte order of its name.

        With `at`, an absolute path in it, only what is there or below. A file that lies in two of
        the paths is one of the inner one. Raises SourceError when one of the paths is gone.
        """
        from reader.sources import entry, walk  # noqa: PLC0415  # rows are shown before any is read

        roots = sorted(self.roots, key=lambda root: os.fsencode(root.prefix) + b"/")
        for root in filter(None, [self._root_of(at)]) if at else roots:
            try:
                below = at[len(_inside(root.path)) :]
                if len(self.roots) == 1 and not root.is_file:
                    yield from walk(root.path, below)
                    return
                for found in [entry(root.path)] if root.is_file else walk(root.path, below):
                    if len(self.roots) == 1 or self._root_of(found.path) is root:
                        yield _prefixed(found, root)
            except SourceError as error:
                raise SourceError(
                    f"{root.path} cannot be read any more: {error.reason}; see where it went"
                ) from error

    def path(self, name: str) -> str:
        """The absolute path of the document of this name."""
        for root in self.roots:
            if root.prefix and name.startswith(root.prefix + "/"):
                return _joined(root, name[len(root.prefix) + 1 :])
        return _joined(self.roots[0], name)

    def named(self, path: str) -> str | None:
        """The name of the document at this absolute path, or None if it lies outside."""
        root = self._root_of(path)
        if root is None:
            return None
        rest = root.path.name if root.is_file else path[len(_inside(root.path)) :]
        return f"{root.prefix}/{rest}" if root.prefix else rest

    def names_for(self, reference: str) -> Iterator[str]:
        """The names that a document may have which is called so here."""
        try:
            os.fsencode(reference)
            yield reference
            named = self.named(os.path.realpath(reference))
        except (OSError, ValueError):  # no file is called so, or the current folder is gone
            return
        if named is not None:
            yield named

    def _root_of(self, path: str) -> Root | None:
        """The innermost of the paths in which a file lies, or which it is."""
        for root in reversed(self.roots):  # they are sorted: inner ones come after outer ones
            if path == str(root.path) if root.is_file else path.startswith(_inside(root.path)):
                return root
        return None


def key_of(paths: Iterable[Path]) -> str:
    """The key of the collection of these paths, which are absolute and sorted."""
    return f"{_fnv(b''.join(os.fsencode(path) + bytes(1) for path in paths)):016x}"


def document_id(name: str, member: str = "") -> DocumentId:
    """The ID of the document of this name: the same on every machine and after every rebuild."""
    from hashlib import blake2b  # noqa: PLC0415  # needs OpenSSL, which no first row does

    digest = blake2b(os.fsencode(name), digest_size=16)
    if member:
        digest.update(b"\0" + os.fsencode(member))
    return DocumentId(digest.hexdigest()[:ID_DIGITS])


def listed_title(name: str) -> str:
    """What a document of this name is called where nothing in it looks like a headline."""
    return printable(PurePosixPath(name).stem)


def is_gone(path: str) -> bool:
    """Whether nothing is at this path; where one may not look, there may be something."""
    try:
        os.lstat(path)
    except (FileNotFoundError, NotADirectoryError):
        return True
    except OSError:
        return False
    return False


def at_home(path: Path) -> Path:
    """The path with a leading "~" made a home folder; a name that only looks so stays."""
    try:
        return path.expanduser()
    except RuntimeError:
        return path


def _fnv(octets: bytes) -> int:
    """The 64-bit FNV-1a hash of draft-eastlake-fnv: quick to load, and nobody gains by a clash."""
    value = 0xCBF29CE484222325
    for octet in octets:
        value = (value ^ octet) * 0x100000001B3 & 0xFFFFFFFFFFFFFFFF
    return value


def _resolved(path: Path) -> Path:
    try:
        return at_home(path).resolve(strict=True)
    except FileNotFoundError:
        raise UsageError(f"there is no {path}: check the name") from None
    except (OSError, RuntimeError) as error:
        reason = str(error)
        if isinstance(error, OSError) and error.errno != errno.ELOOP:
            reason = error.strerror or reason
        else:  # Python before 3.13 raises RuntimeError
            reason = "its links go round in a circle"
        raise UsageError(f"cannot open {path}: {reason}") from error


def _inside(folder: Path) -> str:
    """How the path of everything in this folder begins."""
    return str(folder).rstrip("/") + "/"


def _prefixed(found: "Entry", root: Root) -> "Entry":
    return found._replace(name=f"{root.prefix}/{found.name}") if root.prefix else found


def _joined(root: Root, rest: str) -> str:
    return str(root.path) if root.is_file else _inside(root.path) + rest
