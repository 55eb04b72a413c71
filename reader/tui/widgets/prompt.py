"""The prompt: one line at the top of the screen that is always there."""

from collections.abc import Callable
from enum import StrEnum

from textual import events
from textual.widgets import Input
from textual.widgets.input import Selection

from reader.printable import printable
from reader.tui.look import Look
from reader.tui.widgets.chips import Chips


class Scope(StrEnum):
    """What the prompt asks about; its value is the chip before the text."""

    COLLECTION = " ⌕ "
    DOCUMENT = " in this document ⌕ "
    TAGS = " tag "
    NAME = " save this search as "
    COMMAND = " pipe to "


IDLE = "/ finds · ? shows the keys"
ASKING = {
    Scope.COLLECTION: "type to find · Esc goes back",
    Scope.DOCUMENT: "type to find in this document",
    Scope.TAGS: "+add -remove",
    Scope.NAME: "a name",
    Scope.COMMAND: "a command of the shell: wc -w",
}
"""What stands in an empty prompt, and before it is opened."""


class Prompt(Input, inherit_css=False):
    """Calls `on_typed` from inside the key handler, so that an answer is in the same frame."""

    COMPONENT_CLASSES = Input.COMPONENT_CLASSES
    # Textual's own rules for its box, its states and their colours take a millisecond to parse.
    DEFAULT_CSS = """
    Prompt {
        width: 1fr; height: 1; overflow: auto auto; scrollbar-size-horizontal: 0;
    }
    Prompt > .input--cursor {
        background: $input-cursor-background; color: $input-cursor-foreground;
        text-style: $input-cursor-text-style;
    }
    Prompt > .input--selection {
        background: $input-selection-background; color: $input-selection-foreground;
    }
    Prompt > .input--placeholder, Prompt > .input--suggestion { color: $text-disabled; }
    """

    def __init__(
        self, look: Look, placeholder: str, *, query: bool = True, id: str | None = None
    ) -> None:
        """`query`: what is typed for the collection is in the query language."""
        self.chips = Chips(look)
        super().__init__(
            placeholder=placeholder, highlighter=self.chips, select_on_focus=False, id=id
        )
        self._query = query
        self.scope = Scope.COLLECTION
        self.asking = False
        """Whether something is typed here now."""
        self.caret = 0
        """Where the cursor stands once the key is done that is being handled."""
        self.on_typed: Callable[[str], None] = lambda text: None
        self._quiet = False

    def replace(self, text: str, start: int, end: int) -> None:
        """Every change of the text comes through here."""
        self.caret = max(0, min(start, end)) + len(text)
        super().replace(text, start, end)

    def watch_value(self, value: str) -> None:
        """Answer while the key is being handled."""
        self.mind()
        if not self._quiet and self.is_mounted:
            self.on_typed(value)

    def on_paste(self, event: events.Paste) -> None:
        """Take up what is pasted, its control codes made visible: a wrapped phrase is looked for
        whole, of anything else the first line counts."""
        event.stop()
        event.prevent_default()
        lines = event.text.strip().splitlines() or [""]
        looking = self.scope in (Scope.COLLECTION, Scope.DOCUMENT)
        pasted = " ".join(map(str.strip, lines)) if looking else lines[0]
        self.replace(printable(pasted), *sorted(self.selection))

    def mind(self) -> None:
        """Say to the chips what the text is, and where it is being typed."""
        self.chips.on = self._query and self.scope is Scope.COLLECTION
        self.chips.typing = self.caret if self.asking else -1

    def put(self, text: str, *, chosen: bool = False, cursor: int | None = None) -> None:
        """Replace the text without asking anything, the cursor at its end or where it is said.

        With `chosen` what is typed next takes the text's place, as in less; the arrows keep it.
        """
        self._quiet = True
        self.value = text
        self.caret = end = len(text) if cursor is None else cursor
        self.selection = Selection(0 if chosen else end, end)
        self.mind()
        self._quiet = False
