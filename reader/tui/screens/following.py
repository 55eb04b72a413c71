"""What may follow an unfinished sequence: at once in the status line, after a pause in a box."""

from typing import TYPE_CHECKING

from textual.timer import Timer

from reader.tui.actions import Pane
from reader.tui.widgets.following_box import FollowingBox
from reader.tui.written import shown

if TYPE_CHECKING:
    from reader.tui.screens.main import MainScreen

PAUSE_S = 0.4  # seconds: who knows the next key has pressed it


class Following:
    """Shows what may follow, and takes it away again."""

    def __init__(self, screen: "MainScreen") -> None:
        self._screen = screen
        self._box: FollowingBox | None = None
        self._timer: Timer | None = None
        self.on = False  # while the status line is its own

    def pending(self, pane: Pane, pending: str) -> None:
        """A sequence was begun, or went on."""
        screen = self._screen
        following = [
            (shown(keys), action.help) for keys, action in screen.keys.continuations(pane, pending)
        ]
        said = "   ".join(f"{keys} {help}" for keys, help in following)
        self.on = True
        screen.status.show([(f" {pending} … ", screen.look.accent), (said, screen.look.dim)])
        self._wait()
        if self._box is not None and self._box.display:
            self._box.show(following)
        elif following:
            self._timer = screen.set_timer(PAUSE_S, lambda: self._open(pending, following))

    def over(self) -> None:
        """The sequence is complete, or given up."""
        self.on = False
        self._wait()
        if self._box is not None and self._box.display:
            self._box.display = False

    def _wait(self) -> None:
        if self._timer is not None:
            self._timer.stop()
            self._timer = None

    def _open(self, pending: str, following: list[tuple[str, str]]) -> None:
        self._timer = None
        self._screen.status.show([(f" {pending} … ", self._screen.look.accent)])
        if self._box is None:
            self._box = FollowingBox(self._screen.look)
            self._box.show(following, self._screen.size)
            self._screen.styles.layers = "default above"
            self._screen.mount(self._box)
        else:
            self._box.show(following, self._screen.size)
            self._box.display = True
