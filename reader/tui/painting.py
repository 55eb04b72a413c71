"""One row of a part into a Strip: indent, margin mark, text, matches, selection, note."""

from functools import lru_cache
from itertools import pairwise

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from reader.printable import printable
from reader.tui.look import Look
from reader.tui.setting import Part, Tone
from reader.tui.wrap import cells, cut

NOTE_GAP = 2  # columns between a text and its note
NOTE_LEAST = 48  # columns; narrower texts have no room for notes


def paint(
    look: Look,
    part: Part,
    span: tuple[int, int],
    index: int,
    left: int,
    text_width: int,
    width: int,
    matches: list[tuple[int, int, bool]],
    selected: tuple[int, int] | None,
    chosen: bool = False,
) -> Strip:
    """The row that shows characters `span` of a part, exactly `width` cells wide.

    `left` is the column the text begins in; `selected` ends with -1 where the selection goes on.
    One that is `chosen` has a bar in front of it, and a shade.
    """
    start, end = span
    plain, dim, base = look.text, look.dim, _style(look, part.tone)
    mark = look.warm if part.fold >= 0 or part.tone is Tone.ASIDE else look.dim
    if chosen:
        plain, dim, base, mark = map(look.shaded, (plain, dim, base, mark))
    lead = part.lead if start == 0 else " " * cells(part.lead)
    head = part.bar + lead
    segments = [Segment(" " * left, look.text), Segment(head, mark)]
    if chosen and left > 1:
        bar = Segment("▌", look.shaded(look.accent))
        segments[:1] = [Segment(" " * (left - 2), look.text), bar, Segment(" ", plain)]
    used = left + cells(head)
    for first, last, style in _runs(look, base, start, end, matches, selected):
        text = printable(part.text[first:last])
        segments.append(Segment(text, style + _offset(first, index)))
        used += cells(text)
    if start == end:
        segments.append(Segment(" ", base + _offset(start, index)))
        used += 1
    if start == 0 and (room := note_room(part, text_width)):
        note = cut(part.note, room - NOTE_GAP)
        gap = left + text_width - used - cells(note)
        segments += [Segment(" " * gap, plain), Segment(note, dim)]
        used += gap + cells(note)
    if used < width:
        segments.append(Segment(" " * (width - used), plain))
    return Strip(segments, max(used, width)).adjust_cell_length(width, look.text)


def note_room(part: Part, text_width: int) -> int:
    """The columns kept free at the right end for why a part was set aside."""
    if not part.note or text_width < NOTE_LEAST:
        return 0
    return min(cells(part.note), text_width // 3) + NOTE_GAP


def _runs(
    look: Look,
    base: Style,
    start: int,
    end: int,
    matches: list[tuple[int, int, bool]],
    selected: tuple[int, int] | None,
) -> list[tuple[int, int, Style]]:
    """The row cut where its style changes."""
    marks = [(a, b, look.lit_now if now else look.lit) for a, b, now in matches]
    if selected is not None:
        first, last = selected
        marks.append((max(first, start), end if last == -1 else min(last, end), look.lit_now))
    if not marks:
        return [(start, end, base)] if end > start else []
    edges = {start, end, *(edge for a, b, _ in marks for edge in (a, b) if start < edge < end)}
    cuts = sorted(edges)
    runs = []
    for first, last in pairwise(cuts):
        style = base
        for a, b, mark in marks:
            if a <= first < b:
                style = mark
        runs.append((first, last, style))
    return runs


def _style(look: Look, tone: Tone) -> Style:
    if tone in (Tone.TITLE, Tone.HEADING):
        return look.bold
    if tone is Tone.FOLD:
        return look.warm
    if tone in (Tone.DIM, Tone.ASIDE):
        return look.dim
    return look.text


@lru_cache(65_536)
def _offset(x: int, y: int) -> Style:
    """What Textual reads a mouse selection's ends from."""
    return Style.from_meta({"offset": (x, y)})
