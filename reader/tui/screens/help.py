"""The keys: those of the focused pane first, then the rest; typing narrows them."""

from collections.abc import Sequence
from textwrap import wrap

from rich.segment import Segment
from textual import events
from textual.geometry import Size
from textual.screen import ModalScreen
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.widget import Widget

from reader.tui.actions import ACTIONS, GROUPS, Action, Pane, for_pane
from reader.tui.fuzzy import holds
from reader.tui.look import Look
from reader.tui.widgets.text_line import Run, TextLine, fitted
from reader.tui.written import shown_keys

KEY_COLUMN = 22  # columns
NO_KEY = "·"  # for what can be chosen by its name only
NAMES = {
    Pane.LIST: "IN THE LIST",
    Pane.READER: "IN THE TEXT",
    Pane.BLOCK: "CHOOSING A BLOCK OF THE TEXT",
    Pane.SELECTION: "SELECTING IN THE TEXT",
    Pane.HINTS: "CHOOSING A LINK",
    Pane.LINK: "WITH A LINK",
    Pane.FACETS: "AMONG TAGS AND SITES",
    Pane.PROMPT: "IN THE PROMPT",
}
Chapter = tuple[str, Sequence[tuple[str, str]]]
"""A heading, and keys with what they do."""

ANYWHERE = (
    ("5j", "a number before a key repeats it"),
    ("Ctrl-Q", "quit at once"),
    ("Ctrl-Z", "put the program aside; fg brings it back"),
)


class HelpLines(ScrollView, can_focus=True):
    """Keys and what they do."""

    DEFAULT_CSS = "HelpLines { scrollbar-size-vertical: 1; overflow-x: hidden; }"

    def __init__(self, look: Look, chapters: Sequence[Chapter]) -> None:
        super().__init__()
        self.look = look
        self._chapters = chapters
        self._typed = ""
        self._rows: list[tuple[str, str]] = []

    def narrow(self, typed: str) -> None:
        """Show only what holds all the words typed, or nearly."""
        self._typed = typed
        self._fill()
        if self.is_mounted and self.size.height:
            self.scroll_to(y=0, animate=False, force=True)

    def on_resize(self) -> None:
        """Set the lines anew: what does not fit beside its keys stands below them."""
        self._fill()

    def _fill(self) -> None:
        self._rows = []
        for name, keys in self._chapters:
            found = [pair for pair in keys if holds(self._typed, " ".join(pair))]
            if found:
                self._rows += [("", ""), (name, "")]
                for pair in found:
                    self._rows += self._lines(*pair)
        self.set_reactive(Widget.virtual_size, Size(self.size.width, len(self._rows)))
        if self.is_mounted and self.size.height:
            self._scroll_update(self.virtual_size)
        self.refresh()

    def _lines(self, keys: str, said: str) -> list[tuple[str, str]]:
        beside = max(len(keys), self._column) + len(said) + 4 <= self.size.width
        if beside:
            return [(keys, said)]
        room = max(1, self.size.width - self._column - 3)
        return [(keys, " "), *(("", line) for line in wrap(said, room))]

    @property
    def _column(self) -> int:
        return min(KEY_COLUMN, self.size.width // 3)

    def render_line(self, y: int) -> Strip:
        """One key."""
        index = round(self.scroll_offset.y) + y
        width = self.size.width
        keys, said = self._rows[index] if index < len(self._rows) else ("", "")
        runs: list[Run] = [(f"  {keys}", self.look.dim)]
        if said:
            runs = [(f"  {keys:<{self._column}} ", self.look.accent), (said, self.look.text)]
        segments, used = fitted(runs, width)
        gap = Segment(" " * (width - used), self.look.text)
        return Strip([*segments, gap], width)


class HelpScreen(ModalScreen[None]):
    """Shown over everything; Esc, q or ? goes back."""

    CSS = """
    HelpScreen { align: center middle; background: $background; }
    HelpScreen > * { max-width: 84; width: 100%; }
    HelpScreen HelpLines { height: 1fr; }
    """
    AUTO_FOCUS = "HelpLines"

    def __init__(self, look: Look, chapters: Sequence[Chapter]) -> None:
        super().__init__()
        self.look = look
        self.head = TextLine(look)
        self.lines = HelpLines(look, chapters)
        self._typed = ""

    def compose(self) -> "list[Widget]":
        """A line that shows what is typed, and the keys."""
        return [self.head, self.lines]

    def on_mount(self) -> None:
        """Say how to use it."""
        self._show()

    def press(self, event: events.Key) -> bool:
        """Scroll, narrow by what is typed, or go back."""
        page = max(1, self.lines.size.height - 1)
        steps = {"down": 1, "up": -1, "pagedown": page, "pageup": -page, "ctrl+d": page // 2,
                 "ctrl+u": -(page // 2), "ctrl+f": page, "ctrl+b": -page, "home": -9999,
                 "end": 9999}  # fmt: skip
        if event.key in steps:
            y = self.lines.scroll_offset.y + steps[event.key]
            self.lines.scroll_to(y=y, animate=False, force=True)
        elif event.key in ("escape", "f1", "enter") or (
            not self._typed and event.character in ("q", "?")
        ):
            self.dismiss(None)
        elif event.key == "backspace":
            self._narrow(self._typed[:-1])
        elif event.is_printable and event.character:
            self._narrow(self._typed + event.character)
        else:
            return False
        return True

    def _narrow(self, typed: str) -> None:
        self._typed = typed
        self.lines.narrow(typed)
        self._show()

    def _show(self) -> None:
        typed = self._typed or "type to find a key"
        style = self.look.text if self._typed else self.look.dim
        self.head.show(
            [(" ? ", self.look.accent), (typed, style)], [("Esc goes back ", self.look.dim)]
        )


def chapters(pane: Pane, actions: tuple[Action, ...], config: str) -> list[Chapter]:
    """The keys of all panes, those of this one first; `config` is where they can be changed."""
    known = [(NAMES[each], manual(each, actions)) for each in dict.fromkeys([pane, *NAMES])]
    return [*known, ("ANYWHERE", ANYWHERE), ("OTHER KEYS", [("[keys]", f"in {config}")])]


def manual(pane: Pane, actions: tuple[Action, ...] = ACTIONS) -> list[tuple[str, str]]:
    """The keys of a pane."""
    return described(for_pane(pane, actions))


def described(actions: Sequence[Action]) -> list[tuple[str, str]]:
    """The keys of actions as people write them, with what they do, group by group."""
    rows: dict[tuple[str, str], list[str]] = {}
    for group in GROUPS:
        for action in actions:
            if action.group == group:
                rows.setdefault((action.name, action.help), []).extend(shown_keys(action))
    return [("  ".join(keys) or NO_KEY, said) for (_, said), keys in rows.items()]
