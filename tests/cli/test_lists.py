"""ls, count and index as the shell sees them."""

import fcntl
import json
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from reader.cli.template import FIELDS
from tests.cli.running import Shelf, collection, environment, reader, shelf

MODULES = """
import sys, reader.__main__
code = reader.__main__.main(sys.argv[1:])
print(sorted({name.partition(".")[0] for name in sys.modules}), file=sys.stderr)
"""


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Shelf:
    return shelf(tmp_path_factory.mktemp("home"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return collection(tmp_path / "articles")


def test_ls_prints_one_line_a_document_with_columns_separated_by_tabs(shared: Shelf) -> None:
    ran = shared.reader("ls")
    rows = [line.split("\t") for line in ran.out.splitlines()]
    assert ran.code == 0
    assert [row[1:] for row in rows] == [
        ["2021-03-12", "1", "", "The Harbour Wall"],
        ["2019-05-04", "1", "lamps.example.org", "Letters from the Lighthouse"],
        ["2020-02-03", "1", "", "Tide tables explained"],
    ]
    assert ran.err == "reader: 1 file was skipped: reader ls --json says why\n"


def test_ls_json_has_the_promised_fields_and_the_files_that_were_skipped(shared: Shelf) -> None:
    listed = json.loads(shared.reader("ls", "--json").out)
    lines = shared.reader("ls", "--jsonl").out.splitlines()
    assert [list(document) for document in listed] == [list(FIELDS)] * 4
    assert listed == [json.loads(line) for line in lines]
    by_path = {document["path"]: document for document in listed}
    assert by_path["broken.txt"]["skipped"]
    assert by_path["harbour.txt"]["skipped"] is None
    assert by_path["notes/letters.md"]["tags"] == ["letters", "sea"]
    assert by_path["notes/letters.md"]["state"] == ["unread"]


def test_ls_with_a_query_lists_what_matches_or_exits_with_1(shared: Shelf) -> None:
    found = shared.reader("ls", "tag:sea", "-title:harbour", "--output=files")
    assert (found.code, found.out, found.err) == (0, "notes/letters.md\n", "")
    nothing = shared.reader("ls", "tag:nowhere", "--json")
    assert (nothing.code, json.loads(nothing.out)) == (1, [])


def test_ls_prints_only_what_is_asked_for(shared: Shelf) -> None:
    shared.reader("index")

    def listed(*words: str) -> str:
        return shared.reader("ls", "--no-update", *words).out

    assert listed("-0") == "harbour.txt\0notes/letters.md\0tides.html\0"
    assert listed("--output", "tags") == "letters\nsea\n"
    assert listed("--output", "urls") == "https://lamps.example.org/letters\n"
    assert listed("--format", "{site}\\t{title}", "tag:letters") == (
        "lamps.example.org\tLetters from the Lighthouse\n"
    )
    ids = listed("--output=ids").splitlines()
    assert [len(id) for id in ids] == [10, 10, 10]


def test_file_names_that_end_with_nul_are_the_very_bytes(tmp_path: Path) -> None:
    folder = tmp_path / "odd"
    folder.mkdir()
    (folder / "a\x1b\udcff.txt").write_text("A sentence about the sea.", "utf-8")
    assert reader(tmp_path, folder, "ls", "--output=files").out == "a␛\\xFF.txt\n"
    done = subprocess.run(
        [sys.executable, "-m", "reader", "ls", "-0"],
        cwd=folder,
        env=environment(tmp_path),
        capture_output=True,
        check=True,
    )
    assert done.stdout == b"a\x1b\xff.txt\0"


def test_an_empty_folder_lists_nothing_and_exits_with_1(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    for words in (["ls"], ["ls", "--json"], ["count"]):
        assert reader(tmp_path, tmp_path / "empty", *words).code == 1


def test_strict_exits_with_3_when_a_file_could_not_be_read(tmp_path: Path, folder: Path) -> None:
    for command in ("index", "ls", "count"):
        assert reader(tmp_path, folder, command, "--strict").code == 3
    (folder / "broken.txt").unlink()
    assert reader(tmp_path, folder, "ls", "--strict").code == 0


def test_without_an_update_nothing_new_is_seen(tmp_path: Path, folder: Path) -> None:
    assert reader(tmp_path, folder, "count").out == "3\n"
    (folder / "new.txt").write_text("A new sentence about the sea.", "utf-8")
    assert reader(tmp_path, folder, "count", "--no-update").out == "3\n"
    assert reader(tmp_path, folder, "count").out == "4\n"


def test_several_paths_are_one_collection(tmp_path: Path, folder: Path) -> None:
    ran = reader(
        tmp_path, tmp_path, "count", "--in", f"{folder}/notes", "--in", str(folder / "harbour.txt")
    )
    assert ran.out == "2\n"


def test_count_by_facets(shared: Shelf) -> None:
    counted = json.loads(shared.reader("count", "--by", "tag", "--by=year", "--json").out)
    assert counted == {
        "v": 1,
        "total": 3,
        "by": {"tag": {"letters": 1, "sea": 1}, "year": {"2019": 1, "2020": 1, "2021": 1}},
    }
    ran = shared.reader("count", "tag:sea", "--by=tag")
    assert ran.out == "tag\tletters\t1\ntag\tsea\t1\n"


def test_index_says_what_it_did(tmp_path: Path, folder: Path) -> None:
    assert (
        reader(tmp_path, tmp_path, "index", "articles").out == "3 documents: 3 added, 1 skipped\n"
    )
    (folder / "harbour.txt").unlink()
    ran = reader(tmp_path, folder, "index", "--json")
    assert json.loads(ran.out) == {
        "v": 1,
        "total": 2,
        "added": 0,
        "changed": 0,
        "moved": 0,
        "unchanged": 3,
        "removed": 1,
        "skipped": 0,
    }
    assert reader(tmp_path, folder, "index").out == "2 documents: nothing new\n"


def test_index_reports_its_progress_line_by_line(tmp_path: Path, folder: Path) -> None:
    ran = reader(tmp_path, folder, "index", "--progress")
    lines = [json.loads(line) for line in ran.out.splitlines()]
    assert all(line.keys() == {"v", "stage", "done", "total", "outcomes"} for line in lines)
    assert lines[-1] == {
        "v": 1,
        "stage": "done",
        "done": lines[-1]["total"],
        "total": lines[-1]["total"],
        "outcomes": {"added": 3, "skipped": 1},
    }


def test_index_does_not_wait_for_another_run_when_it_reports(tmp_path: Path) -> None:
    home = shelf(tmp_path)
    [lock] = (tmp_path / ".cache").rglob("lock")
    with lock.open("rb") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        ran = home.reader("index", "--progress")
    assert (ran.code, json.loads(ran.out)) == (0, {"v": 1, "stage": "busy"})


def test_index_can_be_ended_at_any_time_and_goes_on_the_next(tmp_path: Path) -> None:
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(300):
        (folder / f"{number}.txt").write_text(f"Sentence {number} about the sea.", "utf-8")
    process = subprocess.Popen(
        [sys.executable, "-m", "reader", "index", "--progress"],
        cwd=folder,
        env=environment(tmp_path),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout
    process.stdout.readline()
    process.terminate()
    _, said = process.communicate(timeout=60)
    assert (process.returncode, said) == (-signal.SIGTERM, b"")
    assert reader(tmp_path, folder, "count").out == "300\n"


def test_the_home_folder_is_not_read_unasked(tmp_path: Path) -> None:
    collection(tmp_path / "articles")
    refused = reader(tmp_path, tmp_path, "ls")
    assert (refused.code, refused.out) == (2, "")
    assert f"{tmp_path} is not read unasked" in refused.err
    assert reader(tmp_path, tmp_path, "count", "--in", str(tmp_path)).out == "3\n"


def test_on_a_terminal_columns_are_aligned_and_no_line_is_wider(shared: Shelf) -> None:
    lines = shared.on_a_terminal("ls", columns=70).splitlines()
    assert [line[10:] for line in lines[:3]] == [
        "  2021-03-12  1 min                     The Harbour Wall",
        "  2019-05-04  1 min  lamps.example.org  Letters from the Li…",
        "  2020-02-03  1 min                     Tide tables explain…",
    ]


def test_listing_loads_no_screen_and_without_an_update_no_engine(
    tmp_path: Path, folder: Path
) -> None:
    def loaded(*words: str) -> str:
        return subprocess.run(
            [sys.executable, "-c", MODULES, *words],
            cwd=folder,
            env=environment(tmp_path),
            capture_output=True,
            check=True,
            text=True,
        ).stderr

    modules = loaded("ls")
    assert not [name for name in ("textual", "rich") if f"'{name}'" in modules]
    modules = loaded("ls", "--no-update")
    heavy = ("textual", "rich", "numpy", "tantivy", "selectolax", "rapidfuzz")
    assert not [name for name in heavy if f"'{name}'" in modules]
