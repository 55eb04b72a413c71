import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model import Row
from reader.query import Word
from reader.search.fold import MAX_WORD, as_written, fold, words
from reader.search.fulltext import FullText
from reader.search.written import asked_forms, form, forms, taken_apart

LETTERS = st.text(st.sampled_from("abAB12éÉßÆøς海й\u0301\uff55 ,-"), max_size=12)


@pytest.mark.parametrize(
    ("typed", "present", "absent"),
    [
        ("us", ["us", "US", "Us"], []),
        ("US", ["US"], ["us", "Us"]),
        ("iPhone", ["iPhone"], ["iphone", "Iphone", "IPHONE", "Phone"]),
        ("resume", ["resume", "Résumé", "RESUME"], []),
        ("résumé", ["résumé", "Résumé", "RÉSUMÉ"], ["resume", "resumé", "Resume"]),
        ("Resume", ["Resume", "Résumé"], ["resume", "résumé", "RÉSUMÉ"]),
        ("Résumé", ["Résumé", "Re\u0301sume\u0301"], ["résumé", "Resume"]),
        ("straße", ["Straße", "straße"], ["strasse"]),
        ("Aero", ["Ærø", "Aero"], ["aero", "AERO"]),
        ("ΟΔΟΣ", ["ΟΔΟΣ"], ["οδος"]),
        ("οδος", ["ΟΔΟΣ", "οδος"], []),
        ("کتاب", ["كتاب", "کتاب"], []),
        ("U.S.", ["the U.S. navy", "U S"], ["u.s.", "us"]),
        ("海洋", ["海洋与"], ["海"]),
        ("x" * MAX_WORD + "X", ["x" * MAX_WORD + "X"], []),
    ],
)
def test_capitals_and_accents_count_where_they_were_typed(
    typed: str, present: list[str], absent: list[str]
) -> None:
    fulltext = FullText(None)
    with fulltext.writer() as writer:
        for row, text in enumerate([*present, *absent], 1):
            writer.put(Row(row), "", f"one {text} other", "")
        writer.commit()
    assert fulltext.matches(Word(typed, exact=True)) == {*range(1, len(present) + 1)}


def test_a_word_written_as_it_folds_has_no_form() -> None:
    assert forms("resume") == forms("海洋") == forms("2024") == ()
    assert form("resume") == ""
    assert forms("Résumé") == ("Resume", "résumé", "Résumé")
    assert asked_forms("The old Café") == ["The", "", "Café"]


@given(LETTERS)
def test_a_text_is_cut_into_the_words_that_are_searched(text: str) -> None:
    assert taken_apart(text)[0].split() == words(text)


@given(LETTERS)
def test_a_text_has_the_form_of_each_of_its_words_as_it_stands(text: str) -> None:
    present = {*taken_apart(text)[1].split()}
    assert {*filter(None, asked_forms(text))} <= present


@given(LETTERS)
def test_every_form_folds_to_a_word_of_the_text(text: str) -> None:
    folded, present = taken_apart(text)
    assert {fold(each) for each in present.split()} <= {*folded.split()}


@given(st.text(st.sampled_from("abAB1 ,-"), max_size=90))
def test_plain_texts_are_taken_apart_as_all_others_are(text: str) -> None:
    folded, present = taken_apart(text)
    slowly = {each for word in as_written(text) for each in forms(word)}
    assert ({*present.split()}, folded.split()) == (slowly, words(text))
