"""Tags, reading state, highlights and all else people note, wherever the files lie."""

import os
import time
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from itertools import groupby, islice
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from reader.marks.corrections import CorrectionTable, Said
from reader.marks.facts import (
    FILE,
    HIGHLIGHT,
    POSITION,
    READ,
    SEARCH,
    TAG,
    UNTAG,
    Bookmark,
    Deed,
    Edit,
    Fact,
    Passage,
    Saved,
)
from reader.marks.keys import Key, loaded, stored
from reader.marks.names import tag_name
from reader.marks.opening import opened
from reader.marks.table import BOOKMARKS, PATHS, FactTable, bookmark
from reader.model import Change, Position, Quote
from reader.sqlite import Fields, Value, file_system

if TYPE_CHECKING:
    from reader.marks.journal import Journal

SELECT = (
    "SELECT number, path, member, digest, read, starred, archived, hidden, line, character,"
    " read_on, name, added FROM document LEFT JOIN tag ON tag.document = document.number"
)
NOTED = (
    "SELECT document, note FROM highlight"
    " WHERE document IN (SELECT value FROM json_each(?)) ORDER BY number"
)


class Mark(NamedTuple):
    """All that somebody noted on one document."""

    added: frozenset[str] = frozenset()  # tags that were put on
    removed: frozenset[str] = frozenset()  # tags that were taken off, whoever had put them on
    read: bool = False
    read_on: int | None = None  # seconds since 1970, where that is known
    starred: bool = False
    archived: bool = False
    hidden: bool = False
    highlighted: bool = False  # there is a highlight in it
    notes: tuple[str, ...] = ()  # on highlights, the first made first
    position: Position | None = None
    digest: bytes = b""  # SHA-256 of the file when last noted on


