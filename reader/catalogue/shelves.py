"""Bytes of documents, many together: a row of its own for each would leave room in every page."""

from array import array

from reader.model import Row
from reader.sqlite import Database

FULL = 64_000  # bytes from which nothing more is put onto a shelf


class Shelves:
    """Writing needs a transaction around it. Nothing of what was taken away takes room."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def put(self, row: Row, item: bytes) -> int:
        """Store what a document holds, of which nothing is stored: the number of its shelf."""
        for number, packed, held in self._database.rows(
            "SELECT number, items, bytes FROM shelf ORDER BY number DESC LIMIT 1"
        ):
            if len(held) < FULL:
                items = _items(packed)
                items.extend((row, len(item)))
                self._write(number, items, held + item)
                return int(number)
        ((number,),) = self._database.rows(
            "INSERT INTO shelf (items, bytes) VALUES (?, ?) RETURNING number",
            (array("I", (row, len(item))).tobytes(), item),
        )
        return int(number)

    def drop(self, row: Row, number: int) -> None:
        """Forget what a document holds."""
        for packed, held in self._database.rows(
            "SELECT items, bytes FROM shelf WHERE number = ?", (number,)
        ):
            items = _items(packed)
            place, start, end = _found(items, row)
            del items[place : place + 2]
            if items:
                self._write(number, items, held[:start] + held[end:])
            else:
                self._database.rows("DELETE FROM shelf WHERE number = ?", (number,))

    def _write(self, number: int, items: "array[int]", held: bytes) -> None:
        self._database.rows(
            "UPDATE shelf SET items = ?, bytes = ? WHERE number = ?",
            (items.tobytes(), held, number),
        )


def taken(row: Row, packed: bytes, held: bytes) -> bytes:
    """What a document holds, from the columns of its shelf. ValueError if it is not there."""
    _, start, end = _found(_items(packed), row)
    if end > len(held):
        raise ValueError("a shelf breaks off")
    return held[start:end]


def _items(packed: bytes) -> "array[int]":
    items = array("I")
    items.frombytes(packed)
    return items


def _found(items: "array[int]", row: Row) -> tuple[int, int, int]:
    """The place of a document among the items, and where its bytes start and end."""
    place = 2 * items[::2].index(row)
    start = sum(items[1:place:2])
    return place, start, start + items[place + 1]
