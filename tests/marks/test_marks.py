"""What is noted is there, and nothing else is."""

import json
import stat
import time
import unicodedata
from collections.abc import Iterable
from pathlib import Path
from threading import Thread

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.errors import MarksError
from reader.marks import Bookmark, Deed, Edit, Fact, Key, Mark, Marks
from reader.model import Position, Quote
from tests.marks.noted import SETS

MOON, SEA, ZIP = Key("/docs/moon.txt"), Key("/docs/deep/sea.txt"), Key("/docs/a.zip", "in/b.txt")
ODD = Key("/docs/caf\udce9.txt")
SEAL, OTHER = b"m" * 32, b"s" * 32


@pytest.fixture
def marks(tmp_path: Path) -> Marks:
    return Marks(tmp_path / "data" / "marks.db")


def test_a_document_nobody_noted_on_has_no_mark(marks: Marks) -> None:
    assert marks.of([MOON]) == {}
    assert marks.under("/") == {}
    assert list(marks.dump()) == []


def test_tags_are_there_when_the_file_is_opened_again(tmp_path: Path) -> None:
    path = tmp_path / "marks.db"
    first = Marks(path)
    assert first.tag({MOON: SEAL, ZIP: OTHER}, ["Tides"], []) == 2
    first.close()
    tides = frozenset({"tides"})
    assert Marks(path).of([MOON, ZIP, SEA]) == {
        MOON: Mark(added=tides, digest=SEAL),
        ZIP: Mark(added=tides, digest=OTHER),
    }


def test_adding_a_tag_takes_it_out_of_the_removed_and_the_other_way_round(marks: Marks) -> None:
    marks.tag({MOON: SEAL}, ["a", "b"], ["c"])
    assert marks.tag({MOON: SEAL}, ["c"], ["a"]) == 1
    mark = marks.of([MOON])[MOON]
    assert mark.added == {"b", "c"}
    assert mark.removed == {"a"}


def test_only_documents_whose_marks_change_are_counted(marks: Marks) -> None:
    marks.tag({MOON: SEAL}, ["a"], [])
    assert marks.tag({MOON: SEAL, SEA: OTHER}, ["A "], []) == 1
    assert marks.tag({MOON: SEAL}, [], []) == 0
    assert marks.set_flag("read", {MOON: SEAL, SEA: OTHER}, True) == 2
    assert marks.set_flag("read", {MOON: SEAL}, True) == 0
    assert marks.set_flag("star", {MOON: SEAL, ZIP: OTHER}, False) == 0


def test_a_name_that_is_none_changes_nothing(marks: Marks) -> None:
    with pytest.raises(MarksError, match="is no name for a tag"):
        marks.tag({MOON: SEAL}, ["good", " / "], [])
    assert marks.of([MOON]) == {}


def test_reading_state_is_noted_and_taken_back(marks: Marks) -> None:
    marks.set_flag("read", {MOON: SEAL}, True)
    marks.set_flag("star", {MOON: SEAL}, True)
    ((_, mark),) = marks.of([MOON]).items()
    assert mark == Mark(read=True, read_on=mark.read_on, starred=True, digest=SEAL)
    marks.set_flag("read", {MOON: SEAL}, False)
    assert marks.of([MOON]) == {MOON: Mark(starred=True, digest=SEAL)}
    assert marks.set_flag("star", {MOON: SEAL}, False) == 1
    assert marks.of([MOON]) == {}


def test_the_last_position_wins(marks: Marks) -> None:
    marks.set_position(MOON, SEAL, Position(3, 14))
    marks.set_position(MOON, OTHER, Position(15, 9))
    assert marks.of([MOON]) == {MOON: Mark(position=Position(15, 9), digest=OTHER)}


def test_taking_a_star_back_keeps_the_position(marks: Marks) -> None:
    marks.set_position(MOON, SEAL, Position(0, 0))
    marks.set_flag("star", {MOON: SEAL}, True)
    marks.set_flag("star", {MOON: SEAL}, False)
    assert marks.of([MOON])[MOON].position == Position(0, 0)


