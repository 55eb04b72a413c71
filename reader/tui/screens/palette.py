"""The palette: all there is to do, by its name; a number goes to that row."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from reader.tui.actions import BROWSE, Action, Pane, for_pane
from reader.tui.fuzzy import ranked
from reader.tui.screens.choosing import ChoosingScreen
from reader.tui.widgets.choice_list import Choice
from reader.tui.widgets.prompt import Scope
from reader.tui.written import shown_keys

if TYPE_CHECKING:
    from reader.tui.screens.main import MainScreen

GO_TO = "top"  # with a count it goes to that row
SAVED = "each change is kept as it is made: there is nothing to save"
HABITS = {
    "q": "quit", "q!": "quit", "qa": "quit", "qa!": "quit", "wq": "quit", "x": "quit",
    "quit": "quit", "exit": "quit", "h": "help", "help": "help", "u": "undo", "undo": "undo",
    "red": "redo", "redo": "redo", "e": "rescan", "e!": "rescan", "only": "zen", "on": "zen",
    "ls": "collections", "noh": "cancel", "nohl": "cancel", "nohlsearch": "cancel",
}  # fmt: skip
"""What is typed behind a colon elsewhere, and the action that comes to."""
SAVING = ("w", "w!", "write", "wa", "save")


class Deed(NamedTuple):
    """An action where it can be done."""

    action: Action
    keys: tuple[str, ...]  # as people write them
    pane: Pane

    @property
    def choice(self) -> Choice:
        """A line of the palette."""
        return Choice(self.action.help, right="  ".join(self.keys))

    @property
    def searched(self) -> str:
        """What typing looks in."""
        named = self.action.name.replace("_", " ")
        return f"{self.action.help} {named} {' '.join(self.keys)} {self.action.group}"


class Palette:
    """Lists the actions of the focused pane, then the others, those done last before all."""

    def __init__(self, screen: "MainScreen") -> None:
        self._screen = screen
        self._recent: list[str] = []  # names of actions that were chosen here, the last one first

    def do_palette(self, count: int | None) -> None:
        """Ask what to do, and do it where one was."""
        screen = self._screen
        deeds = self.deeds(screen.where_keys_go)
        chosen = ChoosingScreen(
            screen.look,
            ":",
            [*(deed.choice for deed in deeds), Choice(SAVED, known=False)],
            hint="type what to do, or the number of a row",
            keys="Enter does it",
            empty="Nothing to do is called so.",
            refuse=lambda number: SAVED if number == len(deeds) else "",
            find=lambda typed: found(typed, deeds),
        )

        def take(number: int | None) -> None:
            if number is not None:
                self._do(deeds[number], chosen.typed)

        screen.app.push_screen(chosen, take)

    def deeds(self, pane: Pane) -> list[Deed]:
        """What can be done, those last done first, then what the pane has, then the others."""
        actions = self._screen.keymap.actions
        here = _deeds(actions, pane)
        alone = self._screen.library.collection.is_file
        panes = [Pane.READER] if alone else [other for other in BROWSE if other is not pane]
        there = [deed for other in panes for deed in _deeds(actions, other)]
        known = {deed.action.name: deed for deed in reversed([*here, *there])}
        known.pop("palette", None)
        order = {name: place for place, name in enumerate(self._recent)}
        first = [deed for deed in [*here, *there] if known.get(deed.action.name) is deed]
        return sorted(first, key=lambda deed: order.get(deed.action.name, len(order)))

    def _do(self, deed: Deed, typed: str) -> None:
        screen, name = self._screen, deed.action.name
        self._recent = [name, *(one for one in self._recent if one != name)]
        if deed.pane is not screen.where_keys_go:
            self._go_to(deed.pane)
        screen.act(name, int(typed) if name == GO_TO and typed.isdecimal() else None)

    def _go_to(self, pane: Pane) -> None:
        """Give another pane the keys; a prompt that is open answers first."""
        screen = self._screen
        if screen.where is Pane.PROMPT:
            screen.act("cancel" if screen.prompt.scope is Scope.TAGS else "keep")
        if pane is Pane.READER and screen.where is not Pane.READER:
            screen.act("to_reader")
        elif pane is not screen.where:
            screen.focus_on(pane)


def found(typed: str, deeds: Sequence[Deed]) -> list[int]:
    """The numbers of what somebody may mean, the best first; that of saving follows the deeds."""
    typed = typed.strip().removeprefix(":")
    names = [deed.action.name for deed in deeds]
    if not typed:
        return list(range(len(deeds)))
    if typed.isdecimal():
        return [names.index(GO_TO)] if GO_TO in names else []
    if typed in SAVING:
        return [len(deeds)]
    habit = [names.index(HABITS[typed])] if HABITS.get(typed) in names else []
    by_key = [number for number, deed in enumerate(deeds) if typed in deed.keys]
    others = ranked(typed, [deed.searched for deed in deeds])
    return list(dict.fromkeys([*habit, *by_key, *others]))


def _deeds(actions: tuple[Action, ...], pane: Pane) -> list[Deed]:
    """The actions of a pane, each once with all its keys."""
    rows: dict[str, list[Action]] = {}
    for action in for_pane(pane, actions):
        rows.setdefault(action.name, []).append(action)
    return [
        Deed(same[0], tuple(key for action in same for key in shown_keys(action)), pane)
        for same in rows.values()
    ]
