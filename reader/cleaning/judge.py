"""From lines to labelled lines: the one entrance of cleaning, whatever judges behind it."""

from collections.abc import Callable, Sequence
from functools import partial
from math import exp
from typing import NamedTuple

from reader.cleaning.declared_title import without_site
from reader.cleaning.diary import headed_by_days
from reader.cleaning.fingerprint import fingerprint
from reader.cleaning.headline import Headline, headline
from reader.cleaning.labels import CONSENT_WALL, listed
from reader.cleaning.lexicon import names_section
from reader.cleaning.metadata import described
from reader.cleaning.repetition import ALONE, MANY, MOST, Repetition, level, repeated
from reader.cleaning.span import best_run, spans
from reader.cleaning.surroundings import Surroundings, is_evidence
from reader.cleaning.units import LONGEST_LINE, OUTSIDE, Unit, is_long, units
from reader.cleaning.worth import worths
from reader.cleaning.zones import Layout, Verdict, label
from reader.model import CONTENT, Judged, Kind, Label, Line, RawDocument

_TITLE_LINES = 60  # of a long document, in which its headline is looked for
_STEEPNESS = 15.0  # words of prose by which a score changes from doubtful to sure
_LEAST_RUN = 12.0  # words of prose that make an article
_EVEN = 0.4  # chance from which a unit speaks for the article
_MOST, _FLOOR = 60.0, 2.0  # words of a unit that count at most, and are added to each
_TEASED = 4.0  # words against each unit of a list of other articles
_SECTION = 1.0  # words for "Ingredients"
_ANNOUNCED = 0.5  # at most against an entry of a list that a line announced
_BOX_UNITS = 6  # units of the boxes between two parts of one article
_SHORT_ARTICLE = 100.0  # words of prose above a box, which more of them would outweigh
_CONTINUED = 10.0  # words of prose that go on below a box
_ENDS = frozenset({"comment form", "copyright notice", "legal notice", "about the author"})
_TAIL = 4.0  # words against the short lines after the last prose that are kept with it
_MIRRORED = 0.5  # share of the article's words that other pages hold too
_PARTED = 0.25  # share of units below a blank line, from which such lines part blocks
_POSSIBLE = 0.15  # chance of a line that no other page has to be article, at least
_WALL_SHARE = 0.5  # of the words of a page without an article
_WHOLE = "nothing looked like an article: shown whole"
_LONG = "a long document: only repeated lines are set aside"


class Trust(NamedTuple):
    """How much is left to the nets."""

    weight: float  # of what they say, beside the rules, 0 to 1
    least: float  # chance below which a line inside the article is set aside
    doubtful: float  # the same for lines in one block with such a line
    sure: float  # chance from which a line inside it is kept, whatever its words
    likely: float  # chance from which a line between the headline and the article is kept


IN_TEXTS = Trust(0.7, 0.02, 0.35, 0.97, 0.8)
IN_PAGES = Trust(1.0, 0.3, 0.3, 0.9, 0.5)
"""Where elements are known the nets know more than the rules."""


class Likely(NamedTuple):
    """What nets say of each unit of a document, 0 to 1."""

    article: Sequence[float]
    title: Sequence[float] = ()  # empty: nothing


Chances = Callable[[Sequence[Unit]], Likely]


def judge(raw: RawDocument, repetition: Repetition = ALONE) -> Judged:
    """Label every line of a document, and tell what its lines say about it.

    The texts of the result are `raw.lines`, in order. `repetition` counts the fingerprints of
    lines on the pages of the same site, this page included.
    """
    return judge_with(partial(_learned, raw.format == "html"), raw, repetition)


def _learned(in_page: bool, found: Sequence[Unit]) -> Likely:
    from reader.cleaning.nets.dom import features_in_page  # noqa: PLC0415 - numpy, at first use
    from reader.cleaning.nets.features import features  # noqa: PLC0415
    from reader.cleaning.nets.network import said  # noqa: PLC0415

    likely = said(features_in_page(found) if in_page else features(found))
    return Likely(likely.article.tolist(), likely.title.tolist())


def judge_with(chances: Chances, raw: RawDocument, repetition: Repetition = ALONE) -> Judged:
    """Judge as `judge` does, with other nets than those that are shipped."""
    if is_long(raw.lines):
        return _judge_long(chances, raw, repetition)
    found = units(raw, repetition)
    if not found:
        return Judged(_lines(raw, found, [], []), raw.metadata)
    around = Surroundings(found, raw.format)
    aside = around.aside
    likely, titles = chances(found)
    trust = IN_PAGES if raw.format == "html" else IN_TEXTS
    values = _values(around, likely, trust.weight)
    runs = _runs(found, values, aside)
    if any(unit.level >= MOST for unit in found):
        runs = _grown(found, runs, aside, likely)
    title = _headline(raw, found, runs, aside, titles)
    days = headed_by_days(found)
    layout = Layout(
        units=found,
        runs=runs or [(0, len(found))],
        title=title,
        aside=aside,
        source=raw.format,
        pages=repetition.pages,
        known=around.known,
        mirrored=_mirrored(found, runs),
        unlike=_unlike(found, likely, trust, days) if runs else [False] * len(found),
        sure=[chance >= trust.sure for chance in likely],
        likely=[chance >= trust.likely for chance in likely],
        days=days,
    )
    verdicts = _verdicts(layout, found_article=bool(runs))
    metadata = described(raw, found, [verdict[0] for verdict in verdicts], title.text)
    return Judged(_lines(raw, found, verdicts, values), metadata)


