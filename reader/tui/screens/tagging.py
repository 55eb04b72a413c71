"""What marks do: tags, read, star, archive, hide; on the marked rows, else on one document."""

import re
from typing import TYPE_CHECKING

from reader.model import Row
from reader.printable import printable
from reader.tui.actions import Pane
from reader.tui.widgets.prompt import Scope

if TYPE_CHECKING:
    from reader.tui.screens.main import MainScreen

OFFERED = 8  # completions shown
NOTHING = "there is nothing left to take back, or to do again"
SEPARATORS = re.compile(r"[\s,]+")  # between tags


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
        screen.finding.open_for(Scope.TAGS)
        self.typed("")

    @property
    def chip(self) -> str:
        """What the prompt asks, before its text."""
        count = len(self._rows)
        return f" tag {count} document{'' if count == 1 else 's'}: "

    def typed(self, text: str) -> None:
        """Offer the known tags that the last word may become."""
        word = SEPARATORS.split(text)[-1].lstrip("+-#").casefold()
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
        typed = self._screen.prompt.value
        word = SEPARATORS.split(typed)[-1]
        sign = "-" if word.startswith("-") else "+"
        text = f"{typed[: len(typed) - len(word)]}{sign}{self._offered[0]} "
        self._screen.prompt.put(text)
        self.typed(text)

    def apply(self, text: str) -> None:
        """Add and remove the tags typed; a word without a sign is added."""
        words = [word for word in SEPARATORS.split(text) if word.strip("+-#")]
        add = [word.lstrip("+#") for word in words if not word.startswith("-")]
        remove = [word.lstrip("-#") for word in words if word.startswith("-")]
        self._screen.upper.say([])
        if not words:
            return
        changed = self._screen.library.tag(self._rows, add, remove)
        said = " ".join([*(f"+{tag}" for tag in add), *(f"-{tag}" for tag in remove)])
        self._told(changed, f"tagged {_documents(changed)}: {printable(said)}")

    def do_undo(self, count: int | None) -> None:
        """Take the last change of marks back."""
        said = self._screen.library.undo()
        self._relist()
        self._screen.correcting.follow()
        self._screen.say(f"taken back: {printable(said)} · Ctrl-R redoes" if said else NOTHING)

    def do_redo(self, count: int | None) -> None:
        """Make the change again that was taken back last."""
        said = self._screen.library.redo()
        self._relist()
        self._screen.correcting.follow()
        self._screen.say(f"done again: {printable(said)} · U undoes" if said else NOTHING)

    def do_toggle_read(self, count: int | None) -> None:
        """Mark as read, or all as unread when they are read."""
        rows = self._pointed_at()
        value = not all(document.read for document in self._screen.library.documents(rows))
        changed = self._screen.library.set_read(rows, value)
        self._screen.list.show_unread = self._screen.library.any_read()
        self._told(changed, f"{_documents(changed)} {'read' if value else 'unread'}")

    def do_toggle_star(self, count: int | None) -> None:
        """Star, or take the stars off when all have one."""
        rows = self._pointed_at()
        value = not all(document.starred for document in self._screen.library.documents(rows))
        changed = self._screen.library.set_starred(rows, value)
        self._told(changed, f"{_documents(changed)} {'starred' if value else 'not starred'}")

    def do_toggle_archive(self, count: int | None) -> None:
        """Archive, or take out of the archive when all are in it."""
        rows = self._pointed_at()
        value = not all(document.archived for document in self._screen.library.documents(rows))
        changed = self._screen.library.set_archived(rows, value)
        self._told(changed, f"{_documents(changed)} {'archived' if value else 'not archived'}")

    def do_toggle_hidden(self, count: int | None) -> None:
        """Leave out of all lists, or list again when all are hidden; the cursor stays in place."""
        rows = self._pointed_at()
        value = not all(document.hidden for document in self._screen.library.documents(rows))
        changed = self._screen.library.set_hidden(rows, value)
        if value:
            self._screen.list.end_range(keep=True)
            self._screen.list.marked.difference_update(rows)
        self._relist()
        self._told(changed, f"{_documents(changed)} {'hidden' if value else 'listed again'}")

    def _pointed_at(self) -> list[Row]:
        screen = self._screen
        if screen.where is Pane.READER and screen.pane.page is not None:
            return [screen.pane.page.document.row]
        return screen.list.acted_on

    def _told(self, changed: int, said: str) -> None:
        """Show what a change did, and say it with the key that takes it back."""
        self._again()
        if unkept := self._screen.library.unkept:
            said += f" (until you quit: {unkept.why})"
        elif self._screen.library.passing:
            said += " (until you quit: it is no file of yours)"
        self._screen.say(f"{said} · U undoes" if changed else said)

    def _relist(self) -> None:
        """List all documents anew, where some may have been hidden, or may not be any more."""
        screen = self._screen
        if not screen.finding.query and len(screen.list.listing) != screen.library.count(
            folded=True
        ):
            screen.list.show(screen.everything())
            screen.moved()
        self._again()

    def _again(self) -> None:
        """Show the marks as they are now."""
        screen = self._screen
        screen.list.listing.forget()
        screen.list.repaint()
        screen.reading.refresh()
        screen.finding.count_again()


def _documents(count: int) -> str:
    return f"{count:,} document{'' if count == 1 else 's'}"
