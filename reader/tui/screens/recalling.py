"""What was searched for before: gone through in the prompt, or chosen from a list."""

from typing import TYPE_CHECKING

from reader.library.history import remember, searched
from reader.tui.widgets.prompt import Scope

if TYPE_CHECKING:
    from reader.tui.screens.main import MainScreen


class Recalling:
    """Brings earlier queries back into the prompt, the latest first."""

    def __init__(self, screen: "MainScreen") -> None:
        self._screen = screen
        self._typed: list[str] = []  # in this run, the latest first; they may not all be kept
        self._known: list[str] = []
        self._at = -1  # which of them stands in the prompt
        self._begun = ""  # what stood there before

    def remember(self, typed: str) -> None:
        """Keep what was typed, unless it begins with a space."""
        self._at = -1
        if typed.strip() and not typed.startswith(" "):
            remember(self._screen.library.settings, typed)
            self._typed = [typed.strip(), *(one for one in self._typed if one != typed.strip())]

    def do_older(self, count: int | None) -> None:
        """Go to the search before, or with something typed to the result before."""
        if self._going:
            self._go(1)
        else:
            self._screen.does["up"](count)

    def do_newer(self, count: int | None) -> None:
        """Go to the search after, or with something typed to the next result."""
        if self._going and self._at >= 0:
            self._go(-1)
        else:
            self._screen.does["down"](count)

    def do_recall(self, count: int | None) -> None:
        """Put the search before into the prompt, whatever is typed."""
        self._go(1)

    def do_recall_newer(self, count: int | None) -> None:
        """Put the search after into the prompt, at last what was typed."""
        self._go(-1)

    def do_history(self, count: int | None) -> None:
        """Choose from all earlier searches."""
        from reader.tui.screens.choosing import ChoosingScreen  # noqa: PLC0415  # at first use
        from reader.tui.widgets.choice_list import Choice  # noqa: PLC0415

        screen = self._screen
        if screen.prompt.scope is not Scope.COLLECTION:
            return
        known = self._searches()
        screen.app.push_screen(
            ChoosingScreen(
                screen.look,
                "searched before",
                [Choice(query) for query in known],
                keys="Enter takes it",
                empty="Nothing like this was searched for." if known else "Nothing yet.",
            ),
            lambda number: None if number is None else self._put(known[number]),
        )

    @property
    def _going(self) -> bool:
        """Whether the arrows go through searches: nothing is typed, or what one of them was."""
        prompt = self._screen.prompt
        if prompt.scope is not Scope.COLLECTION:
            return False
        return not prompt.value or (self._at >= 0 and prompt.value == self._known[self._at])

    def _go(self, by: int) -> None:
        prompt = self._screen.prompt
        if prompt.scope is not Scope.COLLECTION:
            return
        if self._at < 0 or prompt.value != self._known[self._at]:
            self._known, self._at, self._begun = self._searches(), -1, prompt.value
            self._known = [query for query in self._known if query != self._begun.strip()]
        wanted = max(-1, min(self._at + by, len(self._known) - 1))
        if wanted == self._at:
            self._screen.say("there is no search before" if by > 0 else "this is the latest")
            return
        self._at = wanted
        self._put(self._begun if wanted < 0 else self._known[wanted])

    def _put(self, query: str) -> None:
        screen = self._screen
        screen.prompt.put(query)
        screen.typed(query)

    def _searches(self) -> list[str]:
        """All that was searched for, the latest first."""
        return [*dict.fromkeys([*self._typed, *searched(self._screen.library.settings)])]
