"""What reader runs on: the terminal, Python, the libraries."""

import os
import platform
import sys
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version

from reader import __version__
from reader.library.doctor.finding import Fact

LIBRARIES = ("textual", "rich", "tantivy", "numpy", "rapidfuzz", "selectolax")
TERMINAL = ("TERM", "COLORTERM", "NO_COLOR", "TMUX", "LANG", "LC_ALL")


def surroundings() -> Iterator[Fact]:
    """Facts that explain what is seen on a screen, or how fast."""
    yield Fact("reader", __version__)
    yield Fact("python", f"{platform.python_version()} on {platform.system()} {platform.release()}")
    yield Fact("libraries", ", ".join(f"{name} {_version(name)}" for name in LIBRARIES))
    said = (f"{name}={os.environ[name]}" for name in TERMINAL if os.environ.get(name))
    yield Fact("terminal", ", ".join(said) or "nothing is said of it")
    yield Fact("encoding", f"{sys.stdout.encoding}, of names {sys.getfilesystemencoding()}")


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "is missing"
