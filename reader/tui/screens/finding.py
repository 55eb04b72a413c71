"""What the prompt does: ask the Library at every key, show the answer, put everything back."""

import time
from typing import TYPE_CHECKING, NamedTuple

from reader.errors import DamagedCacheError, QueryError, ReaderError
from reader.model import FacetCount, Found, Stage
from reader.printable import printable
from reader.tui import narrowing
from reader.tui.actions import Pane
from reader.tui.latest import Latest, fault
from reader.tui.listing import Listing, banded
from reader.tui.widgets.prompt import Scope
from reader.tui.widgets.text_line import Run

if TYPE_CHECKING:
    from reader.tui.flow import Place
    from reader.tui.screens.main import MainScreen

AT_ONCE = 3_000  # documents; up to these an answer is quicker than a second frame
BESIDE = 120  # columns from which what was understood stands beside the prompt
CALM = 10  # times as long as the list took to follow, before it follows the indexing again
SCREENFUL = 16  # rows whose passages are fetched along with the answer


class Asked(NamedTuple):
    """What the list shows, or will."""

    query: str = ""
    stage: Stage = Stage.ENTERED


class Before(NamedTuple):
    """How things were when the prompt was opened."""

    asked: Asked
    listing: Listing
    cursor: int
    scrolled: float
    top: "Place"  # of the text
    pane: Pane


