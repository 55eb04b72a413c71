"""read and clean as the shell sees them."""

import json
from pathlib import Path

import pytest

from tests.cli.running import NOTES, PAGE, STORY, Shelf, reader, shelf

SENTENCE = "The keeper of the lighthouse wrote home every week for thirty years"


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Shelf:
    return shelf(tmp_path_factory.mktemp("home"))


def test_read_prints_the_article_with_one_paragraph_a_line(shared: Shelf) -> None:
    ran = shared.reader("read", "notes/letters.md")
    lines = ran.out.splitlines()
    assert (ran.code, ran.err) == (0, "")
    assert lines[:3] == [
        "Letters from the Lighthouse",
        "Ann Smith · 2019-05-04 · lamps.example.org",
        "",
    ]
    assert any(line.startswith(SENTENCE) and line.endswith("end to end.") for line in lines)


def test_read_takes_an_id_the_start_of_one_or_a_path(shared: Shelf) -> None:
    id = shared.reader("ls", "--output=ids", "tag:sea").out.strip()
    by_id = shared.reader("read", id).out
    assert by_id.startswith("Letters from the Lighthouse\n")
    for name in (
        id[:6],
        "notes/letters.md",
        "./notes/../notes/letters.md",
        str(shared.folder / "notes/letters.md"),
    ):
        assert shared.reader("read", name).out == by_id


def test_read_opens_a_path_outside_the_collection_by_itself(shared: Shelf) -> None:
    outside = shared.home / "outside.txt"
    outside.write_text(STORY, "utf-8")
    for place in (shared.folder, shared.home):  # in the home folder nothing else is read either
        ran = reader(shared.home, place, "read", str(outside))
        assert (ran.code, ran.out.splitlines()[0]) == (0, "The Harbour Wall")


def test_read_prints_all_lines_or_those_set_aside(shared: Shelf) -> None:
    raw = shared.reader("read", "harbour.txt", "--raw").out
    assert raw.rstrip("\n") == STORY.rstrip("\n")
    removed = shared.reader("read", "tides.html", "--keep", "removed").out
    assert "Copyright 2020, all rights reserved" in removed
    assert "sailors" not in removed


def test_read_says_what_stands_in_the_place_of_the_article(tmp_path: Path) -> None:
    (tmp_path / "gone.txt").write_text("404 Not Found\n\nnginx\n", "utf-8")
    ran = reader(tmp_path, tmp_path, "read", str(tmp_path / "gone.txt"))
    assert ran.code == 0
    assert ran.err == "reader: gone.txt is broken: an error page (404)\n"
    assert "404" in ran.out


def test_read_json_is_the_document_with_its_text_and_lines(shared: Shelf) -> None:
    read = json.loads(shared.reader("read", "harbour.txt", "--json").out)
    assert (read["v"], read["path"], read["title"]) == (1, "harbour.txt", "The Harbour Wall")
    assert [line["text"] for line in read["lines"]] == STORY.split("\n")
    assert read["text"].startswith("The old harbour wall was built by hand")


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("nowhere.txt", "no document nowhere.txt here"),
        ("n" * 300, "no document nnn"),
        ("notes", "notes is a folder: reader ls --in notes lists its documents"),
        ("broken.txt", "broken.txt cannot be read: "),
    ],
)
def test_what_cannot_be_read_is_one_sentence_and_exit_2(
    shared: Shelf, name: str, sentence: str
) -> None:
    ran = shared.reader("read", name)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"reader: {sentence}")
    assert ran.err.count("\n") == 1


def test_on_a_terminal_the_text_is_wrapped_and_the_title_bold(shared: Shelf) -> None:
    shown = shared.on_a_terminal("read", "notes/letters.md", columns=60)
    lines = shown.splitlines()
    assert lines[0] == "\x1b[1mLetters from the Lighthouse\x1b[0m"
    assert all(len(line) <= 60 for line in lines[1:])
    plain = shared.on_a_terminal("read", "harbour.txt", columns=200, NO_COLOR="1")
    assert "\x1b" not in plain
    assert max(map(len, plain.splitlines())) <= 72


