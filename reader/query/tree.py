"""What a query asks for, as a tree. `str(tree)` is a query that reads back as the same tree."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

OPERATORS = frozenset({"and", "or", "not"})
"""Words that join or refuse, whatever their case, once a query is structured."""

_ESCAPE = r"\\\g<0>"
_SPECIAL = re.compile(r'[\s()|:"\\]')
_SPECIAL_IN_VALUE = re.compile(r'[\s()|,"\\]')
_SPECIAL_IN_PHRASE = re.compile(r'["\\]')


@dataclass(frozen=True, slots=True)
class Everything:
    """Asks for nothing, so every document answers."""

    def __str__(self) -> str:
        return ""


@dataclass(frozen=True, slots=True)
class Word:
    """One word as typed; what it folds to may be several words or none."""

    text: str
    prefix: bool = False  # longer words that start so count too
    exact: bool = False  # no misspellings in titles

    def __str__(self) -> str:
        written = _SPECIAL.sub(_ESCAPE, self.text)
        if written[:1] in {"-", "!", "#", "'"} or self.text.lower() in OPERATORS:
            written = "\\" + written
        if written.endswith("*"):
            written = written[:-1] + "\\*"
        return "'" * self.exact + written + "*" * self.prefix


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that stand side by side in this order."""

    text: str

    def __str__(self) -> str:
        return '"' + _SPECIAL_IN_PHRASE.sub(_ESCAPE, self.text) + '"'


@dataclass(frozen=True, slots=True)
class Field:
    """One value a field may have; several values with commas are an Or of Fields."""

    name: str  # lower case, one of parse.FIELDS
    value: str  # with its operator: ">2020", "=a", "climat*"
    position: int = field(default=0, compare=False)  # of the field in the text, from 0
    quoted: bool = False  # the value stood in quotes: nothing in it is an operator

    def __str__(self) -> str:
        if self.quoted:
            return f"{self.name}:{Phrase(self.value)}"
        return f"{self.name}:" + _SPECIAL_IN_VALUE.sub(_ESCAPE, self.value)


@dataclass(frozen=True, slots=True)
class Not:
    """What does not answer `query`."""

    query: "Query"

    def __str__(self) -> str:
        return "-" + _inner(self.query, (And, Or))


@dataclass(frozen=True, slots=True)
class And:
    """What answers every part: two or more, none of them an And or Everything."""

    parts: tuple["Query", ...]

    def __str__(self) -> str:
        return " ".join(_inner(part, (Or,)) for part in self.parts)


@dataclass(frozen=True, slots=True)
class Or:
    """What answers at least one part: two or more, none of them an Or."""

    parts: tuple["Query", ...]

    def __str__(self) -> str:
        return " OR ".join(str(part) for part in self.parts)


Query = Everything | Word | Phrase | Field | Not | And | Or


def every(parts: Iterable[Query]) -> Query:
    """Return the one query that asks for all the parts, as flat as can be."""
    flat: list[Query] = []
    for part in parts:
        if not isinstance(part, Everything):
            flat.extend(part.parts if isinstance(part, And) else (part,))
    if not flat:
        return Everything()
    return flat[0] if len(flat) == 1 else And(tuple(flat))


def either(parts: Iterable[Query]) -> Query:
    """Return the one query that asks for any of the parts; without parts, Everything."""
    flat: list[Query] = []
    for part in parts:
        flat.extend(part.parts if isinstance(part, Or) else (part,))
    if not flat or any(isinstance(part, Everything) for part in flat):
        return Everything()
    return flat[0] if len(flat) == 1 else Or(tuple(flat))


def opposite(query: Query) -> Query:
    """Return what does not answer `query`; twice opposite is the query itself."""
    return query.query if isinstance(query, Not) else Not(query)


def leaves(query: Query) -> Iterable[Query]:
    """Yield words, phrases and fields that are asked for, never those under a Not, in order."""
    if isinstance(query, And | Or):
        for part in query.parts:
            yield from leaves(part)
    elif not isinstance(query, Not | Everything):
        yield query


def _inner(query: Query, bracketed: tuple[type, ...]) -> str:
    return f"({query})" if isinstance(query, bracketed) else str(query)


def asks_for(query: Query, name: str, value: str) -> bool:
    """Whether anywhere in the query this field has this value, be it refused or not."""
    match query:
        case Field():
            return (query.name, query.value.lower()) == (name, value)
        case Not():
            return asks_for(query.query, name, value)
        case And() | Or():
            return any(asks_for(part, name, value) for part in query.parts)
    return False
