"""What units stand in that only several of them together show: menus, boxes, lists of articles."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from reader.cleaning.lexicon import CERTAIN
from reader.cleaning.repetition import MANY
from reader.cleaning.units import OUTSIDE, Unit
from reader.model import Kind

MENU = "menu"
CONSENT = "cookie notice"
LINKS = "list of links"
OTHERS = "related list"

_INSIDE = ("article", "main")  # regions that hold the article, the surer one first
_KNOWN_STOPS = 0.1  # share of stop words from which a document's language is known
_BREAK_EVEN = 10  # words of a line that speak neither for nor against it
_LINKED = 0.6  # share of link characters from which a line is a link
_MENU_LINES = 4  # short lines in a row that look like a menu
_MENU_WORDS = 4
_CALMEST = 0.12  # how much a short line weighs in a document without any clutter
_CLUTTERED = 0.2  # share of clutter from which short lines weigh fully
_TEASERS = 24  # units of a list of other articles
_TEASER = 10  # words of a paragraph that, with another below it, is no teaser
_NO_TEASER = 45  # words of a paragraph that is none by its length alone
_CLUTTERED_CALM = 0.6  # calmness from which a page has so much clutter that rows are menus
_BOX_LINES = 6  # units between two parts of one box


@dataclass(frozen=True)
class Surroundings:
    """What is known of a document before its lines are weighed."""

    units: Sequence[Unit]
    source: str  # its format

    @cached_property
    def known(self) -> bool:
        """Whether the stop words of its language are known to us."""
        spaced = [unit.shape for unit in self.units if unit.shape.spaced]
        total = sum(form.words for form in spaced)
        return total > 0 and sum(form.words * form.stop for form in spaced) / total >= _KNOWN_STOPS

    @cached_property
    def boxes(self) -> Sequence[str]:
        """In which row or box each unit stands by the words in it: MENU, CONSENT, or "" in none."""
        return [
            MENU if menu else CONSENT if box else ""
            for menu, box in zip(menus(self.units), bridged(self.units), strict=True)
        ]

    @cached_property
    def calm(self) -> float:
        """How much its short lines weigh, 0 to 1."""
        return calmness(self.units, self.boxes)

    @cached_property
    def others(self) -> Sequence[bool]:
        """Which units stand in a list of other articles."""
        return teasers(self.units)

    @cached_property
    def aside(self) -> Sequence[str]:
        """In what each unit stands, "" in nothing; whole sentences are in no list of articles."""
        in_rows = rows(self.units, self.calm, self.source)
        return [
            box or (LINKS if row else OTHERS if other and not unit.shape.sentence else "")
            for unit, box, row, other in zip(
                self.units, self.boxes, in_rows, self.others, strict=True
            )
        ]

    @cached_property
    def home(self) -> str:
        """The region of the page that holds most of its prose, "" where none does."""
        return home(self.units)


def is_evidence(unit: Unit) -> bool:
    """Whether the unit alone shows that this document is a page with clutter around it."""
    if unit.level >= MANY or unit.markup.region in OUTSIDE:
        return True
    return unit.clutter is not None and unit.shape.words <= 2 * _BREAK_EVEN


def _bare(unit: Unit) -> bool:
    """Whether the unit could be an entry of a menu: a few words that hold no sentence together."""
    form = unit.shape
    return (
        form.words <= _MENU_WORDS
        and not form.sentence
        and not form.colon
        and form.stop < 0.3
        and form.letters
        and not unit.text[0].isdigit()
        and not unit.dated
        and unit.byline is None
        and unit.markup.kind is not Kind.HEADING
    )


def menus(units: Sequence[Unit]) -> list[bool]:
    """Say of each unit whether it stands in a long row of entries with clutter words among them."""
    flags = [False] * len(units)
    start = 0
    for index in range(len(units) + 1):
        if index < len(units) and (_bare(units[index]) or _known_menu(units[index])):
            continue
        row = units[start:index]
        known = sum(_known_menu(unit) for unit in row)
        if known > 1 or (known and len(row) >= _MENU_LINES >= len(row) / known):
            end = index - _heads_text(units, index - 1)
            flags[start:end] = [True] * (end - start)
        start = index + 1
    return flags


def _heads_text(units: Sequence[Unit], index: int) -> bool:
    """Whether the last of a row of entries stands apart, right above a text: as headlines do."""
    if not units[index].apart or _known_menu(units[index]) or index + 1 == len(units):
        return False
    return units[index + 1].shape.prose


def _known_menu(unit: Unit) -> bool:
    return (
        unit.clutter is not None
        and unit.shape.words <= 2 * _MENU_WORDS
        and not unit.shape.sentence
        and unit.clutter.reason in {"menu", "sign-in box", "legal notice", "follow links"}
    )


def _links(unit: Unit, source: str) -> bool:
    """Whether the unit could stand in a row of links that no word gives away."""
    if source == "html":
        return unit.markup.links >= _LINKED and not unit.shape.sentence
    return _bare(unit) and unit.clutter is None and not unit.shape.bullet


def rows(units: Sequence[Unit], calm: float, source: str) -> list[bool]:
    """Say of each unit whether it stands in a long row of short lines, on a cluttered page."""
    flags = [False] * len(units)
    start = 0
    if calm < _CLUTTERED_CALM or source == "markdown":
        return flags
    for index in range(len(units) + 1):
        if index < len(units) and _links(units[index], source):
            continue
        announced = start and units[start - 1].shape.colon
        if index - start >= _MENU_LINES and not announced:
            flags[start:index] = [True] * (index - start)
        start = index + 1
    return flags


def teasers(units: Sequence[Unit]) -> list[bool]:
    """Say of each unit whether it is a short text in a list of other articles.

    Such a list ends where the text goes on for more than a teaser.
    """
    flags = [False] * len(units)
    listed, since = False, 0
    for index, unit in enumerate(units):
        if unit.clutter and _heads_others(unit):
            listed, since = unit.clutter.certainty >= CERTAIN, index
            continue
        following = units[index + 1] if index + 1 < len(units) else None
        goes_on = _told(unit) and following is not None and _told(following)
        if goes_on or (unit.shape.prose and unit.shape.words >= _NO_TEASER):
            listed = False
        flags[index] = listed = listed and index - since <= _TEASERS
    return flags


def _told(unit: Unit) -> bool:
    """Whether the unit is a sentence at least, not the name of something."""
    form = unit.shape
    return form.words >= _TEASER and (form.prose or form.sentence) and not form.cut


def _heads_others(unit: Unit) -> bool:
    """Whether the unit is a heading over what is not this article, not such a thing itself."""
    if unit.clutter is None or unit.markup.region in OUTSIDE or unit.shape.words > _BREAK_EVEN:
        return False
    inline = ":" in unit.text.rstrip(": ")
    return not inline and unit.clutter.reason in {"related list", "about the author"}


def bridged(units: Sequence[Unit]) -> list[bool]:
    """Say of each unit whether it stands between two parts of one request for consent."""
    flags = [False] * len(units)
    last = -1
    for index, unit in enumerate(units):
        if unit.clutter is None or unit.clutter.reason != "cookie notice":
            continue
        if 0 <= last < index - 1 <= last + _BOX_LINES:
            flags[last + 1 : index] = [True] * (index - last - 1)
        last = index
    return flags


def calmness(units: Sequence[Unit], aside: Sequence[str]) -> float:
    """Return how much short lines weigh, 0 to 1: little where nothing on the page is clutter."""
    if not units:
        return 1.0
    clutter = sum(bool(flag) or is_evidence(unit) for unit, flag in zip(units, aside, strict=True))
    return min(1.0, _CALMEST + clutter / len(units) / _CLUTTERED)


def home(units: Sequence[Unit]) -> str:
    """Return the region of the page that holds most of its prose, "" where none does."""
    words = {"article": 0.0, "main": 0.0, "": 0.0}
    for unit in units:
        region = unit.markup.region
        if unit.shape.prose and region not in OUTSIDE:
            key = region if region in words else ""
            words[key] += unit.shape.words
    return next((name for name in _INSIDE if words[name] * 2 > sum(words.values())), "")
