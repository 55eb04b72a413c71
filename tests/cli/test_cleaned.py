"""`clean` in its formats, as the shell sees it; `UPDATE=1 pytest` writes what is now printed."""

import json
import os
import re
from pathlib import Path

import pytest

from reader.cli.cleaned import (
    explained_lines,
    explained_record,
    html_lines,
    is_partly_explained,
    markdown_lines,
    text_lines,
)
from reader.library.records import Cleaned, clean_record, record
from reader.model import Evidence, Explained
from tests.cli.running import NOTES, PAGE, STORY, Shelf, reader, shelf

ROOT = Path(__file__).parents[2]
GOLDEN = ROOT / "tests" / "golden" / "formats"
DOCUMENT = "docs_corpus/slow-train/2019_06_how-to-read-a-country-timetable.html"
PRINTED = {
    "article.txt": ("--format", "text"),
    "article.md": ("--format", "md"),
    "article.html": ("--format", "html"),
    "article.json": ("--format", "json"),
    "article.jsonl": ("--format", "jsonl"),
    "removed.txt": ("--keep", "removed"),
    "removed.md": ("--keep", "removed", "--format", "md"),
    "explained.txt": ("--explain",),
}
LEARNED = re.compile(r"; nets .*|\b0\.\d{3}\b|(?<=\"score\": )[\d.]+")
"""What other nets would say in other numbers."""

CODES = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]")
HOSTILE = "Bell \x07 and \x1b[31mred\x1b[0m, turned \u202e round, and \x9b2J in it. " * 4


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Shelf:
    return shelf(tmp_path_factory.mktemp("home"))


@pytest.fixture
def story() -> Cleaned:
    return clean_record(record(STORY, None))


def readable(printed: str) -> str:
    """The same JSON on more lines."""
    return json.dumps(json.loads(printed), ensure_ascii=False, indent=1) + "\n"


@pytest.mark.parametrize("name", PRINTED)
def test_a_document_is_printed_as_before(name: str, tmp_path: Path) -> None:
    ran = reader(tmp_path, ROOT, "clean", DOCUMENT, *PRINTED[name])
    assert (ran.code, ran.err) == (0, "")
    shown = readable(ran.out) if ".json" in name else ran.out
    if os.environ.get("UPDATE"):
        (GOLDEN / name).write_text(shown, "utf-8")
    golden = (GOLDEN / name).read_text("utf-8")
    assert LEARNED.sub("", shown) == LEARNED.sub("", golden)


def test_one_array_has_what_the_lines_have(shared: Shelf) -> None:
    array = json.loads(shared.reader("clean", ".", "--format", "json").out)
    lines = shared.reader("clean", ".", "--format", "jsonl").out.splitlines()
    assert array == [json.loads(line) for line in lines]
    read = [one["path"] for one in array if "error" not in one]
    assert read == ["harbour.txt", "notes/letters.md", "tides.html"]
    assert [one["path"] for one in array] == [one["id"] for one in array]
    assert "path" not in json.loads(shared.reader("clean", "harbour.txt", "--json").out)


def test_a_file_that_cannot_be_read_has_its_place_in_the_array(shared: Shelf) -> None:
    ran = shared.reader("clean", "nowhere.txt", "harbour.txt", "--format", "json", "--strict")
    assert ran.code == 3
    wrong, right = json.loads(ran.out)
    assert (wrong["path"], "error" in wrong, right["path"]) == ("nowhere.txt", True, "harbour.txt")
    assert shared.reader("clean", "nowhere.txt", "--format", "json").code == 2


def test_records_are_answered_as_lines_or_as_one_array(tmp_path: Path) -> None:
    records = (json.dumps({"id": 1, "text": STORY}) + "\nwrong\n").encode()
    lines = reader(tmp_path, tmp_path, "clean", "--jsonl", input=records)
    same = reader(tmp_path, tmp_path, "clean", "--jsonl", "--format", "jsonl", input=records)
    array = reader(
        tmp_path, tmp_path, "clean", "--jsonl", "--format", "json", "--strict", input=records
    )
    assert same.out == lines.out
    assert array.code == 3
    assert json.loads(array.out) == [json.loads(line) for line in lines.out.splitlines()]


def test_of_many_documents_markdown_has_no_front_matter_and_html_no_page(shared: Shelf) -> None:
    one = shared.reader("clean", "notes/letters.md", "--format", "md").out
    many = shared.reader("clean", "notes", "harbour.txt", "--format", "md").out
    assert one.startswith('---\ntitle: "Letters from the Lighthouse"\n')
    assert 'tags: ["' in one
    assert many.startswith("# Letters from the Lighthouse\n")
    assert "\n\n# The Harbour Wall\n\nJane Miller · 2021-03-12\n\n" in many
    ran = shared.reader("clean", ".", "--format", "html")
    assert (ran.code, ran.out) == (2, "")
    assert "one document" in ran.err


