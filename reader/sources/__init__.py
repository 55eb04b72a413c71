"""Files to lines of text. Must not know: cleaning, SQLite, the screen."""

from reader.sources.load import CLEANED_BYTES, MAX_BYTES, digest, read, read_at, read_sealed
from reader.sources.parse import LINES, documents, parse, parse_html, parse_plainly, parse_text
from reader.sources.rest import Rest, start_of_line
from reader.sources.walk import Entry, entry, walk

__all__ = [
    "CLEANED_BYTES",
    "LINES",
    "MAX_BYTES",
    "Entry",
    "Rest",
    "digest",
    "documents",
    "entry",
    "parse",
    "parse_html",
    "parse_plainly",
    "parse_text",
    "read",
    "read_at",
    "read_sealed",
    "start_of_line",
    "walk",
]
