"""Facts are exchanged as sets are: what really changed is told, and can be put back."""

from collections.abc import Iterable

from hypothesis import given, settings
from hypothesis import strategies as st

from reader.marks import Edit, Fact, Key, Marks
from reader.marks.facts import FILE, HIGHLIGHT, TAG, Passage
from reader.marks.table import FactTable
from reader.model import Quote
from tests.marks.noted import FACTS, SETS

MOON, SEA = Key("/docs/moon"), Key("/docs/sea", "in/it")


def table() -> FactTable:
    return FactTable(Marks(None)._database)


def exchange(facts: FactTable, drop: list[Fact], put: list[Fact], over: bool = True) -> Edit:
    with facts._database.transaction():
        return facts.exchange(drop, put, over=over)


@given(SETS)
def test_what_is_put_is_there_and_nothing_else(put: list[Fact]) -> None:
    facts = table()
    edit = exchange(facts, [], put)
    assert set(facts.all()) == set(put) == set(edit.into)
    assert set(facts.of({fact.document for fact in put if fact.document})) == {
        fact for fact in put if fact.document
    }
    assert exchange(facts, [], put) == Edit()


@given(SETS, st.lists(FACTS, max_size=6), st.lists(FACTS, max_size=6))
@settings(max_examples=200)
def test_an_edit_says_all_that_changed_and_its_opposite_puts_it_back(
    first: list[Fact], drop: list[Fact], put: list[Fact]
) -> None:
    facts = table()
    exchange(facts, [], first)
    before = set(facts.all())
    edit = exchange(facts, [*drop, *first[:3]], put)
    after = set(facts.all())
    assert before - set(edit.out) | set(edit.into) == after
    assert not set(edit.out) & set(edit.into)
    exchange(facts, list(edit.into), list(edit.out), over=False)
    assert noted(facts.all()) == noted(before)
    exchange(facts, list(edit.out), list(edit.into), over=False)
    assert noted(facts.all()) == noted(after)


def noted(facts: Iterable[Fact]) -> set[Fact]:
    """All but the digests: a file is known by its newest one, whatever is taken back."""
    return {fact for fact in facts if fact.kind != FILE}


def test_a_taken_slot_stays_as_it_is_where_that_is_asked_for() -> None:
    facts = table()
    exchange(facts, [], [Fact(TAG, MOON, "sea"), Fact("read", MOON)])
    edit = exchange(facts, [], [Fact("untag", MOON, "sea"), Fact("star", MOON)], over=False)
    assert edit == Edit((), (Fact("star", MOON),))


def test_a_number_that_is_taken_by_something_else_becomes_another() -> None:
    facts = table()
    one, two = (Passage(7, Quote(text)) for text in ("one", "two"))
    exchange(facts, [], [Fact(HIGHLIGHT, MOON, one)])
    exchange(facts, [], [Fact(HIGHLIGHT, SEA, two)])
    exchange(facts, [], [Fact(HIGHLIGHT, MOON, one._replace(number=9, note="again"))])
    assert set(facts.all()) == {
        Fact(HIGHLIGHT, MOON, one._replace(note="again")),
        Fact(HIGHLIGHT, SEA, two._replace(number=8)),
    }
    assert facts.next_number("highlight") == 9
