"""Things to choose from: one line each, or two, with a cursor; typing narrows them."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.widget import Widget

from reader.printable import printable
from reader.tui.look import Look
from reader.tui.widgets.text_line import Run, fitted
from reader.tui.wrap import cells, cut

LABEL = 14  # columns of what a text is
BOTH = 40  # columns; in fewer there is no room for two texts in a line


class Choice(NamedTuple):
    """Something that can be chosen, in words; what a stranger wrote may stand in all of them."""

    text: str
    right: str = ""  # at the right end: a number, a key, a day
    below: str = ""  # in a second line
    below_right: str = ""  # at its right end
    chip: str = ""  # behind the text, in the accent's colour
    known: bool = True  # False is dim: it is listed, but leads nowhere
    indent: int = 0  # columns
    label: str = ""  # in front of the text, dim: what it is

    @property
    def searched(self) -> str:
        """What typing looks in."""
        texts = (self.text, self.below, self.right, self.chip, self.label)
        return " ".join(texts).casefold()


Find = Callable[[str], list[int]]
"""The numbers of the choices that match what is typed, the best first."""


class ChoiceList(ScrollView, can_focus=True):
    """Choices, of which those stay that hold all the words typed."""

    DEFAULT_CSS = "ChoiceList { scrollbar-size-vertical: 1; overflow-x: hidden; }"

    class Taken(Message):
        """The choice under the cursor was clicked twice."""

    def __init__(
        self,
        look: Look,
        choices: Sequence[Choice],
        cursor: int,
        empty: str,
        find: Find | None = None,
    ) -> None:
        """`empty` is said where nothing is left; `find` stands in for looking for the words."""
        super().__init__()
        self.look = look
        self.cursor = max(0, min(cursor, len(choices) - 1))
        self._choices = choices
        self._find = find or self._with_words
        self._shown = find("") if find else list(range(len(choices)))
        self._empty = empty
        self._rows = 2 if any(one.below or one.below_right for one in choices) else 1

    @property
    def chosen(self) -> int | None:
        """The number of the choice under the cursor."""
        return self._shown[self.cursor] if self._shown else None

    @property
    def page(self) -> int:
        """The choices of a page turn: one stays in sight."""
        return max(1, self.size.height // self._rows - 1)

    def narrow(self, typed: str) -> None:
        """Show only what matches."""
        self._shown = self._find(typed)
        self.cursor = 0
        self._fill()

    def _with_words(self, typed: str) -> list[int]:
        """What holds all the words typed, as they begin a word first."""
        words = typed.casefold().split()
        texts = {number: one.searched for number, one in enumerate(self._choices)}
        found = [number for number, text in texts.items() if all(word in text for word in words)]
        return sorted(found, key=lambda number: not _begun(texts[number], words))

    def move(self, by: int) -> None:
        """Move the cursor; it stays in sight."""
        self.cursor = max(0, min(len(self._shown) - 1, self.cursor + by))
        top, height = round(self.scroll_offset.y), self.size.height
        first = self.cursor * self._rows
        if first < top or first + self._rows > top + height:
            y = first if first < top else first + self._rows - height
            self.scroll_to(y=y, animate=False, force=True)
        self.refresh()

    def on_resize(self) -> None:
        """Take up the width."""
        self._fill()

    def on_click(self, event: events.Click) -> None:
        """A click moves the cursor, a second one chooses."""
        place = (round(self.scroll_offset.y) + event.y) // self._rows
        if place < len(self._shown):
            again = event.chain > 1 and place == self.cursor
            self.move(place - self.cursor)
            if again:
                self.post_message(self.Taken())

    def _fill(self) -> None:
        size = Size(self.size.width, len(self._shown) * self._rows)
        self.set_reactive(Widget.virtual_size, size)
        if self.is_mounted and self.size.height:
            self._scroll_update(self.virtual_size)
            self.move(0)
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """One line of one choice."""
        place, second = divmod(round(self.scroll_offset.y) + y, self._rows)
        width = self.size.width
        if place >= len(self._shown):
            said = self._empty if not self._shown and y == 1 else ""
            return Strip([Segment(f"  {said}", self.look.dim)]).adjust_cell_length(
                width, self.look.text
            )
        one = self._choices[self._shown[place]]
        indent = " " * one.indent
        if second:
            left: list[Run] = [(indent + printable(one.below), self.look.dim)]
            right = one.below_right
        else:
            left = [(indent + printable(one.text), self.look.bold if one.known else self.look.dim)]
            if one.label:
                label = cut(printable(one.label), LABEL - 2)
                label += " " * (LABEL - cells(label))
                left = [(label, self.look.dim), (printable(one.text), self.look.text)]
            left += [(f"  {printable(one.chip)}", self.look.accent_dim)] if one.chip else []
            right = one.right
        ends: list[Run] = [(printable(right), self.look.dim)] if right else []
        return _row(self.look, left, ends, width, at_cursor=place == self.cursor)


def _begun(text: str, words: Sequence[str]) -> bool:
    """Whether each of the words begins one of the text."""
    return all(f" {word}" in f" {text}" for word in words)


def _row(
    look: Look, left: Sequence[Run], right: Sequence[Run], width: int, *, at_cursor: bool
) -> Strip:
    """Two texts at the ends of a line; in a narrow one the left one stands alone."""

    def shade(style: Style) -> Style:
        return look.shaded(style) if at_cursor else style

    lead = Segment("▌ " if at_cursor else "  ", shade(look.accent))
    right = right if width >= BOTH else []
    needed = sum(cells(text) for text, _ in right)
    kept, used = fitted([(text, shade(style)) for text, style in left], width - needed - 5)
    ends, _ = fitted([(text, shade(style)) for text, style in right], width)
    gap = Segment(" " * max(1, width - used - needed - 3), shade(look.text))
    return Strip([lead, *kept, gap, *ends]).adjust_cell_length(width, shade(look.text))
