"""A collection in numbers."""

from pathlib import Path

import pytest

from reader.library import statistics as module
from reader.library.statistics import statistics
from reader.model import WORDS_A_MINUTE
from tests.library.folders import fill, opened


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = fill(tmp_path / "pages", range(9))
    (folder / "note.md").write_text(
        "---\ntitle: A note\ndate: 2019-05-04\ntags: [sea]\n---\n\nThe sea was calm.\n", "utf-8"
    )
    (folder / "picture.txt").write_bytes(b"\x89PNG\r\n" + bytes(200))
    return folder


def test_every_document_counts_once_in_each_facet(folder: Path, tmp_path: Path) -> None:
    with opened(tmp_path / "home", folder) as library:
        rows = library.order()
        library.set_read(library.rows(0, 4), True)
        library.set_starred(library.rows(0, 1), True)
        library.tag(library.rows(0, 2), ["sea"], [])
        numbers = statistics(library, rows, of_all=True)
        words = sum(document.words for document in library.documents(rows))
    assert numbers.documents == 10
    assert numbers.words == words > 0
    assert numbers.minutes == round(words / WORDS_A_MINUTE)
    assert numbers.by["state"] == {"unread": 6, "read": 4, "starred": 1}
    assert numbers.by["year"] == {"2021": 9, "2019": 1}
    assert numbers.by["tag"] == {"sea": 3}
    assert numbers.by["type"] == {"text": 9, "markdown": 1}
    assert sum(numbers.skipped.values()) == 1
    assert numbers.file_bytes == sum(file.stat().st_size for file in folder.iterdir())
    assert numbers.cache.keys() == {"catalogue", "full text"}
    assert numbers.updated > 0
    assert numbers.looked_at == 10
    assert numbers.aside is not None
    assert 0 < numbers.aside < 1


def test_of_a_query_only_what_matches_counts(folder: Path, tmp_path: Path) -> None:
    with opened(tmp_path / "home", folder) as library:
        numbers = statistics(library, library.find("tag:sea").titles, of_all=False)
    assert (numbers.documents, numbers.by["type"]) == (1, {"markdown": 1})
    assert numbers.file_bytes == (folder / "note.md").stat().st_size
    assert numbers.skipped == {}
    assert numbers.looked_at == 1


def test_the_share_is_measured_on_some_of_many(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "READ_MOST", 4)
    with opened(tmp_path / "home", folder) as library:
        numbers = statistics(library, library.order(), of_all=True)
    assert (numbers.documents, numbers.looked_at) == (10, 4)
    assert numbers.aside


def test_of_nothing_there_is_no_share(tmp_path: Path) -> None:
    with opened(tmp_path / "home", fill(tmp_path / "empty", range(0))) as library:
        numbers = statistics(library, library.order(), of_all=True)
    assert (numbers.documents, numbers.aside, numbers.minutes) == (0, None, 0)
