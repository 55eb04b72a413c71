"""What speaks for a line being part of an article, and what against."""

from reader.cleaning import ALONE
from reader.cleaning.units import Unit, units
from reader.cleaning.worth import worth
from reader.model import Kind, Markup
from tests.cleaning.pages import PROSE, raw


def found(text: str, *markup: Markup, format: str = "text") -> list[Unit]:
    return units(raw(text, *markup, format=format), ALONE)


def test_prose_speaks_for_an_article_and_clutter_against() -> None:
    prose, share = found(PROSE.split("\n\n")[0] + "\nShare on Facebook")
    assert worth(prose, False, 1.0, True) > 0 > worth(share, False, 1.0, True)


def test_a_short_line_weighs_little_where_nothing_is_clutter() -> None:
    milk = found("Milk\nEggs")[0]
    assert worth(milk, False, 0.1, True) > worth(milk, False, 1.0, True)


def test_prose_away_from_the_region_of_the_article_speaks_against_it() -> None:
    away = found(PROSE.split("\n\n")[0], Markup(Kind.TEXT), format="html")[0]
    assert worth(away, False, 1.0, True, "article") < worth(away, False, 1.0, True)
