"""By which corrections the documents were judged, and which of them that makes wait."""

from collections.abc import Iterator, Mapping

from reader.catalogue.packing import unpack_numbers
from reader.catalogue.values import PAGE, number_list
from reader.model import Row
from reader.sqlite import Database

Scope = str | Row
"""The key of a site, or the row of a document."""

Verdicts = Mapping[Scope, Mapping[int, bool]]
"""For each scope what was said of the lines of a key: kept, or set aside."""


class Corrected:
    """Every document has been judged by the corrections stored here, or waits to be."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def stored(self) -> dict[Scope, dict[int, bool]]:
        """What the documents were judged by, or are about to be."""
        found: dict[Scope, dict[int, bool]] = {}
        for site, row, key, keep in self._database.rows(
            "SELECT site, row, key, keep FROM correction"
        ):
            found.setdefault(Row(row) if row else site, {})[key] = bool(keep)
        return found

    def of(self, row: Row, site: str) -> tuple[dict[int, bool], dict[int, bool]]:
        """The same for one document: what was said of its own lines, and of its site's."""
        found: tuple[dict[int, bool], dict[int, bool]] = {}, {}
        for own, key, keep in self._database.rows(
            "SELECT row, key, keep FROM correction"
            " WHERE (site = '' AND row = ?) OR (site = ? AND site <> '' AND row = 0)",
            (row, site),
        ):
            found[0 if own else 1][key] = bool(keep)
        return found

    def store(self, wanted: Verdicts) -> None:
        """Take these corrections; documents with a line that others hold of now wait."""
        before = self.stored()
        for scope in before.keys() | wanted.keys():
            old, new = before.get(scope, {}), wanted.get(scope, {})
            changed = {key for key in old.keys() | new.keys() if old.get(key) != new.get(key)}
            if isinstance(scope, str):
                rows = list(self.holding(scope, changed)) if changed else []
            else:
                rows = [scope] if changed else []
            self._database.rows(
                "UPDATE document SET judged = -1"
                " WHERE judged > 0 AND row IN (SELECT value FROM json_each(?))",
                (number_list(rows),),
            )
        self._database.rows("DELETE FROM correction")
        self._database.each(
            "INSERT INTO correction (site, row, key, keep) VALUES (?, ?, ?, ?)",
            [
                (scope, 0, key, keep) if isinstance(scope, str) else ("", scope, key, keep)
                for scope, verdicts in wanted.items()
                for key, keep in verdicts.items()
            ],
        )

    def holding(self, site: str, keys: set[int]) -> Iterator[Row]:
        """The documents of a site that have a line of one of these keys, by row."""
        return (row for row, _ in self._held(site, keys))

    def occurrences(self, site: str, keys: set[int]) -> int:
        """How often lines of these keys stand on the pages of a site, one a page counted."""
        return sum(held for _, held in self._held(site, keys))

    def _held(self, site: str, keys: set[int]) -> Iterator[tuple[Row, int]]:
        """The documents of a site that have lines of these keys, and how many of the keys."""
        last = 0
        while documents := self._database.rows(
            "SELECT document.row, numbers FROM document JOIN fingerprint USING (row)"
            " WHERE home = (SELECT number FROM site WHERE key = ?) AND document.row > ?"
            " ORDER BY document.row LIMIT ?",
            (site, last, PAGE),
        ):
            last = documents[-1][0]
            for row, numbers in documents:
                if held := len(keys.intersection(unpack_numbers(numbers))):
                    yield Row(row), held
