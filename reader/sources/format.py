"""What a document format is: the one thing a module in `formats/` must define."""

from collections.abc import Callable
from dataclasses import dataclass

from reader.model import RawDocument


@dataclass(frozen=True, slots=True)
class Format:
    """A way to read one kind of text; suffixes are lower case with their dot."""

    name: str
    suffixes: frozenset[str]
    parse: Callable[[str], RawDocument]  # never raises, whatever the text is
    linked: Callable[[str], RawDocument] | None = None  # the same with links lines do not tell
