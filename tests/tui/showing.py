"""The app on a small collection, as a person sees it: opened, typed at, looked at."""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path

from textual.pilot import Pilot

from reader.library import Library
from reader.settings import Settings
from reader.tui.app import ReaderApp
from reader.tui.screens.main import MainScreen
from tests.tui.person import Person

MENU = "Northlight\nHome\nEssays\nArchive\nSubscribe\n"
FOOT = """\
Share this article
Tweet
Print

Related articles
Subscribe to our newsletter
Copyright 2021 Northlight Media. All rights reserved.
Privacy policy
"""
SUBJECTS = [
    "keeper",
    "clerk",
    "captain",
    "widow",
    "baker",
    "joiner",
    "pilot",
    "teacher",
    "surveyor",
    "ropemaker",
]
DEEDS = [
    "counted",
    "measured",
    "forgot",
    "repaired",
    "painted",
    "sold",
    "inherited",
    "mapped",
    "buried",
    "praised",
]
OBJECTS = [
    "bollards",
    "barges",
    "lanterns",
    "ledgers",
    "sluices",
    "nets",
    "chapels",
    "orchards",
    "bells",
    "gravestones",
]


def prose(seed: int, paragraphs: int) -> str:
    """Paragraphs of made-up sentences, no two alike, each with its number in it."""
    told = []
    for number in range(paragraphs):
        n = seed * 37 + number * 7
        subject, deed = SUBJECTS[n % 10], DEEDS[(n // 3 + number) % 10]
        one, other = OBJECTS[(n // 7 + number) % 10], OBJECTS[(n // 2 + seed + 3) % 10]
        place = "".join(chr(97 + n // step % 26) for step in (1, 26, 7, 676)).capitalize()
        told.append(
            f"In the year {1700 + n % 200} the {subject} of parish {number} {deed} the {one} along"
            f" the eastern {place}, and nobody in the town thought it odd, since {place}'s {other}"
            f" had been looked after in {place} for as long as anyone remembered. What the"
            f" {SUBJECTS[(n + 4) % 10]} wrote about {place} later fills {number + 2} pages of the"
            f" minutes, and most of them of {place} are about the weather."
        )
    return "\n\n".join(told)


def article(title: str, author: str, date: str, body: str) -> str:
    """A page of the site as a scraper leaves it: menu, article, what stands below it."""
    return f"{MENU}\n{title}\n\nBy {author}\n{date}\n\n{body}\n\n{FOOT}"


LETTERS = """\
---
title: Letters from the lighthouse
author: Ann Smith
date: 2019-05-04
tags: [sea, letters]
---

# Letters from the lighthouse

The keeper of the lighthouse wrote home every week for thirty years, and his
granddaughter has now put nearly all of those letters into a book that is a
pleasure to read from end to end, or by the fire in winter.

- The first letters speak of loneliness on the rock.
- The later ones speak of birds, which he told apart by their voices.
"""

SAMPLE: Mapping[str, str] = {
    "letters.md": LETTERS,
    "north/1-harbour.txt": article(
        "The harbour that forgot the sea", "Mara Lindqvist", "3 May 2021", prose(1, 40)
    ),
    "north/2-dredging.txt": article(
        "Council approves the plan to dredge the inner basin",
        "Petra Vogt",
        "10 February 2021",
        "The council agreed that the inner harbour is to be closed from March to June while the"
        " Harbour Board dredges it.\n\n" + prose(2, 4),
    ),
    "north/3-fog.txt": article(
        "The woman who counted fog", "Mara Lindqvist", "9 October 2020", prose(3, 5)
    ),
    "north/4-bell.txt": article(
        "The bell in the machine room", "Ida Holm", "12 January 2020", prose(4, 6)
    ),
    "north/5-rope.txt": article(
        "Rope-makers of the eastern quay", "Jonas Reck", "9 February 2021", prose(5, 7)
    ),
}
"""A site of five pages with a menu and a footer, and a note with tags of its own."""


def settings(home: Path, cache: Path | None = None) -> Settings:
    """Settings of a user who lives in `home`."""
    return Settings(
        cache=cache or home / "cache",
        data=home / "data",
        config=home / "config",
        state=home / "state",
    )


def written(folder: Path, files: Mapping[str, str]) -> Path:
    """The folder with these files in it."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return folder


def shelf(home: Path, path: Path) -> Library:
    """The library of these documents, up to date."""
    library = Library.open([path], settings(home))
    for _ in library.update():
        pass
    return library


class Reader(Person):
    """The running app with a person in front of it."""

    def __init__(self, app: ReaderApp, pilot: Pilot[int]) -> None:
        super().__init__(app, pilot)
        self.app: ReaderApp = app
        assert app.main is not None
        self.screen: MainScreen = app.main

    async def press(self, *keys: str) -> None:
        """Press keys, each once the one before was seen."""
        await self.pilot.press(*keys)

    async def preview(self) -> None:
        """Wait until the document under the cursor of the list stands beside it."""
        await self.until(
            lambda: (
                self.screen.pane.page and self.screen.pane.page.document.row == self.screen.list.row
            )
        )

    async def resize(self, columns: int, rows: int) -> None:
        """Give the terminal another size."""
        await self.pilot.resize_terminal(columns, rows)
        await self.pilot.pause()

    @property
    def status(self) -> str:
        """The status line."""
        return self.lines[-1].rstrip()

    @property
    def title(self) -> str:
        """The title under the cursor of the list."""
        document = self.screen.list.document
        return document.title if document else ""

    @property
    def titles(self) -> list[str]:
        """The titles the list shows, in order."""
        listing = self.screen.list.listing
        found = [listing.document(index) for index in range(len(listing))]
        return [document.title for document in found if document]

    @property
    def page(self) -> list[str]:
        """The rows of the reading pane, without margins."""
        pane = self.screen.pane
        rows = [pane.render_line(y) for y in range(pane.size.height)]
        texts = ("".join(segment.text for segment in row).strip() for row in rows)
        return [text.replace("\u00a0", " ") for text in texts]


@asynccontextmanager
async def opened(
    library: Library, size: tuple[int, int] = (80, 24), *, index: bool = False
) -> AsyncIterator[Reader]:
    """The app on this library in a terminal of `size` columns and rows, once finding is warm."""
    app = ReaderApp(library, index=index)
    async with app.run_test(size=size) as pilot:
        reader = Reader(app, pilot)
        await reader.until(
            lambda: (
                reader.screen.pane.page or reader.screen.pane.rest or library.skipped()
                if library.collection.is_file
                else reader.screen.finding._warm
            )
        )
        yield reader
