"""From the arguments to a collection that is up to date, and what is said on the way."""

import argparse
import io
import math
from pathlib import Path

import pytest

from reader.cli import opening
from reader.cli.opening import (
    answer,
    documents,
    many,
    matching,
    opened,
    opened_as_is,
    shown_path,
    summary,
    updated,
)
from reader.cli.output import ERASE, Output
from reader.errors import QueryError, UsageError
from reader.model import Outcome
from tests.library.folders import fill, settings_in

NOTHING_YET = "reader: not all of docs may be here: nothing has been read yet\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder, with three documents and one further down."""
    monkeypatch.setenv("HOME", str(tmp_path))
    for name, value in settings_in(tmp_path / "home").environment().items():
        monkeypatch.setenv(name, value)
    folder = fill(tmp_path / "docs", range(3))
    fill(folder / "in", range(3, 4))
    monkeypatch.chdir(folder)
    return folder


def output(live: bool = False) -> tuple[Output, io.StringIO]:
    """An output without a terminal, and what it says on stderr."""
    said = io.StringIO()
    return Output(io.StringIO(), said, False, live, False, columns=80), said


def names(paths: list[str]) -> list[str]:
    return [path.removesuffix(".txt") for path in paths]


def test_a_collection_is_brought_up_to_date_unless_that_is_not_wanted(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "LONG_S", math.inf)
    out, said = output()
    for update, count in ((False, 0), (True, 4)):
        with opened(argparse.Namespace(within=[], update=update), out) as library:
            assert library.count() == count
    assert said.getvalue() == NOTHING_YET


def test_paths_that_are_named_are_the_collection(folder: Path) -> None:
    named = argparse.Namespace(within=[str(folder / "in"), "001.txt"], update=True)
    with opened(named, output()[0]) as library:
        paths = [document.path for document in documents(library, library.order())]
    assert names(paths) == ["001.txt/001", "in/003"]


def test_what_an_update_did_is_returned_and_a_long_one_tells_the_log(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out, said = output()
    with opened_as_is([], out) as library:
        monkeypatch.setattr(opening, "LONG_S", -1.0)
        assert updated(library, out, tell=False)[Outcome.ADDED] == 4
        assert said.getvalue() == ""
        (folder / "001.txt").unlink()
        assert updated(library, out)[Outcome.REMOVED] == 1
        assert said.getvalue() == "reader: docs is up to date: 1 removed\n"
        updated(library, out)  # has nothing to tell
        assert said.getvalue().count("\n") == 1


def test_people_see_how_far_it_is_and_nothing_is_left_of_it(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "PATIENCE_S", -1.0)
    monkeypatch.setattr(opening, "LONG_S", -1.0)
    out, said = output(live=True)
    with opened_as_is([], out) as library:
        updated(library, out)
    shown = said.getvalue().split(ERASE)
    assert "cleaning 4 of 4" in shown
    assert shown[-1] == ""


def test_documents_come_in_the_order_of_their_rows_however_many(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "BATCH", 3)
    with opened(argparse.Namespace(within=[], update=True), output()[0]) as library:
        rows = list(library.order())[::-1]
        paths = [document.path for document in documents(library, rows)]
    assert names(paths) == ["in/003", "002", "001", "000"]


def test_all_documents_match_by_path_and_those_of_a_query_titles_first(folder: Path) -> None:
    (folder / "zoo.txt").write_text("The quarry\n\nIt was empty, and nobody went there.", "utf-8")
    (folder / "000.txt").write_text("A letter\n\nSomebody had gone to the quarry.", "utf-8")
    out, said = output()
    with opened(argparse.Namespace(within=[], update=True), out) as library:
        every = [document.path for document in documents(library, matching(library, "", out))]
        found = [document.path for document in documents(library, matching(library, "quarry", out))]
    assert names(every) == ["000", "001", "002", "in/003", "zoo"]
    assert names(found) == ["zoo", "000"]
    assert said.getvalue() == ""


def test_a_field_that_is_not_there_is_named_and_a_mistake_is_the_callers(folder: Path) -> None:
    out, said = output()
    with opened(argparse.Namespace(within=[], update=True), out) as library:
        assert answer(library, "colour:red", out).unknown == ("colour",)
        assert answer(library, "in:nowhere", out).total == 0
        assert "no collection or folder is called nowhere" in said.getvalue()
        assert "there is no field colour" in said.getvalue()
        with pytest.raises(QueryError):
            answer(library, "date:soon", out)


def test_a_path_is_shown_from_here_and_opens_the_file(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    with opened(argparse.Namespace(within=["in"], update=True), output()[0]) as library:
        (document,) = documents(library, library.order())
        shown = {}
        for place in (folder, folder / "in", tmp_path / "home", Path("/"), gone):
            monkeypatch.chdir(place)
            shown[place] = shown_path(library, document)
            assert Path(shown[place]).read_text("utf-8")
        gone.rmdir()
        assert shown_path(library, document) == str(folder / "in" / "003.txt")
    assert shown[folder] == "in/003.txt"
    assert shown[folder / "in"] == "003.txt"
    assert shown[tmp_path / "home"] == str(folder / "in" / "003.txt")


def test_the_home_folder_is_opened_when_it_is_named_or_nothing_is_read(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    out, _ = output()
    with pytest.raises(UsageError, match="is not read unasked: go to a folder in it"):
        opened_as_is([], out).__enter__()
    for within, unasked in (([str(tmp_path)], False), ([], True)):
        with opened_as_is(within, out, unasked=unasked) as library:
            assert library.name == tmp_path.name


def test_a_current_folder_that_is_gone_is_a_sentence(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "gone").mkdir()
    monkeypatch.chdir(tmp_path / "gone")
    (tmp_path / "gone").rmdir()
    with pytest.raises(UsageError, match="the current folder is gone"):
        opened_as_is([], output()[0]).__enter__()


def test_a_summary_names_what_changed_and_how_often() -> None:
    counts = {Outcome.UNCHANGED: 9, Outcome.REMOVED: 1, Outcome.ADDED: 3, Outcome.MOVED: 0}
    assert summary(counts) == "3 added, 1 removed"
    assert summary({Outcome.UNCHANGED: 9}) == summary({}) == ""


def test_many_have_an_s() -> None:
    assert [many(count, "file") for count in (0, 1, 2)] == ["0 files", "1 file", "2 files"]


def test_what_is_read_as_it_stands_is_told_in_a_line_where_it_is_not_all(folder: Path) -> None:
    out, said = output()
    with opened(argparse.Namespace(within=[], update=False), out) as library:
        assert library.count() == 0
    assert said.getvalue() == NOTHING_YET
    with opened(argparse.Namespace(within=[], update=True), output()[0]) as library:
        catalogue = library.place.folder / "catalogue.db"
    catalogue.write_bytes(b"no catalogue at all")
    out, said = output()
    with opened(argparse.Namespace(within=[], update=True), out) as library:
        assert library.count() == 4
    assert said.getvalue() == (
        "reader: the catalogue could not be used (damaged, or of another version):"
        " made again from the files\n"
    )
    out, said = output()
    with opened(argparse.Namespace(within=[], update=False), out) as library:
        assert library.count() == 4
    assert said.getvalue() == ""
