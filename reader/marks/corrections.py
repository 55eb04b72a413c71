"""What somebody said of blocks of lines: the article's, or to be set aside; here or site-wide."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from reader.marks.facts import CORRECT, Fact, Verdict
from reader.marks.keys import Key, loaded, stored
from reader.printable import printable
from reader.sqlite import Database, Value

SHOWN = 200  # characters of a line that are kept for people
BY_NUMBER = "WHERE correction.number = ?"

SELECT = (
    "SELECT correction.number, keep, site, path, member, digest, key, text"
    " FROM correction JOIN corrected_line ON correction = correction.number"
    " LEFT JOIN document ON document.number = correction.document"
)


class Said(NamedTuple):
    """What was said at once: of these lines, in one document or on all pages of a site."""

    keep: bool  # True: they are the article's; False: they are set aside
    lines: tuple[tuple[int, str], ...]  # key and beginning of each, keys ascending
    document: Key | None = None
    digest: bytes = b""  # of that document's file
    site: str = ""  # without a document: a site's name, or the absolute path of a folder
    number: int = 0  # what it is called; 0 until it is kept

    def facts(self) -> list[Fact]:
        """A fact for each line; their beginnings as they are kept."""
        return [
            Fact(CORRECT, self.document, Verdict(self.keep, self.number, key, text, self.site))
            for key, text in self.lines
        ]

    def shown(self) -> "Said":
        """The same with texts that may be printed: it is kept so, and then stays as it is."""
        lines = tuple((key, printable(text[:SHOWN])) for key, text in self.lines)
        return self._replace(lines=lines, site=printable(self.site))


class CorrectionTable:
    """Corrections as they were said. In one scope a line has one verdict, the last one."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> list[Said]:
        """Every correction, the first said first."""
        return list(self._found("", ()))

    def numbered(self, numbers: Iterable[int]) -> list[Said]:
        """The corrections of these numbers."""
        return [said for number in numbers for said in self._found(BY_NUMBER, (number,))]

    def of(self, site: str, document: Key | None) -> list[Said]:
        """What was said of a document, or of a site."""
        if document is None:
            return list(self._found("WHERE site = ? AND site <> ''", (site,)))
        return list(self._found("WHERE path = ? AND member = ?", stored(document)))

    def _found(self, which: str, values: Iterable[Value]) -> Iterator[Said]:
        rows = self._database.rows(
            f"{SELECT} {which} ORDER BY correction.number, key", tuple(values)
        )
        for number, same in groupby(rows, itemgetter(0)):
            fields = list(same)
            _, keep, site, path, member, digest, _, _ = fields[0]
            yield Said(
                keep=bool(keep),
                lines=tuple((key, text) for *_, key, text in fields),
                document=None if path is None else loaded(path, member),
                digest=digest or b"",
                site=site,
                number=int(number),
            )
