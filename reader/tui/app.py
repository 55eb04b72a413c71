"""The app: owns the Library, the theme and the terminal's manners; what keys do is the screen's."""

import asyncio
import gc
import os
import signal
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, Protocol, runtime_checkable

from textual import events
from textual.app import App
from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.screen import Screen

from reader.errors import ReaderError
from reader.library import Library
from reader.model import Progress
from reader.settings import Settings
from reader.tui.actions import Pane
from reader.tui.keeping_up import KeepingUp
from reader.tui.look import DARK, LIGHT, PALETTES, Look, Palette, theme
from reader.tui.screens.main import MainScreen

if TYPE_CHECKING:
    from reader.library.shelf import Remembered

Wish = tuple[Sequence[Path], Settings]
REFUSED = 2  # the exit code
WARM_S = 0.15  # seconds after the first paint, so that the first keys find an idle program
LIGHT_BACKGROUNDS = ("7", "15")  # of the sixteen colours, as COLORFGBG numbers them
GC_THRESHOLDS = (2_000, 20, 50)  # objects; pauses of 7 ms instead of 28


@runtime_checkable
class TakesKeys(Protocol):
    """A screen that takes keys one by one, each done before the next."""

    def press(self, event: events.Key) -> bool:
        """Do what the key says; False leaves it to Textual."""


