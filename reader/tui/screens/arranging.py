"""The order and the groups of the list, and its bands: closed, opened, gone through."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from reader.library.shapes import GROUPS, SORTS
from reader.tui import narrowing
from reader.tui.actions import Pane

if TYPE_CHECKING:
    from reader.tui.screens.main import MainScreen

GROUPED = {
    "site": "the site",
    "month": "the month it was published in",
    "year": "the year it was published in",
    "tag": "the first of its tags",
    "folder": "the folder it lies in",
    "lang": "the language",
    "author": "the author",
    "type": "the type of file",
    "story": "the story: near-copies side by side",
}
"""What `group:` can ask for, in words."""

SORTED = {
    "relevance": ("the best first", "the best last"),
    "date": ("published: the oldest first", "published: the newest first"),
    "saved": ("saved: the oldest first", "saved: the newest first"),
    "read": ("read: the first read first", "read: the last read first"),
    "title": ("title: A to Z", "title: Z to A"),
    "site": ("site: A to Z", "site: Z to A"),
    "author": ("author: A to Z", "author: Z to A"),
    "path": ("path: A to Z", "path: Z to A"),
    "lang": ("language: A to Z", "language: Z to A"),
    "words": ("length: the shortest first", "length: the longest first"),
    "mins": ("reading time: the shortest first", "reading time: the longest first"),
    "junk": ("set aside: the least first", "set aside: the most first"),
    "clean": ("sure: the most doubtful first", "sure: the most certain first"),
}
"""What `sort:` can ask for, in words, and turned round."""

FALLING = frozenset({"date", "saved", "read", "words", "mins", "junk"})
"""Orders of which people want the turned one first: the newest, the longest."""

assert {*GROUPED} == {*GROUPS}
assert {*SORTED} == {*SORTS}


class Offered(NamedTuple):
    """A line of a menu: what it says, and what it makes of `sort:` or `group:`."""

    said: str
    value: str
    chip: str = ""


class Arranging:
    """Writes orders and groups into the query, so that there is one way only to have them."""

    def __init__(self, screen: "MainScreen") -> None:
        self._screen = screen

    # ---- menus

    def do_group(self, count: int | None) -> None:
        """Choose what is grouped by."""
        now = narrowing.shape(self._screen.finding.query, "group").removesuffix("none")
        offered = [Offered(said, by, _now(by == now)) for by, said in GROUPED.items()]
        offered.append(Offered("no groups", "", _now(not now)))
        self._choose("group by", "group", offered, now)

    def do_sort(self, count: int | None) -> None:
        """Choose the order; the present one is turned round."""
        self._choose(
            "order by", "sort", *_orders(narrowing.shape(self._screen.finding.query, "sort"))
        )

    def _choose(self, name: str, term: str, offered: Sequence[Offered], now: str) -> None:
        from reader.tui.screens.choosing import ChoosingScreen  # noqa: PLC0415  # at first use
        from reader.tui.widgets.choice_list import Choice  # noqa: PLC0415

        screen = self._screen
        values = [one.value for one in offered]
        screen.app.push_screen(
            ChoosingScreen(
                screen.look,
                name,
                [Choice(one.said, _written(term, one.value), chip=one.chip) for one in offered],
                cursor=values.index(now) if now and now in values else 0,
                keys="Enter takes it",
            ),
            lambda number: None if number is None else self._arrange(term, offered[number]),
        )

    def _arrange(self, term: str, chosen: Offered) -> None:
        """Write what was chosen into the query, and say so."""
        screen = self._screen
        screen.focus_on(Pane.LIST)
        screen.finding.ask_anew(narrowing.shaped(screen.finding.query, term, chosen.value))
        said = chosen.said if term == "sort" or not chosen.value else f"grouped by {chosen.said}"
        screen.say(f"{said} · Backspace takes it off" if chosen.value else said)

    # ---- bands

    def open_here(self) -> bool:
        """Open the closed band under the cursor; False where there is none."""
        return self._screen.list.on_heading and self._fold(closed=False)

    def do_close_band(self, count: int | None) -> None:
        """Show only the heading of the cursor's band."""
        if not self._fold(closed=True):
            self._screen.say(self._refusal("closed"))

    def do_open_band(self, count: int | None) -> None:
        """Show the rows of the cursor's band."""
        if not self._fold(closed=False):
            self._screen.say(self._refusal("open"))

    def do_toggle_band(self, count: int | None) -> None:
        """Close the cursor's band, or open it."""
        rows = self._screen.list
        if rows.on_heading:
            self.do_open_band(count)
        else:
            self.do_close_band(count)

    def do_close_bands(self, count: int | None) -> None:
        """Show only headings."""
        self._fold_all(closed=True)

    def do_open_bands(self, count: int | None) -> None:
        """Show all rows."""
        self._fold_all(closed=False)

    def do_next_band(self, count: int | None) -> None:
        """Go to the first row of the next band."""
        self._step(count or 1)

    def do_previous_band(self, count: int | None) -> None:
        """Go to the first row of the cursor's band, from there to that of the band before."""
        self._step(-(count or 1))

    def _fold(self, *, closed: bool) -> bool:
        rows = self._screen.list
        listing = rows.listing
        band = listing.folding.band_of(rows.cursor)
        if not len(listing) or not rows.fold(closed, band):
            return False
        self._screen.say(f"{'closed' if closed else 'opened'} {listing.bands[band].heading}")
        return True

    def _fold_all(self, *, closed: bool) -> None:
        rows = self._screen.list
        if not rows.listing.headed:
            self._screen.say(self._refusal(""))
            return
        rows.fold(closed)
        count = len(rows.listing.bands)
        done = "closed" if closed else "opened"
        self._screen.say(f"{done} {'the band' if count == 1 else f'all {count:,} bands'}")

    def _refusal(self, state: str) -> str:
        headed = self._screen.list.listing.headed
        return f"this band is {state}" if headed else "there are no bands here: gs makes groups"

    def _step(self, by: int) -> None:
        rows = self._screen.list
        listing = rows.listing
        if not listing.headed:
            self._screen.say(self._refusal(""))
            return
        band = listing.folding.band_of(rows.cursor)
        inside = rows.cursor > listing.bands.starts[band] and not rows.on_heading
        wanted = band + by + (1 if inside and by < 0 else 0)
        rows.move_to(listing.bands.starts[max(0, min(wanted, len(listing.bands) - 1))])


def _orders(now: str) -> tuple[list[Offered], str]:
    """The menu of orders, and which of its values is the present one's, turned round."""
    by, turned = now.removesuffix("-"), now.endswith("-")
    offered, marked = [], ""
    for name, said in SORTED.items():
        falling = not turned if name == by else name in FALLING
        value = name + "-" * falling
        chip = f"now {said[turned].rpartition(': ')[2]}" if name == by else ""
        marked = value if name == by else marked
        offered.append(Offered(said[falling], value, chip))
    offered.append(Offered("as it was found", "", _now(not now)))
    return offered, marked


def _now(is_so: bool) -> str:
    return "now" if is_so else ""


def _written(term: str, value: str) -> str:
    return f"{term}:{value}" if value else ""
