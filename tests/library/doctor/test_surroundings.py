"""What reader runs on."""

import pytest

from reader import __version__
from reader.library.doctor.surroundings import surroundings


def test_versions_and_the_terminal_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm-direct")
    said = dict(surroundings())
    assert said["reader"] == __version__
    assert "tantivy 0." in said["libraries"]
    assert "TERM=xterm-direct" in said["terminal"]


def test_a_library_that_is_missing_is_told_and_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reader.library.doctor.surroundings.LIBRARIES", ("no-such-library",))
    assert dict(surroundings())["libraries"] == "no-such-library is missing"
