import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.search.picking.matching.block import (
    APART,
    AS_WORD,
    AT_START,
    INITIALS,
    INSIDE,
    NEAR,
    NONE,
    Block,
)
from reader.search.picking.terms import parse


def block_of(*lines: str) -> Block:
    return Block("".join(f"{line}\n" for line in lines).encode("utf-8", "surrogateescape"), "\n")


def costs(typed: str, *lines: str) -> list[int]:
    ((term,),) = parse(typed)
    found: list[int] = block_of(*lines).cost(term).tolist()
    return found


def test_the_better_a_word_stands_there_the_less_it_costs() -> None:
    lines = ("a wall", "walls", "overwall", "w-a-l-l", "w a-l-l", "law")
    assert costs("wall", *lines) == [AS_WORD, AT_START, INSIDE, APART + 2, APART + 2, NONE]


@pytest.mark.parametrize(
    ("typed", "answers"),
    [
        ("'wall", "the wall|walls"),
        ("'wall'", "the wall"),
        ("^wall", "walls|  wall up"),
        ("wall$", "the wall"),
        ("^walls$", "walls"),
        ("!wall", "law"),
        ("!^wall", "the wall|law"),
        ("!wall$", "walls|law|  wall up"),
    ],
)
def test_a_sign_says_where_a_word_stands(typed: str, answers: str) -> None:
    lines = ("the wall", "walls", "law") if "  " not in answers else (
        "the wall", "walls", "law", "  wall up")  # fmt: skip
    found = [line for line, cost in zip(lines, costs(typed, *lines), strict=True) if cost != NONE]
    assert found == answers.split("|")


def test_case_and_accents_count_as_they_were_typed() -> None:
    lines = ("Café", "cafe", "CAFÉ")
    assert [cost != NONE for cost in costs("'cafe", *lines)] == [True, True, True]
    assert [cost != NONE for cost in costs("'café", *lines)] == [True, False, True]
    assert [cost != NONE for cost in costs("'Café", *lines)] == [True, False, False]


def test_an_alternative_that_costs_less_counts() -> None:
    (group,) = parse("wall | 'law")
    assert block_of("overwall", "law", "sea").answered(group).tolist() == [INSIDE, AS_WORD, NONE]


def test_words_much_like_it_and_initials_are_likely_too() -> None:
    ((term,),) = parse("kenrel")
    found = block_of("kernel", "apple", "k e n r e l").likely(term, last=True).tolist()
    assert found[:2] == [NEAR, NONE]
    assert found[2] == INITIALS


def test_all_words_of_a_term_must_be_likely() -> None:
    ((term,),) = parse("kenrel/modul")
    assert (block_of("kernel module", "kernel", "x").likely(term, last=True) != NONE).tolist() == [
        True,
        False,
        False,
    ]


@given(lines=st.lists(st.text("aäAßİ漢😀\udcff é\u0301", max_size=6), max_size=6))
def test_every_form_has_a_line_for_each_that_came(lines: list[str]) -> None:
    block = block_of(*lines)
    assert len(block) == len(block.lengths) == len(lines)
    assert [block.line(row) for row in range(len(lines))] == [
        line.encode("utf-8", "surrogateescape") for line in lines
    ]
    for typed in ("a", "ä", "A"):
        ((term,),) = parse(typed)
        assert len(block.cost(term)) == len(lines)
