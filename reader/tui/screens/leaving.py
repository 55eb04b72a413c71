"""What the leaving keys do: out of the innermost thing, a pane, the collection, the program."""

from typing import TYPE_CHECKING

from reader.tui.actions import Pane

if TYPE_CHECKING:
    from reader.tui.screens.main import MainScreen


class Leaving:
    """Goes out of what one is in; nothing is lost by it."""

    def __init__(self, screen: "MainScreen") -> None:
        self._screen = screen

    def do_cancel(self, count: int | None) -> None:
        """Cancel the innermost thing, then go out of the pane."""
        screen = self._screen
        where = screen.where
        if where is Pane.PROMPT:
            screen.finding.restore()
        elif where is Pane.READER and len(screen.pane.matching) and screen.pane.matching.typed:
            screen.reading.stop_finding()
        elif where is not Pane.LIST:
            self.do_back(count)
        elif screen.marking.drop():
            pass
        elif screen.finding.query:
            screen.finding.clear()

    def do_back(self, count: int | None) -> None:
        """Go out of the pane to the list; a file that was opened alone has none."""
        screen = self._screen
        screen.reading.remember()
        if screen.library.collection.is_file:
            screen.app.exit()
        else:
            screen.focus_on(Pane.LIST)
            screen.list.repaint()

    def do_leave(self, count: int | None) -> None:
        """Quit; where a search is shown, show all documents first."""
        if self._screen.finding.query:
            self._screen.finding.clear()
        else:
            self.do_quit(count)

    def do_quit(self, count: int | None) -> None:
        """Quit at once; nothing is lost."""
        screen = self._screen
        screen.reading.remember()
        if screen.list.document is not None:
            screen.library.leave_at(screen.list.document)
        screen.app.exit()

    def do_collections(self, count: int | None) -> None:
        """Show the collections that were opened before, to go to another."""
        self._screen.host.show_collections()
