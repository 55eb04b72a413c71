"""What goes on in the background: the screen follows, says how far it is, and can end it."""

from contextlib import suppress
from typing import TYPE_CHECKING

from reader.errors import ReaderError
from reader.library.pace import Pace
from reader.model import Progress
from reader.tui.keeping_up import KeepingUp

if TYPE_CHECKING:
    from reader.tui.screens.main import MainScreen

GLANCE_S = 1.0  # between two looks at what others changed
LOOK_AGAIN_S = 2.0  # seconds; while another program indexes, its results are looked for so often


class Updating:
    """Index runs as the screen sees them; without `keeping_up` there are none."""

    def __init__(self, screen: "MainScreen", keeping_up: KeepingUp | None) -> None:
        self._screen = screen
        self._keeping_up = keeping_up
        self._pace = Pace()
        self.progress: Progress | None = None
        """How far the run is that is under way."""
        self.looked = keeping_up is None
        """Whether the files have been looked at since the start."""

    @property
    def possible(self) -> bool:
        """Whether there can be runs."""
        return self._keeping_up is not None

    @property
    def running(self) -> bool:
        """Whether a run is under way."""
        return self._keeping_up is not None and self._keeping_up.running

    def stop(self) -> None:
        """Look for nothing any more."""
        if self._keeping_up is not None:
            self._keeping_up.stop()

    def begin(self, look: bool = True) -> bool:
        """Begin a run; False where one is under way. Without `look` no file is looked at."""
        return self._keeping_up is not None and self._keeping_up.start(look)

    def do_rescan(self, count: int | None) -> None:
        """Look for files that changed; a run that is under way says by itself how far it is."""
        self.begin()

    def glance(self) -> None:
        """Show what other windows and commands changed."""
        with suppress(ReaderError):  # what is wrong is said where somebody asks for something
            if not self.running:
                self._screen.finding.changed(ended=False)

    def interrupt(self) -> None:
        """End the run that is under way, or say how to leave."""
        if self.running:
            self.stop()
            self._screen.say("stopped looking for changed files: R goes on")
        else:
            self._screen.say("q goes back, Q quits")

    def heard(self, progress: Progress | None) -> None:
        """A run got on, or with None it ended."""
        screen, keeping_up = self._screen, self._keeping_up
        self.progress = progress
        screen.finding.changed(ended=progress is None)
        if progress is None:
            self._pace, self.looked = Pace(), True
            screen.reading.refresh()
            screen.correcting.ended()
        if progress is None and keeping_up is not None:
            if keeping_up.failure:
                screen.say(f"not up to date: {keeping_up.failure}")
            if keeping_up.elsewhere:
                screen.set_timer(LOOK_AGAIN_S, self.begin)
        screen.show_counts()
        screen.show_status()

    def doing(self) -> str:
        """How far it is, in words; "" while nothing goes on."""
        if self._keeping_up is not None and self._keeping_up.elsewhere:
            return "another reader is bringing this collection up to date"
        if self.progress is not None and self.progress.stage != "done":
            return self._pace.said(self.progress)
        return ""
