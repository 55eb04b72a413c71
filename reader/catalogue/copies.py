"""Which documents are near-copies of each other, and the signatures that tell."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from reader.catalogue.values import number_list
from reader.model import Row
from reader.sqlite import Database


class Signed(NamedTuple):
    """A document whose text has a signature."""

    row: Row
    id: str
    signature: bytes
    compared: int  # 1 where it was, with all others
    story: int  # the row of the copy to read; 0 without copies


class Copies:
    """Near-copies, as far as they were compared. Writing needs a transaction around it."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def sign(self, row: Row, signature: bytes) -> None:
        """Note the signature of a document's text; it waits to be compared, and its copies too."""
        self.part(row)
        self._database.rows(
            "INSERT OR REPLACE INTO signature (row, bytes, compared) VALUES (?, ?, 0)",
            (row, signature),
        )

    def part(self, row: Row) -> None:
        """Take a document and its copies apart: they wait to be compared again."""
        found = self._database.rows(
            "SELECT story FROM document WHERE row = ? AND story > 0", (row,)
        )
        for story in found:
            self._database.rows(
                "UPDATE signature SET compared = 0"
                " WHERE row IN (SELECT row FROM document WHERE story = ?)",
                story,
            )
            self._database.rows("UPDATE document SET story = 0 WHERE story = ?", story)

    def forget(self, row: Row) -> None:
        """Forget the signature of a document that has no text any more."""
        self._database.rows("DELETE FROM signature WHERE row = ?", (row,))

    def waiting(self) -> int:
        """How many documents wait to be compared."""
        return int(self._database.rows("SELECT count(*) FROM signature WHERE compared = 0")[0][0])

    def signed(self) -> list[Signed]:
        """All documents that have a signature, in an order that depends on nothing else."""
        found = self._database.rows(
            "SELECT row, id, bytes, compared, story FROM signature JOIN document USING (row)"
            " WHERE bytes <> x'' ORDER BY bytes, id"
        )
        return list(map(Signed._make, found))

    def superfluous(self) -> set[Row]:
        """The documents of which a near-copy is the one to read."""
        found = self._database.rows("SELECT row FROM document WHERE story > 0 AND story <> row")
        return {row for (row,) in found}

    def best(self, rows: Iterable[Row]) -> Row:
        """Of some documents the one to read: not broken, the longest, the first by name."""
        ((row,),) = self._database.rows(
            "SELECT row FROM document WHERE row IN (SELECT value FROM json_each(?))"
            " ORDER BY broken <> '', words DESC, name, member LIMIT 1",
            (number_list(rows),),
        )
        return Row(row)

    def store(self, stories: Mapping[Row, Row]) -> None:
        """Note of which story each of these documents is; all that waited has been compared."""
        self._database.each(
            "UPDATE document SET story = ? WHERE row = ?",
            ((story, row) for row, story in stories.items()),
        )
        self._database.rows("UPDATE signature SET compared = 1 WHERE compared = 0")
