"""The keys in rows, for who asks for them without a screen."""

from typing import NamedTuple

from reader.settings import load
from reader.tui.actions import Pane, for_pane
from reader.tui.keys import keymap
from reader.tui.remapping import effective
from reader.tui.written import shown_keys


class Row(NamedTuple):
    """An action of a pane; no keys: it is chosen by its name."""

    pane: str
    action: str
    keys: list[str]
    help: str


def table(preset: str | None) -> list[Row]:
    """The keys as config.toml has them, or those of a preset. Raises ReaderError."""
    known = keymap(load()) if preset is None else effective({"preset": preset}, "--preset")
    return [
        Row(str(pane), action.name, shown_keys(action), action.help)
        for pane in Pane
        for action in for_pane(pane, known.actions)
    ]
