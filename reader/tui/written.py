"""Keys as people write them, in config.toml and in all that is shown, and as the table has them."""

import re
from collections.abc import Iterable

from reader.errors import ReaderError
from reader.tui.actions import LETTER, Action

SHOWN_KEYS = {
    "pagedown": "PgDn", "pageup": "PgUp", "escape": "Esc", "enter": "Enter", "space": "Space",
    "tab": "Tab", "shift+tab": "Shift-Tab", "backspace": "Backspace", "home": "Home",
    "end": "End", "up": "↑", "down": "↓", "left": "←", "right": "→", "f1": "F1",
    "delete": "Delete", "insert": "Insert", "alt+b": "Alt-B", "alt+f": "Alt-F",
    "alt+backspace": "Alt-Backspace", "alt+left": "Alt-←", "alt+right": "Alt-→",
    "ctrl+underscore": "Ctrl-_",
}  # fmt: skip
NAMED = (
    "up", "down", "left", "right", "home", "end", "pageup", "pagedown", "insert", "delete",
    "backspace", "tab", "enter", "escape", "space", *(f"f{n}" for n in range(1, 13)),
)  # fmt: skip
OTHER_NAMES = {
    "pgup": "pageup", "pgdn": "pagedown", "esc": "escape", "return": "enter", "del": "delete",
    "ins": "insert", "bs": "backspace", "comma": ",", "minus": "-", "plus": "+",
    "↑": "up", "↓": "down", "←": "left", "→": "right",
}  # fmt: skip
SHIFTED = ("tab", "up", "down", "left", "right", "home", "end")
ARROWS = ("up", "down", "left", "right")
CTRL = ("up", "down", "left", "right", "home", "end", "underscore")
SAME = {"i": "Tab", "m": "Enter", "j": "Enter", "[": "Esc", "h": "Backspace", "@": "Ctrl-Space"}
"""Keys with Ctrl that a terminal cannot tell from another."""
TAKEN = {
    "ctrl+c": "Ctrl-C copies, and ends an index run",
    "ctrl+q": "Ctrl-Q always quits",
    "ctrl+z": "Ctrl-Z puts the program aside",
}
"""Keys that are the program's; behind another key Ctrl-C is free."""


def shown(sequence: str) -> str:
    """A sequence as people write it: `gg`, `Ctrl-D`, `PgDn`."""
    keys = (_shown(key) for key in sequence.split(" "))
    apart = "" if all(len(key) == 1 for key in sequence.split(" ")) else " "
    return apart.join(keys)


def _shown(key: str) -> str:
    if key in SHOWN_KEYS:
        return SHOWN_KEYS[key]
    if re.fullmatch(r"f\d+", key):
        return key.upper()
    if "+" not in key[1:]:
        return key
    *modifiers, last = key.split("+")
    return "-".join([*(one.capitalize() for one in modifiers), _shown(last).capitalize()])


def shown_keys(action: Action) -> list[str]:
    """The keys of an action as people write them; Ctrl-J is Enter."""
    return [
        shown(sequence)
        for sequence in action.keys
        if sequence != "ctrl+j" or "enter" not in action.keys
    ]


def read(text: str) -> tuple[str, ...]:
    """Sequences apart by commas, their keys apart by spaces: `g g, Ctrl-D` as the table has them.

    Raises ReaderError, its sentence without the place, where a key is none.
    """
    sequences = [part.split() for part in text.split(",") if part.strip()]
    found = [" ".join(_key(key) for key in keys) for keys in sequences]
    for sequence in found:
        for place, key in enumerate(sequence.split(" ")):
            if key in TAKEN and (key != "ctrl+c" or not place):
                raise ReaderError(f"{TAKEN[key]}: choose another key")
    return tuple(dict.fromkeys(_with_line_feed(found)))


def _with_line_feed(sequences: Iterable[str]) -> Iterable[str]:
    """Enter is still a line feed when it is typed before the terminal is in raw mode."""
    for sequence in sequences:
        yield sequence
        if sequence == "enter":
            yield "ctrl+j"


def _key(written: str) -> str:
    """One key. Raises ReaderError."""
    if len(written) == 1 and written not in OTHER_NAMES:
        return written
    name = written.casefold()
    name = OTHER_NAMES.get(name, name)
    if name in (*NAMED, LETTER) or len(name) == 1:
        return name
    modifier, _, last = name.replace("-", "+", 1).partition("+")
    last = {"_": "underscore"}.get(last, OTHER_NAMES.get(last, last))
    if modifier == "shift" and last in SHIFTED:
        return f"shift+{last}"
    if modifier == "shift" and len(last) == 1:
        raise ReaderError(f"{written} comes as {last.upper()}: write {last.upper()}")
    if modifier == "alt" and last in ARROWS:
        return f"alt+{last}"
    if modifier == "alt":
        raise ReaderError(f"{written} comes as Esc and a key: with Alt there are arrows only")
    if modifier == "ctrl" and last in SAME:
        raise ReaderError(f"a terminal cannot tell {written} from {SAME[last]}: choose another key")
    if modifier == "ctrl" and (last in CTRL or re.fullmatch("[a-z]", last)):
        return f"ctrl+{last}"
    raise ReaderError(
        f"no key is called {written!r}: keys are characters, Ctrl-A to Ctrl-Z, F1 to F12, and"
        " names such as Enter, Space, PgDn; the keys of a sequence stand apart by spaces"
    )
