"""Facts in the tables of the store: read, exchanged for others, many at once."""

from collections import Counter
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping
from itertools import islice

from reader.marks.changing import Changing
from reader.marks.facts import (
    BOOKMARK,
    CORRECT,
    FILE,
    FLAGS,
    HIGHLIGHT,
    POSITION,
    READ,
    SEARCH,
    TAG,
    UNTAG,
    Bookmark,
    Edit,
    Fact,
    Passage,
    Saved,
    Verdict,
    slot,
)
from reader.marks.keys import Key, loaded, stored
from reader.model import Position, Quote
from reader.sqlite import Database, Fields, Value

PATHS = 500  # values bound in one statement; SQLite takes 999 everywhere

DOCUMENTS = (
    "SELECT path, member, digest, line, character, read_on,"
    f" {', '.join(FLAGS.values())} FROM document"
)
TAGS = "SELECT path, member, name, added FROM tag JOIN document ON document = document.number"
HIGHLIGHTS = (
    "SELECT path, member, highlight.number, exact, before, after, highlight.line,"
    " highlight.character, note FROM highlight JOIN document ON document = document.number"
)
VERDICTS = (
    "SELECT path, member, keep, correction.number, key, text, site"
    " FROM correction JOIN corrected_line ON correction = correction.number"
    " LEFT JOIN document ON document.number = correction.document"
)
BOOKMARKS = (
    "SELECT path, member, letter, bookmark.line, bookmark.character"
    " FROM bookmark JOIN document ON document = document.number"
)
SEARCHES = "SELECT name, query FROM search"

HERE = "(SELECT number FROM document WHERE path = ? AND member = ?)"
ADD: dict[str, str] = {
    FILE: f"UPDATE document SET digest = ?1 WHERE digest <> ?1 AND number = {HERE}",
    TAG: f"INSERT OR REPLACE INTO tag (name, document, added) VALUES (?, {HERE}, 1)",
    UNTAG: f"INSERT OR REPLACE INTO tag (name, document, added) VALUES (?, {HERE}, 0)",
    POSITION: f"UPDATE document SET line = ?, character = ? WHERE number = {HERE}",
    HIGHLIGHT: "INSERT OR REPLACE INTO highlight"
    f" (number, exact, before, after, line, character, note, document)"
    f" VALUES (?, ?, ?, ?, ?, ?, ?, {HERE})",
    BOOKMARK: "INSERT OR REPLACE INTO bookmark (letter, line, character, document)"
    f" VALUES (?, ?, ?, {HERE})",
    SEARCH: "INSERT OR REPLACE INTO search (name, query) VALUES (?, ?)",
    CORRECT: "INSERT INTO corrected_line (correction, key, text) VALUES (?, ?, ?)",
    **{
        kind: f"UPDATE document SET {column} = 1 WHERE number = {HERE}"
        for kind, column in FLAGS.items()
    },
    READ: f"UPDATE document SET read = 1, read_on = ? WHERE number = {HERE}",
}
REMOVE: dict[str, str] = {
    FILE: f"UPDATE document SET digest = x'' WHERE number = {HERE}",
    TAG: f"DELETE FROM tag WHERE name = ? AND document = {HERE}",
    UNTAG: f"DELETE FROM tag WHERE name = ? AND document = {HERE}",
    POSITION: f"UPDATE document SET line = NULL, character = NULL WHERE number = {HERE}",
    HIGHLIGHT: "DELETE FROM highlight WHERE number = ?",
    BOOKMARK: f"DELETE FROM bookmark WHERE letter = ? AND document = {HERE}",
    SEARCH: "DELETE FROM search WHERE name = ?",
    CORRECT: "DELETE FROM corrected_line WHERE correction = ? AND key = ?",
    **{
        kind: f"UPDATE document SET {column} = 0 WHERE number = {HERE}"
        for kind, column in FLAGS.items()
    },
    READ: f"UPDATE document SET read = 0, read_on = NULL WHERE number = {HERE}",
}
CORRECTION = (
    f"INSERT OR IGNORE INTO correction (number, keep, site, document) VALUES (?, ?, ?, {HERE})"
)
FORGET = (
    "DELETE FROM document WHERE path = ? AND member = ? AND line IS NULL"
    + "".join(f" AND {column} = 0" for column in FLAGS.values())
    + "".join(
        f" AND NOT EXISTS (SELECT 1 FROM {table} WHERE document = document.number)"
        for table in ("tag", "correction", "highlight", "bookmark")
    )
)


