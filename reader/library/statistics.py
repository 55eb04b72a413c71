"""A collection in numbers: how much there is, of what, and how much of it is set aside."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from typing import TYPE_CHECKING, NamedTuple

from reader.catalogue import Catalogue
from reader.errors import DocumentNotFoundError
from reader.library.caches import sizes
from reader.library.shelf import FOLDER, read
from reader.model import WORDS_A_MINUTE, Document, Label, Row

if TYPE_CHECKING:
    from reader.library.library import Library

BATCH = 500  # documents fetched at a time
READ_MOST = 2_000  # documents whose lines are looked at; of more, so many at even distances
YEAR_DIGITS = 4


class Statistics(NamedTuple):
    """The numbers of some documents of a collection, or of all."""

    documents: int
    words: int  # of their articles
    by: Mapping[str, Mapping[str, int]]  # facet, value, documents; what most have comes first
    broken: Mapping[str, int]  # what stands in the place of an article, documents
    skipped: Mapping[str, int]  # why a file could not be read, files; only of all
    aside: float | None  # share of the characters that is set aside, 0 to 1; None without any
    looked_at: int  # documents that this share was measured on
    file_bytes: int
    cache: Mapping[str, int]  # part of the cache, bytes; of the whole collection
    updated: int  # when the files were last looked at, seconds since 1970; 0 if unknown

    @property
    def minutes(self) -> int:
        """How long it takes to read all of it."""
        return round(self.words / WORDS_A_MINUTE)


def statistics(library: "Library", rows: Sequence[int], *, of_all: bool) -> Statistics:
    """The numbers of these documents; with `of_all` also of the files that were skipped."""
    counts = {facet: Counter[str]() for facet in ("state", "year", "site", "lang", "tag", "type")}
    broken: Counter[str] = Counter()
    documents = words = 0
    for document in _documents(library, rows):
        documents += 1
        words += document.words
        for facet, values in _values(document).items():
            counts[facet].update(value for value in values if value)
        if document.broken:
            broken[document.broken.partition(" (")[0]] += 1
    folder = library.settings.collection_cache(
        library.collection.key, ephemeral=library.collection.is_file
    )
    with closing(Catalogue(folder)) as catalogue:
        aside, looked_at = _aside(catalogue, rows)
        size = _file_bytes(catalogue, rows, of_all=of_all)
    key = library.collection.key
    known = read(library.settings.state / FOLDER / key, key)
    return Statistics(
        documents=documents,
        words=words,
        by={facet: _ordered(counter) for facet, counter in counts.items()},
        broken=_ordered(broken),
        skipped=_ordered(_skipped(library)) if of_all else {},
        aside=aside,
        looked_at=looked_at,
        file_bytes=size,
        cache=sizes(folder),
        updated=known.updated if known else 0,
    )


def _documents(library: "Library", rows: Sequence[int]) -> Iterator[Document]:
    for start in range(0, len(rows), BATCH):
        yield from library.documents(rows[start : start + BATCH])


def _values(document: Document) -> dict[str, Sequence[str]]:
    return {
        "state": document.state,
        "year": ((document.date or "")[:YEAR_DIGITS],),
        "site": (document.site,),
        "lang": (document.lang,),
        "tag": document.tags,
        "type": (document.format,),
    }


def _ordered(counter: Counter[str]) -> dict[str, int]:
    return dict(sorted(counter.items(), key=lambda pair: (-pair[1], pair[0])))


def _skipped(library: "Library") -> Counter[str]:
    if not library.skipped():
        return Counter()
    all_of_them = _documents(library, library.order(skipped=True))
    return Counter(entry.skipped for entry in all_of_them if entry.skipped is not None)


def _aside(catalogue: Catalogue, rows: Sequence[int]) -> tuple[float | None, int]:
    """Which share of the characters of these documents is boilerplate, and of how many of them."""
    step = max(1, -(-len(rows) // READ_MOST))
    aside = total = looked_at = 0
    for row in rows[::step]:
        try:
            lines = catalogue.content(Row(row))[0]
        except DocumentNotFoundError:  # gone since it was listed
            continue
        looked_at += 1
        for line in lines:
            total += len(line.text)
            aside += len(line.text) if line.label is Label.BOILERPLATE else 0
    return (aside / total if total else None), looked_at


def _file_bytes(catalogue: Catalogue, rows: Sequence[int], *, of_all: bool) -> int:
    wanted = frozenset(rows)
    return sum(stamp.size for stamp in catalogue.stamps() if of_all or stamp.row in wanted)
