"""A small folder of documents, and changes to it, as a scraper makes them.

    python -m tools.torture.folder FOLDER [NUMBER]

Makes the folder where it is missing; with a number it changes, adds, moves and removes files.
"""

import random
import sys
from pathlib import Path

PAGES = 80


def page(number: int, edition: int) -> str:
    """A page of the collection."""
    return "\n".join(
        [
            "The Harbour Paper",
            "Home",
            "News",
            "",
            f"The bridge {number} in its edition {edition}",
            "",
            f"The bridge stood for {number + 3} years before anybody asked what it was for, and"
            f" when it was painted for the {edition}th time, nobody knew who had sent for it.",
            "",
            "Contact the editors",
            f"© {1990 + number} The Harbour Paper",
            "",
        ]
    )


def main(folder: Path, number: int | None) -> None:
    """Make or change the folder."""
    if not (folder / "000.txt").exists():
        folder.mkdir(parents=True, exist_ok=True)
        for each in range(PAGES):
            (folder / f"{each:03}.txt").write_text(page(each, 0), "utf-8")
    if number is None:
        return
    chance = random.Random(number)
    for _ in range(12):
        each = chance.randrange(50, PAGES)  # the first ones carry the marks
        path = folder / f"{each:03}.txt"
        match chance.randrange(3):
            case 0:
                path.write_text(page(each, number + 1), "utf-8")
            case 1:
                path.unlink(missing_ok=True)
            case _ if path.exists():
                path.rename(folder / f"{each:03}-moved.txt")
            case _:
                path.write_text(page(each, 0), "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else None)
