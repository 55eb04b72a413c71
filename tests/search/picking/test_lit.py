import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.search.picking.lit import lit
from reader.search.picking.terms import parse


def marked(text: str, typed: str, judged: tuple[int, ...] = ()) -> str:
    """The text with an underscore in place of what is lit."""
    places = lit(text, parse(typed), judged)
    assert list(places) == sorted(set(places))
    return "".join("_" if at in places else letter for at, letter in enumerate(text))


@pytest.mark.parametrize(
    ("text", "typed", "wanted"),
    [
        ("harbour wall", "wall", "harbour ____"),
        ("overall walls", "wall", "overall ____s"),
        ("overall", "all", "over___"),
        ("harbour wall", "hwl", "_arbour _a_l"),
        ("wall harbour wall", "^wall", "____ harbour wall"),
        ("  wall wall", "^wall", "  ____ wall"),
        ("wall wall ", "wall$", "wall ____ "),
        ("wall", "^wall$", "____"),
        ("Wall wall", "Wall", "____ wall"),
        ("Café", "cafe", "____"),
        ("STRASSE straße", "straß", "STRASSE _____e"),
        ("\tsea wall\r", "^sea", "\t___ wall\r"),
        ("\tsea wall\r", "wall$", "\tsea ____\r"),
        ("harbour wall", "!sea wall", "harbour ____"),
        ("harbour wall", "sea | wall", "harbour ____"),
        ("harbour", "'hbr", "harbour"),
    ],
)
def test_what_answers_is_lit(text: str, typed: str, wanted: str) -> None:
    assert marked(text, typed) == wanted


def test_a_misspelt_word_is_lit_as_it_was_judged() -> None:
    assert marked("kernel mode", "kenrel mode", (0, 1, 2, 4, 5)) == "___n__ ____"


@given(text=st.text(max_size=30), typed=st.text(max_size=10))
def test_places_are_inside_of_the_text(text: str, typed: str) -> None:
    assert all(0 <= at < len(text) for at in lit(text, parse(typed)))
