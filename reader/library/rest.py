"""What of a document's file was not read, for whoever wants to see it all the same."""

from pathlib import Path

from reader.errors import SourceError
from reader.library.unread import Unread
from reader.model import Page, Position
from reader.sources import CLEANED_BYTES, LINES, Rest, parse, read_at, start_of_line

LONG = 1_000_000  # bytes; a longer file is shown as it stands until it was cleaned
SNIFFED = 1 << 16  # bytes that tell what a file is
LINED = frozenset({"text", "markdown"})  # formats whose lines are those of the file


def rest_of(page: Page, path: str) -> Unread | None:
    """What stands in a document's file below the lines of its page; None where nothing does."""
    document, lines, file = page.document, len(page.lines), Path(path)
    try:
        size = 0 if document.member else file.stat().st_size
        if size <= CLEANED_BYTES and lines < LINES:
            return None
        start = min(size, CLEANED_BYTES)
        if lines == LINES and document.format in LINED:
            start = start_of_line(file, lines, start, document.encoding)
        rest = Rest(file, start, size, document.encoding or "utf-8")
    except (OSError, SourceError):
        return None
    return Unread(rest, lines) if rest.start < size else None


def as_it_stands(file: Path) -> Unread | None:
    """All of a long file of lines, before anybody cleaned it; None for any other one."""
    try:
        size = file.stat().st_size
        if size < LONG:
            return None
        raw = parse(read_at(file, 0, SNIFFED), file.name, size)
    except (OSError, SourceError):
        return None
    return Unread(Rest(file, 0, size, raw.encoding)) if raw.format in LINED else None


def position_in(page: Page, rest: Unread | None, whole: Unread, at: tuple[int, int]) -> Position:
    """Where a page, and the rest of its file, have a place of the whole: a piece, a character."""
    piece, character = at
    above = "".join(whole.text[: piece + 1])
    above = above[: len(above) - len(whole.text[piece]) + character]
    line = above.count("\n")
    if rest is not None and line >= len(page.lines):
        return rest.position(max(0, piece - rest.text.first), character)
    return Position(line, len(above) - above.rfind("\n") - 1)
