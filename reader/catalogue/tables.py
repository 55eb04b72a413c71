"""Who knows which tables of a catalogue: each is loaded at its first use, as a list needs none."""

from functools import cached_property
from typing import TYPE_CHECKING

from reader.sqlite import Database

if TYPE_CHECKING:
    from reader.catalogue.contents import Contents
    from reader.catalogue.copies import Copies
    from reader.catalogue.corrections import Corrected
    from reader.catalogue.entries import Entries
    from reader.catalogue.lines import LineCounts


class Tables:
    """All there is beside the entries of lists; for any thread."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @cached_property
    def _entries(self) -> "Entries":
        from reader.catalogue.entries import Entries  # noqa: PLC0415

        return Entries(self._database)

    @cached_property
    def _contents(self) -> "Contents":
        from reader.catalogue.contents import Contents  # noqa: PLC0415

        return Contents(self._database)

    @cached_property
    def _lines(self) -> "LineCounts":
        from reader.catalogue.lines import LineCounts  # noqa: PLC0415

        return LineCounts(self._database)

    @cached_property
    def _corrected(self) -> "Corrected":
        from reader.catalogue.corrections import Corrected  # noqa: PLC0415

        return Corrected(self._database)

    @cached_property
    def copies(self) -> "Copies":
        """Which documents are near-copies of each other."""
        from reader.catalogue.copies import Copies  # noqa: PLC0415

        return Copies(self._database)
