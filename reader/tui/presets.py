"""Keys as people know them from other programs: what each preset has otherwise than the table."""

from collections.abc import Mapping
from typing import NamedTuple

Changes = Mapping[str, str]
"""Names of actions with their keys, written as in config.toml."""

NONE: Changes = {}
NO_PANES: Mapping[str, Changes] = {}


class Preset(NamedTuple):
    """Changes of the table, everywhere and by pane; what they take a key from keeps the others.

    What has no key left gets its first one behind a comma, so that nothing goes missing.
    """

    help: str
    everywhere: Changes = NONE
    panes: Mapping[str, Changes] = NO_PANES
    letters: bool = True  # False: no key that needs a letter, a sign, or Ctrl and a letter


PRESETS: Mapping[str, Preset] = {
    "default": Preset("the keys of the table: moving as in vim and less, one key for one verb"),
    "vim": Preset(
        "u takes back, Ctrl-W goes from pane to pane, ZZ quits",
        {
            "undo": "u, U",
            "next_pane": "Tab, Ctrl-W w",
            "previous_pane": "Shift-Tab, Ctrl-W W",
            "to_facets": "g f, T, Ctrl-W t",
            "to_list": "g l, Ctrl-W h",
            "to_reader": "g r, Ctrl-W l",
            "zen": "Ctrl-W o",
            "quit": "Z Z, Z Q, Q",
            "half_down": "Ctrl-D",
            "half_up": "Ctrl-U",
        },
        {"reader": {"down": "j, Down, Ctrl-E", "up": "k, Up, Ctrl-Y"}},
    ),
    "less": Preset(
        "f, b, e, y and Space turn and move, g is the top",
        {"top": "g, <, Home", "bottom": "G, >, End"},
        {
            "list": {
                "page_down": "f, Ctrl-F, Ctrl-V, PgDn",
                "page_up": "b, Ctrl-B, PgUp",
                "down": "j, Down, e, Ctrl-N",
                "up": "k, Up, y, Ctrl-K",
            },
            "reader": {
                "page_down": "Space, f, Ctrl-F, Ctrl-V, PgDn",
                "page_up": "b, Ctrl-B, PgUp",
                "down": "j, Down, e, Enter, Ctrl-N",
                "up": "k, Up, y, Ctrl-K",
                "open_fold": "z o, z a",
            },
        },
    ),
    "emacs": Preset(
        "Ctrl-N, Ctrl-P, Ctrl-V move, Ctrl-S finds, Ctrl-G cancels, Ctrl-X begins the rest",
        {
            "down": "Ctrl-N, Down",
            "up": "Ctrl-P, Up",
            "page_down": "Ctrl-V, PgDn",
            "find": "/, Ctrl-S",
            "cancel": "Esc, Ctrl-G",
            "undo": "Ctrl-_, Ctrl-X u",
            "next_pane": "Tab, Ctrl-X o",
            "zen": "Ctrl-X 1",
            "collections": "Ctrl-X b, g c",
            "quit": "Ctrl-X Ctrl-C, Q",
            "palette": ":, F2",
        },
        {
            "list": {"open": "Enter, Ctrl-F, Right", "to_facets": "g f, T, Ctrl-B, Left"},
            "facets": {"narrow": "Enter, Ctrl-F, Right"},
            "reader": {"back": "q, Ctrl-B, Left, Backspace"},
            "block": {"next_block": "Ctrl-N, Down", "previous_block": "Ctrl-P, Up"},
            "prompt": {"cancel": "Esc, Ctrl-G"},
        },
    ),
    "newsboat": Preset(
        "n and p go to the next and the last article, N is read or unread, r looks again",
        {
            "next_document": "J, n",
            "previous_document": "K, p",
            "toggle_read": "N",
            "rescan": "r, R",
            "to_facets": "t, T, g f",
            "tag": "Ctrl-E, Ctrl-T",
        },
    ),
    "arrows": Preset(
        "no letters: arrows, Enter, Esc and function keys; F2 lists all there is to do",
        {
            "help": "F1",
            "palette": "F2",
            "find": "F3",
            "tag": "F4",
            "rescan": "F5",
            "next_pane": "F6, Tab",
            "undo": "F7",
            "toggle_read": "F8",
            "toggle_star": "F9",
            "collections": "F12",
        },
        {
            "reader": {"next_document": "Ctrl-Right", "previous_document": "Ctrl-Left"},
            "prompt": {"help": "F1", "palette": "F2"},
        },
        letters=False,
    ),
}
