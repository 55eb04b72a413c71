import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.cleaning import measured
from reader.model import Judged, Kind, Label, Line, Measured, Metadata, Paragraph


def judged(*scores: float | None) -> Judged:
    return Judged(tuple(Line("four", Label.BODY, "", score) for score in scores), Metadata())


def unit(label: Label, words: int, kind: Kind = Kind.TEXT) -> Paragraph:
    return Paragraph(label, "word " * words, 0, 0, kind)


def test_what_was_set_aside_is_a_share_of_all_words() -> None:
    units = [unit(Label.BODY, 30), unit(Label.BOILERPLATE, 10), unit(Label.CAPTION, 60)]
    assert measured(judged(1.0), units, "a wall") == Measured(90, "a wall", 100, 1000)


def test_front_matter_is_no_clutter() -> None:
    units = [unit(Label.BODY, 30), unit(Label.BOILERPLATE, 10, Kind.META)]
    assert measured(judged(), units).junk == 0


def test_lines_that_could_be_either_make_it_unsure() -> None:
    assert measured(judged(1.0, 0.0), []).sure == 1000
    assert measured(judged(0.5), []).sure == 0
    assert measured(judged(0.5, 1.0, None), []).sure == 500


def test_long_lines_count_more() -> None:
    lines = (Line("x" * 30, Label.BODY, "", 1.0), Line("x" * 10, Label.BODY, "", 0.5))
    assert measured(Judged(lines, Metadata()), []).sure == 750


@given(st.lists(st.floats(0, 1)), st.integers(0, 50), st.integers(0, 50))
def test_all_are_thousandths(scores: list[float], article: int, aside: int) -> None:
    units = [unit(Label.BODY, article), unit(Label.BOILERPLATE, aside)]
    found = measured(judged(*scores), units)
    assert found.words == article
    assert 0 <= found.junk <= 1000
    assert 0 <= found.sure <= 1000


@pytest.mark.parametrize(
    ("label", "text", "there"),
    [
        (Label.CAPTION, "The quay at noon", True),
        (Label.BODY, "See ![the quay](quay.jpg) at noon", True),
        (Label.BODY, "![the quay][1]", True),
        (Label.BODY, "Hey![1] there", False),
        (Label.BOILERPLATE, "![logo](logo.png)", False),
    ],
)
def test_a_picture_is_the_articles_if_its_line_is(label: Label, text: str, there: bool) -> None:
    found = measured(Judged((Line(text, label),), Metadata()), [])
    assert found.image is there
