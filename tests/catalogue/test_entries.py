"""Files are listed when they are seen, and known when they were read."""

from pathlib import Path

import pytest

from reader.catalogue import Catalogue
from reader.model import Metadata
from tests.catalogue.documents import judge, put, raw, seen


@pytest.fixture
def catalogue(tmp_path: Path) -> Catalogue:
    return Catalogue(tmp_path)


def test_what_is_expected_is_listed_at_once_and_waits_to_be_read(catalogue: Catalogue) -> None:
    catalogue.expect([seen("b.txt"), seen("a.txt")])
    assert [document.path for document in catalogue.documents(catalogue.rows(0, 9))] == [
        "a.txt",
        "b.txt",
    ]
    assert [stamp.file for stamp in catalogue.pending()] == ["a.txt", "b.txt"]
    assert catalogue.pending_count() == catalogue.count() == 2
    assert list(catalogue.unjudged()) == []
    (first, _) = catalogue.documents(catalogue.rows(0, 9))
    assert (first.title, first.judged, first.words) == ("a.txt", False, 0)
    assert catalogue.content(first.row)[0] == ()


def test_what_was_read_waits_no_more(catalogue: Catalogue) -> None:
    catalogue.expect([seen("a.txt"), seen("b.bin")])
    row = put(catalogue, "a.txt")
    put(catalogue, "b.bin", skipped="binary")
    assert list(catalogue.pending()) == []
    assert list(catalogue.unjudged()) == [row]


def test_a_changed_file_keeps_what_is_known_until_it_is_read(catalogue: Catalogue) -> None:
    row = put(catalogue, "a.txt", document=raw("old"))
    judge(catalogue, row, "The headline")
    catalogue.expect([seen("a.txt", size=99)])
    (document,) = catalogue.documents([row])
    assert (document.title, document.judged, document.words) == ("The headline", True, 3)
    assert catalogue.content(row)[0][0].text == "old"
    (stamp,) = catalogue.pending()
    assert (stamp.row, stamp.size, stamp.pending) == (row, 99, True)


def test_what_a_file_declares_is_its_title_until_it_is_judged(catalogue: Catalogue) -> None:
    catalogue.expect([seen("a.html"), seen("b.txt")])
    for name, declared in (("a.html", "What it says"), ("b.txt", "")):
        put(catalogue, name, document=raw("x", metadata=Metadata(title=declared)))
    titles = [document.title for document in catalogue.documents(catalogue.rows(0, 9))]
    assert titles == ["What it says", "b.txt"]


def test_a_title_stays_until_there_is_another(catalogue: Catalogue) -> None:
    row = put(catalogue, "a.txt")
    judge(catalogue, row, "The headline")
    put(catalogue, "a.txt", document=raw("new"))
    assert catalogue.documents([row])[0].title == "The headline"
    judge(catalogue, row, "Another")
    assert catalogue.documents([row])[0].title == "Another"
    put(catalogue, "a.txt", skipped="binary")
    assert catalogue.documents([row])[0].title == "a.txt"


def test_a_file_that_holds_what_it_held_waits_no_more(catalogue: Catalogue) -> None:
    row = put(catalogue, "a.txt")
    judge(catalogue, row)
    catalogue.expect([seen("a.txt", size=99)])
    catalogue.restamp(row, 99, 7)
    assert list(catalogue.pending()) == []
    assert list(catalogue.unjudged()) == []


def test_reading_what_waits_may_go_on_meanwhile(catalogue: Catalogue) -> None:
    names = [f"{number:04}" for number in range(2_500)]
    catalogue.expect(map(seen, names))
    read = []
    for stamp in catalogue.pending():
        read.append(stamp.file)
        with catalogue.transaction():
            put(catalogue, stamp.file)
    assert read == names


def test_a_document_that_cannot_be_judged_is_all_article(catalogue: Catalogue) -> None:
    row = put(catalogue, "a.txt", document=raw("x", "y"))
    catalogue.give_up(row)
    assert list(catalogue.unjudged()) == []
    assert [str(line.label) for line in catalogue.content(row)[0]] == ["body", "body"]


def test_stamps_below_a_path_are_those_of_the_file_or_of_what_is_in_the_folder(
    catalogue: Catalogue,
) -> None:
    for name in ("in", "in!", "in/a", "in/b/c", "in0", "inner/x", "z"):
        put(catalogue, name)
    assert [stamp.file for stamp in catalogue.stamps("in")] == ["in", "in/a", "in/b/c"]
    assert [stamp.file for stamp in catalogue.stamps("in/a")] == ["in/a"]
    assert [stamp.file for stamp in catalogue.stamps("gone")] == []
    assert len(list(catalogue.stamps())) == 7
