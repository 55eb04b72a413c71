"""A box over the panes, above the status line: keys and what they do, in columns."""

from collections.abc import Sequence

from rich.segment import Segment
from textual.geometry import Size
from textual.strip import Strip

from reader.tui.look import Look
from reader.tui.widgets.plain import Plain
from reader.tui.widgets.text_line import Run, fitted

COLUMN = 28  # columns that a key and its words want at least
GAPS = 5  # columns before, between and behind them
BELOW = 2  # rows that stay free: the status line and the rule above it
ABOVE = 4  # the rows of counts and prompt, and one of the panes


class FollowingBox(Plain):
    """Lies over everything on a layer of its own, so that nothing else is laid out anew by it."""

    DEFAULT_CSS = "FollowingBox { layer: above; dock: bottom; width: 100%; margin-bottom: 2; }"

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self._pairs: Sequence[tuple[str, str]] = ()
        self._columns, self._rows = 1, 1

    def show(self, pairs: Sequence[tuple[str, str]], screen: Size | None = None) -> None:
        """List these keys; on a `screen` of this size, if it is to be opened."""
        self._pairs = pairs
        if screen is not None:
            longest = [max(len(pair[half]) for pair in pairs) for half in (0, 1)]
            widest = sum(longest) + GAPS
            self._columns = max(1, screen.width // max(COLUMN, widest))
            room = max(1, screen.height - BELOW - ABOVE)
            if -(-len(pairs) // self._columns) > room:  # words are cut where there is no room
                self._columns = max(self._columns, screen.width // COLUMN, 1)
            self._rows = min(room, -(-len(pairs) // self._columns))
            self.styles.height = self._rows + 1
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """A rule, then the keys column by column."""
        width, look = self.size.width, self.look
        if y == 0:
            return Strip([Segment("─" * width, look.rule)], width)
        each = width // self._columns
        key = max((len(keys) for keys, _ in self._pairs), default=0)
        segments: list[Segment] = []
        for place in range(y - 1, self._rows * self._columns, self._rows):
            if place >= len(self._pairs):
                break
            keys, words = self._pairs[place]
            runs: list[Run] = [(f"  {keys:<{key}}  ", look.accent), (words, look.text)]
            cell, used = fitted(runs, each - 1)
            segments += [*cell, Segment(" " * (each - used), look.text)]
        return Strip(segments).adjust_cell_length(width, look.text)
