"""What of a query is being typed, and what it may become. Must not know: which values there are."""

import re
from collections.abc import Collection
from typing import NamedTuple

from reader.errors import QueryError
from reader.query.fields import ALIASES, FIELDS, Kind, asked, field_name
from reader.query.lexer import Sign, Token, spans
from reader.query.shape import NAMES
from reader.query.tree import Phrase

LETTERS = 2  # of a field's name, from which on it is completed

_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")
_COMPARED = re.compile(r"(?:>=|<=|>|<|=)?(?:.*\.\.)?", re.DOTALL)
_KEPT = frozenset("_-./+&@")  # signs that need no quotes


class Begun(NamedTuple):
    """The part of a query that is being typed, up to the cursor."""

    field: str  # whose value it is; "" where it may become the name of a field
    text: str  # what is typed of it
    start: int  # of it in the query, its quote included
    end: int
    rest: str  # the query without its whole term

    def taken(self, query: str, value: str) -> tuple[str, int]:
        """Return the query with that in its place, and where the cursor stands then."""
        written = written_value(value) if self.field else f"{value}:"
        start = f"{query[: self.start]}{written}"
        return start + query[self.end :].removeprefix('"' * start.endswith('"')), len(start)


def begun(query: str, cursor: int, own: Collection[str] = ()) -> Begun | None:
    """Return what is being typed at the cursor, if it may become anything.

    `own` are fields that documents have in their front matter.
    """
    try:
        before = [*spans(query[:cursor], typing=True)]
    except QueryError:
        return None
    if not before or before[-1][1] != cursor:
        return None
    token = before[-1][0]
    refused = len(before) > 1 and before[-2][0].sign is Sign.NOT and before[-2][1] == token.position
    term = before[-2][0].position if refused else token.position
    if token.sign is Sign.WORD:
        if len(token.text) < LETTERS or not _NAME.fullmatch(token.text):
            return None
        return Begun("", token.text, token.position, cursor, "")
    name = _value_of(token, own)
    value = token.values[-1] if token.values else None
    if not name or value is None or value.regex:
        return None
    skipped = 0
    if not value.quoted and asked(name).kind in (Kind.DAYS, Kind.TAG):
        compared = _COMPARED.match(value.text)
        skipped = compared.end() if compared else 0
    after = query[cursor:]
    rest = f"{query[:term].rstrip()} {after[_end(after) :].strip()}".strip()
    return Begun(name, value.text[skipped:], value.position + skipped, cursor, rest)


def names(text: str, own: Collection[str] = ()) -> list[str]:
    """Return the names of fields that begin so, the shortest first."""
    text = text.lower()
    known = {*FIELDS, *NAMES, *ALIASES, *own}
    begun = (name for name in known if name.startswith(text))
    return sorted(begun, key=lambda name: (name in ALIASES, len(name), name))


def written_value(value: str) -> str:
    """Return a value as a query has it, in quotes where it needs them."""
    plain = all(letter.isalnum() or letter in _KEPT for letter in value)
    return value if plain and value[:1].isalnum() else str(Phrase(value))


def _value_of(token: Token, own: Collection[str]) -> str:
    """The name of the field that a token gives a value to; "" where it is none."""
    if token.sign is not Sign.FIELD:
        return ""
    name = token.text.lower()
    return name if name in NAMES else field_name(name, frozenset(own)) or ""


def _end(after: str) -> int:
    """Where the term ends of which this is the part behind the cursor."""
    gap = re.search(r"\s", after)
    return gap.start() if gap else len(after)
