"""What a user can do with a collection, and what survives what happens to files and cache."""

import os
import shutil
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier, Thread

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.errors import CatalogueError, DocumentNotFoundError, QueryError
from reader.library import Library
from reader.library.collection import document_id
from reader.model import Position, Row, Stage
from tests.library.folders import (
    answers,
    command,
    contents,
    fill,
    opened,
    page,
    settings_in,
    tags,
    update,
)

QUERIES = ("word1", "harbour", "story", "Smith", "tag:kept", "example", "junk", "set apart")

MARKDOWN = """\
---
title: Notes on a far country
tags: [travel]
---

# Notes on a far country

The road is long and **nobody** has walked it since the [old map](https://example.org/junk) was
drawn by a man who had never been there himself, as he wrote in a letter to his brother.

```
set apart = code
```
"""


# ---- marks


def test_a_deleted_cache_loses_no_mark_and_changes_nothing_else(tmp_path: Path) -> None:
    docs, home = fill(tmp_path / "docs", range(6)), tmp_path / "home"
    (docs / "map.md").write_text(MARKDOWN, "utf-8")
    with opened(home, docs) as library:
        library.tag([library.document("001.txt").row], ["kept"], [])
        library.tag([library.document("map.md").row], [], ["travel"])
        library.set_read([library.document("002.txt").row], True)
        before, found = contents(library), answers(library, *QUERIES)
    shutil.rmtree(home / "cache")
    with opened(home, docs) as library:
        assert contents(library) == before
        assert answers(library, *QUERIES) == found


def test_a_tag_put_on_and_taken_off_counts_each_document_that_changed(tmp_path: Path) -> None:
    docs = fill(tmp_path / "docs", range(3))
    with opened(tmp_path / "home", docs) as library:
        rows = library.rows(0, 10)
        assert library.tag(rows, ["a", "b"], []) == 3
        assert library.tag(rows[:1], ["a"], []) == 0
        assert library.tag(rows[:2], [], ["b"]) == 2
        assert library.tags() == [("a", 3), ("b", 1)]
        assert not library.any_read()
        assert library.set_read(rows[:2], True) == 2
        assert library.find("read:today").total == 2
        assert library.any_read()


def test_marks_of_another_process_are_seen_at_once(tmp_path: Path) -> None:
    docs, home = fill(tmp_path / "docs", range(3)), tmp_path / "home"
    with opened(home, docs) as library:
        generation = library.generation
        assert answers(library, "tag:kept")["tag:kept"] == [set(), set()]
        document = library.document("001.txt")
        process = command(home, "tag", "--in", docs, "+kept", "--", document.id)
        _, said = process.communicate(timeout=60)
        assert process.returncode == 0, said
        assert library.generation != generation
        assert tags(library) == {"001.txt": ("kept",)}
        assert answers(library, "tag:kept")["tag:kept"] == [{"001.txt"}, set()]


# ---- references


