"""Everything the reader can refuse to do. Must not know: anything.

ReaderError                  a sentence fit to show the user as it is
├── UsageError               the command or its arguments make no sense
├── SourceError              a file could not be turned into text
├── CatalogueError           the cache could not be opened or written
│   └── DamagedCacheError    a part of it makes no sense, and is made anew when it is opened again
├── MarksError               tags and reading state could not be read or saved
├── QueryError               the query has a mistake at a known position
└── DocumentNotFoundError    no such document in this collection
"""


class ReaderError(Exception):
    """Base of all expected failures; anything else that escapes is a bug."""


class UsageError(ReaderError):
    """The command or its arguments make no sense."""


class SourceError(ReaderError):
    """A file could not be turned into text; `reason` is a short phrase, as shown in lists."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class CatalogueError(ReaderError):
    """The cache could not be opened or written; deleting it loses nothing."""


class DamagedCacheError(CatalogueError):
    """A part of the cache makes no sense; whoever opens it again has it made anew."""


class MarksError(ReaderError):
    """Tags and reading state could not be read or saved; the file is left as it is."""


class QueryError(ReaderError):
    """The query has a mistake; `position` is the 0-based character where it starts."""

    def __init__(self, message: str, position: int) -> None:
        super().__init__(message)
        self.position = position


class DocumentNotFoundError(ReaderError):
    """No such document in this collection, or more than one."""
