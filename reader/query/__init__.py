"""Query text to a tree and back. Pure. Must not know: which documents exist, SQLite, the index."""

from reader.query.describe import describe
from reader.query.parse import Parsed, parse
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

__all__ = [
    "Alike",
    "And",
    "Everything",
    "Field",
    "Near",
    "Not",
    "Or",
    "Parsed",
    "Pattern",
    "Phrase",
    "Query",
    "Word",
    "describe",
    "parse",
]
