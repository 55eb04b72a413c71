"""A collection that lives in memory, of any size: what finding needs of a catalogue.

Titles, bylines and dates are those of `collection.py`; each document has eight of 2,000 tags.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

from benchmarks.collection import PAGES_A_SITE, Vocabulary, article, sites
from reader.model import Row
from reader.search.fold import words
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

    def __init__(self, count: int) -> None:
        self.documents = list(documents(count))

    def columns(self, names: Sequence[str]) -> Iterator[tuple[Any, ...]]:
        """Yield the values each document has."""
        for number, document in enumerate(self.documents, 1):
            yield Row(number), *(document.values.get(name, "") for name in names)


def documents(count: int) -> Iterator[Invented]:
    """So many documents; the same for the same number."""
    vocabulary = Vocabulary.of_corpus()
    source = sites(vocabulary)
    tags = [_tag(vocabulary, number) for number in range(TAGS)]
    for number in range(count):
        if number % PAGES_A_SITE == 0:
            site = next(source)
        chance = Random(f"page {number}")
        made = article(vocabulary, chance)
        own = {tags[int(TAGS * chance.random() ** 2)] for _ in range(TAGS_EACH)}
        values = {
            "name": f"site{number // PAGES_A_SITE:05}/{number:07}.txt",
            "title": made.title,
            "author": made.byline.removeprefix("By "),
            "site": site.name,
            "date": f"{chance.randrange(1996, 2027)}-{chance.randrange(1, 13):02}-11",
            "lang": chance.choice(LANGUAGES),
            "format": "text",
            "words": str(chance.randrange(100, 2_000)),
            "tags": "\n".join(sorted(own)),
        }
        text = " ".join(" ".join(made.paragraphs).split()[:TEXT_WORDS])
        yield Invented(values, text)


def full_text(columns: Columns, folder: Path) -> FullText:
    """The full text of the documents, in a folder; made once."""
    fulltext = FullText(folder)
    if len(fulltext) == len(columns.documents):
        return fulltext
    with fulltext.writer() as writer:
        writer.clear()
        for number, document in enumerate(columns.documents, 1):
            title = document.values["title"]
            writer.put_words(
                Row(number), *(" ".join(words(text)) for text in (title, document.text, ""))
            )
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
