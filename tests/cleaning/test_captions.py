"""Lines that say what a picture shows."""
# ruff: noqa: RUF001 — marks of other scripts, as pages write them

import pytest

from reader.cleaning import ALONE
from reader.cleaning.captions import is_caption, is_dated_caption
from reader.cleaning.units import Unit, units
from tests.cleaning.pages import PROSE, raw


def unit(text: str) -> Unit:
    return units(raw(text), ALONE)[0]


@pytest.mark.parametrize(
    "text",
    [
        "Photo: Mara Lind",
        "The mole at low water. Photo: Mara Lind",
        "The mole at low water (Photo by Jens Ohl)",
        "Die Mole bei Ebbe. Foto: Jens Ohl",
        "Bild: Hafenarchiv",
        "The mole at low water / AFP",
        "The mole, 1938. Archive picture",
    ],
)
def test_a_line_that_names_a_picture_or_its_maker_is_a_caption(text: str) -> None:
    assert is_caption(unit(text))


def test_an_article_is_no_caption() -> None:
    assert not is_caption(unit(PROSE.split("\n\n")[0]))
    assert not is_caption(unit("The photographer came in the morning and left at noon."))


def test_a_short_line_may_end_with_the_year_of_its_picture() -> None:
    assert is_dated_caption(unit("The great meeting in Berlin – 2019"))
    assert not is_dated_caption(unit("The great meeting 2019"))
