"""What a query asks for, as a tree. `str(tree)` is a query that reads back as the same tree."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

OPERATORS = frozenset({"and", "or", "not"})
"""Words that join or refuse, whatever their case, once a query is structured."""

WITHIN = 10  # words that lie between two that are NEAR each other, and one of them, at most
MOST_WITHIN = 999

_ESCAPE = r"\\\g<0>"
_SPECIAL = re.compile(r'[\s()|:"\\]')
_SPECIAL_IN_VALUE = re.compile(r'[\s()|,"\\]')
_SPECIAL_IN_PHRASE = re.compile(r'["\\]')
_NEAR = re.compile(r"NEAR(?:/\d+)?", re.ASCII)
_SIGNS = frozenset("-!#'~^/")


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
    exact: bool = False  # no misspellings, no other forms
    fuzzy: bool = False  # misspellings of it, however often it is spelt so
    weight: float = 1.0  # what finding it counts; the parser leaves it, and it is not written
    growing: bool = field(default=False, compare=False)  # a beginning while it is being typed

    def __str__(self) -> str:
        written = _SPECIAL.sub(_ESCAPE, self.text)
        if (
            written[:1] in _SIGNS
            or self.text.lower() in OPERATORS
            or _NEAR.fullmatch(self.text) is not None
        ):
            written = "\\" + written
        if written.endswith("*"):
            written = written[:-1] + "\\*"
        return "'" * self.exact + "~" * self.fuzzy + written + "*" * self.prefix


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that stand side by side in this order."""

    text: str

    def __str__(self) -> str:
        return '"' + _SPECIAL_IN_PHRASE.sub(_ESCAPE, self.text) + '"'


@dataclass(frozen=True, slots=True)
class Near:
    """Two words, neither of them a beginning, in any order and not far from each other.

    The parser gives one word for each; an Or of words is any of them.
    """

    first: "Word | Or"
    second: "Word | Or"
    within: int = WITHIN  # 1 is side by side; MOST_WITHIN at most

    def __str__(self) -> str:
        return f"{self.first} NEAR/{self.within} {self.second}"

    @property
    def sides(self) -> tuple[tuple[Word, ...], tuple[Word, ...]]:
        """The words that may be the first, and those that may be the second."""
        first, second = map(leaves, (self.first, self.second))
        return (
            tuple(word for word in first if isinstance(word, Word)),
            tuple(word for word in second if isinstance(word, Word)),
        )


@dataclass(frozen=True, slots=True)
class Pattern:
    """Words that a regular expression fits, each as a whole; a space parts one from the next."""

    pattern: str  # as written between the slashes
    position: int = field(default=0, compare=False)  # of its first slash in the text, from 0

    def __str__(self) -> str:
        return f"/{self.pattern}/"


@dataclass(frozen=True, slots=True)
class Field:
    """One value a field may have; several values with commas are an Or of Fields."""

    name: str  # lower case, one of fields.FIELDS or of the documents' own
    value: str  # with its operator: ">2020", "=a", "climat*"
    position: int = field(default=0, compare=False)  # of the field in the text, from 0
    quoted: bool = False  # the value stood in quotes: nothing in it is an operator
    regex: bool = False  # it stood between slashes
    growing: bool = field(default=False, compare=False)  # it goes on only while it is being typed

    @property
    def word(self) -> Word:
        """The word that the value is, where it is one: `'us`, `~us` or `us*`."""
        value = self.value.removeprefix("^") if self.name == "title" else self.value
        sign = value[0] if len(value) > 1 and value[0] in "'~" else ""
        prefix = len(value) > len(sign) + 1 and value.endswith("*")
        text = value[len(sign) : len(value) - prefix]
        fuzzy = sign == "~" and not prefix
        return Word(text, prefix, exact=sign == "'", fuzzy=fuzzy, growing=self.growing)

    def __str__(self) -> str:
        if self.quoted:
            return f"{self.name}:{Phrase(self.value)}"
        if self.regex:
            return f"{self.name}:/{self.value}/"
        written = _SPECIAL_IN_VALUE.sub(_ESCAPE, self.value)
        return f"{self.name}:" + ("\\" * written.startswith("/")) + written


@dataclass(frozen=True, slots=True)
class Alike:
    """Texts that have at least some of the words of another; the parser leaves `like:` a field."""

    of: str  # the document, as it was named
    words: tuple[str, ...]  # folded, those that say most first
    least: int  # how many of them a text must have

    def __str__(self) -> str:
        return str(Field("like", self.of))


@dataclass(frozen=True, slots=True)
class Not:
    """What does not answer `query`."""

    query: "Query"

    def __str__(self) -> str:
        return "-" + _inner(self.query, (And, Or, Near))


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


Query = Everything | Word | Phrase | Near | Pattern | Field | Alike | Not | And | Or


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
    """Yield what is asked for and has no parts, never what is under a Not, in order."""
    if isinstance(query, And | Or):
        for part in query.parts:
            yield from leaves(part)
    elif not isinstance(query, Not | Everything):
        yield query


def mapped(query: Query, change: Callable[[Query], Query]) -> Query:
    """Return the query with each leaf, those under a Not too, as `change` returns it."""
    match query:
        case And():
            return every([mapped(part, change) for part in query.parts])
        case Or():
            return either([mapped(part, change) for part in query.parts])
        case Not():
            inner = mapped(query.query, change)
            return inner if isinstance(inner, Everything) else opposite(inner)
        case Everything():
            return query
    return change(query)


def any_leaf(query: Query, is_so: Callable[[Query], bool]) -> bool:
    """Whether it is so of anything that is asked for or refused and has no parts."""
    match query:
        case Not():
            return any_leaf(query.query, is_so)
        case And() | Or():
            return any(any_leaf(part, is_so) for part in query.parts)
    return is_so(query)


def asks_for(query: Query, name: str, value: str) -> bool:
    """Whether anywhere in the query this field has this value, be it refused or not."""
    return any_leaf(
        query,
        lambda leaf: isinstance(leaf, Field) and (leaf.name, leaf.value.lower()) == (name, value),
    )


def _inner(query: Query, bracketed: tuple[type, ...]) -> str:
    return f"({query})" if isinstance(query, bracketed) else str(query)
