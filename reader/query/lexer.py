"""A query's text cut into tokens. Must not know: how tokens combine, which fields exist."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from reader.errors import QueryError

_NAME = re.compile(r"([A-Za-z][A-Za-z0-9_-]*):(?!//)")  # "http://…" is an address, not a field
_SPACE = re.compile(r"\s*")
_PLAIN = re.compile(r"(?:\\.|[^\s()|\\]|\\\Z)+", re.DOTALL)
_PLAIN_VALUE = re.compile(r"(?:\\.|[^\s()|,\\]|\\\Z)+", re.DOTALL)
_QUOTED = re.compile(r'"((?:\\.|[^"\\]|\\\Z)*)("?)', re.DOTALL)
_PATTERN = re.compile(r"/((?:\\.|[^/\\\s])(?:\\.|[^/\\])*)/(?=[\s()|,]|\Z)", re.DOTALL)
_NEAR = re.compile(r"NEAR(?:/(\d+))?", re.ASCII)
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)


class Sign(StrEnum):
    """What a token is."""

    OPEN = "("
    CLOSE = ")"
    OR = "OR"
    AND = "AND"
    NOT = "NOT"
    NEAR = "NEAR"
    WORD = "word"
    PHRASE = "phrase"
    PATTERN = "pattern"
    FIELD = "field"


@dataclass(frozen=True, slots=True)
class Value:
    """One value of a field, escapes resolved but for those of a regular expression."""

    text: str
    position: int
    quoted: bool
    regex: bool = False


@dataclass(frozen=True, slots=True)
class Token:
    """One token: `text` is as written for words and regular expressions, resolved for phrases, the
    name for fields, the number for NEAR."""

    sign: Sign
    text: str
    position: int
    values: tuple[Value, ...] = ()


def literal(text: str) -> str:
    """Return `text` with every escaped character standing for itself."""
    return _ESCAPED.sub(r"\1", text)


def tokens(text: str, *, typing: bool = False) -> Iterator[Token]:
    """Yield the tokens in order; QueryError for an open quote unless it is being typed."""
    return (token for token, _ in spans(text, typing=typing))


def spans(text: str, *, typing: bool = False) -> Iterator[tuple[Token, int]]:
    """Yield the tokens in order, each with where it ends; see `tokens`."""
    at = _skip(text, 0)
    while at < len(text):
        token, at = _token(text, at, typing)
        yield token, at
        at = _skip(text, at)


def _skip(text: str, at: int) -> int:
    match = _SPACE.match(text, at)
    return match.end() if match else at


def _token(text: str, at: int, typing: bool) -> tuple[Token, int]:
    sign = text[at]
    following = text[at + 1 : at + 2]
    if sign in "()|":
        kind = {"(": Sign.OPEN, ")": Sign.CLOSE, "|": Sign.OR}[sign]
        return Token(kind, sign, at), at + 1
    if sign in "-!" and following and not following.isspace() and following not in ")|":
        return Token(Sign.NOT, sign, at), at + 1
    if sign == '"':
        inside, end = _quoted(text, at, typing)
        return Token(Sign.PHRASE, inside, at), end
    if pattern := _PATTERN.match(text, at):
        return Token(Sign.PATTERN, pattern[1], at), pattern.end()
    if sign == "#" and following and not following.isspace() and following not in "()|,":
        values, end = _values(text, at + 1, typing)
        return Token(Sign.FIELD, "tag", at, values), end
    if name := _NAME.match(text, at):
        values, end = _values(text, name.end(), typing)
        return Token(Sign.FIELD, name[1], at, values), end
    return _word(text, at)


def _word(text: str, at: int) -> tuple[Token, int]:
    word = _PLAIN.match(text, at)
    end = word.end() if word else at + 1
    written = text[at:end]
    if near := _NEAR.fullmatch(written):
        return Token(Sign.NEAR, near[1] or "", at), end
    kind = Sign(written) if written in {Sign.OR, Sign.AND, Sign.NOT} else Sign.WORD
    return Token(kind, written, at), end


def _quoted(text: str, at: int, typing: bool) -> tuple[str, int]:
    match = _QUOTED.match(text, at)
    if match is None or not (match[2] or typing):
        raise QueryError('this quote is never closed; write another " after the phrase', at)
    return literal(match[1]), match.end()


def _values(text: str, at: int, typing: bool) -> tuple[tuple[Value, ...], int]:
    """Return the comma-separated values from `at` on, an empty one where one is missing."""
    values = []
    while True:
        if text.startswith('"', at):
            inside, end = _quoted(text, at, typing)
            values.append(Value(inside, at, quoted=True))
        elif pattern := _PATTERN.match(text, at):
            end = pattern.end()
            values.append(Value(pattern[1], at, quoted=False, regex=True))
        else:
            match = _PLAIN_VALUE.match(text, at)
            end = match.end() if match else at
            values.append(Value(literal(text[at:end]), at, quoted=False))
        at = end
        if not text.startswith(",", at):
            return tuple(values), at
        at += 1
