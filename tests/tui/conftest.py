"""A small library of its own for each test of the screen."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest

from reader.library import Library
from tests.tui.showing import SAMPLE, settings, shelf, written

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


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the sample in "articles" and its catalogue in "cache"; no test changes it."""
    home = tmp_path_factory.mktemp("sample")
    shelf(home, written(home / "articles", SAMPLE)).close()
    return home


@pytest.fixture
def library(sample: Path, tmp_path: Path) -> Iterator[Library]:
    """The library of the sample, with marks of this test's own."""
    library = Library.open([sample / "articles"], settings(tmp_path, sample / "cache"))
    yield library
    library.close()
