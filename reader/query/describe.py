"""A query said in words, for the line under the prompt. Must not know: the index, the screen."""

import re

from reader.query.days import day_range
from reader.query.fields import Kind, asked
from reader.query.tree import (
    Alike,
    And,
    Everything,
    Field,
    Near,
    Not,
    Or,
    Pattern,
    Phrase,
    Query,
    Word,
)
from reader.query.values import MOST, WHOLE, number_range, share_range

_FIRST_DAY, _LAST_DAY = "0001-01-01", "9999-12-31"


def describe(tree: Query) -> str:
    """Return the query in words: `tag is coast and (harbour or "the sea") and not draft`."""
    match tree:
        case Everything():
            return "everything"
        case Not():
            inner = describe(tree.query)
            return f"not ({inner})" if isinstance(tree.query, And | Or) else f"not {inner}"
        case And():
            return " and ".join(
                f"({describe(part)})" if isinstance(part, Or) else describe(part)
                for part in tree.parts
            )
        case Or():
            return " or ".join(describe(part) for part in tree.parts)
        case Field():
            return _field(tree)
        case Alike():
            return f"like “{tree.of}”"
    return _words(tree)


def _words(leaf: Word | Phrase | Near | Pattern) -> str:
    match leaf:
        case Word():
            how = "exactly " if leaf.exact else "much like " if leaf.fuzzy else ""
            return how + leaf.text + ("…" if leaf.prefix else "")
        case Near():
            return f"{describe(leaf.first)} within {leaf.within} words of {describe(leaf.second)}"
    return str(leaf) if isinstance(leaf, Pattern) else f'"{leaf.text}"'


def _field(field: Field) -> str:
    kind, said, _ = asked(field.name)
    value = field.value
    if field.quoted or field.regex:
        value = f'"{value}"' if field.quoted else f"/{value}/"
    match kind:
        case Kind.OWN:
            return f"{field.name} is {value}"
        case Kind.CHOICE:
            return said.format(value.lower())
        case Kind.DAYS:
            return _days(said, *day_range(field.value))
        case Kind.NUMBER:
            return _number(said, *number_range(field.value))
        case Kind.SHARE:
            return _share(said, field.value)
        case Kind.TAG if not (field.quoted or field.regex):
            return _tag(value)
        case Kind.TEXT if value.startswith("^") and len(value) > 1 and field.name == "title":
            return "title starts with " + re.sub(r"\*\Z", "…", value[1:])
        case Kind.TEXT if not (field.quoted or field.regex):
            return said.format(_words(field.word))
    return said.format(value)


def _tag(value: str) -> str:
    if value == "none":
        return "has no tag"
    if value.startswith("=") and len(value) > 1:
        return f"tag is {value[1:]} itself"
    return f"tag is {value}"


def _days(said: str, first: str, last: str) -> str:
    if first == last:
        return f"{said} is {first}" if said == "date" else f"{said} on {first}"
    if first == _FIRST_DAY:
        return f"{said} up to {last}"
    if last == _LAST_DAY:
        return f"{said} from {first}"
    return f"{said} from {first} to {last}"


def _number(unit: str, low: int, high: int) -> str:
    if low == high:
        return f"{low} {unit}"
    if high == MOST:
        return f"at least {low} {unit}"
    return f"{low} to {high} {unit}" if low else f"at most {high} {unit}"


def _share(said: str, value: str) -> str:
    low, high = share_range(value)
    sign = value[0] if value[1:2] != "=" else ""
    if sign == ">":
        return f"more than {_percent(low - 1)} {said}"
    if sign == "<":
        return f"less than {_percent(high + 1)} {said}"
    if low == high:
        return f"{_percent(low)} {said}"
    if high == WHOLE:
        return f"at least {_percent(low)} {said}"
    return (
        f"{_percent(low)} to {_percent(high)} {said}" if low else f"at most {_percent(high)} {said}"
    )


def _percent(share: int) -> str:
    return f"{share / 10:g} %"
