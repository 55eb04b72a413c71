"""What a user can do with a collection, and what survives what happens to files and cache."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path
from threading import Thread

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.errors import DocumentNotFoundError, QueryError
from reader.library import Library
from reader.library.collection import document_id
from reader.model import Position, Row
from tests.library.folders import answers, command, contents, fill, opened, page, settings_in, update

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


def drop_cache(home: Path) -> None:
    shutil.rmtree(home / "cache")


def keep_cache(home: Path) -> None:
    assert (home / "cache").is_dir()


caches = pytest.mark.parametrize("cache", [keep_cache, drop_cache])
Cache = Callable[[Path], None]


def tags(library: Library) -> dict[str, tuple[str, ...]]:
    documents = library.documents(library.order(skipped=True))
    return {document.path: document.tags for document in documents if document.tags}


# ---- marks follow their documents


@caches
def test_an_edited_file_keeps_its_tag(cache: Cache, tmp_path: Path) -> None:
    docs, home = fill(tmp_path / "docs", range(3)), tmp_path / "home"
    with opened(home, docs) as library:
        library.tag([library.document("001.txt").row], ["kept"], [])
    cache(home)
    (docs / "001.txt").write_text(page(30), "utf-8")
    with opened(home, docs) as library:
        assert tags(library) == {"001.txt": ("kept",)}


@caches
def test_a_moved_file_keeps_its_tag(cache: Cache, tmp_path: Path) -> None:
    docs, home = fill(tmp_path / "docs", range(3)), tmp_path / "home"
    with opened(home, docs) as library:
        document = library.document("001.txt")
        library.tag([document.row], ["kept"], [])
        library.set_starred([document.row], True)
        library.set_position(document, Position(3, 4))
    cache(home)
    (docs / "old").mkdir()
    (docs / "001.txt").rename(docs / "old" / "one.txt")
    with opened(home, docs) as library:
        document = library.document("old/one.txt")
        assert (document.tags, document.starred) == (("kept",), True)
        assert library.position(document) == Position(3, 4)
        assert answers(library, "tag:kept")["tag:kept"] == [{"old/one.txt"}, set()]


@caches
def test_a_file_keeps_its_tag_through_an_edit_and_then_a_move(cache: Cache, tmp_path: Path) -> None:
    docs, home = fill(tmp_path / "docs", range(3)), tmp_path / "home"
    with opened(home, docs) as library:
        library.tag([library.document("001.txt").row], ["kept"], [])
        library.set_read([library.document("001.txt").row], True)
        (docs / "001.txt").write_text(page(30), "utf-8")
        update(library)
    cache(home)
    (docs / "001.txt").rename(docs / "one.txt")
    with opened(home, docs) as library:
        assert tags(library) == {"one.txt": ("kept",)}
        assert library.document("one.txt").state == ("read",)


def test_marks_stay_where_two_copies_could_take_them(tmp_path: Path) -> None:
    docs = fill(tmp_path / "docs", range(3))
    with opened(tmp_path / "home", docs) as library:
        library.tag([library.document("001.txt").row], ["kept"], [])
        shutil.copy(docs / "001.txt", docs / "copy.txt")
        (docs / "001.txt").rename(docs / "other.txt")
        update(library)
        assert tags(library) == {}
        (docs / "other.txt").unlink()
        (docs / "copy.txt").rename(docs / "001.txt")
        update(library)
        assert tags(library) == {"001.txt": ("kept",)}


def test_a_copy_with_marks_of_its_own_is_no_place_to_follow_to(tmp_path: Path) -> None:
    docs = fill(tmp_path / "docs", range(3))
    shutil.copy(docs / "001.txt", docs / "claimed.txt")
    with opened(tmp_path / "home", docs) as library:
        library.tag([library.document("claimed.txt").row], ["claimed"], [])
        library.tag([library.document("001.txt").row], ["kept"], [])
        (docs / "001.txt").rename(docs / "moved.txt")
        update(library)
        assert tags(library) == {"claimed.txt": ("claimed",), "moved.txt": ("kept",)}


def test_marks_follow_from_one_folder_of_a_collection_to_another(tmp_path: Path) -> None:
    one, two = fill(tmp_path / "one", range(2)), fill(tmp_path / "two", range(2, 4))
    with opened(tmp_path / "home", one, two) as library:
        library.tag([library.document("one/001.txt").row], ["kept"], [])
        (one / "001.txt").rename(two / "001.txt")
        update(library)
        assert tags(library) == {"two/001.txt": ("kept",)}


def test_marks_are_those_of_the_file_in_whatever_collection_it_is_seen(tmp_path: Path) -> None:
    docs, home = fill(tmp_path / "docs" / "deep", range(2)).parent, tmp_path / "home"
    other = fill(tmp_path / "other", range(2))
    with opened(home, docs) as library:
        library.tag([library.document("deep/001.txt").row], ["kept"], [])
    for paths, name in (
        ([docs / "deep"], "001.txt"),
        ([docs, other], "docs/deep/001.txt"),
        ([docs / "deep" / "001.txt"], "001.txt"),
    ):
        with opened(home, *paths) as library:
            assert tags(library) == {name: ("kept",)}
            assert library.tags() == [("kept", 1)] or library.count() == 1


def test_a_deleted_cache_loses_no_mark_and_changes_nothing_else(tmp_path: Path) -> None:
    docs, home = fill(tmp_path / "docs", range(6)), tmp_path / "home"
    (docs / "map.md").write_text(MARKDOWN, "utf-8")
    with opened(home, docs) as library:
        library.tag([library.document("001.txt").row], ["kept"], [])
        library.tag([library.document("map.md").row], [], ["travel"])
        library.set_read([library.document("002.txt").row], True)
        before, found = contents(library), answers(library, *QUERIES)
    drop_cache(home)
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
@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=20), st.booleans())
def test_any_query_is_answered_or_refused_at_a_position(
    small: Library, query: str, typing: bool
) -> None:
    try:
        found = small.find(query, typing=typing)
    except QueryError as error:
        assert 0 <= error.position <= len(query)
    else:
        assert found.total <= 1


def test_ids_are_the_same_after_the_cache_is_deleted(tmp_path: Path) -> None:
    docs, home = fill(tmp_path / "docs", range(5)), tmp_path / "home"
    with opened(home, docs) as library:
        ids = {document.path: document.id for document in library.documents(library.order())}
    drop_cache(home)
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


def test_looking_while_another_process_makes_the_index_spoils_nothing(tmp_path: Path) -> None:
    docs, home = fill(tmp_path / "docs", range(8)), tmp_path / "home"
    for _ in range(3):
        with opened(home, docs, updated=False) as library:
            process = command(home, "index", docs)
            while process.poll() is None:
                with opened(home, docs, updated=False) as other:
                    other.find("word1")
            assert process.returncode == 0, process.communicate()
            process.communicate()
            assert answers(library, "word1")["word1"] == [set(), {"001.txt"}]
        drop_cache(home)


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
            library.find("harbour", typing=True)
            library.documents(library.rows(0, 20))
        thread.join()
        assert answers(library, "word7")["word7"] == [set(), {"007.txt"}]
