"""What can be wrong with titles that were saved. Must not know: how they are saved."""

from reader.errors import CatalogueError


class TitleIndexError(CatalogueError):
    """A saved index of titles is damaged, half there or of another version: build it again."""
