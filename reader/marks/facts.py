"""What somebody noted, as a set of facts: small, equal by value, each in one slot.

A slot holds one fact at a time: a tag on a document is put on or taken off, never both.
"""

from collections.abc import Hashable
from typing import NamedTuple

from reader.marks.keys import Key
from reader.model import Position, Quote

FILE, POSITION, CORRECT, HIGHLIGHT, SEARCH = "file", "position", "correct", "highlight", "search"
TAG, UNTAG = "tag", "untag"
BOOKMARK = "bookmark"
READ = "read"
FLAGS = {READ: "read", "star": "starred", "archive": "archived", "hide": "hidden"}
"""Kinds of facts that are there or not, and what the same is called where a document has it."""


class Verdict(NamedTuple):
    """What was said of one line: the article's, or set aside."""

    keep: bool
    number: int  # of the correction, which may be of several lines
    line: int  # its key, 64 bits with a sign
    text: str  # its beginning as it stood
    site: str = ""  # without a document: on all pages of this site


class Passage(NamedTuple):
    """A highlight, with a note or without one."""

    number: int
    quote: Quote
    note: str = ""


class Bookmark(NamedTuple):
    """A place in a document under a letter."""

    letter: str
    position: Position


class Saved(NamedTuple):
    """A query under a name."""

    name: str
    query: str


Value = None | bytes | str | int | Position | Verdict | Passage | Bookmark | Saved


class Fact(NamedTuple):
    """One thing that was noted."""

    kind: str
    document: Key | None = None
    value: Value = None
    """Digest of the file, name of a tag, and so on; nothing for a flag, but when it was read, in
    seconds since 1970, if that is known."""


class Edit(NamedTuple):
    """What a change did to the facts: some went, some came."""

    out: tuple[Fact, ...] = ()
    into: tuple[Fact, ...] = ()

    @property
    def documents(self) -> int:
        """On how many documents something else is noted than before."""
        both = (*self.out, *self.into)
        return len({fact.document for fact in both if fact.kind != FILE and fact.document})


class Deed(NamedTuple):
    """What somebody does, as the journal will know it."""

    place: str  # key of the collection it is done in
    said: str  # what it is, in words


def slot(fact: Fact) -> Hashable:
    """What a fact takes up: of two facts in one slot only one can hold."""
    match fact.value:
        case str():
            return TAG, fact.document, fact.value
        case Verdict(line=line, site=site):
            return CORRECT, fact.document, site, line
        case Passage(number=number):
            return HIGHLIGHT, number
        case Bookmark(letter=letter):
            return BOOKMARK, fact.document, letter
        case Saved(name=name):
            return SEARCH, name
    return fact.kind, fact.document
