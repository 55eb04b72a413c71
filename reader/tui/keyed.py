"""An app whose screen takes keys one by one, in our colours, on a terminal it leaves as it was."""

import asyncio
import gc
import os
import sys
import time
from codecs import getincrementaldecoder
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from typing import ClassVar, Protocol, runtime_checkable

from textual import events
from textual.app import App
from textual.binding import Binding, BindingType
from textual.geometry import Size

from reader.tui.look import DARK, LIGHT, PALETTES, Look, Palette, theme

LIGHT_BACKGROUNDS = ("7", "15")  # of the sixteen colours, as COLORFGBG numbers them
PATIENCE_S = 5.0  # a key waits for an answer; then it is for what there is
LOOK_S = 0.004
GC_THRESHOLDS = (2_000, 20, 50)  # objects; pauses of 7 ms instead of 28


@runtime_checkable
class TakesKeys(Protocol):
    """A screen that takes keys one by one, each done before the next."""

    def press(self, event: events.Key) -> bool:
        """Do what the key says; False leaves it to Textual."""


@runtime_checkable
class Waits(Protocol):
    """A screen on which a key may mean what is not there yet."""

    def waits(self, key: str) -> bool:
        """Whether this key is to wait for an answer that comes from a thread."""


class KeyedApp(App[int]):
    """Gives keys to its screen in their order, those typed before the first paint as well."""

    TITLE = "reader"
    ENABLE_COMMAND_PALETTE = False
    ESC_AND_KEY = True  # what comes as Alt and a key is Esc and that key, typed fast
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+z", "suspend_process", show=False),
    ]

    def __init__(self, wanted_theme: str) -> None:
        """`wanted_theme` is the setting: auto, dark or light."""
        palette = _palette(wanted_theme)
        self._themed = False
        super().__init__()
        self.look = Look(palette)
        for known in PALETTES.values():
            self.register_theme(theme(known))
        # Nothing is styled yet: setting `theme` in the public way would parse all styles twice.
        self.set_reactive(App.theme, palette.name)
        self._themed = True
        self.stylesheet.set_variables(self.get_css_variables())
        self.loop: asyncio.AbstractEventLoop | None = None  # once it runs
        self._early: list[events.Key] | None = []  # typed before the first paint; then None

    def get_css_variables(self) -> dict[str, str]:
        """Colours by name; none while Textual sets itself up, with a theme nobody will see."""
        return super().get_css_variables() if self._themed else {}

    def painted(self) -> None:
        """After the first paint: collect garbage again, and take the keys that were typed."""
        gc.enable()
        gc.collect()
        gc.freeze()
        gc.set_threshold(*GC_THRESHOLDS)
        self.call_next(self._take_early_keys)

    async def on_event(self, event: events.Event) -> None:
        """Give keys to the screen one by one, each done before the next: typing ahead is safe."""
        if isinstance(event, events.Key) and not event.is_forwarded and self._screen_stack:
            alt = event.key.startswith("alt+") and event.character and event.is_printable
            if alt and event.character and self.ESC_AND_KEY:
                for each in _apart(event.character):
                    await self.on_event(each)
                return
            screen = self.screen
            if isinstance(screen, TakesKeys):
                if await self._check_bindings(event.key, priority=True):
                    return
                if isinstance(screen, Waits):
                    await _answered(screen, event.key)
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
        loop = self.loop
        if loop is not None and self.is_running:
            loop.call_soon_threadsafe(self.as_app, call)

    def as_app(self, call: Callable[[], None]) -> None:
        """Make this call as the app, if it still runs."""
        if self.is_running:
            with self._context():
                call()

    def settle_size(self) -> None:
        """Take up the terminal's size: in a rush of resizes Textual can miss the last one."""
        if self.is_headless or sys.__stderr__ is None:
            return
        with suppress(OSError):
            columns, rows = os.get_terminal_size(sys.__stderr__.fileno())
            if (size := Size(columns, rows)) != self.size:
                self.post_message(events.Resize(size, size))


def forgive_keys() -> None:
    """Let Textual take bytes that are no UTF-8 for unknown keys; by itself it would end."""
    from textual.drivers import linux_driver  # noqa: PLC0415  # Textual loads it at this point

    decoder = partial(getincrementaldecoder("utf-8"), errors="replace")
    setattr(linux_driver, "getincrementaldecoder", lambda encoding: decoder)  # noqa: B010


async def _answered(screen: Waits, key: str) -> None:
    """Wait until a key means what it was meant for, or it would take too long."""
    end = time.monotonic() + PATIENCE_S
    while screen.waits(key) and time.monotonic() < end:
        await asyncio.sleep(LOOK_S)


def _apart(character: str) -> tuple[events.Key, events.Key]:
    """Esc and a key: typed within a tenth of a second they come as Alt and that key."""
    return events.Key("escape", "\x1b"), events.Key(character, character)


def _palette(wanted: str) -> Palette:
    """The palette of a setting; "auto" follows what the terminal says of its background."""
    if wanted == "auto":
        background = os.environ.get("COLORFGBG", "").rpartition(";")[2]
        wanted = "light" if background in LIGHT_BACKGROUNDS else "dark"
    return LIGHT if wanted == "light" else DARK
