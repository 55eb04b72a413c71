"""The main screens as text for people: their rows, then what stands out in each and how.

Styles go by the names of the palette's colours, so that a screen reads the same in all themes:
`4-18 accent bold` are the columns 4 to 18, text is on the ground unless told otherwise.
"""

import asyncio
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from rich.segment import Segment
from rich.style import Style

from reader.library import Library
from reader.tui.look import Palette
from tests.tui.deeds import documents, pressed
from tests.tui.showing import Reader, opened, settings

GOLDEN = Path(__file__).parent / "golden" / "screens"
SMALL, USUAL, LARGE = (60, 20), (80, 24), (220, 50)
LOOKS, LOOK_S, LONGEST = 8, 0.03, 300  # so many looks alike, seconds between them; looks at most
PLAIN, BLANK, MIXED = "text", "", "mixed"


class Scene(NamedTuple):
    """A screen after some keys, at some sizes."""

    name: str
    keys: str = ""
    sizes: tuple[tuple[int, int], ...] = (USUAL,)


SCENES = (
    Scene("list", "j", (SMALL, USUAL, LARGE)),
    Scene("text", "j enter", (SMALL, USUAL, LARGE)),
    Scene("notes", "G enter", (SMALL, USUAL)),
    Scene("open fold", "j j enter z R"),
    Scene("dimmed", "j j enter c"),
    Scene("raw", "j j enter c c"),
    Scene("found", "/ h a r b r", (SMALL, USUAL)),
    Scene("completion", "/ s i t e :", (SMALL, USUAL)),
    Scene("nothing", "/ q q q q q q", (SMALL, USUAL)),
    Scene("grouped", "/ g r o u p : s i t e enter"),
    Scene("facets", "T", (SMALL, USUAL)),
    Scene("tagging", "t", (SMALL, USUAL)),
    Scene("selection", "j enter v } w"),
    Scene("links", "G enter f"),
    Scene("help", "?", (SMALL, USUAL, LARGE)),
    Scene("palette", ":", (SMALL, USUAL)),
    Scene("too small", "", ((20, 5),)),
)


def shots() -> list[tuple[Scene, tuple[int, int]]]:
    """Every scene with each of its sizes."""
    return [(scene, size) for scene in SCENES for size in scene.sizes]


def place(scene: Scene, size: tuple[int, int]) -> Path:
    """Where a screen is written down."""
    return GOLDEN / f"{scene.name.replace(' ', '-')}-{size[0]}x{size[1]}.txt"


async def shown(home: Path, scene: Scene, size: tuple[int, int], theme: str) -> str:
    """What a person sees."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as own:
        shutil.copytree(home / "cache", Path(own) / "cache")
        known = replace(settings(Path(own)), theme=theme)
        library = Library.open([home / "articles"], known)
        try:
            async with opened(library, size) as reader:
                await pressed(reader, scene.keys or "home", home)
                return await _at_rest(reader)
        finally:
            library.close()


async def _at_rest(reader: Reader) -> str:
    """What is told once nothing on the screen has changed for a while."""
    last, same = "", 0
    for _ in range(LONGEST):
        await asyncio.sleep(LOOK_S)
        now = told(reader)
        same = same + 1 if now == last else 0
        last = now
        if same >= LOOKS:
            return now
    raise AssertionError(f"never at rest:\n{last}")


def told(reader: Reader) -> str:
    """The screen in front of somebody, in words."""
    rows = [
        [*Segment.simplify(Segment.strip_links(strip))]
        for strip in reader.app.screen._compositor.render_strips()
    ]
    palette = reader.app.look.palette
    lines = ["".join(segment.text for segment in row).rstrip() for row in rows]
    said = [_said(row, palette) for row in rows]
    runs = [f"{number:3} {what}" for number, what in enumerate(said, 1) if what]
    return "\n".join([*lines, "", *runs]).replace("\u00a0", " ") + "\n"


def _said(row: list[Segment], palette: Palette) -> str:
    """What in a row does not look like running text."""
    return ", ".join(
        f"{first}-{last} {name}" if first != last else f"{first} {name}"
        for first, last, name in _runs(row, palette)
        if name not in (PLAIN, BLANK)
    )


def _runs(row: list[Segment], palette: Palette) -> Iterator[tuple[int, int, str]]:
    """The columns from 1 that look alike, blank ones only where something lies behind them."""
    cells: list[str] = []
    for text, style, _ in row:
        for character in text:
            blank = character in " \u00a0"
            name = _name(style or Style(), palette, blank)
            cells += [name] * Segment(character).cell_length
    for at in range(1, len(cells)):  # what lies between two words that look alike does so, too
        here = cells[at]
        if here == BLANK or here.startswith("on "):
            after = next((name for name in cells[at:] if name != here), PLAIN)
            cells[at] = after if cells[at - 1] == after and here in after else here
    column = 1
    for name, alike in groupby(cells):
        length = len([*alike])
        yield column, column + length - 1, name
        column += length


def _name(style: Style, palette: Palette, blank: bool) -> str:
    named = reversed(palette._asdict().items())
    colours = {value: name for name, value in named if isinstance(value, str)}
    behind = _colour(style.bgcolor, colours)
    behind = "" if behind in ("", "ground") else f"on {behind}"
    if blank:
        return behind or BLANK
    marks = [mark for mark in ("bold", "italic", "underline", "reverse") if getattr(style, mark)]
    return " ".join(filter(None, [_colour(style.color, colours) or PLAIN, behind, *marks]))


def _colour(colour: object, colours: dict[str, str]) -> str:
    triplet = getattr(colour, "triplet", None)
    return colours.get(triplet.hex, MIXED) if triplet is not None else ""


def written(theme: str = "dark") -> Iterator[tuple[Path, str]]:
    """All screens, each with its place."""
    with documents() as home:
        for scene, size in shots():
            yield place(scene, size), asyncio.run(shown(home, scene, size, theme))
