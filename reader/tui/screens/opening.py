"""Long files in the reading pane: before they are cleaned, and to their end after."""

from typing import TYPE_CHECKING

from reader.library.rest import as_it_stands, position_in, rest_of
from reader.model import Page
from reader.tui.setting import folds

if TYPE_CHECKING:
    from reader.tui.screens.main import MainScreen
    from reader.tui.widgets.reading_pane import ReadingPane


def show_file(screen: "MainScreen") -> None:
    """Show the one file of a collection as it stands, if it is long: nothing is known of it yet."""
    whole = as_it_stands(screen.library.collection.roots[0].path)
    screen.pane.show(None, rest=whole)
    screen.say("reading…" if whole is None else "not cleaned yet: the file as it stands")


def unfold_found(pane: "ReadingPane") -> None:
    """Open the folds with what was found, where nothing else of the page has it."""
    if pane.page is not None and pane.matching.words and not len(pane.matching):
        pane.open_folds(folds(pane.page, pane.matching.words))


def show_page(screen: "MainScreen", page: Page) -> None:
    """Show a page with the rest of its file, from where reading stopped, or from where one is."""
    pane, rest = screen.pane, rest_of(page, screen.library.path(page.document))
    position = screen.library.position(page.document)
    if pane.page is None and pane.rest is not None and pane.top != (0, 0):
        position = position_in(page, rest, pane.rest, pane.top)
    pane.show(page, position, rest)
