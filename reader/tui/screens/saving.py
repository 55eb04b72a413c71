"""Searches that are kept under a name: saved, found among the facets, forgotten."""

from typing import TYPE_CHECKING

from reader.model import FacetCount
from reader.printable import printable
from reader.tui import narrowing
from reader.tui.widgets.prompt import Scope

if TYPE_CHECKING:
    from reader.tui.screens.main import MainScreen

SEARCH = "search"  # the facet


class Saving:
    """Keeps queries under names."""

    def __init__(self, screen: "MainScreen") -> None:
        self._screen = screen

    def do_save_search(self, count: int | None) -> None:
        """Ask for a name."""
        screen = self._screen
        query = screen.finding.query
        if not query:
            screen.say("nothing is searched for: / finds, then B keeps it")
            return
        known = next((name for name, its in screen.library.searches() if its == query), "")
        screen.finding.open_for(Scope.NAME)
        screen.prompt.put(known, chosen=True)

    def apply(self, name: str) -> None:
        """Keep the search under this name."""
        screen, name = self._screen, " ".join(name.split())
        if not name:
            screen.say("not saved: it has no name")
            return
        before = dict(screen.library.searches()).get(name)
        changed = screen.library.save_search(name, screen.finding.query)
        screen.finding.show_facets()
        said = f"saved as {narrowing.term(SEARCH, name)}"
        if before is not None and changed:
            said += f" in place of {before}"
        screen.say(printable(f"{said} · U undoes" if changed else f"{said} before"))

    def do_forget_search(self, count: int | None) -> None:
        """Forget the saved search under the cursor."""
        screen, row = self._screen, self._screen.facets.row
        if row is None or row.facet != SEARCH:
            screen.say("only saved searches can be deleted here")
            return
        screen.library.forget_search(row.value)
        screen.finding.show_facets()
        screen.say(printable(f"search {row.value} deleted · U undoes"))

    def counts(self) -> list[FacetCount]:
        """The saved searches as values to narrow by; how much each finds is not counted."""
        return [FacetCount(SEARCH, name, 0) for name, _ in self._screen.library.searches()]
