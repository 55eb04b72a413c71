"""One row of text: what stands left, and what stands right."""

from collections.abc import Sequence

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from reader.tui.look import Look
from reader.tui.widgets.plain import Plain
from reader.tui.wrap import cells, cut

Run = tuple[str, Style]


class TextLine(Plain):
    """A row whose right half keeps its place; where both do not fit, `gives` says who gives way."""

    DEFAULT_CSS = "TextLine { height: 1; }"

    def __init__(self, look: Look, *, right_first: bool = True, id: str | None = None) -> None:
        super().__init__(id=id)
        self.look = look
        self._right_first = right_first
        self._left: Sequence[Run] = ()
        self._right: Sequence[Run] = ()

    def show(self, left: Sequence[Run] = (), right: Sequence[Run] = ()) -> None:
        """Replace what is shown. Texts must have come through `printable`."""
        if (left, right) != (self._left, self._right):
            self._left, self._right = left, right
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """The row, exactly as wide as the widget."""
        width = self.size.width
        if y:
            return Strip.blank(width, self.look.text)
        if self._right_first:
            right, used = fitted(self._right, width)
            left, begun = fitted(self._left, width - used - 1 if used else width)
        else:
            left, begun = fitted(self._left, width)
            right, used = fitted(self._right, width - begun - 1)
        gap = Segment(" " * max(0, width - begun - used), self.look.text)
        return Strip([*left, gap, *right], width)


def fitted(runs: Sequence[Run], width: int) -> tuple[list[Segment], int]:
    """As much of the runs as fits into `width` cells, with the cells used."""
    segments, used = [], 0
    for text, style in runs:
        if used >= width:
            break
        text = cut(text, width - used)
        segments.append(Segment(text, style))
        used += cells(text)
    return segments, used


class Rule(Plain):
    """A thin line across, with a joint where a line between panes meets it, and words in it."""

    DEFAULT_CSS = "Rule { height: 1; }"

    def __init__(self, look: Look, joint: str, id: str | None = None) -> None:
        super().__init__(id=id)
        self.look = look
        self._joint = joint
        self._joints: Sequence[int] = ()
        self._words: Sequence[Run] = ()

    def meet(self, columns: Sequence[int]) -> None:
        """Put joints at these columns."""
        if columns != self._joints:
            self._joints = columns
            self.refresh()

    def say(self, words: Sequence[Run]) -> None:
        """Set words into the line, or take them out."""
        if words != self._words:
            self._words = words
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """The line."""
        width = self.size.width
        cells_of = ["─"] * width
        for column in self._joints:
            if 0 <= column < width:
                cells_of[column] = self._joint
        words, used = fitted(self._words, width - 4)
        if not used:
            return Strip([Segment("".join(cells_of), self.look.rule)], width)
        before = Segment("".join(cells_of[:1]) + " ", self.look.rule)
        after = Segment(" " + "".join(cells_of[used + 3 :]), self.look.rule)
        return Strip([before, *words, after], width)
