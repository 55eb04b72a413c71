"""What people say of lines: how far it reaches, how it is kept, and pages as it leaves them."""

import os
from collections.abc import Collection as Several
from collections.abc import Iterable
from dataclasses import dataclass

from reader.catalogue import Catalogue, Scope
from reader.cleaning import (
    Corrections,
    Repetition,
    corrected,
    is_repeated,
    judge,
    line_keys,
    paragraphs,
    retold,
    site_of,
    words,
)
from reader.errors import UsageError
from reader.library.collection import Collection
from reader.marks import Deed, Key, Marks, Said
from reader.model import (
    Correction,
    Document,
    Judged,
    Label,
    Line,
    Page,
    RawDocument,
    Reach,
    Row,
)
from reader.printable import printable

_TITLE = 40  # characters of a title in the name of a change
LOOKED_AT = 300  # pages whose lines are counted one by one: some tenths of a second


@dataclass(frozen=True, slots=True)
class Correcting:
    """Corrections of one collection: marks keep them, the catalogue follows."""

    collection: Collection
    catalogue: Catalogue
    marks: Marks

    # ---- what holds

    def wanted(self) -> dict[Scope, dict[int, bool]]:
        """What holds now: for each site, and each document that is here, its lines' verdicts."""
        found: dict[Scope, dict[int, bool]] = {}
        said = self.marks.corrections()
        names = {
            one.document: name
            for one in said
            if one.document is not None and (name := self._named(one.document)) is not None
        }
        rows = self.catalogue.rows_named(names.values()) if names else {}
        for one in said:
            scope: Scope | None = one.site or rows.get(names.get(one.document or Key(""), ""))
            if scope is not None:
                found.setdefault(scope, {}).update((key, one.keep) for key, _ in one.lines)
        return found

    def settled(self) -> bool:
        """Whether every document shows, and is found by, what holds now."""
        return self.catalogue.settled() and self.wanted() == self.catalogue.corrections()

    def page(self, document: Document) -> Page:
        """A document opened for reading, as what holds now leaves it, whatever was judged when."""
        row = document.row
        lines, markup, metadata, notes = self.catalogue.content(row)
        judged = self._anew(document)
        if judged is not None:
            lines, metadata = judged.lines, judged.metadata
        elif any(is_repeated(line.reason) for line in lines):
            counts = Repetition(*self.catalogue.repetition(row))
            lines = retold(lines, markup, document.format, counts)
        units = paragraphs(lines, markup, format=document.format)
        if judged is not None:
            document = document._replace(
                title=metadata.title or document.title,
                author=metadata.author,
                date=metadata.date,
                words=words(units),
                judged=True,
            )
        return Page(document, lines, markup, units, metadata, notes)

    def _anew(self, document: Document) -> Judged | None:
        """The document judged once more, if what holds now is not what it was judged by."""
        row = document.row
        now = self.marks.verdicts(self._key(document), self.catalogue.site_key(row))
        if self.catalogue.judged_by(row) == now or not (document.judged or any(now)):
            return None
        return judged_again(self.catalogue, row, self.catalogue.raw(row), Corrections(*now))

    # ---- saying something

    def reach(self, page: Page, lines: Several[int], keep: bool, everywhere: bool) -> Reach:
        """What a correction of these lines would change."""
        keys = dict(_said(page.lines, lines))
        row = page.document.row
        if not everywhere:
            count = _differing(page.lines, keys, keep)
            return Reach(count, min(count, 1))
        site = self.catalogue.site_key(row)
        rows = self.catalogue.holding(site, keys)
        if len(rows) > LOOKED_AT:
            return Reach(self.catalogue.occurrences(site, keys), len(rows), exact=False)
        own = {document.row: self._key(document) for document in self.catalogue.documents(rows)}
        counts = []
        for other, key in own.items():
            here = {} if other == row else self.marks.verdicts(key, "")[0]
            lines_there = page.lines if other == row else self.catalogue.content(other)[0]
            counts.append(_differing(lines_there, keys.keys() - here.keys(), keep))
        return Reach(sum(counts), sum(map(bool, counts)))

    def correct(self, page: Page, lines: Several[int], keep: bool, everywhere: bool) -> Correction:
        """Keep a correction of these lines. Raises UsageError where there is nothing on them."""
        said = _said(page.lines, lines)
        if not said:
            raise UsageError("there is nothing on these lines: name some with text")
        key, row = self._key(page.document), page.document.row
        if everywhere:
            new = Said(keep, said, site=self.catalogue.site_key(row))
        else:
            digest = self.catalogue.digests([row]).get(row, b"")
            new = Said(keep, said, document=key, digest=digest)
        title = page.document.title
        title = title if len(title) <= _TITLE else f"{title[: _TITLE - 1].rstrip()}…"
        where = f"on every page of {site_name(new.site)}" if everywhere else f"in “{title}”"
        count = _of(len(said), "line")
        deed = self._deed(f"{count} {'kept' if keep else 'set aside'} {where}")
        return self._shown(self.marks.correct(new, also=key, deed=deed))

    def withdraw(self, numbers: Several[int]) -> None:
        """Take back what was said under these numbers. Raises UsageError for one there is not."""
        known = {said.number: said for said in self._here()}
        for number in numbers:
            if number not in known:
                raise UsageError(f"there is no correction {number} here: reader correct --list")
        out = list(dict.fromkeys(numbers))
        self.marks.withdraw(out, self._deed(f"{_of(len(out), 'correction')} withdrawn"))

    def all(self) -> list[Correction]:
        """What holds in this collection, the first said first."""
        return list(map(self._shown, self._here()))

    def site(self, row: Row) -> str:
        """What the site of a document is called."""
        return site_name(self.catalogue.site_key(row))

    # ---- inside

    def _deed(self, said: str) -> Deed:
        return Deed(self.collection.key, said)

    def _here(self) -> Iterable[Said]:
        sites = self.catalogue.site_keys()
        for said in self.marks.corrections():
            if said.site in sites or (said.document and self._named(said.document) is not None):
                yield said

    def _shown(self, said: Said) -> Correction:
        return Correction(
            number=said.number,
            keep=said.keep,
            lines=tuple(text for _, text in said.lines),
            path=(said.document and self._named(said.document)) or "",
            member=said.document.member if said.document else "",
            site=site_name(said.site),
        )

    def _key(self, document: Document) -> Key:
        return Key(self.collection.path(document.path), document.member)

    def _named(self, key: Key) -> str | None:
        return self.collection.named(key.path)


