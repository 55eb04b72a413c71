"""What a stretch of text looks like, in every script."""

# ruff: noqa: RUF001 — letters of other scripts, as pages write them

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.cleaning.shape import shape


@pytest.mark.parametrize(
    "text",
    [
        "Nobody had opened the ledger since the autumn of the great storm.",
        "Niemand hatte das Buch seit dem Herbst des großen Sturms geöffnet.",
        "Personne n'avait ouvert le registre depuis l'automne de la grande tempête.",
        "Никто не открывал книгу с той осени, когда был большой шторм на море.",
        "لم يفتح أحد السجل منذ خريف العاصفة الكبيرة التي ضربت الميناء في تلك السنة.",
        "大嵐の秋から誰もその帳簿を開いていなかった。",
        "पुराना पुल तीन साल की मरम्मत के बाद फिर से खुल गया है।",
    ],
)
def test_a_sentence_is_prose_in_every_script(text: str) -> None:
    assert shape(text).prose


@pytest.mark.parametrize(
    "text", ["Home", "Politik Wirtschaft Kultur", "港の時計", "12 comments", "*"]
)
def test_a_few_words_are_not(text: str) -> None:
    assert not shape(text).prose


def test_the_end_of_a_line_tells_what_it_is() -> None:
    assert shape("He said so.”").sentence
    assert shape("Speakers included:").colon
    assert shape("The ferry is …").cut
    assert shape("  • with salt").bullet
    assert not shape("salt - and pepper").bullet


@given(st.text(min_size=1).filter(str.strip))
def test_any_text_has_a_shape(text: str) -> None:
    form = shape(text)
    assert form.words >= 1
    assert 0 <= form.stop <= 1
