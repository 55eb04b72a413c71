"""What spoke for and against each line, for a person who asks. Pure; judges nothing itself."""

from collections.abc import Iterator, Sequence

from reader.cleaning.lexicon import CERTAIN, LIKELY
from reader.cleaning.repetition import ALONE, Repetition, repeated
from reader.cleaning.units import Unit, is_long, units
from reader.cleaning.worth import bridged, calmness, home, menus, rows, teasers, worth
from reader.model import Explained, Kind, RawDocument

_KNOWN_STOPS = 0.1  # share of stop words from which a document's language is known
_LINKED = 0.05  # share of link characters worth a word


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
    long = is_long(raw.lines)
    asides = [""] * len(found) if long else _aside(found, raw.format)
    told = (
        [_bare(unit, repetition) for unit in found]
        if long
        else _told(raw, found, asides, repetition)
    )
    for unit, explained in zip(found, told, strict=True):
        lines[unit.first : unit.last + 1] = [explained] * (unit.last + 1 - unit.first)
    return tuple(lines)


def _bare(unit: Unit, repetition: Repetition) -> Explained:
    return Explained(tuple(_seen(unit, "", repetition)))


def _told(
    raw: RawDocument, found: Sequence[Unit], asides: Sequence[str], repetition: Repetition
) -> list[Explained]:
    from reader.cleaning.nets.occlusion import (  # noqa: PLC0415 - numpy, at first use
        influences,
    )

    calm, where, known = calmness(found, asides), home(found), _knows_language(found)
    likely, moved = influences(found, raw.format == "html")
    return [
        Explained(
            tuple(_seen(unit, aside, repetition)),
            worth(unit, bool(aside) and aside != "list of other articles", calm, known, where),
            chance,
            because,
        )
        for unit, aside, chance, because in zip(found, asides, likely, moved, strict=True)
    ]


def _aside(found: Sequence[Unit], source: str) -> list[str]:
    """Return in what each unit stands that is seen by several lines only, "" where in none."""
    flags = [
        "row of menu entries" if menu else "box that asks for consent" if box else ""
        for menu, box in zip(menus(found), bridged(found), strict=True)
    ]
    calm = calmness(found, flags)
    others = teasers(found)
    for index, row in enumerate(rows(found, calm, source)):
        flags[index] = flags[index] or ("row of links" if row else "")
        flags[index] = flags[index] or ("list of other articles" if others[index] else "")
    return flags


def _knows_language(found: Sequence[Unit]) -> bool:
    total = sum(unit.shape.words for unit in found if unit.shape.spaced)
    stops = sum(unit.shape.words * unit.shape.stop for unit in found if unit.shape.spaced)
    return total > 0 and stops / total >= _KNOWN_STOPS


def _seen(unit: Unit, aside: str, repetition: Repetition) -> Iterator[str]:
    """Say what is seen in a unit, what tells most first."""
    if unit.clutter is not None:
        sure = unit.clutter.certainty
        certain = "certainly" if sure >= CERTAIN else "likely" if sure > LIKELY else "perhaps"
        yield f"{unit.clutter.reason} by its words ({certain})"
    if unit.level:
        yield repeated(unit.count, repetition.pages)
    if aside:
        yield f"in a {aside}"
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
