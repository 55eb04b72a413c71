"""The label of every unit: above the article, in it, and below it."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from reader.cleaning import labels
from reader.cleaning.bylines import alone
from reader.cleaning.captions import is_caption, is_dated_caption
from reader.cleaning.dates import dates, is_date_bar, says_other, says_published, without_dates
from reader.cleaning.folding import plain
from reader.cleaning.headline import Headline, is_copy
from reader.cleaning.units import OUTSIDE, Unit
from reader.model import Kind, Label

_NEAR_TITLE = 4  # units from the headline within which a date or a name is about the article
_NEAR_START = 6  # units into the article
_META_LIST = 50  # entries of a list in front matter
_NEAR_END = 4  # units from its end
_STANDFIRST_WORDS = 5
_STANDFIRST = 2  # units below the headline
_LONGEST_NAME = 60  # characters
_LONGEST_ORIGIN = 160  # characters of a line that tells who wrote and when
_LEFT_OVER = 4  # words beside the date on a line that tells the day of publication
_ORIGIN = frozenset({Label.DATE, Label.BYLINE})
_OTHERS = frozenset({"comment form", "related list", "about the author"})
_FROM_META = {
    "title": Label.TITLE,
    **dict.fromkeys(("author", "authors", "by", "byline", "creator"), Label.BYLINE),
    **dict.fromkeys(
        (
            *("date", "published", "pubdate", "datepublished", "publisheddate", "publishdate"),
            *("publicationdate", "publishedtime", "publishedat", "dateissued", "issued"),
        ),
        Label.DATE,
    ),
}
_KEY_SIGNS = str.maketrans("", "", "-_ :.")

Verdict = tuple[Label, str]
"""A label, and the reason where it is boilerplate."""


@dataclass
class Layout:
    """Everything known of a document when its units are labelled.

    What is asked of many units is counted once: a page may have thousands of any kind of line.
    """

    units: Sequence[Unit]
    runs: Sequence[tuple[int, int]]
    title: Headline
    aside: Sequence[str]
    source: str
    pages: int
    known: bool  # the stop words of its language are known
    mirrored: bool
    unlike: Sequence[bool]  # the nets take it for no part of an article
    sure: Sequence[bool]  # they take it for one
    likely: Sequence[bool]  # they rather take it for one
    days: Sequence[bool]  # it is a day that heads a part of the text
    headlines: Sequence[int] = ()  # where the title stands before the text, copies too

    @cached_property
    def above_title(self) -> frozenset[str]:
        """What the units above the headline say, without case and spaces."""
        return frozenset(unit.plain for unit in self.units[: self.title.index or 0])

    @cached_property
    def prose(self) -> Sequence[int]:
        """How many units of prose stand before each unit, and at last how many there are."""
        return list(accumulate((unit.shape.prose for unit in self.units), initial=0))

    @cached_property
    def next_end(self) -> Sequence[int]:
        """Which unit that heads something else than the article comes next, itself included."""
        places = range(len(self.units) - 1, -1, -1)
        ends = accumulate(
            places,
            lambda below, at: at if _ends_article(self.units[at]) else below,
            initial=len(self.units),
        )
        return list(ends)[::-1]

    @cached_property
    def bare(self) -> Sequence[int]:
        """How many units that are no date and no byline stand before each, and how many in all."""
        bare = (not unit.dated and unit.byline is None for unit in self.units)
        return list(accumulate(bare, initial=0))

    @cached_property
    def opening_ends(self) -> int:
        """The first unit below the headline that is no date, no byline and no clutter."""
        first = 0 if self.title.index is None else self.title.index + 1
        for index in range(first, len(self.units)):
            unit = self.units[index]
            if not (unit.dated or unit.byline or unit.clutter):
                return index
        return len(self.units)

    @cached_property
    def dated_below(self) -> bool:
        """Whether there is a date between the headline and the beginning of the text."""
        start = self.runs[0][0]
        place = start if self.title.index is None else self.title.index
        return any(
            other.dated or (other.byline and any(dates(other.text)))
            for other in self.units[place + 1 : start + _NEAR_START]
        )

    @cached_property
    def authors(self) -> Sequence[tuple[int, str]]:
        """Whom the bylines above the text and at its start name, with their places."""
        return [
            (index, plain(unit.byline.author))
            for index, unit in enumerate(self.units[: self.runs[0][0] + _NEAR_START])
            if unit.byline is not None and unit.byline.author
        ]

    @cached_property
    def starts(self) -> Sequence[int]:
        """Where the parts of the article begin."""
        return [start for start, _ in self.runs]

    def run(self, index: int) -> tuple[int, int] | None:
        """Return the part of the article that a unit stands in, or None."""
        number = bisect_right(self.starts, index) - 1
        return self.runs[number] if number >= 0 and index < self.runs[number][1] else None

    def beneath(self, index: int) -> bool:
        """Whether a unit stands just below the title or below a copy of it."""
        number = bisect_left(self.headlines, index)
        return number > 0 and index - self.headlines[number - 1] <= _NEAR_TITLE

    def teased(self, index: int) -> bool:
        """Whether a unit is the standfirst, which other pages repeat where they point to this one.

        They repeat the headline with it; what the site itself says there stands below any.
        """
        unit, title = self.units[index], self.title.index
        if title is None or not 0 < index - title <= _STANDFIRST or self.aside[index]:
            return False
        said = unit.clutter is not None or unit.markup.region in OUTSIDE
        return unit.shape.sentence and not said and self.units[title].level >= unit.level > 0

    def after(self, index: int) -> Unit | None:
        """Return the unit that follows, or None."""
        return self.units[index + 1] if index + 1 < len(self.units) else None

    def reason(self, index: int, otherwise: str) -> str:
        """Return why a unit is clutter, or `otherwise`."""
        found = labels.clutter_reason(self.units[index], self.aside[index], self.pages)
        return found or otherwise


def label(layout: Layout) -> list[Verdict]:
    """Return a verdict for each unit, in order."""
    verdicts: list[Verdict] = []
    title = plain(layout.title.text)
    runs = layout.runs
    layout.headlines = _headlines(layout, title)
    seen: set[str] = set()
    listed = -1
    dated = False  # a date of publication stands above
    for index, unit in enumerate(layout.units):
        verdict = _shared(layout, index, title, seen)
        if verdict is None:
            if index <= listed and not layout.unlike[index]:
                verdict = (Label.LIST, "")
            elif layout.run(index):
                verdict = _inside(layout, index)
            elif index < runs[0][0]:
                verdict = _before(layout, index, seen)
            else:
                verdict = _below(layout, index)
                if verdict[0] is Label.DATE and dated and not says_published(unit.text):
                    verdict = (Label.BOILERPLATE, "after the article")
            dated = dated or (verdict[0] in _ORIGIN and any(dates(unit.text)))
            if verdict[0] in (Label.BODY, Label.HEADING, Label.LIST):
                listed = max(listed, index + labels.listed(layout.units, index))
        verdicts.append(verdict)
        if unit.plain:
            seen.add(unit.plain)
    return verdicts


def _headlines(layout: Layout, title: str) -> list[int]:
    """Return where the title stands, before the text and not within a list of titles."""
    chosen = layout.title.index
    last = max(layout.runs[0][0], chosen or 0) + 2
    says_it = [title and one.plain == title and not one.shape.bullet for one in layout.units[:last]]
    return [index for index, same in enumerate(says_it) if same or index == chosen]


def _meta(layout: Layout, index: int) -> Verdict:
    """Return what a line of front matter says; an entry of a list says what its key does."""
    unit = layout.units[index]
    above, top = index, max(0, index - _META_LIST)
    while (
        above > top
        and layout.units[above].text.startswith("-")
        and layout.units[above].text != "---"
    ):
        above -= 1
    key = layout.units[above].text.partition(":")[0].strip().lower()
    found = _FROM_META.get(key.translate(_KEY_SIGNS), Label.BOILERPLATE)
    empty = not any(map(str.isalnum, unit.text))
    if empty or (found is Label.TITLE and layout.title.index != index):
        found = Label.BOILERPLATE
    return found, "front matter" if found is Label.BOILERPLATE else ""


def _ends_article(unit: Unit) -> bool:
    """Whether a unit heads what readers write, or other articles: dates below are theirs."""
    return unit.clutter is not None and unit.clutter.reason in _OTHERS


def _shared(layout: Layout, index: int, title: str, seen: set[str]) -> Verdict | None:
    """Return the verdict that holds in every zone, or None."""
    unit = layout.units[index]
    start = layout.runs[0][0]
    if unit.markup.kind is Kind.META:
        return _meta(layout, index)
    if index == layout.title.index:
        return Label.TITLE, ""
    if index <= max(start, layout.title.index or 0) + 2 and is_copy(unit, title):
        return Label.BOILERPLATE, "repeats the title"
    beneath = layout.title.index is not None and 0 < index - layout.title.index <= _NEAR_TITLE
    earlier = seen if index < start else layout.above_title if beneath else ()
    again = unit.plain and unit.plain in earlier  # long lines have no plain form
    if again and not unit.dated and unit.byline is None:
        return Label.BOILERPLATE, layout.reason(index, "repeats an earlier line")
    return None


def _date_or_byline(layout: Layout, index: int) -> Label | None:
    """Return DATE or BYLINE for a unit that is one by its words, wherever it stands."""
    unit = layout.units[index]
    about = unit.text[:_LONGEST_ORIGIN]
    if layout.days[index] or (says_other(about) and not says_published(about)):
        return None
    if unit.dated:
        return Label.DATE
    if unit.byline is not None:
        return Label.BYLINE if unit.byline.author or not any(dates(unit.text)) else Label.DATE
    near = layout.beneath(index)
    most = (3 if near else 2) * _NEAR_TITLE + _LEFT_OVER
    if unit.shape.prose or not unit.plain or unit.shape.words > most:
        return None
    if any(dates(unit.text)):
        over = len(without_dates(unit.text).split())
        if over <= 1 or (over <= _LEFT_OVER and (near or says_published(unit.text))):
            return Label.DATE
        if near and not unit.shape.sentence and next(dates(unit.text)).start <= _LEFT_OVER:
            return Label.DATE
    return None


def _is_lone_name(layout: Layout, index: int) -> bool:
    """Whether a unit is a name below the title, beside a date or after a bare "By"."""
    unit = layout.units[index]
    if unit.shape.words > 2 * _NEAR_TITLE or unit.shape.sentence or not alone(unit.text):
        return False
    around = [layout.units[at] for at in (index - 1, index + 1) if 0 <= at < len(layout.units)]
    opened = index > 0 and around[0].byline is not None and not around[0].byline.author
    if opened:
        return True
    if unit.clutter or unit.plain == plain(layout.title.text):
        return False
    brief = len(unit.text.split()) <= _LEFT_OVER or "," in unit.text
    far = not layout.headlines or index - layout.headlines[-1] > 2 * _NEAR_TITLE
    if any(other.dated or other.byline is not None for other in around):
        return brief and not (far and layout.headlines)
    cased = unit.text.lower() != unit.text.upper()
    signed = any(
        layout.units[place].byline
        for place in range(index + 1, index + _NEAR_TITLE)
        if place < len(layout.units)
    )
    return cased and not signed and layout.beneath(index) and unit.markup.kind is not Kind.HEADING


def _before(layout: Layout, index: int, seen: set[str]) -> Verdict:
    unit, title = layout.units[index], layout.title.index
    found = _date_or_byline(layout, index)
    if found:
        return _meta_before(layout, index, found)
    if (title is not None and index > layout.headlines[0]) and _is_lone_name(layout, index):
        return Label.BYLINE, ""
    if layout.likely[index] and (title is None or index > title):
        return labels.content_label(unit, layout.after(index)), ""
    reason = "" if layout.teased(index) else layout.reason(index, "")
    if reason or title is None or index < title:
        return Label.BOILERPLATE, reason or "before the article"
    if is_caption(unit) or is_dated_caption(unit):
        return Label.CAPTION, ""
    form = unit.shape
    if not form.sentence and not _opens(layout, index):
        return Label.BOILERPLATE, "before the article"
    holds = form.stop > 0 or form.sentence or not layout.known or not form.spaced
    if form.words >= _STANDFIRST_WORDS and holds and not form.separators and not form.cut:
        return Label.BODY, ""
    last = index == layout.runs[0][0] - 1
    if unit.markup.kind is Kind.HEADING or (last and form.words >= 2 and not form.separators):
        return labels.content_label(unit, layout.after(index)), ""
    return Label.BOILERPLATE, "before the article"


def _opens(layout: Layout, index: int) -> bool:
    """Whether nothing but dates, bylines and clutter stands between the headline and a unit."""
    last = index == layout.runs[0][0] - 1
    return last or layout.title.index is None or layout.opening_ends >= index


def _meta_before(layout: Layout, index: int, found: Label) -> Verdict:
    """Tell the date of the article from the date of the day, and its author from others."""
    unit, title = layout.units[index], layout.title.index
    place = layout.runs[0][0] if title is None else title
    if layout.beneath(index):
        return found, ""
    bare = layout.bare[place] - layout.bare[index + 1] if index < place else 0
    bar = is_date_bar(unit.text)
    if index < place and any(dates(unit.text)) and layout.dated_below and (bare or bar):
        return Label.BOILERPLATE, "date bar"
    if bar and index < place and (bare or title is None):
        return Label.BOILERPLATE, "date bar"
    if bare > _NEAR_TITLE or (unit.level and found is Label.BYLINE and index < place):
        return Label.BOILERPLATE, layout.reason(index, "before the article")
    return found, ""


def _inside(layout: Layout, index: int) -> Verdict:
    unit = layout.units[index]
    run = layout.run(index)
    assert run is not None
    start, end = run
    found = _date_or_byline(layout, index)
    bar = index == 0 and is_date_bar(unit.text) and layout.title.index not in (1, None)
    if found and not bar and _is_edge(layout, index, start, end):
        return found, ""
    near = index > 0 and (index - start < 2 or layout.beneath(index))
    if near and _opens_text(layout, index, start) and _is_lone_name(layout, index):
        return Label.BYLINE, ""
    following = layout.after(index)
    if end - index <= 2 and _is_about_author(layout, index):
        return Label.BOILERPLATE, "about the author"
    if layout.unlike[index] and not (is_caption(unit) or is_dated_caption(unit)):
        return Label.BOILERPLATE, layout.reason(index, "unlike the article around it")
    reason = labels.inside_reason(
        unit,
        following,
        "" if layout.sure[index] else layout.aside[index],
        layout.mirrored or layout.teased(index),
        layout.source,
        layout.pages,
        layout.sure[index],
    )
    title = layout.title.index
    if not reason and title is not None and index < title and not unit.shape.prose:
        reason = "before the article"
    if reason:
        return Label.BOILERPLATE, reason
    if title is not None and title < index <= title + 2 and is_dated_caption(unit):
        return Label.CAPTION, ""
    return labels.content_label(unit, following), ""


def _opens_text(layout: Layout, index: int, start: int) -> bool:
    """Whether one paragraph at most stands above a unit in the article that begins at `start`."""
    return layout.prose[index] - layout.prose[start] <= 1


def _is_edge(layout: Layout, index: int, start: int, end: int) -> bool:
    """Whether a unit stands at the beginning or the end of a run of the article."""
    if index - start < _NEAR_START and _opens_text(layout, index, start):
        return True
    return end - index <= _NEAR_END and layout.prose[end] <= layout.prose[index + 1]


def _is_about_author(layout: Layout, index: int) -> bool:
    """Whether a unit starts with the name of one who wrote the article."""
    opening = plain(layout.units[index].text[:_LONGEST_NAME])
    return any(
        opening.startswith(author + " ") for place, author in layout.authors if place != index
    )


def _below(layout: Layout, index: int) -> Verdict:
    end = layout.runs[bisect_right(layout.starts, index) - 1][1]
    between = end != layout.runs[-1][1]
    apart = layout.next_end[end] < index
    if index - end < _NEAR_END and not between and not apart:
        found = _date_or_byline(layout, index)
        if found:
            return found, ""
    where = "between two parts of the article" if between else "after the article"
    return Label.BOILERPLATE, layout.reason(index, where)
