"""The precious store: what people noted. Must not know: the catalogue, sources, the screen."""

from reader.marks.corrections import Exchange, Said
from reader.marks.keys import Key
from reader.marks.marks import Mark, Marks
from reader.marks.names import tag_name

__all__ = ["Exchange", "Key", "Mark", "Marks", "Said", "tag_name"]
