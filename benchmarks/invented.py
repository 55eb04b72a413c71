"""A collection that lives in memory, of any size: what finding needs of a catalogue.

Titles, bylines and dates are those of `collection.py`, or titles and texts come from elsewhere;
each document has eight of 2,000 tags.
"""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

from benchmarks.collection import PAGES_A_SITE, Vocabulary, article, sites
from reader.model import Row
from reader.search.fulltext import FullText

TAGS = 2_000
TAGS_EACH = 8
TEXT_WORDS = 120  # of each document that are searchable
LANGUAGES = ("en", "en", "en", "en", "de", "fr", "sv", "ar")
COMMIT = 50_000  # documents


class Invented(NamedTuple):
    """One document."""

    values: dict[str, str]
    text: str


class Columns:
    """The columns of a catalogue that has so many documents."""

    birth = generation = 1

    def __init__(self, count: int, texts: Iterable[tuple[str, str]] | None = None) -> None:
        """With `texts`, titles and what stands below them, the documents have these instead."""
        self.documents = list(documents(count) if texts is None else written(texts))

    def columns(self, names: Sequence[str]) -> Iterator[tuple[Any, ...]]:
        """Yield the values each document has."""
        for number, document in enumerate(self.documents, 1):
            yield Row(number), *(document.values.get(name, "") for name in names)


def documents(count: int) -> Iterator[Invented]:
    """So many documents; the same for the same number."""
    vocabulary = Vocabulary.of_corpus()
    described = _Described(vocabulary)
    for number in range(count):
        chance = Random(f"page {number}")
        made = article(vocabulary, chance)
        text = " ".join(" ".join(made.paragraphs).split()[:TEXT_WORDS])
        author = made.byline.removeprefix("By ")
        yield Invented(described.values(number, chance, made.title, author), text)


def written(texts: Iterable[tuple[str, str]]) -> Iterator[Invented]:
    """A document for each title and text."""
    vocabulary = Vocabulary.of_corpus()
    described = _Described(vocabulary)
    for number, (title, text) in enumerate(texts):
        chance = Random(f"text {number}")
        author = vocabulary.words_of(chance, 2, 2)
        yield Invented(described.values(number, chance, title, author), text)


class _Described:
    """What is known of documents besides their texts, one after the other."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._sites = sites(vocabulary)
        self._tags = [_tag(vocabulary, number) for number in range(TAGS)]

    def values(self, number: int, chance: Random, title: str, author: str) -> dict[str, str]:
        """What the catalogue knows of the next document."""
        if number % PAGES_A_SITE == 0:
            self._site = next(self._sites)
        own = {self._tags[int(TAGS * chance.random() ** 2)] for _ in range(TAGS_EACH)}
        return {
            "name": f"site{number // PAGES_A_SITE:05}/{number:07}.txt",
            "title": title,
            "author": author,
            "site": self._site.name,
            "date": f"{chance.randrange(1996, 2027)}-{chance.randrange(1, 13):02}-11",
            "lang": chance.choice(LANGUAGES),
            "format": "text",
            "words": str(chance.randrange(100, 2_000)),
            "tags": "\n".join(sorted(own)),
        }


def full_text(columns: Columns, folder: Path) -> FullText:
    """The full text of the documents, in a folder; made once."""
    fulltext = FullText(folder)
    if len(fulltext) == len(columns.documents):
        return fulltext
    with fulltext.writer() as writer:
        writer.clear()
        for number, document in enumerate(columns.documents, 1):
            title = document.values["title"]
            writer.put(Row(number), title, document.text, "")
            if number % COMMIT == 0:
                writer.commit()
        writer.commit()
    return fulltext


def typed(columns: Columns, count: int) -> Iterator[list[str]]:
    """Queries as they are typed, a keystroke each: words of a title, or of a text."""
    chance = Random("queries")
    for number in range(count):
        document = chance.choice(columns.documents)
        source = (document.values["title"], document.text)[number % 2].lower().split()
        start = chance.randrange(max(1, len(source) - 3))
        query = " ".join(source[start : start + chance.randint(1, 3)])
        yield [query[:end] for end in range(1, len(query) + 1) if query[end - 1] != " "]


def _tag(vocabulary: Vocabulary, number: int) -> str:
    chance = Random(f"tag {number}")
    name = f"{vocabulary.word(chance)}{number}"
    return f"{vocabulary.word(chance)}/{name}" if number % 3 else name
