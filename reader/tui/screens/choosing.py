"""Something is chosen from a list over the whole screen: typing narrows it, Enter takes one."""

from collections.abc import Callable, Sequence

from textual import events, on
from textual.screen import ModalScreen
from textual.widget import Widget

from reader.printable import printable
from reader.tui.look import Look
from reader.tui.widgets.choice_list import Choice, ChoiceList, Find
from reader.tui.widgets.text_line import TextLine

Refuse = Callable[[int], str]
"""Why a choice cannot be taken, in a sentence; nothing where it can."""


class ChoosingScreen(ModalScreen[int | None]):
    """Gives back the number of the choice that was taken, or None."""

    CSS = """
    ChoosingScreen { align: center middle; background: $background; }
    ChoosingScreen > * { max-width: 100; width: 100%; }
    ChoosingScreen ChoiceList { height: 1fr; margin-top: 1; }
    """
    AUTO_FOCUS = "ChoiceList"

    def __init__(
        self,
        look: Look,
        name: str,
        choices: Sequence[Choice],
        *,
        cursor: int = 0,
        hint: str = "type to find one",
        keys: str = "Enter opens",
        empty: str = "Nothing is called so.",
        refuse: Refuse = lambda number: "",
        find: Find | None = None,
    ) -> None:
        """`hint` stands where something can be typed, `keys` says what Enter does.

        `find` says which choices match what is typed, instead of those that hold all its words;
        a q is a letter then from the first on.
        """
        super().__init__()
        self.look = look
        self.head = TextLine(look)
        self.list = ChoiceList(look, choices, cursor, empty, find)
        self._name, self._hint, self._keys = name, hint, keys
        self._refuse = refuse
        self._q_leaves = find is None
        self._typed = ""

    @property
    def typed(self) -> str:
        """What narrows the list."""
        return self._typed

    def compose(self) -> "list[Widget]":
        """A line that shows what is typed, and what can be chosen."""
        return [self.head, self.list]

    def on_mount(self) -> None:
        """Say how to use it."""
        self._show()
        self.list.move(0)

    def press(self, event: events.Key) -> bool:
        """Move, narrow by what is typed, choose, or go back."""
        page = self.list.page
        steps = {"down": 1, "up": -1, "ctrl+n": 1, "ctrl+p": -1, "pagedown": page, "pageup": -page,
                 "ctrl+f": page, "ctrl+b": -page, "home": -9999, "end": 9999,
                 "tab": 1, "shift+tab": -1}  # fmt: skip
        if event.key in steps:
            self.list.move(steps[event.key])
        elif event.key == "escape" or self._leaves(event):
            self.dismiss(None)
        elif event.key in ("enter", "ctrl+j"):
            self._choose()
        elif event.key == "ctrl+u":
            self._narrow("")
        elif event.key in ("backspace", "ctrl+h"):
            self._narrow(self._typed[:-1])
        elif event.is_printable and event.character:
            self._narrow(self._typed + event.character)
        else:
            return False
        return True

    def _leaves(self, event: events.Key) -> bool:
        """A q goes back, unless what is typed may be a command."""
        return self._q_leaves and not self._typed and event.character == "q"

    @on(ChoiceList.Taken)
    def _choose(self) -> None:
        chosen = self.list.chosen
        why = "" if chosen is None else self._refuse(chosen)
        if why:
            self._show(why)
        else:
            self.dismiss(chosen)

    def _narrow(self, typed: str) -> None:
        self._typed = typed
        self.list.narrow(typed)
        self._show()

    def _show(self, said: str = "") -> None:
        typed = said or printable(self._typed) or self._hint
        style = self.look.text if self._typed or said else self.look.dim
        keys = [] if said else [(f"{self._keys} · Esc goes back ", self.look.dim)]
        self.head.show([(f" {self._name} ", self.look.accent), (typed, style)], keys)
