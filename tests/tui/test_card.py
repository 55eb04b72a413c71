from reader.model import Document, DocumentId, Label, Line, Metadata, Page, Row
from reader.tui.card import card, origin
from reader.tui.part import BLANK, DOT, Tone


def page(**known: object) -> Page:
    document = Document(Row(1), DocumentId("0000000001"), "north/fog.txt", "The fog", words=460)
    url = str(known.pop("url", ""))
    document = document._replace(**known)  # type: ignore[arg-type]
    lines = (Line("Home", Label.BOILERPLATE), Line("The fog", Label.TITLE))
    return Page(document, lines, (), (), Metadata(url=url))


def rows(page: Page) -> list[str]:
    *said, blank = card(page)
    assert blank == BLANK
    return [part.text.replace("\u00a0", " ") for part in said]


def test_a_card_says_what_is_known_in_three_rows_where_it_fits() -> None:
    known = page(author="Ida Holm", date="2021-05-03", site="Northlight", tags=("fog", "sea"))
    assert rows(known) == [
        "The fog",
        "Ida Holm · 3 May 2021 · 2 min",
        "Northlight · #fog · #sea · north/fog.txt",
    ]
    assert next(iter(card(known)))[1:4] == (Tone.TITLE, 1, 1)


def test_where_it_is_from_gives_way_where_it_is_long() -> None:
    address = "https://www.example.org/" + "long/" * 12
    assert rows(page(url=address)) == ["The fog", "2 min", "example.org/" + "long/" * 11 + "long"]
    for site in ("Northlight", "example.org"):
        known = page(site=site, tags=("sea",), url=address)
        assert rows(known) == ["The fog", "2 min", f"{site} · #sea"]


def test_nothing_is_said_twice_and_nothing_empty() -> None:
    assert rows(page()) == ["The fog", "2 min", "north/fog.txt"]
    assert rows(page(path="The fog.txt")) == ["The fog", "2 min"]
    same = page(site="north.example", url="https://north.example/fog")
    assert rows(same) == ["The fog", "2 min", "north.example/fog"]
    assert origin(page(url="mailto:x")) == "mailto:x"


def test_a_card_says_what_is_wrong_with_a_page() -> None:
    known = page(broken="a cookie wall", judged=False, encoding="cp1252", guessed=True)
    said = rows(known._replace(notes=("only the first 8 MB are here",)))
    assert said[1] == f"not cleaned yet: this is all of it{DOT}cp1252, guessed".replace(
        "\u00a0", " "
    )
    assert said[-2:] == ["broken: a cookie wall", "only the first 8 MB are here"]
    assert rows(page(words=0))[1] == "no text"