def _barriers(found: Sequence[Unit]) -> list[int]:
    """Return the units at which readers' comments begin."""
    prose = 0
    barriers: list[int] = []
    for index, unit in enumerate(found):
        prose += unit.shape.prose
        if prose and unit.clutter and unit.clutter.reason == "comment form":
            barriers.append(index)
    return barriers


def _values(around: Surroundings, likely: Sequence[float], weight: float) -> list[float]:
    """Return what each unit is worth where it stands."""
    values: list[float] = []
    found = around.units
    announced = -1  # index of the last unit of a list that a colon or a heading announces
    for index, (unit, flag, other, value) in enumerate(
        zip(found, around.aside, around.others, worths(around), strict=True)
    ):
        learned = (likely[index] - _EVEN) * (min(unit.shape.words, _MOST) + _FLOOR)
        value = (1 - weight) * value + weight * learned
        if other:
            value = min(value, -_TEASED)
        elif index <= announced:
            value = max(value, -_ANNOUNCED)
        if names_section(unit.text):
            value = max(value, _SECTION)
        if not unit.clutter and not flag:
            entries = listed(found, index)
            if entries:
                announced, value = max(announced, index + entries), max(value, -_ANNOUNCED)
        values.append(value)
    return values


def _unlike(
    found: Sequence[Unit], likely: Sequence[float], trust: Trust, days: Sequence[bool]
) -> list[bool]:
    """Say which units the nets take for no part of an article, and which of their blocks with them.

    Two thresholds, as for the edges of a picture (Canny 1986): what is doubtful alone is not
    beside what is sure. Where blank lines are rare they part no blocks.
    """
    flags = [chance < trust.least and not day for chance, day in zip(likely, days, strict=True)]
    if sum(unit.apart for unit in found) < _PARTED * len(found):
        return flags
    downwards = [(index, index - 1, index) for index in range(1, len(flags))]
    upwards = [(index, index + 1, index + 1) for index in reversed(range(len(flags) - 1))]
    for index, beside, lower in downwards + upwards:
        doubtful = likely[index] < trust.doubtful and not days[index]
        if flags[beside] and doubtful and not found[lower].apart:
            flags[index] = True
    return flags


def _runs(
    found: Sequence[Unit], values: Sequence[float], aside: Sequence[str]
) -> list[tuple[int, int]]:
    """Return where the article stands, with the short lines at its end that belong to it."""
    clutter = [bool(flag) or is_evidence(unit) for unit, flag in zip(found, aside, strict=True)]
    runs = [run for run in spans(values, _barriers(found)) if sum(values[slice(*run)]) > _LEAST_RUN]
    if not runs:
        return []
    if not any(clutter):
        return [(0, len(found))]
    if sum(values[slice(*runs[-1])]) < _SHORT_ARTICLE:
        runs += _continued(found, values, runs[-1][1])
    start, end = runs[-1]
    if end < len(found) and not clutter[end]:
        end += 1 + listed(found, end) if listed(found, end) else 0
    tail = end
    while tail < len(found) and not clutter[tail] and -sum(values[end : tail + 1]) < _TAIL:
        tail += 1
    runs[-1] = (start, tail)
    return runs


def _grown(
    found: Sequence[Unit],
    runs: Sequence[tuple[int, int]],
    aside: Sequence[str],
    likely: Sequence[float],
) -> list[tuple[int, int]]:
    """Return the runs with what stands below them, up to lines that other pages hold too.

    Between such lines a site puts the article: what is there and only there belongs to it, if its
    form and its words do not speak against it.
    """

    def own(index: int) -> bool:
        unit = found[index]
        return not (unit.level or unit.clutter or aside[index]) and likely[index] >= _POSSIBLE

    grown: list[tuple[int, int]] = []
    for number, (start, end) in enumerate(runs):
        limit = runs[number + 1][0] if number + 1 < len(runs) else len(found)
        while end < limit and own(end):
            end += 1
        grown.append((start, end))
    return grown


def _continued(found: Sequence[Unit], values: Sequence[float], end: int) -> list[tuple[int, int]]:
    """Return the runs below the article that only a box or two part from it."""
    more: list[tuple[int, int]] = []
    while end < len(found):
        limit = next((at for at in range(end, len(found)) if _ends(found[at])), len(found))
        start, after = best_run(values, end, limit)
        if start == after or start - end > _BOX_UNITS:
            break
        if sum(values[start:after]) < _CONTINUED:
            break
        more.append((start, after))
        end = after
    return more


