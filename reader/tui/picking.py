"""The app of `reader pick`: lines come from standard input, keys from the terminal."""

import asyncio
import os
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from textual.screen import Screen

from reader.errors import SourceError
from reader.library.picking import Asking, Choice
from reader.settings import load
from reader.tui.keyed import KeyedApp, forgive_keys
from reader.tui.screens.picking import PickScreen

TERMINAL = "/dev/tty"
STDIN, STDOUT = 0, 1
SWITCH_S = 0.0005  # seconds a thread keeps Python from others: the screen never waits for long


class PickApp(KeyedApp):
    """Lets somebody choose; `choice` is what, or None."""

    ESC_AND_KEY = False  # Alt and a letter moves in the query, and must not leave
    CSS = """
    PickScreen { layout: vertical; background: $background; color: $foreground; }
    #line { height: 1; }
    LineList { height: 1fr; }
    """

    def __init__(self, asking: Asking, wanted_theme: str) -> None:
        super().__init__(wanted_theme)
        self._asking = asking
        self.choice: Choice | None = None

    def get_default_screen(self) -> Screen[None]:
        """The one screen there is."""
        return PickScreen(self.look, self._asking, self.soon, self.leave)

    def on_mount(self) -> None:
        """Leave the terminal as it was when the system ends us."""
        self.loop = loop = asyncio.get_running_loop()
        self.call_after_refresh(self.painted)
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            try:
                loop.add_signal_handler(number, self.leave, None)
            except (ValueError, RuntimeError):
                return  # not the main thread: whoever runs us there handles signals

    def leave(self, choice: Choice | None) -> None:
        """End with this choice."""
        self.choice = choice
        self.exit()

    async def action_quit(self) -> None:
        """Ctrl-Q: choose nothing."""
        self.leave(None)


def start(asking: Asking) -> Choice | None:
    """Run the app while standard input is read; what was chosen, or None. Raises ReaderError."""
    theme = load().theme
    forgive_keys()
    picking, refused = asking.picking, []
    with _on_the_terminal() as lines:

        def read() -> None:
            try:
                picking.read(lines, picking.prepare)
            except SourceError as error:
                refused.append(error)

        if not picking.ended:
            threading.Thread(target=read, name="lines", daemon=True).start()
        switch = sys.getswitchinterval()
        sys.setswitchinterval(SWITCH_S)
        try:
            app = PickApp(asking, theme)
            app.run()
        finally:
            sys.setswitchinterval(switch)
    if refused:
        raise refused[0]
    return app.choice


@contextmanager
def _on_the_terminal() -> Iterator[int]:
    """Put the terminal in the place of the standard streams; the file that lines come from.

    Textual reads keys from the first, asks the second for its size and draws on the third.
    """
    sys.stdout.flush()
    lines, printed, drawn = os.dup(STDIN), os.dup(STDOUT), sys.__stderr__
    terminal = os.open(TERMINAL, os.O_RDWR)
    os.dup2(terminal, STDIN)
    os.dup2(terminal, STDOUT)
    with open(terminal, "w", encoding="utf-8", errors="replace") as screen:  # noqa: PTH123
        setattr(sys, "__stderr__", screen)  # noqa: B010  # Textual draws on it
        try:
            yield lines
        finally:
            setattr(sys, "__stderr__", drawn)  # noqa: B010
            os.dup2(printed, STDOUT)
            os.close(printed)
