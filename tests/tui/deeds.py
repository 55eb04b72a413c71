"""What each action does, observed: the keys that lead to it, then all that it changes."""

import asyncio
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from textual import events
from textual.keys import _character_to_key

from reader.library import Library
from reader.tui.actions import ACTIONS, LETTER, Action, Pane
from tests.tui.observing import State, changes, state
from tests.tui.showing import SAMPLE, Reader, article, opened, prose, settings, shelf, written

GOLDEN = Path(__file__).parent / "golden" / "deeds.txt"
SIZE = (80, 16)
COPY = {
    "south/fog.txt": article(
        "The woman who counted fog", "Mara Lindqvist", "9 October 2020", prose(3, 5)
    )
}
NOTES = {
    "west/notes.md": "\n\n".join(
        (
            "---\ntitle: Notes from the quay\nurl: https://quay.example/notes\n---",
            "# Notes from the quay",
            "It was told [first](https://one.example/a) and [later](https://two.example/b) again.",
            "## The boats",
            "```\n" + " ".join(f"boat_{number}" for number in range(40)) + "\n```",
            prose(4, 3),
            "## The nets",
            prose(5, 3),
        )
    )
}
DOCUMENTS = {**SAMPLE, **COPY, **NOTES}
NO_BROWSER = "true"  # a program that does nothing, and well

LOOKS, LOOK_S = 6, 0.01  # so many looks in a row must see the same before it counts as settled
LONGEST = 500  # looks

FACETS, LIST, READER, BLOCK, SELECTION = "T", "j", "j enter", "j enter x", "j enter v l l"
INTO = {
    Pane.FACETS: FACETS,
    Pane.LIST: LIST,
    Pane.READER: READER,
    Pane.BLOCK: BLOCK,
    Pane.SELECTION: SELECTION,
    Pane.PROMPT: "/ f o g",
    Pane.HINTS: "G enter f",
    Pane.LINK: "G enter f tab",
}
"""The keys that lead into a pane from the first row of the list."""

GROUPED = "/ g r o u p : y e a r enter j"
LEADING = {
    **{(Pane.FACETS, name): "T G" for name in ("up", "page_up", "half_up", "top")},
    **{(Pane.LIST, name): "G" for name in ("up", "page_up", "half_up", "top")},
    **{(Pane.READER, name): "j enter G" for name in ("up", "page_up", "half_up", "top")},
    (Pane.LIST, "save_search"): "/ f o g enter",
    (Pane.FACETS, "save_search"): "/ f o g enter T",
    (Pane.FACETS, "forget_search"): "/ f o g enter B m i s t enter escape T g g",
    (Pane.LIST, "close_band"): GROUPED,
    (Pane.LIST, "open_band"): f"{GROUPED} z c",
    (Pane.LIST, "toggle_band"): GROUPED,
    (Pane.LIST, "close_bands"): GROUPED,
    (Pane.LIST, "open_bands"): f"{GROUPED} z M",
    (Pane.LIST, "next_band"): GROUPED,
    (Pane.LIST, "previous_band"): f"{GROUPED} G",
    (Pane.LIST, "copies"): "j j j",
    (Pane.FACETS, "previous_document"): "j T",
    (Pane.READER, "copies"): "j j j enter",
    (Pane.LIST, "go_to_bookmark"): "j enter m a q k",
    (Pane.READER, "go_to_bookmark"): "j enter m a G",
    (Pane.LIST, "bookmarks"): "j enter m a q",
    (Pane.READER, "bookmarks"): "j enter m a",
    (Pane.LIST, "before_jump"): "j enter G q",
    (Pane.READER, "before_jump"): "j enter G",
    (Pane.LIST, "older_place"): "j enter J q",
    (Pane.READER, "older_place"): "j enter J",
    (Pane.LIST, "newer_place"): "j enter J ctrl+o q",
    (Pane.READER, "newer_place"): "j enter J ctrl+o",
    (Pane.READER, "next_match"): "j enter / p a r i s h enter",
    (Pane.READER, "previous_match"): "j enter / p a r i s h enter n n",
    (Pane.READER, "close_fold"): "j enter z o",
    (Pane.READER, "close_folds"): "j enter z R",
    (Pane.READER, "usual_width"): "j enter +",
    **{
        (Pane.READER, name): "G enter"
        for name in ("hints", "links", "open_address", "outline", "next_heading", "next_paragraph")
    },
    (Pane.READER, "previous_heading"): "G enter ] ] ] ]",
    (Pane.READER, "code_on"): "G enter ] ]",
    (Pane.READER, "code_back"): "G enter ] ] z l",
    (Pane.READER, "previous_paragraph"): "G enter ] ]",
    (Pane.LIST, "open_address"): "G",
    **{(pane, "undo"): f"s {INTO[pane]}" for pane in (Pane.FACETS, Pane.LIST, Pane.READER)},
    **{(pane, "redo"): f"s U {INTO[pane]}" for pane in (Pane.FACETS, Pane.LIST, Pane.READER)},
    (Pane.BLOCK, "correct"): "j enter w",
    (Pane.BLOCK, "previous_block"): "j enter x j",
    (Pane.LIST, "leave"): "/ f o g enter",
    (Pane.LIST, "widen"): "/ f o g space w o m a n enter",
    (Pane.LIST, "cancel"): "space",
    **{
        (Pane.SELECTION, name): "j enter v } j w w"
        for name in (
            "cursor_left", "cursor_up", "cursor_page_up", "cursor_word_back",
            "cursor_paragraph_back", "cursor_row_start", "cursor_top", "cursor_bottom",
        )
    },
    **{
        (Pane.PROMPT, name): "/ n o r t h enter escape /"
        for name in ("older", "recall", "history")
    },
    (Pane.PROMPT, "newer"): "/ n o r t h",
    (Pane.PROMPT, "down"): "/ n o r t h",
    (Pane.PROMPT, "page_down"): "/ n o r t h",
    (Pane.PROMPT, "up"): "/ n o r t h down down",
    (Pane.PROMPT, "page_up"): "/ n o r t h down down",
    (Pane.PROMPT, "recall_newer"): "/ n o r t h enter escape / ctrl+up",
    (Pane.PROMPT, "complete"): "/ s i t",
    (Pane.PROMPT, "complete_back"): "/ t a g : tab",
}  # fmt: skip
"""Where something must have been done before, so that there is something to do."""

