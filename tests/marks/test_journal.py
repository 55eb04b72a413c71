"""Whatever was changed is taken back, and made again, by whoever asks."""

import random
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.errors import MarksError
from reader.marks import Deed, Fact, Key, Marks
from reader.marks.facts import FILE, SEARCH, Saved
from reader.model import Quote
from tests.marks.noted import FACTS

MOON, SEA, LAND = Key("/docs/moon"), Key("/docs/sea"), Key("/docs/land")
SEAL = b"m" * 32
CHANGES = st.lists(
    st.tuples(
        st.sampled_from(["here", "there"]),
        st.lists(FACTS, max_size=3),
        st.lists(FACTS, max_size=3),
    ),
    max_size=8,
)

TAGGER = """
import sys
from pathlib import Path
from reader.marks import Deed, Key, Marks
marks = Marks(Path(sys.argv[1]))
for number in range(25):
    if sys.argv[2] == "undo":
        said = marks.undo("here")
        if said:
            print(said, flush=True)
    else:
        name = f"{sys.argv[2]}-{number}"
        marks.tag({Key("/docs/moon"): b"m" * 32}, [name], [], Deed("here", name))
"""


def noted(marks: Marks) -> list[str]:
    return [line for line in marks.dump() if not line.startswith(FILE)]


@pytest.fixture
def marks(tmp_path: Path) -> Marks:
    return Marks(tmp_path / "marks.db")


def tag(marks: Marks, name: str, key: Key = MOON, place: str = "here") -> None:
    marks.tag({key: SEAL}, [name], [], Deed(place, f"+{name}"))


@given(CHANGES)
@settings(max_examples=150)
def test_all_changes_taken_back_give_the_first_state_and_made_again_the_last(
    changes: list[tuple[str, list[Fact], list[Fact]]],
) -> None:
    marks = Marks(None)
    marks.change((), [Fact("read", MOON), Fact(SEARCH, None, Saved("a", "b"))], {MOON: SEAL})
    states, places = [noted(marks)], []
    for place, drop, put in changes:
        edit = marks.change(drop, put, {}, Deed(place, "something"))
        if noted(marks) != states[-1]:
            states.append(noted(marks))
            places.append(place)
        assert edit is not None
    for place, state in zip(reversed(places), reversed(states[:-1]), strict=True):
        assert marks.undo(place) == "something"
        assert noted(marks) == state
    assert [marks.undo("here"), marks.undo("there")] == [None, None]
    for place, state in zip(places, states[1:], strict=True):
        assert marks.redo(place) == "something"
        assert noted(marks) == state
    assert [marks.redo("here"), marks.redo("there")] == [None, None]


def test_the_journal_outlives_the_program_and_is_not_in_the_dump(tmp_path: Path) -> None:
    first = Marks(tmp_path / "marks.db")
    tag(first, "a")
    tag(first, "b")
    first.close()
    again = Marks(tmp_path / "marks.db")
    assert [change.said for change in again.changes("here", 5)] == ["+b", "+a"]
    assert again.undo("here") == "+b"
    assert noted(again) == ['tag "/docs/moon" a']
    assert [change.undone for change in again.changes("here", 5)] == [True, False]
    assert again.changes("there", 5) == []


def test_a_new_change_ends_what_can_be_made_again_in_its_place_only(marks: Marks) -> None:
    tag(marks, "a")
    tag(marks, "b", place="there")
    marks.undo("here")
    marks.undo("there")
    tag(marks, "c")
    assert marks.redo("here") is None
    assert marks.redo("there") == "+b"


def test_what_was_changed_meanwhile_stays_and_the_rest_goes_back(marks: Marks) -> None:
    marks.tag({MOON: SEAL, SEA: SEAL}, ["a"], ["old"], Deed("here", "some"))
    marks.tag({MOON: SEAL}, ["old"], ["a"], Deed("there", "other"))
    assert marks.undo("here") == "some"
    assert noted(marks) == ['tag "/docs/moon" old', 'untag "/docs/moon" a']
    assert marks.redo("here") == "some"
    assert marks.of([SEA])[SEA].added == {"a"}
    assert marks.of([MOON])[MOON].added == {"old"}


def test_changes_follow_documents_that_moved_again_and_again(marks: Marks) -> None:
    tag(marks, "a")
    marks.follow({MOON: SEA})
    tag(marks, "b", SEA)
    tag(marks, "c", MOON)  # another document in the old place
    assert marks.follow({SEA: LAND})
    assert [marks.undo("here"), marks.undo("here")] == ["+c", "+b"]
    assert noted(marks) == ['tag "/docs/land" a']
    assert marks.undo("here") == "+a"
    assert noted(marks) == []
    assert marks.redo("here") == "+a"
    assert noted(marks) == ['tag "/docs/land" a']
    assert marks.of([LAND])[LAND].digest == SEAL
    assert marks.follow({LAND: MOON})
    assert marks.undo("here") == "+a"
    assert noted(marks) == []


def test_positions_and_digests_alone_are_no_change(marks: Marks) -> None:
    tag(marks, "a")
    marks.change((), (), {MOON: b"n" * 32}, Deed("here", "nothing"))
    marks.tag({MOON: SEAL}, ["a"], [], Deed("here", "nothing"))
    assert marks.undo("here") == "+a"


def test_nothing_is_undone_twice_by_two_at_once(tmp_path: Path) -> None:
    path = tmp_path / "marks.db"
    marks = Marks(path)
    for number in range(30):
        tag(marks, f"first-{number}")
    ran = [
        subprocess.Popen(
            [sys.executable, "-c", TAGGER, str(path), name], stdout=subprocess.PIPE, text=True
        )
        for name in ("undo", "undo", "writer", "other")
    ]
    said = [process.communicate()[0].split() for process in ran]
    assert [process.returncode for process in ran] == [0] * 4
    undone = said[0] + said[1]
    left = {change.said: change.undone for change in marks.changes("here", 999)}
    tags = marks.of([MOON])[MOON].added
    assert len(undone) == len(set(undone))
    assert tags == {name.removeprefix("+") for name, gone in left.items() if not gone}
    assert len(tags) == 80 - len(undone)


def test_a_damaged_entry_is_a_sentence_and_changes_nothing(tmp_path: Path) -> None:
    marks = Marks(tmp_path / "marks.db")
    tag(marks, "a")
    with closing(sqlite3.connect(tmp_path / "marks.db")) as connection, connection:
        connection.execute("UPDATE change SET come = x'789c00'")
    with pytest.raises(MarksError, match="is damaged: it was left as it is"):
        marks.undo("here")
    assert noted(marks) == ['tag "/docs/moon" a']


def test_a_flipped_byte_is_a_sentence_or_no_matter(tmp_path: Path) -> None:
    path, chance = tmp_path / "marks.db", random.Random(2)
    marks = Marks(path)
    for number in range(20):
        key = Key(f"/docs/{number}.zip", f"in/\u00e9{number}.txt")
        tag(marks, f"tag-{number}", key)
        marks.highlight(key, SEAL, Quote("exact", "bef\u00f6re"), "note", Deed("here", "note"))
    marks.close()
    whole, refused = path.read_bytes(), 0
    for _ in range(80):
        damaged = bytearray(whole)
        damaged[chance.randrange(len(whole))] ^= 1 << chance.randrange(8)
        path.write_bytes(damaged)
        try:
            marks = Marks(path)
            list(marks.dump())
            marks.undo("here")
            marks.changes("here", 99)
            marks.close()
        except MarksError:
            refused += 1
    assert refused
