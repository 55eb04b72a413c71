"""What is said where nothing is listed: why, and what to do about it."""

from typing import TYPE_CHECKING, NamedTuple

from reader.errors import ReaderError
from reader.model import Found
from reader.printable import printable
from reader.tui import narrowing
from reader.tui.latest import Latest

if TYPE_CHECKING:
    from reader.tui.screens.main import MainScreen

MOST_TERMS = 12  # of a query, of which each is left out to see what the others find


class Way(NamedTuple):
    """Another query, and how many documents it finds."""

    query: str
    documents: int
    changed: str  # the term that was left out, or the one in place of another


class Ways(NamedTuple):
    """Ways out of a query that finds nothing."""

    spelt: Way | None = None
    without: Way | None = None


class Nothing:
    """Says it at once; what other queries find is counted in a thread."""

    def __init__(self, screen: "MainScreen") -> None:
        self._screen = screen
        self._ways: tuple[str, Ways] = ("", Ways())
        self._latest: Latest[str, Ways] = Latest(self._look, self._deliver, lambda error: Ways())

    def stop(self) -> None:
        """Look for nothing any more."""
        self._latest.close()

    def say(self, found: Found | None) -> None:
        """Say why the list is empty, should it be."""
        screen = self._screen
        query = screen.finding.query
        if not query:
            self._say_of_all()
        elif found is not None and not found.total:
            self._say_of(query)
            if self._ways[0] != query and not screen.updating.progress:
                self._latest.ask(query)

    def take(self) -> bool:
        """Ask for the nearest spelling instead, else without what finds nothing; False: neither."""
        screen, (query, ways) = self._screen, self._ways
        way = ways.spelt or ways.without
        if len(screen.list.listing) or query != screen.finding.query or way is None:
            return False
        screen.finding.ask_anew(way.query)
        return True

    def _say_of_all(self) -> None:
        updating = self._screen.updating
        if updating.progress is not None or not updating.looked:
            self._screen.list.say_empty("Reading the folder…")
        else:
            self._screen.list.say_empty(
                "No documents here.",
                "reader reads .txt, .html and .md files.",
                "R looks again, q quits.",
            )

    def _say_of(self, query: str) -> None:
        screen = self._screen
        ways = self._ways[1] if self._ways[0] == query else Ways()
        so_far = " so far: still reading." if screen.updating.progress else "."
        said = [f"Nothing matches{so_far}", "Esc shows all documents again."]
        key = "Enter searches for that"
        if ways.spelt:
            said.append(f"{_found(ways.spelt, ways.spelt.changed)} · {key}")
            key = ""
        if ways.without:
            last = ways.without.changed == narrowing.terms(query)[-1:][0]
            key = "Backspace" if last else key
            told = _found(ways.without, f"without {ways.without.changed}")
            said.append(f"{told} · {key}" if key else told)
        screen.list.say_empty(*map(printable, said))

    def _look(self, query: str) -> Ways:
        """In a thread: count what the query finds with one term spelt otherwise, or left out."""
        terms = narrowing.unshaped(query)[:MOST_TERMS]
        without = [
            Way(narrowing.left_out(query, term), 0, term) for term in terms if len(terms) > 1
        ]
        spelt = [
            Way(narrowing.put_in(query, term, other), 0, other)
            for term in terms
            if (other := self._nearest(term))
        ]
        return Ways(self._best(query, spelt), self._best(query, without))

    def _nearest(self, term: str) -> str:
        try:
            return self._screen.library.nearest(term)
        except ReaderError:
            return ""

    def _best(self, query: str, ways: list[Way]) -> Way | None:
        """The way that finds most, the last one of equals; None where none finds anything."""
        best = None
        for way in ways:
            if query != self._screen.finding.query:
                return None
            try:
                total = self._screen.library.find(way.query, limit=1, folded=True).total
            except ReaderError:
                continue
            if total and (best is None or total >= best.documents):
                best = way._replace(documents=total)
        return best

    def _deliver(self, query: str, ways: Ways) -> None:
        self._screen.host.soon(lambda: self._arrived(query, ways))

    def _arrived(self, query: str, ways: Ways) -> None:
        if query == self._screen.finding.query:
            self._ways = query, ways
            if not len(self._screen.list.listing):
                self._say_of(query)


def _found(way: Way, said: str) -> str:
    return f"{said} finds {way.documents:,}"
