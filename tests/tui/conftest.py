"""A small library of its own for each test of the screen."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest

from reader.library import Library
from tests.tui.showing import SAMPLE, shelf, written

Shelve = Callable[[Mapping[str, str]], Library]


@pytest.fixture
def shelve(tmp_path: Path) -> Iterator[Shelve]:
    """Makes the library of a folder with these files, and closes it after the test."""
    libraries: list[Library] = []

    def make(files: Mapping[str, str]) -> Library:
        libraries.append(shelf(tmp_path / "home", written(tmp_path / "articles", files)))
        return libraries[-1]

    yield make
    for library in libraries:
        library.close()


@pytest.fixture
def library(shelve: Shelve) -> Library:
    """The library of the sample."""
    return shelve(SAMPLE)
