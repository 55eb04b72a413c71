"""What a kept unit is: heading, list, caption or body; and why another one is left out."""
# ruff: noqa: RUF001 — letters and marks of other scripts, as pages write them

from collections.abc import Sequence

from reader.cleaning.captions import is_caption
from reader.cleaning.lexicon import CERTAIN, OPENS, names_section
from reader.cleaning.repetition import MANY, MOST, repeated
from reader.cleaning.units import OUTSIDE, Unit
from reader.model import Kind, Label

CONSENT_WALL = "a request for consent, where the article should be"
"""The reason of what would be the article, if it did not ask for consent."""

_HEADING_WORDS = 13
_LISTED_WORDS = 15  # of a line that belongs to a list without bullets
_MOST_LISTED = 40  # lines of such a list
_BOX_WORDS = 32  # of a sentence that is set aside inside the article for how it starts
_LINKED = 0.9  # share of link characters of a line that is nothing but links
_LINK_WORDS = 25
_FROM_KIND = {
    Kind.HEADING: Label.HEADING,
    Kind.ITEM: Label.LIST,
    Kind.CAPTION: Label.CAPTION,
    Kind.QUOTE: Label.BODY,
    Kind.CODE: Label.BODY,
    Kind.TABLE: Label.BODY,
}
_BY_REGION = {
    "nav": "menu",
    "footer": "page footer",
    "aside": "side column",
    "form": "form",
    "header": "page header",
}


def looks_like_heading(unit: Unit, following: Unit | None) -> bool:
    """Whether a line of plain text heads what follows it."""
    form = unit.shape
    if following is None or form.words > _HEADING_WORDS or form.bullet or not form.letters:
        return False
    if unit.text[:1].islower() or unit.text[-1:] in ".,;:!…。、：":
        return False
    if following.dated or following.byline:
        return False
    return following.shape.prose or (unit.apart and following.apart and following.shape.sentence)


def content_label(unit: Unit, following: Unit | None) -> Label:
    """Return which part of the article a kept unit is."""
    known = _FROM_KIND.get(unit.markup.kind)
    if known:
        return known
    if unit.shape.bullet:
        return Label.LIST
    if is_caption(unit):
        return Label.CAPTION
    bullets = following is not None and following.shape.bullet and unit.shape.words <= _LISTED_WORDS
    heads = looks_like_heading(unit, following) or names_section(unit.text)
    if heads or (bullets and not unit.shape.sentence and not unit.shape.colon):
        return Label.HEADING
    return Label.BODY


def listed(units: Sequence[Unit], index: int) -> int:
    """Return how many units after `index` are the list it announces, by a colon or by its name."""
    rest = units[index + 1 : index + 1 + _MOST_LISTED]
    if not rest or not (units[index].shape.colon or names_section(units[index].text)):
        return 0
    bullets = _is_item(rest[0])
    apart = rest[0].apart if len(rest) < 2 else rest[1].apart
    count = 0
    for place, unit in enumerate(rest):
        following = rest[place + 1] if place + 1 < len(rest) else None
        if unit.clutter or unit.dated or unit.level >= MANY or unit.markup.region in OUTSIDE:
            break
        if bullets != _is_item(unit) or (place and unit.apart and not apart):
            break
        if not bullets and (unit.shape.words > _LISTED_WORDS or unit.shape.prose):
            break
        if not bullets and count and looks_like_heading(unit, following):
            break
        count += 1
    return count if bullets or count > 1 else 0


def _is_item(unit: Unit) -> bool:
    return unit.shape.bullet or unit.markup.kind is Kind.ITEM


def clutter_reason(unit: Unit, aside: str, pages: int) -> str:
    """Return the most telling reason to set a unit aside wherever it stands, or ""."""
    if unit.clutter and unit.clutter.reason != "menu":
        return unit.clutter.reason
    if unit.level >= MANY:
        return repeated(unit.count, pages)
    if aside or unit.clutter:
        return aside or "menu"
    return _BY_REGION.get(unit.markup.region, "")


def _is_clutter(unit: Unit, heads: bool) -> bool:
    """Whether a unit inside the article is set aside for its words."""
    if unit.clutter is None:
        return False
    sure = unit.clutter.certainty >= OPENS
    if unit.shape.prose:
        asks = unit.clutter.reason == "cookie notice"
        return sure and (asks or unit.shape.words <= _BOX_WORDS)
    return sure or not heads


def inside_reason(
    unit: Unit,
    following: Unit | None,
    aside: str,
    mirrored: bool,
    source: str,
    pages: int,
    sure: bool = False,
) -> str:
    """Return why a unit in the middle of the article is not a part of it, or "" if it is.

    `mirrored`: most of this article stands on other pages too, so that repetition says nothing;
    `sure`: the nets know this line for article, so that its words and links say little.
    """
    kind, form = unit.markup.kind, unit.shape
    if kind is Kind.META:
        return "front matter"
    if unit.markup.region in OUTSIDE and not sure:
        return clutter_reason(unit, aside, pages)
    heading = kind is Kind.HEADING or names_section(unit.text)
    heads = heading or (unit.level < MOST and looks_like_heading(unit, following))
    caption = is_caption(unit)
    if unit.level >= MANY and not (mirrored or heading or caption) and (form.prose or not heads):
        return repeated(unit.count, pages)
    told = unit.clutter is not None and (not sure or unit.clutter.certainty >= CERTAIN)
    if unit.clutter and told and not caption and _is_clutter(unit, heads):
        return unit.clutter.reason
    if aside and not heading:
        return aside
    linked = source == "html" and unit.markup.links >= _LINKED and form.words <= _LINK_WORDS
    if linked and not form.sentence and not heading and not sure:
        return "link"
    return ""