@pytest.mark.parametrize(
    "words",
    [
        ("--json", "--format", "md"),
        ("--json", "--format", "text"),
        ("--jsonl", "--format", "html"),
        ("--jsonl", "--keep", "raw"),
        ("--jsonl", "--explain"),
        ("--explain", "--format", "md"),
        ("--explain", "--format", "html"),
        ("--keep", "raw", "--format", "json"),
        ("--keep", "removed", "--json"),
        ("--format", "pdf"),
    ],
)
def test_options_that_contradict_one_another_are_refused_in_a_sentence(
    words: tuple[str, ...], shared: Shelf
) -> None:
    ran = shared.reader("clean", "harbour.txt", *words)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("reader: ")
    assert ran.err.count("\n") == 1


def test_lines_are_kept_as_code_where_the_format_has_markup(story: Cleaned) -> None:
    assert list(text_lines(story, "raw")) == STORY.split("\n")
    page = list(html_lines(clean_record(record(None, PAGE)), "removed"))
    assert "Copyright 2020, all rights reserved" in page
    raw = list(markdown_lines(story, "raw", front=False))
    assert raw[:6] == [
        "# The Harbour Wall",
        "",
        "Jane Miller · 2021-03-12",
        "",
        "```",
        "The Harbour Wall",
    ]
    assert list(markdown_lines(clean_record(record("", None)), None, front=True)) == []


def test_what_was_set_aside_can_be_explained_alone() -> None:
    cleaned = clean_record(record(None, PAGE))
    explained = cleaned.explained()
    some = explained_record("x", cleaned, explained, "removed")["lines"]
    every = explained_record("x", cleaned, explained, None)["lines"]
    assert isinstance(some, list)
    assert isinstance(every, list)
    assert [one["number"] for one in every] == list(range(1, len(every) + 1))
    assert some == [one for one in every if one["label"] == "boilerplate"]
    shown = [line for line in explained_lines(cleaned, explained, "removed") if line[0] != " "]
    assert len(shown) == len(some)


def test_an_explanation_as_json_has_the_fields_that_are_promised(shared: Shelf) -> None:
    answer = json.loads(shared.reader("clean", "harbour.txt", "--explain", "--json").out)
    assert answer.keys() == {"v", "id", "lines"}
    first, blank = answer["lines"][:2]
    fields = "number text label reason score seen worth chance moved"
    assert list(first) == list(blank) == fields.split()
    assert {one["name"] for one in first["moved"]} > {"its words", "lines around it"}
    assert (blank["seen"], blank["worth"], blank["chance"], blank["moved"]) == ([], None, None, [])


def test_only_groups_that_moved_the_nets_are_named_in_text(story: Cleaned) -> None:
    moved = (Evidence("topic", 0.5), Evidence("its words", -0.001))
    spoke = Explained(("3 words",), -2.0, 0.75, moved)
    shown = list(
        explained_lines(story, (spoke, *[Explained()] * 20)[: len(STORY.split("\n"))], None)
    )
    assert shown[1] == "   3 words; worth -2.0 words of prose; nets 0.75: topic +0.50"
    assert is_partly_explained((Explained(("3 words",), 1.0, 0.5),))
    assert not is_partly_explained((spoke, Explained()))


def test_no_format_lets_a_control_code_through(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(f"# Ti\x1btle\n\n{HOSTILE}\n\n```\n{HOSTILE}\n```\n", "utf-8")
    (tmp_path / "b.html").write_text(
        PAGE.replace("A tide", HOSTILE + "A tide").replace("<title>", "<title>\x1b\u202e"), "utf-8"
    )
    (tmp_path / "c.txt").write_text(STORY + HOSTILE, "utf-8")
    for words in (
        ("--format", "text"),
        ("--format", "md"),
        ("--format", "md", "--keep", "raw"),
        ("--format", "json"),
        ("--explain",),
        ("--explain", "--json"),
    ):
        out = reader(tmp_path, tmp_path, "clean", "a.md", "b.html", "c.txt", *words).out
        assert "Bell" in out
        assert not CODES.search(out), words
    for name, keep in (("a.md", ()), ("b.html", ()), ("c.txt", ("--keep", "raw"))):
        out = reader(tmp_path, tmp_path, "clean", name, "--format", "html", *keep).out
        assert "Bell ␇ and ␛[31mred" in out
        assert not CODES.search(out), name


def test_front_matter_that_is_written_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(NOTES, "utf-8")
    once = reader(tmp_path, tmp_path, "clean", "a.md", "--format", "md").out
    (tmp_path / "b.md").write_text(once, "utf-8")
    [first, second] = (
        json.loads(reader(tmp_path, tmp_path, "clean", name, "--json").out)
        for name in ("a.md", "b.md")
    )
    for field in ("title", "author", "date"):
        assert first[field] == second[field]
