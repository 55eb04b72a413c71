import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.model import Row
from reader.search.fulltext import FullText
from reader.search.spelling import keeping
from reader.search.spelling.keeping import NEW, WORDS, Kept
from reader.search.spelling.lexicon import Lexicon


def put(folder: Path, row: int, body: str) -> None:
    with FullText(folder).writer() as writer:
        writer.put(Row(row), "", body, "")
        writer.commit()


def meant(folder: Path, word: str) -> list[str]:
    return [each.word for each in FullText(folder).spelling().meant(word).misspelt]


def test_without_a_folder_nothing_is_kept() -> None:
    kept = Kept(None)
    kept.write(Lexicon.build({"sea": 1}))
    kept.add(["shore"])
    kept.forget()
    assert not kept
    assert kept.read() == []


def test_words_are_kept_once_the_writer_is_left_and_new_ones_are_added(tmp_path: Path) -> None:
    put(tmp_path, 1, "harbour")
    gathered = (tmp_path / WORDS).stat()
    assert meant(tmp_path, "harbur") == ["harbour"]
    put(tmp_path, 2, "lighthouse")
    assert (tmp_path / WORDS).stat() == gathered
    assert [*Kept(tmp_path).read()[1]] == ["lighthouse"]
    assert meant(tmp_path, "lihgthouse") == ["lighthouse"]
    assert meant(tmp_path, "harbur") == ["harbour"]


def test_what_texts_had_already_is_not_new(tmp_path: Path) -> None:
    put(tmp_path, 1, "harbour sea")
    put(tmp_path, 2, "harbour")
    assert not [*Kept(tmp_path).read()[1]]


def test_words_of_a_text_that_is_gone_are_not_meant(tmp_path: Path) -> None:
    put(tmp_path, 1, "harbour")
    put(tmp_path, 1, "lighthouse")
    with FullText(tmp_path).writer() as writer:
        writer.clear()
        writer.put(Row(3), "", "boat", "")
        writer.commit()
    assert meant(tmp_path, "harbur") == []
    assert meant(tmp_path, "baot") == ["boat"]


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An index of two texts, of which the second came when words were kept already."""
    folder = tmp_path_factory.mktemp("sound") / "fulltext"
    put(folder, 1, "harbour harmony")
    put(folder, 2, "lighthouse")
    return folder


@pytest.fixture
def folder(sound: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(sound, tmp_path / "fulltext"))


def harmed(path: Path, how: str) -> None:
    whole = path.read_bytes()
    path.unlink()
    if how == "cut off":
        path.write_bytes(whole[: len(whole) // 2])
    elif how == "empty":
        path.write_bytes(b"")
    elif how == "other":
        path.write_bytes(whole.replace(b'"version": 2', b'"version": 1'))
    elif how == "folder":
        (path / "deep").mkdir(parents=True)


HARMS = ("missing", "cut off", "empty", "other", "folder")


@pytest.mark.parametrize("name", [WORDS, NEW])
@pytest.mark.parametrize("how", HARMS)
def test_without_sound_words_all_are_gathered_and_then_kept_again(
    folder: Path, name: str, how: str
) -> None:
    harmed(folder / name, how)
    assert not Kept(folder).read()
    assert meant(folder, "harbur") == ["harbour"]
    assert meant(folder, "lihgthouse") == ["lighthouse"]
    put(folder, 3, "boat")
    assert Kept(folder).read()
    assert meant(folder, "baot") == ["boat"]
    assert meant(folder, "harbur") == ["harbour"]
    assert meant(folder, "lihgthouse") == ["lighthouse"]


def test_those_of_another_version_are_made_again(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keeping, "VERSION", keeping.VERSION + 1)
    assert not Kept(folder).read()
    assert Kept(folder).trouble(EVERY) == "they are of another version"
    put(folder, 3, "boat")
    assert Kept(folder).read()


def damages(file: Path) -> Iterator[bytes]:
    """The bytes of a file with one of each three turned, and cut off at many places."""
    whole = file.read_bytes()
    for place in range(0, len(whole), 3):
        turned = bytearray(whole)
        turned[place] ^= 1 << place % 8
        yield bytes(turned)
    for place in range(0, len(whole), 29):
        yield whole[:place]


@pytest.mark.parametrize("name", [WORDS, NEW])
def test_whatever_byte_is_turned_or_missing_no_word_is_lost_or_made_up(
    folder: Path, name: str
) -> None:
    unused, whole = 0, (folder / name).read_bytes()
    for damaged in [*damages(folder / name)]:
        (folder / name).write_bytes(damaged)
        lexicons = Kept(folder).read()
        assert {word for lexicon in lexicons for word in lexicon} in (set(), {*EVERY})
        unused += not lexicons
    assert unused > len(whole) / 6  # the rest was turned between two arrays


@settings(max_examples=30, deadline=None)
@given(data=st.data(), name=st.sampled_from([WORDS, NEW]))
def test_no_damage_changes_what_is_meant(sound: Path, data: st.DataObject, name: str) -> None:
    whole = (sound / name).read_bytes()
    start, end = sorted(data.draw(st.tuples(*[st.integers(0, len(whole))] * 2)))
    try:
        (sound / name).write_bytes(whole[:start] + data.draw(st.binary(max_size=50)) + whole[end:])
        assert meant(sound, "harbur") == ["harbour"]
        assert meant(sound, "lihgthouse") == ["lighthouse"]
    finally:
        (sound / name).write_bytes(whole)


EVERY = Lexicon.build(dict.fromkeys(["harbour", "harmony", "lighthouse"], 1))


@pytest.mark.parametrize("name", [WORDS, NEW])
def test_what_is_wrong_with_the_words_is_told(folder: Path, name: str) -> None:
    whole = (folder / name).read_bytes()
    assert Kept(folder).trouble(EVERY) == Kept(None).trouble(EVERY) == ""
    more = Lexicon.build(dict.fromkeys([*EVERY, "boat"], 1))
    assert Kept(folder).trouble(more) == "they lack 1 words of the texts"
    said = {"missing": "they are gone"}
    for how in HARMS:
        harmed(folder / name, how)
        assert Kept(folder).trouble(EVERY) == said.get(how, "they are damaged")
        assert Kept(folder).trouble(Lexicon.build({})) == ""
        if how == "folder":
            shutil.rmtree(folder / name)
        (folder / name).write_bytes(whole)


@pytest.mark.parametrize("limit", ["NEW_BYTES", "MOST_SEEN"])
def test_when_too_much_is_new_all_is_gathered_again(
    tmp_path: Path, limit: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(tmp_path, 1, "harbour")
    monkeypatch.setattr(keeping, "NEW_SHARE", 100_000)
    monkeypatch.setattr(keeping, limit, 1)
    put(tmp_path, 2, "boat lighthouse")
    [all_words, none] = Kept(tmp_path).read()
    assert len(all_words) == 3
    assert not len(none)


def test_an_index_made_anew_forgets_its_words(tmp_path: Path) -> None:
    put(tmp_path, 1, "harbour")
    (tmp_path / "version").write_text("old", "ascii")
    FullText(tmp_path)
    assert not Kept(tmp_path)


def test_who_reads_sees_what_another_has_committed_since(tmp_path: Path) -> None:
    put(tmp_path, 1, "harbour")
    reading = FullText(tmp_path)
    assert not reading.spelling().meant("baot").misspelt
    put(tmp_path, 2, "boat")
    reading.reload()
    assert [each.word for each in reading.spelling().meant("baot").misspelt] == ["boat"]
