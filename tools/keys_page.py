"""Writes docs/keys.md from the action table: `python -m tools.keys_page`."""

from pathlib import Path

from reader.tui.actions import PICKING
from reader.tui.screens.help import NAMES, described, manual

PAGE = Path(__file__).parent.parent / "docs" / "keys.md"
HEAD = """# Keys

`?` shows these in the program, those of the focused pane first; typing narrows them. A number
before a key repeats it: `10j` goes ten rows down. In a sequence such as `gg` or `zo` the keys are
typed one after the other; the status line shows what may follow.

This page is written by `python -m tools.keys_page` from the program's own table.
"""


def page() -> str:
    """The whole page."""
    parts = [HEAD]
    chapters = [(name, manual(pane)) for pane, name in NAMES.items()]
    for name, pairs in (*chapters, ("IN READER PICK", described(PICKING))):
        rows = [f"| {_code(keys)} | {said} |" for keys, said in pairs]
        parts.append("\n".join([f"## {name.capitalize()}\n", "| key | |", "|---|---|", *rows, ""]))
    return "\n".join(parts)


def _code(keys: str) -> str:
    return " ".join(f"`{key}`" for key in keys.replace("|", "\\|").split("  "))


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
