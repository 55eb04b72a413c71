"""All that is known of a document, as a list over the screen; a row of it can be copied."""

from typing import TYPE_CHECKING

from reader.library.knowing import known
from reader.tui.widgets.choice_list import Choice

if TYPE_CHECKING:
    from reader.tui.screens.main import MainScreen


class Knowing:
    """The card of the document that is read or pointed at."""

    def __init__(self, screen: "MainScreen") -> None:
        self._screen = screen

    def do_facts(self, count: int | None) -> None:
        """Show all that is known of the document."""
        from reader.tui.screens.choosing import ChoosingScreen  # noqa: PLC0415  # rarely needed

        screen = self._screen
        document = screen.reading.document or screen.list.document
        if document is None:
            screen.say("there is no document here")
            return
        facts = known(screen.library.page(document.row), screen.library.path(document))
        choosing = ChoosingScreen(
            screen.look,
            "about",
            [Choice(value, label=name) for name, value in facts],
            hint="type to find a row",
            keys="Enter copies",
            empty="Nothing is known of that.",
        )

        def copy(number: int | None) -> None:
            if number is not None:
                screen.yanking.fact(*facts[number])

        screen.app.push_screen(choosing, copy)
