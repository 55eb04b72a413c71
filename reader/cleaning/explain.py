"""What spoke for and against each line, for a person who asks. Pure; judges nothing itself."""

from collections.abc import Iterator

from reader.cleaning.lexicon import CERTAIN, LIKELY
from reader.cleaning.repetition import ALONE, Repetition, repeated
from reader.cleaning.surroundings import CONSENT, LINKS, MENU, OTHERS, Surroundings
from reader.cleaning.units import Unit, is_long, units
from reader.cleaning.worth import worths
from reader.model import Explained, Kind, RawDocument

_LINKED = 0.05  # share of link characters worth a word
_IN = {
    MENU: "in a row of menu entries",
    CONSENT: "in a box that asks for consent",
    LINKS: "in a row of links",
    OTHERS: "in a list of other articles",
}


def explain(raw: RawDocument, repetition: Repetition = ALONE) -> tuple[Explained, ...]:
    """Return what is seen in each line, what that is worth, and what moved the nets.

    Lines of one wrapped paragraph share what is said of it; a blank line has nothing. The nets
    are asked which features moved them in documents of up to 1,000 units, some milliseconds for
    each; and not asked at all where a document is so long that they have no part in judging it.
    """
    lines = [Explained()] * len(raw.lines)
    found = units(raw, repetition)
    if not found:
        return tuple(lines)
    if is_long(raw.lines):
        told = [Explained(tuple(_seen(unit, "", repetition))) for unit in found]
    else:
        told = _told(Surroundings(found, raw.format), repetition)
    for unit, explained in zip(found, told, strict=True):
        lines[unit.first : unit.last + 1] = [explained] * (unit.last + 1 - unit.first)
    return tuple(lines)


def _told(around: Surroundings, repetition: Repetition) -> list[Explained]:
    from reader.cleaning.nets.occlusion import (  # noqa: PLC0415 - numpy, at first use
        influences,
    )

    likely, moved = influences(around.units, around.source == "html")
    told: list[Explained] = []
    for index, (unit, value) in enumerate(zip(around.units, worths(around), strict=True)):
        aside = around.aside[index] or (OTHERS if around.others[index] else "")
        seen = _seen(unit, aside, repetition)
        told.append(Explained(tuple(seen), value, likely[index], moved[index]))
    return told


def _seen(unit: Unit, aside: str, repetition: Repetition) -> Iterator[str]:
    """Say what is seen in a unit, what tells most first."""
    if unit.clutter is not None:
        sure = unit.clutter.certainty
        certain = "certainly" if sure >= CERTAIN else "likely" if sure > LIKELY else "perhaps"
        yield f"{unit.clutter.reason} by its words ({certain})"
    if unit.level:
        yield repeated(unit.count, repetition.pages)
    if aside:
        yield _IN[aside]
    if unit.dated:
        yield "a date and nothing else"
    if unit.byline is not None:
        yield f"names {unit.byline.author} as its author" if unit.byline.author else "a byline"
    markup = unit.markup
    if markup.region:
        yield f"in <{markup.region}>"
    if markup.kind is not Kind.TEXT:
        yield f"marked as {markup.kind}"
    if markup.links >= _LINKED:
        yield f"{markup.links:.0%} link"
    form = unit.shape
    yield from (
        word
        for word, is_so in (
            ("prose", form.prose),
            ("ends as a sentence", form.sentence and not form.prose),
            ("ends in a colon", form.colon),
            ("breaks off", form.cut),
            ("with separators", form.separators > 0),
            ("with a bullet", form.bullet),
            ("without letters", not form.letters),
        )
        if is_so
    )
    yield f"{form.words:.0f} word{'s' if round(form.words) != 1 else ''}"
