"""What is lit is what was asked for, and stands where the match says."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.query import Query, parse
from reader.search.fold import MAX_WORD, as_written, fold, spots, words
from reader.search.intent import intent, lit
from reader.search.snippet import matches, snippet
from reader.search.wanted import (
    Pair,
    Run,
    Text,
    first_word,
    may_hold,
    run_at,
    standing,
    wanted,
)

TEXT = "The US told us of Résumés, a resume: harbours and harbour walls, far from any old sea wall."


def lights(query: str, text: str = TEXT) -> list[str]:
    return [text[start:end] for start, end in matches(text, lit(parse(query).tree))]


@pytest.mark.parametrize(
    ("query", "lit_up"),
    [
        ("us", ["US", "us"]),
        ("'us", ["US", "us"]),
        ("'US", ["US"]),
        ("'résumés", ["Résumés"]),
        ("'Resume*", ["Résumé"]),
        ("'resume", ["resume"]),
        ("harbour", ["harbour"]),
        ("harb*", ["harb", "harb"]),
        ("/harbou?rs?/", ["harbours", "harbour"]),
        ("/harbou?rs? and/", ["harbours and"]),
        ("/wa.*/", ["walls", "wall"]),
        ('"sea wall"', ["sea wall"]),
        ("harbour NEAR/1 walls", ["harbour walls"]),
        ("wall NEAR/3 old", ["old", "wall"]),
        ("the NEAR/2 wall", []),
        ("'us NEAR/2 told", ["US told us"]),
        ("'US NEAR/2 told", ["US told"]),
        ("'Us NEAR/2 told", []),
        ("body:'US", ["US"]),
        ("body:/r.sum.s?/", ["Résumés", "resume"]),
        ("title:/^The US/", []),
    ],
)
def test_each_part_of_a_query_lights_what_it_finds(query: str, lit_up: list[str]) -> None:
    joined = [re.sub(r"(?<=\w) (?=\w)", " ", each) for each in lights(query)]
    merged = " ".join(joined)
    assert merged == " ".join(lit_up)


def test_scripts_without_spaces_are_lit_by_the_character() -> None:
    assert lights("气", "海洋与气候变化") == ["气"]
    assert lights("/气.*/", "海洋与气候变化") == ["气候"]


def test_any_of_several_words_may_be_near() -> None:
    pair = wanted("sea|seas NEAR/2 wall")
    assert pair == Pair((Run(("sea",)), Run(("seas",))), (Run(("wall",)),), 2)
    assert matches("seas and wall", ["sea|seas NEAR/2 wall"]) == ((0, 4), (9, 13))


def test_what_begins_with_any_of_several_words_has_no_first_word() -> None:
    assert first_word(Run(("old", "sea"), begun=True)) == "old"
    assert first_word(Run(("sea",), begun=True)) == ""
    assert wanted("?!") is None
    assert wanted("/(a b)/") is None


LETTERS = st.text(st.sampled_from("abABéÉ海\u0301 .\n"), max_size=40)
ASKED = st.text(st.sampled_from("abAéÉ海"), min_size=1, max_size=3)
LEAVES = st.one_of(
    ASKED,
    ASKED.map("'{}".format),
    ASKED.map("{}*".format),
    ASKED.map("'{}*".format),
    ASKED.map("~{}".format),
    ASKED.map("/{}.?/".format),
    ASKED.map("body:{}".format),
    st.tuples(ASKED, ASKED).map('"{0[0]} {0[1]}"'.format),
    st.tuples(ASKED, ASKED).map("{0[0]} NEAR/2 '{0[1]}".format),
)


def answers(tree: Query, passage: str) -> bool:
    """Whether a lit passage is one of what a leaf asks for, told without any of the above."""
    meant = intent(tree, unfinished=False)
    assert meant is not None
    starts = [fold(word) for each in lit(meant.tree) for word in re.findall(r"[^\W\d_]+", each)]
    own = [start for start in starts if start != "near"]
    return all(any(word.startswith(start[:1]) for start in own) for word in words(passage))


@given(st.lists(LETTERS, max_size=3), LEAVES, st.integers(1, 40))
def test_each_match_lies_in_its_snippet_and_is_what_was_asked_for(
    paragraphs: list[str], query: str, width: int
) -> None:
    tree = parse(query).tree
    found = snippet(paragraphs, lit(tree), width)
    for start, end in found.matches:
        assert 0 <= start < end <= len(found.text)
        assert answers(tree, found.text[start:end])


SPACED = st.text(st.sampled_from("abAéÉ"), min_size=1, max_size=3)


@given(LETTERS, SPACED)
def test_an_exact_word_is_lit_where_its_capitals_and_accents_stand(text: str, typed: str) -> None:
    for start, end in matches(text, lit(parse(f"'{typed}").tree)):
        assert fold(text[start:end]) == fold(typed)
        if typed != typed.lower():
            assert fold(typed).islower() or any(map(str.isupper, text[start:end]))
    here = {*as_written(text)}
    assert typed not in here or matches(text, lit(parse(f"'{typed}").tree))


@given(
    st.text(st.sampled_from("ab_- .é"), max_size=40),
    st.lists(st.text(st.sampled_from("abé"), min_size=1, max_size=2), min_size=1, max_size=3),
    st.booleans(),
)
def test_a_run_stands_where_its_words_do(folded: str, present: list[str], begun: bool) -> None:
    run = Run(tuple(present), begun)
    text = Text(folded, spots(folded), range(len(folded) + 1))
    matched = [run_at(text, run, at) for at in range(len(text.spots))]
    assert [*standing(folded, run)] == [
        (text.spots[match[0]].start, match[2]) for match in matched if match
    ]


@pytest.mark.parametrize("begun", [False, True])
def test_a_word_that_was_cut_stands_to_its_end(begun: bool) -> None:
    long, cut = "x" * (MAX_WORD + 9), "x" * MAX_WORD
    assert [*standing(f"a {long} b", Run((cut,), begun))] == [(2, 2 + len(long))]
    assert [*standing(f"{long} b", Run((cut, "b"), begun))] == [(0, 2 + len(long))]


def test_a_run_may_begin_inside_of_another() -> None:
    assert matches("on and on and on", ["on and on"]) == ((0, 16),)
    assert [*standing("on and on and on", Run(("on", "and", "on")))] == [(0, 9), (7, 16)]


@pytest.mark.parametrize(
    ("written", "text", "may"),
    [
        ("sea", "the season", True),
        ("sea", "the coast", False),
        ("old sea", "the sea is old", True),
        ("old sea", "the sea", False),
        ("sea|seas NEAR/3 old", "old seas", True),
        ("sea|seas NEAR/3 old", "seas", False),
        ("/s.a/", "anything", True),
    ],
)
def test_texts_without_the_letters_are_told_from_others(written: str, text: str, may: bool) -> None:
    each = wanted(written)
    assert each is not None
    assert may_hold(text, each) is may
