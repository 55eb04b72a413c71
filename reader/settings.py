"""Where things are kept and how the user wants them. Must not know: what is kept there."""

import atexit
import os
import re
from collections.abc import Container, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from reader.errors import ReaderError

FOLDERS = ("cache", "data", "config", "state")
MEMORY = Path("/dev/shm")  # a folder in memory, where the system has one
RUN = "READER_RUN_DIR"  # tells a child process the temporary folder of its parent
CACHE_ROOM = "READER_CACHE_ROOM"  # tells it the room its parent found, and to take folders as told

ROOM = 100_000  # bytes a disk must have free for what is there to be opened
NEW_ROOM = 1_000_000  # the same for what has to be made first
MARKS = "marks.db"

UNLIMITED = "none"
UNITS = {"": 1, "B": 1, "K": 10**3, "M": 10**6, "G": 10**9, "T": 10**12}
SIZE = re.compile(r"(\d{1,9}(?:\.\d{1,3})?)\s*([KMGT]?)B?", re.IGNORECASE | re.ASCII)


class Unkept(NamedTuple):
    """Why marks are gone when the program ends, and what helps."""

    why: str
    remedy: str


FORBIDDEN = Unkept("no folder of yours can be written", "make your home writable")
FULL = Unkept("the disk is full", "free some space")


class Sizes:
    """The sizes that config.toml may name: "20 GB", "500MB", "1.5 T"; "none" or 0 for any size."""

    def __contains__(self, value: object) -> bool:
        return (type(value) is int and value == 0) or (
            isinstance(value, str) and (value == UNLIMITED or bool(SIZE.fullmatch(value.strip())))
        )


class Tables:
    """What `[keys]` may hold: words for the actions of all panes, and tables of them for one."""

    def __contains__(self, value: object) -> bool:
        return isinstance(value, Mapping) and all(
            isinstance(one, str)
            or (isinstance(one, Mapping) and all(isinstance(keys, str) for keys in one.values()))
            for one in value.values()
        )


def in_bytes(value: str | int) -> int | None:
    """One of `Sizes` in bytes; None if there is no limit."""
    match = SIZE.fullmatch(str(value).strip())
    if match is None:
        return None
    return round(float(match[1]) * UNITS[match[2].upper()]) or None


CHOICES: Mapping[str, tuple[Container[object], str]] = {
    "measure": (range(20, 201), "a whole number from 20 to 200"),
    "theme": (("auto", "dark", "light"), "auto, dark or light"),
    "justify": ((True, False), "true or false"),
    "cache_limit": (Sizes(), 'a size such as "20 GB", or "none"'),
    "keys": (Tables(), 'a table: preset = "vim", or an action and its keys, down = "j, Ctrl-N"'),
}
"""What config.toml may set: each setting's allowed values, and the same in words."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Every setting there is. The folders need not exist yet: who writes there makes them, 0700."""

    cache: Path  # rebuildable; deleting it loses nothing
    data: Path  # precious: the marks and their dumps
    config: Path  # config.toml
    state: Path  # the log
    unkept: Unkept | None = None  # why `data` is temporary, so that marks go with the program
    measure: int = 72  # columns of text in the reading pane
    justify: bool = False  # rows of one length, instead of a ragged right edge
    theme: str = "auto"  # "auto": as light or dark as the terminal is
    cache_room: int = NEW_ROOM  # bytes that were free for caches when the program was started
    cache_limit: str | int = "20 GB"  # of all collections together; what is old goes first
    keys: Mapping[str, Any] = field(default_factory=dict)  # preset, and actions with their keys

    @property
    def kept(self) -> bool:
        """Whether marks outlive the program."""
        return self.unkept is None

    @property
    def cache_bytes(self) -> int | None:
        """How large the caches of all collections may be together; None: as large as they are."""
        return in_bytes(self.cache_limit)

    @property
    def marks_file(self) -> Path:
        """The precious store."""
        return self.data / MARKS

    @property
    def log(self) -> Path:
        """What workers said when they broke off."""
        return self.state / "workers.log"

    def collection_cache(self, key: str, *, ephemeral: bool = False) -> Path:
        """The folder for what can be rebuilt of one collection; `ephemeral`: of this run only.

        So is one of a disk that was full at the start. It stays where it is while the program and
        its children run, whatever becomes of the disk.
        """
        enough = ROOM if (self.cache / key).exists() else NEW_ROOM
        if not ephemeral and self.cache_room >= enough:
            return self.cache / key
        return temporary() / "cache" / key

    def environment(self) -> dict[str, str]:
        """The variables that make a child process use these very folders, temporary ones too."""
        folders = {CACHE_ROOM: str(self.cache_room)}
        folders |= {_variable(name): str(getattr(self, name)) for name in FOLDERS}
        if temporary.cache_info().currsize:  # there is one already; none is made for a child
            folders[RUN] = str(temporary())
        return folders


def load() -> Settings:
    """Settings from READER_*_DIR, the system's habits and config.toml, which may be missing.

    A folder that cannot be written is replaced by a temporary one; on a full disk, that has copies
    of the marks. Raises ReaderError when config.toml has a mistake.
    """
    settings = unconfigured()
    return replace(settings, **_configured(settings.config / "config.toml"))