STILL = {
    (Pane.FACETS, "to_facets"): "it is there already",
    (Pane.LIST, "to_list"): "it is there already",
    (Pane.READER, "to_reader"): "it is there already",
    (
        Pane.SELECTION,
        "other_end",
    ): "the same is selected; tests/tui/screens/test_selecting.py moves",
    **{
        (pane, "redraw"): "the same is painted once more"
        for pane in (Pane.FACETS, Pane.LIST, Pane.READER)
    },
    **{
        (pane, "rescan"): "no file has changed; tests/tui/screens/test_updating.py changes some"
        for pane in (Pane.FACETS, Pane.LIST, Pane.READER)
    },
}
"""Actions that change nothing that could be told, and why."""


def pairs() -> list[tuple[Pane, Action]]:
    """Every pane with each of its actions, in the order of the table."""
    return [(pane, action) for pane in Pane for action in ACTIONS if pane in action.panes]


@contextmanager
def documents() -> Iterator[Path]:
    """A home with the documents and their catalogue."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as place:
        home = Path(place)
        shelf(home, written(home / "articles", DOCUMENTS)).close()
        yield home


async def done(home: Path, pane: Pane, action: Action) -> str:
    """What an action changes, a line for each thing, the keys that were pressed above them."""
    leading = LEADING.get((pane, action.name), INTO[pane])
    keys = action.keys[0].replace(LETTER, "a")
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as place:
        own = Path(place)
        shutil.copytree(home / "cache", own / "cache")
        library = Library.open([home / "articles"], settings(own))
        try:
            os.environ["BROWSER"] = NO_BROWSER
            async with opened(library, SIZE) as reader:
                before = await pressed(reader, leading, home)
                if before["keys go to"] != pane:
                    raise AssertionError(f"{leading!r} leads to {before['keys go to']}, not {pane}")
                after = await pressed(reader, keys, home)
        finally:
            library.close()
    told = changes(before, after) or ["nothing to be told"]
    return "\n    ".join([f"{pane} · {action.name}: {leading} ⟶ {keys}", *told])


async def pressed(reader: Reader, keys: str, home: Path) -> State:
    """What is there when keys were pressed and nothing moves any more."""
    for key in keys.split(" "):
        character = {"space": " "}.get(key, key if len(key) == 1 else None)
        name = _character_to_key(key) if len(key) == 1 else key
        reader.app.post_message(events.Key(name, character))
    taken = asyncio.Event()
    reader.app.call_later(taken.set)
    last, same = None, 0
    for _ in range(LONGEST):
        await asyncio.sleep(LOOK_S)
        now = state(reader, home)
        same = same + 1 if now == last else 0
        last = now
        if same >= LOOKS and (taken.is_set() or reader.app._exit):
            return now
    raise AssertionError(f"never at rest after {keys!r}, in front of\n{reader.text}")


async def told(pane: Pane) -> str:
    """All deeds of a pane."""
    with documents() as home:
        return "".join([await done(home, at, a) + "\n\n" for at, a in pairs() if at is pane])
