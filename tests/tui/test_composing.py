import re

from hypothesis import given
from hypothesis import strategies as st

from reader.cleaning import paragraphs
from reader.model import Document, DocumentId, Kind, Label, Line, Markup, Page, Paragraph, Row
from reader.sources import parse
from reader.tui.composing import BAR, BULLETS, DEEPEST, composed
from reader.tui.part import BLANK, Part, Tone

LABELS = {Kind.HEADING: Label.HEADING, Kind.ITEM: Label.LIST}


def page(source: str, format: str = "markdown") -> Page:
    name = {"markdown": "a.md", "html": "a.html", "text": "a.txt"}[format]
    raw = parse(source.encode(), name, len(source.encode()))
    lines = tuple(
        Line(text, LABELS.get(one.kind, Label.BODY) if text.strip() else Label.BLANK)
        for text, one in zip(raw.lines, raw.markup, strict=True)
    )
    units = paragraphs(lines, raw.markup, format=format)
    document = Document(Row(1), DocumentId("0000000001"), name, "A title", format=format)
    return Page(document, lines, raw.markup, units)


def shown(page: Page) -> list[tuple[str, str]]:
    """What stands before each text, and the text."""
    return [(part.bar + part.lead, part.text) for part in _parts(page)]


def _parts(page: Page) -> list[Part]:
    return list(composed(page, page.paragraphs, lambda unit: [Part("fold", Tone.FOLD)]))


def test_great_headings_have_two_rows_above_and_one_below_small_ones_one_above() -> None:
    made = page("One.\n\n## Great\n\nTwo.\n\n### Small\n\nThree.\n\n### Small\n\n#### Smaller\n")
    assert [text for _, text in shown(made)] == [
        "One.", "", "", "Great", "", "Two.", "", "Small", "Three.", "", "Small", "", "Smaller",
    ]  # fmt: skip
    assert [part.level for part in _parts(made) if part.tone is Tone.HEADING] == [2, 3, 3, 4]


def test_what_underlines_a_heading_belongs_to_it() -> None:
    heading = _parts(page("Great\n=====\n\nOne."))[0]
    assert (heading.text, heading.first, heading.last) == ("Great", 0, 1)


def test_items_hang_by_their_depth_and_keep_their_numbers_and_boxes() -> None:
    source = "- one\n  and on\n- two\n    - deep\n\n1. first\n10. tenth\n\n- [x] done\n\n  More.\n"
    assert shown(page(source)) == [
        (f"  {BULLETS[0]}", "one and on"),
        (f"  {BULLETS[0]}", "two"),
        (f"    {BULLETS[1]}", "deep"),
        ("", ""),
        ("  ", "1. first"),
        ("  ", "10. tenth"),
        ("", ""),
        ("  [x] ", "done"),
        ("    ", "More."),
    ]
    assert [part.hang for part in _parts(page(source)) if part.text] == [0, 0, 0, 3, 4, 0, 0]


def test_paragraphs_of_an_item_of_a_page_have_one_bullet() -> None:
    source = "<ul><li><p>One.</p><p>More.</p></li><li>Two.</li><li>Three.</li></ul>"
    assert shown(page(source, "html")) == [
        (f"  {BULLETS[0]}", "One."),
        ("    ", "More."),
        (f"  {BULLETS[0]}", "Two."),
        (f"  {BULLETS[0]}", "Three."),
    ]


def test_a_quotation_keeps_its_paragraphs_and_its_bars() -> None:
    assert shown(page("> One\n> and on.\n>\n> Two.\n>\n> > Deep.\n\nText.\n")) == [
        (BAR, "One and on."),
        (BAR, ""),
        (BAR, "Two."),
        (BAR, ""),
        (BAR * 2, "Deep."),
        ("", ""),
        ("", "Text."),
    ]
    html = "<blockquote><p>One.</p><p>Two.</p></blockquote>"
    assert shown(page(html, "html")) == [(BAR, "One."), (BAR, ""), (BAR, "Two.")]


def test_what_is_nested_without_end_leaves_room_for_its_text() -> None:
    quoted = shown(page("> " * 300 + "Deep."))
    assert quoted == [(BAR * DEEPEST, "Deep.")]
    listed = shown(page("\n".join(" " * 2 * n + "- deep" for n in range(90))))
    assert all(len(lead) <= 2 * DEEPEST + 2 for lead, _ in listed)


def test_fences_are_not_shown_but_the_name_they_give() -> None:
    source = "```python\nx = 1\n\ny = 2\n```\n\n~~~\n```\n~~~\n\n    indented\n"
    made = _parts(page(source))
    texts = [part.text for part in made]
    assert texts == ["python", "x = 1", "", "y = 2", "", "```", "", "indented"]
    assert made[0].tone is Tone.DIM
    assert {part.kind for part in made if part.text} == {Kind.CODE}


def test_rows_of_a_table_share_a_grid_and_another_table_has_its_own() -> None:
    made = page("| a | b |\n|---|---|\n| 1 | 2 |\n\n| c | d |\n|---|---|\n| 3 | 4 |\n")
    grids = [part.grid for part in _parts(made) if part.text]
    assert len({id(grid) for grid in grids[:3]}) == 1
    assert grids[0] is not grids[3]


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["", "## ", "- ", "  - ", "2. ", "> ", "> > ", "    ", "```", "| "]),
            st.lists(st.sampled_from(["sea", "**fog**", "`x`", "|", "*", "ebb"]), max_size=4),
        ),
        max_size=12,
    )
)
def test_every_word_of_an_article_is_shown_once_in_order(
    lines: list[tuple[str, list[str]]],
) -> None:
    source = "\n".join(mark + " ".join(words) for mark, words in lines)
    made = _parts(page(source))
    said = re.findall(r"\w+", " ".join(part.text for part in made))
    assert said == re.findall(r"\w+", source)
    places = [part.first for part in made if part.text]
    assert places == sorted(places)


def test_a_table_and_a_quotation_are_such_whatever_their_lines_were_taken_for() -> None:
    made = page("- one\n- two\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n> said\n")
    listed = made._replace(
        paragraphs=tuple(unit._replace(label=Label.LIST) for unit in made.paragraphs)
    )
    assert shown(listed) == shown(made)
    assert sum(part.grid is not None for part in _parts(listed)) == 3


def test_what_was_set_aside_stands_apart() -> None:
    units = (
        Paragraph(Label.BODY, "One.", 0, 0),
        Paragraph(Label.BOILERPLATE, "Home", 2, 2),
        Paragraph(Label.CAPTION, "A boat", 3, 3),
    )
    lines = tuple(Line(text, Label.BODY) for text in ("One.", "", "Home", "A boat"))
    bare = Page(page("x").document, lines, (Markup(),) * 4, units)
    assert _parts(bare) == [
        Part("One.", first=0, last=0, marked=True),
        Part("", first=1, last=1),
        Part("fold", Tone.FOLD),
        BLANK,
        Part("A boat", Tone.DIM, 3, 3, lead="  ", marked=True),
    ]
