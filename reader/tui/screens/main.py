"""The screen: prompt, facets, list, text, status line; keys come in here and go to what they do."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual import events, on
from textual.app import ComposeResult
from textual.screen import Screen
from textual.widget import Widget

from reader.errors import QueryError, ReaderError
from reader.library import Library
from reader.model import Document, Row, Snippet
from reader.printable import printable
from reader.tui.actions import KEYS_THAT_MATTER, KEYS_TO_ASK, Pane
from reader.tui.keeping_up import KeepingUp
from reader.tui.keys import Keys, key_name, keymap
from reader.tui.listing import AllRows, Band, Fetch, Listing
from reader.tui.look import Look
from reader.tui.screens.finding import Finding
from reader.tui.screens.host import Host
from reader.tui.screens.layout import Layout
from reader.tui.screens.parts import Parts
from reader.tui.screens.updating import GLANCE_S, Updating
from reader.tui.widgets.document_list import DocumentList
from reader.tui.widgets.plain import Line
from reader.tui.widgets.prompt import ASKING, IDLE, Prompt, Scope
from reader.tui.widgets.text_line import Rule, TextLine

if TYPE_CHECKING:
    from reader.tui.widgets.linked_pane import LinkedPane

FIRST_ROWS = 200  # fetched before the first paint: more than any screen shows
AT_ONCE = frozenset({"escape", "ctrl+c", "ctrl+q", "Q"})  # keys that wait for nothing
SETTLED_S = 0.2  # seconds after a resize, when a rush of them is over


class MainScreen(Parts, Screen[None]):
    """Wires the widgets to the Library: keys come in, widgets are told what to show."""

    AUTO_FOCUS = ""
    BLANK = True  # what its widgets do not cover

    def __init__(
        self, library: Library, look: Look, keeping_up: KeepingUp | None, host: Host
    ) -> None:
        super().__init__()
        self.host = host
        self.library = library
        self.look = look
        self.keymap = keymap(library.settings)
        self.keys = Keys(self.keymap.actions)
        self.fetch = Fetch(self._documents, self._snippet)
        self.top = TextLine(look, id="top")
        self.line = Line(id="line")
        self.line.styles.height = 1
        self.body = Line(id="body")
        self.scope = TextLine(look, id="scope")
        self.prompt = Prompt(look, IDLE, id="prompt")
        self.understood = TextLine(look, id="understood")
        self.upper = Rule(look, "┬", id="upper")
        self.list = DocumentList(look, self.everything(), id="list")
        self.lower = Rule(look, "┴", id="lower")
        self.status = TextLine(look, id="status")
        self.plan = Layout(self)
        self.finding = Finding(self)
        self.updating = Updating(self, keeping_up)
        self.where = Pane.LIST  # the pane that keys go to
        self._event = ""
        self._resumed = False  # whether it was on the screen before

    def compose(self) -> ComposeResult:
        """From top to bottom, each as wide as it will be: a second layout costs a frame."""
        self.plan.arrange(self.app.size)
        self.show_scope()
        yield self.top
        with self.line:
            yield self.scope
            yield self.prompt
        yield self.upper
        with self.body:
            yield from (pane for pane in self.plan.widgets().values() if pane.display)
        yield self.lower
        yield self.status

    def on_mount(self) -> None:
        """Show what is known already; everything else comes after the first paint."""
        self.list.on_move = self.moved
        self.prompt.on_typed = self.typed
        self.list.show_unread = self.library.any_read()
        self.show_counts()
        if self.library.collection.is_file:
            self.reading.only()
        else:
            row = self.library.left_at()
            if row is not None:
                self.list.move_to(self.list.listing.find(row) or 0)
            self.focus_on(Pane.LIST)
            self.moved()
        self.set_interval(GLANCE_S, self.updating.glance)
        self.call_after_refresh(self.host.after_first_paint)

    def on_screen_resume(self, event: events.ScreenResume) -> None:
        """The first time all styles are those that each widget was mounted with."""
        event.refresh_styles = self._resumed
        self._resumed = True

    def on_unmount(self) -> None:
        """End the threads that answer, and with them their files."""
        threads = "finding reading river correcting updating completing nothing links"
        for name in threads.split():
            if self.loaded(name):
                getattr(self, name).stop()

    def mount_rest(self) -> None:
        """Load and mount what was not to be seen at first."""
        self.does  # noqa: B018  # all parts are loaded before the first key
        self.understood.styles.width = 0
        self.line.mount(self.understood)
        self.plan.arrange()
        self.body.mount_all(
            [pane for pane in (self.facets,) if not pane.is_attached], before=self.body.children[0]
        )
        self.body.mount_all([pane for pane in (self.list, self.pane) if not pane.is_attached])

    def everything(self) -> Listing:
        """All documents in the order of their paths."""
        library = self.library
        first = library.rows(0, FIRST_ROWS, folded=True)
        rows = AllRows(first, library.count(folded=True), lambda: library.order(folded=True))
        return Listing(self.fetch, [Band("", rows)])

    def _documents(self, rows: Sequence[Row]) -> list[Document]:
        """The entries of these rows; what cannot be read is said, not thrown at the painter."""
        try:
            return self.library.documents(rows)
        except ReaderError as error:
            self._event = str(error)
            return []

    def _snippet(self, row: Row, words: Sequence[str]) -> Snippet:
        """The passage of a document with these words, empty where it cannot be read."""
        try:
            return self.library.snippet(row, words)
        except ReaderError:
            return Snippet("")

    # ---- keys

    @property
    def choosing_block(self) -> bool:
        """Whether keys choose a block of the text now."""
        return self.loaded("correcting") and self.correcting.on

    @property
    def where_keys_go(self) -> Pane:
        """The pane that has the keys, or what is being chosen or selected in it."""
        if self.loaded("links") and self.links.pane is not None:
            return self.links.pane
        if self.where is Pane.READER and self.pane.selected is not None:
            return Pane.SELECTION
        return Pane.BLOCK if self.choosing_block else self.where

    def waits(self, key: str) -> bool:
        """Whether a key is for a list that is still being looked for; the prompt never waits."""
        return self.where is not Pane.PROMPT and self.finding.waiting and key not in AT_ONCE

    def press(self, event: events.Key) -> bool:
        """Take a key at once, before the next one is looked at; False leaves it to Textual."""
        # Esc and a key after it, typed fast, arrive as Alt and that key.
        if event.key.startswith("alt+") and not self.keys.has(self.where, event.key):
            self.press(events.Key("escape", None))
            return self.press(events.Key(event.key.removeprefix("alt+"), event.character))
        pane = self.where_keys_go
        key = key_name(event.key, event.character)
        pressed = self.keys.press(pane, key)
        if pane is Pane.BLOCK and not (pressed.action or pressed.pending):
            self.correcting.leave()
            pane, pressed = self.where, self.keys.press(self.where, key)
        elif pane in (Pane.HINTS, Pane.LINK) and not (pressed.action or pressed.pending):
            self.links.leave()
            pane = self.where_keys_go
            pressed = self.keys.press(pane, key)
        if pressed.pending:
            self.following.pending(pane, pressed.pending)
            return True
        if self.loaded("following"):
            self.following.over()
        if pressed.action is not None:
            self.act(pressed.action.name, pressed.times)
            return True
        if pane is Pane.PROMPT and event.is_printable and event.character:
            self.prompt.replace(event.character, *sorted(self.prompt.selection))
            return True
        if event.key == "ctrl+c":
            if self.get_selected_text():
                return False
            self.updating.interrupt()
            return True
        self.show_status()
        return False

    def act(self, name: str, count: int | None = None) -> None:
        """Do one action of the table; a refusal becomes a sentence."""
        self._event = ""
        self.jumping.leaving()
        try:
            self.does[name](count)
        except QueryError as error:
            self.say(f"{error} (character {error.position + 1})")
        except ReaderError as error:
            self.say(str(error))
        self.jumping.arrived(name)
        self.show_status()

    def focus_on(self, pane: Pane) -> None:
        """Send keys to a pane, and bring it onto the screen; a lone file has only its text.

        For Textual only the prompt ever has the focus: it paints the cursor and takes pasted text.
        Styling a focused pane anew at every change would cost a frame.
        """
        if self.library.collection.is_file and pane is not Pane.PROMPT:
            pane = Pane.READER
        self.where = pane
        if pane is not Pane.READER and self.choosing_block:
            self.correcting.leave()
        if pane is not Pane.READER and self.loaded("selecting"):
            self.selecting.leave()
        if self.loaded("links"):
            self.links.leave()
        if pane is not Pane.PROMPT:
            self.plan.bring(pane)
        self.prompt.asking = pane is Pane.PROMPT
        self.prompt.mind()
        wanted = self.prompt if pane is Pane.PROMPT else None
        if self.focused is not wanted:
            self.set_focus(wanted, scroll_visible=False)
        if self.loaded("facets"):
            self.facets.at_work = pane is Pane.FACETS
            self.facets.refresh()
        if self.keys.clear() and self.loaded("following"):
            self.following.over()
        self.show_scope()
        self.show_status()

    def moved(self) -> None:
        """The cursor of the list is on another document."""
        if self.plan.shows(Pane.READER):
            self.reading.preview_soon()
        self.show_status()

    # ---- looking

    def do_help(self, count: int | None) -> None:
        """Show the keys."""
        self.host.show_help(self.where_keys_go)

    def do_theme(self, count: int | None) -> None:
        """Dark becomes light, and light dark."""
        self.host.other_theme()
        self.plan.arrange()
        self.finding.show_again()
        self.show_scope()

    def do_path(self, count: int | None) -> None:
        """Say where the file is."""
        document = self.reading.document or self.list.document
        if document is not None:
            self.say(printable(self.library.path(document)))

    # ---- prompt

    def typed(self, text: str) -> None:
        """The text of the prompt is another one."""
        self._event = ""
        if self.prompt.scope is Scope.TAGS:
            self.tagging.typed(text)
        elif self.prompt.scope is Scope.COMMAND:
            pass  # it is run when it is complete
        elif self.prompt.scope is Scope.DOCUMENT:
            self.reading.find(text)
        elif self.prompt.scope is Scope.COLLECTION:
            self.completing.typed(text)
            self.finding.typed(text)
            self.finding.show_understood()

    # ---- one-line texts

    def show_scope(self) -> None:
        """The chip before the prompt says what it asks about."""
        chip = str(self.prompt.scope)
        focused = self.where is Pane.PROMPT
        if self.prompt.scope is Scope.TAGS:
            chip = self.tagging.chip
        elif self.prompt.scope is Scope.COMMAND:
            chip = self.elsewhere.chip
        self.prompt.placeholder = ASKING[self.prompt.scope] if focused else IDLE
        self.scope.styles.width = len(chip)
        self.scope.show([(chip, self.look.accent if focused else self.look.dim)])

    def show_counts(self) -> None:
        """The top line: the collection, and how much there is or was found."""
        self.top.show(
            [(" " + printable(self.library.name), self.look.bold)],
            [(self.finding.counts() + " ", self.look.dim)],
        )

    def say(self, sentence: str) -> None:
        """Tell what happened, in the status line's left half."""
        self._event = sentence
        self.show_status()

    def show_status(self) -> None:
        """Left what happened, right where one is, or the three keys that matter."""
        if self.loaded("following") and self.following.on:
            return
        if self.choosing_block:
            self.status.show(*self.correcting.said(self.size.width))
            return
        if self.loaded("links") and self.links.pane is not None:
            self.status.show(*self.links.said(self.size.width))
            return
        left = self._event or self.updating.doing() or self.finding.doing()
        right = self.reading.place() if self.where is Pane.READER else self.finding.place()
        here = self.where_keys_go
        asked = KEYS_TO_ASK.get(self.prompt.scope.name) if self.where is Pane.PROMPT else None
        keys = self.keys.named(here, asked or KEYS_THAT_MATTER[here])
        room = self.size.width - len(left) - 3
        shown = [part for part in (right, keys) if part]
        while shown and len("   ".join(shown)) > room:
            shown.pop()
        self.status.show(
            [(" " + printable(left), self.look.text)],
            [("   ".join(shown) + " ", self.look.dim)] if shown else [],
        )

    # ---- messages

    @on(DocumentList.Opened)
    def _opened(self) -> None:
        self.act("open")

    def on_facet_pane_chosen(self) -> None:
        """A value was clicked twice."""
        self.act("narrow")

    def on_linked_pane_link_clicked(self, event: "LinkedPane.LinkClicked") -> None:
        """A link was clicked."""
        if self.where is Pane.READER:
            self.links.clicked(event.number)

    def on_reading_pane_scrolled(self) -> None:
        """Another place of the text is in sight."""
        if self.where is Pane.READER:
            self.show_status()

    def on_click(self, event: events.Click) -> None:
        """A click gives a pane the keys."""
        panes: dict[Widget | None, Pane] = {
            self.facets: Pane.FACETS,
            self.list: Pane.LIST,
            self.pane: Pane.READER,
            self.prompt: Pane.PROMPT,
        }
        pane = panes.get(event.widget)
        if pane is Pane.PROMPT and self.where is not Pane.PROMPT:
            self.act("find")
        elif pane is Pane.READER and self.where is not Pane.READER:
            self.act("open")
        elif pane is not None and pane is not self.where:
            self.focus_on(pane)

    def on_resize(self, event: events.Resize) -> None:
        """Lay out anew."""
        self.plan.arrange(event.size)
        if self.plan.shows(Pane.READER):
            self.reading.preview_soon()
        self.set_timer(SETTLED_S, self.host.settle_size)
        self.show_status()
