"""Facts of any kind, as hypothesis makes them, and sets of them that can hold at once."""

from hypothesis import strategies as st

from reader.marks import Fact, Key
from reader.marks.facts import (
    BOOKMARK,
    CORRECT,
    FILE,
    FLAGS,
    HIGHLIGHT,
    POSITION,
    READ,
    SEARCH,
    TAG,
    UNTAG,
    Bookmark,
    Passage,
    Saved,
    Verdict,
    slot,
)
from reader.marks.names import tag_name
from reader.model import Position, Quote

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
ODD = st.sampled_from(
    ["", "a b", 'say "no"', "\n\x1b[2J", "caf\udce9", "\u202e", "海", "site ", "\\"]
)
PATHS = st.builds(lambda name, odd: f"/docs/{name}{odd}", st.sampled_from("abc"), ODD)
KEYS = st.builds(Key, PATHS, ODD.filter(lambda text: "\udce9" not in text))
NAMES = st.sampled_from(["sea", "a/b", "to do", "Été", "#x", "-y", "1", "海"]).map(tag_name)
NUMBERS = st.integers(0, 3)
QUOTES = st.builds(Quote, TEXTS, TEXTS, TEXTS, st.integers(0, 9), st.integers(0, 9))
LINES = st.integers(-(2**63), 2**63 - 1) | st.integers(0, 2)

BOOKED = st.builds(Bookmark, st.sampled_from("aZ"), st.builds(Position, NUMBERS, NUMBERS))


def _verdict(keep: bool, number: int, line: int, text: str, where: Key | str) -> Fact:
    if isinstance(where, Key):
        return Fact(CORRECT, where, Verdict(keep, number, line, text))
    return Fact(CORRECT, None, Verdict(keep, number, line, text, where))


SITES = st.sampled_from(["north.example", "/docs", 'odd "site"'])
FACTS = st.one_of(
    st.builds(Fact, st.just(FILE), KEYS, st.binary(min_size=32, max_size=32)),
    st.builds(Fact, st.sampled_from([TAG, UNTAG]), KEYS, NAMES),
    st.builds(Fact, st.sampled_from([*FLAGS]), KEYS, st.none()),
    st.builds(Fact, st.just(READ), KEYS, NUMBERS),
    st.builds(Fact, st.just(POSITION), KEYS, st.builds(Position, NUMBERS, NUMBERS)),
    st.builds(_verdict, st.booleans(), NUMBERS, LINES, TEXTS, KEYS | SITES),
    st.builds(Fact, st.just(HIGHLIGHT), KEYS, st.builds(Passage, NUMBERS, QUOTES, TEXTS)),
    st.builds(Fact, st.just(BOOKMARK), KEYS, BOOKED),
    st.builds(Fact, st.just(SEARCH), st.none(), st.builds(Saved, TEXTS.filter(bool), TEXTS)),
)
"""Any fact."""


def compatible(facts: list[Fact]) -> list[Fact]:
    """Those of these facts that can be in a store at once: a slot holds one, a number one thing,
    a file is known only where something is noted."""
    slots: dict[object, Fact] = {slot(fact): fact for fact in facts}
    numbers: dict[object, object] = {}
    passages: set[object] = set()
    kept = []
    for fact in slots.values():
        if isinstance(fact.value, Verdict):
            thing = (fact.document, fact.value.site, fact.value.keep)
            if numbers.setdefault(fact.value.number, thing) != thing:
                continue
        if isinstance(fact.value, Passage):
            if (fact.document, fact.value.quote) in passages:
                continue
            passages.add((fact.document, fact.value.quote))
        kept.append(fact)
    noted = {fact.document for fact in kept if fact.kind != FILE}
    return [fact for fact in kept if fact.kind != FILE or fact.document in noted]


SETS = st.lists(FACTS, max_size=12).map(compatible)
"""Facts that can hold at once."""
