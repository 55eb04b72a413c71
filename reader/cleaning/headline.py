"""Which line is the headline, and what it says without the crumbs and dates around it."""
# ruff: noqa: RUF001 — letters and marks of other scripts, as pages write them

import re
from collections.abc import Sequence
from dataclasses import dataclass
from math import log

from reader.cleaning.bylines import alone
from reader.cleaning.captions import is_caption, is_dated_caption
from reader.cleaning.dates import dates, is_date_bar, says_other, says_published, says_updated
from reader.cleaning.declared_title import cleaned, declaring, worded
from reader.cleaning.folding import plain_words
from reader.cleaning.hints import CRUMBS, DIGIT, hints
from reader.cleaning.stopwords import STOPWORDS
from reader.cleaning.units import OUTSIDE, Unit
from reader.model import Kind

_LONGEST = 35  # words of a headline
_LONGEST_CHARACTERS = 300
_GOOD = range(4, 23)  # words most headlines have
_PREFIX = 18  # characters a truncated copy must share with the headline
_ENOUGH = 0.0  # points from which a candidate is a headline
_AROUND = 5  # units within which a byline or a date belongs to a headline
_RAN_ON = 2.5  # points against a line that the text goes on from at once
_HEAD = frozenset({"login", "menu", "navigation", "account box", "search box"})
_CRUMB = re.compile(r"\S\s*[›»>‹→]\s*\S|\S\s+//?\s+\S|\S\s+\|\s+\S")
_NEVER = frozenset({"menu", "cookie notice"})
_WITHOUT_ARTICLE = 30  # units in which a page that has no article may have a headline
_FAR = 0.06  # points against each unit between a line and the article
_BEFORE_BOX = 4.0  # points against the heading of a box
_TOP = 4  # units at the top of a page, where its name and its slogan stand
_SLOGAN = 3.0  # points against a line of the top that is followed by what heads the page
_OPENING = 1.5  # points for a line right below crumbs
_SECOND = 1.0  # points against a line right below one that could be a headline
_KEYED = re.compile(
    r"^(?:(?:skip|go|jump) to|you are|tested by|more info)\b|^(?:location|joined|posts?|versions?"
    r"|currency|authors?|source|tags?|categor(?:y|ies)|from|filed under|registriert|wohnort"
    r"|ort|rang|inscrit|mensajes|registrado|topic starter|status|reputation|likes|sections?"
    r"|rubrik|ressort|rubrique|sección|sezione|рубрика|раздел|tel|e-?mail|issue|vol)\s?[:：]\s?\S",
    re.IGNORECASE,
)
_TRUST = 1.0  # points for each factor e of the odds that the nets give
_LEAST_CHANCE, _MOST_CHANCE = 0.002, 0.7  # beyond which it makes no difference
_RARE = 4.0  # log-odds against a line that nothing speaks for
_SURE = 0.5  # chance from which a heading is the title whatever the page declares
_LEAST_TOPIC = 3  # letters of a word that says what a text is about


@dataclass(frozen=True, slots=True)
class Headline:
    """The unit that is the headline (None: it stands nowhere) and its text, cleaned."""

    index: int | None
    text: str


def is_copy(unit: Unit, title: str) -> bool:
    """Whether a unit says the title again: whole, cut short, or run together with crumbs."""
    own = unit.plain
    if not own or not title:
        return False
    if own == title:
        return True
    if unit.shape.cut and len(own) >= _PREFIX and title.startswith(own):
        return True
    if len(own) > 2 * len(title) + 80:
        return False
    head = title[: 2 * _PREFIX]
    at = own.find(head) if len(head) >= _PREFIX else -1
    if at < 0:
        return False
    rest = own[at:]
    if at == 0:
        return len(own) <= len(title) + 40 and own.startswith(title) and not unit.shape.sentence
    return title.startswith(rest) or rest == title


def _topic(units: Sequence[Unit], runs: Sequence[tuple[int, int]]) -> set[str]:
    words: set[str] = set()
    for start, end in runs:
        for unit in units[start:end]:
            if unit.shape.prose:
                words.update(plain_words(unit.text))
    return words - STOPWORDS


def _agreement(unit: Unit, topic: set[str]) -> float:
    words = [
        word for word in unit.plain.split() if len(word) > _LEAST_TOPIC and word not in STOPWORDS
    ]
    return sum(word in topic for word in words) / len(words) if words and topic else 0.0


def _possible(unit: Unit) -> bool:
    form = unit.shape
    if form.words > _LONGEST or len(unit.text) > _LONGEST_CHARACTERS or not form.letters:
        return False
    if unit.markup.kind in (Kind.META, Kind.CODE, Kind.TABLE, Kind.QUOTE):
        return False
    if form.prose and form.sentence and unit.markup.kind is not Kind.HEADING:
        return unit.text[-1:] in "?!？！"
    if _KEYED.match(unit.text) or (says_other(unit.text) and any(dates(unit.text))):
        return False
    if hints(unit.text) & DIGIT and form.words <= 2 * _GOOD.start + 2:
        opening = unit.text[:_PREFIX]
        if says_updated(opening) or says_published(opening):
            return False
    return not unit.dated and not form.colon and not (form.bullet and form.words < _GOOD.start)


