import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.model import Row
from reader.query import Or, Phrase, Query, Word, parse
from reader.search import terms, wide
from reader.search.fulltext import FullText
from reader.search.terms import COMPLETIONS
from tests.search.trees import TEXTS, TREES


def test_a_beginning_finds_rare_words_behind_many_frequent_ones() -> None:
    fulltext = FullText(None)
    with fulltext.writer() as writer:
        for number in range(1, 3 * COMPLETIONS):
            writer.put(Row(number), "", f"sea{number} sea{number % COMPLETIONS}", "")
        writer.commit()
    assert len(fulltext.matches(parse("sea*").tree)) == 3 * COMPLETIONS - 1


@pytest.mark.parametrize("text", ["a.b*", "[x]*", "(*", "a\\*", "^$*", "c++*", "~#*"])
def test_signs_of_regular_expressions_stand_for_nothing(text: str) -> None:
    fulltext = FullText(None)
    with fulltext.writer() as writer:
        writer.put(Row(1), "", "unrelated", "")
        writer.commit()
    word = Word(text.rstrip("*"), prefix=True)
    assert fulltext.matches(word) in ({1}, set())


def test_words_without_letters_ask_for_nothing() -> None:
    fulltext = FullText(None)
    with fulltext.writer() as writer:
        writer.put(Row(1), "", "sea", "")
        writer.commit()
    assert fulltext.matches(Phrase("?!")) == {1}
    assert fulltext.matches(parse("sea - !?").tree) == {1}
    assert fulltext.matches(parse("sea -'?!").tree) == {1}


@settings(deadline=None, max_examples=20)
@given(TEXTS, st.lists(TREES, min_size=4, max_size=8))
def test_what_answers_does_not_depend_on_how_it_is_asked_for(
    texts: list[tuple[str, str]], trees: list[Query]
) -> None:
    fulltext = FullText(None)
    with fulltext.writer() as writer:
        for row, (title, body) in enumerate(texts, 1):
            writer.put(Row(row), title, body, "")
        writer.commit()
    hits = [fulltext.matches(tree) for tree in trees]
    kept = wide.WORTH, terms.STEP
    wide.WORTH, terms.STEP = 0, 1
    try:
        assert [fulltext.matches(tree) for tree in trees] == hits
    finally:
        wide.WORTH, terms.STEP = kept


@pytest.mark.parametrize("expanded", [4, 10_000])
def test_the_last_word_of_several_joined_by_signs_may_go_on_with_anything(
    monkeypatch: pytest.MonkeyPatch, expanded: int
) -> None:
    monkeypatch.setattr(terms, "EXPANDED", expanded)
    fulltext = FullText(None)
    with fulltext.writer() as writer:
        for number in range(1, 3 * terms.GIVEN):
            writer.put(Row(number), "", f"north-a{number} sea a", "")
        writer.put(Row(500), "", "a north, not an ann", "")
        writer.put(Row(501), "", "north a", "")
        writer.commit()
    near = {*range(1, 3 * terms.GIVEN), 501}
    assert fulltext.matches(parse("north-a*").tree) == near
    assert fulltext.matches(parse("north-a1*").tree) == {
        row for row in near if str(row).startswith("1")
    }
    assert fulltext.matches(parse("-north-a*").tree) == {500}


def test_of_words_that_stand_for_one_another_the_best_counts_and_not_their_sum() -> None:
    fulltext = FullText(None)
    with fulltext.writer() as writer:
        for row, body in {1: "sea seas", 2: "sea boat", 3: "seas boat", 4: "boat boat"}.items():
            writer.put(Row(row), "", body, "")
        writer.commit()

    def scores(weight: float) -> list[float]:
        hits = fulltext.hits(Or((Word("sea"), Word("seas", weight=weight))), 9)
        return [score for _, score in sorted(zip(hits.rows, hits.scores, strict=True))]

    both, sea, seas = scores(0.5)
    assert both == pytest.approx(sea)
    assert seas == pytest.approx(sea / 2)
    assert scores(1.0)[0] > scores(1.0)[1]
    assert fulltext.matches(Or((Word("sea"), Word("seas", weight=0.5)))) == {1, 2, 3}
