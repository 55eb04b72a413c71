"""The rebuildable store of one collection. Must not know: files' contents, cleaning, the screen."""

from reader.catalogue.catalogue import Catalogue
from reader.catalogue.corrections import Scope
from reader.catalogue.documents import Stamp

__all__ = ["Catalogue", "Scope", "Stamp"]
