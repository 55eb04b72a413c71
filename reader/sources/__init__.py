"""Files to lines of text. Must not know: cleaning, SQLite, the screen."""

from reader.sources.load import CLEANED_BYTES, MAX_BYTES, digest, read, read_sealed
from reader.sources.parse import documents, parse, parse_html, parse_plainly, parse_text
from reader.sources.walk import Entry, entry, walk

__all__ = [
    "CLEANED_BYTES",
    "MAX_BYTES",
    "Entry",
    "digest",
    "documents",
    "entry",
    "parse",
    "parse_html",
    "parse_plainly",
    "parse_text",
    "read",
    "read_sealed",
    "walk",
]
