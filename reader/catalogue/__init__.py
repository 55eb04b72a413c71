"""The rebuildable store of one collection. Must not know: files' contents, cleaning, the screen."""

from importlib import import_module
from typing import TYPE_CHECKING

from reader.catalogue.catalogue import Catalogue
from reader.catalogue.documents import Seen, Stamp

if TYPE_CHECKING:
    from reader.catalogue.corrections import Scope
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


def __getattr__(name: str) -> object:
    """What only indexing needs, loaded when it is imported from here."""
    if name not in __all__:
        raise AttributeError(name)
    module = "corrections" if name == "Scope" else "packing"
    return getattr(import_module(f"reader.catalogue.{module}"), name)
