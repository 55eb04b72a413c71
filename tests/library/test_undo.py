from functools import partial
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.library import Library
from reader.library.undo import Step, Undo
from reader.model import Row
from tests.library.folders import fill, opened, tags

DEEDS = st.lists(
    st.tuples(
        st.sampled_from(["tag", "read", "starred"]),
        st.sets(st.integers(min_value=0, max_value=4), min_size=1),
        st.booleans(),
    ),
    max_size=12,
)


def test_steps_go_back_in_reverse_order_and_forth_again() -> None:
    told: list[str] = []
    undo = Undo()
    for name in "ab":
        undo.did(Step(name, partial(told.append, f"-{name}"), partial(told.append, name)))
    assert [undo.undo(), undo.undo(), undo.undo()] == ["b", "a", None]
    assert [undo.redo(), undo.redo(), undo.redo()] == ["a", "b", None]
    assert told == ["-b", "-a", "a", "b"]


def test_a_new_step_ends_what_could_be_redone() -> None:
    undo = Undo()
    undo.did(Step("a", lambda: None, lambda: None))
    undo.undo()
    undo.did(Step("b", lambda: None, lambda: None))
    assert undo.redo() is None
    assert undo.undo() == "b"


def state(library: Library) -> list[tuple[tuple[str, ...], bool, bool]]:
    documents = library.documents(library.order())
    return [(document.tags, document.read, document.starred) for document in documents]


@given(DEEDS)
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_changes_taken_back_give_the_first_state_and_redone_the_last(
    tmp_path: Path, deeds: list[tuple[str, set[int], bool]]
) -> None:
    folder = fill(tmp_path / "pages", range(5))
    with opened(tmp_path / "home", folder) as library:
        rows = [Row(row) for row in library.order()]
        first = state(library)
        for deed, places, value in deeds:
            some = [rows[place] for place in places]
            if deed == "tag":
                library.tag(some, ["sea"] if value else ["old"], ["old"] if value else ["sea"])
            elif deed == "read":
                library.set_read(some, value)
            else:
                library.set_starred(some, value)
        last = state(library)
        while library.undo():
            pass
        assert state(library) == first
        while library.redo():
            pass
        assert state(library) == last
        while library.undo():
            pass


def test_taking_a_tag_off_that_nothing_has_changes_nothing(tmp_path: Path) -> None:
    folder = fill(tmp_path / "pages", range(2))
    with opened(tmp_path / "home", folder) as library:
        rows = [Row(row) for row in library.order()]
        library.tag(rows[:1], ["sea"], [])
        assert library.tag(rows, ["sea"], ["nosuch"]) == 1
        assert library.tag(rows, ["sea"], ["nosuch"]) == 0
        assert tags(library) == {"000.txt": ("sea",), "001.txt": ("sea",)}
