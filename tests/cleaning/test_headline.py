"""Which line is the headline, and what it says."""

from reader.cleaning import ALONE
from reader.cleaning.folding import plain
from reader.cleaning.headline import headline, is_copy
from reader.cleaning.units import units
from reader.model import Kind, Markup
from tests.cleaning.pages import PROSE, judged, raw


def test_copies_may_be_cut_short_or_stand_behind_crumbs() -> None:
    title = plain("The mill race at Holm is running again")
    for text in (
        "The Mill Race at Holm is running again",
        "The mill race at Holm is...",
        "Home » Valley » The mill race at Holm is running again",
        "HomeValleyThe mill race at Holm is running again",
    ):
        assert is_copy(units(raw(text), ALONE)[0], title), text
    other = units(raw("The mill race at Holm will never run, says its owner."), ALONE)[0]
    assert not is_copy(other, title)


def test_the_line_that_says_what_the_article_is_about_is_the_headline() -> None:
    found = units(raw(f"Voices of the coast\n\nAnna opens the ledger\n\n{PROSE}"), ALONE)
    chosen = headline(found, [(2, 4)], "", [""] * 4)
    assert (chosen.index, chosen.text) == (1, "Anna opens the ledger")


def test_a_heading_that_the_nets_are_sure_of_wins_over_what_is_declared() -> None:
    heading = Markup(Kind.HEADING, 1)
    found = units(raw(f"The mill at Holm\n{PROSE}", heading), ALONE)
    for chance, text in ((0.9, "The mill at Holm"), (0.1, "Post 17")):
        chosen = headline(found, [(1, 3)], "Post 17", [""] * 3, [chance, 0.0, 0.0])
        assert (chosen.index, chosen.text) == (0, text)


def test_what_the_nets_say_decides_between_lines_of_one_form() -> None:
    found = units(raw(f"The mill at Holm\nThe keeper of Holm\n{PROSE}"), ALONE)
    runs, aside = [(2, 4)], [""] * 4
    first = headline(found, runs, "", aside, [0.9, 0.01, 0.0, 0.0])
    second = headline(found, runs, "", aside, [0.01, 0.9, 0.0, 0.0])
    assert (first.index, second.index) == (0, 1)
    assert headline(found, runs, "", aside, [0.0] * 4).index is None


def test_a_declared_title_that_stands_nowhere_is_still_the_title() -> None:
    found = units(raw(PROSE), ALONE)
    assert headline(found, [(0, 2)], "Anna and the ledger", ["", ""]).text == "Anna and the ledger"


def chosen(text: str) -> str:
    return judged(text).metadata.title


def test_a_slogan_above_the_menu_is_no_headline() -> None:
    page = (
        "Farwire\n\nReports and letters from 61 harbours\n\nTuesday 30 May 2023 14:22 UTC\n\n"
        f"World | Economy | Culture | Maps\n\nAnna opens the ledger\n\nBy Mara Lind\n\n{PROSE}"
    )
    assert chosen(page) == "Anna opens the ledger"


def test_a_short_headline_below_crumbs_wins_over_its_standfirst() -> None:
    page = f"Issue 41 | Essay\n\nThe Comma\n\nNotes from a tuning bag\n\nInes Kall\n\n{PROSE}"
    assert chosen(page) == "The Comma"


def test_the_name_below_a_bare_by_is_no_headline() -> None:
    page = f"Anna opens the ledger\n\nBy\n\nMara E. Lind\n\nNov. 19, 2019\n\n{PROSE}"
    told = judged(page).metadata
    assert (told.title, told.author, told.date) == (
        "Anna opens the ledger",
        "Mara E. Lind",
        "2019-11-19",
    )


def test_what_a_forum_says_of_a_member_is_no_headline() -> None:
    page = f"Robin in my mower\n\nby old_ned » 09 Apr 2021, 08:10\n\nLocation: Thistleby\n\n{PROSE}"
    assert chosen(page) == "Robin in my mower"


def test_a_section_around_the_headline_is_none() -> None:
    found = units(raw(f"Mill news\nThe old wheel at Holm turns again\nMill news\n{PROSE}"), ALONE)
    sure = [0.9, 0.2, 0.9, 0.0, 0.0]
    assert headline(found, [(3, 5)], "", [""] * 5, sure).index == 1
