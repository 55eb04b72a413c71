"""What is said of a cache that is not all there is, or could not be used."""

from pathlib import Path

import pytest

from reader.library.lock import WRITER, exclusive
from tests.library.folders import fill, opened


def test_a_collection_that_is_up_to_date_is_behind_in_nothing(tmp_path: Path) -> None:
    with opened(tmp_path / "home", fill(tmp_path / "docs", range(3))) as library:
        assert library.find("word1").total
        assert library.behind == library.remade == ""


def test_what_was_never_read_is_told(tmp_path: Path) -> None:
    docs = fill(tmp_path / "docs", range(3))
    with opened(tmp_path / "home", docs, updated=False) as library:
        assert library.behind == "nothing has been read yet"


def test_files_that_wait_are_counted(tmp_path: Path) -> None:
    docs = fill(tmp_path / "docs", range(30))
    with opened(tmp_path / "home", docs, updated=False) as library:
        for progress in library.update():
            if progress.stage == "reading" and progress.done:
                break
        assert library.behind.endswith("files wait to be read")


def test_while_another_writes_it_is_told(tmp_path: Path) -> None:
    docs, home = fill(tmp_path / "docs", range(3)), tmp_path / "home"
    with opened(home, docs) as library, exclusive(library.place.folder / WRITER, wait=True):
        assert library.behind == "another reader is bringing it up to date just now"


@pytest.mark.parametrize(
    ("file", "what"),
    [("catalogue.db", "the catalogue"), ("fulltext/version", "the full-text index")],
)
def test_what_could_not_be_used_is_told_until_the_library_is_closed(
    tmp_path: Path, file: str, what: str
) -> None:
    docs, home = fill(tmp_path / "docs", range(3)), tmp_path / "home"
    with opened(home, docs) as library:
        folder, found = library.place.folder, library.find("word1").total
    (folder / file).write_bytes(b"neither this version nor any")
    with opened(home, docs, updated=False) as library:
        library.find("word1")
        assert library.remade == what
        assert library.behind
        for _ in library.update():
            pass
        assert library.remade == what
        assert library.behind == ""
        assert library.find("word1").total == found
    with opened(home, docs) as library:
        assert library.find("word1").total == found
        assert library.remade == ""
