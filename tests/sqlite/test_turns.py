"""Many may open files at once; who replaces one is alone."""

from pathlib import Path

from reader.sqlite.turns import turn


def test_turns_are_shared_unless_somebody_is_alone(tmp_path: Path) -> None:
    with turn(tmp_path, 0) as one, turn(tmp_path, 0) as two:
        assert (one, two) == (True, True)
        with turn(tmp_path, 0, alone=True) as alone:
            assert not alone
    with turn(tmp_path, 0, alone=True) as alone, turn(tmp_path, 0) as other:
        assert (alone, other) == (True, False)


def test_in_a_folder_that_is_not_there_everybody_has_a_turn(tmp_path: Path) -> None:
    with turn(tmp_path / "none", 0, alone=True) as ours:
        assert ours
