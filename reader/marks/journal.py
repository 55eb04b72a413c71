"""The journal: what somebody changed, so that it can be taken back and made again, for ever."""

import time
import zlib
from collections.abc import Iterable, Mapping

from reader.errors import MarksError
from reader.marks.facts import Deed, Edit, Fact
from reader.marks.keys import Key, loaded, stored
from reader.marks.lines import fact_of, written
from reader.marks.table import FactTable
from reader.model import Change
from reader.sqlite import Database


class Journal:
    """The changes of each place, the last one last. Writing needs a transaction around it."""

    def __init__(self, database: Database, facts: FactTable) -> None:
        self._database = database
        self._facts = facts

    def note(self, deed: Deed, edit: Edit) -> None:
        """Keep a change that was just made; what was taken back here can not be redone any more."""
        self._database.rows("DELETE FROM change WHERE place = ? AND undone = 1", (deed.place,))
        self._database.rows(
            "INSERT INTO change (place, made, said, gone, come) VALUES (?, ?, ?, ?, ?)",
            (deed.place, int(time.time()), deed.said, _packed(edit.out), _packed(edit.into)),
        )

    def undo(self, place: str) -> str | None:
        """Take back the newest change that was not taken back; what it was, or None."""
        return self._turn(place, back=True)

    def redo(self, place: str) -> str | None:
        """Make the change again that was taken back last; what it was, or None."""
        return self._turn(place, back=False)

    def changes(self, place: str, limit: int) -> list[Change]:
        """The latest changes in a place, the newest first."""
        rows = self._database.rows(
            "SELECT number, made, said, undone FROM change WHERE place = ?"
            " ORDER BY number DESC LIMIT ?",
            (place, limit),
        )
        return [Change(number, made, said, bool(undone)) for number, made, said, undone in rows]

    def forget(self, place: str) -> None:
        """Forget all changes of a place, which can not be taken back then."""
        self._database.rows("DELETE FROM change WHERE place = ?", (place,))

    def moved(self, pairs: Iterable[tuple[Key, Key]]) -> None:
        """Note that documents are elsewhere, so that earlier changes find them."""
        ((newest,),) = self._database.rows("SELECT coalesce(max(number), 0) FROM change")
        if newest:
            self._database.each(
                "INSERT INTO moved (since, path, member, new_path, new_member)"
                " VALUES (?, ?, ?, ?, ?)",
                [(newest, *stored(old), *stored(new)) for old, new in pairs],
            )

    def _turn(self, place: str, back: bool) -> str | None:
        found = self._next(place, undone=not back, order="DESC" if back else "ASC")
        if found is None:
            return None
        number, said, out, into = found
        drop, put = (into, out) if back else (out, into)
        self._facts.exchange(drop, put, over=False)
        self._database.rows("UPDATE change SET undone = ? WHERE number = ?", (back, number))
        return said

    def _next(
        self, place: str, undone: bool, order: str
    ) -> tuple[int, str, list[Fact], list[Fact]] | None:
        rows = self._database.rows(
            "SELECT number, said, gone, come FROM change WHERE place = ? AND undone = ?"
            f" ORDER BY number {order} LIMIT 1",
            (place, undone),
        )
        if not rows:
            return None
        number, said, gone, come = rows[0]
        went = self._went(number)
        try:
            return int(number), str(said), _unpacked(gone, went), _unpacked(come, went)
        except (zlib.error, UnicodeDecodeError, MarksError) as error:
            raise self._database.damaged() from error

    def _went(self, number: int) -> Mapping[Key, Key]:
        """Where documents are now, by where they were when this change was made."""
        rows = self._database.rows(
            "SELECT path, member, new_path, new_member FROM moved WHERE since >= ?"
            " ORDER BY number DESC",
            (number,),
        )
        went: dict[Key, Key] = {}
        for path, member, new_path, new_member in rows:
            new = loaded(new_path, new_member)
            went[loaded(path, member)] = went.get(new, new)
        return went


def _packed(facts: Iterable[Fact]) -> bytes:
    return zlib.compress("\n".join(map(written, facts)).encode())


def _unpacked(packed: bytes, went: Mapping[Key, Key]) -> list[Fact]:
    text = zlib.decompress(packed).decode()
    facts = map(fact_of, text.split("\n") if text else ())
    if not went:
        return list(facts)
    return [
        fact._replace(document=went.get(fact.document, fact.document)) if fact.document else fact
        for fact in facts
    ]
