"""The collections that were opened before, to go to another one."""

import time
from collections.abc import Sequence

from reader.library.shelf import Remembered, labels
from reader.printable import printable
from reader.tui.look import Look
from reader.tui.screens.choosing import ChoosingScreen
from reader.tui.widgets.choice_list import Choice

NONE = "No collection was opened before: reader FOLDER opens one."


def collections_screen(look: Look, known: Sequence[Remembered], open_one: str) -> ChoosingScreen:
    """The screen on which one is chosen, the cursor on the first one that is not open."""

    def refuse(number: int) -> str:
        one = known[number]
        there = one.there or one.key == open_one
        return "" if there else f"{printable(one.name)} is gone: see where its folder went"

    others = (place for place, one in enumerate(known) if one.key != open_one)
    called = labels(known)
    return ChoosingScreen(
        look,
        "collections",
        [_choice(one, called[one.key], one.key == open_one) for one in known],
        cursor=next(others, 0),
        empty="No collection is called so." if known else NONE,
        refuse=refuse,
    )


def _choice(one: Remembered, name: str, is_open: bool) -> Choice:
    there = one.there
    noun = "document" if one.documents == 1 else "documents"
    return Choice(
        name,
        right=f"{one.documents:,} {noun}" if there else "gone",
        below=", ".join(map(str, one.paths)),
        below_right=_when(one.opened),
        chip="open now" if is_open else "",
        known=there,
    )


def _when(seconds: int) -> str:
    """The day, or the time of today."""
    then, now = time.localtime(seconds), time.localtime()
    return time.strftime("today %H:%M" if then[:3] == now[:3] else "%Y-%m-%d", then)
