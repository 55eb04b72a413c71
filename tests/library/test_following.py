"""Marks follow their documents, whatever happens to files and cache between two runs."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from reader.model import Position
from tests.library.folders import answers, fill, opened, page, tags, update


def drop_cache(home: Path) -> None:
    shutil.rmtree(home / "cache")


def keep_cache(home: Path) -> None:
    assert (home / "cache").is_dir()


caches = pytest.mark.parametrize("cache", [keep_cache, drop_cache])
Cache = Callable[[Path], None]


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


def test_marks_follow_when_the_whole_folder_is_renamed(tmp_path: Path) -> None:
    docs, home = fill(tmp_path / "docs", range(4)), tmp_path / "home"
    with opened(home, docs) as library:
        library.tag([library.document("001.txt").row], ["kept"], [])
        library.set_starred([library.document("002.txt").row], True)
    docs.rename(tmp_path / "papers")
    with opened(home, tmp_path / "papers") as library:
        assert tags(library) == {"001.txt": ("kept",)}
        assert library.document("002.txt").starred


def test_marks_follow_out_of_a_collection_that_is_not_open(tmp_path: Path) -> None:
    docs, home = fill(tmp_path / "docs", range(4)), tmp_path / "home"
    other = fill(tmp_path / "other", range(10, 12))
    with opened(home, docs) as library:
        library.tag([library.document("001.txt").row], ["kept"], [])
    shutil.copy(docs / "001.txt", other / "copy.txt")
    with opened(home, other) as library:
        assert tags(library) == {}
        (docs / "001.txt").unlink()
        update(library)
        assert tags(library) == {"copy.txt": ("kept",)}
