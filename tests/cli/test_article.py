from reader.cli.article import shown
from reader.model import Document, DocumentId, Kind, Label, Page, Paragraph, Row

PARAGRAPHS = (
    Paragraph(Label.TITLE, "A boat", 0, 0),
    Paragraph(Label.BODY, "The boat came in the night.", 2, 2),
    Paragraph(Label.BOILERPLATE, "Read more", 3, 3, reason="teaser"),
    Paragraph(Label.HEADING, "Its load", 4, 4, Kind.HEADING, 2),
    Paragraph(Label.LIST, "salt from the south", 6, 6, Kind.ITEM, 1),
    Paragraph(Label.LIST, "of the sea", 8, 8, Kind.ITEM, 2),
    Paragraph(Label.LIST, "2. wine", 9, 9, Kind.ITEM, 1),
    Paragraph(Label.BODY, "a   =   1", 11, 11, Kind.CODE),
    Paragraph(Label.BODY, "b   =   2", 12, 12, Kind.CODE),
)


def page(**fields: str) -> Page:
    document = Document(Row(1), DocumentId("0123456789"), "a.txt", "A boat", **fields)  # type: ignore[arg-type]  # text fields only
    return Page(document, (), (), PARAGRAPHS)


def test_an_article_is_set_in_paragraphs_lists_and_listings() -> None:
    assert [line for line, _ in shown(page(), 20)] == [
        "A boat",
        "",
        "The boat came in the",
        "night.",
        "",
        "Its load",
        "",
        "• salt from the",
        "  south",
        "  • of the sea",
        "2. wine",
        "",
        "a   =   1",
        "b   =   2",
    ]


def test_without_a_width_a_paragraph_is_one_line() -> None:
    lines = [line for line, _ in shown(page(), None)]
    assert "The boat came in the night." in lines
    assert "• salt from the south" in lines


def test_title_and_headings_stand_out() -> None:
    assert [line for line, bold in shown(page(), 40) if bold] == ["A boat", "Its load"]


def test_below_the_title_stands_who_wrote_it_when_and_where() -> None:
    both = page(author="Ann Smith", date="2019-05-04")
    assert [line for line, _ in shown(both, None)][1] == "Ann Smith · 2019-05-04"
