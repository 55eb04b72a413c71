"""What differs is found by names, sizes and times, in all of a collection or in a part of it."""

import os
from collections import Counter
from pathlib import Path

from reader.catalogue import Catalogue
from reader.library.collection import Collection
from reader.library.looking import Looking
from reader.model import Outcome


def look(folder: Path, catalogue: Catalogue, *paths: Path) -> tuple[list[str], Counter[Outcome]]:
    """What is to be read after a look at all, or at these paths; and what was counted."""
    outcomes: Counter[Outcome] = Counter()
    looking = Looking(Collection.of([folder]), catalogue, outcomes)
    for path in map(str, paths or ("",)):
        assert list(looking.at(path)) is not None
    for row in looking.gone:
        catalogue.remove(row)
    pending = [stamp.file for stamp in catalogue.pending()]
    return pending, outcomes


def write(folder: Path, *names: str, text: str = "some text") -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")


def settle(catalogue: Catalogue) -> None:
    """Take all that waits as read."""
    with catalogue.transaction():
        for stamp in catalogue.pending():
            catalogue._database.rows(
                "UPDATE document SET pending = 0, digest = x'01' WHERE row = ?", (stamp.row,)
            )


def test_new_files_are_listed_by_name_before_any_is_read(tmp_path: Path) -> None:
    folder, catalogue = tmp_path / "docs", Catalogue(tmp_path / "cache")
    write(folder, "b.txt", "a/c.txt", "a.txt", "a!.txt", ".hidden.txt")
    (folder / "d.pdf").write_bytes(b"%PDF")
    pending, outcomes = look(folder, catalogue)
    assert pending == ["a!.txt", "a.txt", "a/c.txt", "b.txt"]
    assert outcomes == {Outcome.SKIPPED: 1}
    assert catalogue.count() == 5


def test_only_what_differs_is_to_be_read_again(tmp_path: Path) -> None:
    folder, catalogue = tmp_path / "docs", Catalogue(tmp_path / "cache")
    write(folder, "a.txt", "b.txt", "c.txt", "d.txt")
    look(folder, catalogue)
    settle(catalogue)
    write(folder, "b.txt", text="another, longer text")
    os.utime(folder / "c.txt", ns=(1, 1))
    (folder / "d.txt").unlink()
    pending, outcomes = look(folder, catalogue)
    assert pending == ["b.txt", "c.txt"]
    assert outcomes == {Outcome.UNCHANGED: 1, Outcome.REMOVED: 1}


def test_what_waits_when_a_run_is_killed_still_waits_in_the_next(tmp_path: Path) -> None:
    folder, catalogue = tmp_path / "docs", Catalogue(tmp_path / "cache")
    write(folder, "a.txt", "b.txt")
    look(folder, catalogue)
    assert look(folder, catalogue)[0] == ["a.txt", "b.txt"]


def test_a_look_at_a_part_sees_what_changed_there_and_nothing_else(tmp_path: Path) -> None:
    folder, catalogue = tmp_path / "docs", Catalogue(tmp_path / "cache")
    write(folder, "a.txt", "in/b.txt", "in/c.txt", "in/deep/d.txt", "inner/e.txt")
    look(folder, catalogue)
    settle(catalogue)
    for name in ("a.txt", "in/b.txt", "in/deep/d.txt", "inner/e.txt"):
        write(folder, name, text="another, longer text")
    (folder / "in" / "c.txt").unlink()
    pending, outcomes = look(folder, catalogue, folder / "in")
    assert pending == ["in/b.txt", "in/deep/d.txt"]
    assert outcomes == {Outcome.REMOVED: 1}
    settle(catalogue)
    write(folder, "in/b.txt", text="yet another text")
    assert look(folder, catalogue, folder / "in" / "b.txt") == (["in/b.txt"], Counter())
    assert look(folder, catalogue)[0] == ["a.txt", "in/b.txt", "inner/e.txt"]


def test_a_look_at_a_part_knows_what_is_hidden_and_ignored(tmp_path: Path) -> None:
    folder, catalogue = tmp_path / "docs", Catalogue(tmp_path / "cache")
    write(folder, "in/a.txt", "in/.b.txt", ".git/c.txt", "in/out/d.txt", "in/e.log")
    write(folder, ".ignore", text="out/\n")
    write(folder, "in/.ignore", text="*.log\n")
    for name in ("in/.b.txt", ".git/c.txt", "in/out/d.txt", "in/out", "in/e.log", ".git"):
        assert look(folder, catalogue, folder / name)[0] == []
    assert look(folder, catalogue, folder / "in")[0] == ["in/a.txt"]


def test_a_look_at_what_is_gone_removes_all_that_was_there(tmp_path: Path) -> None:
    folder, catalogue = tmp_path / "docs", Catalogue(tmp_path / "cache")
    write(folder, "in/a.txt", "in/b.txt", "c.txt")
    look(folder, catalogue)
    settle(catalogue)
    (folder / "in" / "a.txt").unlink()
    (folder / "in" / "b.txt").unlink()
    (folder / "in").rmdir()
    assert look(folder, catalogue, folder / "in")[1] == {Outcome.REMOVED: 2}
    assert catalogue.count() == 1


def test_what_lies_outside_says_nothing_of_what_is_inside(tmp_path: Path) -> None:
    folder, catalogue = tmp_path / "docs", Catalogue(tmp_path / "cache")
    write(folder, "a.txt", "b.txt")
    look(folder, catalogue)
    settle(catalogue)
    for outside in (tmp_path, folder, tmp_path / "other" / "c.txt"):
        assert look(folder, catalogue, outside)[1] == Counter()
    assert catalogue.count() == 2
