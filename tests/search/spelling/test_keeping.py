from pathlib import Path

import pytest

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
    assert "lighthouse" in (tmp_path / NEW).read_text("utf-8").split()
    assert meant(tmp_path, "lihgthouse") == ["lighthouse"]
    assert meant(tmp_path, "harbur") == ["harbour"]


def test_what_texts_had_already_is_not_new(tmp_path: Path) -> None:
    put(tmp_path, 1, "harbour sea")
    put(tmp_path, 2, "harbour")
    assert not (tmp_path / NEW).exists()


def test_words_of_a_text_that_is_gone_are_not_meant(tmp_path: Path) -> None:
    put(tmp_path, 1, "harbour")
    put(tmp_path, 1, "lighthouse")
    with FullText(tmp_path).writer() as writer:
        writer.clear()
        writer.put(Row(3), "", "boat", "")
        writer.commit()
    assert meant(tmp_path, "harbur") == []
    assert meant(tmp_path, "baot") == ["boat"]


@pytest.mark.parametrize("harm", ["missing", "damaged", "version"])
def test_without_sound_words_all_are_gathered_and_then_kept_again(
    tmp_path: Path, harm: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(tmp_path, 1, "harbour")
    if harm == "missing":
        (tmp_path / WORDS).unlink()
    elif harm == "damaged":
        (tmp_path / WORDS).write_bytes((tmp_path / WORDS).read_bytes()[:-1])
    else:
        monkeypatch.setattr(keeping, "VERSION", keeping.VERSION + 1)
    assert not Kept(tmp_path).read()
    assert meant(tmp_path, "harbur") == ["harbour"]
    put(tmp_path, 2, "boat")
    assert Kept(tmp_path).read()
    assert meant(tmp_path, "baot") == ["boat"]
    assert meant(tmp_path, "harbur") == ["harbour"]


@pytest.mark.parametrize("limit", ["NEW_BYTES", "MOST_SEEN"])
def test_when_too_much_is_new_all_is_gathered_again(
    tmp_path: Path, limit: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(tmp_path, 1, "harbour")
    monkeypatch.setattr(keeping, "NEW_SHARE", 100_000)
    monkeypatch.setattr(keeping, limit, 1)
    put(tmp_path, 2, "boat lighthouse")
    assert not (tmp_path / NEW).exists()
    [all_words, none] = Kept(tmp_path).read()
    assert len(all_words) == 3
    assert not len(none)


def test_a_line_that_was_cut_off_takes_no_other_word_along(tmp_path: Path) -> None:
    put(tmp_path, 1, "harbour")
    (tmp_path / NEW).write_text("\nligh", "utf-8")
    put(tmp_path, 2, "boat")
    assert meant(tmp_path, "baot") == ["boat"]


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
