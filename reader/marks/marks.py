"""Tags, reading state and positions of documents, wherever their files lie."""

import os
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from itertools import groupby, islice
from operator import itemgetter
from pathlib import Path
from typing import NamedTuple

from reader.marks.corrections import CorrectionTable, Exchange, Said
from reader.marks.forgetting import forget, within
from reader.marks.keys import Key, loaded, numbered, stored
from reader.marks.names import tag_name
from reader.marks.opening import opened
from reader.model import Position
from reader.printable import json_text
from reader.sqlite import Fields, Value

PATHS = 500  # values bound in one statement; SQLite takes 999 everywhere

SELECT = (
    "SELECT number, path, member, digest, read, starred, line, character, name, added"
    " FROM document LEFT JOIN tag ON tag.document = document.number"
)


class Mark(NamedTuple):
    """All that somebody noted on one document."""

    added: frozenset[str] = frozenset()  # tags that were put on
    removed: frozenset[str] = frozenset()  # tags that were taken off, whoever had put them on
    read: bool = False
    starred: bool = False
    position: Position | None = None
    digest: bytes = b""  # SHA-256 of the file when last noted on


class Marks:
    """One file of marks, or without a path one in memory; for any thread and several processes.

    What a method has done when it returns survives a power loss. Raises MarksError when the file
    cannot be used, and when a change could not be saved; then nothing earlier is lost.
    """

    def __init__(self, path: Path | None) -> None:
        self._database = opened(path)
        self._corrections = CorrectionTable(self._database)
        self.kept = path is not None
        """Whether marks outlive the program."""

    def generation(self) -> int:
        """A number that every change has raised, in this process or another."""
        return self._database.generation

    def close(self) -> None:
        """Close this thread's connection; the next use opens another."""
        self._database.close()

    # ---- looking

    def of(self, keys: Iterable[Key]) -> dict[Key, Mark]:
        """The marks of these documents; those without any are left out."""
        wanted = set(keys)
        found: dict[Key, Mark] = {}
        paths = iter({key.path for key in wanted})
        while some := [os.fsencode(path) for path in islice(paths, PATHS)]:
            places = ",".join("?" * len(some))
            found |= self._marks(f"WHERE path IN ({places})", some)
        return {key: mark for key, mark in found.items() if key in wanted}

    def under(self, folder: str) -> dict[Key, Mark]:
        """The marks of all documents in this folder, at any depth, or of this very file."""
        inside = os.fsencode(folder).rstrip(b"/") + b"/"
        return self._marks(
            "WHERE path = ? OR (path >= ? AND path < ?)",
            (os.fsencode(folder), inside, inside[:-1] + b"0"),  # "0" comes after "/"
        )

    def any_read(self, folder: str) -> bool:
        """Whether any document in this folder, at any depth, or this very file was read."""
        inside = os.fsencode(folder).rstrip(b"/") + b"/"
        return bool(
            self._database.rows(
                "SELECT 1 FROM document"
                " WHERE read = 1 AND (path = ? OR (path >= ? AND path < ?)) LIMIT 1",
                (os.fsencode(folder), inside, inside[:-1] + b"0"),
            )
        )

    def corrections(self) -> list[Said]:
        """Everything that was said of lines, the first said first."""
        return self._corrections.all()

    def verdicts(self, document: Key, site: str) -> tuple[dict[int, bool], dict[int, bool]]:
        """What was said of lines in this document, and on its site: key to whether it is kept."""
        here, there = (
            {key: said.keep for said in self._corrections.of(scope) for key, _ in said.lines}
            for scope in (("", document), (site, None))
        )
        return here, there

    def dump(self) -> Iterator[str]:
        """Every fact as a line, sorted: kind, path, place inside an archive, and a value.

        Path and place are JSON strings, the place only where there is one. Kinds are tag and
        untag with a name, read, star, position with line and character: `position "/a" 12:5`;
        and correct with keep or aside, its number, a line's key in hex and its beginning, where
        `site` and its name may stand for a path.
        """
        facts = []
        for key, mark in self._marks("", ()).items():
            where = json_text(key.path) + (f" {json_text(key.member)}" if key.member else "")
            facts += [f"tag {where} {name}" for name in mark.added]
            facts += [f"untag {where} {name}" for name in mark.removed]
            facts += [f"read {where}"] if mark.read else []
            facts += [f"star {where}"] if mark.starred else []
            if mark.position:
                facts.append(f"position {where} {mark.position.line}:{mark.position.character}")
        facts += self._corrections.dump()
        yield from sorted(facts)

    def _marks(self, which: str, values: Iterable[Value]) -> dict[Key, Mark]:
        rows = self._database.rows(f"{SELECT} {which} ORDER BY number", tuple(values))
        return dict(_mark(list(facts)) for _, facts in groupby(rows, itemgetter(0)))

    # ---- changing

    def tag(
        self, changes: Mapping[Key, bytes], add: Collection[str], remove: Collection[str]
    ) -> int:
        """Put tags on documents and take others off; how many documents' marks that changed.

        The values of `changes` are digests. A tag in both lists is taken off.
        """
        wanted = {tag_name(name): 1 for name in add} | {tag_name(name): 0 for name in remove}
        changed = 0
        with self._database.transaction():
            for key, digest in changes.items() if wanted else ():
                number = numbered(self._database, key, digest)
                before: dict[str, int] = dict(
                    self._database.rows("SELECT name, added FROM tag WHERE document = ?", (number,))
                )
                if before | wanted == before:
                    continue
                changed += 1
                self._database.each(
                    "INSERT OR REPLACE INTO tag (document, name, added) VALUES (?, ?, ?)",
                    [(number, name, added) for name, added in wanted.items()],
                )
        return changed

    def set_read(self, changes: Mapping[Key, bytes], value: bool) -> int:
        """Note documents as read or unread; how many that changed. Values are digests."""
        return self._set("read", changes, value)

    def set_starred(self, changes: Mapping[Key, bytes], value: bool) -> int:
        """Put stars on documents or take them off; how many that changed. Values are digests."""
        return self._set("starred", changes, value)

    def set_position(self, key: Key, digest: bytes, position: Position) -> None:
        """Note where somebody stopped reading; the last one noted wins."""
        with self._database.transaction():
            self._database.rows(
                "UPDATE document SET line = ?, character = ? WHERE number = ?",
                (position.line, position.character, numbered(self._database, key, digest)),
            )

    def correct(self, said: Said, also: Key | None = None) -> Exchange:
        """Note a correction over what was said before; the change, which `exchange` takes back.

        What was said before of the same lines in the same scope gives way, and what was said of
        them in the document `also`.
        """
        with self._database.transaction():
            change = self._corrections.exchange(self._corrections.change(said, also))
            self._drop_empty()
        return change

    def exchange(self, change: Exchange) -> Exchange:
        """Take corrections away and put others in their place, all with the numbers they have."""
        with self._database.transaction():
            done = self._corrections.exchange(change)
            self._drop_empty()
        return done

    def move(self, old: Key, new: Key) -> bool:
        """Let all marks of one place follow to another; False if that has some, or this none."""
        with self._database.transaction():
            if self.of([new]) or not self.of([old]):
                return False
            self._database.rows(
                "UPDATE document SET path = ?, member = ? WHERE path = ? AND member = ?",
                (*stored(new), *stored(old)),
            )
        return True

    def forget(self, folders: Sequence[str], kept: Callable[[list[str]], object]) -> int:
        """Forget all that was noted in these folders, or on these files; on how many documents.

        First `kept` gets the facts about it, as `dump` has them: if it raises, nothing is gone.
        """
        with self._database.transaction():
            facts = list(self.dump())
            kept(sorted({fact for folder in folders for fact in within(facts, folder)}))
            return sum(forget(self._database, folder) for folder in folders)

    def _set(self, column: str, changes: Mapping[Key, bytes], value: bool) -> int:
        changed = 0
        with self._database.transaction():
            for key, digest in changes.items():
                if not value and key not in self.of([key]):
                    continue
                number = numbered(self._database, key, digest)
                changed += len(
                    self._database.rows(
                        f"UPDATE document SET {column} = ? WHERE number = ? AND {column} <> ?"
                        " RETURNING number",
                        (value, number, value),
                    )
                )
            if not value:
                self._drop_empty()
        return changed

    def _drop_empty(self) -> None:
        """Forget documents on which nothing is noted any more."""
        self._database.rows(
            "DELETE FROM document WHERE read = 0 AND starred = 0 AND line IS NULL"
            " AND number NOT IN (SELECT document FROM tag) AND number NOT IN"
            " (SELECT document FROM correction WHERE document IS NOT NULL)"
        )


def _mark(facts: list[Fields]) -> tuple[Key, Mark]:
    """The marks of one document from its row, once for each tag."""
    _, path, member, digest, read, starred, line, character, _, _ = facts[0]
    return loaded(path, member), Mark(
        added=frozenset(fact[8] for fact in facts if fact[9] == 1),
        removed=frozenset(fact[8] for fact in facts if fact[9] == 0),
        read=bool(read),
        starred=bool(starred),
        position=None if line is None else Position(line, character),
        digest=digest,
    )
