"""The catalogue gives back what was put in, in the order that was asked for."""

import os
import stat
from pathlib import Path
from threading import Thread

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.catalogue import Catalogue, Stamp, pack_judged
from reader.errors import DocumentNotFoundError
from reader.model import (
    PLAIN,
    Judged,
    Kind,
    Label,
    Line,
    Markup,
    Measured,
    Metadata,
    RawDocument,
    Row,
)
from tests.catalogue.documents import clear, judge, put, raw

NAMES = ["a/b.txt", "a-b.txt", "a.txt", "B.txt", "a/b/c.txt", "caf\udce9.txt", "\u00e9.txt"]


@pytest.fixture
def catalogue(tmp_path: Path) -> Catalogue:
    return Catalogue(tmp_path / "cache")


def test_a_document_comes_back_as_it_was_put_in(catalogue: Catalogue) -> None:
    document = RawDocument(
        format="html",
        lines=("Moon", "", "The moon \udcff pulls."),
        markup=(Markup(Kind.HEADING, 1, "main", 0.25), PLAIN, PLAIN),
        metadata=Metadata("Moon", "Ann", "Site", "2024-05-01", "en", "http://x/y", ("b", "a")),
        encoding="cp1252",
        guessed=True,
        notes=("simplified",),
    )
    row = put(catalogue, "moon.html", document=document)
    assert catalogue.raw(row) == document
    (listed,) = catalogue.documents([row])
    assert (listed.title, listed.author, listed.site) == ("Moon", "Ann", "Site")
    assert (listed.date, listed.lang, listed.tags) == ("2024-05-01", "en", ("a", "b"))
    assert (listed.encoding, listed.guessed, listed.format) == ("cp1252", True, "html")
    assert not listed.judged


def test_documents_are_known_by_the_address_they_were_captured_from(catalogue: Catalogue) -> None:
    rows = [
        put(catalogue, name, document=raw("x")._replace(metadata=Metadata(url=url)))
        for name, url in (("a", "http://x/a"), ("b", "http://x/b/"), ("c", "http://x/a"), ("d", ""))
    ]
    assert catalogue.captured_from(["http://x/a", "http://x/a/"]) == [rows[0], rows[2]]
    assert catalogue.captured_from(["http://x/b", "http://x/b/"]) == [rows[1]]
    assert catalogue.captured_from(["http://x/"]) == []


lines = st.lists(st.text(st.characters(exclude_characters="\n")), max_size=5)


@given(lines=lines, title=st.text(), tags=st.lists(st.text()))
def test_any_text_comes_back_the_same(
    tmp_path_factory: pytest.TempPathFactory, lines: list[str], title: str, tags: list[str]
) -> None:
    catalogue = Catalogue(tmp_path_factory.getbasetemp() / "any")
    document = raw(*lines, metadata=Metadata(title=title, author=title, tags=tuple(tags)))
    row = put(catalogue, "any", document=document)
    assert catalogue.raw(row) == document
    catalogue.documents([row])
    assert [line.text for line in catalogue.content(row)[0]] == lines


def test_judging_keeps_labels_scores_reasons_and_metadata(catalogue: Catalogue) -> None:
    row = put(catalogue, "a.txt", document=raw("Menu", "", "Text", notes=("a note",)))
    judged = Judged(
        (
            Line("Menu", Label.BOILERPLATE, "on 5 of 6 pages of this site", 0.02),
            Line("", Label.BLANK),
            Line("Text", Label.BODY, "", 0.97),
        ),
        Metadata("Title", "Ann", "Site", "2024-05-01", "en", "http://x", ("t",)),
    )
    catalogue.judge(row, pack_judged(judged), Measured(1))
    assert catalogue.content(row) == (
        judged.lines,
        (PLAIN, PLAIN, PLAIN),
        judged.metadata,
        ("a note",),
    )
    (listed,) = catalogue.documents([row])
    assert (listed.title, listed.words, listed.judged) == ("Title", 1, True)
    assert (listed.author, listed.site, listed.date) == ("Ann", "Site", "2024-05-01")
    assert (listed.lang, listed.tags) == ("en", ("t",))


def test_what_is_broken_says_so_until_it_is_replaced(catalogue: Catalogue) -> None:
    row = put(catalogue, "a.txt", document=raw("x"))
    whole = put(catalogue, "b.txt", document=raw("y"))
    assert catalogue.documents([row])[0].broken == ""
    judged = Judged((Line("x", Label.BODY),), Metadata())
    catalogue.judge(row, pack_judged(judged), Measured(1, "a cookie wall, no article"))
    judge(catalogue, whole)
    assert catalogue.documents([row])[0].broken == "a cookie wall, no article"
    assert dict(catalogue.columns(["broken"])) == {row: "a cookie wall, no article", whole: ""}
    put(catalogue, "a.txt", document=raw("new"))
    assert catalogue.documents([row])[0].broken == ""


