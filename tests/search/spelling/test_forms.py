from collections.abc import Iterable

import pytest

from reader.search.spelling.forms import forms


def found(word: str, languages: str, ours: str) -> list[str]:
    def beginning(start: str, longest: int) -> Iterable[str]:
        return [each for each in ours.split() if each.startswith(start) and len(each) <= longest]

    return forms(word, languages.split(), beginning)


def test_forms_are_found_from_any_of_them() -> None:
    ours = "harbour harbours harboured harbouring harbourmaster harp"
    assert found("harbour", "en", ours) == ["harboured", "harbouring", "harbours"]
    assert found("harbouring", "en", ours) == ["harbour", "harboured", "harbours"]


@pytest.mark.parametrize(
    ("word", "form", "language"),
    [
        ("run", "running", "en"),
        ("copies", "copy", "en"),
        ("die", "dies", "en"),
        ("write", "writing", "en"),
        ("fly", "flies", "en"),
        ("crisis", "crises", "en"),
        ("haus", "hauser", "de"),
        ("journaux", "journal", "fr"),
        ("chevaux", "cheval", "fr"),
        ("книга", "книги", "ru"),
        ("talossa", "talosta", "fi"),
    ],
)
def test_forms_are_found_in_the_language_they_are_of(word: str, form: str, language: str) -> None:
    assert found(word, language, f"{word} {form}") == [form]
    assert found(word, "xx", f"{word} {form}") == []


@pytest.mark.parametrize(
    ("word", "wanted"),
    [
        ("ran", "run running runs"),
        ("running", "ran run runs"),
        ("wrote", "write writes writing written"),
        ("writing", "write writes written wrote"),
        ("child", "children"),
        ("mice", "mouse"),
        ("indexes", "index indexing indices"),
        ("found", "find finding founded founding"),
    ],
)
def test_irregular_forms_are_found_with_those_that_endings_make(word: str, wanted: str) -> None:
    ours = (
        "run runs ran running runner write writes writing wrote written writer child children"
        " childish mouse mice index indexes indexing indices find finding found founding founded"
    )
    assert found(word, "en", ours) == wanted.split()
    assert word in found(wanted.split()[0], "en", ours)


def test_irregular_forms_are_those_of_the_language_alone() -> None:
    assert found("ran", "de fr", "run runs") == []


def test_forms_of_which_the_stem_leaves_little_are_found() -> None:
    assert found("negotiation", "en", "negotiations negotiable") == ["negotiations"]
    assert found("kontinuierliche", "de", "kontinuierlichen") == ["kontinuierlichen"]


@pytest.mark.parametrize(
    "pair", ["universe/university", "organ/organisation", "news/new", "policy/police"]
)
def test_words_a_stemmer_or_an_ending_alone_would_take_for_one_stay_two(pair: str) -> None:
    word, other = pair.split("/")
    assert found(word, "en", other) == []


def test_three_languages_are_asked_and_each_once() -> None:
    ours = "haus hauser"
    assert found("haus", "xx en en fr de it", ours) == ["hauser"]
    assert found("haus", "en fr it de", ours) == []
