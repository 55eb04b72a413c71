"""Draws the pictures of the documentation from the real program: `python -m tools.screenshots`."""

import asyncio
import re
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from textual.app import App

from reader.library import Library
from reader.library.demo import corpus
from reader.library.picking import Asking, Picking
from reader.settings import Settings
from reader.tui.app import ReaderApp
from reader.tui.picking import PickApp

PICTURES = Path(__file__).parent.parent / "docs" / "pictures"
FONT_FACES = re.compile(r"@font-face \{.*?\}", re.DOTALL)  # they would be fetched from a server


@dataclass(frozen=True, slots=True)
class Picture:
    """A screen after some keys."""

    name: str
    size: tuple[int, int]  # columns, rows
    keys: Sequence[str] = ()
    theme: str = "dark"


SHOTS = (
    Picture("reader", (160, 42), ("slash", *"harbour", "enter")),
    Picture("reader-light", (160, 42), ("slash", *"harbour", "enter"), "light"),
    Picture("narrow", (80, 24), ("slash", *"harbr", "enter")),
    Picture("folds", (100, 34), ("6", "G", "enter", "z", "R")),
    Picture("dimmed", (100, 34), ("9", "G", "enter", "c")),
    Picture("tags", (120, 32), ("T", "down")),
    Picture("help", (100, 34), ("question_mark",)),
)


PICK = Picture("pick", (80, 16), ("tab", "down", "tab"))
PICKED = "harbr"  # what is typed to choose from the titles of the documents


@contextmanager
def documents(shot: Picture, folder: Path) -> Iterator[Library]:
    """The library of a picture, brought up to date."""
    settings = Settings(
        cache=folder / "cache",
        data=folder / shot.name,
        config=folder / "config",
        state=folder / "state",
        theme=shot.theme,
    )
    library = Library.open([corpus()], settings)
    try:
        for _ in library.update():
            pass
        yield library
    finally:
        library.close()


def draw(shot: Picture, folder: Path) -> str:
    """The picture as SVG."""
    with documents(shot, folder) as library:
        return asyncio.run(drawn(ReaderApp(library, index=False), shot, "reader"))


def draw_pick(shot: Picture, folder: Path) -> str:
    """The picture of choosing from the titles."""
    with documents(shot, folder) as library:
        titles = [document.title for document in library.documents(library.order())]
    with tempfile.TemporaryFile() as lines:
        lines.write("".join(f"{title}\n" for title in titles).encode())
        lines.seek(0)
        picking = Picking()
        picking.read(lines.fileno())
    app = PickApp(Asking(picking, PICKED, multi=True), shot.theme)
    return asyncio.run(drawn(app, shot, "reader pick"))


async def drawn(app: App[Any], shot: Picture, title: str) -> str:
    """What an app shows after some keys."""
    async with app.run_test(size=shot.size) as pilot:
        await pilot.pause(1.0)
        for key in shot.keys:
            await pilot.press(key)
        await pilot.pause(0.5)
        return FONT_FACES.sub("", app.export_screenshot(title=title))


def main() -> None:
    """Draw them all."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        for shot in SHOTS:
            (PICTURES / f"{shot.name}.svg").write_text(draw(shot, Path(folder)), "utf-8")
        (PICTURES / f"{PICK.name}.svg").write_text(draw_pick(PICK, Path(folder)), "utf-8")


if __name__ == "__main__":
    main()
