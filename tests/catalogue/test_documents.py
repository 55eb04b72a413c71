"""Rows of the document table mean what callers take them for."""

import os

from hypothesis import given
from hypothesis import strategies as st

from reader.catalogue.documents import (
    COLUMNS,
    Stamp,
    document,
    member_bytes,
    member_text,
    shown,
)
from reader.catalogue.packing import described
from reader.model import Document, DocumentId, Metadata, Row

FIELDS = {
    "row": 7,
    "id": "0123456789",
    "name": b"in/caf\xe9.txt",
    "member": "a/\ud800".encode("utf-8", "surrogatepass"),
    "title": "Sea",
    "author": "Ann",
    "site_name": "Herald",
    "date": None,
    "lang": "en",
    "words": 230,
    "format": "html",
    "encoding": "cp1252",
    "guessed": 1,
    "skipped": None,
    "broken": "an error page (404)",
    "judged": 2,
    "tags": "storm\nsea\n\nsea",
    "story": 9,
}


def test_the_columns_that_are_asked_for_are_the_fields_of_an_entry() -> None:
    names = [column.strip() for column in COLUMNS.partition(", iif")[0].split(",")]
    row = (*(FIELDS[name] for name in names), 2)
    assert document(row) == Document(
        row=Row(7),
        id=DocumentId("0123456789"),
        path="in/caf\udce9.txt",
        title="Sea",
        member="a/\ud800",
        author="Ann",
        site="Herald",
        date=None,
        lang="en",
        words=230,
        format="html",
        encoding="cp1252",
        guessed=True,
        skipped=None,
        broken="an error page (404)",
        judged=True,  # in whatever way
        tags=("sea", "storm"),
        story=Row(9),
        copies=2,
    )


def test_a_stamp_names_its_file_as_the_system_does() -> None:
    stamp = Stamp(Row(3), b"caf\xe9.txt", b"in", 5, 6, b"digest", None, False, "0123456789")
    assert stamp.file == "caf\udce9.txt"


@given(st.text(st.characters(exclude_categories=())))
def test_a_place_inside_an_archive_comes_back_as_it_was(member: str) -> None:
    assert member_text(member_bytes(member)) == member


@given(st.text(st.characters(exclude_categories=())), st.lists(st.text("ab\udce9é"), max_size=4))
def test_whatever_a_document_declares_can_be_stored(text: str, tags: list[str]) -> None:
    metadata = Metadata(text, text, text, text, text, text, tuple(tags))
    for value in described(metadata).values():
        assert value is not None
        value.encode("utf-8")


def test_a_date_that_is_not_known_stays_unknown() -> None:
    assert described(Metadata(title="Sea")) == {
        "author": "",
        "site_name": "",
        "date": None,
        "lang": "",
        "tags": "",
        "url": "",
        "own": "",
    }


@given(st.lists(st.binary(min_size=1).filter(lambda part: b"/" not in part), min_size=1))
def test_the_folder_of_a_name_is_all_but_its_last_part(parts: list[bytes]) -> None:
    name = b"/".join(parts)
    row, whole, title, folder = shown(("name", "title", "folder"), (7, name, "a/b", name))
    assert (row, os.fsencode(whole), title) == (7, name, "a/b")
    assert os.fsencode(folder) == b"/".join(parts[:-1])
