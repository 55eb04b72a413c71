"""search and tag as the shell sees them."""

import json
from pathlib import Path

import pytest

from tests.cli.running import Shelf, collection, reader, shelf


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Shelf:
    return shelf(tmp_path_factory.mktemp("home"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return collection(tmp_path / "articles")


def test_search_prints_where_the_words_are(shared: Shelf) -> None:
    ran = shared.reader("search", "granddaughter")
    path, line, column, text = ran.out.rstrip("\n").split(":", 3)
    assert (ran.code, path) == (0, "notes/letters.md")
    assert (
        (shared.folder / path)
        .read_text()
        .split("\n")[int(line) - 1][int(column) - 1 :]
        .startswith("granddaughter")
    )
    assert "granddaughter" in text


def test_search_json_has_the_promised_fields(shared: Shelf) -> None:
    answer = json.loads(shared.reader("search", "harbour", "--json").out)
    assert list(answer) == ["v", "query", "interpretation", "total", "hits"]
    assert (answer["v"], answer["query"], answer["total"]) == (1, "harbour", 1)
    [hit] = answer["hits"]
    assert list(hit) == [
        "id", "path", "member", "title", "site", "date", "tags", "score", "snippets",
    ]  # fmt: skip
    assert hit["path"] == "harbour.txt"
    [snippet] = hit["snippets"]
    assert {snippet["text"][start:end].lower() for start, end in snippet["matches"]} == {"harbour"}


def test_search_can_print_paths_and_counts_only(shared: Shelf) -> None:
    assert shared.reader("search", "-l", "the", "sea", "title:harbour").out == ("harbour.txt\n")
    counted = shared.reader("search", "-c", "words:>10", "--limit", "1")
    assert counted.out == "3\n"
    assert len(shared.reader("search", "words:>10", "--limit=1").out.splitlines()) == 1


def test_search_exits_with_1_when_nothing_matches(shared: Shelf) -> None:
    ran = shared.reader("search", "xylophone", "--json")
    assert (ran.code, json.loads(ran.out)["total"]) == (1, 0)


def test_a_mistake_in_the_query_is_pointed_at(shared: Shelf) -> None:
    ran = shared.reader("search", "sea", "date:soon")
    sentence, query, caret = ran.err.splitlines()
    assert (ran.code, ran.out, query) == (2, "", "  sea date:soon")
    assert sentence.startswith("reader: ")
    assert query[caret.index("^") :].startswith(("date", "soon"))


def test_a_field_that_is_not_there_is_searched_as_text_and_named(shared: Shelf) -> None:
    ran = shared.reader("ls", "colour:red")
    assert ran.code in (0, 1)
    assert "there is no field colour" in ran.err


def test_on_a_terminal_a_hit_is_two_lines(shared: Shelf) -> None:
    shown = shared.on_a_terminal("search", "granddaughter", columns=100)
    first, second = shown.splitlines()[-2:]
    assert first == "Letters from the Lighthouse  notes/letters.md"
    assert second.startswith("    ")
    assert "\x1b[1mgranddaughter\x1b[0m" in second


def test_tags_go_on_and_off_and_the_changed_documents_are_counted(
    tmp_path: Path, folder: Path
) -> None:
    assert reader(tmp_path, folder, "tag", "+x", "+y/z", "words:>1").out == "tagged 3 documents\n"
    again = reader(tmp_path, folder, "tag", "+x", "words:>1")
    assert (again.code, again.out) == (0, "tagged 0 documents\n")
    ran = reader(tmp_path, folder, "tag", "-x", "+q", "--json", "--", "tag:sea", "-title:tide")
    assert json.loads(ran.out) == {"v": 1, "matched": 1, "changed": 1}
    listed = reader(tmp_path, folder, "tag", "ls")
    assert listed.out == "letters\t1\nq\t1\nsea\t1\nx\t2\ny/z\t3\n"
    as_json = json.loads(reader(tmp_path, folder, "tag", "ls", "--json").out)
    assert as_json["tags"]["y/z"] == 3


def test_a_tag_counts_the_documents_of_those_below_it(tmp_path: Path, folder: Path) -> None:
    reader(tmp_path, folder, "tag", "+coast/fishing", "harbour.txt")
    reader(tmp_path, folder, "tag", "+coast", "tides.html")
    assert "coast\t2\ncoast/fishing\t1\n" in reader(tmp_path, folder, "tag", "ls").out
    assert reader(tmp_path, folder, "count", "tag:coast").out == "2\n"
    assert "tag\tcoast\t2\n" in reader(tmp_path, folder, "count", "--by", "tag").out
    assert reader(tmp_path, folder, "count", "tag:=coast").out == "1\n"


def test_documents_to_tag_can_be_named(tmp_path: Path, folder: Path) -> None:
    id = reader(tmp_path, folder, "ls", "--output=ids", "tag:sea").out.strip()
    assert reader(tmp_path, folder, "tag", "+x", id[:5], "harbour.txt").out == (
        "tagged 2 documents\n"
    )
    listed = reader(tmp_path, folder, "ls", "tag:x", "--output=files").out.splitlines()
    assert sorted(listed) == ["harbour.txt", "notes/letters.md"]


def test_nothing_to_tag_is_exit_1(shared: Shelf) -> None:
    assert shared.reader("tag", "+x", "xylophone").code == 1


@pytest.mark.parametrize("words", [[], ["+a"], ["+", "sea"], ["sea"], ["+a", "--"]])
def test_tagging_needs_tags_and_documents(shared: Shelf, words: list[str]) -> None:
    ran = shared.reader("tag", *words)
    assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1)


def test_tags_that_would_not_last_are_refused_while_reading_goes_on(
    tmp_path: Path, folder: Path
) -> None:
    nowhere = str(tmp_path / "nowhere")
    ran = reader(Path(nowhere), folder, "tag", "+x", "sea")
    assert (ran.code, ran.out) == (2, "")
    read = reader(Path(nowhere), folder, "count")
    assert (read.code, read.out) == (0, "3\n")
    assert read.err.startswith("reader: tags and reading state are not kept")
