"""Choosing a block of the text: why it is what it is, and saying that it is something else."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from reader.errors import ReaderError
from reader.model import Label, Line, Page, Reach
from reader.printable import printable
from reader.tui.latest import Latest
from reader.tui.widgets.text_line import Run
from reader.tui.wrap import cells

if TYPE_CHECKING:
    from reader.tui.screens.main import MainScreen

KEYS_OF_OFFER = ("←→ where   V more   Enter does it   Esc", "←→ Enter Esc")
KEYS_OF_WHY = ("x corrects   ↑↓ another   Esc", "x ↑↓ Esc")
GAP = 3  # columns between what is said and the keys


class Question(NamedTuple):
    """What is counted while one makes up one's mind."""

    page: Page
    lines: tuple[int, ...]
    keep: bool


class Correcting:
    """While a block is chosen, its mark stands in the text and its sentence in the status line.

    A key that is none of this mode's ends it, and does what it always does.
    """

    def __init__(self, screen: "MainScreen") -> None:
        self._screen = screen
        self._asking = False  # False: the sentence says why
        self._cursor = 0  # among the blocks of the pane
        self._anchor: int | None = None  # the other end, once moving adds blocks
        self._everywhere = False
        self._question: Question | None = None  # about what is chosen
        self._reach: Reach | None = None  # of a correction on all pages of the site
        self._site = ""
        self._again = False  # a run was under way when another became due
        self._counting: Latest[Question, Reach | None] = Latest(self._count, self._deliver)

    @property
    def on(self) -> bool:
        """Whether a block is chosen."""
        return self._screen.pane.chosen is not None

    def stop(self) -> None:
        """Answer nothing any more."""
        self._counting.close()

    # ---- choosing

    def do_correct(self, count: int | None) -> None:
        """Ask what the block in sight is to be."""
        self._begin(asking=True)

    def do_why(self, count: int | None) -> None:
        """Say why the first thing in sight that was set aside was; else what is in sight."""
        self._begin(asking=False)

    def do_next_block(self, count: int | None) -> None:
        """Choose a block further down."""
        self._move(count or 1)

    def do_previous_block(self, count: int | None) -> None:
        """Choose a block further up."""
        self._move(-(count or 1))

    def do_extend_block(self, count: int | None) -> None:
        """Let moving add blocks, or choose a single one again."""
        self._anchor = self._cursor if self._anchor is None else None
        self._choose()

    def do_other_scope(self, count: int | None) -> None:
        """From this document to all pages of its site, and back."""
        self._everywhere = not self._everywhere

    def do_leave_block(self, count: int | None) -> None:
        """Change nothing."""
        self.leave()

    def leave(self) -> None:
        """Choose nothing any more."""
        self._counting.cancel()
        self._screen.pane.choose(None)

    def refreshed(self) -> None:
        """The page was set anew under a block: stay on its lines, if they are what they were."""
        page = self._screen.pane.page
        if self._question is None or page is None:
            return
        before, lines = self._question.page, self._question.lines
        if [line.text for line in page.lines] != [line.text for line in before.lines]:
            return
        holding = [n for n, block in enumerate(self._screen.pane.blocks) if lines[0] in block.lines]
        if holding:
            self._cursor, self._anchor = holding[-1], None
            self._choose()

    def _begin(self, asking: bool) -> None:
        pane = self._screen.pane
        if pane.page is None or not pane.blocks:
            self._screen.say("there is nothing to choose here")
            return
        if not self.on:
            self._cursor, self._anchor = pane.block_in_sight(aside=not asking), None
            self._site = self._screen.library.site(pane.page.document.row)
        self._asking, self._everywhere = asking, False
        self._choose()

    def _move(self, by: int) -> None:
        last = len(self._screen.pane.blocks) - 1
        self._cursor = max(0, min(last, self._cursor + by))
        self._choose()

    def _choose(self) -> None:
        """Mark what is chosen, and count in a thread how far it would reach."""
        pane = self._screen.pane
        assert pane.page is not None
        anchor = self._cursor if self._anchor is None else self._anchor
        first, last = sorted((anchor, self._cursor))
        pane.choose((first, last), self._cursor)
        chosen = {line for block in pane.blocks[first : last + 1] for line in block.lines}
        lines = tuple(sorted(chosen))
        kept = tuple(n for n in lines if pane.page.lines[n].label is not Label.BOILERPLATE)
        # Of a choice that holds both, only what is kept so far would change.
        question = Question(pane.page, (self._asking and kept) or lines, keep=not kept)
        if self._question != question:
            self._question, self._reach = question, None
        if self._asking and self._reach is None:
            self._counting.ask(question)

    def _count(self, question: Question) -> Reach | None:
        try:
            return self._screen.library.reach(*question, everywhere=True)
        except ReaderError:
            return None

    def _deliver(self, question: Question, reach: Reach | None) -> None:
        self._screen.host.soon(lambda: self._take(question, reach))

    def _take(self, question: Question, reach: Reach | None) -> None:
        if question is self._question and self.on:
            self._reach = reach
            self._screen.show_status()

    # ---- correcting

    def do_apply_correction(self, count: int | None) -> None:
        """Say so, and show the page as it is now; lists and finding follow in the background."""
        screen, question, reach = self._screen, self._question, self._reach
        asking, everywhere = self._asking, self._everywhere
        self.leave()
        if not asking or question is None:
            return
        screen.library.correct(*question, everywhere=everywhere)
        screen.reading.refresh()
        self.settle()
        done = "kept" if question.keep else "set aside"
        if everywhere:
            extent = _extent(reach) if reach else _lines(len(question.lines))
            said = f"{done} on every page of {printable(self._site)}: {extent}"
        else:
            said = f"{done} here: {_lines(len(question.lines))}"
        if screen.library.unkept:
            said += f" (until you quit: {screen.library.unkept.why})"
        screen.say(f"{said} · U undoes")

    def follow(self) -> None:
        """After a change that may have been one of corrections: let all else follow."""
        if not self._screen.library.settled:
            self.settle()

    def settle(self) -> None:
        """Clean all pages anew that were corrected, in a child process where there can be one."""
        screen = self._screen
        if not screen.updating.possible or screen.library.unkept:
            screen.run_worker(self._settle_here, thread=True)
        elif not screen.updating.begin(look=False):
            self._again = True

    def ended(self) -> None:
        """A run is over; what was corrected meanwhile wants another."""
        if self._again:
            self._again = False
            self.settle()

    def _settle_here(self) -> None:
        """In a thread: no child could see a single file's catalogue, or marks in memory."""
        screen = self._screen
        try:
            for _ in screen.library.update(at=()):
                pass
        except ReaderError as error:
            said = str(error)
            screen.host.soon(lambda: screen.say(said))
        else:
            screen.host.soon(lambda: screen.updating.heard(None))

    # ---- saying

    def said(self, width: int) -> tuple[Sequence[Run], Sequence[Run]]:
        """The status line while a block is chosen: what is said, and the keys, as far as fits."""
        look = self._screen.look
        if self._question is None:
            return (), ()
        if self._asking:
            offers, keys = self._offers(), KEYS_OF_OFFER
        else:
            chosen = [self._question.page.lines[line] for line in self._question.lines]
            offers, keys = [[(f" {printable(why(chosen))}", look.text)]], KEYS_OF_WHY
        for offer in offers[:-1] or offers:
            for some in keys:
                if _width(offer) + GAP + cells(some) < width:
                    return offer, [(f"{some} ", look.dim)]
        return next((offer for offer in offers if _width(offer) < width), offers[-1]), ()

    def _offers(self) -> list[list[Run]]:
        """The question in words, from many to few."""
        assert self._question is not None
        count, reach, site = len(self._question.lines), self._reach, printable(self._site)
        verb = "keep" if self._question.keep else "set aside"
        extent = _extent(reach) if reach else "counting…"
        few = f"{reach.lines:,} in {_pages(reach)}" if reach else "…"
        fewest = f"{reach.lines:,} in {reach.pages:,}" if reach else "…"
        return [
            self._offer(f"{verb} {_lines(count)}:", "here only", f"every page of {site}: {extent}"),
            self._offer(f"{verb} {_lines(count)}:", "here", f"all of {site}: {few}"),
            self._offer(f"{verb} {count}:", "here", f"site: {few}"),
            self._offer(f"{verb} {count}:", "here", f"site: {fewest}"),
            self._offer(f"{verb}:", "here", "site"),
        ]

    def _offer(self, lead: str, here: str, there: str) -> list[Run]:
        look = self._screen.look
        runs = [(f" {lead}", look.text)]
        for option, chosen in ((here, not self._everywhere), (there, self._everywhere)):
            runs.append(
                (f"  {'▸' if chosen else ' '}{option}", look.accent if chosen else look.dim)
            )
        return runs


