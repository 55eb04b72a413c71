from collections import Counter
from collections.abc import Iterable

import pytest

from reader.search.fold import words
from reader.search.spelling.forms import forms
from reader.search.spelling.inflection import one_word
from reader.search.spelling.irregular import IRREGULAR

ROWS = [(language, row) for language, rows in IRREGULAR.items() for row in rows]


@pytest.mark.parametrize(("language", "row"), ROWS, ids=lambda each: each[0])
def test_each_form_leads_to_all_others(language: str, row: tuple[str, ...]) -> None:
    def beginning(start: str, longest: int) -> Iterable[str]:
        return [each for each in row if each.startswith(start) and len(each) <= longest]

    for form in row:
        assert {form, *forms(form, [language], beginning)} == {*row}


def test_words_are_as_the_index_has_them_and_stand_once() -> None:
    for language, rows in IRREGULAR.items():
        counts = Counter(word for row in rows for word in row)
        assert all(words(word) == [word] for word in counts)
        assert [word for word, count in counts.items() if count > 1] == [], language
        assert all(len(row) > 1 for row in rows)


def test_what_endings_tell_is_not_listed() -> None:
    told = {
        row[0] for language, row in ROWS for form in row[1:] if one_word(row[0], form, language)
    }
    assert told == {"free", "sue", "use", "bus", "gas"}  # of whose stems too little is left
