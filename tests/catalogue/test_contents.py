"""Content is what was read, then what judging made of it, or damage that is said."""

from pathlib import Path

import pytest

from reader.catalogue import Catalogue, pack, pack_judged
from reader.catalogue.contents import Contents
from reader.errors import CatalogueError, DocumentNotFoundError
from reader.model import Judged, Kind, Label, Line, Markup, Metadata, RawDocument, Row
from tests.catalogue.documents import judge, put, raw


@pytest.fixture
def catalogue(tmp_path: Path) -> Catalogue:
    return Catalogue(tmp_path)


@pytest.fixture
def contents(catalogue: Catalogue) -> Contents:
    return catalogue._contents


def spoil(catalogue: Catalogue, column: str, value: str | bytes | int) -> None:
    """Put something else into one column of all content."""
    with catalogue.transaction():
        tables = {"found": "judgement", "labels": "judgement", "items": "shelf", "bytes": "shelf"}
        table = tables.get(column, "content")
        catalogue._database.rows(f"UPDATE {table} SET {column} = ?", (value,))


def test_what_is_put_in_again_replaces_lines_and_judgement(
    catalogue: Catalogue, contents: Contents
) -> None:
    row = put(catalogue, "a.txt", document=raw("old", "older"))
    judge(catalogue, row)
    with catalogue.transaction():
        contents.put(row, pack(raw("new", notes=("first", "second"))))
    assert contents.raw(row).lines == ("new",)
    lines, markup, _, notes = contents.read(row)
    assert (lines, len(markup)) == ((Line("new", Label.BODY),), 1)
    assert notes == ("first", "second")


def test_content_that_was_dropped_leaves_a_document_without_lines(
    catalogue: Catalogue, contents: Contents
) -> None:
    row = put(catalogue, "a.txt")
    with catalogue.transaction():
        contents.drop(row)
    assert contents.read(row) == ((), (), Metadata(), ())
    assert contents.raw(row) == RawDocument("", (), (), encoding="")


def test_a_document_without_lines_is_none_that_was_never_read(
    catalogue: Catalogue, contents: Contents
) -> None:
    row = put(catalogue, "a.txt", document=raw(encoding="cp1252"))
    assert contents.raw(row) == raw(encoding="cp1252")
    judge(catalogue, row, "judged")
    assert contents.read(row) == ((), (), Metadata(title="judged"), ())


def test_the_title_is_the_judged_one_else_the_declared_else_the_listed(
    catalogue: Catalogue, contents: Contents
) -> None:
    listed = put(catalogue, "in/listed.txt")
    declared = put(catalogue, "b.txt", document=raw("x", metadata=Metadata(title="Declared")))
    titles = [contents.read(row)[2].title for row in (listed, declared)]
    assert titles == ["listed.txt", "Declared"]
    judge(catalogue, declared, "")
    assert contents.read(declared)[2].title == ""


def test_a_document_that_was_skipped_cannot_be_judged(
    catalogue: Catalogue, contents: Contents
) -> None:
    row = put(catalogue, "a.bin", skipped="binary")
    with pytest.raises(ValueError, match="not those of the document"):
        contents.judge(row, pack_judged(Judged((), Metadata())))


def test_what_is_not_in_the_catalogue_is_gone(contents: Contents) -> None:
    for ask in (contents.raw, contents.read):
        with pytest.raises(DocumentNotFoundError, match="look at the folder again"):
            ask(Row(9))


def test_what_is_learnt_first_packs_all_that_comes_later(tmp_path: Path) -> None:
    catalogue = Catalogue(tmp_path)
    first = raw("Home", "News of the coast", "before")
    before = put(catalogue, "a.txt", document=first)
    assert catalogue.dictionary == b""
    catalogue.learn([pack(first)])
    learnt = catalogue.dictionary
    assert b"News of the coast" in learnt
    document = raw("Home", "News of the coast", "after")
    seen = put(catalogue, "b.txt", document=document, dictionary=learnt)
    catalogue.learn([pack(document)])
    assert catalogue.dictionary == learnt
    again = Catalogue(tmp_path)
    assert [again.raw(row).lines[-1] for row in (before, seen)] == ["before", "after"]
    assert [line.text for line in again.content(seen)[0]] == list(document.lines)


def test_a_sample_is_from_all_over_the_collection(catalogue: Catalogue) -> None:
    assert catalogue.sample(3) == []
    for number in (3, 1, 2, 0, *range(4, 10)):
        put(catalogue, f"{number}")
    put(catalogue, "z", skipped="binary")
    assert [stamp.file for stamp in catalogue.sample(3)] == ["0", "3", "6"]
    assert [stamp.file for stamp in catalogue.sample(99)] == list("0123456789")


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("bytes", b"not deflated"),
        ("bytes", b""),
        ("items", b"no items"),
        ("items", b"no"),
        ("labels", b"not deflated"),
        ("declared", "not JSON"),
        ("declared", '{"tags": [], "size": 1}'),
        ("declared", "[]"),
        ("found", "not JSON"),
    ],
)
def test_content_that_makes_no_sense_is_damage_and_the_file_is_made_anew(
    tmp_path: Path, column: str, value: str | bytes
) -> None:
    catalogue = Catalogue(tmp_path)
    row = put(catalogue, "a.txt")
    judge(catalogue, row)
    spoil(catalogue, column, value)
    ask = catalogue.raw if column == "declared" else catalogue.content
    with pytest.raises(CatalogueError, match="damaged"):
        ask(row)
    assert Catalogue(tmp_path).count() == 0


def test_a_number_of_lines_that_is_not_theirs_is_damage(tmp_path: Path) -> None:
    catalogue = Catalogue(tmp_path)
    row = put(catalogue, "a.txt")
    spoil(catalogue, "count", 7)
    with pytest.raises(CatalogueError, match="damaged"):
        judge(catalogue, row)
    assert Catalogue(tmp_path).count() == 0


def test_markup_that_makes_no_sense_is_damage(tmp_path: Path) -> None:
    catalogue = Catalogue(tmp_path)
    document = raw("a line")._replace(markup=(Markup(Kind.HEADING, 2),))
    row = put(catalogue, "a.txt", document=document)
    with catalogue.transaction():
        catalogue._database.rows("UPDATE content SET lines = lines - 1")
    with pytest.raises(CatalogueError, match="damaged"):
        catalogue.raw(row)


def test_what_a_document_held_takes_no_room_when_it_is_gone(catalogue: Catalogue) -> None:
    rows = [put(catalogue, name, document=raw(f"text of {name}")) for name in ("a", "b", "c")]
    put(catalogue, "b", document=raw("another text"))
    catalogue.remove(rows[0])
    assert [catalogue.raw(row).lines for row in rows[1:]] == [("another text",), ("text of c",)]
    catalogue.remove(rows[1])
    catalogue.remove(rows[2])
    assert catalogue._database.rows("SELECT count(*) FROM shelf") == [(0,)]
