"""What was noted in a folder goes, is told before, and nothing else goes."""

from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.errors import MarksError
from reader.marks import Key, Marks, Said
from reader.model import Position

SEAL = b"m" * 32
FOLDERS = ("/a", "/a b", "/a/b", "/ab", "/a/caf\udce9", "/", '/a"')
KEYS = st.builds(
    Key,
    st.builds("{}/{}".format, st.sampled_from(FOLDERS), st.sampled_from(["x", "y.txt", "z z"])),
    st.sampled_from(["", "in/side"]),
)


def noted(marks: Marks, keys: list[Key]) -> Marks:
    """Marks of each kind on these documents, on sites and on folders."""
    for number, key in enumerate(keys):
        match number % 5:
            case 0:
                marks.tag({key: SEAL}, ["sea", "north/fog"], ["old"])
            case 1:
                marks.set_flag("read", {key: SEAL}, True)
            case 2:
                marks.set_flag("star", {key: SEAL}, True)
            case 3:
                marks.set_position(key, SEAL, Position(1, 2))
            case _:
                marks.correct(Said(False, ((7, "Share"),), key, SEAL))
    for number, site in enumerate(("north.example", *FOLDERS[:4])):
        marks.correct(Said(True, ((number, "Menu"),), site=site))
    return marks


def lies_in(path: str, folder: str) -> bool:
    return path == folder or path.startswith(folder.rstrip("/") + "/")


@settings(max_examples=50)
@given(st.lists(KEYS, max_size=12, unique=True), st.lists(st.sampled_from(FOLDERS), max_size=3))
def test_exactly_what_is_told_goes_and_what_lies_elsewhere_stays(
    keys: list[Key], folders: list[str]
) -> None:
    with TemporaryDirectory() as folder, closing(Marks(Path(folder) / "marks.db")) as marks:
        forgotten(noted(marks, keys), keys, folders)


def forgotten(marks: Marks, keys: list[Key], folders: list[str]) -> None:
    before, told = list(marks.dump()), list[str]()
    count = marks.forget(folders, told.extend)
    assert sorted([*marks.dump(), *told]) == before
    gone = [key for key in keys if any(lies_in(key.path, folder) for folder in folders)]
    assert count == len(gone)
    assert marks.of(keys).keys() == set(keys) - set(gone)
    sites = {said.site for said in marks.corrections()} - {""}
    kept = {site for site in FOLDERS[:4] if not any(lies_in(site, f) for f in folders)}
    assert sites == kept | {"north.example"}


def test_a_file_is_forgotten_by_its_own_path(tmp_path: Path) -> None:
    marks = noted(Marks(tmp_path / "marks.db"), [Key("/a/x"), Key("/a/xy")])
    assert marks.forget(["/a/x"], lambda facts: None) == 1
    assert marks.of([Key("/a/x"), Key("/a/xy")]).keys() == {Key("/a/xy")}


def test_nothing_goes_where_it_cannot_be_told(tmp_path: Path) -> None:
    marks = Marks(tmp_path / "marks.db")
    marks.tag({Key("/a/x"): SEAL}, ["sea"], [])
    before = list(marks.dump())

    def refuse(facts: list[str]) -> None:
        raise MarksError("no room")

    with pytest.raises(MarksError, match="no room"):
        marks.forget(["/a"], refuse)
    assert list(Marks(tmp_path / "marks.db").dump()) == before
