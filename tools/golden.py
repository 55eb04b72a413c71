"""Writes what the tests of the screen compare with: `python -m tools.golden [deeds|screens]`.

Look at what differs before it is kept: `git diff tests/tui/golden`.
"""

import asyncio
import sys

from reader.tui.actions import Pane
from tests.tui import deeds, screens_told


def write_deeds() -> None:
    """What each action does, in each of its panes."""
    told = "".join(asyncio.run(deeds.told(pane)) for pane in Pane)
    deeds.GOLDEN.write_text(told.rstrip("\n") + "\n", "utf-8")


def write_screens() -> None:
    """What the main screens look like, at some sizes."""
    screens_told.GOLDEN.mkdir(exist_ok=True)
    for path, text in screens_told.written():
        path.write_text(text, "utf-8")


WRITERS = {"deeds": write_deeds, "screens": write_screens}


def main() -> None:
    """Write those that are named, or all."""
    for name in sys.argv[1:] or WRITERS:
        WRITERS[name]()


if __name__ == "__main__":
    main()
