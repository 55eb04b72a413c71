"""Writes what the tests of the screen compare with: `python -m tools.golden [deeds|screens]`.

Look at what differs before it is kept: `git diff tests/tui/golden`.
"""

import asyncio
import sys

from reader.tui.actions import Pane
from tests.tui import deeds


def write_deeds() -> None:
    """What each action does, in each of its panes."""
    told = "".join(asyncio.run(deeds.told(pane)) for pane in Pane)
    deeds.GOLDEN.write_text(told.rstrip("\n") + "\n", "utf-8")


WRITERS = {"deeds": write_deeds}


def main() -> None:
    """Write those that are named, or all."""
    for name in sys.argv[1:] or WRITERS:
        WRITERS[name]()


if __name__ == "__main__":
    main()
