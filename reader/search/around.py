"""What queries name that no catalogue holds: who asks, when, from where. Must not know: how."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from reader.model import Row
from reader.search.places import Places


class Around(NamedTuple):
    """What lies around the documents; each is asked for when a query names it, not before."""

    places: Callable[[], Places] = Places
    """What `in:` may name."""
    searches: Callable[[], Mapping[str, str]] = dict
    """The saved searches by name."""
    since: Callable[[], int] = int
    """When the collection was last on the screen, before it is now, in seconds since 1970."""
    today: Callable[[], date] = date.today
    """What day it is."""
    rows: Callable[[str], Sequence[Row]] = lambda reference: ()
    """The documents of an ID, of the start of one, or of a path."""
    title: Callable[[str], str] = lambda reference: ""
    """The title of the document of an ID, of the start of one, or of a path."""
    title_of: Callable[[Row], str] = lambda row: ""
    """A document's title as it is written."""
    words: Callable[[Row], Sequence[str]] = lambda row: ()
    """The words of a document's article, folded."""


NOWHERE = Around()
