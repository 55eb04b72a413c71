"""dump, restore and undo as the shell sees them."""

import json
from pathlib import Path

import pytest

from tests.cli.running import Shelf, shelf


@pytest.fixture
def kept(tmp_path: Path) -> Shelf:
    return shelf(tmp_path)


def test_dump_prints_every_fact_of_every_collection_sorted(tmp_path: Path) -> None:
    kept = shelf(tmp_path)
    assert kept.reader("dump").out == ""
    kept.reader("tag", "+sea", "+later", "title:harbour")
    path = next(tmp_path.rglob("harbour.txt")).resolve()
    lines = kept.reader("dump").out.splitlines()
    assert lines[0].startswith(f'file "{path}" ')
    assert lines[1:] == [f'tag "{path}" later', f'tag "{path}" sea']


def test_a_dump_restored_changes_nothing_where_all_of_it_is_there(kept: Shelf) -> None:
    kept.reader("tag", "+sea", "title:harbour")
    dump = kept.reader("dump").out
    ran = kept.reader("restore", input=dump.encode())
    assert (ran.code, ran.out) == (0, "nothing to restore: all of it is there\n")
    assert kept.reader("dump").out == dump


def test_a_dump_brings_back_what_was_lost_and_undo_takes_it_away(kept: Shelf) -> None:
    kept.reader("tag", "+sea", "title:harbour")
    dump = kept.reader("dump").out
    file = kept.home / "dump.txt"
    file.write_text(dump, "utf-8")
    for left in kept.home.rglob("marks.db*"):
        left.unlink()
    assert kept.reader("dump").out == ""
    ran = kept.reader("restore", str(file))
    assert (ran.code, ran.out) == (0, "2 facts added; reader undo takes it back\n")
    assert kept.reader("dump").out == dump
    assert kept.reader("undo").out == "taken back: a dump restored\n"
    assert kept.reader("dump").out == ""
    assert kept.reader("undo", "--redo").out == "done again: a dump restored\n"
    assert kept.reader("dump").out == dump


def test_restore_with_replace_leaves_what_the_dump_says_alone(kept: Shelf) -> None:
    kept.reader("tag", "+sea", "title:harbour")
    dump = kept.reader("dump").out
    kept.reader("tag", "+later", "*")
    ran = kept.reader("restore", "--replace", "--json", input=dump.encode())
    assert json.loads(ran.out)["dropped"] > 0
    assert kept.reader("dump").out == dump


def test_a_bad_line_is_named_and_nothing_is_changed(kept: Shelf) -> None:
    ran = kept.reader("restore", input=b'tag "/a.txt" sea\n\ntag a.txt sea\n')
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("reader: line 3: this is not how a line with tag goes on:")
    assert kept.reader("restore", input=b'tag "/\xff.txt" sea\n').err.startswith(
        "reader: line 1 is not UTF-8"
    )
    assert kept.reader("dump").out == ""


def test_an_empty_dump_replaces_nothing(kept: Shelf) -> None:
    kept.reader("tag", "+sea", "title:harbour")
    ran = kept.reader("restore", "--replace", "/dev/null")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("reader: the dump is empty")
    assert "sea" in kept.reader("dump").out


def test_changes_are_taken_back_one_by_one_and_made_again(kept: Shelf) -> None:
    ran = kept.reader("undo")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.endswith("there is nothing to take back here\n")
    kept.reader("tag", "+sea", "title:harbour")
    kept.reader("tag", "+later", "title:harbour")
    assert kept.reader("undo").out == "taken back: +later on 1 document\n"
    assert kept.reader("undo", "--json").out == (
        '{"v": 1, "said": "+sea on 1 document", "redone": false}\n'
    )
    assert kept.reader("dump").out == ""
    assert kept.reader("undo", "--redo").out == "done again: +sea on 1 document\n"
    kept.reader("tag", "+new", "title:tide")
    assert kept.reader("undo", "--redo").code == 1
    listed = kept.reader("undo", "--list").out.splitlines()
    assert [line.split("\t")[1:] for line in listed] == [
        ["", "+new on 1 document"],
        ["", "+sea on 1 document"],
    ]