def test_a_document_is_known_by_id_start_of_id_name_and_path(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    docs = fill(tmp_path / "docs" / "deep", range(9)).parent
    (tmp_path / "link").symlink_to(docs / "deep" / "003.txt")
    monkeypatch.chdir(docs / "deep")
    with opened(tmp_path / "home", docs) as library:
        [document] = [each for each in library.documents(library.order()) if "003" in each.path]
        ids = [str(each.id) for each in library.documents(library.order())]
        for reference in (
            document.id,
            next(
                document.id[:digits]
                for digits in range(1, 11)
                if sum(id.startswith(document.id[:digits]) for id in ids) == 1
            ),
            "deep/003.txt",
            "003.txt",
            "../deep/003.txt",
            str(docs / "deep" / "003.txt"),
            str(tmp_path / "link"),
        ):
            assert library.document(reference) == document
        assert library.path(document) == str(docs / "deep" / "003.txt")


def test_the_start_of_several_ids_is_refused(tmp_path: Path) -> None:
    docs = fill(tmp_path / "docs", range(17))  # one more than there are digits
    with opened(tmp_path / "home", docs) as library:
        first = [document.id[0] for document in library.documents(library.order())]
        shared = next(digit for digit in first if first.count(digit) > 1)
        with pytest.raises(DocumentNotFoundError, match="several IDs"):
            library.document(shared)


def test_a_name_wins_over_the_start_of_an_id(tmp_path: Path) -> None:
    docs = fill(tmp_path / "docs", range(3))
    name = document_id("001.txt")[:4]
    (docs / name).write_text("A file that is called like another one's ID.", "utf-8")
    with opened(tmp_path / "home", docs) as library:
        assert library.document(name).path == name


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Library:
    place = tmp_path_factory.mktemp("small")
    library = Library.open([fill(place / "docs", range(1))], settings_in(place / "home"))
    update(library)
    return library


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.text(st.characters(exclude_categories=[]), max_size=12))
def test_any_other_reference_is_refused_in_a_sentence(small: Library, reference: str) -> None:
    if not document_id("000.txt").startswith(reference) or not reference:
        with pytest.raises(DocumentNotFoundError, match="no document"):
            small.document(reference)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=20), st.sampled_from(Stage))
def test_any_query_is_answered_or_refused_at_a_position(
    small: Library, query: str, stage: Stage
) -> None:
    position = 0
    try:
        assert small.find(query, stage=stage).total <= 1
    except QueryError as error:
        position = error.position
    assert 0 <= position <= len(query)


def test_ids_are_the_same_after_the_cache_is_deleted(tmp_path: Path) -> None:
    docs, home = fill(tmp_path / "docs", range(5)), tmp_path / "home"
    with opened(home, docs) as library:
        ids = {document.path: document.id for document in library.documents(library.order())}
    shutil.rmtree(home / "cache")
    (docs / "002.txt").unlink()
    with opened(home, docs) as library:
        for document in library.documents(library.order()):
            assert document.id == ids[document.path]


# ---- cache and full text


def remove(folder: Path) -> None:
    shutil.rmtree(folder)


def forget_the_stamp(folder: Path) -> None:
    (folder / "generation").unlink()


def cut_the_index(folder: Path) -> None:
    (folder / "index" / "meta.json").write_text("{", "ascii")


def lose_a_segment(folder: Path) -> None:
    for file in (folder / "index").glob("*.idx"):
        file.unlink()


def overwrite_the_segments(folder: Path) -> None:
    for file in (folder / "index").iterdir():
        file.write_bytes(os.urandom(file.stat().st_size))


@pytest.mark.parametrize(
    "damage",
    [remove, forget_the_stamp, cut_the_index, lose_a_segment, overwrite_the_segments],
)
def test_full_text_that_is_gone_or_damaged_is_made_anew(
    damage: Callable[[Path], None], tmp_path: Path
) -> None:
    docs, home = fill(tmp_path / "docs", range(6)), tmp_path / "home"
    (docs / "map.md").write_text(MARKDOWN, "utf-8")
    with opened(home, docs) as library:
        found = answers(library, *QUERIES)
        aside = answers(library, "body:subscribe", "body:code", "body:example")
    [folder] = (home / "cache").glob("*/fulltext")
    damage(folder)
    with opened(home, docs) as library:
        assert answers(library, *QUERIES) == found
        assert answers(library, "body:subscribe", "body:code", "body:example") == aside


def test_full_text_that_vanishes_under_an_open_collection_is_made_anew(tmp_path: Path) -> None:
    docs, home = fill(tmp_path / "docs", range(6)), tmp_path / "home"
    with opened(home, docs) as library:
        found = answers(library, *QUERIES)
        [folder] = (home / "cache").glob("*/fulltext")
        shutil.rmtree(folder)
        assert library.find("word1").total == 0
        update(library)
        assert answers(library, *QUERIES) == found