def test_before_judging_all_is_body_under_the_given_title(catalogue: Catalogue) -> None:
    row = put(catalogue, "a.txt", document=raw("x", " ", "y"))
    lines, markup, metadata, notes = catalogue.content(row)
    assert [line.label for line in lines] == [Label.BODY, Label.BLANK, Label.BODY]
    assert (len(markup), metadata.title, notes) == (3, "a.txt", ())


def test_other_lines_than_the_documents_are_not_stored(catalogue: Catalogue) -> None:
    row = put(catalogue, "a.txt", document=raw("x", "y"))
    with pytest.raises(ValueError, match="not those of the document"):
        catalogue.judge(row, pack_judged(Judged((Line("x", Label.BODY),), Metadata())), Measured())
    assert list(catalogue.unjudged()) == [row]


def test_a_replaced_document_keeps_its_row_and_waits_to_be_judged(catalogue: Catalogue) -> None:
    row = put(catalogue, "a.txt")
    judge(catalogue, row)
    assert list(catalogue.unjudged()) == []
    assert put(catalogue, "a.txt", document=raw("new")) == row
    assert list(catalogue.unjudged()) == [row]
    assert catalogue.count() == catalogue.unjudged_count() == 1
    assert catalogue.content(row)[0] == (Line("new", Label.BODY),)


def test_a_skipped_document_is_listed_apart_from_the_readable(catalogue: Catalogue) -> None:
    row = put(catalogue, "a.bin", skipped="binary")
    other = put(catalogue, "b.txt")
    (listed,) = catalogue.documents([row])
    assert (listed.skipped, listed.judged) == ("binary", True)
    assert catalogue.content(row) == ((), (), Metadata(), ())
    assert catalogue.raw(row).lines == ()
    assert catalogue.repetition(row) == (1, {})
    assert (catalogue.count(), catalogue.skipped()) == (2, 1)
    assert catalogue.rows(0, 9) == list(catalogue.order()) == [other]
    assert list(catalogue.order(skipped=True)) == [row, other]
    assert dict(catalogue.columns(["title"])) == {other: "b.txt"}


def test_a_readable_document_may_become_unreadable_and_back(catalogue: Catalogue) -> None:
    row = put(catalogue, "a", [1])
    other = put(catalogue, "b", [1])
    put(catalogue, "a", skipped="binary")
    assert catalogue.repetition(other) == (1, {})
    assert list(catalogue.unjudged()) == [other]
    assert put(catalogue, "a", [1]) == row
    assert catalogue.repetition(other) == (2, {1: 2})


def test_rows_come_in_the_byte_order_of_names(catalogue: Catalogue) -> None:
    rows = {put(catalogue, name): name for name in NAMES}
    inside = put(catalogue, "a.txt", member="z")
    sorted_names = sorted(NAMES, key=os.fsencode)
    order = [rows.get(Row(row), "inside") for row in catalogue.order()]
    assert [name for name in order if name != "inside"] == sorted_names
    assert order[order.index("inside") - 1] == "a.txt"
    assert catalogue.rows(2, 3) == list(catalogue.order())[2:5]
    assert catalogue.named("a.txt", "z") == inside
    assert [stamp.file for stamp in catalogue.stamps() if not stamp.member] == sorted_names


def test_documents_come_in_the_order_asked_without_those_gone(catalogue: Catalogue) -> None:
    a, b, c = (put(catalogue, name) for name in "abc")
    catalogue.remove(b)
    assert [document.path for document in catalogue.documents([c, b, a, c])] == ["c", "a", "c"]
    assert catalogue.names([a, b]) == {a: "a"}
    assert catalogue.digests([b, c]) == {c: b"d" * 32}


def test_a_name_finds_its_row_whatever_its_bytes(catalogue: Catalogue) -> None:
    rows = {name: put(catalogue, name) for name in NAMES}
    assert {name: catalogue.named(name) for name in NAMES} == rows
    assert catalogue.rows_named([*NAMES, "gone", *map(str, range(1_200))]) == rows
    assert catalogue.named("gone") is None


def test_the_start_of_an_id_finds_three_documents_at_most(catalogue: Catalogue) -> None:
    for number in range(5):
        put(catalogue, f"{number}ab")
    assert len(catalogue.with_id("3")) == 3
    assert catalogue.names(catalogue.with_id("336162")) == {Row(4): "3ab"}
    assert catalogue.names(catalogue.with_id("3361")) == {Row(4): "3ab"}
    assert catalogue.with_id("b") == []
    assert catalogue.with_id("33%") == []


