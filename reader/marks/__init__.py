"""The precious store: what people noted. Must not know: the catalogue, sources, the screen."""

from reader.marks.corrections import Said
from reader.marks.facts import BOOKMARK, FLAGS, TAG, UNTAG, Bookmark, Deed, Edit, Fact
from reader.marks.keys import Key
from reader.marks.marks import Mark, Marks
from reader.marks.names import tag_name

__all__ = [
    "BOOKMARK",
    "FLAGS",
    "TAG",
    "UNTAG",
    "Bookmark",
    "Deed",
    "Edit",
    "Fact",
    "Key",
    "Mark",
    "Marks",
    "Said",
    "tag_name",
]
