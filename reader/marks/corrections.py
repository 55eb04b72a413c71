"""What somebody said of blocks of lines: the article's, or to be set aside; here or site-wide."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from reader.marks.keys import Key, loaded, numbered, stored
from reader.printable import json_text, printable
from reader.sqlite import Database

SHOWN = 200  # characters of a line that are kept for people
KEY_BITS = 2**64 - 1

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


class Exchange(NamedTuple):
    """A change of what was said: these corrections go, and those come."""

    out: tuple[Said, ...] = ()
    into: tuple[Said, ...] = ()

    @property
    def back(self) -> "Exchange":
        """The change that takes this one back."""
        return Exchange(self.into, self.out)


Scope = tuple[str, Key | None]


class CorrectionTable:
    """In one scope a line has one verdict: what is said later takes it from what was said before.

    Writing needs a transaction around it.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> list[Said]:
        """Every correction, the first said first."""
        return list(self._found("", ()))

    def of(self, scope: Scope) -> list[Said]:
        """What was said of a document, or of a site."""
        site, document = scope
        if document is None:
            return list(self._found("WHERE site = ? AND site <> ''", (site,)))
        return list(self._found("WHERE path = ? AND member = ?", stored(document)))

    def change(self, said: Said, also: Key | None) -> Exchange:
        """The exchange by which this is said; in document `also` nothing else stands against it."""
        keys = {key for key, _ in said.lines}
        scopes: dict[Scope, None] = {(said.site, said.document): None}
        if also is not None:
            scopes["", also] = None
        out, into = [], []
        for before in (one for scope in scopes for one in self.of(scope)):
            rest = tuple(line for line in before.lines if line[0] not in keys)
            if rest != before.lines:
                out.append(before)
                into += [before._replace(lines=rest)] if rest else []
        return Exchange(tuple(out), (*into, said))

    def exchange(self, change: Exchange) -> Exchange:
        """Make a change; the same change, with the numbers of what is new."""
        for said in (*change.out, *change.into):
            for table, column in (("corrected_line", "correction"), ("correction", "number")):
                self._database.rows(f"DELETE FROM {table} WHERE {column} = ?", (said.number,))
        return Exchange(change.out, tuple(map(self._put, change.into)))

    def dump(self) -> Iterator[str]:
        """A fact for each line; see Marks.dump."""
        for one in self.all():
            where = f"site {json_text(one.site)}"
            if one.document is not None:
                path, member = one.document
                where = json_text(path) + (f" {json_text(member)}" if member else "")
            verdict = "keep" if one.keep else "aside"
            for key, text in one.lines:
                code = f"{key & KEY_BITS:016x}"
                yield f"correct {where} {verdict} {one.number} {code} {json_text(text)}"

    def _put(self, said: Said) -> Said:
        site = printable(said.site)
        document = said.document and numbered(self._database, said.document, said.digest)
        ((number,),) = self._database.rows(
            "INSERT INTO correction (number, document, site, keep)"
            " VALUES (?, ?, ?, ?) RETURNING number",
            (said.number or None, document, site, said.keep),
        )
        lines = tuple(sorted((key, printable(text[:SHOWN])) for key, text in said.lines))
        self._database.each(
            "INSERT INTO corrected_line (correction, key, text) VALUES (?, ?, ?)",
            [(number, key, text) for key, text in lines],
        )
        return said._replace(number=int(number), site=site, lines=lines)

    def _found(self, which: str, values: Iterable[bytes | str]) -> Iterator[Said]:
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