def test_a_digest_finds_its_copies(catalogue: Catalogue) -> None:
    a, b = put(catalogue, "a", digest=b"x"), put(catalogue, "b", digest=b"x")
    put(catalogue, "c", digest=b"y")
    many = [str(number).encode() for number in range(1_200)]
    assert catalogue.with_digests([*many, b"x"]) == {b"x": [a, b]}


def test_a_touched_file_has_a_new_stamp(catalogue: Catalogue) -> None:
    row = put(catalogue, "a", digest=b"x")
    judge(catalogue, row)
    catalogue.restamp(row, 5, 6)
    assert list(catalogue.stamps()) == [Stamp(row, b"a", b"", 5, 6, b"x", None, False, "61")]
    assert list(catalogue.unjudged()) == []


def test_stamps_can_be_walked_while_documents_come_and_go(catalogue: Catalogue) -> None:
    with catalogue.transaction():
        rows = [put(catalogue, f"{number:04}") for number in range(2_100)]
    seen = []
    for stamp in catalogue.stamps():
        seen.append(stamp.file)
        catalogue.restamp(stamp.row, 1, 1)
        if stamp.file == "0500":
            catalogue.remove(rows[100])
            put(catalogue, "0500a")
    assert [name for name in seen if name.isdigit()] == [f"{number:04}" for number in range(2_100)]


def test_columns_give_one_value_of_every_document(catalogue: Catalogue) -> None:
    metadata = Metadata("T", "Ann", "Site", "2024-05-01", "en", "", ("x y", "z"))
    a = put(catalogue, "in/deep/a.txt", document=raw("l", metadata=metadata))
    b = put(catalogue, "b.txt")
    expected = {
        "site": ("Site", ""),
        "author": ("Ann", ""),
        "date": ("2024-05-01", ""),
        "lang": ("en", ""),
        "format": ("text", "text"),
        "folder": ("in/deep", ""),
        "title": ("T", "b.txt"),
        "name": ("in/deep/a.txt", "b.txt"),
        "tags": ("x y\nz", ""),
        "words": ("0", "0"),
    }
    for name, (first, second) in expected.items():
        assert dict(catalogue.columns([name])) == {a: first, b: second}


def test_rows_are_never_used_twice(catalogue: Catalogue) -> None:
    row = put(catalogue, "a")
    catalogue.remove(row)
    later = put(catalogue, "a")
    assert later > row
    clear(catalogue)
    assert (catalogue.count(), list(catalogue.unjudged()), list(catalogue.order())) == (
        0,
        [],
        [],
    )
    assert put(catalogue, "a") > later


def test_a_document_that_is_gone_says_so(catalogue: Catalogue) -> None:
    row = put(catalogue, "a")
    catalogue.remove(row)
    catalogue.remove(row)
    for ask in (catalogue.raw, catalogue.content, catalogue.repetition):
        with pytest.raises(DocumentNotFoundError):
            ask(row)


def test_the_generation_rises_once_for_each_commit_that_changed_something(tmp_path: Path) -> None:
    ours, theirs = Catalogue(tmp_path), Catalogue(tmp_path)
    before = ours.generation
    with theirs.transaction():
        row = put(theirs, "a")
        put(theirs, "b")
    assert ours.generation == before + 1
    with theirs.transaction():
        theirs.documents([row])
    theirs.refresh_levels(lambda count, pages: 0)
    after = ours.generation
    theirs.refresh_levels(lambda count, pages: 0)
    assert ours.generation == after


def test_a_transaction_that_fails_leaves_nothing(catalogue: Catalogue) -> None:
    before = catalogue.generation

    def fail() -> None:
        with catalogue.transaction():
            put(catalogue, "a")
            with catalogue.transaction():
                put(catalogue, "b")
            raise KeyError

    with pytest.raises(KeyError):
        fail()
    assert (catalogue.count(), catalogue.generation) == (0, before)


def test_reading_does_not_wait_for_a_writer(catalogue: Catalogue) -> None:
    put(catalogue, "a")
    seen = []
    with catalogue.transaction():
        put(catalogue, "b")
        reader = Thread(target=lambda: seen.append(catalogue.count()))
        reader.start()
        reader.join()
    assert seen == [1]
    assert catalogue.count() == 2


def test_the_folder_is_for_its_owner_only(tmp_path: Path) -> None:
    folder = tmp_path / "cache" / "reader" / "key"
    put(Catalogue(folder), "a")
    for part in (folder, folder.parent, folder.parent.parent):
        assert stat.S_IMODE(part.stat().st_mode) == 0o700
