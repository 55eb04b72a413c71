"""Query text to a tree and back. Pure. Must not know: which documents exist, SQLite, the index."""

from reader.query.describe import describe
from reader.query.parse import Parsed, parse
from reader.query.tree import And, Everything, Field, Not, Or, Phrase, Query, Word

__all__ = [
    "And",
    "Everything",
    "Field",
    "Not",
    "Or",
    "Parsed",
    "Phrase",
    "Query",
    "Word",
    "describe",
    "parse",
]
