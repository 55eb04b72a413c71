"""A query's text in pieces, each with what it is: for painting it. Must not know: the screen."""

from collections.abc import Collection, Iterator
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from reader.errors import QueryError
from reader.query.fields import field_name
from reader.query.lexer import Sign, Token, spans
from reader.query.parse import parse
from reader.query.shape import NAMES


class Part(StrEnum):
    """What a piece of a query is."""

    FIELD = "field"
    OPERATOR = "operator"
    UNKNOWN = "unknown"  # a field that there is not
    MISTAKE = "mistake"


class Piece(NamedTuple):
    """Part of a query that is more than plain words."""

    start: int
    end: int
    part: Part
    why: str = ""  # what is wrong with it, in a sentence


OPERATORS = frozenset({Sign.OR, Sign.AND, Sign.NOT, Sign.NEAR, Sign.OPEN, Sign.CLOSE})


@lru_cache(64)
def pieces(query: str, own: frozenset[str] = frozenset(), typing: int = -1) -> tuple[Piece, ...]:
    """Return what in a query is no plain word, in order; a mistake in each is told.

    `own` are fields that documents have in their front matter. What ends at `typing` is not
    finished, so that nothing is wrong with it yet.
    """
    try:
        cut = [*spans(query, typing=True)]
    except QueryError:
        return ()
    found = [*_pieces(query, cut, own, typing)]
    if not any(piece.part is Part.MISTAKE for piece in found):
        found += _whole(query, cut, own, typing)
    return tuple(sorted(found))


def _pieces(
    query: str, cut: list[tuple[Token, int]], own: frozenset[str], typing: int
) -> Iterator[Piece]:
    start = 0
    refused = False
    for token, end in cut:
        start = start if refused else token.position
        refused = token.sign is Sign.NOT and end == token.position + 1
        if refused:
            continue
        if token.sign is Sign.FIELD:
            yield _field(query, token, start, end, own, typing)
        elif token.sign in OPERATORS:
            yield Piece(token.position, end, Part.OPERATOR)
        elif token.sign is Sign.PATTERN and (why := _mistake(query[token.position : end], own)):
            yield Piece(token.position, end, Part.MISTAKE, why)


def _field(
    query: str, token: Token, start: int, end: int, own: frozenset[str], typing: int
) -> Piece:
    name = token.text.lower()
    if name not in NAMES and field_name(name, own) is None:
        if not token.values[0].text:
            return Piece(start, end, Part.FIELD)
        why = f"no field {token.text}: taken as words"
        return Piece(start, end, Part.UNKNOWN, why)
    why = "" if end == typing else _mistake(query[token.position : end], own)
    return Piece(start, end, Part.MISTAKE if why else Part.FIELD, why)


def _whole(
    query: str, cut: list[tuple[Token, int]], own: frozenset[str], typing: int
) -> Iterator[Piece]:
    """What is wrong with how the pieces are put together."""
    if typing == len(query):
        return
    try:
        parse(query, own=own)
    except QueryError as error:
        for token, end in cut:
            if token.position <= error.position < end:
                yield Piece(token.position, end, Part.MISTAKE, str(error))


def _mistake(part: str, own: Collection[str]) -> str:
    """What is wrong with a part of a query; "" where nothing is."""
    try:
        parse(part, own=frozenset(own))
    except QueryError as error:
        return str(error)
    return ""
