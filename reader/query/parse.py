"""Query text to tree, by recursive descent. Must not know: which documents exist.

    query  = either ;
    either = all { ("OR" | "|") all } ;
    all    = one { ["AND"] one } ;
    one    = { "NOT" | "-" | "!" } ( "(" query ")" | field | phrase | word ) ;
    field  = name ":" value { "," value } | "#" value { "," value } ;
    word   = ["'"] characters ["*"] ;

A backslash takes the next character literally. In a structured query lower-case and, or, not are
operators too; else they are words.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from reader.errors import QueryError
from reader.query.lexer import Sign, Token, Value, literal, tokens
from reader.query.tree import (
    OPERATORS,
    Everything,
    Field,
    Phrase,
    Query,
    Word,
    either,
    every,
    opposite,
)
from reader.query.values import STATES, date_range, number_range

MAX_DEPTH = 50  # parentheses inside one another; nobody reads more, and the stack is finite

_STAR = re.compile(r"(?:\\.|[^\\])*?\*\Z", re.DOTALL)


def _state(value: str) -> None:
    if value.lower() not in STATES:
        raise ValueError(f"{value!r} is no state; there are: {', '.join(STATES)}")


FIELDS: dict[str, Callable[[str], object] | None] = {
    "author": None,
    "body": None,
    "date": date_range,
    "in": None,
    "is": _state,
    "lang": None,
    "path": None,
    "raw": None,
    "site": None,
    "tag": None,
    "title": None,
    "type": None,
    "words": number_range,
}
"""Every field there is, with what refuses a value (ValueError) where not all are allowed."""


@dataclass(frozen=True, slots=True)
class Parsed:
    """A query understood."""

    tree: Query
    unknown: tuple[str, ...] = ()  # field names that were taken for words, each once
    structured: bool = False  # it has a field, quote, parenthesis or operator


def parse(text: str, *, typing: bool = False) -> Parsed:
    """Return what `text` asks for; QueryError, with a position inside the text, if it is wrong.

    With `typing`, what is not finished yet is closed or left out instead. A star alone is
    everything, as in notmuch.
    """
    if text.strip() == "*":
        return Parsed(Everything(), (), structured=True)
    found = list(tokens(text, typing=typing))
    unknown = dict.fromkeys(
        token.text
        for token in found
        if token.sign is Sign.FIELD and not _known(token) and token.values[0].text
    )
    structured = any(_is_structure(token) for token in found)
    if structured:
        found = [_operator(token) for token in found]
    return Parsed(_Parser(found, typing).tree(), tuple(unknown), structured)


def _known(token: Token) -> bool:
    return token.text.lower() in FIELDS


def _is_structure(token: Token) -> bool:
    if token.sign is Sign.FIELD:
        return _known(token)
    if token.sign is Sign.WORD:
        word = _word(token.text)
        return word.exact or word.prefix
    return True


def _operator(token: Token) -> Token:
    if token.sign is Sign.WORD and token.text in OPERATORS:
        return replace(token, sign=Sign(token.text.upper()))
    return token


def _word(written: str) -> Word:
    exact = written.startswith("'") and len(written) > 1
    inner = written[exact:]
    prefix = len(inner) > 1 and _STAR.match(inner) is not None
    return Word(literal(inner[:-1] if prefix else inner), prefix=prefix, exact=exact)


class _Parser:
    def __init__(self, found: list[Token], typing: bool) -> None:
        self._tokens = found
        self._typing = typing
        self._at = 0
        self._depth = 0

    def tree(self) -> Query:
        parts = [self._either()]
        while self._at < len(self._tokens):  # only a parenthesis that closes nothing is left
            self._mistake("this parenthesis closes nothing; remove it", self._take())
            parts.append(self._either())
        return every(parts)

    def _next(self) -> Sign | None:
        return self._tokens[self._at].sign if self._at < len(self._tokens) else None

    def _take(self) -> Token:
        token = self._tokens[self._at]
        self._at += 1
        return token

    def _mistake(self, message: str, token: Token | Value) -> None:
        if not self._typing:
            raise QueryError(message, token.position)

    def _either(self) -> Query:
        parts = [self._all()]
        while self._next() is Sign.OR:
            operator = self._take()
            before, after = parts[-1], self._all()
            if isinstance(before, Everything) or isinstance(after, Everything):
                self._mistake(
                    "OR needs something on both sides; quote it to find the word", operator
                )
            parts.append(after)
        return either(part for part in parts if not isinstance(part, Everything))

    def _all(self) -> Query:
        parts: list[Query] = []
        while self._next() not in {None, Sign.OR, Sign.CLOSE}:
            if self._next() is Sign.AND:
                operator = self._take()
                if not parts or self._next() in {None, Sign.OR, Sign.AND, Sign.CLOSE}:
                    self._mistake(
                        "AND needs something on both sides; quote it to find the word", operator
                    )
            else:
                parts.append(self._one())
        return every(parts)

    def _one(self) -> Query:
        refusals = []
        while self._next() is Sign.NOT:
            refusals.append(self._take())
        if self._next() in {None, Sign.OR, Sign.AND, Sign.CLOSE}:
            self._mistake(
                "there is nothing after this NOT; quote it to find the word", refusals[-1]
            )
            return Everything()
        query = self._atom()
        if isinstance(query, Everything):  # left out while it is being typed
            return query
        return opposite(query) if len(refusals) % 2 else query

    def _atom(self) -> Query:
        token = self._take()
        if token.sign is Sign.OPEN:
            return self._group(token)
        if token.sign is Sign.PHRASE:
            if token.text.strip():
                return Phrase(token.text)
            self._mistake("there is nothing between these quotes", token)
            return Everything()
        if token.sign is Sign.WORD:
            return _word(token.text)
        if _known(token):
            return either(self._fields(token))
        return Word(f"{token.text}:" + ",".join(value.text for value in token.values))

    def _group(self, opening: Token) -> Query:
        self._depth += 1
        if self._depth > MAX_DEPTH:
            raise QueryError(
                f"more than {MAX_DEPTH} parentheses inside one another", opening.position
            )
        query = self._either()
        self._depth -= 1
        if self._next() is Sign.CLOSE:
            self._take()
        else:
            self._mistake("this parenthesis is never closed", opening)
        if isinstance(query, Everything):
            self._mistake("there is nothing between these parentheses", opening)
        return query

    def _fields(self, token: Token) -> list[Query]:
        name = token.text.lower()
        refuse = FIELDS[name]
        fields: list[Query] = []
        for value in token.values:
            if not value.text.strip():
                self._mistake(f"{name}: needs a value right after it", token)
                continue
            try:
                if refuse is not None:
                    refuse(value.text)
            except ValueError as error:
                self._mistake(f"{name}: {error}", value)
                continue
            fields.append(Field(name, value.text, token.position, value.quoted))
        return fields
