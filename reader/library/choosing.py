"""Which collection a call without a path means, and which ones are not opened unasked."""

import json
from collections.abc import Sequence
from pathlib import Path

from reader.library.collection import Collection
from reader.settings import Settings

LAST = "last-collection.json"  # in the state folder: the paths that were open last


def chosen(paths: Sequence[Path], settings: Settings) -> list[Path]:
    """These paths, else the current folder, else, where it holds no document, the last ones."""
    if paths:
        return list(paths)
    here = [Path.cwd()]
    if vast(here) or not any(entry.skipped is None for entry in Collection.of(here).entries()):
        return _last(settings) or here
    return here


def vast(paths: Sequence[Path]) -> Path | None:
    """The first of these paths that is the home folder or a root: nobody means all of that."""
    for path in paths:
        resolved = path.expanduser().resolve()
        if resolved == Path(resolved.anchor) or resolved == _home():
            return resolved
    return None


def remember(paths: Sequence[Path], settings: Settings) -> None:
    """Note these paths as the last ones; a state folder that cannot be written is no matter."""
    try:
        settings.state.mkdir(mode=0o700, parents=True, exist_ok=True)
        said = json.dumps([str(path.expanduser().resolve()) for path in paths])
        (settings.state / LAST).write_text(said, "ascii")
    except (OSError, ValueError):
        return


def _last(settings: Settings) -> list[Path]:
    try:
        paths = [Path(path) for path in json.loads((settings.state / LAST).read_bytes())]
    except (OSError, ValueError, TypeError):
        return []
    return paths if paths and all(path.exists() for path in paths) else []


def _home() -> Path | None:
    try:
        return Path.home().resolve()
    except RuntimeError:
        return None
