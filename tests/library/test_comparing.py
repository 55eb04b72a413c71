import random
from collections.abc import Mapping
from pathlib import Path

import pytest

from reader.library import Library
from tests.library.folders import opened, update

SENTENCES = [
    f"The {chance.choice(['old', 'new', 'long', 'late'])} {noun} of {place} was"
    f" {chance.choice(['sold', 'mended', 'moved'])} before anybody in the {noun}{number} could ask."
    for number, chance in enumerate(random.Random(n) for n in range(60))
    for noun, place in [(f"bridge{number}", f"Korsnes{number}")]
]


def page(*sentences: int, title: str = "A title") -> str:
    return f"{title}\n\n" + "\n\n".join(SENTENCES[number] for number in sentences) + "\n"


STORY, OTHER = range(12), range(30, 42)
PAGES: Mapping[str, str] = {
    "a.txt": page(*STORY),
    "b.txt": page(*STORY, title="Another title"),
    "c.txt": page(*range(2, 12), title="Cut at its beginning"),
    "d.txt": page(*OTHER, title="Another story"),
    "e.txt": page(13, title="Too short"),
    "f.txt": page(*OTHER, 50, title="Another story, longer"),
}


def write(folder: Path, *names: str) -> None:
    folder.mkdir(exist_ok=True)
    for name in names:
        (folder / name).write_text(PAGES[name], "utf-8")


def stories(library: Library) -> dict[str, list[str]]:
    """The copies of each story by the name of the one to read."""
    documents = library.documents(library.order())
    name = {document.row: document.path for document in documents}
    found: dict[str, list[str]] = {}
    for document in documents:
        if document.story:
            found.setdefault(name[document.story], []).append(document.path)
    return found


ALL = {"a.txt": ["a.txt", "b.txt", "c.txt"], "f.txt": ["d.txt", "f.txt"]}


def test_near_copies_are_found_and_the_longest_is_the_one_to_read(tmp_path: Path) -> None:
    write(tmp_path / "docs", *PAGES)
    with opened(tmp_path / "home", tmp_path / "docs") as library:
        assert stories(library) == ALL
        assert library.find("is:duplicate").total == 3
        assert library.find("dup:b.txt").total == 3
        assert library.find("dup:e.txt").total == 1
        assert library.find("-is:duplicate").total == 3


@pytest.mark.parametrize("seed", range(4))
def test_in_however_many_runs_they_came_the_copies_are_the_same(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    folder, names = tmp_path / "docs", list(PAGES)
    chance.shuffle(names)
    folder.mkdir()
    with opened(tmp_path / "home", folder, updated=False) as library:
        while names:
            write(folder, *[names.pop() for _ in range(min(len(names), chance.randint(1, 3)))])
            update(library)
        assert stories(library) == ALL


def test_what_changes_or_goes_leaves_its_story(tmp_path: Path) -> None:
    folder = tmp_path / "docs"
    write(folder, *PAGES)
    with opened(tmp_path / "home", folder) as library:
        (folder / "a.txt").write_text(page(*range(14, 26), title="Something else"), "utf-8")
        (folder / "d.txt").unlink()
        update(library)
        assert stories(library) == {"b.txt": ["b.txt", "c.txt"]}
        write(folder, "a.txt", "d.txt")
        update(library)
        assert stories(library) == ALL


def test_a_run_that_finds_nothing_new_compares_nothing(tmp_path: Path) -> None:
    write(tmp_path / "docs", *PAGES)
    with opened(tmp_path / "home", tmp_path / "docs") as library:
        assert [progress.stage for progress in library.update()] == ["done"]
