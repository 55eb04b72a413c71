"""The stretches of lines that are kept or left together."""

from reader.cleaning import ALONE, Repetition, fingerprint
from reader.cleaning.folding import plain
from reader.cleaning.units import units
from reader.model import Kind, Markup
from tests.cleaning.pages import PROSE, raw


def test_every_line_that_is_not_blank_is_in_one_unit() -> None:
    found = units(raw("One.\n\n\nTwo.\nThree."), ALONE)
    assert [(unit.first, unit.last) for unit in found] == [(0, 0), (3, 3), (4, 4)]
    assert [unit.apart for unit in found] == [True, True, False]


def test_marks_and_bullets_are_not_part_of_the_text() -> None:
    markup = Markup(Kind.ITEM, 1)
    found = units(raw("- **salt**", markup, format="markdown"), ALONE)
    assert found[0].text == "salt"


def test_repetition_is_counted_by_fingerprint() -> None:
    counts = {fingerprint("12 comments"): 4}
    (unit,) = units(raw("3 Comments"), Repetition(4, counts))
    assert (unit.count, unit.level) == (4, 3)


def test_a_region_that_holds_all_the_prose_is_no_clutter() -> None:
    aside = Markup(region="aside")
    text = PROSE.replace("\n\n", "\n")
    found = units(raw(text, aside, aside, format="html"), ALONE)
    assert {unit.markup.region for unit in found} == {"main"}


def test_copies_of_a_text_are_equal_when_plain() -> None:
    assert plain("The Ferry — is back!") == plain("the ferry is back")


def test_rows_of_a_table_are_no_breadcrumbs() -> None:
    rows = [
        "Home | News | Sport",
        "Model | Price | Weight",
        "Anders | 40 | 1.2",
        "Brandt | 45 | 1.1",
    ]
    alone = units(raw(rows[0]), ALONE)
    assert alone[0].clutter is not None
    assert all(unit.clutter is None for unit in units(raw("\n".join(rows[1:])), ALONE))


def test_a_number_alone_does_not_repeat() -> None:
    counts = {fingerprint("21:30"): 4, fingerprint("page 3"): 4, fingerprint("***"): 4}
    found = units(raw("20:15\n\npage 2\n\n***"), Repetition(4, counts))
    assert [unit.level for unit in found] == [0, 3, 3]
