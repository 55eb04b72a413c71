"""Links of the text: hints over them, all of them listed, one copied, opened after a question."""

import threading
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from reader.errors import ReaderError, UsageError
from reader.library.linking import Linking, text_of
from reader.model import Document, Link, Page, Row
from reader.printable import printable
from reader.tui.actions import KEYS_THAT_MATTER, Pane
from reader.tui.asking import question
from reader.tui.browsing import Browser, browser, open_window, words
from reader.tui.latest import Latest
from reader.tui.linking import hints
from reader.tui.widgets.choice_list import Choice
from reader.tui.widgets.text_line import Run

if TYPE_CHECKING:
    from reader.tui.screens.main import MainScreen

LABEL = 200  # characters of the text of a link that is listed


class Asked(NamedTuple):
    """What there is a question about."""

    url: str
    number: int = -1  # of the link, -1 for the document's own address
    row: Row | None = None  # the document of this collection that it leads to
    title: str = ""  # of that document


class Links:
    """Follows links, never without a question where another program is started."""

    def __init__(self, screen: "MainScreen") -> None:
        self._screen = screen
        self._hints: dict[str, int] = {}  # what is typed for each link, while hints are shown
        self._typed = ""
        self._asked: Asked | None = None
        self._latest: Latest[Page, Sequence[Link]] = Latest(self._look, self._deliver)

    @property
    def pane(self) -> Pane | None:
        """What keys are for: hints, a question, or neither."""
        if self._asked is not None:
            return Pane.LINK
        return Pane.HINTS if self._hints else None

    def stop(self) -> None:
        """Answer nothing any more."""
        self._latest.close()

    # ---- knowing them

    def ask(self, page: Page) -> None:
        """Look for the links of the page that is read, in a thread, unless they are known."""
        if self._screen.pane.links is None:
            self.leave()
            self._latest.ask(page)

    def _look(self, page: Page) -> Sequence[Link]:
        try:
            return self._linking.links(page)
        except ReaderError:
            return ()

    def _deliver(self, page: Page, links: Sequence[Link]) -> None:
        self._screen.host.soon(lambda: self._take(page, links))

    def _take(self, page: Page, links: Sequence[Link]) -> None:
        pane = self._screen.pane
        now = pane.page
        same = now is not None and now.document.row == page.document.row
        if now is not None and same and now.lines == page.lines and pane.links is None:
            pane.lead(links)

    @property
    def _linking(self) -> Linking:
        return Linking.of(self._screen.library)

    @property
    def _known(self) -> Sequence[Link]:
        """The links of the page; looked for at once where keys are faster than the thread."""
        pane = self._screen.pane
        if pane.links is None and pane.page is not None:
            pane.lead(self._look(pane.page))
        return pane.links or ()

    # ---- choosing one

    def do_hints(self, count: int | None) -> None:
        """Show a letter over each link in sight."""
        known = self._known
        there = list(self._screen.pane.links_in_sight())
        if not there:
            more = f": F lists {len(known):,}" if known else ""
            self._screen.say(f"no link in sight{more}")
            return
        self._hints, self._typed = dict(zip(hints(len(there)), there, strict=False)), ""
        self._show_hints()

    def do_follow_hint(self, count: int | None) -> None:
        """Take the link over which these letters stand."""
        self._typed += self._screen.keys.letter.lower()
        if self._typed in self._hints:
            self._follow(self._hints[self._typed])
        elif any(one.startswith(self._typed) for one in self._hints):
            self._show_hints()
        else:
            said = f"no link has the letters {self._typed}"
            self.leave()
            self._screen.say(said)

    def do_first_hint(self, count: int | None) -> None:
        """Take the first link in sight."""
        for number in list(self._hints.values())[:1]:
            self._point(number)

    def do_next_link(self, count: int | None) -> None:
        """Go to the next link."""
        self._step(count or 1)

    def do_previous_link(self, count: int | None) -> None:
        """Go to the link before."""
        self._step(-(count or 1))

    def _step(self, by: int) -> None:
        if self._asked is not None and self._asked.number >= 0:
            self._point((self._asked.number + by) % len(self._known))

    def do_links(self, count: int | None) -> None:
        """Show all links of the document, to choose one."""
        from reader.tui.screens.choosing import ChoosingScreen  # noqa: PLC0415  # rarely needed

        screen, page, known = self._screen, self._screen.pane.page, self._known
        if page is None or not known:
            screen.say("no links in this document")
            return
        choices = [_choice(page, link) for link in known]
        here = min(screen.pane.links_in_sight(), default=0)
        keys = "Enter takes it"
        choosing = ChoosingScreen(screen.look, "links", choices, cursor=here, keys=keys)
        screen.app.push_screen(choosing, self._chosen)

    def _chosen(self, number: int | None) -> None:
        if number is not None and number < len(self._known):
            self._screen.jumping.leaving()
            self._point(number)
            self._screen.jumping.arrived("links")
            if self._asked is not None and self._asked.row is not None:
                self._screen.act("open_link")
            else:
                self._screen.show_status()

    def clicked(self, number: int) -> None:
        """A link of the text was clicked."""
        if number < len(self._known):
            self._point(number)
            self._screen.show_status()

    def _follow(self, number: int) -> None:
        """Go to another document of the collection at once, ask before anything else."""
        self._point(number)
        if self._asked is not None and self._asked.row is not None:
            self.do_open_link(None)

    def _point(self, number: int) -> None:
        """Ask about one link, which is brought into sight."""
        screen, link = self._screen, self._known[number]
        page = screen.pane.page
        assert page is not None
        here = self._beside(page, link.url)
        self.leave()
        self._asked = Asked(link.url, number, *((here.row, here.title) if here else ()))
        screen.pane.reveal_link(number)
        screen.pane.point(number=number)

    def _beside(self, page: Page, url: str) -> Document | None:
        """The other document of the collection that a link leads to, if it is one."""
        try:
            row = self._linking.document(page, url)
            return next(iter(self._screen.library.documents([row])), None) if row else None
        except ReaderError:
            return None

    def _show_hints(self) -> None:
        rest = {
            number: letters[len(self._typed) :]
            for letters, number in self._hints.items()
            if letters.startswith(self._typed)
        }
        self._screen.pane.point(rest)

    def leave(self) -> None:
        """Take hints and the question away."""
        if self.pane is not None:
            self._hints, self._typed, self._asked = {}, "", None
            self._screen.pane.point()

    def do_leave_link(self, count: int | None) -> None:
        """Open nothing."""
        self.leave()

    # ---- doing something with it

    def do_open_address(self, count: int | None) -> None:
        """Ask whether the document is to be opened where it was captured."""
        screen = self._screen
        document = screen.reading.document or screen.list.document
        if document is None:
            return
        url = self._linking.own_address(screen.library.page(document.row))
        if not url:
            raise UsageError("this document does not say which address it is from")
        self.leave()
        self._asked = Asked(url)

    def do_copy_link(self, count: int | None) -> None:
        """Copy the address."""
        if self._asked is not None:
            url = self._asked.url
            self.leave()
            self._screen.yanking.address(url)

    def do_open_link(self, count: int | None) -> None:
        """The answer to the question: yes."""
        asked, screen = self._asked, self._screen
        self.leave()
        if asked is None:
            return
        if asked.row is not None:
            screen.reading.go(asked.row)
            back = screen.keys.named(Pane.READER, (("older_place", "goes back"),))
            screen.say(f"“{asked.title}” · {back}" if back else f"“{asked.title}”")
            return
        kind = browser()
        if kind is Browser.NONE:
            self._copied(asked.url, "no browser here")
        elif kind is Browser.WINDOW:
            screen.say(f"opening {asked.url}")
            opening = threading.Thread(target=self._open, args=(asked.url,), daemon=True)
            opening.start()
        else:
            try:
                code = screen.host.run_outside(words(asked.url))
            except UsageError as error:
                self._copied(asked.url, str(error))
                return
            if code:
                self._copied(asked.url, "the browser failed")
            else:
                screen.say("back again")

    def _open(self, url: str) -> None:
        """In a thread: browsers take seconds."""
        if not open_window(url):  # or it was only too quick to be seen at work
            self._screen.host.soon(lambda: self._copied(url, "the browser may have failed"))

    def _copied(self, url: str, why: str) -> None:
        self._screen.yanking.address(url)
        self._screen.say(f"{why}: the address is copied")

    # ---- asking

    def said(self, width: int) -> tuple[Sequence[Run], Sequence[Run]]:
        """The status line: the hints' keys, or the question with its keys, as far as fits."""
        screen, look = self._screen, self._screen.look
        pane = self.pane or Pane.LINK
        named = KEYS_THAT_MATTER[pane]
        keys = [screen.keys.named(pane, named[:count]) for count in range(len(named), 0, -1)]
        if self._asked is None:
            typed = f": {self._typed}…" if self._typed else ""
            return [(f" the letters of a link{typed}", look.text)], [(f"{keys[0]} ", look.dim)]
        if self._asked.row is not None:
            said = f" read “{printable(self._asked.title)}” here?"
            return [(said, look.text)], [(f"{keys[0]} ", look.dim)]
        asked = question(self._asked.url, keys, width)
        runs = [(printable(text), look.text) for text in asked[:-1]]
        runs[2] = (printable(asked.host), look.accent)
        return runs, [(f"{asked.keys} ", look.dim)] if asked.keys else []


def _choice(page: Page, link: Link) -> Choice:
    return Choice(printable(text_of(page, link)[:LABEL]), below=printable(link.url))
