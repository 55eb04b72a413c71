"""The picker: a prompt, the lines that answer it, and how many there are."""

import time
from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple, cast

from textual import events, on
from textual.app import ComposeResult
from textual.screen import Screen

from reader.library.picking import Asking, Choice
from reader.printable import printable
from reader.tui.actions import PICKING
from reader.tui.latest import Latest, fault
from reader.tui.look import Look
from reader.tui.screens.help import HelpScreen, described
from reader.tui.widgets.line_list import LineList
from reader.tui.widgets.plain import Line
from reader.tui.widgets.prompt import Prompt
from reader.tui.widgets.text_line import Rule, TextLine
from reader.tui.wrap import cells, cut

TURN_S = 0.05  # seconds between two looks at what was read
CALM = 2  # times as long as an answer took, before lines that came since are asked about
CHIP = " ⌕ "
IDLE = "type to find"
MOST_HEADER = 5  # lines
KEYS = {key: action.name for action in PICKING for key in action.keys}
AT_ONCE = ("abort", "redraw", "help")  # whatever is still to be answered


class Asked(NamedTuple):
    """A query, and of how many lines it was asked."""

    typed: str
    lines: int


class Answer(NamedTuple):
    """The rows that answer, best first, and which characters made them."""

    rows: Sequence[int]
    positions: Mapping[int, Sequence[int]]
    took: float  # seconds
    trouble: str = ""  # why there is none


