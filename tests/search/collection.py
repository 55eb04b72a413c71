"""A small collection that lives in memory: what the search needs of a catalogue and of marks."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from reader.model import Row

SAVED = str(int(datetime(2021, 2, 3, 12).timestamp()))
SAVED_LATER = str(int(datetime(2021, 2, 4, 12).timestamp()))
DOCUMENTS: Mapping[int, Mapping[str, str]] = {
    1: {
        "name": "north/harbour.txt",
        "title": "The harbour that forgot the sea",
        "site": "www.northlight.example",
        "author": "Mara Lindqvist",
        "tags": "coast/fishing\nhistory",
        "date": "2021-05-03",
        "words": "1200",
        "lang": "en",
        "format": "text",
        "url": "https://northlight.example/harbour",
        "saved": SAVED,
        "sure": "900",
        "story": "1",
        "own": "rating 4",
    },
    2: {
        "name": "north/a.html",
        "title": "Rope-makers of the quay",
        "site": "kustblatt.example",
        "tags": "energy",
        "date": "2020-01-12",
        "words": "300",
        "lang": "de",
        "format": "html",
        "url": "http://kustblatt.example/a",
        "saved": SAVED_LATER,
        "junk": "650",
        "image": "image",
        "sure": "1000",
        "story": "1",
    },
    3: {
        "name": "Notes.md",
        "title": "Untitled",
        "site": "www.northlight.example",
        "words": "0",
        "format": "markdown",
        "broken": "an error page (404)",
    },
}
BODIES = {
    1: ("It was old before the bridge was built.", ""),
    2: ("When the harbour was dredged the town forgot.", "cookie banner"),
    3: ("海洋与气候变化", ""),
}


class Noted(NamedTuple):
    """What somebody noted on one document."""

    added: frozenset[str] = frozenset()
    removed: frozenset[str] = frozenset()
    read: bool = False
    read_on: int | None = None
    starred: bool = False
    archived: bool = False
    hidden: bool = False
    highlighted: bool = False
    notes: tuple[str, ...] = ()


READ_ON = int(datetime(2024, 3, 2, 12).timestamp())
MARKED = {
    Row(1): Noted(
        frozenset({"coast/rail"}),
        frozenset({"coast/fishing"}),
        starred=True,
        highlighted=True,
        notes=("see the tide",),
    ),
    Row(3): Noted(frozenset({"to do/later"}), read=True, read_on=READ_ON),
    Row(99): Noted(frozenset({"gone"}), read=True, starred=True),
}


class Collection:
    """Documents by row, as a catalogue gives them out."""

    def __init__(self, documents: Mapping[int, Mapping[str, str]] = DOCUMENTS) -> None:
        self.documents = dict(documents)
        self.birth = self.generation = 1

    def columns(self, names: Sequence[str]) -> Iterator[tuple[Any, ...]]:
        for row, document in self.documents.items():
            yield Row(row), *(document.get(name, "") for name in names)
