"""Headings, lists, captions and body, and why a line is left out."""

import pytest

from reader.cleaning import ALONE
from reader.cleaning.labels import content_label, inside_reason, listed, looks_like_heading
from reader.cleaning.units import Unit, units
from reader.model import Kind, Label, Markup
from tests.cleaning.pages import PROSE, raw

FIRST = PROSE.split("\n\n", maxsplit=1)[0]


def found(text: str, *markup: Markup, format: str = "text") -> list[Unit]:
    return units(raw(text, *markup, format=format), ALONE)


def test_a_short_line_over_prose_is_a_heading() -> None:
    heading, prose = found(f"What Anna found\n\n{FIRST}")
    assert looks_like_heading(heading, prose)
    assert content_label(heading, prose) is Label.HEADING
    assert content_label(prose, None) is Label.BODY
    assert not looks_like_heading(heading, None)


@pytest.mark.parametrize("text", ["what she found", "She found it.", "Found:", "Found,"])
def test_a_part_of_a_sentence_is_no_heading(text: str) -> None:
    line, prose = found(f"{text}\n\n{FIRST}")
    assert not looks_like_heading(line, prose)


def test_markup_says_what_a_line_is() -> None:
    kinds = [Kind.HEADING, Kind.ITEM, Kind.CAPTION, Kind.TABLE, Kind.QUOTE, Kind.CODE]
    lines = found("a\nb\nc\nd\ne\nf", *map(Markup, kinds), format="html")
    assert [content_label(unit, None) for unit in lines] == [
        Label.HEADING,
        Label.LIST,
        Label.CAPTION,
        Label.BODY,
        Label.BODY,
        Label.BODY,
    ]


def test_a_list_goes_as_far_as_its_form() -> None:
    assert listed(found("On board:\n\na cook\n\na pilot\n\ntwo boys"), 0) == 3
    assert listed(found(f"On board:\n- a cook\n- a pilot\n{FIRST}"), 0) == 2
    assert listed(found("On board:\n\na cook\n\na pilot\n\nShare on Facebook"), 0) == 2
    assert listed(found(f"She wrote:\n\n{FIRST}"), 0) == 0
    assert listed(found("On board\n\na cook\n\na pilot"), 0) == 0


def test_a_sentence_that_speaks_of_clutter_stays_inside_the_article() -> None:
    text = (
        "The paper says that its newsletters reach forty thousand people who subscribe to them,"
        " and that it will never use cookies, because the editor does not know what they are."
    )
    (unit,) = found(text)
    assert inside_reason(unit, None, "", False, "text", 1) == ""


def test_a_box_inside_the_article_is_left_out() -> None:
    for text in ("Advertisement", "Sign up for our newsletter", "Read more: The ferry is back"):
        (unit,) = found(text)
        assert inside_reason(unit, None, "", False, "text", 1)
