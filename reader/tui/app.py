"""The app: owns the Library, the theme and the terminal's manners; what keys do is the screen's."""

import asyncio
import signal
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from textual.screen import Screen

from reader.errors import ReaderError
from reader.library import Library
from reader.model import Progress
from reader.printable import printable
from reader.settings import Settings
from reader.tui.actions import Pane
from reader.tui.keeping_up import KeepingUp
from reader.tui.keyed import KeyedApp
from reader.tui.look import DARK, LIGHT
from reader.tui.screens.main import MainScreen

if TYPE_CHECKING:
    from reader.library.shelf import Remembered

Wish = tuple[Sequence[Path], Settings]
REFUSED = 2  # the exit code
SETTLED_S = 0.2  # seconds; signals of before are heard in the first turn of the loop
WARM_S = 0.15  # seconds after the first paint, so that the first keys find an idle program


class ReaderApp(KeyedApp):
    """Read, find and tag a collection."""

    def __init__(self, library: Library, *, index: bool = True, note: str = "") -> None:
        """With `index` the collection is brought up to date; `note` is said once at the start."""
        super().__init__(library.settings.theme)
        self.library = library
        self._note = note
        self._keeping_up = (
            KeepingUp(library, lambda progress: self.soon(lambda: self._indexed(progress)))
            if index and not library.collection.is_file
            else None
        )
        self.main: MainScreen | None = None
        self.refused: ReaderError | None = None  # what the app had to end for
        self._heard_outside = 0.0  # until then signals were meant for another program
        self.wish: Wish | None = None  # what is to be opened when it has ended

    def get_default_screen(self) -> Screen[None]:
        """The one screen there is, so that nothing is painted twice at the start."""
        self.main = MainScreen(self.library, self.look, self._keeping_up, self)
        return self.main

    def on_mount(self) -> None:
        """Leave the terminal as it was when the system ends us."""
        self.app_suspend_signal.subscribe(self, lambda _: self._suspended())
        self.app_resume_signal.subscribe(self, lambda _: self._resumed())
        self.loop = loop = asyncio.get_running_loop()
        ends = {signal.SIGTERM: self._ended, signal.SIGHUP: self._ended}
        for number, end in {signal.SIGINT: self._interrupted, **ends}.items():
            try:
                loop.add_signal_handler(number, end)
            except (ValueError, RuntimeError):
                return  # not the main thread: whoever runs us there handles signals

    def after_first_paint(self) -> None:
        """Do what could wait: collect garbage again, load what finding needs, look for changes."""
        self.library.place.opened(shown=True)
        if self.main is not None:
            self.main.mount_rest()
        self.painted()
        self.set_timer(WARM_S, self._start_work)

    def show_help(self, pane: Pane) -> None:
        """Show the keys."""
        from reader.tui.screens.help import (  # noqa: PLC0415  # not for the first paint
            HelpScreen,
            chapters,
        )

        assert self.main is not None
        actions = self.main.keymap.actions
        config = printable(str(self.library.settings.config / "config.toml"))
        self.push_screen(HelpScreen(self.look, chapters(pane, actions, config)))

    def show_collections(self) -> None:
        """Show the collections that were opened before, and go to the one that is chosen."""
        from reader.library.shelf import remembered  # noqa: PLC0415  # not for the first paint
        from reader.tui.screens.collections import collections_screen  # noqa: PLC0415

        here = self.library.collection.key
        known = sorted(remembered(self.library.settings), key=lambda one: one.key != here)
        screen = collections_screen(self.look, known, here)
        self.push_screen(
            screen, lambda number: None if number is None else self._go_to(known[number])
        )

    def _go_to(self, chosen: "Remembered") -> None:
        """End, with the wish to be started again on another collection; it looks the same there."""
        if self.main is not None and chosen.key != self.library.collection.key:
            theme = "dark" if self.look.palette is DARK else "light"
            settings, pane = self.library.settings, self.main.pane
            as_here = replace(
                settings, theme=theme, measure=pane.measure, justify=pane.leaf.justified
            )
            self.wish = chosen.paths, as_here
            self.main.act("quit")

    def other_theme(self) -> None:
        """Dark becomes light, and light dark."""
        palette = LIGHT if self.look.palette is DARK else DARK
        self.look.turn(palette)
        self.theme = palette.name
        if self.main is not None:
            self.main.plan.arrange()

    def run_outside(
        self, words: Sequence[str], given: bytes | None = None, pause: bool = False
    ) -> int:
        """Give the terminal to another program; its exit code. Raises UsageError."""
        from reader.tui.outside import run  # noqa: PLC0415  # rarely needed

        try:
            return run(self, words, given, pause)
        finally:
            self._heard_outside = time.monotonic() + SETTLED_S

    def look_again(self) -> None:
        """Look for what was changed in files."""
        if self.library.collection.is_file:
            self.run_worker(self._read_file, thread=True)
        elif self.main is not None:
            self.main.updating.begin()

    def _handle_exception(self, error: Exception) -> None:
        """End with a sentence where something was refused that no key had asked for.

        A catalogue that breaks while it is painted, for example. Anything else is a bug.
        """
        if isinstance(error, ReaderError):
            self.refused = error
            self.exit(return_code=REFUSED)
        else:
            super()._handle_exception(error)

    def as_app(self, call: Callable[[], None]) -> None:
        """Make this call as the app, if its screen is still there."""
        if self.main is not None and self.main.is_mounted:
            super().as_app(call)

    def _start_work(self) -> None:
        assert self.main is not None
        if self._note:
            self.main.say(self._note)
        if self.library.collection.is_file:
            self.run_worker(self._read_file, thread=True)
            return
        self.main.finding.warm()
        if self._keeping_up is not None:
            self._keeping_up.start()

    def _suspended(self) -> None:
        """Nobody takes what the index run says: it would wait for that, and others for it."""
        if self._keeping_up is not None:
            self._keeping_up.stop()

    def _resumed(self) -> None:
        self.refresh(layout=True)
        if self._keeping_up is not None:
            self._keeping_up.start()

    def _read_file(self) -> None:
        """In a thread: read and clean the one file there is."""
        for _ in self.library.update():
            pass
        if self.main is not None:
            self.soon(self.main.reading.only)

    def _indexed(self, progress: Progress | None) -> None:
        if self.main is not None and self.main.is_mounted:
            self.main.updating.heard(progress)

    async def action_quit(self) -> None:
        """Ctrl-Q: go as if `Q` had been pressed."""
        self._ended()

    def _interrupted(self) -> None:
        """Ctrl-C: end, but not for one that was typed in another program; we hear it afterwards."""
        if time.monotonic() > self._heard_outside:
            self._ended()

    def _ended(self) -> None:
        """A signal: keep the place, then go as if `Q` had been pressed."""
        if self.main is not None:
            self.main.act("quit")
