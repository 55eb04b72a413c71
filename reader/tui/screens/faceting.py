"""The search changed by what a cursor is on: the value of a facet, or a document."""

from typing import TYPE_CHECKING

from reader.tui import narrowing
from reader.tui.actions import Pane

if TYPE_CHECKING:
    from reader.tui.screens.main import MainScreen


class Faceting:
    """Narrows and widens the search."""

    def __init__(self, screen: "MainScreen") -> None:
        self._screen = screen

    def do_to_facets(self, count: int | None) -> None:
        """Go to tags, sites and years."""
        self._screen.focus_on(Pane.FACETS)

    def do_narrow(self, count: int | None) -> None:
        """Narrow to the value under the facet pane's cursor, or widen again."""
        self._toggle("")

    def do_exclude(self, count: int | None) -> None:
        """Leave out documents with the value under the facet pane's cursor."""
        self._toggle("-")

    def do_widen(self, count: int | None) -> None:
        """Take the last term off the query."""
        finding = self._screen.finding
        if finding.query:
            finding.ask_anew(narrowing.without_last(finding.query))

    def do_alike(self, count: int | None) -> None:
        """Find what is about the same as this document."""
        self._ask_of_this("like")

    def do_copies(self, count: int | None) -> None:
        """List the near-copies of this document."""
        self._ask_of_this("dup")

    def _toggle(self, sign: str) -> None:
        row, finding = self._screen.facets.row, self._screen.finding
        if row is not None:
            term = sign + narrowing.term(row.facet, row.value)
            finding.ask_anew(narrowing.toggled(finding.query, term))

    def _ask_of_this(self, field: str) -> None:
        screen = self._screen
        document = screen.reading.document or screen.list.document
        if document is not None:
            screen.focus_on(Pane.LIST)
            screen.finding.ask_anew(f"{field}:{document.id}")
