"""Which collection a call without a path means, and which ones are not opened unasked."""

import os
from collections.abc import Sequence
from pathlib import Path

from reader.errors import ReaderError
from reader.library.collection import Collection, at_home
from reader.settings import Settings

LAST = "last-collection"  # in the state folder: the paths that were open last, NUL between


def chosen(paths: Sequence[Path], settings: Settings) -> list[Path]:
    """These paths, else the current folder, else, where it holds no document, the last ones."""
    if paths:
        return list(paths)
    here = [Path()]
    if _holds_a_document(here):
        return here
    return _last(settings) or here


def _holds_a_document(paths: Sequence[Path]) -> bool:
    try:
        entries = Collection.of(paths).entries()
        return not vast(paths) and any(entry.skipped is None for entry in entries)
    except ReaderError:
        return False


def vast(paths: Sequence[Path]) -> Path | None:
    """The first of these paths that is the home folder or a root: nobody means all of that."""
    for path in paths:
        try:
            resolved = at_home(path).resolve()
        except (OSError, RuntimeError):  # a loop of links, or the current folder is gone
            continue
        if resolved == Path(resolved.anchor) or resolved == _home():
            return resolved
    return None


def remember(paths: Sequence[Path], settings: Settings) -> None:
    """Note these paths as the last ones; a state folder that cannot be written is no matter."""
    try:
        settings.state.mkdir(mode=0o700, parents=True, exist_ok=True)
        said = "\0".join(str(at_home(path).resolve()) for path in paths)
        (settings.state / LAST).write_bytes(os.fsencode(said))
    except (OSError, ValueError):
        return


def _last(settings: Settings) -> list[Path]:
    try:
        said = os.fsdecode((settings.state / LAST).read_bytes())
    except OSError:
        return []
    paths = [Path(path) for path in said.split("\0")] if said else []
    return paths if all(path.exists() for path in paths) else []


def _home() -> Path | None:
    try:
        return Path.home().resolve()
    except RuntimeError:
        return None
