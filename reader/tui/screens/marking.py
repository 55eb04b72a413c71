"""Marking rows of the list: one, a range, all; what is done next is done to all of them."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.tui.screens.main import MainScreen


class MarkingRows:
    """Marks rows, and says how many are."""

    def __init__(self, screen: "MainScreen") -> None:
        self._screen = screen

    def do_mark(self, count: int | None) -> None:
        """Mark rows, and move on; end a range."""
        if self.end_range(keep=True):
            return
        rows = self._screen.list
        for _ in range(min(count or 1, len(rows.listing))):
            rows.mark()
        self._told()

    def do_mark_range(self, count: int | None) -> None:
        """Begin a range at the cursor, or end it and keep it marked."""
        if self.end_range(keep=True):
            return
        self._screen.list.begin_range()
        if self._screen.list.in_range:
            self._screen.say("moving marks more · V keeps them, Esc drops them")

    def do_mark_all(self, count: int | None) -> None:
        """Mark every row listed, or none of them."""
        self._screen.list.mark_all()
        self._told()

    def end_range(self, *, keep: bool) -> bool:
        """End the range that is being chosen; False where there is none."""
        rows = self._screen.list
        if not rows.in_range:
            return False
        rows.end_range(keep=keep)
        self._told()
        return True

    def drop(self) -> bool:
        """Drop the range that is being chosen, else all marks; False where nothing is marked."""
        rows = self._screen.list
        if self.end_range(keep=False):
            return True
        if not rows.marked:
            return False
        rows.marked = set()
        rows.repaint()
        self._told()
        return True

    def said(self) -> str:
        """How many documents are marked; "" where none is."""
        marked = self._screen.list.count_marked
        return f"{marked:,} marked" if marked else ""

    def _told(self) -> None:
        self._screen.say(self.said() or "nothing is marked")
