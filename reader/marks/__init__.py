"""The precious store: what people noted. Must not know: the catalogue, sources, the screen."""

from reader.marks.marks import Key, Mark, Marks
from reader.marks.names import tag_name

__all__ = ["Key", "Mark", "Marks", "tag_name"]
