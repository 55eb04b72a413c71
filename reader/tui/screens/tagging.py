"""What marks do: tags by `+add -remove`, read, star; on the marked rows, else on one document."""

from typing import TYPE_CHECKING

from reader.model import Row
from reader.printable import printable
from reader.tui.actions import Pane

if TYPE_CHECKING:
    from reader.tui.screens.main import MainScreen

OFFERED = 8  # completions shown


class Tagging:
    """Changes the marks of what the user points at."""

    def __init__(self, screen: "MainScreen") -> None:
        self._screen = screen
        self._rows: list[Row] = []
        self._known: list[tuple[str, int]] = []
        self._offered: list[str] = []

    def do_tag(self, count: int | None) -> None:
        """Ask for tags."""
        screen = self._screen
        self._rows = self._pointed_at()
        if not self._rows:
            return
        self._known = screen.library.tags()
        screen.finding.open_for_tags()
        self.typed("+")

    @property
    def chip(self) -> str:
        """What the prompt asks, before its text."""
        count = len(self._rows)
        return f" tag {count} document{'' if count == 1 else 's'}: "

    def typed(self, text: str) -> None:
        """Offer the known tags that the last word may become."""
        word = text.rpartition(" ")[2].lstrip("+-").casefold()
        starts = [pair for pair in self._known if pair[0].startswith(word)]
        inside = [pair for pair in self._known if word in pair[0] and pair not in starts]
        offered = (starts + inside)[:OFFERED]
        self._offered = [tag for tag, _ in offered]
        said = " · ".join(f"{printable(tag)} {count}" for tag, count in offered)
        self._screen.upper.say([(said, self._screen.look.dim)] if said else [])

    def complete(self) -> None:
        """Complete the last word to the first tag offered."""
        if not self._offered:
            return
        before, space, word = self._screen.prompt.value.rpartition(" ")
        sign = "-" if word.startswith("-") else "+"
        text = f"{before}{space}{sign}{self._offered[0]} "
        self._screen.prompt.put(text)
        self.typed(text)

    def apply(self, text: str) -> None:
        """Add and remove the tags typed; a word without a sign is added."""
        words = [word for word in text.split() if word.strip("+-")]
        add = [word.removeprefix("+") for word in words if not word.startswith("-")]
        remove = [word[1:] for word in words if word.startswith("-")]
        self._screen.upper.say([])
        if not words:
            return
        changed = self._screen.library.tag(self._rows, add, remove)
        self._again()
        said = " ".join([*(f"+{tag}" for tag in add), *(f"-{tag}" for tag in remove)])
        noun = "document" if changed == 1 else "documents"
        self._screen.say(f"tagged {changed} {noun}: {printable(said)}{self._lasting}")

    def do_toggle_read(self, count: int | None) -> None:
        """Mark as read, or all as unread when they are read."""
        rows = self._pointed_at()
        value = not all(document.read for document in self._screen.library.documents(rows))
        changed = self._screen.library.set_read(rows, value)
        self._screen.list.show_unread = self._screen.library.any_read()
        self._marked(changed, "read" if value else "unread")

    def do_toggle_star(self, count: int | None) -> None:
        """Star, or take the stars off when all have one."""
        rows = self._pointed_at()
        value = not all(document.starred for document in self._screen.library.documents(rows))
        changed = self._screen.library.set_starred(rows, value)
        self._marked(changed, "starred" if value else "not starred")

    def do_mark(self, count: int | None) -> None:
        """Mark rows, and move on."""
        for _ in range(min(count or 1, len(self._screen.list.listing))):
            self._screen.list.mark()
        self._screen.say(f"{len(self._screen.list.marked):,} marked")

    def do_mark_all(self, count: int | None) -> None:
        """Mark every row listed, or none."""
        self._screen.list.mark_all()
        self._screen.say(f"{len(self._screen.list.marked):,} marked")

    def _pointed_at(self) -> list[Row]:
        screen = self._screen
        if screen.where is Pane.READER and screen.pane.page is not None:
            return [screen.pane.page.document.row]
        return screen.list.acted_on

    def _marked(self, changed: int, state: str) -> None:
        self._again()
        noun = "document" if changed == 1 else "documents"
        self._screen.say(f"{changed} {noun} {state}{self._lasting}")

    @property
    def _lasting(self) -> str:
        return "" if self._screen.library.kept else " (until you quit: the home folder is missing)"

    def _again(self) -> None:
        """Show the marks as they are now."""
        screen = self._screen
        screen.list.listing.forget()
        screen.list.repaint()
        screen.reading.refresh()
        screen.finding.count_again()
