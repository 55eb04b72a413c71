import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.errors import QueryError
from reader.model import Kind
from reader.tui.matching import Matching, fold
from reader.tui.part import BLANK, Part, Tone

PARTS = [
    Part("The Harbour Board", Tone.TITLE),
    BLANK,
    Part("3 lines · harbour menu", Tone.FOLD),
    Part("harbour, Harbour and Hárbour", Tone.TEXT),
    Part("a harbour  board of the\tsea", Tone.ASIDE),
]


def found(matching: Matching) -> list[str]:
    matching.over(PARTS)
    return [PARTS[part].text[start:end] for part, start, end in matching._places]


def test_where_a_page_is_from_is_no_match() -> None:
    matching = Matching("harbour")
    matching.over([Part("north/harbour.txt", Tone.DIM, kind=Kind.META), Part("a harbour")])
    assert matching.at(0) == (1, 2)
    assert len(matching) == 1


def test_one_stays_at_a_match_where_the_text_is_laid_out_anew() -> None:
    matching = Matching("harbour")
    matching.over(PARTS)
    matching.at(2)
    matching.over(list(PARTS))
    assert matching.current == 2
    matching.over(PARTS[1:])
    assert matching.current is None


def test_small_letters_match_any_case_and_accent() -> None:
    assert found(Matching("harbour")) == ["Harbour", "harbour", "Harbour", "Hárbour", "harbour"]


def test_a_capital_asks_for_exactly_that() -> None:
    assert found(Matching("Harbour")) == ["Harbour", "Harbour"]


def test_a_phrase_matches_across_any_space() -> None:
    assert found(Matching("harbour board")) == ["Harbour Board", "harbour  board"]
    assert found(Matching("the sea")) == ["the\tsea"]


def test_what_a_fold_says_of_itself_is_not_searched() -> None:
    assert found(Matching("menu")) == []


@pytest.mark.parametrize("typed", ["", " ", "(", "[a", "\\", "*", "a|"])
def test_whatever_is_typed_is_looked_for_as_it_stands(typed: str) -> None:
    assert found(Matching(typed)) == []
    assert len(Matching(typed)) == 0


def test_words_of_a_query_match_as_whole_words_and_beginnings_where_one_begins() -> None:
    assert found(Matching("", ["board", "our", "harb"])) == ["Board", "board"]
    assert found(Matching("", ["boa*", "our*"])) == ["Boa", "boa"]


@pytest.mark.parametrize(
    ("word", "lit"),
    [
        ("'Harbour", ["Harbour", "Harbour", "Hárbour"]),
        ("'Hárbour", ["Hárbour"]),
        ("'harb*", ["Harb", "harb", "Harb", "Hárb", "harb"]),
        ("/bo.*/", ["Board", "board"]),
        ("/(/", []),
        ("sea NEAR/2 of", ["of", "sea"]),
    ],
)
def test_what_is_more_than_words_is_lit_as_finding_does(word: str, lit: list[str]) -> None:
    assert found(Matching("", [word])) == lit


def test_what_a_query_asks_for_is_found_as_the_query_finds_it() -> None:
    assert found(Matching("", ["sea"])) == ["sea"]


def test_the_title_is_lit_by_which_a_document_was_found_unless_its_words_are() -> None:
    assert found(Matching("", ["sea"], title=(4, 11))) == ["Harbour", "sea"]
    matching = Matching("", ["sea"], title=(0, 3))
    matching.over([Part("By the sea", Tone.TITLE)])
    assert matching.spans(0, 0, 10) == [(7, 10, False)]


@pytest.mark.parametrize(
    ("typed", "texts"),
    [
        ("/h.rbou?r/", ["Harbour", "harbour", "Harbour", "Hárbour", "harbour"]),
        ("/H\\S+r/", ["Harbour", "Harbour", "Hárbour"]),
        ("/^h\\S+/", ["harbour,"]),
        ("/\\WB/", [" B"]),
        ("/board|sea/", ["Board", "board", "sea"]),
        ("/á/", ["á"]),
    ],
)
def test_between_slashes_stands_a_regular_expression(typed: str, texts: list[str]) -> None:
    assert found(Matching(typed)) == texts


def test_a_regular_expression_that_is_none_is_refused_and_half_a_one_is_text() -> None:
    with pytest.raises(QueryError, match="no regular expression"):
        Matching("/(/")
    assert found(Matching("/har")) == []


def test_an_expression_that_could_be_tried_for_ever_is_not() -> None:
    matching = Matching("/(a|aa)+b/")
    matching.over([Part("a" * 30_000)])
    assert len(matching) == 0


def test_one_can_go_to_the_first_and_to_the_last() -> None:
    matching = Matching("harbour")
    assert matching.at(0) is None
    matching.over(PARTS)
    assert matching.at(-1) == (4, 2)
    assert matching.current == 4
    assert matching.at(0) == (0, 4)


def test_stepping_goes_from_the_top_of_the_screen_and_then_from_match_to_match() -> None:
    matching = Matching("harbour")
    matching.over(PARTS)
    assert matching.step(1, (1, 0)) == (3, 0)
    assert matching.current == 1
    assert [matching.step(1, (0, 0)) for _ in range(4)] == [(3, 9), (3, 21), (4, 2), None]
    assert matching.current == 4
    assert matching.step(-1, (0, 0)) == (3, 21)


def test_stepping_back_goes_to_the_match_above_the_screen() -> None:
    matching = Matching("harbour")
    matching.over(PARTS)
    assert matching.step(-1, (3, 0)) == (0, 4)
    assert matching.step(-1, (3, 0)) is None


def test_without_a_match_there_is_nowhere_to_go() -> None:
    matching = Matching("nowhere")
    matching.over(PARTS)
    assert matching.step(1, (0, 0)) is None


def test_a_match_that_runs_over_two_rows_is_lit_in_both() -> None:
    matching = Matching("harbour")
    matching.over(PARTS)
    matching.step(1, (3, 9))
    assert matching.spans(3, 0, 12) == [(0, 7, False), (9, 12, True)]
    assert matching.spans(3, 12, 28) == [(12, 16, True), (21, 28, False)]
    assert matching.spans(1, 0, 0) == []


@given(st.text(max_size=40))
def test_folding_keeps_every_character_in_its_place_and_happens_once(text: str) -> None:
    assert len(fold(text)) == len(text)
    assert fold(fold(text)) == fold(text)


@given(st.text(max_size=20).filter(str.strip))
def test_a_text_is_found_in_itself(text: str) -> None:
    matching = Matching(text)
    matching.over([Part(text)])
    assert len(matching) >= 1


def test_accents_go_and_other_letters_stay() -> None:
    assert fold("Öst Ñandú ß 港") == "ost nandu ß 港"
    assert fold(unicodedata.normalize("NFC", "é")) == "e"
