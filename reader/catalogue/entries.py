"""The entries of documents: written when a file is seen, and when it was read or cannot be."""

from collections.abc import Iterable, Iterator, Sequence

from reader.catalogue.documents import STAMP, Seen, Stamp
from reader.catalogue.packing import Packed, described
from reader.catalogue.values import PAGE, number_list, plain
from reader.model import Metadata, Row
from reader.sqlite import Database, Value

UNREAD = 3  # in the column `judged`


class Entries:
    """Writing needs a transaction around it."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def expect(self, seen: Iterable[Seen]) -> None:
        """List files that wait to be read; those that were listed keep what is known of them."""
        unknown = _columns(None, None) | {"digest": b"", "judged": UNREAD, "pending": True}
        names = (*Seen._fields, *unknown)
        self._database.each(
            f"INSERT INTO document ({', '.join(names)}) VALUES ({', '.join('?' * len(names))})"
            " ON CONFLICT (name, member) DO UPDATE SET pending = 1,"
            " size = excluded.size, mtime_ns = excluded.mtime_ns",
            ((*each._replace(title=plain(each.title)), *unknown.values()) for each in seen),
        )

    def pending(self) -> Iterator[Stamp]:
        """Files that wait to be read, by name; reading them meanwhile is allowed."""
        last: tuple[bytes, bytes] = b"", b""
        while found := self._database.rows(
            f"SELECT {STAMP} FROM document WHERE pending = 1 AND (name, member) > (?, ?)"
            " ORDER BY name, member LIMIT ?",
            (*last, PAGE),
        ):
            last = found[-1][1], found[-1][2]
            yield from map(Stamp._make, found)

    def sample(self, order: Sequence[int], most: int) -> list[Stamp]:
        """So many of these documents, from all over the collection."""
        chosen = order[:: max(1, len(order) // most)][:most]
        found = self._database.rows(
            f"SELECT {STAMP} FROM document WHERE row IN (SELECT value FROM json_each(?))"
            " ORDER BY name, member",
            (number_list(chosen),),
        )
        return list(map(Stamp._make, found))

    def put(
        self,
        seen: Seen,
        digest: bytes,
        packed: Packed | None,
        skipped: str | None,
        site: int | None,
    ) -> Row:
        """The row of a document that is known so from now on, new or the one of its name.

        What was judged keeps its title until it is judged again, so that lists do not flicker.
        """
        values = seen._replace(title=plain(seen.title))._asdict() | _columns(packed, site)
        values |= {
            "digest": digest,
            "skipped": None if skipped is None else plain(skipped),
            "pending": False,
        }
        changes = ", ".join(f"{name} = excluded.{name}" for name in values if name != "title")
        title = "excluded.title"
        if packed:
            values["title"] = packed.title or values["title"]
            title = f"iif(document.judged = {UNREAD}, excluded.title, document.title)"
        ((row,),) = self._database.rows(
            f"INSERT INTO document ({', '.join(values)}) VALUES ({', '.join('?' * len(values))})"
            f" ON CONFLICT (name, member) DO UPDATE SET title = {title}, {changes} RETURNING row",
            tuple(values.values()),
        )
        return Row(row)

    def restamp(self, row: Row, size: int, mtime_ns: int) -> None:
        """Note that a file was touched but holds what it held."""
        self._database.rows(
            "UPDATE document SET size = ?, mtime_ns = ?, pending = 0 WHERE row = ?",
            (size, mtime_ns, row),
        )


def _columns(packed: Packed | None, site: int | None) -> dict[str, Value]:
    """What lists show of a document; without `packed` nothing is known, and nothing to judge."""
    return {
        "site": site,
        "home": site,
        **(packed.described if packed else described(Metadata())),
        "words": 0,
        "junk": 0,
        "sure": 0,
        "image": False,
        "format": packed.format if packed else "",
        "encoding": packed.encoding if packed else "",
        "guessed": bool(packed and packed.guessed),
        "broken": "",
        "judged": packed is None,
    }