def unconfigured() -> Settings:
    """The same without config.toml."""
    data, place = _folder("data"), wanted("data")
    unkept = None
    if data != place:
        unkept = FULL if place and _writable(place) else FORBIDDEN
    cache = _folder("cache")
    return Settings(
        cache=cache,
        data=data,
        config=_folder("config"),
        state=_folder("state"),
        unkept=unkept,
        cache_room=int(os.environ.get(CACHE_ROOM) or _room(cache)),
    )


@cache
def temporary() -> Path:
    """A folder of this run alone, in memory if that is possible; removed when the program ends.

    In a child process it is its parent's, and left to it.
    """
    if run := os.environ.get(RUN):
        return Path(run)
    import shutil  # noqa: PLC0415  # these two are slow to import and rarely needed
    import tempfile  # noqa: PLC0415

    memory = MEMORY if os.access(MEMORY, os.W_OK | os.X_OK) else None
    try:
        folder = Path(tempfile.mkdtemp(prefix="reader-", dir=memory))
    except OSError as error:
        raise ReaderError(
            f"no folder can be written, not even a temporary one ({error.strerror}): set TMPDIR"
        ) from error
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


def is_temporary(path: Path) -> bool:
    """Whether a file is in the temporary folder of this run."""
    there = os.environ.get(RUN) or temporary.cache_info().currsize
    return bool(there) and path.is_relative_to(temporary().resolve())


def _folder(name: str) -> Path:
    """Where this folder is: as wanted if that can be, else in a temporary place."""
    place = wanted(name)
    if place and name == "config":  # config.toml is only read
        return place
    if place is None or not _writable(place):
        return temporary() / name
    enough = ROOM if (place / MARKS).exists() else NEW_ROOM
    if name == "data" and CACHE_ROOM not in os.environ and _room(place) < enough:
        _copy_marks(place, temporary() / name)
        return temporary() / name
    return place


def wanted(name: str) -> Path | None:
    """Where the user wants this folder; None if nobody says where and there is no home."""
    if own := os.environ.get(_variable(name)):
        try:
            return Path(os.path.expanduser(own)).absolute()  # noqa: PTH111 - "~nobody" stays as it is
        except FileNotFoundError as error:
            raise ReaderError(
                f"{_variable(name)} is {own}, but the current folder is gone: give the whole path"
            ) from error
    home = os.environ.get("HOME", "")
    if not os.path.isdir(home) and not os.environ.get(f"XDG_{name.upper()}_HOME"):  # noqa: PTH112 - Path fails there
        return None
    import platformdirs  # noqa: PLC0415  # 8 ms; not needed where READER_* says it all

    folder: str = getattr(platformdirs, f"user_{name}_dir")("reader", appauthor=False)
    return Path(folder)


def _variable(name: str) -> str:
    return f"READER_{name.upper()}_DIR"


def _writable(folder: Path) -> bool:
    """Whether the folder can be written, or else made where it should be."""
    while not os.access(folder, os.F_OK) and folder != folder.parent:
        folder = folder.parent
    return folder.is_dir() and os.access(folder, os.W_OK | os.X_OK)


def _room(folder: Path) -> int:
    """The bytes that are free for a folder, there or to be made; enough if unknown."""
    while not folder.exists() and folder != folder.parent:
        folder = folder.parent
    try:
        disk = os.statvfs(folder)
    except OSError:
        return NEW_ROOM  # who writes there will see
    return disk.f_bavail * disk.f_frsize


def _copy_marks(place: Path, folder: Path) -> None:
    """Copy the marks, with what is still in their journal, to be read while this run lasts."""
    import shutil  # noqa: PLC0415  # only on a full disk

    folder.mkdir(mode=0o700, exist_ok=True)
    for ending in ("", "-wal", "-journal"):
        if (file := place / f"{MARKS}{ending}").exists() and not (folder / file.name).exists():
            with suppress(OSError):
                shutil.copy(file, folder / file.name)


def _configured(file: Path) -> dict[str, Any]:
    """What config.toml sets, checked."""
    try:
        text = file.read_text("utf-8")
    except (FileNotFoundError, NotADirectoryError):
        return {}
    except PermissionError as error:
        if not os.access(file.parent, os.F_OK):  # it is in the home of somebody else
            return {}
        raise ReaderError(f"{file} cannot be read: {error}; mend it or move it away") from error
    except (OSError, UnicodeDecodeError) as error:
        raise ReaderError(f"{file} cannot be read: {error}; mend it or move it away") from error
    import tomllib  # noqa: PLC0415  # only where there is a file to parse

    try:
        values = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ReaderError(f"{file} is not TOML: {error}; mend it or move it away") from error
    for name, value in values.items():
        if name not in CHOICES:
            raise ReaderError(f"{file}: no setting {name!r}; there are: {', '.join(CHOICES)}")
        allowed, words = CHOICES[name]
        if isinstance(value, float) or value not in allowed:  # 72.0 lies in a range of integers
            raise ReaderError(f"{file}: {name} must be {words}, not {value!r}")
    return values
