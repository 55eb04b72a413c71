"""The picker on some lines, as a person sees it."""

import os
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from textual.pilot import Pilot

from reader.library.picking import Asking, Picking
from reader.tui.picking import PickApp
from reader.tui.screens.picking import PickScreen
from tests.tui.person import Person


class Stream:
    """A pipe that lines come through while somebody chooses from them."""

    def __init__(self, picking: Picking) -> None:
        self._ours, self._theirs = os.pipe()
        self._thread = threading.Thread(target=picking.read, args=(self._ours, picking.prepare))
        self._thread.start()

    def write(self, data: bytes) -> None:
        """Send some bytes."""
        os.write(self._theirs, data)

    def end(self) -> None:
        """Send no more."""
        if self._theirs >= 0:
            os.close(self._theirs)
            self._theirs = -1
            self._thread.join()
            os.close(self._ours)


class Chooser(Person):
    """The running app with a person in front of it."""

    def __init__(self, app: PickApp, pilot: Pilot[int], stream: Stream) -> None:
        super().__init__(app, pilot)
        self.app: PickApp = app
        self.stream = stream
        assert isinstance(app.screen, PickScreen)
        self.screen = app.screen

    press = Person.rush

    async def see(self, text: str) -> None:
        """Wait until this is on the screen."""
        await self.until(lambda: text in self.text)

    @property
    def listed(self) -> list[str]:
        """The lines between the two rules, without the cursor's bar and what is empty."""
        body = [line[:-1].strip("▌ ") for line in self.lines[2:-2]]
        return [line for line in body if line]

    @property
    def chosen(self) -> list[str] | None:
        """What was chosen, or None."""
        if self.app.choice is None:
            return None
        return [self.app._asking.picking.text(row) for row in self.app.choice.rows]


@asynccontextmanager
async def choosing(
    *lines: str,
    size: tuple[int, int] = (60, 14),
    ended: bool = True,
    picking: Picking | None = None,
    query: str = "",
    multi: bool = False,
    prompt: str = "",
    header: str = "",
    theme: str = "dark",
) -> AsyncIterator[Chooser]:
    """The picker on these lines; with `ended` no others come."""
    picking = Picking() if picking is None else picking
    app = PickApp(Asking(picking, query, multi, prompt, header), theme)
    stream = Stream(picking)
    stream.write("".join(f"{line}\n" for line in lines).encode("utf-8", "surrogateescape"))
    if ended:
        stream.end()
    try:
        async with app.run_test(size=size) as pilot:
            chooser = Chooser(app, pilot, stream)
            await chooser.until(lambda: len(picking) >= len(lines) and app._early is None)
            yield chooser
    finally:
        stream.end()