def why(lines: Sequence[Line]) -> str:
    """Why lines are what they are: reasons, labels where there are none, and how sure that is."""
    aside = [line for line in lines if line.label is Label.BOILERPLATE]
    kept = [line for line in lines if line.label is not Label.BOILERPLATE]
    said = []
    if aside:
        said.append(f"set aside{_score(aside)}: {_counted(line.reason for line in aside)}")
    if kept:
        said.append(f"kept{_score(kept)} as {_counted(str(line.label) for line in kept)}")
        said += dict.fromkeys(line.reason for line in kept if line.reason)
    return " · ".join(said)


def _score(lines: Sequence[Line]) -> str:
    """From what to what the scores of lines go; nothing where nobody judged them yet."""
    scores = [line.score for line in lines if line.score is not None]
    if not scores:
        return ""
    low, high = f"{min(scores):.2f}", f"{max(scores):.2f}"
    return f" ({low})" if low == high else f" ({low} to {high})"


def _counted(names: Iterable[str]) -> str:
    """Names with how often they are there: "menu (3), share bar"."""
    counts = Counter(names)
    return ", ".join(f"{name} ({n})" if n > 1 else name for name, n in counts.items())


def _lines(count: int) -> str:
    return f"{count:,} line{'' if count == 1 else 's'}"


def _extent(reach: Reach) -> str:
    return f"{'' if reach.exact else 'at most '}{_lines(reach.lines)} in {_pages(reach)}"


def _pages(reach: Reach) -> str:
    return f"{reach.pages:,} page{'' if reach.pages == 1 else 's'}"


def _width(runs: Sequence[Run]) -> int:
    return sum(cells(text) for text, _ in runs)
