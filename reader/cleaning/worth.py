"""How much a unit looks like part of an article, in words of prose for or against it."""

from reader.cleaning.lexicon import CERTAIN
from reader.cleaning.repetition import SOME
from reader.cleaning.surroundings import Surroundings
from reader.cleaning.units import OUTSIDE, Unit
from reader.model import Kind

_BREAK_EVEN = 10  # words of a line that speak neither for nor against it
_MOST = 60  # words of a line that count: one long line is no article
_SENTENCE = 5.0  # bonus for ending as sentences do
_CLUTTER = 24.0  # against a line whose words are certainly clutter
_FEW_STOPS = 0.1  # share of stop words of a line that is hardly a sentence
_STRUCTURE = frozenset({Kind.HEADING, Kind.CODE, Kind.TABLE, Kind.QUOTE, Kind.CAPTION})
_BOX = 20.0  # against a box that stands inside many articles: it is set aside by itself
_BOXES = frozenset(
    {"advertisement", "share bar", "newsletter box", "related list", "photo counter"}
)
_REGION = 3.0  # against a line in navigation or a footer: it is set aside by itself
_AT_HOME = 1.5  # at most against a short line in the region of the article
_AWAY = 12.0  # against a line in another region
_HEADER = 10.0
_REPEATED = {0: 0.0, 1: 4.0, 2: 12.0, 3: 14.0}  # against a line, by level of repetition
_LINKED = 0.6  # share of link characters from which a line is a link
_CUT = 8.0  # against a line that breaks off in an ellipsis
_SEPARATOR = 4.0  # against a line, for each separator in it
_MOST_SEPARATORS = 4


def worth(unit: Unit, in_menu: bool, calm: float, known: bool, where: str = "") -> float:
    """Return the words of prose a unit is worth; below 0 it speaks for the end of the article.

    `known` says whether the stop words of the document's language are known to us, `where` which
    region of the page holds the article.
    """
    form = unit.shape
    if unit.markup.region in OUTSIDE:
        return -_REGION
    if unit.clutter and unit.clutter.reason in _BOXES and not form.prose:
        return -_BOX
    value = _own_worth(unit, known)
    if value < 0:
        value *= calm
    value -= _SEPARATOR * calm * min(form.separators, _MOST_SEPARATORS)
    if form.cut and form.words < 2 * _BREAK_EVEN:
        value -= _CUT * calm
    against = _against(unit, in_menu, value)
    if where and not against:
        return max(value, -_AT_HOME) if unit.markup.region == where else value - _AWAY
    return value - against


def worths(around: Surroundings) -> list[float]:
    """Return what each unit of a document is worth to the rules where it stands."""
    return [
        worth(unit, bool(aside) and not other, around.calm, around.known, around.home)
        for unit, aside, other in zip(around.units, around.aside, around.others, strict=True)
    ]


def _own_worth(unit: Unit, known: bool) -> float:
    """Return what a unit is worth by its form and kind alone."""
    form = unit.shape
    words = min(form.words, _MOST)
    value = words - _BREAK_EVEN
    if form.sentence and not form.cut and (form.stop > 0 or not known or not form.spaced):
        value += _SENTENCE
    if form.prose or (not known and words >= 2 * _BREAK_EVEN):
        return max(value, words / 2)
    if value > 0:
        return value * (0.5 if known and form.stop < _FEW_STOPS else 0.8)
    if unit.markup.kind in _STRUCTURE:
        return max(value, -2.0)
    if form.bullet or unit.markup.kind is Kind.ITEM:
        return max(value, -5.0)
    return value


def _against(unit: Unit, in_menu: bool, value: float) -> float:
    """Return what the words, the region, the links and the repetition of a unit take from it."""
    found = 0.0
    if in_menu:
        found = _CLUTTER
    elif unit.clutter and (unit.shape.words < 2 * _BREAK_EVEN or unit.clutter.certainty >= CERTAIN):
        found = _CLUTTER * unit.clutter.certainty
    if unit.markup.region == "header" and not unit.shape.prose:
        found = max(found, _HEADER)
    found = max(found, _REPEATED[unit.level] if unit.level > SOME else 0.0)
    if unit.markup.links >= _LINKED:
        found = max(found, _BREAK_EVEN + max(value, 0.0) / 2)
    if found and value > 0:
        found += value
    return found
