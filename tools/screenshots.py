"""Draws the pictures of the documentation from the real program: `python -m tools.screenshots`."""

import asyncio
import re
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from reader.library import Library
from reader.library.demo import corpus
from reader.settings import Settings
from reader.tui.app import ReaderApp

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


async def draw(shot: Picture, folder: Path) -> str:
    """The picture as SVG."""
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
        app = ReaderApp(library, index=False)
        async with app.run_test(size=shot.size) as pilot:
            await pilot.pause(1.0)
            for key in shot.keys:
                await pilot.press(key)
            await pilot.pause(0.5)
            return FONT_FACES.sub("", app.export_screenshot(title="reader"))
    finally:
        library.close()


def main() -> None:
    """Draw them all."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        for shot in SHOTS:
            picture = asyncio.run(draw(shot, Path(folder)))
            (PICTURES / f"{shot.name}.svg").write_text(picture, "utf-8")


if __name__ == "__main__":
    main()
