"""What was said of lines is kept, gives way to what is said later, and comes back."""

import json
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import reader.marks
from reader.marks import Deed, Key, Marks, Said
from reader.marks.schema import APPLICATION_ID
from reader.sqlite import Schema, create

MOON, SEA = Key("/docs/moon.txt"), Key("/docs/a.zip", "in/b.txt")
SEAL = b"m" * 32
DEED = Deed("docs", "said something of lines")
SHARE, FOLLOW, MENU = (11, "Share"), (-12, "Follow us"), (2**63 - 1, "Menu")

CORRECTOR = """
import sys
from pathlib import Path
from reader.marks import Marks, Said
marks = Marks(Path(sys.argv[1]))
for number in range(100_000):
    marks.correct(Said(False, ((number, f"line {number}"),), site="north.example"))
    sys.stdout.write(f"{number}\\n")
    sys.stdout.flush()
"""


@pytest.fixture
def marks(tmp_path: Path) -> Marks:
    return Marks(tmp_path / "data" / "marks.db")


def here(keep: bool, *lines: tuple[int, str], document: Key = MOON) -> Said:
    return Said(keep, lines, document=document, digest=SEAL)


def there(keep: bool, *lines: tuple[int, str], site: str = "north.example") -> Said:
    return Said(keep, lines, site=site)


def test_what_was_said_is_there_when_the_file_is_opened_again(tmp_path: Path) -> None:
    path = tmp_path / "marks.db"
    first = Marks(path)
    first.correct(here(False, SHARE, FOLLOW))
    first.correct(there(True, MENU))
    first.close()
    again = Marks(path)
    assert again.corrections() == [
        here(False, FOLLOW, SHARE)._replace(number=1),
        there(True, MENU)._replace(number=2),
    ]
    assert again.verdicts(MOON, "north.example") == ({11: False, -12: False}, {2**63 - 1: True})
    assert again.verdicts(SEA, "") == ({}, {})


def test_what_is_said_later_of_a_line_in_one_scope_takes_it_over(marks: Marks) -> None:
    marks.correct(here(False, SHARE, FOLLOW))
    marks.correct(here(True, SHARE))
    marks.correct(here(False, SHARE, document=SEA))
    assert marks.verdicts(MOON, "") == ({-12: False, 11: True}, {})
    assert [said.lines for said in marks.corrections()] == [(FOLLOW,), (SHARE,), (SHARE,)]
    marks.correct(here(True, FOLLOW))
    assert [said.keep for said in marks.corrections()] == [True, False, True]


def test_what_is_said_of_a_site_wins_in_the_document_where_it_is_said_and_in_no_other(
    marks: Marks,
) -> None:
    marks.correct(here(True, SHARE))
    marks.correct(here(True, SHARE, document=SEA))
    marks.correct(there(False, SHARE), also=MOON)
    assert marks.verdicts(MOON, "north.example") == ({}, {11: False})
    assert marks.verdicts(SEA, "north.example") == ({11: True}, {11: False})


def test_a_change_goes_back_and_forth_with_its_numbers(marks: Marks) -> None:
    marks.correct(here(False, SHARE, FOLLOW))
    before = marks.corrections()
    said = marks.correct(there(True, SHARE), also=MOON, deed=DEED)
    after = marks.corrections()
    assert said == after[-1]
    marks.undo("docs")
    assert marks.corrections() == before
    marks.redo("docs")
    assert marks.corrections() == after
    marks.undo("docs")
    marks.correct(here(True, MENU))
    assert marks.corrections()[-1].number == 3


def test_a_document_of_which_nothing_is_said_any_more_is_forgotten(marks: Marks) -> None:
    said = marks.correct(here(False, SHARE))
    marks.set_flag("read", {MOON: SEAL}, True)
    marks.set_flag("read", {MOON: SEAL}, False)
    assert MOON in marks.of([MOON])
    marks.withdraw([said.number])
    assert marks.of([MOON]) == {}
    assert list(marks.dump()) == []


def test_taking_a_star_off_takes_no_correction_along(marks: Marks) -> None:
    marks.correct(here(False, SHARE))
    marks.set_flag("star", {MOON: SEAL}, True)
    marks.set_flag("star", {MOON: SEAL}, False)
    assert marks.verdicts(MOON, "")[0] == {11: False}


def test_corrections_follow_a_moved_document(marks: Marks) -> None:
    marks.correct(here(False, SHARE))
    assert marks.follow({MOON: SEA})
    assert marks.verdicts(SEA, "")[0] == {11: False}
    assert marks.verdicts(MOON, "")[0] == {}


def test_a_set_in_memory_does_the_same() -> None:
    marks = Marks(None)
    said = marks.correct(here(False, SHARE), deed=DEED)
    marks.undo("docs")
    assert marks.corrections() == []
    marks.redo("docs")
    assert marks.corrections() == [said]
    assert [said.lines for said in marks.corrections()] == [(SHARE,)]


