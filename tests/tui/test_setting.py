from collections.abc import Collection

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.cleaning import paragraphs
from reader.model import (
    Document,
    DocumentId,
    Kind,
    Label,
    Line,
    Markup,
    Page,
    Paragraph,
    Position,
    Row,
)
from reader.tui.composing import BULLETS
from reader.tui.part import BLANK, Part, Tone, View
from reader.tui.setting import folds, parts, place_of, position_of

TEXTS = ["", "By Ann Smith", "The harbour", "a longer line that goes on and on for a while", "- x"]
LABELS = [label for label in Label if label is not Label.BLANK]


def line(text: str, label: Label, reason: str = "") -> Line:
    if not text.strip():
        return Line(text, Label.BLANK)
    return Line(text, label, reason or ("menu" if label is Label.BOILERPLATE else ""))


def page(*lines: Line, units: tuple[Paragraph, ...] | None = None) -> Page:
    markup = tuple(Markup() for _ in lines)
    units = paragraphs(lines, markup, format="text") if units is None else units
    return Page(
        Document(Row(1), DocumentId("0000000001"), "a.txt", "A title"), lines, markup, units
    )


@st.composite
def pages(draw: st.DrawFn) -> Page:
    texts = draw(st.lists(st.sampled_from(TEXTS), min_size=1, max_size=25))
    labels = st.sampled_from(LABELS)
    return page(*(line(text, draw(labels)) for text in texts))


def shown(parts: Collection[Part]) -> str:
    return "\n".join(part.text for part in parts)


STORY = page(
    line("Home", Label.BOILERPLATE),
    line("News", Label.BOILERPLATE),
    line("", Label.BLANK),
    line("A title", Label.TITLE),
    line("By Ann Smith", Label.BYLINE),
    line("", Label.BLANK),
    line("The sea went away and the town", Label.BODY),
    line("forgot what the ropes were for.", Label.BODY),
    line("", Label.BLANK),
    line("Print this page", Label.BOILERPLATE, "share bar"),
    units=(
        Paragraph(Label.BOILERPLATE, "Home\nNews", 0, 1, reason="menu"),
        Paragraph(Label.TITLE, "A title", 3, 3),
        Paragraph(Label.BYLINE, "By Ann Smith", 4, 4),
        Paragraph(
            Label.BODY, "The sea went away and the town forgot what the ropes were for.", 6, 7
        ),
        Paragraph(Label.BOILERPLATE, "Print this page", 9, 9, reason="share bar"),
    ),
)


@pytest.mark.parametrize("view", [View.DIMMED, View.RAW])
@given(page=pages())
def test_every_line_is_shown_in_the_dimmed_and_the_raw_view(view: View, page: Page) -> None:
    texts = {part.first: part.text.strip() for part in parts(page, view, ()) if part.first >= 0}
    assert texts == {i: line.text.strip() for i, line in enumerate(page.lines)}


@given(pages())
def test_with_all_folds_open_nothing_is_missing_but_what_the_card_says(page: Page) -> None:
    said = shown(parts(page, View.CLEAN, folds(page)))
    for line in page.lines:
        if line.label not in (Label.TITLE, Label.BYLINE, Label.DATE):
            assert line.text.strip(" -•") in said


def test_the_folds_with_what_was_found_are_told_from_the_others() -> None:
    lines = (
        Line("Home Login", Label.BOILERPLATE, "menu"),
        Line("The boat came in.", Label.BODY),
        Line("Cookie settings", Label.BOILERPLATE, "cookie notice"),
    )
    made = page(*lines)
    assert folds(made) == {0, 2}
    assert folds(made, ("cookie", "boat")) == {2}
    assert folds(made, ("boat",)) == set()


@given(pages(), st.sampled_from(View), st.booleans())
def test_the_place_of_a_position_has_that_position(page: Page, view: View, opening: bool) -> None:
    made = parts(page, view, folds(page) if opening else ())
    for index, part in enumerate(made):
        if part.first >= 0 and part.text and part.tone not in (Tone.FOLD, Tone.TITLE):
            position = position_of(made, (index, 0), page.lines)
            again = place_of(made, position, page.lines)
            assert made[again[0]].text == part.text or again == (0, 0)
            assert position_of(made, again, page.lines) == position


@given(pages(), st.sampled_from(View), st.integers(0, 30), st.integers(0, 90))
def test_every_position_has_a_place(page: Page, view: View, at: int, character: int) -> None:
    made = parts(page, view, ())
    index, inside = place_of(made, Position(at, character), page.lines)
    assert 0 <= index < len(made)
    assert 0 <= inside <= len(made[index].text)


def test_the_top_of_an_article_is_where_it_is_again() -> None:
    for view in View:
        made = parts(STORY, view, ())
        position = position_of(made, (0, 0), STORY.lines)
        assert place_of(made, position, STORY.lines) == (0, 0)