def judged_again(
    catalogue: Catalogue, row: Row, raw: RawDocument, corrections: Corrections
) -> Judged:
    """A document of the catalogue judged with the counts of its site, and corrected."""
    return corrected(judge(raw, Repetition(*catalogue.repetition(row))), raw, corrections)


def site_key(raw: RawDocument, path: str) -> str:
    """Under which key a document's site is counted and corrected, in whatever collection it is.

    Pages that name no site are one with those of the same folder, whose absolute path it is.
    """
    return declared_site(raw) or printable(os.path.dirname(path))  # noqa: PTH120 - a Path folds "//"


def declared_site(raw: RawDocument) -> str:
    """The key of the site that a document names; "" where it names none."""
    return printable(site_of(raw, ""))


def site_name(key: str) -> str:
    """What people call a site: its name, or the last part of the folder's path."""
    return f"{key.rstrip('/').rpartition('/')[2]}/" if key.startswith("/") else key


def _of(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def _said(lines: tuple[Line, ...], chosen: Several[int]) -> tuple[tuple[int, str], ...]:
    """The keys of these lines, each once, with the beginnings of the lines."""
    keys = line_keys([line.text for line in lines])
    found: dict[int, str] = {}
    for index in sorted(chosen):
        key = keys[index]
        if key is not None:
            found.setdefault(key, lines[index].text.strip())
    return tuple(found.items())


def _differing(lines: Iterable[Line], keys: Several[int], keep: bool) -> int:
    """How many lines of these keys would get another label."""
    lines = tuple(lines)
    found = line_keys([line.text for line in lines])
    return sum(
        key in keys and (line.label is Label.BOILERPLATE) is keep
        for line, key in zip(lines, found, strict=True)
        if key is not None
    )
