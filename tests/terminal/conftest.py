"""Fixtures for tests of the whole program."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.terminal.home import CORPUS, Home


def sums(folder: Path) -> dict[Path, str]:
    return {
        path: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file()
    }


@pytest.fixture(scope="session", autouse=True)
def _shipped_documents_stay_as_they_are() -> Iterator[None]:
    before = sums(CORPUS)
    yield
    assert sums(CORPUS) == before


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Home]:
    """A user's home; when the test is over, every document must be as it was written."""
    path = tmp_path / "home"
    path.mkdir()
    it = Home(path)
    yield it
    assert it.changed_documents() == []