def _ends(unit: Unit) -> bool:
    """Whether nothing of the article stands below a unit."""
    return unit.clutter is not None and unit.clutter.reason in _ENDS


def _headline(
    raw: RawDocument,
    found: Sequence[Unit],
    runs: Sequence[tuple[int, int]],
    aside: Sequence[str],
    likely: Sequence[float],
) -> Headline:
    declared = without_site(raw.metadata.title, raw.metadata.site)
    for index, unit in enumerate(found):
        if unit.markup.kind is not Kind.META:
            break
        key, colon, value = unit.text.partition(":")
        if colon and key.strip().lower() == "title" and value.strip(" \"'"):
            return Headline(index, declared or value.strip(" \"'"))
    return headline(found, runs, declared, aside, likely)


def _verdicts(layout: Layout, found_article: bool) -> list[Verdict]:
    verdicts = label(layout)
    if not found_article and layout.title.index is not None and _is_wall(layout.units):
        return [
            (Label.BOILERPLATE, CONSENT_WALL) if one in CONTENT else (one, reason)
            for one, reason in verdicts
        ]
    if any(verdict[0] in CONTENT for verdict in verdicts):
        return verdicts
    if all(verdict[0] is not Label.BOILERPLATE for verdict in verdicts):
        return verdicts
    return [
        (Label.BODY, _WHOLE) if one is Label.BOILERPLATE and unit.markup.kind is not Kind.META
        else (one, reason)
        for unit, (one, reason) in zip(layout.units, verdicts, strict=True)
    ]  # fmt: skip


def _is_wall(found: Sequence[Unit]) -> bool:
    """Whether a request for consent took the place of the article."""
    words = sum(unit.shape.words for unit in found)
    asking = sum(
        unit.shape.words
        for unit in found
        if unit.clutter is not None and unit.clutter.reason == "cookie notice"
    )
    return asking > _WALL_SHARE * words


def _mirrored(found: Sequence[Unit], runs: Sequence[tuple[int, int]]) -> bool:
    """Whether most of the article stands on other pages too: copies, not clutter."""
    prose = [unit for unit in found if unit.shape.prose and unit.markup.region not in OUTSIDE]
    words = sum(unit.shape.words for unit in prose)
    again = sum(unit.shape.words for unit in prose if unit.level >= MANY)
    return words > 0 and again >= _MIRRORED * words


def _score(value: float, kept: bool) -> float:
    """Return how sure a unit is article: above one half for what is kept, below for the rest."""
    sure = 1 / (1 + exp(-max(-60.0, min(60.0, value)) / _STEEPNESS))
    return round(0.5 + sure / 2 if kept else sure / 2, 3)


def _lines(
    raw: RawDocument, found: Sequence[Unit], verdicts: Sequence[Verdict], values: Sequence[float]
) -> tuple[Line, ...]:
    lines = [Line(text, Label.BLANK) for text in raw.lines]
    for unit, (one, reason), value in zip(found, verdicts, values, strict=True):
        score = _score(value, one is not Label.BOILERPLATE)
        for index in range(unit.first, unit.last + 1):
            lines[index] = Line(raw.lines[index], one, reason, score)
    return tuple(lines)


def _judge_long(chances: Chances, raw: RawDocument, repetition: Repetition) -> Judged:
    """Set aside repeated lines only, and look for the headline on the first page."""
    top = tuple(
        text if len(text) <= LONGEST_LINE else text.strip()[: LONGEST_LINE + 1]
        for text in raw.lines[:_TITLE_LINES]
    )
    head = RawDocument(raw.format, top, raw.markup[:_TITLE_LINES], raw.metadata)
    opening = judge_with(chances, head, repetition)
    start = next((n for n, line in enumerate(opening.lines) if line.label is Label.TITLE), -1)
    above = zip(opening.lines[: start + 1], raw.lines, strict=False)
    lines = [line._replace(text=text) for line, text in above]
    empty = Line("", Label.BLANK)  # one for all of them: there may be millions
    counts = repetition.counts if repetition.pages > 1 else {}
    for text in raw.lines[start + 1 :]:
        if not text or text.isspace():
            lines.append(Line(text, Label.BLANK) if text else empty)
            continue
        count = counts.get(fingerprint(text), 0) if counts else 0
        if not count:
            lines.append(Line(text, Label.BODY, _LONG, 0.6))
        elif level(count, repetition.pages) >= MANY:
            reason = repeated(count, repetition.pages)
            lines.append(Line(text, Label.BOILERPLATE, reason, 0.2))
        else:
            lines.append(Line(text, Label.BODY, _LONG, 0.6))
    return Judged(tuple(lines), opening.metadata)