def _points(unit: Unit, topic: set[str]) -> float:
    """Return how much a unit looks like a headline, by itself and by the text of the article."""
    form = unit.shape
    points = 2.0 if int(form.words) in _GOOD else 0.5 if form.words >= 2 else -1.5
    agreement = _agreement(unit, topic)
    points += 3.0 * agreement * min(1.0, form.words / _GOOD.start)
    if unit.markup.kind is Kind.HEADING:
        points += {1: 5.0, 2: 2.0}.get(unit.markup.level, 0.5)
    if unit.markup.region in OUTSIDE:
        points -= 6.0
    if unit.clutter:
        points -= 6.0 * unit.clutter.certainty
    if unit.byline:
        points -= 6.0
    if unit.markup.kind is Kind.CAPTION or form.bullet or unit.markup.kind is Kind.ITEM:
        points -= 3.0
    points -= 0.6 * unit.level * (1 - agreement)  # other pages may list this one's headline
    points -= 3.0 * is_caption(unit) + 2.0 * is_dated_caption(unit)
    points -= 2.0 * (form.sentence and unit.text[-1:] not in "?!") + 2.0 * form.cut
    points -= (1.0 + form.sentence) * (form.inner > 0) + 1.5 * min(2, form.separators)
    points -= 2.0 * (unit.text[-1:] in ")）" or unit.text.count(": ") > 1)
    points -= 2.0 * unit.text[:1].islower() + 4.0 * (unit.text[-1:] in ",;،、")
    return points


def headline(
    units: Sequence[Unit],
    runs: Sequence[tuple[int, int]],
    declared: str,
    aside: Sequence[str],
    likely: Sequence[float] = (),
) -> Headline:
    """Choose the headline among the units before the article and at its very start.

    The line that says what is declared is the headline, in its own words if one of them has a site
    or a crumb besides. Where no line says it, a heading of the first level that the nets are sure
    of wins over it. `likely` is how likely each unit is to be the headline, 0 to 1, by the nets;
    empty where they said nothing.
    """
    last = _last_place(units, runs)
    start = runs[0][0] if runs else last
    told = declaring(units[:last], declared, likely) if declared else None
    if told is not None:
        return Headline(_nearest_copy(units, told, start), worded(units[told], declared))
    chosen = _best(units, runs, last, aside, likely)
    if chosen is None or (declared and units[chosen].markup.level != 1):
        return Headline(None, declared)
    place = _nearest_copy(units, chosen, start)
    if declared and not (likely and likely[chosen] >= _SURE):
        return Headline(place, declared)
    return Headline(place, cleaned(units[place].text))


def _best(
    units: Sequence[Unit],
    runs: Sequence[tuple[int, int]],
    last: int,
    aside: Sequence[str],
    likely: Sequence[float],
) -> int | None:
    """Return which of the units before `last` looks most like a headline, None where none does."""
    best, chosen = _ENOUGH, None
    start = runs[0][0] if runs else last
    topic = _topic(units, runs)
    spaced = any(unit.apart for unit in units[1:]) or not any(unit.shape.prose for unit in units)
    copies: dict[str, int] = {}
    for unit in units[: start + 3]:
        copies[unit.plain] = copies.get(unit.plain, 0) + 1
    for index in range(last):
        unit = units[index]
        if not _possible(unit) or aside[index] in _NEVER or _signs(units, index):
            continue
        if _brackets(units, index):
            continue
        points = _points(unit, topic)
        if likely and not is_caption(unit):
            points += _learned(likely[index])
        copied = _copied(unit, units[: start + 2], index, copies)
        if not runs and index and not copied and unit.markup.kind is not Kind.HEADING:
            continue
        points += copied - _FAR * max(0, start - index) * bool(runs)
        points += _by_its_place(units, index)
        points -= _SLOGAN * (
            index < _TOP and bool(runs) and _heads_page(units, index, start, aside)
        )
        points += _OPENING * bool(index and _is_crumbs(units[index - 1]))
        points -= _second(units, index)
        points -= _RAN_ON * (spaced and _runs_on(units, index)) + _BEFORE_BOX * _heads_box(
            units, index
        )
        if points > best:
            best, chosen = points, index
    return chosen


def _learned(chance: float) -> float:
    """Return points for what the nets say: none against a line, they do not know every form."""
    chance = min(max(chance, _LEAST_CHANCE), _MOST_CHANCE)
    return _TRUST * max(0.0, log(chance / (1 - chance)) + _RARE)