class FactTable:
    """All facts of the store. Writing needs a transaction around it."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> Iterator[Fact]:
        """Every fact, in no order."""
        for select, read in READERS.items():
            yield from map(read, self._database.rows(select))
        for row in self._database.rows(DOCUMENTS):
            yield from _of_document(row)

    def of(self, keys: Collection[Key]) -> Iterator[Fact]:
        """Every fact of these documents, in no order."""
        paths = iter({key.path for key in keys})
        while some := [stored(Key(path))[0] for path in islice(paths, PATHS)]:
            where = f" WHERE path IN ({','.join('?' * len(some))})"
            for select, read in READERS.items():
                if select is not SEARCHES:
                    yield from self._read(select + where, some, read, keys)
            for row in self._database.rows(DOCUMENTS + where, some):
                yield from (fact for fact in _of_document(row) if fact.document in keys)

    def next_number(self, table: str) -> int:
        """The number that the next highlight or correction gets; never given before."""
        rows = self._database.rows("SELECT seq FROM sqlite_sequence WHERE name = ?", (table,))
        return int(rows[0][0]) + 1 if rows else 1

    def exchange(
        self, drop: Iterable[Fact], put: Iterable[Fact], *, over: bool = True, files: bool = False
    ) -> Edit:
        """Drop facts and put others; what really changed.

        What is not there is not dropped. A slot that is taken gets its new fact if `over`, else it
        stays as it is. A document on which nothing is noted any more is forgotten; before that its
        digest is only dropped if `files` says so.
        """
        drop, put = list(drop), list(put)
        now = self._now([*drop, *put])
        changing = Changing(now, over)
        for fact in drop:
            if files or fact.kind != FILE:
                changing.drop(fact)
        for fact in self._numbered(put, now):
            changing.put(fact)
        edit = changing.edit()
        self._write(edit)
        return edit

    # ---- inside

    def _read(
        self,
        sql: str,
        values: Iterable[Value],
        read: Callable[[Fields], Fact],
        keys: Collection[Key],
    ) -> Iterator[Fact]:
        for row in self._database.rows(sql, tuple(values)):
            fact = read(row)
            if fact.document in keys:
                yield fact

    def _now(self, facts: Iterable[Fact]) -> dict[Hashable, Fact]:
        """What is in all slots that may have to do with these facts."""
        facts = list(facts)
        found = list(self.of({fact.document for fact in facts if fact.document}))
        if any(fact.kind == SEARCH for fact in facts):
            found += map(_search, self._database.rows(SEARCHES))
        for kind, select, column in (
            (CORRECT, VERDICTS, "correction.number"),
            (HIGHLIGHT, HIGHLIGHTS, "highlight.number"),
        ):
            values = [fact.value for fact in facts if fact.kind == kind]
            numbers = iter({v.number for v in values if isinstance(v, Verdict | Passage)})
            while some := list(islice(numbers, PATHS)):
                where = f" WHERE {column} IN ({','.join('?' * len(some))})"
                found += map(READERS[select], self._database.rows(select + where, some))
        sites = {fact.value.site for fact in facts if isinstance(fact.value, Verdict)} - {""}
        for site in sites:
            rows = self._database.rows(f"{VERDICTS} WHERE site = ?", (site,))
            found += map(READERS[VERDICTS], rows)
        return {slot(fact): fact for fact in found}

    def _numbered(self, put: list[Fact], now: Mapping[Hashable, Fact]) -> Iterator[Fact]:
        """These facts, with other numbers where theirs are of something else already.

        A number may come from a dump, or from the journal after one was restored.
        """
        if not any(isinstance(fact.value, Verdict | Passage) for fact in put):
            yield from put
            return
        taken = {
            (fact.kind, fact.value.number): _thing(fact)
            for fact in now.values()
            if isinstance(fact.value, Verdict | Passage)
        }
        known = {thing: number for (_, number), thing in taken.items() if thing[0] == HIGHLIGHT}
        new: dict[Hashable, int] = {}
        wanted = Counter[str]()
        for kind, table in ((HIGHLIGHT, "highlight"), (CORRECT, "correction")):
            numbers = [
                fact.value.number
                for fact in put
                if fact.kind == kind and isinstance(fact.value, Verdict | Passage)
            ]
            wanted[kind] = max([self.next_number(table), *(n + 1 for n in numbers)])
        for fact in put:
            if not isinstance(fact.value, Verdict | Passage):
                yield fact
                continue
            thing = _thing(fact)
            number = known.get(thing, fact.value.number)
            if taken.setdefault((fact.kind, number), thing) != thing:
                alias = fact.value.number, thing
                if alias not in new:
                    new[alias] = wanted[fact.kind]
                    wanted[fact.kind] += 1
                number = new[alias]
                taken[fact.kind, number] = thing
            yield fact._replace(value=fact.value._replace(number=number))

    def _write(self, edit: Edit) -> None:
        each = self._database.each
        # A flag, a position or a row that another fact replaces need not be taken away first.
        coming = {slot(fact) for fact in edit.into if fact.kind != CORRECT}
        for kind, facts in _by_kind(edit.out):
            each(REMOVE[kind], [_removing(fact) for fact in facts if slot(fact) not in coming])
        if any(fact.kind == CORRECT for fact in edit.out):
            self._database.rows(
                "DELETE FROM correction WHERE number NOT IN (SELECT correction FROM corrected_line)"
            )
        digests: dict[Key, bytes] = {}
        for fact in edit.into:
            if fact.document:
                digest = fact.value if isinstance(fact.value, bytes) else b""
                digests[fact.document] = digest or digests.get(fact.document, b"")
        each(
            "INSERT OR IGNORE INTO document (path, member, digest) VALUES (?, ?, ?)",
            # In order, since each place in the index is then near the one before.
            sorted((*stored(key), digest) for key, digest in digests.items()),
        )
        for kind, facts in _by_kind(edit.into):
            if kind == CORRECT:
                each(CORRECTION, map(_correction, facts))
            each(ADD[kind], map(_adding, facts))
        each(FORGET, [stored(fact.document) for fact in edit.out if fact.document])


def _thing(fact: Fact) -> tuple[Hashable, ...]:
    """What a number stands for: a passage, or a verdict in a scope."""
    if isinstance(fact.value, Passage):
        return HIGHLIGHT, fact.document, fact.value.quote
    assert isinstance(fact.value, Verdict)
    return CORRECT, fact.document, fact.value.site, fact.value.keep


def _by_kind(facts: Iterable[Fact]) -> Iterator[tuple[str, list[Fact]]]:
    groups: dict[str, list[Fact]] = {}
    for fact in facts:
        groups.setdefault(fact.kind, []).append(fact)
    return iter(groups.items())


def _place(fact: Fact) -> tuple[bytes, ...]:
    return stored(fact.document) if fact.document else ()


def _removing(fact: Fact) -> tuple[Value, ...]:
    match fact.value:
        case str():
            return (fact.value, *_place(fact))
        case Verdict(number=number, line=line):
            return number, line
        case Passage(number=number):
            return (number,)
        case Bookmark(letter=letter):
            return (letter, *_place(fact))
        case Saved(name=name):
            return (name,)
    return _place(fact)


def _adding(fact: Fact) -> tuple[Value, ...]:
    match fact.value:
        case str() | bytes() | int():
            return (fact.value, *_place(fact))
        case None if fact.kind == READ:
            return (None, *_place(fact))
        case Position():
            return (*fact.value, *_place(fact))
        case Verdict(number=number, line=line, text=text):
            return number, line, text
        case Passage(number=number, quote=quote, note=note):
            return (number, *quote, note, *_place(fact))
        case Bookmark(letter=letter, position=position):
            return (letter, *position, *_place(fact))
        case Saved():
            return tuple(fact.value)
    return _place(fact)


def _correction(fact: Fact) -> tuple[Value, ...]:
    assert isinstance(fact.value, Verdict)
    place = _place(fact) or (None, None)
    return (fact.value.number, fact.value.keep, fact.value.site, *place)


def _of_document(row: Fields) -> Iterator[Fact]:
    path, member, digest, line, character, read_on, *flags = row
    key = loaded(path, member)
    if digest:
        yield Fact(FILE, key, digest)
    if line is not None:
        yield Fact(POSITION, key, Position(line, character))
    for kind, flag in zip(FLAGS, flags, strict=True):
        if flag:
            yield Fact(kind, key, read_on if kind == READ else None)


def _tag(row: Fields) -> Fact:
    path, member, name, added = row
    return Fact(TAG if added else UNTAG, loaded(path, member), name)


def _highlight(row: Fields) -> Fact:
    path, member, number, exact, before, after, line, character, note = row
    quote = Quote(exact, before, after, line, character)
    return Fact(HIGHLIGHT, loaded(path, member), Passage(number, quote, note))


def _verdict(row: Fields) -> Fact:
    path, member, keep, number, key, text, site = row
    document = None if path is None else loaded(path, member)
    return Fact(CORRECT, document, Verdict(bool(keep), number, key, text, site))


def bookmark(row: Fields) -> Bookmark:
    """The bookmark of a row of BOOKMARKS."""
    _, _, letter, line, character = row
    return Bookmark(letter, Position(line, character))


def _bookmark(row: Fields) -> Fact:
    return Fact(BOOKMARK, loaded(*row[:2]), bookmark(row))


def _search(row: Fields) -> Fact:
    return Fact(SEARCH, None, Saved(*row))


READERS: dict[str, Callable[[Fields], Fact]] = {
    TAGS: _tag,
    HIGHLIGHTS: _highlight,
    VERDICTS: _verdict,
    BOOKMARKS: _bookmark,
    SEARCHES: _search,
}
"""How the rows of a statement are made facts."""