def test_under_finds_what_lies_in_a_folder_and_nothing_beside_it(marks: Marks) -> None:
    beside = [Key("/docs2/x"), Key("/docs-/x"), Key("/doc"), Key("/docs.txt"), Key("/docs0")]
    inside = [MOON, SEA, ZIP, ODD]
    marks.set_flag("read", dict.fromkeys(beside + inside, SEAL), True)
    assert marks.under("/docs").keys() == set(inside)
    assert marks.under("/docs/").keys() == set(inside)
    assert marks.under("/docs/moon.txt").keys() == {MOON}
    assert marks.under("/docs/a.zip").keys() == {ZIP}
    assert marks.under("/").keys() == set(beside + inside)


def test_more_documents_than_one_statement_takes_are_all_found(marks: Marks) -> None:
    keys = [Key(f"/docs/{number}") for number in range(1_700)]
    marks.set_flag("star", dict.fromkeys(keys, SEAL), True)
    assert marks.of(keys).keys() == set(keys)


def test_marks_follow_a_moved_document(marks: Marks) -> None:
    marks.tag({MOON: SEAL}, ["a"], [])
    assert marks.follow({MOON: SEA})
    assert marks.of([MOON, SEA]) == {SEA: Mark(added=frozenset("a"), digest=SEAL)}


def test_marks_do_not_move_onto_others(marks: Marks) -> None:
    marks.tag({MOON: SEAL}, ["a"], [])
    marks.tag({SEA: OTHER}, ["b"], [])
    before = marks.under("/")
    assert not marks.follow({MOON: SEA})
    assert not marks.follow({Key("/gone"): Key("/elsewhere")})
    assert marks.under("/") == before


def test_a_relative_path_is_refused(marks: Marks) -> None:
    with pytest.raises(MarksError, match="not an absolute path"):
        marks.set_flag("read", {Key("moon.txt"): SEAL}, True)


def test_a_dump_is_one_sorted_printable_fact_a_line(marks: Marks) -> None:
    marks.tag({MOON: SEAL}, ["a", "b/c"], ["d"])
    marks.set_flag("read", {ZIP: SEAL}, True)
    marks.set_flag("star", {ODD: SEAL}, True)
    marks.set_position(Key("/docs/\x1b[2J\n"), SEAL, Position(7, 3))
    lines = list(marks.dump())
    assert lines == sorted(lines)
    lines[5] = lines[5].rpartition(" ")[0]  # without the time
    assert lines == [
        f'file "/docs/\\u001b[2J\\n" {SEAL.hex()}',
        f'file "/docs/a.zip" "in/b.txt" {SEAL.hex()}',
        f'file "/docs/caf\\udce9.txt" {SEAL.hex()}',
        f'file "/docs/moon.txt" {SEAL.hex()}',
        'position "/docs/\\u001b[2J\\n" 7:3',
        'read "/docs/a.zip" "in/b.txt"',
        'star "/docs/caf\\udce9.txt"',
        'tag "/docs/moon.txt" a',
        'tag "/docs/moon.txt" b/c',
        'untag "/docs/moon.txt" d',
    ]


