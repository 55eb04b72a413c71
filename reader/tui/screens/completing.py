"""Completion in the prompt: what the part of the query at the cursor may become, with counts."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from reader.errors import ReaderError
from reader.printable import printable
from reader.tui.actions import Pane
from reader.tui.latest import Latest, fault
from reader.tui.screens.finding import AT_ONCE
from reader.tui.widgets.prompt import Scope
from reader.tui.widgets.text_line import Run
from reader.tui.wrap import cells

if TYPE_CHECKING:
    from reader.library.typed import Begun, Completion
    from reader.search.offering import Offering
    from reader.tui.screens.main import MainScreen

OFFERED = 8  # completions at a time
APART = "   "


class Completing:
    """Answers inside the key handler from what was gathered before, in a thread."""

    def __init__(self, screen: "MainScreen") -> None:
        self._screen = screen
        self._known: dict[str, Offering] = {}  # counted in what these queries find; "" is all
        self._asked = ""
        self._begun: Begun | None = None
        self._base = ""  # the query that `_begun` is a part of
        self._offered: Sequence[Completion] = ()
        self._taken: int | None = None  # which of those offered stands in the prompt now
        self._latest: Latest[str, Offering | ReaderError] = Latest(
            self._gather, self._deliver, lambda error: ReaderError(fault(error))
        )

    def stop(self) -> None:
        """Gather nothing any more."""
        self._latest.close()

    def begin(self) -> None:
        """Gather what all documents have, as the prompt is about to be typed in."""
        self._known.clear()
        self.clear()
        self._ask("")

    def stale(self) -> None:
        """Documents came or went: gather anew what is offered, which stays until then."""
        if self._screen.where is Pane.PROMPT:
            self._ask("")

    def clear(self) -> None:
        """Offer nothing any more."""
        self._begun, self._offered, self._taken = None, (), None

    # ---- what is offered

    def typed(self, text: str) -> None:
        """Offer what the part at the cursor may become."""
        from reader.library.typed import begun  # noqa: PLC0415  # not for the first paint

        self.clear()
        own = self._known[""].own if "" in self._known else frozenset[str]()
        self._base, self._begun = text, begun(text, self._screen.prompt.caret, own)
        self._offer()

    def said(self) -> list[Run]:
        """What is offered, in words, that which is taken lit; nothing where nothing is."""
        if self._screen.where is not Pane.PROMPT:
            return []
        look, field = self._screen.look, self._begun is not None and self._begun.field
        room, first = self._screen.size.width - 4, 0
        key = self._screen.keys.named(Pane.PROMPT, (("complete", ""),)).strip()
        takes = f"{key}: " if key else ""
        room -= cells(takes)
        texts = [
            printable(f"{offer.value}{'' if field else ':'}")
            + (f" {offer.documents:,}" if offer.documents is not None else "")
            for offer in self._offered
        ]
        taken = self._taken or 0
        while first < taken and sum(cells(t) + len(APART) for t in texts[first : taken + 1]) > room:
            first += 1
        runs: list[Run] = []
        for number, text in enumerate(texts[first:], first):
            room -= cells(text) + (len(APART) if runs else 0)
            if room < 0 and runs:
                break
            style = look.accent if number == self._taken else look.dim
            runs += [(text, style), (APART, look.rule)]
        return [(takes, look.accent_dim), *runs[:-1]] if runs else []

    def _offer(self) -> None:
        part, offering = self._begun, None
        if part is not None:
            offering = self._known.get(part.rest) or self._gathered_for(part.rest)
        if part is None or offering is None:
            return
        from reader.library.typed import completions  # noqa: PLC0415

        self._offered = completions(part, offering, OFFERED)

    def _gathered_for(self, rest: str) -> "Offering | None":
        """What to offer from: what `rest` finds, or until that is known all there is."""
        screen = self._screen
        if screen.finding.warm_enough and screen.library.count() <= AT_ONCE:
            answer = self._gather(rest)
            self._keep(rest, answer)
            return self._known.get(rest)
        self._ask(rest)
        return self._known.get("")

    # ---- gathering

    def _ask(self, rest: str) -> None:
        if self._asked != rest or not rest:
            self._asked = rest
            self._latest.ask(rest)

    def _gather(self, rest: str) -> "Offering | ReaderError":
        try:
            offering = self._screen.library.offering(rest)
            offering.prepare()
        except ReaderError as error:
            return error
        return offering

    def _deliver(self, rest: str, answer: "Offering | ReaderError") -> None:
        self._screen.host.soon(lambda: self._arrived(rest, answer))

    def _arrived(self, rest: str, answer: "Offering | ReaderError") -> None:
        self._keep(rest, answer)
        screen = self._screen
        if screen.where is Pane.PROMPT and screen.prompt.scope is Scope.COLLECTION:
            if self._taken is None and self._begun is not None:
                self._offer()
            screen.finding.show_understood()

    def _keep(self, rest: str, answer: "Offering | ReaderError") -> None:
        """Keep what was gathered; what cannot be found need not be said, as finding says it."""
        if isinstance(answer, ReaderError):
            return
        self._known = {key: one for key, one in self._known.items() if not key} | {rest: answer}
        self._screen.prompt.chips.own = answer.own

    # ---- taking

    def do_complete(self, count: int | None) -> None:
        """Take what is offered first, again the next; from a text, search everywhere."""
        self._complete(1)

    def do_complete_back(self, count: int | None) -> None:
        """Take what is offered last, again the one before."""
        self._complete(-1)

    def do_rub_out(self, count: int | None) -> None:
        """Take off a character; where there is none, search everywhere instead of in this text."""
        prompt = self._screen.prompt
        if not prompt.value and prompt.scope is Scope.DOCUMENT:
            self._screen.finding.widen_scope()
        else:
            prompt.action_delete_left()

    def _complete(self, by: int) -> None:
        screen, scope = self._screen, self._screen.prompt.scope
        if scope is Scope.TAGS:
            screen.tagging.complete()
        elif scope is Scope.DOCUMENT:
            screen.finding.widen_scope()
        elif scope is Scope.COLLECTION and not self._take(by):
            screen.finding.do_keep(None)
            if by < 0:
                screen.focus_on(Pane.FACETS)

    def _take(self, by: int) -> bool:
        """Put one of those offered into the prompt; False where nothing is offered."""
        screen, part = self._screen, self._begun
        if part is None or not self._offered:
            return False
        last = (-1 if by > 0 else 0) if self._taken is None else self._taken
        taken = (last + by) % len(self._offered)
        text, cursor = part.taken(self._base, self._offered[taken].value)
        screen.prompt.put(text, cursor=cursor)
        if len(self._offered) == 1:
            self.typed(text)
        else:
            self._taken = taken
        screen.finding.typed(text)
        screen.finding.show_understood()
        return True
