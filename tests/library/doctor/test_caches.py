"""Caches, as a doctor sees them."""

import time
from dataclasses import replace
from pathlib import Path

import pytest

from reader.errors import CatalogueError
from reader.library.caches import DAY_S, KEPT_DAYS, clear, leftovers
from reader.library.doctor import caches as module
from reader.library.doctor.caches import cache, superfluous
from reader.library.doctor.finding import Fact, Finding
from reader.library.lock import WRITER, exclusive
from reader.model import Row
from reader.search.fulltext import FullText
from reader.search.inspecting import keep_words_again
from reader.search.spelling.keeping import NEW, WORDS, Kept
from tests.library.folders import fill, opened, settings_in


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The cache of a collection that is up to date."""
    return made(tmp_path, "pages")


def made(tmp_path: Path, name: str) -> Path:
    with opened(tmp_path / "home", fill(tmp_path / name, range(3))) as library:
        return library.settings.cache / library.collection.key


def findings(folder: Path) -> list[Finding]:
    return [one for one in cache(folder, "pages") if isinstance(one, Finding)]


def test_a_sound_cache_is_well_and_so_is_none(folder: Path, tmp_path: Path) -> None:
    assert findings(folder) == []
    assert list(cache(tmp_path / "absent", "absent")) == []


@pytest.mark.parametrize(
    ("damaged", "check"),
    [
        ("catalogue.db", "catalogue"),
        ("fulltext/version", "full text"),
        ("fulltext/generation", "full text"),
        ("fulltext/index/meta.json", "full text"),
    ],
)
def test_what_is_damaged_is_deleted_and_made_again(
    folder: Path, tmp_path: Path, damaged: str, check: str
) -> None:
    (folder / damaged).write_bytes(b"no")
    (one,) = findings(folder)
    assert (one.check, str(folder) in one.where) == (check, True)
    assert one.mend is not None
    assert one.mend() == "deleted; it is made again when the collection is opened"
    assert findings(folder) == []
    with opened(tmp_path / "home", tmp_path / "pages") as library:
        assert library.find("Word2").total == 1
    assert findings(folder) == []


def test_titles_that_are_damaged_are_deleted_and_nothing_else(folder: Path, tmp_path: Path) -> None:
    with opened(tmp_path / "home", tmp_path / "pages") as library:
        assert library.find("Word2").total == 1
    assert findings(folder) == []
    (folder / "titles" / "titles").write_bytes(b"no")
    (one,) = findings(folder)
    assert (one.check, one.where) == ("titles", str(folder / "titles"))
    assert one.mend is not None
    assert one.mend() == "deleted"
    assert findings(folder) == []
    with opened(tmp_path / "home", tmp_path / "pages") as library:
        assert library.find("Word2").total == 1


@pytest.mark.parametrize("name", [WORDS, NEW])
@pytest.mark.parametrize("damage", [None, b"", b"no", "cut off", "turned"])
def test_words_that_are_damaged_are_gathered_again(
    folder: Path, tmp_path: Path, name: str, damage: bytes | str | None
) -> None:
    place = folder / "fulltext"
    whole = (place / name).read_bytes()
    (place / name).unlink()
    if damage == "cut off":
        (place / name).write_bytes(whole[:-1])
    elif damage == "turned":
        (place / name).write_bytes(whole.replace(b"arrays", b"arrbys"))
    elif isinstance(damage, bytes):
        (place / name).write_bytes(damage)
    (one,) = findings(folder)
    said = "they are gone" if damage is None else "they are damaged"
    assert (one.check, one.where, one.what) == ("words", str(place / WORDS), said)
    assert one.mend is not None
    with opened(tmp_path / "home", tmp_path / "pages", updated=False) as library:
        assert library.find("stopepd").total == 3
        assert one.mend() == "made again"
    assert findings(folder) == []
    assert Kept(place).read()


def test_words_of_another_index_are_told_and_gathered_again(folder: Path, tmp_path: Path) -> None:
    other = made(tmp_path, "other") / "fulltext"
    with FullText(other).writer() as writer:
        writer.clear()
        writer.put(Row(1), "", "elsewhere", "")
        writer.commit()
    Kept(other).forget()
    keep_words_again(other)
    for name in (WORDS, NEW):
        (other / name).replace(folder / "fulltext" / name)
    (one,) = findings(folder)
    assert one.what.startswith("they lack ")
    assert one.mend is not None
    assert one.mend() == "made again"
    assert findings(folder) == []


def test_words_are_not_gathered_while_another_process_writes(folder: Path) -> None:
    (folder / "fulltext" / WORDS).unlink()
    (one,) = findings(folder)
    assert one.mend is not None
    with exclusive(folder / WRITER, wait=False), pytest.raises(CatalogueError, match="another"):
        one.mend()


def test_words_that_came_later_are_not_taken_for_what_a_kill_has_left(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(tmp_path / "pages", range(3, 4))
    made(tmp_path, "pages")
    later = time.time() + DAY_S
    monkeypatch.setattr("time.time", lambda: later)
    assert leftovers(settings_in(tmp_path / "home")) == []


@pytest.mark.parametrize(
    "name", ["lock", "in-use", "catalogue.db", "fulltext.lock", "fulltext", "titles"]
)
def test_what_stands_in_the_way_is_cleared_away(folder: Path, tmp_path: Path, name: str) -> None:
    path = folder / name
    clear(path)
    if name in ("fulltext", "titles"):
        path.write_text("no folder", "utf-8")
    else:
        (path / "deep").mkdir(parents=True)
    (one,) = findings(folder)
    assert one.where == str(path)
    assert one.mend is not None
    assert one.mend() == "deleted"
    with opened(tmp_path / "home", tmp_path / "pages") as library:
        assert library.find("Word2").total == 1
    assert findings(folder) == []


def test_a_full_text_that_is_gone_or_of_other_documents_is_found(
    folder: Path, tmp_path: Path
) -> None:
    other = made(tmp_path, "other") / "fulltext"
    fill(tmp_path / "other", range(5))
    made(tmp_path, "other")
    generation = (folder / "fulltext" / "generation").read_bytes()
    clear(folder / "fulltext")
    assert [one.what for one in findings(folder)] == ["it is gone"]
    other.rename(folder / "fulltext")
    assert [one.what for one in findings(folder)] == ["it was not made from this catalogue"]
    (folder / "fulltext" / "generation").write_bytes(generation)
    assert [one.what for one in findings(folder)] == ["it holds 5 documents, the catalogue 3"]


def test_what_is_open_is_not_deleted(folder: Path, tmp_path: Path) -> None:
    (folder / "fulltext" / "version").write_bytes(b"no")
    (one,) = findings(folder)
    assert one.mend is not None
    with (
        opened(tmp_path / "home", tmp_path / "pages", updated=False),
        pytest.raises(CatalogueError, match="in use"),
    ):
        one.mend()


def test_one_that_is_being_indexed_is_left_alone(folder: Path) -> None:
    (folder / "catalogue.db").write_bytes(b"no")
    with exclusive(folder / WRITER, wait=False):
        (fact,) = cache(folder, "pages")
    assert isinstance(fact, Fact)
    assert fact.said == "being brought up to date by another process"


def test_more_folders_than_can_be_watched_are_told(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "most").write_text("0\n", "ascii")
    monkeypatch.setattr(module, "WATCHES", tmp_path / "most")
    assert [one.check for one in findings(folder)] == ["watching"]
    for most in ("1\n", "what", ""):
        (tmp_path / "most").write_text(most, "ascii")
        assert findings(folder) == []


def test_what_need_not_be_there_is_found_and_goes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = settings_in(tmp_path / "home")
    gone, there = made(tmp_path, "gone"), made(tmp_path, "there")
    left = settings.cache / ".gone-0123456789abcdef-00112233"
    left.mkdir()
    clear(tmp_path / "gone")
    assert [one.where for one in superfluous(settings, "")] == [str(left)]
    later = time.time() + KEPT_DAYS * DAY_S + DAY_S
    monkeypatch.setattr("time.time", lambda: later)
    found = list(superfluous(settings, ""))
    assert [one.where for one in found] == [str(left), str(gone)]
    assert [one.where for one in superfluous(settings, gone.name)] == [str(left)]
    for one in found:
        assert one.mend is not None
        one.mend()
    assert list(settings.cache.iterdir()) == [there]
    assert list(superfluous(settings, "")) == []


def test_caches_beyond_the_limit_are_one_finding(tmp_path: Path) -> None:
    settings = replace(settings_in(tmp_path / "home"), cache_limit="1 kB")
    made(tmp_path, "one")
    two = made(tmp_path, "two")
    (one,) = superfluous(settings, two.name)
    assert (one.check, one.where) == ("limit", str(settings.cache))
    assert "more than 1 kB" in one.what
    assert one.mend is not None
    one.mend()
    assert list(settings.cache.iterdir()) == [two]
    assert list(superfluous(settings, two.name)) == []
