"""What is typed into the picker, in the signs of fzf: 'exact ^start end$ !not a | b."""

import re
from collections.abc import Sequence
from enum import Enum
from typing import NamedTuple

from reader.search.fold import fold

MOST_TERMS = 32  # of a query; the rest of a pasted text is not looked at
LONGEST = 1000  # characters of a term

_ESCAPED_SPACE = "\0"
WHITE = "\t\n\v\f\r \x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000"
WHITE += "".join(map(chr, range(0x2000, 0x200B)))
"""What `^` and `$` do not see at the ends of a line, as fzf does not."""
_SPACES = re.compile(r"\s+")


class Kind(Enum):
    """How a term is compared with a line."""

    FUZZY = "fuzzy"  # its letters in their order, or a word much like it
    INSIDE = "inside"  # as it stands, anywhere
    WORD = "word"  # as it stands, from a word's start to a word's end
    START = "start"
    END = "end"
    WHOLE = "whole"  # start and end: the whole line


class Form(Enum):
    """In which form line and term are compared."""

    FOLDED = "folded"  # neither case nor accents count
    LOWER = "lower"  # accents were typed, so they count
    PLAIN = "plain"  # capitals were typed, so everything counts


class Case(Enum):
    """Whether capitals count: only where some were typed, never, or always."""

    SMART = "smart"
    IGNORED = "ignored"
    RESPECTED = "respected"


class Manner(NamedTuple):
    """How lines are picked."""

    exact: bool = False  # words are taken as they stand, and 'word is fuzzy
    case: Case = Case.SMART
    sort: bool = True  # best first; else as they came
    tac: bool = False  # the last line first


class Term(NamedTuple):
    """One word of the query; `text` is in its form."""

    text: str
    kind: Kind
    form: Form = Form.FOLDED
    negated: bool = False


PLAINLY = Manner()

Group = tuple[Term, ...]
"""Alternatives: a line must answer one of them."""


def parse(typed: str, manner: Manner = PLAINLY) -> tuple[Group, ...]:
    """Return the groups of a query, of which a line must answer each."""
    words = _SPACES.split(typed.replace("\\ ", _ESCAPED_SPACE))
    groups: list[Group] = []
    joined = False  # a bar stands before this word
    for word in words:
        if word == "|" and groups:
            joined = True
            continue
        term = _term(word.replace(_ESCAPED_SPACE, " "), manner.exact, manner.case)
        if term is None:
            continue
        if joined:
            groups[-1] = (*groups[-1], term)
        else:
            groups.append((term,))
        joined = False
    return tuple(groups[:MOST_TERMS])


def positive(groups: Sequence[Group]) -> list[Term]:
    """Return the terms that a line may have, not those that it may not."""
    return [term for group in groups for term in group if not term.negated]


def _term(word: str, exact: bool, case: Case) -> Term | None:
    """Return the term that a word is, or None where nothing is left of it."""
    kind = Kind.INSIDE if exact else Kind.FUZZY
    negated = word.startswith("!")
    if negated:
        word, kind = word[1:], Kind.INSIDE
    ends = len(word) > 1 and word.endswith("$")
    if ends:
        word = word[:-1]
    if len(word) > 2 and word[0] == word[-1] == "'":
        word, kind = word[1:-1], Kind.WORD
    elif word.startswith("'"):
        word, kind = word[1:], Kind.FUZZY if exact or negated else Kind.INSIDE
    elif word.startswith("^"):
        word, kind = word[1:], Kind.WHOLE if ends else Kind.START
    elif ends:
        kind = Kind.END
    if not word:
        return None
    return Term(*_formed(word[:LONGEST], kind, case), negated=negated)


def _formed(word: str, kind: Kind, case: Case) -> tuple[str, Kind, Form]:
    """Return the word in the form that it asks for."""
    lowered, folded = word.lower(), fold(word)
    if case is Case.RESPECTED or (case is Case.SMART and lowered != word):
        return word, kind, Form.PLAIN
    if folded != lowered or not folded:
        return lowered, kind, Form.LOWER
    return folded, kind, Form.FOLDED
