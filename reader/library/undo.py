"""Changes of marks that can be taken back, and made again, while the library is open."""

from collections.abc import Callable
from typing import NamedTuple


class Step(NamedTuple):
    """One change: what it was in words, and how it goes back and forth."""

    said: str
    back: Callable[[], object]
    forth: Callable[[], object]


class Undo:
    """The steps so far; a new one ends what could have been redone."""

    def __init__(self) -> None:
        self._done: list[Step] = []
        self._undone: list[Step] = []

    def did(self, step: Step) -> None:
        """Remember a step that has just been made."""
        self._done.append(step)
        self._undone.clear()

    def undo(self) -> str | None:
        """Take the last step back; what it was, or None if there is none left."""
        if not self._done:
            return None
        self._done[-1].back()
        self._undone.append(self._done.pop())
        return self._undone[-1].said

    def redo(self) -> str | None:
        """Make the step again that was taken back last; what it was, or None."""
        if not self._undone:
            return None
        self._undone[-1].forth()
        self._done.append(self._undone.pop())
        return self._done[-1].said
