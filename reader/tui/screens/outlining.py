"""From heading to heading and paragraph to paragraph, and the outline of all there are."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from reader.model import Label, Page, Position
from reader.tui.actions import Pane
from reader.tui.composing import UNDERLINE
from reader.tui.flow import Place
from reader.tui.motions import by_part
from reader.tui.setting import place_of
from reader.tui.widgets.choice_list import Choice

if TYPE_CHECKING:
    from reader.tui.screens.main import MainScreen

NONE = "this document has no headings"
INDENT = 2  # columns a level


class Heading(NamedTuple):
    """A heading and the line it stands in."""

    text: str
    line: int
    level: int


class Outlining:
    """Where the headings of the open document are."""

    def __init__(self, screen: "MainScreen") -> None:
        self._screen = screen
        self._went: tuple[Page, Place, int] | None = None  # where a step led, and to which line

    def do_outline(self, count: int | None) -> None:
        """Show the headings, to go to one; with a count, go to that one at once."""
        screen, page = self._screen, self._screen.pane.page
        if page is None or screen.where is not Pane.READER:
            screen.say("open a document to see its headings: Enter")
            return
        found = headings(page)
        if not found:
            screen.say(NONE)
        elif count is None:
            self._ask(page, found)
        else:
            self._to(page, found[min(count, len(found)) - 1])

    def do_next_heading(self, count: int | None) -> None:
        """Go to the next heading."""
        self._step(count or 1)

    def do_previous_heading(self, count: int | None) -> None:
        """Go to the heading before."""
        self._step(-(count or 1))

    def do_next_paragraph(self, count: int | None) -> None:
        """Bring the next paragraph to the top."""
        self._by_part(1, count)

    def do_previous_paragraph(self, count: int | None) -> None:
        """Bring the start of the paragraph at the top there, or the one before it."""
        self._by_part(-1, count)

    def _by_part(self, step: int, count: int | None) -> None:
        pane = self._screen.pane
        place = pane.top
        if not pane.flow.parts:
            return
        for _ in range(min(count or 1, len(pane.flow.parts))):
            place = by_part(pane.flow, place, step)
        pane.go(place)

    def _step(self, by: int) -> None:
        """Go so many headings on; those that cannot come to the top are gone through as well."""
        screen, page = self._screen, self._screen.pane.page
        found = headings(page) if page is not None else []
        if page is None or not found:
            screen.say(NONE)
            return
        line = screen.pane.position.line
        if self._went is not None and self._went[:2] == (page, screen.pane.top):
            line = self._went[2]
        elif screen.pane.top == (0, 0):
            line = -1  # the card, whatever line its title is from
        after = sum(one.line <= line for one in found)
        before = sum(one.line < line for one in found)
        wanted = after + by - 1 if by > 0 else before + by
        if not 0 <= wanted < len(found):
            screen.say(f"there is no heading {'below' if by > 0 else 'above'}")
            return
        self._to(page, found[wanted])

    def _to(self, page: Page, heading: Heading) -> None:
        pane = self._screen.pane
        pane.go(place_of(pane.flow.parts, Position(heading.line), page.lines))
        self._went = page, pane.top, heading.line
        self._screen.say(heading.text)

    def _ask(self, page: Page, found: Sequence[Heading]) -> None:
        from reader.tui.screens.choosing import ChoosingScreen  # noqa: PLC0415  # rarely needed

        screen, pane = self._screen, self._screen.pane
        line = pane.position.line if pane.top != (0, 0) else -1
        least = min(one.level for one in found)
        shares = self._shares(found)
        choices = [
            Choice(one.text, right=f"{share:.0%}", indent=INDENT * (one.level - least))
            for one, share in zip(found, shares, strict=True)
        ]
        choosing = ChoosingScreen(
            screen.look,
            "outline",
            choices,
            cursor=sum(one.line <= line for one in found) - 1,
            hint="type to find a heading",
            keys="Enter goes there",
            empty="No heading is called so.",
        )
        screen.app.push_screen(choosing, self._chosen)

    def _shares(self, found: Sequence[Heading]) -> list[float]:
        """How much of the text stands above each heading."""
        flow = self._screen.pane.flow
        places = {part.first: at for at, part in enumerate(flow.parts) if part.text}
        offsets = (flow.offset((places.get(one.line, 0), 0)) for one in found)
        return [offset / max(1, flow.length) for offset in offsets]

    def _chosen(self, number: int | None) -> None:
        if number is not None:
            self._screen.act("outline", number + 1)


def headings(page: Page) -> list[Heading]:
    """The headings of an article, but for one that says the title once more at its start."""
    found = [
        Heading(unit.text, unit.first, unit.level or 2)
        for unit in page.paragraphs
        if unit.label is Label.HEADING and not UNDERLINE.fullmatch(page.lines[unit.first].text)
    ]
    return found[1:] if found and found[0].text == page.document.title else found
