"""What the moving keys do, in whichever pane they are pressed."""

from typing import TYPE_CHECKING

from reader.tui.actions import Pane
from reader.tui.widgets.document_list import DocumentList
from reader.tui.widgets.facet_pane import FacetPane
from reader.tui.widgets.prompt import Scope
from reader.tui.widgets.reading_pane import ReadingPane

if TYPE_CHECKING:
    from reader.tui.screens.main import MainScreen

FAR = 10**9  # rows: past either end of anything


class Moving:
    """Rows, pages and ends of the list, the facets or the text; the prompt moves the list."""

    def __init__(self, screen: "MainScreen") -> None:
        self._screen = screen

    def do_down(self, count: int | None) -> None:
        """Move down by rows."""
        self._move(count or 1)

    def do_up(self, count: int | None) -> None:
        """Move up by rows."""
        self._move(-(count or 1))

    def do_page_down(self, count: int | None) -> None:
        """Move down by pages."""
        self._move(self._pane.page_rows * (count or 1))

    def do_page_up(self, count: int | None) -> None:
        """Move up by pages."""
        self._move(-self._pane.page_rows * (count or 1))

    def do_half_down(self, count: int | None) -> None:
        """Move down by half a page."""
        self._move(max(1, self._pane.page_rows // 2) * (count or 1))

    def do_half_up(self, count: int | None) -> None:
        """Move up by half a page."""
        self._move(-max(1, self._pane.page_rows // 2) * (count or 1))

    def do_top(self, count: int | None) -> None:
        """Go to the first row, or with a count to that row."""
        self._end(count, -FAR)

    def do_bottom(self, count: int | None) -> None:
        """Go to the last row, or with a count to that row."""
        self._end(count, FAR)

    def _end(self, count: int | None, rows: int) -> None:
        pane = self._pane
        if isinstance(pane, ReadingPane):
            if count is not None:
                pane.scroll_top()
                pane.scroll_rows(count - 1)
            else:
                (pane.scroll_top if rows < 0 else pane.scroll_bottom)()
        elif count is not None and isinstance(pane, DocumentList):
            pane.move_to(count - 1)
        else:
            pane.move(rows)

    @property
    def _pane(self) -> DocumentList | ReadingPane | FacetPane:
        screen = self._screen
        if screen.where is Pane.READER:
            return screen.pane
        return screen.facets if screen.where is Pane.FACETS else screen.list

    def _move(self, by: int) -> None:
        # Tags and commands are for the rows they were asked for.
        if self._screen.prompt.scope in (Scope.TAGS, Scope.COMMAND):
            return
        pane = self._pane
        if isinstance(pane, ReadingPane):
            pane.scroll_rows(by)
        else:
            pane.move(by)
