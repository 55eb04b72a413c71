"""What lines stand in that only several of them together show."""

from reader.cleaning import ALONE
from reader.cleaning.surroundings import (
    MENU,
    OTHERS,
    Surroundings,
    bridged,
    calmness,
    home,
    menus,
    rows,
    teasers,
)
from reader.cleaning.units import Unit, units
from reader.model import Markup
from tests.cleaning.pages import PROSE, raw


def found(text: str, *markup: Markup, format: str = "text") -> list[Unit]:
    return units(raw(text, *markup, format=format), ALONE)


def test_a_document_without_clutter_is_calm() -> None:
    calm, loud = found("Milk\nEggs"), found("Milk\nShare on Facebook")
    assert calmness(calm, [""] * 2) < calmness(loud, [""] * 2)


def test_a_row_of_entries_with_known_ones_among_them_is_a_menu() -> None:
    assert menus(found("Home\nHarbours\nLighthouses\nContact")) == [True] * 4
    assert menus(found("Milk\nEggs\nFlour\nSalt")) == [False] * 4


def test_a_row_of_short_lines_is_links_only_on_a_cluttered_page() -> None:
    lines = found("The mill\nThe weir\nThe ferry\nThe mole")
    assert rows(lines, 0.2, "text") == [False] * 4


def test_what_stands_below_a_related_heading_is_teasers_until_the_text_goes_on() -> None:
    first, second = PROSE.split("\n\n")
    lines = found(f"Related articles\nThe ferry\nThe mole\n{first}\n{second}")
    assert teasers(lines) == [False, True, True, False, False]


def test_what_stands_inside_a_request_for_consent_belongs_to_it() -> None:
    lines = found("Accept all\nMeasurement\nReject all\nThe ledger")
    assert bridged(lines) == [False, True, False, False]


def test_a_headline_below_a_menu_is_no_entry_of_it() -> None:
    page = units(raw(f"Home\nNews\nSport\nLog in\n\nFerry stays in port\n{PROSE}"), ALONE)
    assert menus(page)[:5] == [True, True, True, True, False]


def test_the_article_is_at_home_in_the_region_with_most_prose() -> None:
    article, text = Markup(region="article"), PROSE.replace("\n\n", "\n")
    assert home(found(text, article, article, format="html")) == "article"
    assert home(found(text)) == ""


def test_all_of_it_is_seen_together() -> None:
    others = "Related articles\nThe ferry at the mole\nThe light at night"
    around = Surroundings(found(f"Home\nNews\nSport\nLog in\n{PROSE}\n{others}"), "text")
    assert around.known
    assert around.aside == [MENU] * 4 + ["", "", "", OTHERS, OTHERS]
    assert around.others == [False] * 7 + [True, True]
