"""Which panes are on the screen, and how wide: three from 150 columns, two from 110, else one."""

from typing import TYPE_CHECKING

from textual.geometry import Size
from textual.widget import Widget

from reader.tui.actions import Pane

if TYPE_CHECKING:
    from reader.tui.screens.main import MainScreen

WIDE, MIDDLE = 150, 110  # columns
FACETS = 26  # columns
LIST_LEAST, LIST_MOST = 40, 80  # columns
TEXT_LEAST = 64  # columns of the reading pane: 60 of text and its margins
OTHER_ROWS = 5  # above and below the panes: counts, prompt, two rules, status
NAMES = {Pane.FACETS: "facets", Pane.LIST: "list", Pane.READER: "pane"}
SMALLEST = (20, 6)  # columns, rows; on less there is nothing to see


class Layout:
    """Arranges the body of the screen."""

    def __init__(self, screen: "MainScreen") -> None:
        self._screen = screen
        self._front = Pane.LIST
        self._zen = False
        self._size = Size(80, 24)

    @property
    def columns(self) -> int:
        """The width of the terminal."""
        return self._size.width

    def shows(self, pane: Pane) -> bool:
        """Whether a pane is on the screen."""
        return pane in self._panes()

    def bring(self, pane: Pane) -> None:
        """Put a pane on the screen if it is not there."""
        before = self._panes()
        self._front = pane
        if self._panes() != before:
            self.arrange()

    def arrange(self, size: Size | None = None) -> None:
        """Give each pane its columns, and the rules their joints; for a terminal of this size."""
        self._size = size or self._size
        screen, panes = self._screen, self._panes()
        joints: list[int] = []
        column = 0
        for pane, widget in self.widgets().items():
            widget.display = pane in panes
            if pane not in panes:
                continue
            widget.styles.border_left = ("solid", screen.look.palette.rule) if column else None
            if column:
                joints.append(column)
            width = self._width(pane, panes)
            widget.styles.width = width if width else "1fr"
            column += width
        if screen.loaded(NAMES[Pane.READER]):
            others = joints[-1] + 1 if Pane.READER in panes and joints else 0
            screen.pane.expected = Size(self.columns - others, self._size.height - OTHER_ROWS)
        screen.upper.meet(joints)
        screen.lower.meet(joints)
        too_small = self.columns < SMALLEST[0] or self._size.height < SMALLEST[1]
        for part in (screen.line, screen.upper, screen.lower):
            part.display = not too_small

    def widgets(self) -> dict[Pane, Widget]:
        """The panes from left to right, without those that were not on the screen so far."""
        screen, panes = self._screen, self._panes()
        return {
            pane: getattr(screen, name)
            for pane, name in NAMES.items()
            if pane in panes or pane is Pane.LIST or screen.loaded(name)
        }

    def do_redraw(self, count: int | None) -> None:
        """Draw the whole screen again, whatever the terminal shows."""
        self._screen.refresh(layout=True, repaint=True)

    def do_zen(self, count: int | None) -> None:
        """Show this pane alone, or all again."""
        self._zen = not self._zen
        self.arrange()

    def _panes(self) -> tuple[Pane, ...]:
        if self._screen.library.collection.is_file:
            return (Pane.READER,)
        if self._zen or self.columns < MIDDLE:
            return (self._front,)
        if self.columns < WIDE:
            return (Pane.FACETS if self._front is Pane.FACETS else Pane.LIST, Pane.READER)
        return (Pane.FACETS, Pane.LIST, Pane.READER)

    def _width(self, pane: Pane, panes: tuple[Pane, ...]) -> int:
        """Columns of a pane with its rule; 0 for all that is left."""
        if pane is panes[-1]:
            return 0
        if pane is Pane.FACETS and len(panes) == 3:
            return FACETS
        others = FACETS if len(panes) == 3 else 0
        share = (self.columns - others) * 2 // 5
        return max(LIST_LEAST, min(LIST_MOST, share, self.columns - others - TEXT_LEAST))
