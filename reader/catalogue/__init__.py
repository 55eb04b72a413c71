"""The rebuildable store of one collection. Must not know: files' contents, cleaning, the screen."""

from reader.catalogue.catalogue import Catalogue
from reader.catalogue.corrections import Scope
from reader.catalogue.documents import Stamp
from reader.catalogue.entries import Seen
from reader.catalogue.packing import Packed, PackedJudgement, pack, pack_judged, unjudged_lines

__all__ = [
    "Catalogue",
    "Packed",
    "PackedJudgement",
    "Scope",
    "Seen",
    "Stamp",
    "pack",
    "pack_judged",
    "unjudged_lines",
]
