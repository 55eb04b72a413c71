"""Draws the pictures of the documentation from the real program, and the page that shows them.

`python -m tools.screenshots [NAME…]` draws these, or all.
"""

import asyncio
import re
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from textual.app import App

from reader.library import Library
from reader.library.demo import corpus
from reader.library.picking import Asking, Picking
from reader.settings import Settings
from reader.tui.app import ReaderApp
from reader.tui.picking import PickApp
from tools.pictures import CHAPTERS, Picture

DOCS = Path(__file__).parent.parent / "docs"
PICTURES, PAGE = DOCS / "pictures", DOCS / "screens.md"
FONT_FACES = re.compile(r"@font-face \{.*?\}", re.DOTALL)  # they would be fetched from a server
INTRODUCTION = """\
# Every screen

Drawn from the program itself with the documents that come with it (`reader demo`), by
`python -m tools.screenshots`. What is typed to get there stands below each picture.
"""
PICK = Picture("pick", "<tab><down><tab>", "Choosing from lines.", (80, 16))
PICKED = "harbr"  # what is typed to choose from the titles of the documents


def page() -> str:
    """The page of the documentation that shows the pictures."""
    shown = [INTRODUCTION]
    for chapter in CHAPTERS:
        shown.append(f"## {chapter.name}\n")
        for picture in chapter.pictures:
            keys = f"``{picture.typed}``" if picture.typed else "nothing"
            shown.append(
                f"{picture.said} {keys}\n\n![{picture.said}](pictures/{picture.name}.svg)\n"
            )
    return "\n".join(shown)


@contextmanager
def home() -> Iterator[Path]:
    """A folder for all that is made, with a name that may stand in a picture."""
    folder = Path(tempfile.gettempdir()) / "reader"
    folder.mkdir()
    try:
        yield folder
    finally:
        shutil.rmtree(folder)


@contextmanager
def documents(picture: Picture, folder: Path) -> Iterator[Library]:
    """The library of a picture, brought up to date, in a folder that has a name for people."""
    settings = Settings(
        cache=folder / "cache",
        data=folder / picture.name,
        config=folder / "config",
        state=folder / picture.name,
        theme=picture.theme,
    )
    shown = folder / "articles"
    if not shown.exists():
        shutil.copytree(corpus(), shown)
    library = Library.open([shown], settings)
    try:
        for _ in library.update():
            pass
        yield library
    finally:
        library.close()


def draw(picture: Picture, folder: Path) -> str:
    """The picture as SVG."""
    with documents(picture, folder) as library:
        return asyncio.run(drawn(ReaderApp(library, index=False), picture, "reader"))


def draw_pick(picture: Picture, folder: Path) -> str:
    """The picture of choosing from the titles."""
    with documents(picture, folder) as library:
        titles = [document.title for document in library.documents(library.order())]
    with tempfile.TemporaryFile() as lines:
        lines.write("".join(f"{title}\n" for title in titles).encode())
        lines.seek(0)
        picking = Picking()
        picking.read(lines.fileno())
    app = PickApp(Asking(picking, PICKED, multi=True), picture.theme)
    return asyncio.run(drawn(app, picture, "reader pick"))


async def drawn(app: App[Any], picture: Picture, title: str) -> str:
    """What an app shows after some keys."""
    async with app.run_test(size=picture.size) as pilot:
        await pilot.pause(1.0)
        for key in picture.keys:
            await pilot.press(key)
        await pilot.pause(1.0)
        return FONT_FACES.sub("", app.export_screenshot(title=title))


def main() -> None:
    """Draw those that are named, or all, and write the page."""
    wanted = {*sys.argv[1:]}
    PICTURES.mkdir(parents=True, exist_ok=True)
    PAGE.write_text(page(), "utf-8")
    with home() as folder:
        for picture in (*(each for chapter in CHAPTERS for each in chapter.pictures), PICK):
            if not wanted or picture.name in wanted:
                made = (draw_pick if picture is PICK else draw)(picture, folder)
                (PICTURES / f"{picture.name}.svg").write_text(made, "utf-8")


if __name__ == "__main__":
    main()
