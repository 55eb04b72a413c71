from reader.model import Kind, Metadata
from reader.sources.formats.plain import parse


def test_every_line_is_kept_as_it_is() -> None:
    assert parse("one \r\n\r\n\ttwo\rthree\x0c\u2028\n").lines == (
        "one ",
        "",
        "\ttwo",
        "three\x0c\u2028",
        "",
    )


def test_header_lines_at_the_top_tell_about_the_document() -> None:
    raw = parse(
        "URL: https://example.org/a\nTitle: A storm\nAuthor: By Ann Lee\nDate: 3 May 2024\n"
        "Site: Example\n\nThe text.\n"
    )
    assert raw.metadata == Metadata(
        title="A storm",
        author="Ann Lee",
        site="Example",
        date="2024-05-03",
        url="https://example.org/a",
    )
    assert [markup.kind for markup in raw.markup] == [Kind.META] * 5 + [Kind.TEXT] * 3


def test_a_single_header_line_is_text() -> None:
    raw = parse("Title: the trouble with titles\nis that they are many.\n")
    assert raw.metadata == Metadata()
    assert raw.markup[0].kind is Kind.TEXT


def test_header_lines_further_down_are_text() -> None:
    raw = parse("An article.\nTitle: x\nAuthor: y\n")
    assert {markup.kind for markup in raw.markup} == {Kind.TEXT}


def test_a_source_is_an_address_or_a_site() -> None:
    assert parse("Title: x\nSource: https://a.org/b").metadata.url == "https://a.org/b"
    assert parse("Title: x\nSource: The Herald").metadata.site == "The Herald"
