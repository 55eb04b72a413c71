"""What the screen asks of the app it runs in, so that it need not know which app that is."""

from collections.abc import Callable, Sequence
from typing import Protocol

from reader.tui.actions import Pane


class Host(Protocol):
    """What the screen needs of the app it runs in."""

    def soon(self, call: Callable[[], None]) -> None:
        """From any thread: make this call in the event loop."""

    def after_first_paint(self) -> None:
        """Do what could wait."""

    def settle_size(self) -> None:
        """Take up the terminal's size, should the last change have been missed."""

    def show_help(self, pane: Pane) -> None:
        """Show the keys of a pane."""

    def show_collections(self) -> None:
        """Show the collections that were opened before, and go to the one that is chosen."""

    def other_theme(self) -> None:
        """Dark becomes light, and light dark."""

    def run_outside(
        self, words: Sequence[str], given: bytes | None = None, pause: bool = False
    ) -> int:
        """Give the terminal to another program; its exit code. Raises UsageError."""

    def look_again(self) -> None:
        """Look for what was changed in files."""
