"""From the words on the command line to a running app, and out of it again."""

import gc
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from reader.errors import CatalogueError, UsageError
from reader.library import Library
from reader.library.choosing import chosen, vast
from reader.library.collection import Collection
from reader.settings import Settings, load, temporary
from reader.tui.app import ReaderApp, Wish
from reader.tui.keyed import forgive_keys
from reader.tui.keys import keymap

TERMINAL = "/dev/tty"


def start(words: Sequence[str]) -> int:
    """Run the app on these paths; the exit code."""
    settings = load()
    keymap(settings)  # what is mistaken in it is said while there is no screen
    if list(words) == ["-"]:
        paths = [_from_standard_input()]
    else:
        paths = chosen([Path(word) for word in words], settings)
        if not words or vast(paths):
            _ask_about(paths)
    forgive_keys()
    wish: Wish | None = (paths, settings)
    code = 0
    while wish is not None:
        code, wish = _stayed(*wish)
        gc.unfreeze()  # what the app before was made of may go
    return code


def _stayed(paths: Sequence[Path], settings: Settings) -> tuple[int, Wish | None]:
    """Run the app until it ends; the exit code, and what to open then."""
    try:
        return _run(paths, settings)
    except CatalogueError:  # it broke while it was shown, and is made anew by opening it
        return _run(paths, settings)


def _run(paths: Sequence[Path], settings: Settings) -> tuple[int, Wish | None]:
    library = Library(Collection.of(paths), settings)
    try:
        app = ReaderApp(library, note=_note(settings) or library.remark or _keys_note(settings))
        app.run()
        if app.refused is not None:
            raise app.refused
        return app.return_code or 0, app.wish
    finally:
        library.close()


def _from_standard_input() -> Path:
    """Put standard input into a file of this run, and take keys from the terminal instead."""
    path = temporary() / "standard input"
    path.write_bytes(sys.stdin.buffer.read())
    terminal = os.open(TERMINAL, os.O_RDWR)
    os.dup2(terminal, 0)
    os.close(terminal)
    return path


def _ask_about(paths: Sequence[Path]) -> None:
    """A whole home folder is not read through unless somebody says so. Raises UsageError."""
    folder = vast(paths)
    if folder is None:
        return
    sys.stderr.write(f"Read through all of {folder}? [y/N] ")
    sys.stderr.flush()
    if sys.stdin.readline().strip().lower() not in ("y", "yes"):
        raise UsageError("name a folder with documents: reader PATH, or reader demo for samples")


def _keys_note(settings: Settings) -> str:
    """What the user's own keys hide."""
    return "; ".join(keymap(settings).notes)


def _note(settings: Settings) -> str:
    """What to say once where nothing can be kept."""
    if settings.unkept is None:
        return ""
    return f"{settings.unkept.why}: tags and positions last until you quit"