def _by_its_place(units: Sequence[Unit], index: int) -> float:
    """Return points for standing above the byline or the date, and against standing below it."""
    points = 0.0
    above = units[max(0, index - _AROUND) : index]
    below = units[index + 1 : index + 1 + _AROUND]
    if any(_tells_origin(unit) for unit in below):
        points += 2.0
    if any(_tells_origin(unit) for unit in above):
        points -= 2.0
    return points


def _heads_page(units: Sequence[Unit], index: int, start: int, aside: Sequence[str]) -> bool:
    """Whether menus, crumbs, a date bar or a login stand between a line and the article."""
    return any(
        aside[at] == "menu" or _is_head(units[at])
        for at in range(index + 1, min(start, len(units)))
    )


def _is_head(unit: Unit) -> bool:
    if is_date_bar(unit.text) or (unit.clutter and unit.clutter.reason in _HEAD):
        return True
    return unit.shape.separators > 1 and not unit.shape.prose and unit.byline is None


def _is_crumbs(unit: Unit) -> bool:
    if unit.shape.words > _GOOD.stop or unit.shape.prose or not hints(unit.text) & CRUMBS:
        return False
    return bool(_CRUMB.search(unit.text))


def _could_head(unit: Unit) -> bool:
    """Whether a line above another is as good a headline: the other would be its standfirst."""
    form = unit.shape
    if int(form.words) not in _GOOD or unit.clutter or unit.byline or unit.level or form.bullet:
        return False
    return not (form.separators or form.sentence or is_caption(unit)) and _possible(unit)


def _second(units: Sequence[Unit], index: int) -> float:
    """Return points against a line below one that could be the headline: surely below crumbs."""
    if not index:
        return 0.0
    above = units[index - 1]
    crumbs = index > 1 and _is_crumbs(units[index - 2])
    return _SECOND * ((1 + crumbs) * _could_head(above) + 2 * (crumbs and _is_brief(above)))


def _is_brief(unit: Unit) -> bool:
    form = unit.shape
    brief = 2 <= form.words < _GOOD.start and unit.apart and not unit.level
    return brief and _possible(unit) and not (unit.clutter or unit.byline or form.separators)


def _brackets(units: Sequence[Unit], index: int) -> bool:
    """Whether a brief line stands above and below one that could be the headline: a section."""
    unit = units[index]
    if unit.shape.words >= _GOOD.start or index + 2 >= len(units):
        return False
    return units[index + 2].plain == unit.plain and _could_head(units[index + 1])


def _signs(units: Sequence[Unit], index: int) -> bool:
    """Whether a line is the name that a bare "By" above it announces."""
    above = units[index - 1].byline if index else None
    return above is not None and not above.author and not any(dates(units[index - 1].text))


def _tells_origin(unit: Unit) -> bool:
    if unit.byline is not None or (unit.dated and not is_date_bar(unit.text)):
        return True
    return unit.shape.words <= _GOOD.start and not unit.clutter and bool(alone(unit.text))


def _heads_box(units: Sequence[Unit], index: int) -> bool:
    """Whether the next line belongs to a box that asks for consent or for an address."""
    following = units[index + 1].clutter if index + 1 < len(units) else None
    return following is not None and following.reason in {"cookie notice", "newsletter box"}


def _nearest_copy(units: Sequence[Unit], index: int, start: int) -> int:
    """Return the first copy of a headline that no clutter parts from the article."""
    nearest, parted = index, False
    for at in range(index + 1, min(start + 2, len(units))):
        unit = units[at]
        if unit.plain and unit.plain == units[index].plain:
            nearest, parted = (at if parted else nearest), False
        elif unit.clutter and not unit.dated and unit.byline is None:
            parted = True
    return nearest


def _runs_on(units: Sequence[Unit], index: int) -> bool:
    """Whether the next line goes on without the space that a headline leaves below it."""
    following = units[index + 1 : index + 2]
    if not following or following[0].apart or units[index].markup.kind is Kind.HEADING:
        return False
    below = following[0]
    return not (below.dated or below.byline or is_caption(below) or is_dated_caption(below))


def _copied(unit: Unit, before: Sequence[Unit], index: int, copies: dict[str, int]) -> float:
    """Return points for standing there twice, or at the end of the crumbs."""
    if len(unit.plain) < _PREFIX:
        return 0.0
    if copies.get(unit.plain, 0) > 1:
        return 3.0
    head = unit.plain[: 2 * _PREFIX]
    others = [
        other
        for at, other in enumerate(before)
        if at != index and (other.shape.cut or head in other.plain)
    ]
    return 3.0 if any(is_copy(other, unit.plain) for other in others) else 0.0


def _last_place(units: Sequence[Unit], runs: Sequence[tuple[int, int]]) -> int:
    """Return the index before which the headline stands: in the article's run, before its prose."""
    if not runs:
        return min(len(units), _WITHOUT_ARTICLE)
    start, end = runs[0]
    last = start
    while last < end and not (units[last].shape.prose and units[last].shape.inner):
        last += 1
    return min(max(last, start + 1), start + 4, len(units))
