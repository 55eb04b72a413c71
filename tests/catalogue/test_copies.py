from pathlib import Path

import pytest

from reader.catalogue import Catalogue, pack_judged
from reader.model import Judged, Label, Line, Measured, Metadata, Row
from tests.catalogue.documents import judge, put


@pytest.fixture
def catalogue(tmp_path: Path) -> Catalogue:
    return Catalogue(tmp_path / "cache")


def signed(catalogue: Catalogue, names: str) -> list[Row]:
    """Documents of these names, the signature of each is its name."""
    rows = []
    for name in names:
        row = put(catalogue, name)
        judge(catalogue, row)
        with catalogue.transaction():
            catalogue.copies.sign(row, name.encode())
        rows.append(row)
    return rows


def stories(catalogue: Catalogue) -> list[int]:
    return [document.story for document in catalogue.documents(catalogue.rows(0, 10))]


def test_documents_wait_until_they_are_compared(catalogue: Catalogue) -> None:
    first, second, third = signed(catalogue, "cab")
    assert catalogue.copies.waiting() == 3
    assert [each.row for each in catalogue.copies.signed()] == [second, third, first]
    with catalogue.transaction():
        catalogue.copies.store({first: second, second: second})
    assert catalogue.copies.waiting() == 0
    assert stories(catalogue) == [second, 0, second]
    assert [each.story for each in catalogue.copies.signed()] == [second, 0, second]


def test_a_document_that_is_signed_again_leaves_its_copies_waiting(catalogue: Catalogue) -> None:
    rows = signed(catalogue, "abcd")
    with catalogue.transaction():
        catalogue.copies.store(dict.fromkeys(rows[:3], rows[0]))
        catalogue.copies.sign(rows[1], b"x")
    assert stories(catalogue) == [0, 0, 0, 0]
    assert [each.compared for each in catalogue.copies.signed()] == [0, 0, 1, 0]


@pytest.mark.parametrize("how", ["removed", "put again"])
def test_a_document_that_goes_leaves_its_copies_waiting(catalogue: Catalogue, how: str) -> None:
    rows = signed(catalogue, "abc")
    with catalogue.transaction():
        catalogue.copies.store(dict.fromkeys(rows, rows[0]))
    if how == "removed":
        catalogue.remove(rows[2])
        assert stories(catalogue) == [0, 0]
    else:
        put(catalogue, "c")
        assert stories(catalogue) == [0, 0, 0]
    assert catalogue.copies.waiting() >= 2


def test_what_cannot_be_read_any_more_has_no_signature(catalogue: Catalogue) -> None:
    rows = signed(catalogue, "ab")
    put(catalogue, "b", skipped="it is gone")
    assert [each.row for each in catalogue.copies.signed()] == rows[:1]


def test_without_a_signature_nothing_is_compared(catalogue: Catalogue) -> None:
    [row] = signed(catalogue, "a")
    with catalogue.transaction():
        catalogue.copies.sign(row, b"")
    assert catalogue.copies.signed() == []
    assert catalogue.copies.waiting() == 1


def test_the_one_to_read_is_whole_long_and_first(catalogue: Catalogue) -> None:
    rows = signed(catalogue, "dcba")
    assert catalogue.copies.best(rows) == rows[3]
    for row, measured in zip(
        rows, [Measured(9, "a wall"), Measured(5), Measured(5), Measured(1)], strict=True
    ):
        catalogue.judge(
            row, pack_judged(Judged((Line("one line", Label.BODY),), Metadata())), measured
        )
    assert catalogue.copies.best(rows) == rows[2]
    assert catalogue.copies.best(rows[:1]) == rows[0]
