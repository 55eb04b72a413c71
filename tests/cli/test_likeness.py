"""like as the shell sees it."""

import json
from pathlib import Path

import pytest

from tests.cli.running import Shelf, shelf
from tests.library.test_comparing import PAGES

MORE = {
    "keepers.txt": "The keepers\n\nEvery lighthouse keeper on this coast wrote letters home, and"
    " a granddaughter of the last one has read most of the letters that were kept.",
    "weather.txt": "The weather\n\nIt rained on Monday, on Tuesday it snowed a little, and on"
    " Wednesday there was nothing at all to be said about the sky.",
}


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Shelf:
    found = shelf(tmp_path_factory.mktemp("home"))
    for name, text in MORE.items():
        (found.folder / name).write_text(text, "utf-8")
    return found


def test_what_is_about_the_same_is_listed_with_the_words_both_have(shared: Shelf) -> None:
    ran = shared.reader("like", "notes/letters.md")
    [line] = ran.out.splitlines()
    _, path, title, words = line.split("\t")
    assert (ran.code, path, title) == (0, "keepers.txt", "The keepers")
    assert {"lighthouse", "keeper", "letters", "granddaughter"} <= {*words.split(", ")}


def test_a_query_finds_the_same(shared: Shelf) -> None:
    listed = shared.reader("ls", "like:keepers.txt", "--output", "files").out
    assert listed == "notes/letters.md\n"
    assert shared.reader("count", "like:keepers.txt").out == "1\n"
    assert shared.reader("ls", "-like:keepers.txt", "--output", "files").out.count("\n") == 4


def test_json_tells_what_is_shared(shared: Shelf) -> None:
    answer = json.loads(shared.reader("like", "keepers.txt", "--json").out)
    assert list(answer) == ["v", "query", "total", "hits"]
    [hit] = answer["hits"]
    assert hit["path"] == "notes/letters.md"
    assert "lighthouse" in hit["shared"]
    assert hit["score"] > 0


def test_what_nothing_is_like_is_told_by_the_exit_code(shared: Shelf) -> None:
    ran = shared.reader("like", "weather.txt", "--limit", "1")
    assert (ran.code, ran.out) == (1, "")


def test_there_must_be_such_a_document(shared: Shelf) -> None:
    ran = shared.reader("like", "nothing.txt")
    assert ran.code == 2
    assert "no document nothing.txt here" in ran.err


def test_a_query_that_names_no_document_finds_none(shared: Shelf) -> None:
    assert shared.reader("ls", "like:nothing.txt").code == 1


def test_stories_are_listed_with_their_copies(tmp_path: Path) -> None:
    folder, home = tmp_path / "articles", tmp_path / "home"
    home.mkdir()
    own = Shelf(home, folder)
    for name, text in {"a": PAGES["a.txt"], "b": PAGES["b.txt"], "c": PAGES["d.txt"]}.items():
        folder.mkdir(exist_ok=True)
        (folder / f"{name}.txt").write_text(text, "utf-8")
    ran = own.reader("dups")
    assert ran.code == 0
    assert [line.split("\t")[1:3] for line in ran.out.splitlines()] == [
        ["1.00", "a.txt"],
        ["1.00", "b.txt"],
    ]
    assert own.reader("dups", "--near").code == 1
    assert own.reader("dups", "title:another").code == 1
    answer = json.loads(own.reader("dups", "--json").out)
    assert [[each["path"], each["resemblance"]] for each in answer["stories"][0]] == [
        ["a.txt", 1.0],
        ["b.txt", 1.0],
    ]
    assert own.reader("ls", "is:duplicate", "--output", "files").out == "b.txt\n"
    assert own.reader("tag", "+copy", "is:duplicate").out == "tagged 1 document\n"
    assert own.reader("count", "dup:b.txt").out == "2\n"
