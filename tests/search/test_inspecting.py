"""A full-text index looked at from outside."""

import shutil
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.model import Row
from reader.search.fulltext import FullText
from reader.search.inspecting import inspected, keep_words_again, words_inspected
from reader.search.integrity import ENDINGS
from reader.search.spelling.keeping import WORDS, Kept

BIRTH = 77


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An index of some documents, of which one was put twice and one removed."""
    folder = tmp_path_factory.mktemp("index") / "fulltext"
    fulltext = FullText(folder)
    for rows in (range(1, 9), range(3, 6)):
        with fulltext.writer() as writer:
            for row in rows:
                writer.put(Row(row), f"Title {row}", f"The body of {row}. " * 20, "aside")
            writer.remove(Row(1))
            writer.commit()
    fulltext.stamp(BIRTH)
    return folder


def test_a_sound_one_is_counted_as_the_index_counts(index: Path) -> None:
    documents = len(FullText(index))
    before = {path: path.read_bytes() for path in index.rglob("*") if path.is_file()}
    assert inspected(index, BIRTH) == ("", documents) == ("", 7)
    assert {path: path.read_bytes() for path in index.rglob("*") if path.is_file()} == before


def test_where_there_is_none_there_is_no_trouble(tmp_path: Path) -> None:
    assert inspected(tmp_path, BIRTH) == inspected(tmp_path / "absent", BIRTH) == ("", None)


def test_one_of_another_catalogue_or_version_is_no_use(index: Path, tmp_path: Path) -> None:
    assert inspected(index, 78) == ("it was not made from this catalogue", None)
    copy = shutil.copytree(index, tmp_path / "copy")
    (copy / "version").write_text("0", "ascii")
    assert inspected(copy, BIRTH) == ("it is of another version", None)


@pytest.mark.parametrize("missing", ["version", "generation", "index/meta.json"])
def test_one_without_a_part_is_half_made(index: Path, tmp_path: Path, missing: str) -> None:
    copy = shutil.copytree(index, tmp_path / "copy")
    (copy / missing).unlink()
    assert inspected(copy, BIRTH) == ("it is half made", None)


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_segment_without_one_of_its_files_is_damaged(
    index: Path, tmp_path: Path, ending: str
) -> None:
    copy = shutil.copytree(index, tmp_path / "copy")
    next((copy / "index").glob(f"*.{ending}")).unlink()
    assert inspected(copy, BIRTH) == ("it is damaged", None)


def test_words_are_looked_at_without_changing_anything(index: Path) -> None:
    before = {path: path.read_bytes() for path in index.rglob("*") if path.is_file()}
    assert words_inspected(index) == ""
    assert {path: path.read_bytes() for path in index.rglob("*") if path.is_file()} == before


def test_words_are_kept_again_and_nothing_else_changes(index: Path, tmp_path: Path) -> None:
    copy = shutil.copytree(index, tmp_path / "copy")
    (copy / WORDS).write_bytes(b"no")
    assert words_inspected(copy) == "they are damaged"
    keep_words_again(copy)
    assert words_inspected(copy) == ""
    assert [*Kept(copy).read()[0]] == ["body", "the", "title"]
    assert inspected(copy, BIRTH) == ("", 7)


def test_of_an_index_that_cannot_be_opened_no_words_are_compared(
    index: Path, tmp_path: Path
) -> None:
    copy = shutil.copytree(index, tmp_path / "copy")
    (copy / "index" / "meta.json").write_bytes(b"{}")
    assert words_inspected(copy).startswith("those of the index cannot be listed: ")


@settings(max_examples=150)
@given(data=st.data())
def test_any_flipped_byte_of_a_segment_is_noticed(index: Path, data: st.DataObject) -> None:
    files = sorted(path for path in (index / "index").glob("*.*") if path.name[0] != ".")
    file = data.draw(st.sampled_from([path for path in files if path.name != "meta.json"]))
    whole = file.read_bytes()
    place = data.draw(st.integers(0, len(whole) - 1))
    broken = bytearray(whole)
    broken[place] ^= data.draw(st.integers(1, 255))
    try:
        file.write_bytes(broken)
        trouble, documents = inspected(index, BIRTH)
    finally:
        file.write_bytes(whole)
    body = len(whole) - 8 - int.from_bytes(whole[-8:-4], "little")
    # What stands between the bytes and their sum is the version of the library.
    assert (trouble, documents) == ("it is damaged", None) or place >= body


@settings(max_examples=150)
@given(data=st.data())
def test_no_damage_is_more_than_a_sentence(index: Path, data: st.DataObject) -> None:
    file = data.draw(st.sampled_from(sorted(p for p in index.rglob("*") if p.stat().st_size)))
    if file.is_dir():
        return
    whole = file.read_bytes()
    start, end = sorted(data.draw(st.tuples(*[st.integers(0, len(whole))] * 2)))
    try:
        file.write_bytes(whole[:start] + data.draw(st.binary(max_size=50)) + whole[end:])
        trouble, documents = inspected(index, BIRTH)
    finally:
        file.write_bytes(whole)
    assert trouble or documents is not None