def test_clean_prints_the_text_of_files_and_folders(shared: Shelf) -> None:
    one = shared.reader("clean", "harbour.txt")
    assert (one.code, one.err) == (0, "")
    assert one.out.startswith("The old harbour wall was built by hand more than a century ago")
    assert "Jane Miller" not in one.out
    all_of_them = shared.reader("clean", ".", "--json").out.splitlines()
    ids = [json.loads(line)["id"] for line in all_of_them if "error" not in json.loads(line)]
    assert ids == ["harbour.txt", "notes/letters.md", "tides.html"]


@pytest.mark.parametrize("text", [PAGE, "\ufeff" + PAGE])
def test_clean_reads_a_page_from_standard_input(tmp_path: Path, text: str) -> None:
    ran = reader(tmp_path, tmp_path, "clean", "-", input=text.encode())
    assert ran.out.startswith("A tide table tells sailors")
    assert "Copyright" not in ran.out


def test_clean_goes_on_after_a_file_that_cannot_be_read(shared: Shelf) -> None:
    ran = shared.reader("clean", "nowhere.txt", "harbour.txt", "--strict")
    assert (ran.code, ran.out[:17]) == (3, "The old harbour w")
    assert ran.err.startswith("reader: nowhere.txt cannot be read: ")
    assert shared.reader("clean", "nowhere.txt", "harbour.txt").code == 0
    alone = shared.reader("clean", "nowhere.txt", "--json")
    assert alone.code == 2
    assert json.loads(alone.out).keys() == {"v", "id", "error"}


def test_clean_explains_every_line(shared: Shelf) -> None:
    lines = shared.reader("clean", "harbour.txt", "--explain").out.splitlines()
    said = [line for line in lines if line[:2].strip()]
    assert len(said) == len(STORY.split("\n"))
    assert said[0].startswith(" 1 title ")
    assert said[0].endswith("| The Harbour Wall")
    assert said[1] == " 2 blank |"
    assert lines[1].startswith("   3 words; worth ")


def test_clean_answers_records_from_standard_input_and_from_files(tmp_path: Path) -> None:
    records = "".join(
        json.dumps(record) + "\n"
        for record in ({"id": "a", "text": STORY}, {"id": 2}, {"id": None, "html": PAGE})
    ).encode()
    piped = reader(tmp_path, tmp_path, "clean", "--jsonl", input=records)
    answers = [json.loads(line) for line in piped.out.splitlines()]
    assert [answer["id"] for answer in answers] == ["a", 2, None]
    assert answers[1].keys() == {"v", "id", "error"}
    assert answers[0]["title"] == "The Harbour Wall"
    (tmp_path / "records.jsonl").write_bytes(records)
    named = reader(tmp_path, tmp_path, "clean", "--jsonl", "records.jsonl", "--strict")
    assert (named.code, named.out) == (3, piped.out)
    assert reader(tmp_path, tmp_path, "clean", "--jsonl", "nowhere.jsonl").code == 2
    assert reader(tmp_path, tmp_path, "clean", "--jsonl").out == ""


def test_control_codes_leave_as_escapes_in_json_and_as_marks_in_text(tmp_path: Path) -> None:
    text = (
        NOTES + "\nA line with \x1b]0;owned\x07 and \u202e in it, long enough to be a sentence.\n"
    )
    (tmp_path / "a.md").write_text(text, "utf-8")
    shown = reader(tmp_path, tmp_path, "clean", "a.md").out
    assert "␛]0;owned␇ and <202E> in it" in shown
    answer = reader(tmp_path, tmp_path, "clean", "a.md", "--json").out
    assert "\\u001b]0;owned\\u0007 and \\u202e in it" in answer
