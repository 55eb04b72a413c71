import re

from hypothesis import given
from hypothesis import strategies as st

from reader.cleaning.folding import folded_words, plain, plain_words


@given(st.text())
def test_folding_makes_no_word_more_and_none_less(text: str) -> None:
    assert len(folded_words(text)) == len(text.split())


def test_no_character_folds_to_a_space() -> None:
    others = [one for one in map(chr, range(0x110000)) if not one.isspace()]
    assert all(len(folded_words(one)) == 1 for one in others)


@given(st.text(st.characters(codec="cp1252")) | st.text())
def test_plain_words_are_runs_of_letters_and_digits(text: str) -> None:
    assert plain_words(text) == re.findall(r"[^\W_]+", text.casefold())
    assert plain(text) == re.sub(r"[\W_]+", " ", text.casefold()).strip()