def test_every_line_is_a_fact_of_the_dump(marks: Marks) -> None:
    marks.correct(here(False, SHARE, FOLLOW))
    marks.correct(here(True, MENU, document=SEA))
    marks.correct(there(True, (1, 'say "no"\x1b[2J\u202e')))
    marks.set_flag("read", {MOON: SEAL}, True)
    facts = list(marks.dump())
    facts[-1] = facts[-1].rpartition(" ")[0]  # without the time
    assert facts == [
        'correct "/docs/a.zip" "in/b.txt" keep 2 7fffffffffffffff "Menu"',
        'correct "/docs/moon.txt" aside 1 000000000000000b "Share"',
        'correct "/docs/moon.txt" aside 1 fffffffffffffff4 "Follow us"',
        r'correct site "north.example" keep 3 0000000000000001 "say \"no\"␛[2J<202E>"',
        f'file "/docs/a.zip" "in/b.txt" {SEAL.hex()}',
        f'file "/docs/moon.txt" {SEAL.hex()}',
        'read "/docs/moon.txt"',
    ]
    assert json.loads(facts[3].partition("0001 ")[2]).startswith('say "no"')


def test_only_the_beginning_of_a_long_line_is_kept(marks: Marks) -> None:
    marks.correct(here(False, (1, "x" * 10_000)))
    ((_, text),) = marks.corrections()[0].lines
    assert text == "x" * 200


def test_a_file_from_before_there_were_corrections_opens_and_keeps_everything(
    tmp_path: Path,
) -> None:
    path = tmp_path / "marks.db"
    folder = Path(reader.marks.__file__).parent / "migrations"
    first = (folder / "0001_initial.sql").read_text("utf-8")
    create(path, Schema(APPLICATION_ID, {1: first}))
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute(
            "INSERT INTO document (path, member, digest, read, line, character)"
            " VALUES (?, x'', ?, 1, 3, 14)",
            (b"/docs/moon.txt", SEAL),
        )
        connection.execute("INSERT INTO tag VALUES (1, 'tides', 1)")
    marks = Marks(path)
    facts = [
        f'file "/docs/moon.txt" {SEAL.hex()}',
        'position "/docs/moon.txt" 3:14',
        'read "/docs/moon.txt"',
        'tag "/docs/moon.txt" tides',
    ]
    assert list(marks.dump()) == facts
    marks.correct(here(False, SHARE))
    assert len(list(Marks(path).dump())) == 5


def test_a_killed_writer_loses_nothing_that_was_acknowledged(tmp_path: Path) -> None:
    path = tmp_path / "data" / "marks.db"
    acknowledged: set[int] = set()
    for lines in (0, 3, 11):
        writer = subprocess.Popen(
            [sys.executable, "-c", CORRECTOR, str(path)], stdout=subprocess.PIPE, text=True
        )
        assert writer.stdout is not None
        acknowledged |= {int(writer.stdout.readline()) for _ in range(lines)}
        writer.send_signal(signal.SIGKILL)
        writer.communicate()
        kept = {key for said in Marks(path).corrections() for key, _ in said.lines}
        assert acknowledged <= kept
    assert len(acknowledged) == 11


KEYS = st.sets(st.integers(min_value=0, max_value=4), min_size=1)
SCOPES = st.sampled_from(["", "north.example", "/docs"])


@given(st.lists(st.tuples(SCOPES, KEYS, st.booleans()), max_size=10))
@settings(max_examples=40)
def test_whatever_is_said_and_taken_back_a_line_has_one_verdict_in_a_scope(
    deeds: list[tuple[str, set[int], bool]],
) -> None:
    marks = Marks(None)
    states = [marks.corrections()]
    expected: dict[tuple[str, int], bool] = {}
    for site, keys, keep in deeds:
        lines = tuple((key, str(key)) for key in sorted(keys))
        said = there(keep, *lines, site=site) if site else here(keep, *lines)
        marks.correct(said, also=MOON, deed=DEED)
        states.append(marks.corrections())
        expected |= {(site, key): keep for key in keys}
        expected = {
            scope: verdict
            for scope, verdict in expected.items()
            if scope[0] or not site or scope[1] not in keys
        }
    found = [(one.site, key) for one in marks.corrections() for key, _ in one.lines]
    assert len(found) == len(set(found))
    assert {
        (one.site, key): one.keep for one in marks.corrections() for key, _ in one.lines
    } == expected
    for before in reversed(states[:-1]):
        assert marks.undo("docs") == DEED.said
        assert marks.corrections() == before


def test_what_a_dump_says_in_other_signs_can_be_taken_back_too(marks: Marks) -> None:
    marks.correct(there(False, SHARE))
    signs = next(iter(marks.dump())).replace("Share", "Sh\\u00adare")
    marks.restore([signs], replace=True)
    [said] = marks.corrections()
    assert said.lines == ((11, "Sh\u00adare"),)
    marks.withdraw([said.number])
    assert marks.corrections() == []
