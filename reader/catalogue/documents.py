"""Rows of the document table as what callers know: stamps, lists' entries, names."""

import os
from collections.abc import Sequence
from typing import Any, NamedTuple

from reader.model import Document, DocumentId, Row
from reader.sqlite import Fields

COLUMNS = (
    "row, id, name, member, title, author, site_name, date, lang, words, format, encoding,"
    " guessed, skipped, broken, judged, tags, story,"
    " iif(story > 0, (SELECT count(*) FROM document AS o WHERE o.story = document.story), 0)"
)
"""What `document` takes, in its order."""

VALUES = {
    "name": "name",
    "folder": "name",
    "title": "title",
    "author": "author",
    "site": "site_name",
    "date": "coalesce(date, '')",
    "lang": "lang",
    "words": "CAST(words AS TEXT)",
    "format": "format",
    "tags": "tags",
    "broken": "broken",
    "url": "url",
    "own": "own",
    "junk": "CAST(junk AS TEXT)",
    "sure": "CAST(sure AS TEXT)",
    "image": "iif(image, 'image', '')",
    "story": "CAST(story AS TEXT)",
    "saved": "CAST(mtime_ns / 1000000000 AS TEXT)",
}
"""The values that can be asked for, and their SQL."""

BYTES = frozenset({"name", "folder"})
"""Those that are names of files."""


DIGEST_START = 6
"""Bytes of a digest in its index; files that have them in common are few."""


class Seen(NamedTuple):
    """A file as the folder shows it."""

    name: bytes
    id: str
    size: int  # bytes
    mtime_ns: int
    title: str  # what lists show until something better is known
    member: bytes = b""  # place inside an archive, UTF-8


class Stamp(NamedTuple):
    """What the catalogue knows of a file, to tell whether it has changed."""

    row: Row
    name: bytes
    member: bytes  # place inside an archive, UTF-8
    size: int  # bytes
    mtime_ns: int
    digest: bytes  # SHA-256 of the file, or empty
    skipped: str | None  # why it cannot be read
    pending: bool  # it waits to be read
    id: str

    @property
    def file(self) -> str:
        """Its name as text; undecodable bytes as lone surrogates."""
        return os.fsdecode(self.name)


NAME_ONLY = frozenset({0, 3})
"""What the column `judged` holds while only the name of a document is known."""

STAMP = "row, name, member, size, mtime_ns, digest, skipped, pending, id"
"""The columns of a stamp, in its order."""


def document(fields: Fields) -> Document:
    """The entry of `COLUMNS`."""
    return Document(
        row=Row(fields[0]),
        id=DocumentId(fields[1]),
        path=os.fsdecode(fields[2]),
        member=member_text(fields[3]),
        title=fields[4],
        author=fields[5],
        site=fields[6],
        date=fields[7],
        lang=fields[8],
        words=fields[9],
        format=fields[10],
        encoding=fields[11],
        guessed=bool(fields[12]),
        skipped=fields[13],
        broken=fields[14],
        judged=fields[15] not in NAME_ONLY,
        story=Row(fields[17]),
        copies=fields[18],
        tags=tuple(sorted({tag for tag in fields[16].split("\n") if tag})),
    )


def member_bytes(member: str) -> bytes:
    """A place inside an archive as it is stored; any text has one."""
    return member.encode("utf-8", "surrogatepass")


def member_text(member: bytes) -> str:
    """The opposite of `member_bytes`."""
    return member.decode("utf-8", "surrogatepass")


def shown(names: Sequence[str], fields: Fields) -> tuple[Any, ...]:
    """A row and some of `VALUES` as text: the folder of a name, "" at the top."""
    row, *values = fields
    for place, name in enumerate(names):
        if name in BYTES:
            value = values[place]
            values[place] = os.fsdecode(value.rpartition(b"/")[0] if name == "folder" else value)
    return Row(row), *values
