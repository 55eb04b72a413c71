"""What a collection is made of, and what its documents are called."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.errors import UsageError
from reader.library.collection import ID_DIGITS, Collection, document_id
from tests.library.folders import fill

parts = st.text(st.characters(exclude_characters="/\0", exclude_categories=["Cs"]), min_size=1)
names = st.lists(parts, min_size=1, max_size=4).map("/".join)


def named(collection: Collection) -> list[str]:
    return [entry.name for entry in collection.entries()]


def test_the_documents_of_one_folder_are_named_from_it(tmp_path: Path) -> None:
    fill(tmp_path / "press" / "old", range(2))
    fill(tmp_path / "press", range(1), "z")
    collection = Collection.of([tmp_path / "press"])
    assert named(collection) == ["old/000.txt", "old/001.txt", "z000.txt"]
    assert collection.name == "press"
    assert not collection.is_file


def test_several_paths_are_one_collection_whose_names_begin_with_the_folder(tmp_path: Path) -> None:
    letters, press = fill(tmp_path / "letters", range(1)), fill(tmp_path / "press", range(1))
    note = tmp_path / "note.txt"
    note.write_text("A note.", "utf-8")
    collection = Collection.of([press, note, letters])
    assert named(collection) == ["letters/000.txt", "note.txt/note.txt", "press/000.txt"]
    assert collection.name == "letters + note.txt + press"
    assert collection.path("note.txt/note.txt") == str(note)
    assert not collection.is_file


def test_folders_of_one_name_are_told_apart_even_from_one_that_is_named_so(tmp_path: Path) -> None:
    paths = [
        fill(tmp_path / inner, range(1))
        for inner in ("a/press", "b/press", "c/press~2", "d/press", "e/other")
    ]
    collection = Collection.of(paths)
    assert len(set(named(collection))) == len(paths)
    assert named(collection) == sorted(named(collection), key=os.fsencode)
    assert {collection.path(name) for name in named(collection)} == {
        str(path / "000.txt") for path in paths
    }


def test_a_file_in_two_of_the_paths_is_one_document_of_the_inner(tmp_path: Path) -> None:
    docs = fill(tmp_path / "docs", range(2))
    fill(docs / "deep", range(2))
    fill(docs / "deeper", range(1))
    collection = Collection.of([docs, docs / "deep", docs / "000.txt"])
    assert named(collection) == [
        "000.txt/000.txt",
        "deep/000.txt",
        "deep/001.txt",
        "docs/001.txt",
        "docs/deeper/000.txt",
    ]
    for name in named(collection):
        assert collection.named(collection.path(name)) == name


def test_a_single_file_is_a_collection_of_one_document(tmp_path: Path) -> None:
    file = fill(tmp_path, range(1)) / "000.txt"
    collection = Collection.of([file])
    assert named(collection) == ["000.txt"]
    assert collection.is_file
    assert collection.path("000.txt") == str(file)
    assert collection.named(str(file)) == "000.txt"


def test_the_same_paths_in_another_order_or_twice_are_the_same_collection(tmp_path: Path) -> None:
    one, two = fill(tmp_path / "one", range(1)), fill(tmp_path / "two", range(1))
    (tmp_path / "link").symlink_to(one)
    first = Collection.of([one, two])
    assert Collection.of([two, tmp_path / "link", one / ".." / "one"]) == first
    assert Collection.of([two, one]).key == first.key
    assert Collection.of([one]).key != first.key


@pytest.mark.parametrize("several", [False, True])
def test_a_name_leads_to_the_path_and_back(several: bool, tmp_path: Path) -> None:
    one = fill(tmp_path / "one" / "deep", range(2)).parent
    two = fill(tmp_path / "one-two", range(2))
    collection = Collection.of([one, two] if several else [one])
    for entry in collection.entries():
        assert collection.path(entry.name) == str(entry.path)
        assert collection.named(str(entry.path)) == entry.name


def test_a_path_outside_has_no_name(tmp_path: Path) -> None:
    collection = Collection.of([fill(tmp_path / "press", range(1))])
    for outside in (tmp_path, tmp_path / "press", tmp_path / "press2" / "000.txt", Path("/")):
        assert collection.named(str(outside)) is None


@pytest.mark.parametrize("files", [1, 2])
def test_names_keep_leading_to_their_paths_when_all_is_gone(files: int, tmp_path: Path) -> None:
    folders = [fill(tmp_path / str(number), range(1)) for number in range(files)]
    collection = Collection.of(folders)
    paths = {entry.name: str(entry.path) for entry in collection.entries()}
    for folder in folders:
        (folder / "000.txt").unlink()
        folder.rmdir()
    assert {name: collection.path(name) for name in paths} == paths
    assert {name: collection.named(path) for name, path in paths.items()} == {n: n for n in paths}
    assert not collection.is_file


def test_bytes_that_are_not_utf_8_are_part_of_a_name(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/caf\xe9\n\x1b[31m.txt"
    try:
        Path(os.fsdecode(path)).write_text("Text.", "utf-8")
    except OSError:
        pytest.skip("this file system takes no such names")
    [name] = named(Collection.of([tmp_path]))
    assert name == "caf\udce9\n\x1b[31m.txt"
    assert os.fsencode(Collection.of([tmp_path]).path(name)) == path


def loop(folder: Path) -> Path:
    (folder / "loop").symlink_to(folder / "loop")
    return folder / "loop"


def below_a_file(folder: Path) -> Path:
    return fill(folder, range(1)) / "000.txt" / "inner"


@pytest.mark.parametrize(
    ("path", "said"),
    [
        (lambda folder: folder / "absent", "there is no"),
        (loop, "its links go round in a circle"),
        (below_a_file, "cannot open"),
        (lambda _: Path("~nobody-is-called-so/x"), "there is no ~nobody-is-called-so"),
    ],
)
def test_a_path_that_is_not_there_is_refused_in_a_sentence(
    path: Callable[[Path], Path], said: str, tmp_path: Path
) -> None:
    with pytest.raises(UsageError, match=said):
        Collection.of([path(tmp_path)])


def test_a_file_whose_name_begins_like_a_home_folder_is_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("~nobody-is-called-so").write_text("Text.", "utf-8")
    assert Collection.of([Path("~nobody-is-called-so")]).is_file


@given(names, names)
def test_an_id_is_ten_digits_that_depend_on_the_name_alone(name: str, other: str) -> None:
    assert document_id(name) == document_id(name)
    assert len(document_id(name)) == ID_DIGITS
    assert set(document_id(name)) <= set("0123456789abcdef")
    assert (document_id(name) == document_id(other)) == (name == other)


@given(names, names)
def test_a_place_inside_an_archive_has_an_id_of_its_own(name: str, member: str) -> None:
    ids = {document_id(name), document_id(name, member), document_id(member), document_id("")}
    assert len(ids) == len({name, member, ""}) + 1


def test_an_id_is_the_same_on_every_machine() -> None:
    assert document_id("old/000.txt") == "ba632742f1"
