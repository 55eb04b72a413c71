"""Units of reading."""

from collections.abc import Sequence

from reader.cleaning import judge, paragraphs, text, words
from reader.model import PLAIN, Kind, Label, Line, Markup, Paragraph
from tests.cleaning.pages import BRIDGE, PROSE, raw

WRAPPED = """\
Nobody had opened the ledger since the autumn of the great storm, and
when Anna lifted the cover the spine gave way with a sound like a dry
branch. Inside, in three different hands, stood every ship that had
come past the mole in forty years.

- the Marie, with salt
- the Good Hope, with timber that had been three weeks at sea and was
  green on one side"""


def read(source: str, *markup: Markup, format: str = "text") -> tuple[Paragraph, ...]:
    document = raw(source, *markup, format=format)
    return paragraphs(judge(document).lines, document.markup, format)


def body(lines: Sequence[str], *markup: Markup, format: str = "text") -> list[str]:
    """The texts of lines that are all body."""
    labelled = [Line(line, Label.BODY if line else Label.BLANK) for line in lines]
    return [unit.text for unit in paragraphs(labelled, markup or (PLAIN,) * len(lines), format)]


def test_wrapped_lines_are_joined_and_list_items_stay_apart() -> None:
    units = read(WRAPPED)
    assert [(unit.first, unit.last) for unit in units] == [(0, 3), (5, 5), (6, 7)]
    assert units[0].text.startswith("Nobody had opened the ledger since the autumn of the great")
    assert "storm, and when Anna" in units[0].text
    assert units[1] == Paragraph(
        Label.LIST, "the Marie, with salt", 5, 5, Kind.ITEM, 1, units[1].reason
    )
    assert units[2].text.endswith("at sea and was green on one side")


def test_lines_that_were_not_wrapped_are_not_joined() -> None:
    assert body(["One line.", "Another line.", "A third."]) == [
        "One line.",
        "Another line.",
        "A third.",
    ]


def test_html_lines_are_never_joined() -> None:
    lines = WRAPPED.split("\n")[:4]
    assert len(body(lines, format="html")) == 4


def test_markdown_marks_are_taken_away() -> None:
    units = read(
        "# The **quay**\n\nA [link](http://x.example/a_b) and `code`,\nsoftly broken.\n\n"
        "> quoted\n> twice\n\n- one\n- two\n\nsnake_case and 2 * 3 * 4",
        Markup(Kind.HEADING, 1),
        *[PLAIN] * 4,
        Markup(Kind.QUOTE),
        Markup(Kind.QUOTE),
        PLAIN,
        Markup(Kind.ITEM, 1),
        Markup(Kind.ITEM, 1),
        PLAIN,
        PLAIN,
        format="markdown",
    )
    assert [unit.text for unit in units] == [
        "The quay",
        "A link and code, softly broken.",
        "quoted twice",
        "one",
        "two",
        "snake_case and 2 * 3 * 4",
    ]


def test_stars_in_plain_text_are_kept() -> None:
    assert body(["He said *no* and meant [it](really)."]) == [
        "He said *no* and meant [it](really)."
    ]


def test_a_hard_line_break_of_markdown_stays() -> None:
    assert body(["one  ", "two"], format="markdown") == ["one", "two"]


def test_code_is_kept_line_by_line_with_its_indentation() -> None:
    code = Markup(Kind.CODE)
    assert body(["if a:", "    b *c*"], code, code, format="markdown") == ["if a:", "    b *c*"]


def test_a_run_of_boilerplate_is_one_fold_with_its_reasons() -> None:
    lines = [
        Line("Home", Label.BOILERPLATE, "menu"),
        Line("News", Label.BOILERPLATE, "menu"),
        Line("", Label.BLANK),
        Line("Share", Label.BOILERPLATE, "share bar"),
        Line("", Label.BLANK),
        Line("Text.", Label.BODY),
    ]
    fold, _ = paragraphs(lines, [PLAIN] * 6)
    assert fold == Paragraph(Label.BOILERPLATE, "Home\nNews\nShare", 0, 3, reason="menu, share bar")


def test_title_byline_and_date_are_units_of_their_own() -> None:
    labels = [unit.label for unit in read(BRIDGE)]
    for label in (Label.TITLE, Label.BYLINE, Label.DATE):
        assert labels.count(label) == 1


def test_the_text_is_headings_body_and_lists_with_a_blank_line_between() -> None:
    units = [
        Paragraph(Label.TITLE, "T", 0, 0),
        Paragraph(Label.HEADING, "H", 1, 1),
        Paragraph(Label.BODY, "B", 2, 2),
        Paragraph(Label.CAPTION, "C", 3, 3),
        Paragraph(Label.LIST, "L", 4, 4),
        Paragraph(Label.BOILERPLATE, "X", 5, 5),
    ]
    assert text(units) == "H\n\nB\n\nL"
    assert words(units) == 4


def test_two_chinese_characters_count_as_a_word() -> None:
    assert words([Paragraph(Label.BODY, "港の時計が止まった。", 0, 0)]) == 5
    assert words([Paragraph(Label.BODY, "die Uhr am Hafen", 0, 0)]) == 4


def test_nothing_gives_nothing() -> None:
    assert paragraphs((), ()) == ()
    assert text(()) == ""


def test_prose_of_whole_lines_stays_as_it_is() -> None:
    assert [unit.text for unit in read(PROSE)] == PROSE.split("\n\n")