class PickScreen(Screen[None]):
    """Every key is answered in the order it was pressed, by lines that answer what was typed."""

    AUTO_FOCUS = ""
    BLANK = True  # what its widgets do not cover

    def __init__(
        self,
        look: Look,
        asking: Asking,
        soon: Callable[[Callable[[], None]], None],
        leave: Callable[[Choice | None], None],
    ) -> None:
        """`soon` makes a call in the event loop; `leave` ends the choosing."""
        super().__init__()
        self.look = look
        self._asking = asking
        self._picking = asking.picking
        self._soon = soon
        self._leave = leave
        self._typed = asking.query
        self._asked: Asked | None = None  # what an answer is awaited for
        self._answered = Asked("", 0)  # what the list shows
        self._positions: Mapping[int, Sequence[int]] = {}
        self._calm_until = 0.0
        self._late: list[events.Key] = []  # pressed since something was asked
        self._trouble = ""
        self._latest: Latest[Asked, Answer | None] = Latest(
            self._answer, self._deliver, lambda error: Answer((), {}, 0.0, fault(error))
        )
        self.prompt = Prompt(look, IDLE, query=False)
        self.counts = TextLine(look)
        self.list = LineList(look, self._picking.text, self._lit)
        self.status = TextLine(look)

    # ---- what is on it

    def compose(self) -> ComposeResult:
        """From top to bottom."""
        chip = TextLine(self.look)
        text = cut(printable(self._asking.prompt), self.app.size.width // 2) or CHIP
        chip.show([(text, self.look.accent)])
        chip.styles.width = cells(text)
        with Line(id="line"):
            yield chip
            yield self.prompt
            yield self.counts
        yield Rule(self.look, "┬")
        for text in self._asking.header.split("\n")[:MOST_HEADER]:
            if text:
                header = TextLine(self.look)
                header.show([(f"  {printable(text)}", self.look.dim)])
                yield header
        yield self.list
        yield Rule(self.look, "┴")
        yield self.status

    def on_mount(self) -> None:
        """Show the first lines as soon as they are there."""
        self.prompt.on_typed = self._take
        self.prompt.put(self._typed)
        self.set_focus(self.prompt, scroll_visible=False)
        self.set_interval(TURN_S, self.look_again)
        self.look_again()
        self._show_counts()

    def on_unmount(self) -> None:
        """End the thread that answers."""
        self._latest.close()

    def _lit(self, text: str, row: int) -> Sequence[int]:
        judged = self._positions.get(row, ())
        return self._picking.positions(text, self._answered.typed, judged)

    # ---- asking and answering

    def _take(self, typed: str) -> None:
        """The query is another one."""
        self._typed = typed
        self._ask()

    def look_again(self) -> None:
        """Take up the lines that have come since."""
        known = self._answered.lines
        if self._asked is None and len(self._picking) != known:
            if not self._typed.strip() or time.monotonic() >= self._calm_until:
                self._ask()
        elif self._late and self._may_go_on():
            self._go_on()
        self._show_counts()

    def _ask(self) -> None:
        """Ask for the lines that answer; all of them are there at once."""
        asked = Asked(self._typed, len(self._picking))
        if asked.typed.strip():
            self._asked = asked
            self._latest.ask(asked)
        else:
            self._latest.cancel()
            rows = range(asked.lines)
            self._show(asked, Answer(rows[::-1] if self._picking.manner.tac else rows, {}, 0.0))

    def _answer(self, asked: Asked) -> Answer | None:
        """In a thread: find the lines, unless something else is asked meanwhile."""
        began = time.monotonic()
        picked = self._picking.find(asked.typed, lambda: self._asked is asked)
        if picked is None:
            return None
        rows = cast(Sequence[int], picked.rows)  # an array of numbers is as good
        return Answer(rows, picked.positions, time.monotonic() - began)

    def _deliver(self, asked: Asked, answer: Answer | None) -> None:
        if answer is not None:
            self._soon(lambda: self._show(asked, answer))

    def _show(self, asked: Asked, answer: Answer) -> None:
        """Show an answer, then take the keys that waited for it."""
        if asked.typed != self._typed:
            return
        grown = asked.typed == self._answered.typed
        before = self.list.row if grown and self.list.cursor else None
        self._asked, self._answered, self._positions = None, asked, answer.positions
        self._trouble = answer.trouble
        self._calm_until = time.monotonic() + CALM * answer.took
        self.list.show(answer.rows, 0 if before is None else _place(answer.rows, before))
        self._show_counts()
        self._go_on()

    # ---- keys

    def press(self, event: events.Key) -> bool:
        """Take a key: in its turn, if an answer is awaited; False leaves it to Textual."""
        name = KEYS.get(event.key)
        text = event.character if event.is_printable and event.key[:4] != "alt+" else None
        if name is None and text is None:
            return False
        edits = name in EDITS or name is None
        if edits and not len(self._picking):
            self._late.clear()
        if name not in AT_ONCE and (self._late or not (edits or self._may_go_on())):
            self._late.append(event)
        elif name is not None:
            getattr(self, f"do_{name}")()
        elif text is not None:
            self.prompt.replace(text, *sorted(self.prompt.selection))
        return True

    def _may_go_on(self) -> bool:
        """Whether the list answers what was typed, of lines that came if any did or will."""
        if self._typed.strip() and self._answered.typed != self._typed:
            return False
        return bool(self._answered.lines or (self._picking.ended and not len(self._picking)))

    def _go_on(self) -> None:
        """Take the keys that have waited."""
        while self._late and self._may_go_on():
            waiting, self._late = self._late, []
            self.press(waiting[0])
            self._late += waiting[1:]

    def do_accept(self) -> None:
        """Choose what is marked, else the line under the cursor."""
        row = self.list.row
        rows = list(self.list.marked) or ([] if row is None else [row])
        self._leave(Choice(self._typed, rows))

    def do_abort(self) -> None:
        """Choose nothing."""
        self._leave(None)

    def do_down(self) -> None:
        """Go one line down."""
        self.list.move(1)

    def do_up(self) -> None:
        """Go one line up."""
        self.list.move(-1)

    def do_page_down(self) -> None:
        """Go a page down."""
        self.list.move(self.list.page)

    def do_page_up(self) -> None:
        """Go a page up."""
        self.list.move(-self.list.page)

    def do_top(self) -> None:
        """Go to the best line."""
        self.list.move(-len(self.list.rows))

    def do_bottom(self) -> None:
        """Go to the last line."""
        self.list.move(len(self.list.rows))

    def do_mark_down(self) -> None:
        """Mark, and move on."""
        self._mark()
        self.list.move(1)

    def do_mark_up(self) -> None:
        """Mark, and move back."""
        self._mark()
        self.list.move(-1)

    def _mark(self) -> None:
        if self._asking.multi:
            self.list.mark()
            self._show_counts()

    def do_start(self) -> None:
        """Go to the start of the query."""
        self.prompt.action_home()

    def do_finish(self) -> None:
        """Go to the end of the query."""
        self.prompt.action_end()

    def do_left(self) -> None:
        """Go a character left."""
        self.prompt.action_cursor_left()

    def do_right(self) -> None:
        """Go a character right."""
        self.prompt.action_cursor_right()

    def do_word_left(self) -> None:
        """Go a word left."""
        self.prompt.action_cursor_left_word()

    def do_word_right(self) -> None:
        """Go a word right."""
        self.prompt.action_cursor_right_word()

    def do_erase(self) -> None:
        """Take off a character."""
        self.prompt.action_delete_left()

    def do_erase_word(self) -> None:
        """Take off a word."""
        self.prompt.action_delete_left_word()

    def do_erase_all(self) -> None:
        """Take off all before the cursor."""
        self.prompt.action_delete_left_all()

    def do_delete(self) -> None:
        """Take off what follows; in an empty query, leave."""
        if self.prompt.value:
            self.prompt.action_delete_right()
        else:
            self.do_abort()

    def do_redraw(self) -> None:
        """Draw the whole screen again, whatever the terminal shows."""
        self.refresh(layout=True, repaint=True)

    def do_help(self) -> None:
        """Show the keys."""
        self.app.push_screen(HelpScreen(self.look, [("IN READER PICK", described(PICKING))]))

    @on(LineList.Chosen)
    def _chosen(self) -> None:
        self.do_accept()

    # ---- one-line texts

    def _show_counts(self) -> None:
        """Say how many lines answer, of how many, and how many are marked."""
        found, total = len(self.list.rows), len(self._picking)
        ended = self._picking.ended
        said = f" {found:,}/{total:,}" + ("" if ended else "…")
        if self.list.marked:
            said += f" · {len(self.list.marked):,} marked"
        if self.counts.styles.width is None or self.counts.styles.width.value != cells(said) + 1:
            self.counts.styles.width = cells(said) + 1
        self.counts.show([(said + " ", self.look.dim)])
        nothing = "No line answers that." if total else "No lines came." if ended else ""
        self.list.empty = self._trouble or nothing or "Waiting for lines…"
        keys = "Enter choose   Tab mark   " if self._asking.multi else "Enter choose   "
        keys += "Esc leave   F1 keys "
        left = " reading…" if not ended else ""
        room = self.size.width - cells(left) - 1
        self.status.show(
            [(left, self.look.dim)], [(keys if cells(keys) <= room else "F1 keys ", self.look.dim)]
        )


EDITS = frozenset(action.name for action in PICKING if action.group == "Find")
"""Actions of the query, which wait for no answer."""


def _place(rows: Sequence[int], row: int) -> int:
    """Where a row stands now; at the top where it is no more."""
    if isinstance(rows, range):
        return rows.index(row) if row in rows else 0
    places = (cast(Any, rows) == row).nonzero()[0]  # it is an array: nothing is quicker
    return int(places[0]) if len(places) else 0
