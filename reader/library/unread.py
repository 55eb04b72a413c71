"""The rest of a file as a front end holds it: light, for it is loaded before the first paint."""

from typing import TYPE_CHECKING, NamedTuple

from reader.model import Position

if TYPE_CHECKING:
    from reader.sources import Rest


class Unread(NamedTuple):
    """The rest of a file, and the index of the line that it would begin with."""

    text: "Rest"
    line: int = 0

    def position(self, piece: int, character: int) -> Position:
        """Where a character of a piece stands: each piece counts as a line of the document."""
        return Position(self.line + piece, character)
