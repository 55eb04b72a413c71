"""The folders of ours, who can look into them, how much room their disks have; config.toml."""

import os
import shlex
import stat
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from reader.errors import ReaderError
from reader.library.caches import in_words
from reader.library.doctor.finding import Finding
from reader.settings import FULL, Settings, load, wanted

OURS = ("data", "state", "cache")  # folders that hold nothing but ours
OTHERS = 0o077  # the bits of a mode by which somebody else may do anything
FORBIDDEN_FOLDER = (
    "it cannot be written, so nothing is kept there",
    "make it a folder of yours that you may write to",
)
FULL_DISK = ("its disk is full, so nothing is kept there", "free some space")
LEAST_BYTES = 100_000_000  # free on a disk; with less, soon nothing can be saved


def folders(settings: Settings) -> Iterator[Finding]:
    """What is wrong with the folders themselves."""
    for name in OURS:
        place, used = wanted(name), getattr(settings, name)
        if place is None:
            yield Finding(
                "folders",
                name,
                "there is no home folder to keep it in",
                f"set HOME, or READER_{name.upper()}_DIR",
            )
        elif place != used:
            yield Finding(
                "folders",
                str(place),
                *(FULL_DISK if settings.unkept is FULL else FORBIDDEN_FOLDER),
            )
        elif place.is_dir():
            yield from _private(place, 0o700)
            yield from _inside(name, place)


def _inside(name: str, folder: Path) -> Iterator[Finding]:
    """What lies in a folder of ours: all of what is precious, the first level of the rest."""
    found = sorted(folder.rglob("*") if name == "data" else folder.glob("*"))
    for path in found:
        if path.is_symlink():
            continue
        if path.is_dir():
            yield from _private(path, 0o700)
        elif name == "data":
            yield from _private(path, 0o600)


def _private(path: Path, mode: int) -> Iterator[Finding]:
    try:
        status = path.lstat()
    except OSError:  # gone since it was listed
        return
    if not os.access(path, os.R_OK | os.W_OK):
        yield Finding(
            "folders",
            str(path),
            "it is not yours to read and write",
            f"make it yours: sudo chown -R {os.getuid()} {shlex.quote(str(path))}",
        )
    elif stat.S_IMODE(status.st_mode) & OTHERS:
        yield Finding(
            "folders",
            str(path),
            "others than you may look into it",
            f"chmod {mode:o} {shlex.quote(str(path))}",
            partial(_close, path, mode),
        )


def _close(path: Path, mode: int) -> str:
    path.chmod(mode)
    return "only you may look into it now"


def configuration(settings: Settings) -> Iterator[Finding]:
    """What is wrong with config.toml."""
    try:
        load()
    except ReaderError as error:
        yield Finding(
            "settings",
            str(settings.config / "config.toml"),
            str(error),
            "until then no command runs",
        )


def disks(settings: Settings) -> Iterator[Finding]:
    """Which disks are nearly full."""
    seen = set()
    for name in OURS:
        folder = getattr(settings, name)
        while not folder.exists() and folder != folder.parent:
            folder = folder.parent
        try:
            disk, free = folder.stat().st_dev, os.statvfs(folder)
        except OSError:
            continue
        room = free.f_bavail * free.f_frsize
        if room < LEAST_BYTES and disk not in seen:
            seen.add(disk)
            yield Finding(
                "disk", str(folder), f"only {in_words(room)} are free", "delete what you can spare"
            )