def test_a_cache_that_vanishes_under_an_open_collection_is_made_anew_by_an_update(
    tmp_path: Path,
) -> None:
    docs, home = fill(tmp_path / "docs", range(3)), tmp_path / "home"
    with opened(home, docs) as library:
        row = library.document("001.txt").row
        shutil.rmtree(home / "cache")
        with pytest.raises(CatalogueError):
            library.find("word1")
        library.tag([row], ["kept"], [])
        update(library)
        assert tags(library) == {"001.txt": ("kept",)}
    with opened(home, docs) as library:
        assert tags(library) == {"001.txt": ("kept",)}
        assert library.find("word1").total == 1


def test_a_single_file_leaves_nothing_in_the_cache_but_keeps_its_marks(tmp_path: Path) -> None:
    file, home = fill(tmp_path / "docs", range(1)) / "000.txt", tmp_path / "home"
    with opened(home, file) as library:
        library.set_position(library.document("000.txt"), Position(4, 2))
        assert library.name == "000.txt"
        assert library.unkept is None
    assert not (home / "cache").exists()
    with opened(home, file) as library:
        assert library.position(library.document("000.txt")) == Position(4, 2)


def test_several_that_look_at_a_new_collection_at_once_spoil_nothing(tmp_path: Path) -> None:
    docs = fill(tmp_path / "docs", range(8))
    for round in range(5):
        home = tmp_path / f"home{round}"
        together = Barrier(4)

        def find(home: Path, together: Barrier) -> int:
            with opened(home, docs, updated=False) as library:
                together.wait()
                return library.find("word1").total

        with opened(home, docs, updated=False) as library, ThreadPoolExecutor(3) as others:
            totals = [others.submit(find, home, together) for _ in range(3)]
            together.wait()
            update(library)
            assert {total.result() for total in totals} <= {0, 1}
            assert answers(library, "word1")["word1"] == [set(), {"001.txt"}]


def test_a_document_whose_file_vanished_is_shown_as_it_was_read(tmp_path: Path) -> None:
    docs = fill(tmp_path / "docs", range(3))
    with opened(tmp_path / "home", docs) as library:
        document = library.document("001.txt")
        before = library.page(document.row)
        shutil.rmtree(docs)
        assert library.page(document.row) == before
        assert "\n".join(line.text for line in before.lines) == page(1)
        assert library.snippet(document.row, ["word1"]).matches
        assert library.tag([document.row], ["kept"], []) == 1
        assert library.path(document) == str(docs / "001.txt")


def test_a_document_that_is_gone_from_the_collection_is_refused(tmp_path: Path) -> None:
    docs = fill(tmp_path / "docs", range(3))
    with opened(tmp_path / "home", docs) as library:
        row = library.document("001.txt").row
        (docs / "001.txt").unlink()
        update(library)
        for gone in (row, Row(10_000)):
            assert library.documents([gone]) == []
            with pytest.raises(DocumentNotFoundError):
                library.page(gone)
        with pytest.raises(DocumentNotFoundError):
            library.document("001.txt")


def test_rows_are_in_the_order_of_paths_a_window_at_a_time(tmp_path: Path) -> None:
    docs = fill(tmp_path / "docs", range(5))
    with opened(tmp_path / "home", docs) as library:
        (docs / "0000.txt").write_text("First of all, and read last.", "utf-8")
        update(library)
        assert [*library.order()] == library.rows(0, 99) == library.rows(0, 2) + library.rows(2, 9)
        paths = [document.path for document in library.documents(library.order())]
        assert paths == sorted(paths)
        assert library.count() == len(paths) == 6


def test_any_thread_may_look_while_another_brings_up_to_date(tmp_path: Path) -> None:
    docs = fill(tmp_path / "docs", range(60))
    with opened(tmp_path / "home", docs, updated=False) as library:
        thread = Thread(target=update, args=[library])
        thread.start()
        while thread.is_alive():
            library.find("harbour", stage=Stage.TYPING)
            library.documents(library.rows(0, 20))
        thread.join()
        assert answers(library, "word7")["word7"] == [set(), {"007.txt"}]
