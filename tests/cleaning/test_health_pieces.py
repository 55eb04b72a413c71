from reader.cleaning import judge
from reader.cleaning.health_pieces import (
    Piece,
    count,
    page_of,
    pictured,
    piece,
    plain,
    sentences,
)
from reader.model import Kind, Markup, RawDocument
from tests.cleaning.pages import raw


def pieces(document: RawDocument) -> list[Piece]:
    judged, said = judge(document), sentences(document)
    page = page_of(said, document, judged)
    return [piece(one, page) for one in said]


def test_a_text_is_cut_into_sentences_and_lines() -> None:
    said = sentences(raw("A name\n\nThe first one. The second, e.g. this! Third"))
    assert [(one.line, one.low) for one in said] == [
        (0, "a name"),
        (2, "the first one."),
        (2, "the second, e.g. this!"),
        (2, "third"),
    ]
    unspaced = sentences(raw("港は静か。船はない。"))
    assert [one.low for one in unspaced] == ["港は静か。", "船はない。"]


def test_a_sentence_over_several_lines_is_one() -> None:
    first = "The harbour had been silting for a hundred years, the council said, and"
    assert [one.low for one in sentences(raw(f"{first}\nnobody had asked the sea."))] == [
        plain(f"{first} nobody had asked the sea.")
    ]


def test_the_declared_title_comes_first_whole_and_in_parts() -> None:
    said = sentences(raw("Text", title="The mole | Harwick Courier"))
    assert [(one.line, one.text) for one in said] == [
        (-1, "The mole | Harwick Courier"),
        (-1, "The mole"),
        (-1, "Harwick Courier"),
        (0, "Text"),
    ]


def test_front_matter_is_not_said() -> None:
    document = raw("title: x\nText", Markup(Kind.META), Markup())
    assert [one.low for one in sentences(document)] == ["text"]


def test_words_of_menus_and_the_sites_name_speak_for_no_article() -> None:
    found = pieces(raw("Home\nHarwick\nHere stands a line of a poem", site="Harwick"))
    assert [(one.chrome, one.known) for one in found] == [
        (True, True),
        (True, False),
        (False, False),
    ]


def test_links_and_side_columns_are_known() -> None:
    marks = Markup(links=1.0), Markup(region="aside"), Markup()
    found = pieces(raw("A ferry sails again\nA bridge is closed\nA lamp is lit", *marks))
    assert [one.known for one in found] == [True, True, False]


def test_what_breaks_off_is_cut() -> None:
    found = pieces(raw("Every spring the letter is pinned up in the\n\nThe boat sails at eight."))
    assert [one.cut for one in found] == [True, False]


def test_captions_tables_and_code_are_read_without_sentences() -> None:
    for kind in Kind:
        document = raw("x", Markup(kind))
        said = pictured(document, judge(document))
        assert said is (kind in (Kind.CAPTION, Kind.TABLE, Kind.CODE))


def test_two_characters_are_a_word_where_nothing_is_between_words() -> None:
    assert (count("two words"), count("zwölf Möwen"), count("港の壁は"), count("")) == (2, 2, 2, 0)
