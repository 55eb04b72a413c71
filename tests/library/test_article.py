from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from reader.cleaning import paragraphs
from reader.library.article import Block, Form, article, verbatim
from reader.model import Kind, Label, Line, Markup, Metadata, Paragraph, RawDocument
from reader.sources.formats.html import parse as parse_html
from reader.sources.formats.markdown import parse as parse_markdown
from tests.library.written import read_again


def blocks(raw: RawDocument) -> tuple[Block, ...]:
    return read_again(raw).blocks


def plain(*told: tuple[Label, str]) -> Sequence[Block]:
    lines = [Line(text, label) for label, text in told]
    markup = [Markup()] * len(lines)
    return article(Metadata(), lines, paragraphs(lines, markup), "text").blocks


def test_only_the_article_is_written() -> None:
    found = plain(
        (Label.BOILERPLATE, "Menu"),
        (Label.TITLE, "The Wall"),
        (Label.BYLINE, "By Ann"),
        (Label.HEADING, "A heading"),
        (Label.BODY, "A sentence."),
        (Label.CAPTION, "A quay"),
    )
    assert found == (
        Block(Form.HEADING, ("A heading",), (2,)),
        Block(Form.TEXT, ("A sentence.",)),
        Block(Form.CAPTION, ("A quay",)),
    )


def test_entries_are_one_list_until_something_else_stands_between() -> None:
    found = plain(
        (Label.LIST, "- salt"),
        (Label.BLANK, ""),
        (Label.LIST, "    - fine"),
        (Label.BOILERPLATE, "Share"),
        (Label.LIST, "1. rye"),
    )
    assert found == (
        Block(Form.LIST, ("salt", "fine"), (1, 2)),
        Block(Form.LIST, ("1. rye",), (1,)),
    )


def test_levels_of_lists_go_down_one_at_a_time_and_not_without_end() -> None:
    units = [
        Paragraph(Label.LIST, str(n), n, n, Kind.ITEM, level)
        for n, level in enumerate([3, 9, 9, *range(4, 40), 0])
    ]
    lines = [Line(unit.text, Label.LIST) for unit in units]
    [block] = article(Metadata(), lines, units, "html").blocks
    assert block.levels[:4] == (1, 2, 3, 4)
    assert max(block.levels) == 12
    assert block.levels[-1] == 1


def test_code_keeps_its_blank_lines_and_loses_its_fences() -> None:
    found = blocks(parse_markdown("```python title=x\na = 1\n\n\tb\n```\n~~~\n```\n~~~\n"))
    assert found == (
        Block(Form.CODE, ("a = 1", "", "    b"), language="python"),
        Block(Form.CODE, ("```",)),
    )
    assert blocks(parse_html("<pre>a\n\n  b\n</pre>")) == (Block(Form.CODE, ("a", "", "  b")),)


def test_code_that_is_indented_stands_at_the_margin() -> None:
    assert blocks(parse_markdown("A.\n\n    a\n      b\n\n    c\n"))[1:] == (
        Block(Form.CODE, ("a", "  b", "", "c")),
    )


def test_a_fence_that_is_never_closed_and_one_with_nothing_in_it_are_no_harm() -> None:
    assert blocks(parse_markdown("```\na")) == (Block(Form.CODE, ("a",)),)
    assert blocks(parse_markdown("```\n```\n")) == ()


def test_tables_have_cells() -> None:
    table = "| a | *b* |\n|---|:-:|\n| x \\| y | |\n| c |\n"
    assert blocks(parse_markdown(table)) == (
        Block(Form.TABLE, rows=(("a", "b"), ("x | y", ""), ("c", "")), headed=True),
    )
    page = "<table><tr><td>a<td><td>b<tr><td>c<td>d<td>e|f</table>"
    assert blocks(parse_html(page)) == (
        Block(Form.TABLE, rows=(("a", "", "b"), ("c", "d", "e|f"))),
    )


def test_paragraphs_of_a_quote_are_one_quote() -> None:
    page = "<blockquote><p>a<p>b</blockquote><p>c"
    assert blocks(parse_html(page)) == (Block(Form.QUOTE, ("a", "b")), Block(Form.TEXT, ("c",)))


def test_a_first_heading_that_is_the_title_is_not_said_twice() -> None:
    lines = [Line("The WALL", Label.HEADING), Line("Stones", Label.HEADING)]
    units = paragraphs(lines, [Markup()] * 2)
    found = article(Metadata("The Wall"), lines, units, "text").blocks
    assert [block.texts for block in found] == [("Stones",)]
    assert len(article(Metadata("Stones"), lines, units, "text").blocks) == 2


def test_lines_as_they_are_make_one_block() -> None:
    found = verbatim(Metadata("Sea"), ["", "a\x1b", "", " b", ""])
    assert found.metadata.title == "Sea"
    assert found.blocks == (Block(Form.CODE, ("a␛", "", " b")),)
    assert verbatim(Metadata(), [" "]).blocks == ()


def test_the_byline_has_what_is_known() -> None:
    assert article(Metadata(author="Ann", site="Lamps"), (), (), "text").byline == "Ann · Lamps"
    assert article(Metadata(), (), (), "text").byline == ""


hostile = st.text(st.characters(exclude_categories=()), max_size=40)


@given(hostile, hostile, st.sampled_from(Kind), st.sampled_from(["text", "html", "markdown"]))
def test_everything_in_an_article_is_printable(
    text: str, title: str, kind: Kind, source: str
) -> None:
    line = Line(text.replace("\n", " "), Label.BODY)
    unit = Paragraph(Label.BODY, line.text, 0, 0, kind)
    found = article(Metadata(title, tags=(title,)), (line,), (unit,), source)
    said = [found.metadata.title, *found.metadata.tags]
    for block in found.blocks:
        said += [*block.texts, block.language, *(cell for row in block.rows for cell in row)]
    unsafe = {chr(code) for code in (*range(32), *range(127, 160), 0x202E, 0x2066, 0xD800)}
    assert not unsafe.intersection("".join(said))