class Finding:
    """The query, its result, and the way back."""

    def __init__(self, screen: "MainScreen") -> None:
        self._screen = screen
        self._asked = Asked()
        self._found: Found | None = None
        self._before: Before | None = None
        self._listed = self._answered = Asked()  # whose answer the list shows, or which failed
        self._warm = False
        self._generation: tuple[int, int] | None = None
        self._calm_until = 0.0
        self._latest: Latest[Asked, Listing | ReaderError] = Latest(
            self._answer, self._deliver, lambda error: ReaderError(fault(error))
        )

    @property
    def query(self) -> str:
        """What the list shows."""
        return self._asked.query

    @property
    def waiting(self) -> bool:
        """Whether the list will show something else as soon as that was found."""
        return self._asked != self._answered

    def stop(self) -> None:
        """Answer nothing any more."""
        self._latest.close()

    # ---- opening and leaving the prompt

    def do_find(self, count: int | None) -> None:
        """Open the prompt: on the collection, or from the text on this document."""
        screen = self._screen
        inside = screen.where is Pane.READER
        self._open(Scope.DOCUMENT if inside else Scope.COLLECTION)
        screen.prompt.put(screen.pane.matching.typed if inside else self.query, chosen=True)

    def widen_scope(self) -> None:
        """Search everywhere for what is searched for in this document."""
        screen = self._screen
        if not screen.library.collection.is_file:
            screen.prompt.scope = Scope.COLLECTION
            screen.show_scope()
            screen.completing.begin()
            screen.typed(screen.prompt.value)

    def do_keep(self, count: int | None) -> None:
        """Keep what the prompt found and go there."""
        screen = self._screen
        scope = screen.prompt.scope
        if scope is Scope.TAGS:
            screen.tagging.apply(screen.prompt.value)
            self._leave()
        elif scope is Scope.NAME:
            name = screen.prompt.value
            self._leave()
            screen.saving.apply(name)
        elif scope is Scope.COMMAND:
            command = screen.prompt.value
            self._leave()
            screen.elsewhere.run(command)
        elif scope is Scope.DOCUMENT:
            self._leave()
            screen.focus_on(Pane.READER)
            screen.reading.first_match()
        else:
            typed = screen.prompt.value
            self._leave()
            screen.focus_on(Pane.LIST)
            self._ask(Asked(self.query))
            screen.library.check(self.query)
            screen.recalling.remember(typed)
            self.show_facets()

    def restore(self) -> None:
        """Put list, cursor and scroll back to what they were before the prompt was opened."""
        screen, before = self._screen, self._before
        scope = screen.prompt.scope
        self._leave()
        if before is None:
            return
        if scope is Scope.DOCUMENT:
            screen.reading.stop_finding()
            screen.pane.go(before.top)
        elif self._asked != before.asked:
            self._latest.cancel()
            self._asked = self._listed = self._answered = before.asked
            self._found = before.listing.found
            screen.list.show(before.listing, keep=False)
            screen.list.move_to(before.cursor)
            screen.list.scroll_to(y=before.scrolled, animate=False, force=True)
            self._shown()
            if self._found is None:  # the facets are still those of the search
                self._latest.ask(self._asked)
        screen.prompt.put(self.query)
        screen.focus_on(before.pane)

    def open_for(self, scope: Scope) -> None:
        """Use the prompt's line for something else than finding."""
        self._open(scope)
        self._screen.prompt.put("")

    def _open(self, scope: Scope) -> None:
        screen = self._screen
        self._before = Before(
            self._asked,
            screen.list.listing,
            screen.list.cursor,
            screen.list.scroll_offset.y,
            screen.pane.top,
            screen.where,
        )
        screen.prompt.scope = scope
        if scope is Scope.COLLECTION:
            screen.completing.begin()
        screen.focus_on(Pane.PROMPT)

    def _leave(self) -> None:
        """Close the prompt; what it shows is the query again."""
        screen = self._screen
        pane = self._before.pane if self._before else Pane.LIST
        screen.prompt.scope = Scope.COLLECTION
        screen.completing.clear()
        screen.focus_on(pane)
        screen.prompt.put(self.query)
        self.show_understood()

    # ---- asking

    @property
    def warm_enough(self) -> bool:
        """Whether finding has answered already, so that it answers quickly."""
        return self._warm

    def warm(self) -> None:
        """Load what finding needs; runs in a thread, after the first paint."""
        self._latest.ask(self._asked)

    def typed(self, text: str) -> None:
        """Ask for what is being typed: behind a space, its last word is complete."""
        complete = not text or text[-1].isspace()
        self._ask(Asked(text.strip(), Stage.ENTERED if complete else Stage.TYPING))

    def _ask(self, asked: Asked) -> None:
        """Ask at once: small collections are answered within the key, larger ones behind it."""
        if asked == self._asked and asked == self._listed:
            self._screen.show_status()
            return
        self._asked = asked
        if not asked.query:
            self._latest.cancel()
            self._found, self._listed, self._answered = None, asked, asked
            self._screen.list.show(self._screen.everything())
            self._latest.ask(asked)
            self._shown()
        elif self._warm and self._screen.library.count() <= AT_ONCE:
            self._latest.cancel()
            self._take(asked, self._answer(asked))
        else:
            self._latest.ask(asked)

    def clear(self) -> None:
        """Show all documents again."""
        self._screen.prompt.put("")
        self.typed("")

    def count_again(self) -> None:
        """Marks changed: count the facets again, and list what the query matches now."""
        self._latest.ask(self._asked)

    def ask_anew(self, text: str) -> None:
        """Ask for something else than what the prompt holds."""
        self._screen.prompt.put(text)
        self._ask(Asked(text.strip()))

    def _answer(self, asked: Asked) -> Listing | ReaderError:
        """What the list will show, its first screenful fetched."""
        find = self._screen.library.find
        try:
            found = find(asked.query, stage=asked.stage, folded=True)
        except ReaderError as error:
            return error
        listing = self._listing(found)
        if asked.query:
            listing.prepare(SCREENFUL)
        return listing

    def _deliver(self, asked: Asked, answer: Listing | ReaderError) -> None:
        """In the thread: hand the answer to the event loop, without a message's detour."""
        self._screen.host.soon(lambda: self._take(asked, answer))

    def _take(self, asked: Asked, answer: Listing | ReaderError) -> None:
        if not self._warm and (what := self._screen.library.remade):
            self._screen.say(f"{what} could not be used: it is made again from the files")
        self._warm = True
        if asked != self._asked:
            return
        self._answered = asked
        if isinstance(answer, ReaderError):
            if isinstance(answer, DamagedCacheError):
                self._screen.library.catch_up(anew=True)
                self._screen.updating.begin()
            where = f" (character {answer.position + 1})" if isinstance(answer, QueryError) else ""
            self._screen.say(f"{answer}{where}")
            return
        self._found = answer.found
        if asked.query:
            self._screen.list.show(answer, keep=self._same_documents(asked.query))
        self._listed = asked
        self._shown()

    def _same_documents(self, query: str) -> bool:
        """Whether the list shows what a query asks for already, be it in another order.

        While somebody types, the best ones are to be seen.
        """
        typing = self._screen.where is Pane.PROMPT
        same = narrowing.unshaped(query) == narrowing.unshaped(self._listed.query)
        return query == self._listed.query or (same and not typing)

    def _listing(self, found: Found) -> Listing:
        return Listing(self._screen.fetch, banded(found), found)

    def changed(self, ended: bool) -> None:
        """Documents came, went or got their titles: the list follows, the cursor stays."""
        screen = self._screen
        if ended:
            screen.library.catch_up()
        generation, began = screen.library.generation, time.monotonic()
        if not ended and (generation == self._generation or began < self._calm_until):
            return
        self._generation = generation
        screen.completing.stale()
        if not self.query:
            screen.list.show(screen.everything())
        screen.list.listing.forget()
        screen.list.repaint()
        if ended:
            self._latest.ask(self._asked)
        self._shown()
        ended_at = time.monotonic()
        self._calm_until = ended_at + (ended_at - began) * CALM

    # ---- what is said

    def counts(self) -> str:
        """How much there is, or was found."""
        found, library = self._found, self._screen.library
        if self.query and found is not None:
            if found.words and not found.mixed:
                more = f" · +{found.aside:,} only in menus (raw:)" if found.aside else ""
                return f"{_of(len(found.titles), 'title')} · {_of(len(found.texts), 'text')}{more}"
            return f"{found.total:,} of {_of(library.count(), 'document')}"
        sites = found.values.get("site", 0) if found else 0
        return " · ".join(
            filter(None, (_of(library.count(), "document"), _of(sites, "site") if sites else ""))
        )

    def doing(self) -> str:
        """What finding waits for, what was not understood, or how many files were skipped."""
        screen = self._screen
        if self.query and not self._warm:
            return "getting ready to find…"
        if screen.where is Pane.PROMPT and (why := screen.prompt.chips.why(screen.prompt.value)):
            return why
        if self._found is not None and self._found.unknown and self.query:
            fields = ", ".join(f"{name}:" for name in self._found.unknown)
            return f"no field {fields} taken as words"
        if self._screen.where is not Pane.LIST:
            return ""
        skipped = self._screen.library.skipped()
        return f"{_of(skipped, 'file')} skipped: reader ls --json says why" if skipped else ""

    def place(self) -> str:
        """Where the cursor is in the list, or how many matches the document has."""
        if self._screen.prompt.scope is Scope.DOCUMENT:
            return self._screen.river.matches()
        screen = self._screen
        total, marked = len(screen.list.listing), screen.list.count_marked
        where = f"{screen.list.cursor + 1:,} of {total:,}" if total else ""
        return " · ".join(filter(None, (f"{marked:,} marked" if marked else "", where)))

    def _shown(self) -> None:
        """Tell of a new result all around."""
        screen, found = self._screen, self._found
        screen.nothing.say(found)
        self.show_facets()
        screen.reading.light(found if self.query else None)
        self.show_understood()
        screen.show_counts()
        screen.moved()

    def show_facets(self) -> None:
        """Show what can be narrowed by, and what it is narrowed by: that may count for nothing."""
        if (found := self._found) is None:
            return
        saved = self._screen.saving.counts()
        active = narrowing.active(self.query)
        if self._screen.where is Pane.PROMPT:  # a value half typed is none
            self._screen.facets.show([*saved, *found.facets], active)
            return
        counted = {(count.facet, count.value) for count in (*saved, *found.facets)}
        taken = [FacetCount(*pair, found.total) for pair in sorted(active - counted)]
        self._screen.facets.show([*saved, *taken, *found.facets], active)

    def show_again(self) -> None:
        """Say in other colours what is said around the list."""
        self.show_understood()
        self._screen.show_counts()

    def show_understood(self) -> None:
        """What was understood, beside the prompt where there is room, else in the rule below.

        What may be completed comes first there.
        """
        screen, found = self._screen, self._found
        said = printable(found.interpretation) if found and self.query else ""
        if said == self.query:
            said = ""
        beside = screen.size.width >= BESIDE
        screen.understood.styles.width = min(len(said) + 2, screen.size.width // 2) if beside else 0
        screen.understood.show((), [(said + " ", screen.look.dim)] if said and beside else [])
        below: list[Run] = [(said, screen.look.dim)] if said and not beside else []
        if screen.prompt.scope is not Scope.TAGS:  # there stand the tags that are offered
            screen.upper.say(screen.completing.said() or below)


def _of(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
