"""Every field a query can have: its names, what its values may be, how it is said in words.

One table: the parser refuses by it, the line under the prompt is made by it, and the manual lists
what stands in it. Must not know: documents, what a value finds.
"""

from collections.abc import Callable
from enum import StrEnum
from typing import NamedTuple

from reader.query.days import day_range
from reader.query.values import number_range, share_range

STATES = (
    "unread",
    "read",
    "starred",
    "archived",
    "hidden",
    "annotated",
    "tagged",
    "untagged",
    "new",
    "stub",
    "duplicate",
    "broken",
)
"""What `is:` can ask for."""

THINGS = (
    "tag",
    "note",
    "highlight",
    "url",
    "date",
    "author",
    "site",
    "lang",
    "image",
    "raw",
)
"""What `has:` can ask for."""


class Kind(StrEnum):
    """What a field's values are."""

    TEXT = "text"  # words, somewhere in the text
    NAME = "name"  # words of a name
    VALUE = "value"  # a whole value, or its beginning with a star
    PART = "part"  # any part of a value
    TAG = "tag"
    PATH = "path"
    PLACE = "place"
    DAYS = "days"
    NUMBER = "number"
    SHARE = "share"  # 0 to 1, or percent
    CHOICE = "choice"  # one of a few words
    DOCUMENT = "document"  # an ID or a path
    SEARCH = "search"  # the name of a saved one
    OWN = "own"  # what documents say of themselves in their front matter


class Asked(NamedTuple):
    """What there is to know about a field."""

    kind: Kind
    said: str  # in words, {} for the value
    refuse: Callable[[str], object] | None = None  # ValueError for a value that makes no sense


def _one_of(choices: tuple[str, ...], what: str) -> Callable[[str], None]:
    def refuse(value: str) -> None:
        if value.lower() not in choices:
            raise ValueError(f"{value!r} is no {what}; there are: {', '.join(choices)}")

    return refuse


FIELDS: dict[str, Asked] = {
    "tag": Asked(Kind.TAG, "tag is {}"),
    "site": Asked(Kind.NAME, "site is {}"),
    "author": Asked(Kind.NAME, "author is {}"),
    "title": Asked(Kind.TEXT, "{} in the title"),
    "body": Asked(Kind.TEXT, "{} in the text"),
    "raw": Asked(Kind.TEXT, "{} in what was set aside"),
    "note": Asked(Kind.NAME, "{} in a note"),
    "url": Asked(Kind.PART, "{} in the address"),
    "path": Asked(Kind.PATH, "path is {}"),
    "ext": Asked(Kind.VALUE, "file ends in .{}"),
    "in": Asked(Kind.PLACE, "in {}"),
    "lang": Asked(Kind.VALUE, "language is {}"),
    "type": Asked(Kind.VALUE, "type is {}"),
    "date": Asked(Kind.DAYS, "date", day_range),
    "saved": Asked(Kind.DAYS, "saved", day_range),
    "read": Asked(Kind.DAYS, "read", day_range),
    "words": Asked(Kind.NUMBER, "words", number_range),
    "mins": Asked(Kind.NUMBER, "minutes", number_range),
    "junk": Asked(Kind.SHARE, "set aside", share_range),
    "clean": Asked(Kind.SHARE, "sure", share_range),
    "is": Asked(Kind.CHOICE, "is {}", _one_of(STATES, "state")),
    "has": Asked(Kind.CHOICE, "has {}", _one_of(THINGS, "thing to have")),
    "like": Asked(Kind.DOCUMENT, "like “{}”"),
    "dup": Asked(Kind.DOCUMENT, "a copy of “{}”"),
    "version": Asked(Kind.DOCUMENT, "from the address of “{}”"),
    "query": Asked(Kind.SEARCH, "what {} finds"),
}
"""Every field there is."""

ALIASES = {"by": "author", "from": "author", "dir": "path"}
"""Other names of fields."""

PATTERNS = frozenset({Kind.TEXT, Kind.NAME, Kind.VALUE, Kind.PART, Kind.TAG, Kind.PATH, Kind.OWN})
"""Kinds whose values may be regular expressions."""

_OWN = Asked(Kind.OWN, "{}")


def field_name(written: str, own: frozenset[str] = frozenset()) -> str | None:
    """The name of the field that somebody wrote so, or None: there is no such field.

    `own` are the names that documents have in their front matter, in lower case.
    """
    name = written.lower()
    name = ALIASES.get(name, name)
    return name if name in FIELDS or name in own else None


def asked(name: str) -> Asked:
    """What there is to know about the field of this name, which may be a document's own."""
    return FIELDS.get(name, _OWN)
