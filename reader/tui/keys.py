"""Keys into actions: sequences (`g g`, `z o`), counts, and what is still to come."""

from collections.abc import Sequence
from typing import NamedTuple

from reader.settings import Settings
from reader.tui.actions import ACTIONS, LETTER, Action, Keymap, Pane, for_pane
from reader.tui.written import shown_keys

MAX_COUNT = 1_000_000


class Pressed(NamedTuple):
    """What a key came to."""

    action: Action | None = None
    times: int | None = None  # the count typed before it, if one was
    pending: str = ""  # the keys of a sequence that is not complete


class Keys:
    """Feeds on keys one by one and remembers an unfinished sequence."""

    def __init__(self, actions: tuple[Action, ...] = ACTIONS) -> None:
        self._actions = actions
        self._panes: dict[Pane, _Table] = {}  # made when they are asked for
        self._typed: tuple[str, ...] = ()
        self._count = ""
        self.letter = ""
        """What the action that was typed last was given, where it takes a letter."""

    def clear(self) -> bool:
        """Forget an unfinished sequence; says whether there was one."""
        unfinished = bool(self._typed or self._count)
        self._typed, self._count = (), ""
        return unfinished

    def press(self, pane: Pane, key: str) -> Pressed:
        """Take one key. In the prompt digits are text, elsewhere they are counts."""
        if self._is_count(pane, key):
            self._count = str(min(int(self._count + key), MAX_COUNT))
            return Pressed(pending=self._count)
        typed = (*self._typed, key)
        table = self._table(pane)
        if typed in table.prefixes:
            self._typed = typed
            return Pressed(pending=self._count + " ".join(typed))
        self.letter, action = "", table.actions.get(typed)
        if action is None and len(key) == 1 and key.isascii() and key.isalpha():
            self.letter, action = key, table.actions.get((*self._typed, LETTER))
        count = int(self._count) if self._count else None
        self.clear()
        return Pressed(action, count)

    def has(self, pane: Pane, key: str) -> bool:
        """Whether a pane has an action on this very key, or sequences that begin with it."""
        table = self._table(pane)
        return (key,) in table.actions or (key,) in table.prefixes

    def _is_count(self, pane: Pane, key: str) -> bool:
        if pane is Pane.PROMPT or self._typed or key not in "0123456789" or len(key) != 1:
            return False
        return bool(self._count) or key != "0"

    def named(self, pane: Pane, words: Sequence[tuple[str, str]]) -> str:
        """Actions with the first key of each, and a word for it: `/ find   Enter read`."""
        known = self._table(pane).named
        return "   ".join(
            f"{shown_keys(known[name])[0]} {word}" for name, word in words if name in known
        )

    def continuations(self, pane: Pane, pending: str) -> list[tuple[str, Action]]:
        """What may follow an unfinished sequence: each next key with its action."""
        typed = tuple(pending.lstrip("0123456789").split())
        return [
            (" ".join(sequence[len(typed) :]), action)
            for sequence, action in self._table(pane).actions.items()
            if typed and sequence[: len(typed)] == typed
        ]

    def _table(self, pane: Pane) -> "_Table":
        if pane not in self._panes:
            self._panes[pane] = _Table(for_pane(pane, self._actions))
        return self._panes[pane]


class _Table:
    """What the keys of one pane do."""

    def __init__(self, actions: Sequence[Action]) -> None:
        self.actions = {
            tuple(keys.split(" ")): action for action in actions for keys in action.keys
        }
        self.prefixes = {sequence[:n] for sequence in self.actions for n in range(1, len(sequence))}
        self.named = {action.name: action for action in reversed(actions) if action.keys}


def keymap(settings: Settings) -> Keymap:
    """The table as config.toml wants it. Raises ReaderError where that is mistaken."""
    if not settings.keys:
        return Keymap()
    from reader.tui.remapping import effective  # noqa: PLC0415  # few change their keys

    return effective(settings.keys, str(settings.config / "config.toml"))


def key_name(key: str, character: str | None) -> str:
    """A key as the table writes it: printable ones as they are typed, others by name."""
    if character and character.isprintable() and len(character) == 1 and character != " ":
        return character
    return key
