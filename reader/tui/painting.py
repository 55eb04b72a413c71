"""One row of a part into a Strip: indent, margin mark, text, matches, selection, note."""

import sys
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from reader.library.tracing import Run
from reader.model import Emphasis
from reader.printable import printable
from reader.tui.look import Look
from reader.tui.part import Part, Tone
from reader.tui.tables import Piece
from reader.tui.wrap import cells, cut

NOTE_GAP = 2  # columns between a text and its note
NOTE_LEAST = 48  # columns; narrower texts have no room for notes
HANG_LEAST = 16  # columns beside a number that hangs out; with fewer it does not
LIGHT_LEVEL = 4  # headings from this one on are in italics


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
    pieces: Sequence[Piece] | None = None,
    emphasis: Sequence[Run] = (),
) -> Strip:
    """The row that shows characters `span` of a part, exactly `width` cells wide.

    `left` is the column the text begins in; `selected` ends with -1 where the selection goes on.
    One that is `chosen` has a bar in front of it, and a shade. Of a row that is not simply its
    characters, `pieces` are what it is put together of.
    """
    start, end = span
    plain, dim, base = look.text, look.dim, _style(look, part)
    mark = look.warm if part.fold >= 0 or part.tone is Tone.ASIDE else look.dim
    if chosen:
        plain, dim, base, mark = map(look.shaded, (plain, dim, base, mark))
    lead = part.lead if start == 0 else " " * (cells(part.lead) + hanging(part, text_width))
    head = part.bar + lead
    segments = [Segment(" " * left, look.text), Segment(head, mark)]
    if chosen and left > 1:
        bar = Segment("▌", look.shaded(look.accent))
        segments[:1] = [Segment(" " * (left - 2), look.text), bar, Segment(" ", plain)]
    used = left + cells(head)
    if pieces is not None or emphasis or matches or selected:
        styles = _Styles(look, base, emphasis, matches, selected)
        shown = _styled(part.text, ((start, end, ""),) if pieces is None else pieces, styles, index)
    else:
        shown = [Segment(printable(part.text[start:end]), base + _offset(start, index))]
    segments += shown
    used += sum(cells(segment.text) for segment in shown)
    if start == end and not pieces:
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


def _styled(text: str, pieces: Sequence[Piece], styles: "_Styles", index: int) -> list[Segment]:
    """Pieces of a text; what only the setting adds between two characters looks as the first."""
    segments = []
    before = -1  # the end of the piece before
    for first, last, filler in pieces:
        if filler:
            segments.append(Segment(filler, styles.between(first, before)))
        for a, b, style in styles.over(first, last):
            segments.append(Segment(printable(text[a:b]), style + _offset(a, index)))
        before = last
    return segments


def note_room(part: Part, text_width: int) -> int:
    """The columns kept free at the right end for why a part was set aside."""
    if not part.note or text_width < NOTE_LEAST:
        return 0
    return min(cells(part.note), text_width // 3) + NOTE_GAP


def hanging(part: Part, text_width: int) -> int:
    """The columns by which rows are further in than the first, which begins with a number."""
    if not part.hang:
        return 0
    columns = cells(part.text[: part.hang])
    beside = cells(part.bar) + cells(part.lead) + columns
    return columns if text_width - beside >= HANG_LEAST else 0


class _Styles:
    """What each character of a part looks like: its tone, emphasis, matches, the selection."""

    def __init__(
        self,
        look: Look,
        base: Style,
        emphasis: Sequence[Run],
        matches: Sequence[tuple[int, int, bool]],
        selected: tuple[int, int] | None,
    ) -> None:
        self._base, self._dim = base, look.dim
        self._emphasis = [(a, b, look.emphasis[mark]) for a, b, mark in emphasis]
        self._marks = [(a, b, look.lit_now if now else look.lit) for a, b, now in matches]
        if selected is not None:
            first, last = selected
            self._marks.append((first, last if last != -1 else sys.maxsize, look.lit_now))

    def over(self, start: int, end: int) -> list[tuple[int, int, Style]]:
        """The characters from `start` up to `end`, cut where their style changes."""
        if end <= start:
            return []
        if not (self._marks or self._emphasis):
            return [(start, end, self._base)]
        marks = (*self._emphasis, *self._marks)
        edges = {start, end, *(edge for a, b, _ in marks for edge in (a, b) if start < edge < end)}
        return [(first, last, self._at(first)) for first, last in pairwise(sorted(edges))]

    def between(self, character: int, before: int) -> Style:
        """The style of what stands in front of a character, and behind the one `before` it."""
        return self._at(character - 1) if character == before else self._dim

    def _at(self, character: int) -> Style:
        """The style of one character."""
        style = self._base
        for a, b, mark in self._emphasis:
            if a <= character < b:
                style += mark
        for a, b, mark in self._marks:
            if a <= character < b:
                style = mark
        return style


def _style(look: Look, part: Part) -> Style:
    tone = part.tone
    if tone is Tone.HEADING and part.level >= LIGHT_LEVEL:
        return look.bold + look.emphasis[Emphasis.LIGHT]
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
