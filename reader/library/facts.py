"""All marks as text, whatever collection they belong to: what a backup needs."""

from collections.abc import Iterator
from contextlib import closing

from reader.marks import Marks
from reader.settings import Settings


def facts(settings: Settings) -> Iterator[str]:
    """Every fact as a line, sorted; see Marks.dump. Raises MarksError."""
    with closing(Marks(settings.marks_file)) as marks:
        yield from marks.dump()
