"""Another spelling of a term of a query, where that finds nothing. Must not know: the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.errors import QueryError
from reader.query.completing import begun, written_value
from reader.query.lexer import Sign, tokens
from reader.search.fold import words

if TYPE_CHECKING:
    from reader.search.offering import Offering
    from reader.search.spelling.meaning import Spelling

NAMED = frozenset({"tag", "site", "author", "in", "is", "has", "type", "lang"})
"""Fields whose values may be misspelt; all others have words, or numbers."""


def nearest(term: str, offering: Offering, spelling: Spelling) -> str:
    """Return the term with the value, or the first unknown word, that is spelt most like its own.

    Nothing where all of it is known, or nothing is spelt so. Its sign and quotes stay.
    """
    part = begun(term, len(term), offering.own)
    if part is not None and part.field in NAMED:
        offers = offering.offered(part.field, part.text, 1)
        known = bool(offers) and offers[0].value.casefold() == part.text.casefold()
        return "" if not offers or known else part.taken(term, offers[0].value)[0]
    try:
        [token] = [one for one in tokens(term) if one.sign is not Sign.NOT]
    except (QueryError, ValueError):
        return ""
    text = token.values[0].text if len(token.values) == 1 else token.text.lstrip("'~^")
    for word in words(text):
        meant = spelling.meant(word, fuzzy=True)
        if not meant.known and meant.misspelt:
            other = text.casefold().replace(word, meant.misspelt[0].word, 1)
            if other == text.casefold():
                return ""
            head, _, tail = term.partition(text)
            return head + (other if '"' in tail else written_value(other)) + tail
    return ""
