"""Folders of pages of one site, and libraries over them that are up to date."""

import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from reader.library import Library
from reader.model import Outcome, Row
from reader.settings import Settings

TOPICS = ("harbour", "bakery", "railway", "lighthouse", "orchard", "library", "quarry", "bridge")
MENU = ("Home", "News", "Opinion", "Weather", "Jobs and more", "Subscribe to the paper")
FOOTER = ("Read our other stories about life on the coast", "Contact the editors of this paper")


def page(number: int) -> str:
    """A page of a site: a menu, an article of its own, a footer that all pages have."""
    topic = TOPICS[number % len(TOPICS)]
    return "\n".join(
        [
            *MENU,
            "",
            f"The {topic} that nobody wanted, part {number}",
            "",
            f"By Ann Smith, {number % 27 + 1} March 2021",
            "",
            f"The {topic} stood empty for {number + 3} years, and the people of the town had long"
            " stopped to think about what might become of it, when a letter came from far away.",
            "",
            f"Word{number} was written on its last page, and below it the name of a man who had"
            f" left the {topic} as a child and who now wished to see it once more before winter.",
            "",
            *FOOTER,
            f"© {1990 + number} The Coast Paper",
        ]
    )


def fill(folder: Path, numbers: range, prefix: str = "") -> Path:
    """A folder with these pages."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in numbers:
        (folder / f"{prefix}{number:03}.txt").write_text(page(number), "utf-8")
    return folder


def settings_in(home: Path) -> Settings:
    """Settings of a user of whom all is kept in `home`."""
    return Settings(home / "cache", home / "data", home / "config", home / "state")


def update(library: Library) -> Mapping[Outcome, int]:
    """Bring a library up to date; what was done."""
    *_, last = library.update()
    assert last.stage == "done"
    return last.outcomes


@contextmanager
def opened(home: Path, *paths: Path, updated: bool = True) -> Iterator[Library]:
    """The collection of these paths as the user of `home` sees it."""
    library = Library.open(paths, settings_in(home))
    try:
        if updated:
            update(library)
        yield library
    finally:
        library.close()


def contents(library: Library) -> dict[str, object]:
    """All that is known of every document, by path, but for the numbers of rows."""
    found: dict[str, object] = {}
    documents = library.documents(library.order(skipped=True))
    names = {document.row: document.path for document in documents}
    for document in documents:
        page = library.page(document.row)
        known = document._replace(row=Row(0), story=Row(0)), names.get(document.story)
        found[document.path] = (*known, page.lines, page.markup, page.metadata, page.notes)
    return found


def tags(library: Library) -> dict[str, tuple[str, ...]]:
    """The tags of every document that has any, by path."""
    documents = library.documents(library.order(skipped=True))
    return {document.path: document.tags for document in documents if document.tags}


def answers(library: Library, *queries: str) -> dict[str, list[set[str]]]:
    """The paths found by titles and by texts for each query."""
    found = {query: library.find(query) for query in queries}
    return {
        query: [
            {document.path for document in library.documents(rows)}
            for rows in (result.titles, result.texts)
        ]
        for query, result in found.items()
    }


def command(home: Path, *words: str | Path) -> "subprocess.Popen[str]":
    """`reader WORDS`, started in a process of its own."""
    folders = settings_in(home).environment()
    return subprocess.Popen(
        [sys.executable, "-m", "reader", *map(str, words)],
        env={**os.environ, **folders},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
