from hypothesis import given, settings
from hypothesis import strategies as st

from reader.cleaning import ALONE, Repetition, explain, fingerprint
from reader.cleaning.units import JUDGED_LINES
from reader.model import PLAIN, Explained, Kind, Markup, RawDocument

PROSE = (
    "The keeper of the lighthouse wrote home every week, and of his letters most were about birds."
)


def text(*lines: str, repetition: Repetition = ALONE) -> tuple[Explained, ...]:
    return explain(RawDocument("text", lines, (PLAIN,) * len(lines)), repetition)


def test_there_is_an_explanation_for_each_line_and_none_for_a_blank_one() -> None:
    found = text("Home", "", PROSE, "")
    assert [bool(one.seen) for one in found] == [True, False, True, False]
    assert found[1] == Explained()


def test_what_is_seen_in_a_line_is_said_in_words() -> None:
    share, date, name, prose = text("Share this article", "12 March 2021", "By Jane Miller", PROSE)
    assert share.seen == ("share bar by its words (certainly)", "3 words")
    assert date.seen[0] == "a date and nothing else"
    assert name.seen[0] == "names Jane Miller as its author"
    assert prose.seen == ("prose", "17 words")


def test_the_rules_and_the_nets_speak_for_prose_and_against_clutter() -> None:
    found = text("Share this article", "", PROSE, "", PROSE, "", "Sign in")
    assert found[0].worth is not None
    assert found[2].worth is not None
    assert found[0].worth < 0 < found[2].worth
    assert all(one.chance is not None and 0 <= one.chance <= 1 for one in found[::2])
    assert len(found[2].moved) == 7


def test_what_stands_on_many_pages_is_said_to() -> None:
    counts = {fingerprint("Brought to you by the valley bank"): 7}
    [found] = text("Brought to you by the valley bank", repetition=Repetition(8, counts))
    assert "on 7 of 8 pages of this site" in found.seen


def test_what_the_markup_says_is_said() -> None:
    markup = Markup(Kind.HEADING, 2, "aside", 0.5)
    [found] = explain(RawDocument("html", ("Read more",), (markup,)))
    assert {"in <aside>", "marked as heading", "50% link"} <= set(found.seen)


def test_wrapped_lines_of_one_paragraph_share_an_explanation() -> None:
    raw = RawDocument("markdown", ("one line", "and another."), (PLAIN, PLAIN))
    first, second = explain(raw)
    assert first == second


def test_a_menu_is_seen_across_lines() -> None:
    found = text("Home", "News", "Sports", "Contact", "", PROSE)
    assert "in a row of menu entries" in found[2].seen


def test_a_document_too_long_for_the_nets_is_explained_by_what_is_seen() -> None:
    found = text(*(["A line."] * (JUDGED_LINES + 1)))
    assert found[0].seen
    assert (found[0].chance, found[0].moved) == (None, ())


def test_an_empty_document_has_nothing_to_explain() -> None:
    assert text() == ()
    assert text("", " ") == (Explained(), Explained())


@settings(max_examples=25, deadline=None)
@given(st.lists(st.text(st.characters(exclude_categories=["Cs"]), max_size=60), max_size=8))
def test_any_document_is_explained_line_by_line(lines: list[str]) -> None:
    lines = [" ".join(line.split("\n")) for line in lines]
    found = text(*lines)
    assert len(found) == len(lines)
    assert all(bool(one.seen) == bool(line.strip()) for one, line in zip(found, lines, strict=True))
