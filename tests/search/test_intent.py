import pytest

from reader.query import Everything, Field, Phrase, Query, Word, parse
from reader.search.intent import (
    Intent,
    as_words,
    asks_for_copies,
    asks_for_facts,
    goes_on,
    has_words,
    intent,
    lit,
    looks_aside,
    one_place,
)


def meant(text: str, *, unfinished: bool = False) -> Intent:
    found = intent(parse(text).tree, unfinished=unfinished)
    assert found is not None
    return found


def test_plain_words_are_told_from_what_must_be_answered_as_it_stands() -> None:
    found = meant("harbour tag:coast sea -draft 'exact begun*")
    assert found.words == (Word("harbour"), Word("sea"))
    assert str(found.rest) == "tag:coast -draft 'exact begun*"


def test_words_inside_or_are_not_plain() -> None:
    assert meant("harbour OR sea").words == ()


def test_the_word_being_typed_may_go_on() -> None:
    assert meant("the harb", unfinished=True).words == (Word("the"), Word("harb", prefix=True))
    assert meant("well-kno", unfinished=True).words == (Word("well-kno", prefix=True),)
    for short in ("ha", "well-kn", "cafe\u0301-é"):
        assert meant(short, unfinished=True).words == (Word(short),)
    assert str(meant("sea tag:coa", unfinished=True).rest) == "tag:coa*"
    assert str(meant("sea -tag:coa", unfinished=True).rest) == "-tag:coa"
    for whole in ("tag:none", "tag:=coast"):
        assert str(meant(whole, unfinished=True).rest) == whole


def test_words_without_letters_are_left_out() -> None:
    assert str(meant("harbour - sea").tree) == "harbour sea"
    assert intent(parse("- ?!").tree, unfinished=False) is None
    assert meant("").rest == Everything()


@pytest.mark.parametrize(
    ("field", "words"),
    [
        (Field("title", "sea"), Word("sea")),
        (Field("title", "^sea"), Word("sea", exact=True)),
        (Field("body", "se*"), Word("se", prefix=True)),
        (Field("body", "'Sea"), Word("Sea", exact=True)),
        (Field("body", "~sea"), Word("sea", fuzzy=True)),
        (Field("raw", "sea"), Word("sea", exact=True)),
        (Field("raw", "the se*", quoted=True), Phrase("the se*")),
    ],
)
def test_fields_that_ask_for_words_stand_for_them(field: Field, words: Query) -> None:
    assert as_words(field) == words


def test_what_is_asked_for_is_lit_once_and_folded() -> None:
    tree = parse('Harbour harbour "The Séa" tag:x -draft title:quay').tree
    assert lit(tree) == ("harbour", "the sea", "quay")


def test_what_is_more_than_words_is_lit_as_a_query_writes_it() -> None:
    tree = parse("'US 'sea harb* 'Har* /quays?/ 'U.S NEAR/3 sea title:/old/ body:/new/").tree
    lights = ("'US", "sea", "harb*", "'Har*", "/quays?/", "'U S NEAR/3 sea", "/new/")
    assert lit(tree) == lights


def test_words_of_one_field_are_asked_for_there_at_once() -> None:
    for text, place in {
        "body:sea": "body",
        "title:sea,quay": "title",
        "body:sea OR raw:sea": "",
        "title:^sea": "",
        "body:/sea/": "",
        "sea": "",
    }.items():
        assert one_place(parse(text).tree) == place, text


def test_only_raw_looks_aside() -> None:
    assert looks_aside(parse("a raw:b").tree)
    assert not looks_aside(parse("a body:b").tree)


def test_a_space_or_a_quote_ends_a_word() -> None:
    assert goes_on("sea")
    assert not any(goes_on(text) for text in ("", "sea ", 'sea"', "sea)", "sea sort:date", "\n"))


def test_all_words_must_be_present_the_last_one_perhaps_unfinished() -> None:
    assert has_words(["coast", "fishing"], ["coast", "fish"])
    assert not has_words(["coast", "fishing"], ["fish", "coast"])
    assert not has_words(["coast"], [])


@pytest.mark.parametrize(
    ("text", "facts", "copies"),
    [
        ("sea wall", False, False),
        ('sea OR -"old wall"', False, False),
        ("sea tag:coast", True, False),
        ("-(sea OR lang:en)", True, False),
        ("is:unread", True, False),
        ("is:duplicate", True, True),
        ("dup:7", True, True),
    ],
)
def test_facts_and_copies_are_told_from_words(text: str, facts: bool, copies: bool) -> None:
    tree = parse(text).tree
    assert asks_for_facts(tree) is facts
    assert asks_for_copies(tree) is copies
