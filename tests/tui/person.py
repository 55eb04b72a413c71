"""A person in front of a running app: presses keys, waits, reads what is painted."""

import asyncio
import sys
import threading
import traceback
from collections.abc import Callable
from typing import Any

from textual import events
from textual.app import App
from textual.keys import _character_to_key
from textual.pilot import Pilot


class Person:
    """Who sits in front of an app of ours."""

    def __init__(self, app: App[Any], pilot: Pilot[Any]) -> None:
        self.app = app
        self.pilot = pilot

    async def rush(self, *keys: str) -> None:
        """Press keys faster than anything can be painted in between; a text is typed so."""
        for key in keys:
            character = key if len(key) == 1 else None
            name = _character_to_key(key) if character else key
            self.app.post_message(events.Key(name, character))
        taken = asyncio.Event()
        self.app.call_later(taken.set)
        await taken.wait()
        await self.pilot.pause()

    async def until(self, met: Callable[[], object]) -> None:
        """Wait until something holds that a thread or a timer brings about."""
        for _ in range(6_000):
            if met():
                await self.pilot.pause()
                return
            await asyncio.sleep(0.01)
        raise AssertionError(f"waited in vain, in front of\n{self.text}\n{self._at_work()}")

    def _at_work(self) -> str:
        """Where each thread is, and what ended the app if it did not go on."""
        frames = sys._current_frames()
        said = [f"the app is running: {self.app.is_running}, ended by {self.app._exception!r}"]
        for thread in threading.enumerate():
            at = traceback.format_stack(frames[thread.ident])[-3:] if thread.ident in frames else []
            said += [f"{thread.name}:\n{''.join(at)}"]
        return "\n".join(said)

    @property
    def lines(self) -> list[str]:
        """The rows of the screen as they are painted."""
        strips = self.app.screen._compositor.render_strips()
        return ["".join(segment.text for segment in strip) for strip in strips]

    @property
    def text(self) -> str:
        """All that is on the screen."""
        return "\n".join(self.lines)
