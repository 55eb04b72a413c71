"""The collections that were opened before: typing narrows them, Enter opens one."""

import time
from collections.abc import Sequence

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Size
from textual.screen import ModalScreen
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.widget import Widget

from reader.library.shelf import Remembered, labels
from reader.printable import printable
from reader.tui.look import Look
from reader.tui.widgets.text_line import Run, TextLine, fitted
from reader.tui.wrap import cells

ROWS = 2  # of the screen, for each collection
BOTH = 40  # columns; in fewer there is no room for two texts in a line
EMPTY = "No collection is called so."
NONE = "No collection was opened before: reader FOLDER opens one."


class CollectionLines(ScrollView, can_focus=True):
    """Two lines for each collection, and a cursor."""

    DEFAULT_CSS = "CollectionLines { scrollbar-size-vertical: 1; overflow-x: hidden; }"

    def __init__(self, look: Look, known: Sequence[Remembered], open_one: str) -> None:
        super().__init__()
        self.look = look
        self.shown = list(known)
        self._known = known
        self._called = labels(known)
        self._open = open_one
        others = (place for place, one in enumerate(known) if one.key != open_one)
        self.cursor = next(others, 0)

    @property
    def chosen(self) -> Remembered | None:
        """The collection under the cursor."""
        return self.shown[self.cursor] if self.shown else None

    def narrow(self, typed: str) -> None:
        """Show only those whose name or path holds all the words typed."""
        words = typed.casefold().split()
        self.shown = [
            one
            for one in self._known
            if all(word in f"{one.name} {_paths(one)}".casefold() for word in words)
        ]
        self.cursor = 0
        self._fill()

    def move(self, by: int) -> None:
        """Move the cursor; it stays in sight."""
        self.cursor = max(0, min(len(self.shown) - 1, self.cursor + by))
        top, height = round(self.scroll_offset.y), self.size.height
        first = self.cursor * ROWS
        if first < top or first + ROWS > top + height:
            y = first if first < top else first + ROWS - height
            self.scroll_to(y=y, animate=False, force=True)
        self.refresh()

    def on_resize(self) -> None:
        """Take up the width."""
        self._fill()

    def _fill(self) -> None:
        self.set_reactive(Widget.virtual_size, Size(self.size.width, len(self.shown) * ROWS))
        if self.is_mounted and self.size.height:
            self._scroll_update(self.virtual_size)
            self.move(0)
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """One line of one collection."""
        place, second = divmod(round(self.scroll_offset.y) + y, ROWS)
        width = self.size.width
        if place >= len(self.shown):
            said = (EMPTY if self._known else NONE) if not self.shown and y == 1 else ""
            return Strip([Segment(f"  {said}", self.look.dim)]).adjust_cell_length(
                width, self.look.text
            )
        one, at_cursor = self.shown[place], place == self.cursor
        left, right = self._facts(one) if second else self._title(one)
        return _row(self.look, left, right, width, at_cursor=at_cursor)

    def _title(self, one: Remembered) -> tuple[list[Run], list[Run]]:
        there = one.there
        name = printable(self._called[one.key])
        runs: list[Run] = [(name, self.look.bold if there else self.look.dim)]
        if one.key == self._open:
            runs.append(("  open now", self.look.accent_dim))
        noun = "document" if one.documents == 1 else "documents"
        return runs, [(f"{one.documents:,} {noun}" if there else "gone", self.look.dim)]

    def _facts(self, one: Remembered) -> tuple[list[Run], list[Run]]:
        return [(printable(_paths(one)), self.look.dim)], [(_when(one.opened), self.look.dim)]


class CollectionsScreen(ModalScreen[Remembered | None]):
    """Shown over everything; Enter gives back the collection chosen, Esc none."""

    CSS = """
    CollectionsScreen { align: center middle; background: $background; }
    CollectionsScreen > * { max-width: 100; width: 100%; }
    CollectionsScreen CollectionLines { height: 1fr; margin-top: 1; }
    """
    AUTO_FOCUS = "CollectionLines"

    def __init__(self, look: Look, known: Sequence[Remembered], open_one: str) -> None:
        super().__init__()
        self.look = look
        self.head = TextLine(look)
        self.lines = CollectionLines(look, known, open_one)
        self._open = open_one
        self._typed = ""

    def compose(self) -> "list[Widget]":
        """A line that shows what is typed, and the collections."""
        return [self.head, self.lines]

    def on_mount(self) -> None:
        """Say how to use it."""
        self._show()

    def press(self, event: events.Key) -> bool:
        """Move, narrow by what is typed, choose, or go back."""
        page = max(1, self.lines.size.height // ROWS - 1)
        steps = {"down": 1, "up": -1, "ctrl+n": 1, "ctrl+p": -1, "pagedown": page, "pageup": -page,
                 "ctrl+f": page, "ctrl+b": -page, "home": -9999, "end": 9999}  # fmt: skip
        if event.key in steps:
            self.lines.move(steps[event.key])
        elif event.key == "escape" or (not self._typed and event.character == "q"):
            self.dismiss(None)
        elif event.key in ("enter", "ctrl+j"):
            self._choose()
        elif event.key == "backspace":
            self._narrow(self._typed[:-1])
        elif event.is_printable and event.character:
            self._narrow(self._typed + event.character)
        else:
            return False
        return True

    def _choose(self) -> None:
        chosen = self.lines.chosen
        if chosen is None or chosen.key == self._open:
            self.dismiss(None)
        elif chosen.there:
            self.dismiss(chosen)
        else:
            self._show(f"{printable(chosen.name)} is gone: see where its folder went")

    def _narrow(self, typed: str) -> None:
        self._typed = typed
        self.lines.narrow(typed)
        self._show()

    def _show(self, said: str = "") -> None:
        typed = said or printable(self._typed) or "type to find one"
        style = self.look.text if self._typed or said else self.look.dim
        keys = [] if said else [("Enter opens · Esc goes back ", self.look.dim)]
        self.head.show([(" collections ", self.look.accent), (typed, style)], keys)


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


def _paths(one: Remembered) -> str:
    return ", ".join(map(str, one.paths))


def _when(seconds: int) -> str:
    """The day, or the time of today."""
    then, now = time.localtime(seconds), time.localtime()
    return time.strftime("today %H:%M" if then[:3] == now[:3] else "%Y-%m-%d", then)