def test_the_card_says_what_stands_in_the_place_of_an_article() -> None:
    broken = STORY._replace(document=STORY.document._replace(broken="a cookie wall, no article"))
    said = [part for part in parts(broken, View.CLEAN, ()) if part.text.startswith("broken")]
    assert said == [Part("broken: a cookie wall, no article", Tone.FOLD)]
    assert "broken" not in shown(parts(STORY, View.CLEAN, ()))


def test_a_place_inside_a_wrapped_paragraph_is_a_character_of_its_line() -> None:
    made = parts(STORY, View.CLEAN, ())
    body = next(i for i, part in enumerate(made) if part.tone is Tone.TEXT and part.text)
    at = made[body].text.index("ropes")
    position = position_of(made, (body, at), STORY.lines)
    assert position == Position(7, STORY.lines[7].text.index("ropes"))
    assert place_of(made, position, STORY.lines) == (body, at)


def test_the_line_under_the_eye_is_the_same_in_every_view() -> None:
    made = {view: parts(STORY, view, ()) for view in View}
    position = Position(7, 0)
    for view in View:
        index, character = place_of(made[view], position, STORY.lines)
        assert made[view][index].text[character:].startswith("forgot what")


def test_a_line_that_is_folded_away_is_where_its_fold_is() -> None:
    made = parts(STORY, View.CLEAN, ())
    index, character = place_of(made, Position(1, 3), STORY.lines)
    assert (made[index].tone, character) == (Tone.FOLD, 0)


def test_an_open_fold_shows_its_lines_with_a_mark_and_a_change_of_reason() -> None:
    opened = page(
        line("Home", Label.BOILERPLATE),
        line("News", Label.BOILERPLATE),
        line("Tweet", Label.BOILERPLATE, "share bar"),
    )
    asides = [part for part in parts(opened, View.CLEAN, {0}) if part.tone is Tone.ASIDE]
    assert [(part.bar, part.text, part.note) for part in asides] == [
        ("│ ", "Home", "menu"),
        ("│ ", "News", ""),
        ("│ ", "Tweet", "share bar"),
    ]


def test_a_closed_fold_says_how_many_lines_it_hides_and_why() -> None:
    made = [part for part in parts(STORY, View.CLEAN, ()) if part.fold >= 0]
    assert [(part.lead, part.text) for part in made] == [
        ("▸ ", "2 lines · menu"),
        ("▸ ", "1 line · share bar"),
    ]


def test_folds_with_nothing_but_the_title_between_them_are_one() -> None:
    made = page(
        line("Home", Label.BOILERPLATE),
        line("A title", Label.TITLE),
        line("Tweet", Label.BOILERPLATE, "share bar"),
        line("The sea went away.", Label.BODY),
    )
    assert [p.text for p in parts(made, View.CLEAN, ()) if p.fold >= 0] == [
        "2 lines · menu, share bar"
    ]


def test_a_fold_says_on_how_many_pages_most_of_its_lines_stand() -> None:
    few, most = "on 2 of 4 pages of this site", "on 4 of 4 pages of this site"
    aside = [line(str(n), Label.BOILERPLATE, few if n == 0 else most) for n in range(3)]
    made = page(*aside, line("The sea went away.", Label.BODY))
    assert [p.text for p in parts(made, View.CLEAN, ()) if p.fold >= 0] == [f"3 lines · {most}"]


def test_lists_quotes_and_code_are_set_apart() -> None:
    lines = [line(text, Label.BODY) for text in ("one", "two", "said", "x = 1", "y = 2")]
    units = (
        Paragraph(Label.LIST, "one", 0, 0, level=1),
        Paragraph(Label.LIST, "two", 1, 1, level=2),
        Paragraph(Label.BODY, "said", 2, 2, Kind.QUOTE),
        Paragraph(Label.BODY, "x = 1", 3, 3, Kind.CODE),
        Paragraph(Label.BODY, "y = 2", 4, 4, Kind.CODE),
    )
    made = parts(page(*lines, units=units), View.CLEAN, ())
    body = made[made.index(BLANK) + 1 :]
    assert [(part.bar, part.lead, part.text) for part in body] == [
        ("", "  • ", "one"),
        ("", f"    {BULLETS[1]}", "two"),
        ("", "", ""),
        ("▏ ", "", "said"),
        ("", "", ""),
        ("  ", "", "x = 1"),
        ("  ", "", "y = 2"),
    ]


def test_a_page_without_a_line_can_be_shown() -> None:
    for view in View:
        made = parts(page(), view, ())
        assert place_of(made, Position(3, 4), ()) == (0, 0)
        assert position_of(made, (0, 0), ()) == Position()
