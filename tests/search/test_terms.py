import pytest

from reader.model import Row
from reader.query import Phrase, Word, parse
from reader.search.fulltext import FullText
from reader.search.terms import COMPLETIONS


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