class ReaderApp(App[int]):
    """Read, find and tag a collection."""

    TITLE = "reader"
    ENABLE_COMMAND_PALETTE = False
    CSS = """
    MainScreen { layout: vertical; background: $background; color: $foreground; }
    #line { height: 1; }
    #body { height: 1fr; }
    #understood { width: auto; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+z", "suspend_process", show=False),
    ]

    def __init__(self, library: Library, *, index: bool = True, note: str = "") -> None:
        """With `index` the collection is brought up to date; `note` is said once at the start."""
        super().__init__()
        self.library = library
        self._note = note
        palette = _palette(library.settings.theme)
        self.look = Look(palette)
        for known in PALETTES.values():
            self.register_theme(theme(known))
        # Nothing is styled yet: setting `theme` in the public way would parse all styles twice.
        self.set_reactive(App.theme, palette.name)
        self.stylesheet.set_variables(self.get_css_variables())
        self._loop: asyncio.AbstractEventLoop | None = None
        self._keeping_up = (
            KeepingUp(library, lambda progress: self.soon(lambda: self._indexed(progress)))
            if index and not library.collection.is_file
            else None
        )
        self.main: MainScreen | None = None
        self.refused: ReaderError | None = None  # what the app had to end for
        self.wish: Wish | None = None  # what is to be opened when it has ended
        self._early: list[events.Key] | None = []  # typed before the first paint; then None

    def get_default_screen(self) -> Screen[None]:
        """The one screen there is, so that nothing is painted twice at the start."""
        self.main = MainScreen(self.library, self.look, self._keeping_up, self)
        return self.main

    def on_mount(self) -> None:
        """Leave the terminal as it was when the system ends us."""
        self.app_suspend_signal.subscribe(self, lambda _: self._suspended())
        self.app_resume_signal.subscribe(self, lambda _: self._resumed())
        self._loop = loop = asyncio.get_running_loop()
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            try:
                loop.add_signal_handler(number, self._ended)
            except (ValueError, RuntimeError):
                return  # not the main thread: whoever runs us there handles signals

    def after_first_paint(self) -> None:
        """Do what could wait: collect garbage again, load what finding needs, look for changes."""
        if self.main is not None:
            self.main.mount_rest()
        gc.enable()
        gc.collect()
        gc.freeze()
        gc.set_threshold(*GC_THRESHOLDS)
        self.call_next(self._take_early_keys)
        self.set_timer(WARM_S, self._start_work)

    async def on_event(self, event: events.Event) -> None:
        """Give keys to the screen one by one, each done before the next: typing ahead is safe."""
        if isinstance(event, events.Key) and not event.is_forwarded and self._screen_stack:
            if event.key.startswith("alt+") and event.character and event.is_printable:
                for each in _apart(event.character):
                    await self.on_event(each)
                return
            screen = self.screen
            if isinstance(screen, TakesKeys):
                if await self._check_bindings(event.key, priority=True):
                    return
                if self._early is not None:
                    self._early.append(event)
                elif not screen.press(event):
                    await self._check_bindings(event.key)
                return
        await super().on_event(event)

    async def _take_early_keys(self) -> None:
        early, self._early = self._early or (), None
        for event in early:
            # Enter is still a line feed when it is typed before the terminal is in raw mode.
            enter = events.Key("enter", "\r")
            await self.on_event(enter if event.key == "ctrl+j" else event)

    def soon(self, call: Callable[[], None]) -> None:
        """From any thread: make this call in the event loop, as the app."""
        loop = self._loop
        if loop is not None and self.is_running:
            loop.call_soon_threadsafe(self._as_app, call)

    def settle_size(self) -> None:
        """Take up the terminal's size: in a rush of resizes Textual can miss the last one."""
        if self.is_headless or sys.__stderr__ is None:
            return
        with suppress(OSError):
            columns, rows = os.get_terminal_size(sys.__stderr__.fileno())
            if (size := Size(columns, rows)) != self.size:
                self.post_message(events.Resize(size, size))

    def show_help(self, pane: Pane) -> None:
        """Show the keys."""
        from reader.tui.screens.help import HelpScreen  # noqa: PLC0415  # not for the first paint

        self.push_screen(HelpScreen(self.look, pane))

    def show_collections(self) -> None:
        """Show the collections that were opened before, and go to the one that is chosen."""
        from reader.library.shelf import remembered  # noqa: PLC0415  # not for the first paint
        from reader.tui.screens.collections import CollectionsScreen  # noqa: PLC0415

        here = self.library.collection.key
        known = sorted(remembered(self.library.settings), key=lambda one: one.key != here)
        self.push_screen(CollectionsScreen(self.look, known, here), self._go_to)

    def _go_to(self, chosen: "Remembered | None") -> None:
        """End, with the wish to be started again on another collection; it looks the same there."""
        if chosen is not None and self.main is not None:
            theme = "dark" if self.look.palette is DARK else "light"
            settings = self.library.settings
            self.wish = chosen.paths, replace(settings, theme=theme, measure=self.main.pane.measure)
            self.main.act("quit")

    def other_theme(self) -> None:
        """Dark becomes light, and light dark."""
        palette = LIGHT if self.look.palette is DARK else DARK
        self.look.turn(palette)
        self.theme = palette.name
        if self.main is not None:
            self.main.plan.arrange()

    def _handle_exception(self, error: Exception) -> None:
        """End with a sentence where something was refused that no key had asked for.

        A catalogue that breaks while it is painted, for example. Anything else is a bug.
        """
        if isinstance(error, ReaderError):
            self.refused = error
            self.exit(return_code=REFUSED)
        else:
            super()._handle_exception(error)

    def _as_app(self, call: Callable[[], None]) -> None:
        if self.is_running and self.main is not None and self.main.is_mounted:
            with self._context():
                call()

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

    def _ended(self) -> None:
        """A signal: keep the place, then go as if `Q` had been pressed."""
        if self.main is not None:
            self.main.act("quit")


def _apart(character: str) -> tuple[events.Key, events.Key]:
    """Esc and a key: typed within a tenth of a second they come as Alt and that key."""
    return events.Key("escape", "\x1b"), events.Key(character, character)


def _palette(wanted: str) -> Palette:
    """The palette of a setting; "auto" follows what the terminal says of its background."""
    if wanted == "auto":
        background = os.environ.get("COLORFGBG", "").rpartition(";")[2]
        wanted = "light" if background in LIGHT_BACKGROUNDS else "dark"
    return LIGHT if wanted == "light" else DARK
