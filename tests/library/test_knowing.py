import os
import time
from pathlib import Path

from reader.library.knowing import known
from reader.model import Document, DocumentId, Label, Line, Metadata, Page, Paragraph, Row

LINES = (Line("Home", Label.BOILERPLATE, "menu", 0.0), Line("The fog came.", Label.BODY, "", 1.0))
UNITS = (
    Paragraph(Label.BOILERPLATE, "Home", 0, 0, reason="menu"),
    Paragraph(Label.BODY, "The fog came.", 1, 1),
)


def page(document: Document, metadata: Metadata = Metadata()) -> Page:  # noqa: B008
    return Page(document, LINES, (), UNITS, metadata, ("only the start is here",))


def test_what_is_known_is_named_and_what_is_unknown_is_not(tmp_path: Path) -> None:
    file = tmp_path / "fog.txt"
    file.write_text("x", "utf-8")
    os.utime(file, (0, time.mktime((2021, 5, 3, 14, 30, 0, 0, 0, -1))))
    document = Document(
        Row(1), DocumentId("0000000001"), "fog.txt", "The fog", author="Ida Holm", words=460,
        encoding="cp1252", guessed=True, tags=("fog", "sea"), copies=3, starred=True,
    )  # fmt: skip
    url = "https://north.example/fog"
    facts = known(page(document, Metadata(url=url, own=(("mood", "calm"),))), str(file))
    assert facts == [
        ("title", "The fog"),
        ("author", "Ida Holm"),
        ("address", url),
        ("mood", "calm"),
        ("words", "460"),
        ("minutes", "2"),
        ("set aside", "1 of 2 lines, 25% of the words"),
        ("sure", "100%"),
        ("copies", "3 of this story"),
        ("format", "text"),
        ("encoding", "cp1252, guessed"),
        ("file", str(file)),
        ("changed", "2021-05-03 14:30"),
        ("id", "0000000001"),
        ("state", "unread, starred"),
        ("tags", "fog sea"),
        ("note", "only the start is here"),
    ]


def test_every_value_is_printable_and_a_file_that_is_gone_has_no_date(tmp_path: Path) -> None:
    document = Document(Row(1), DocumentId("0000000001"), "a.txt", "The\x1b[31m fog")
    facts = dict(known(page(document), str(tmp_path / "gone")))
    assert facts["title"] == "The␛[31m fog"
    assert "changed" not in facts
    assert "minutes" not in facts
    assert dict(known(page(document), "a\0b"))["file"] == "a␀b"
