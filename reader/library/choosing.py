"""Which collection a call without a path means, and which ones are not opened unasked."""

from collections.abc import Sequence
from pathlib import Path

from reader.errors import ReaderError
from reader.library.collection import Collection, at_home
from reader.library.shelf import remembered
from reader.settings import Settings


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


def _last(settings: Settings) -> list[Path]:
    """The paths of the collection that was last on the screen, or else last opened, if there."""
    known = [one for one in remembered(settings) if one.there]
    return list(max(known, key=lambda one: (one.shown, one.opened)).paths) if known else []


def _home() -> Path | None:
    try:
        return Path.home().resolve()
    except RuntimeError:
        return None
