"""The parts of a query that are more than words, coloured in the prompt; mistakes stand out."""

from typing import TYPE_CHECKING

from rich.highlighter import Highlighter
from rich.style import Style
from rich.text import Text

from reader.tui.look import Look

if TYPE_CHECKING:
    from reader.library.typed import Piece


class Chips(Highlighter):
    """Colours the text of an Input while `on`."""

    def __init__(self, look: Look) -> None:
        self._look = look
        self.on = True
        self.own: frozenset[str] | None = None
        """Fields of documents' own, once they are known; before, no field is called unknown."""
        self.typing = -1
        """Where something is being typed, with which nothing is wrong yet."""

    def highlight(self, text: Text) -> None:
        """Colour fields as chips, operators as signs, mistakes as warnings."""
        for piece in self._pieces(text.plain):
            text.stylize(self._style(piece), piece.start, piece.end)

    def why(self, text: str) -> str:
        """What is wrong with the text, in a sentence; "" where nothing is."""
        return next((piece.why for piece in self._pieces(text) if piece.why), "")

    def _pieces(self, text: str) -> "list[Piece]":
        if not (self.on and text.strip()):
            return []
        from reader.library.typed import Part, pieces  # noqa: PLC0415  # not for the first paint

        found = pieces(text, self.own or frozenset(), self.typing)
        return [one for one in found if self.own is not None or one.part is not Part.UNKNOWN]

    def _style(self, piece: "Piece") -> Style:
        if piece.why:
            return self._look.warm + Style(underline=True)
        if piece.part == "operator":
            return self._look.accent_dim
        return self._look.shaded(self._look.accent_dim)
