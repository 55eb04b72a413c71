"""A part of a page: a run of text that is wrapped as one, and how it is to look."""

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from reader.model import Kind

if TYPE_CHECKING:
    from reader.tui.tables import Grid


class View(StrEnum):
    """How much of a document is shown."""

    CLEAN = "clean"  # the article; what was set aside is folded
    DIMMED = "dimmed"  # every line, what was set aside in grey
    RAW = "raw"  # every line as it stands in the file

    @property
    def next(self) -> "View":
        """The view that `c` goes to."""
        views = list(View)
        return views[(views.index(self) + 1) % len(views)]


class Tone(StrEnum):
    """What a part is, for the eye; Look gives each a style."""

    TEXT = "text"
    TITLE = "title"
    HEADING = "heading"
    DIM = "dim"
    FOLD = "fold"
    ASIDE = "aside"
    UNREAD = "unread"  # of a file that is too long: not cleaned, its lines as they stand


class Part(NamedTuple):
    """A run of text that is wrapped as one; an empty one is a blank row."""

    text: str
    tone: Tone = Tone.TEXT
    first: int = -1  # index of its first source line; -1 for what the page itself adds
    last: int = -1
    lead: str = ""  # before the first row: a bullet, a fold's triangle
    bar: str = ""  # before every row: the margin mark of quotes and of what was set aside
    note: str = ""  # at the right end of the first row: why it was set aside
    fold: int = -1  # which fold it belongs to, -1 for none
    kind: Kind = Kind.TEXT  # what its source's markup says it is
    level: int = 0  # of a heading, 1 to 6; 0 where its source tells none
    marked: bool = False  # marks of Markdown were taken out of its source lines
    hang: int = 0  # characters at its start that hang out to the left of the rows below
    grid: "Grid | None" = None  # the table that it is a row of


BLANK = Part("")
DOT = "\u00a0· "  # between facts: a row breaks after it, never before