class Marks:
    """One file of marks, or without a path one in memory; for any thread and several processes.

    What a method has done when it returns survives a power loss. With a deed it can be taken back.
    Raises MarksError when the file cannot be used, and when a change could not be saved; then
    nothing earlier is lost.
    """

    def __init__(self, path: Path | None) -> None:
        self._database = opened(path)
        self._facts = FactTable(self._database)
        self._corrections = CorrectionTable(self._database)
        self._path = path
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
        return self._marks(f"WHERE {INSIDE}", _inside(folder))

    def hidden(self, folder: str) -> list[Key]:
        """The hidden documents in this folder, at any depth, or this very file."""
        rows = self._database.rows(
            f"SELECT path, member FROM document WHERE hidden = 1 AND {INSIDE}", _inside(folder)
        )
        return [loaded(*row) for row in rows]

    def any_read(self, folder: str) -> bool:
        """Whether any document in this folder, at any depth, or this very file was read."""
        return bool(
            self._database.rows(
                f"SELECT 1 FROM document WHERE read = 1 AND {INSIDE} LIMIT 1", _inside(folder)
            )
        )

    def files(self) -> dict[Key, bytes]:
        """Every document with marks, wherever it is, and the digest of its file, or b""."""
        rows = self._database.rows("SELECT path, member, digest FROM document")
        return {loaded(path, member): digest for path, member, digest in rows}

    def corrections(self) -> list[Said]:
        """Everything that was said of lines, the first said first."""
        return self._corrections.all()

    def verdicts(self, document: Key, site: str) -> tuple[dict[int, bool], dict[int, bool]]:
        """What was said of lines in this document, and on its site: key to whether it is kept."""
        here, there = (
            {key: said.keep for said in self._corrections.of(*scope) for key, _ in said.lines}
            for scope in (("", document), (site, None))
        )
        return here, there

    def highlights(self, document: Key) -> list[Passage]:
        """The highlights of a document, the first made first."""
        found = (fact.value for fact in self._facts.of({document}))
        return sorted(passage for passage in found if isinstance(passage, Passage))

    def bookmarks(self, folder: str) -> list[tuple[Key, Bookmark]]:
        """The bookmarks in this folder, at any depth, or in this very file; the newest last."""
        rows = self._database.rows(
            f"{BOOKMARKS} WHERE {INSIDE} ORDER BY bookmark.number", _inside(folder)
        )
        return [(loaded(*row[:2]), bookmark(row)) for row in rows]

    def searches(self) -> list[Saved]:
        """The saved searches, by name."""
        rows = self._database.rows("SELECT name, query FROM search ORDER BY name")
        return [Saved(*row) for row in rows]

    def dump(self) -> Iterator[str]:
        """Every fact as a line, sorted: kind, path, place inside an archive, and a value.

        Path and place are JSON strings, the place only where there is one. `restore` reads it.
        """
        from reader.marks.lines import written  # noqa: PLC0415  # only text needs it

        with self._database.snapshot():
            facts = list(self._facts.all())
        yield from sorted(map(written, facts))

    @property
    def file_system(self) -> str:
        """The network file system the marks are on; "" where they are on this machine."""
        return file_system(self._path.parent) if self._path else ""

    def back_up(self) -> None:
        """Keep a dump, if there is none of today and something changed; a stat if there is."""
        from reader.marks.dumps import is_due, write_dump  # noqa: PLC0415  # not at every start

        if self._path is not None and is_due(self._path):
            write_dump(self._path, self.dump())

    # ---- changing

    def tag(
        self,
        changes: Mapping[Key, bytes],
        add: Collection[str],
        remove: Collection[str],
        deed: Deed | None = None,
    ) -> int:
        """Put tags on documents and take others off; how many documents' marks that changed.

        The values of `changes` are digests. A tag in both lists is taken off.
        """
        wanted = dict.fromkeys(map(tag_name, add), TAG) | dict.fromkeys(
            map(tag_name, remove), UNTAG
        )
        put = [Fact(kind, key, name) for key in changes for name, kind in wanted.items()]
        return self.change((), put, changes, deed).documents

    def set_flag(
        self, kind: str, changes: Mapping[Key, bytes], value: bool, deed: Deed | None = None
    ) -> int:
        """Note documents as read, starred, archived or hidden, by the kind of that fact, or as
        not; how many that changed. Values are digests. What was read already was read then."""
        facts = [Fact(kind, key) for key in changes]
        if kind == READ and value:
            now, read = int(time.time()), {k for k, mark in self.of(changes).items() if mark.read}
            facts = [Fact(kind, key, now) for key in changes if key not in read]
        edit = self.change(() if value else facts, facts if value else (), changes, deed)
        return edit.documents

    def set_position(self, key: Key, digest: bytes, position: Position) -> None:
        """Note where somebody stopped reading; the last one noted wins."""
        self.change((), [Fact(POSITION, key, position)], {key: digest})

    def correct(self, said: Said, also: Key | None = None, deed: Deed | None = None) -> Said:
        """Note a correction over what was said before; the same with its number.

        What was said before of the same lines in the same scope gives way, and what was said of
        them in the document `also`.
        """
        keys = {key for key, _ in said.lines}
        with self._database.transaction():
            said = said.shown()._replace(number=self._facts.next_number("correction"))
            before = self._corrections.of("", also) if also and also != said.document else []
            drop = [
                fact
                for one in before
                for fact, (key, _) in zip(one.facts(), one.lines, strict=True)
                if key in keys
            ]
            digests = {said.document: said.digest} if said.document else {}
            self.change(drop, said.facts(), digests, deed)
        return self._corrections.numbered([said.number])[0]

    def withdraw(self, numbers: Iterable[int], deed: Deed | None = None) -> None:
        """Take corrections back."""
        with self._database.transaction():
            said = self._corrections.numbered(numbers)
            self.change([fact for one in said for fact in one.facts()], (), {}, deed)

    def highlight(
        self, key: Key, digest: bytes, quote: Quote, note: str, deed: Deed | None = None
    ) -> int:
        """Note a passage, and what is said of it; the number of the highlight."""
        with self._database.transaction():
            passage = Passage(self._facts.next_number("highlight"), quote, note)
            edit = self.change((), [Fact(HIGHLIGHT, key, passage)], {key: digest}, deed)
            changed = [fact.value for fact in edit.into if isinstance(fact.value, Passage)]
            if changed:
                return changed[0].number
            return next(one.number for one in self.highlights(key) if one.quote == quote)

    def annotate(self, key: Key, number: int, note: str | None, deed: Deed | None = None) -> bool:
        """Change the note of a highlight, or with None remove both; False if there is none."""
        with self._database.transaction():
            found = [passage for passage in self.highlights(key) if passage.number == number]
            drop = [Fact(HIGHLIGHT, key, passage) for passage in found]
            put = [Fact(HIGHLIGHT, key, passage._replace(note=note or "")) for passage in found]
            self.change(drop, () if note is None else put, {}, deed)
        return bool(found)

    def save_search(self, name: str, query: str | None, deed: Deed | None = None) -> bool:
        """Keep a query under a name, or with None forget the name; whether that changed any."""
        with self._database.transaction():
            drop = [Fact(SEARCH, None, one) for one in self.searches() if one.name == name]
            put = () if query is None else [Fact(SEARCH, None, Saved(name, query))]
            return self.change(drop, put, {}, deed) != Edit()

    def restore(self, lines: Iterable[str], replace: bool, deed: Deed | None = None) -> Edit:
        """Add the facts of a dump, or with `replace` make them all there is; what changed.

        Where only one fact can hold, that of the dump does. Raises MarksError for a line that is
        no fact, with its number; then nothing is changed.
        """
        from reader.marks.lines import facts_of  # noqa: PLC0415  # only text needs it

        facts = facts_of(lines)
        with self._database.transaction():
            drop = set(self._facts.all()) - set(facts) if replace else set()
            files = any(fact.kind == FILE for fact in facts)  # older dumps have none
            return self._done(self._facts.exchange(drop, facts, files=files), deed)

    def change(
        self,
        drop: Iterable[Fact],
        put: Iterable[Fact],
        digests: Mapping[Key, bytes],
        deed: Deed | None = None,
    ) -> Edit:
        """Drop facts and put others in their slots, at once; what changed.

        The files of these documents are known by these digests from now on. With a deed the
        journal keeps it.
        """
        files = [Fact(FILE, key, digest) for key, digest in digests.items() if digest]
        with self._database.transaction():
            return self._done(self._facts.exchange(drop, [*files, *put]), deed)

    def follow(self, moves: Mapping[Key, Key]) -> int:
        """Let all marks follow from old to new places; from how many they did.

        They do not where the new place has some, or the old one has none.
        """
        with self._database.transaction():
            taken, there = set(self.of(moves.values())), self.of(moves)
            pairs = []
            for old, new in moves.items():
                if old in there and new not in taken:
                    taken.add(new)
                    pairs.append((old, new))
            self._database.each(
                "UPDATE document SET path = ?, member = ? WHERE path = ? AND member = ?",
                [(*stored(new), *stored(old)) for old, new in pairs],
            )
            if pairs:
                self._journal.moved(pairs)
        return len(pairs)

    def forget(
        self, folders: Sequence[str], kept: Callable[[list[str]], object], place: str = ""
    ) -> int:
        """Forget all that was noted in these folders, or on these files; on how many documents.

        First `kept` gets the facts about it, as `dump` has them: if it raises, nothing is gone.
        What was changed in `place` cannot be taken back any more.
        """
        from reader.marks.forgetting import forget  # noqa: PLC0415  # rarely needed

        with self._database.transaction():
            self._journal.forget(place)
            return forget(self._facts, folders, kept)

    # ---- taking back

    def undo(self, place: str) -> str | None:
        """Take back the newest change made in a place; what it was, or None if there is none."""
        with self._database.transaction():
            return self._journal.undo(place)

    def redo(self, place: str) -> str | None:
        """Make the change again that was taken back last in a place; what it was, or None."""
        with self._database.transaction():
            return self._journal.redo(place)

    def changes(self, place: str, limit: int) -> list[Change]:
        """The latest changes made in a place, the newest first."""
        return self._journal.changes(place, limit)

    # ---- inside

    def _done(self, edit: Edit, deed: Deed | None) -> Edit:
        """Let the journal keep a change, if it was a deed and not of digests alone."""
        if deed is not None and any(fact.kind != FILE for fact in (*edit.out, *edit.into)):
            self._journal.note(deed, edit)
        return edit

    @property
    def _journal(self) -> "Journal":
        from reader.marks.journal import Journal  # noqa: PLC0415  # nobody changes at first

        return Journal(self._database, self._facts)

    def _marks(self, which: str, values: Iterable[Value]) -> dict[Key, Mark]:
        rows = self._database.rows(f"{SELECT} {which} ORDER BY number", tuple(values))
        numbers = f"[{','.join({str(row[0]) for row in rows})}]"
        noted: dict[int, list[str]] = {}
        for number, note in self._database.rows(NOTED, (numbers,)) if rows else ():
            noted.setdefault(number, []).append(note)
        found = {}
        for number, facts in groupby(rows, itemgetter(0)):
            key, mark = _mark(list(facts))
            if number in noted:
                notes = tuple(filter(None, noted[number]))
                mark = mark._replace(highlighted=True, notes=notes)
            found[key] = mark
        return found


INSIDE = "(path = ? OR (path >= ? AND path < ?))"


def _inside(folder: str) -> tuple[bytes, bytes, bytes]:
    """The values of INSIDE for a folder."""
    inside = os.fsencode(folder).rstrip(b"/") + b"/"
    return os.fsencode(folder), inside, inside[:-1] + b"0"  # "0" comes after "/"


def _mark(facts: list[Fields]) -> tuple[Key, Mark]:
    """The marks of one document from its row, once for each tag."""
    _, path, member, digest, read, starred, archived, hidden, line, character, on, _, _ = facts[0]
    return loaded(path, member), Mark(
        added=frozenset(fact[11] for fact in facts if fact[12] == 1),
        removed=frozenset(fact[11] for fact in facts if fact[12] == 0),
        read=bool(read),
        read_on=on,
        starred=bool(starred),
        archived=bool(archived),
        hidden=bool(hidden),
        position=None if line is None else Position(line, character),
        digest=digest,
    )