@given(path=st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"])))
def test_a_path_in_a_dump_reads_back_the_same(path: str) -> None:
    marks = Marks(None)
    marks.set_flag("read", {Key("/" + path, path): b""}, True)
    (line,) = marks.dump()
    assert not {unicodedata.category(character) for character in line} & {"Cc", "Cs"}
    decoder = json.JSONDecoder()
    found, end = decoder.raw_decode(line, len("read "))
    assert found == "/" + path
    assert (decoder.raw_decode(line, end + 1)[0] if path else "") == path


def test_the_generation_tells_of_changes_by_others_and_of_nothing_else(tmp_path: Path) -> None:
    ours, theirs = Marks(tmp_path / "marks.db"), Marks(tmp_path / "marks.db")
    before = ours.generation()
    theirs.tag({MOON: SEAL}, ["a"], [])
    after = ours.generation()
    assert after > before
    theirs.tag({MOON: SEAL}, ["a"], [])
    ours.of([MOON])
    assert ours.generation() == after


def test_without_a_path_marks_are_kept_in_memory_for_every_thread() -> None:
    marks = Marks(None)
    assert not marks.kept
    threads = [
        Thread(target=marks.tag, args=({MOON: SEAL}, [f"tag-{number}"], [])) for number in range(8)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert marks.of([MOON])[MOON].added == {f"tag-{number}" for number in range(8)}


def test_threads_write_the_same_file_at_once(marks: Marks) -> None:
    def write(number: int) -> None:
        for tag in range(10):
            marks.tag({MOON: SEAL}, [f"{number}-{tag}"], [])

    threads = [Thread(target=write, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert marks.kept
    assert len(marks.of([MOON])[MOON].added) == 40


def test_folder_and_file_are_for_their_owner_only(tmp_path: Path) -> None:
    path = tmp_path / "share" / "reader" / "marks.db"
    Marks(path).set_flag("read", {MOON: SEAL}, True)
    for folder in (path.parent, path.parent.parent):
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    for file in path.parent.iterdir():
        assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_all_marks_follow_at_once_to_places_that_have_none(marks: Marks) -> None:
    marks.set_flag("star", {MOON: SEAL, SEA: SEAL, ZIP: OTHER}, True)
    gone, new, other = Key("/docs/gone"), Key("/new/moon"), Key("/new/sea")
    assert marks.follow({MOON: new, SEA: ZIP, gone: other}) == 1
    assert marks.under("/new").keys() == {new}
    assert marks.of([SEA, ZIP, gone, other]).keys() == {SEA, ZIP}
    assert marks.follow({SEA: other, ZIP: other}) == 1


def test_the_files_of_all_documents_are_known_by_what_was_noted_last(marks: Marks) -> None:
    marks.set_flag("read", {MOON: SEAL, SEA: SEAL, ODD: b""}, True)
    assert marks.files() == {MOON: SEAL, SEA: SEAL, ODD: b""}
    marks.set_flag("read", {MOON: OTHER}, True)  # edited meanwhile
    assert marks.files() == {MOON: OTHER, SEA: SEAL, ODD: b""}


def test_highlights_and_searches_are_kept_with_their_numbers_and_names(marks: Marks) -> None:
    number = marks.highlight(MOON, SEAL, Quote("the sea", "of ", " is"), "which?")
    assert marks.highlight(MOON, SEAL, Quote("the sea", "of ", " is"), "which?") == number
    assert marks.of([MOON])[MOON].notes
    assert marks.annotate(MOON, number, "that one")
    assert [passage.note for passage in marks.highlights(MOON)] == ["that one"]
    assert not marks.annotate(SEA, number, "elsewhere")
    assert marks.annotate(MOON, number, None)
    assert marks.of([MOON]) == {}
    assert marks.highlight(MOON, SEAL, Quote("again"), "") == number + 1
    assert marks.save_search("coast", "tag:sea")
    assert [tuple(saved) for saved in marks.searches()] == [("coast", "tag:sea")]
    assert marks.save_search("coast", None)
    assert not marks.save_search("coast", None)


@given(SETS)
def test_a_dump_restores_to_the_same_dump(facts: list[Fact]) -> None:
    first, second = Marks(None), Marks(None)
    first.change((), facts, {})
    dump = list(first.dump())
    second.restore(dump, replace=False)
    assert list(second.dump()) == dump
    assert second.restore(dump, replace=False) == Edit()
    assert second.restore(dump, replace=True) == Edit()


@given(SETS, SETS)
@settings(max_examples=200)
def test_a_dump_that_replaces_leaves_nothing_else_and_can_be_taken_back(
    facts: list[Fact], others: list[Fact]
) -> None:
    first, second = Marks(None), Marks(None)
    first.change((), facts, {MOON: SEAL})
    second.change((), others, {SEA: OTHER})
    dump, before = list(first.dump()), list(second.dump())
    second.restore(dump, replace=True, deed=Deed("here", "restored"))
    if any(line.startswith("file ") for line in dump):
        assert list(second.dump()) == dump
    assert without_files(second.dump()) == without_files(dump)
    second.undo("here")
    assert without_files(second.dump()) == without_files(before)


@given(SETS, SETS)
def test_a_dump_that_adds_drops_nothing_that_can_stay(
    facts: list[Fact], others: list[Fact]
) -> None:
    first, second = Marks(None), Marks(None)
    first.change((), facts, {})
    second.change((), others, {})
    flags = {line for line in second.dump() if line.startswith(("star", "hide", "tag"))}
    read = {key for key, mark in second.under("/").items() if mark.read}
    wanted = {line for line in first.dump() if line.startswith(("read", "tag", "untag", "posi"))}
    second.restore(first.dump(), replace=False)
    after = set(second.dump())
    assert wanted <= after
    assert {line for line in flags if f"un{line}" not in wanted} <= after
    assert read <= {key for key, mark in second.under("/").items() if mark.read}


def without_files(lines: Iterable[str]) -> list[str]:
    return [line for line in lines if not line.startswith("file ")]


def test_a_bad_line_restores_nothing_and_is_named(marks: Marks) -> None:
    with pytest.raises(MarksError, match="line 2: 'likes' is no kind of fact"):
        marks.restore(['read "/a"', "likes everything"], replace=True)
    assert list(marks.dump()) == []


def test_marks_on_this_machine_are_on_no_network(marks: Marks) -> None:
    assert marks.file_system == Marks(None).file_system == ""


def test_when_something_was_read_is_kept_until_it_is_unread(marks: Marks) -> None:
    before = int(time.time())
    marks.set_flag("read", {MOON: SEAL}, True)
    first = marks.of([MOON])[MOON].read_on
    assert first is not None
    assert before <= first <= time.time()
    moon = '"/docs/moon.txt"'
    marks.restore([f"read {moon} 77"], replace=False)
    assert marks.of([MOON])[MOON].read_on == 77
    assert marks.set_flag("read", {MOON: SEAL}, True) == 0
    marks.restore([f"read {moon}"], replace=False)  # as older dumps have it
    assert marks.of([MOON])[MOON].read_on == 77
    assert marks.set_flag("read", {MOON: SEAL}, False) == 1
    marks.restore([f"read {moon}"], replace=False)
    assert marks.of([MOON])[MOON].read_on is None
    assert marks.of([MOON])[MOON].read


def test_taking_back_brings_the_time_of_reading_back(marks: Marks) -> None:
    marks.restore(['read "/docs/moon.txt" 77'], replace=False)
    marks.set_flag("read", {MOON: SEAL}, False, Deed("here", "unread"))
    assert marks.of([MOON]) == {}
    marks.undo("here")
    assert marks.of([MOON])[MOON].read_on == 77


def test_a_bookmark_is_a_letter_in_a_document_and_the_newest_comes_last(marks: Marks) -> None:
    here, there = Bookmark("a", Position(3, 4)), Bookmark("b", Position(0, 0))
    marks.change((), [Fact("bookmark", MOON, there), Fact("bookmark", SEA, here)], {MOON: SEAL})
    moved = Bookmark("b", Position(7, 1))
    marks.change((), [Fact("bookmark", MOON, moved)], {}, Deed("here", "bookmark b"))
    assert marks.bookmarks("/docs") == [(SEA, here), (MOON, moved)]
    assert marks.bookmarks("/elsewhere") == []
    assert marks.undo("here") == "bookmark b"
    assert marks.bookmarks(MOON.path) == [(MOON, there)]
    marks.change([Fact("bookmark", MOON, there)], (), {})
    assert MOON not in marks.files()
