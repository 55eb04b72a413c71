"""A query said in words, for the line under the prompt. Must not know: the index, the screen."""

from reader.query.tree import And, Everything, Field, Not, Or, Phrase, Query, Word
from reader.query.values import date_range, number_range

_SAID = {
    "author": "author is {}",
    "body": "{} in the text",
    "in": "in {}",
    "lang": "language is {}",
    "path": "path is {}",
    "raw": "{} in what was set aside",
    "site": "site is {}",
    "title": "{} in the title",
    "type": "type is {}",
}
_FIRST_DAY, _LAST_DAY, _MOST = "0001-01-01", "9999-12-31", 10**9


def describe(tree: Query) -> str:
    """Return the query in words: `tag is coast and (harbour or "the sea") and not draft`."""
    match tree:
        case Everything():
            return "everything"
        case Word():
            return ("exactly " if tree.exact else "") + tree.text + ("…" if tree.prefix else "")
        case Phrase():
            return f'"{tree.text}"'
        case Field():
            return _field(tree)
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


def _field(field: Field) -> str:
    value = f'"{field.value}"' if field.quoted else field.value
    match field.name:
        case "tag":
            if not field.quoted and field.value.startswith("=") and len(field.value) > 1:
                return f"tag is {field.value[1:]} itself"
            return "has no tag" if field.value == "none" else f"tag is {value}"
        case "is":
            return f"is {field.value.lower()}"
        case "date":
            return _date(*date_range(field.value))
        case "words":
            return _number(*number_range(field.value))
        case name:
            return _SAID[name].format(value)


def _date(first: str, last: str) -> str:
    if first == last:
        return f"date is {first}"
    if first == _FIRST_DAY:
        return f"date up to {last}"
    if last == _LAST_DAY:
        return f"date from {first}"
    return f"date from {first} to {last}"


def _number(low: int, high: int) -> str:
    if low == high:
        return f"{low} words"
    if high == _MOST:
        return f"at least {low} words"
    return f"{low} to {high} words" if low else f"at most {high} words"
