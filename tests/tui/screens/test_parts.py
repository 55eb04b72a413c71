"""Parts are loaded when they are asked for, and all of them before the first key."""

import subprocess
import sys
from pathlib import Path

from reader.library import Library
from tests.tui.showing import opened

BEFORE_THE_PAINT = """
import sys
from reader.tui.screens.main import MainScreen
print(*(name for name in sys.modules if name.startswith("reader.tui")))
"""
WAITS = ("arranging", "correcting", "leaving", "marking", "moving", "reading", "tagging")


def test_what_no_list_shows_is_not_loaded_with_the_screen(tmp_path: Path) -> None:
    loaded = subprocess.run(
        [sys.executable, "-c", BEFORE_THE_PAINT], capture_output=True, text=True, check=True
    ).stdout.split()
    assert "reader.tui.screens.finding" in loaded
    assert not {f"reader.tui.screens.{name}" for name in WAITS} & {*loaded}
    assert not {name for name in loaded if name.endswith(("_pane", "setting", "flow"))}


async def test_every_part_is_there_before_the_first_key(library: Library) -> None:
    async with opened(library) as reader:
        for name in (*WAITS, "facets", "pane", "does"):
            assert reader.screen.loaded(name), name
