import pytest

from reader.library.citing import address, citation, clean_text, quotation, together
from reader.model import Document, DocumentId, Label, Metadata, Page, Paragraph, Row

DOCUMENT = Document(
    Row(1),
    DocumentId("1"),
    "a.md",
    "Fog\x1b[2J",
    author="Ann Smith",
    site="north",
    date="2021-05-03",
)
PAGE = Page(
    DOCUMENT,
    (),
    (),
    (
        Paragraph(Label.BOILERPLATE, "Home", 0, 0),
        Paragraph(Label.HEADING, "Fog", 1, 1),
        Paragraph(Label.BODY, "It lay\x07 there.\nFor days.", 2, 3),
        Paragraph(Label.CAPTION, "A picture", 4, 4),
    ),
    Metadata(url="https://north.example/fog"),
)


def test_the_clean_text_is_the_article_without_control_codes() -> None:
    assert clean_text(PAGE) == "Fog\n\nIt lay␇ there.\nFor days."


def test_a_citation_tells_what_is_known() -> None:
    assert citation(PAGE, "/a.md") == (
        "Ann Smith, “Fog␛[2J”, north, 3 May 2021, https://north.example/fog"
    )
    bare = PAGE._replace(
        document=DOCUMENT._replace(author="", site="", date=None, title="Fog"), metadata=Metadata()
    )
    assert citation(bare, "/docs/a.md") == "“Fog”, /docs/a.md"
    assert address(bare, "/docs/a.md") == "/docs/a.md"


@pytest.mark.parametrize("date", ["2021-13-01", "May 2021"])
def test_a_date_that_is_none_stands_as_it_is(date: str) -> None:
    assert f", {date}, " in citation(PAGE._replace(document=DOCUMENT._replace(date=date)), "/a.md")


def test_a_quotation_has_its_source_below() -> None:
    first, second = quotation(" It lay\x07 there. ", PAGE, "/a.md").split("\n")
    assert first == "“It lay␇ there.”"
    assert second.startswith("— Ann Smith, ")


def test_texts_stand_apart_and_empty_ones_not_at_all() -> None:
    assert together(["a", "", "b"]) == "a\n\nb"
