"""Where a cursor in a text goes: by characters, rows, words and paragraphs. Pure."""

import re
from collections.abc import Callable, Iterator
from itertools import chain

from reader.tui.flow import Flow, Place, Row

WORD = re.compile(r"\w+|[^\w\s]+")
Selected = tuple[Place, Place, Place]  # the first and the last character, and the cursor's
Motion = Callable[[Flow, Place, int], Place]
_Find = Callable[[str], Iterator[int]]


def by_character(flow: Flow, place: Place, step: int) -> Place:
    """A character on (1) or back (-1), over the ends of parts; what is empty is passed over."""
    index, character = place[0], place[1] + step
    if 0 <= character < len(flow.parts[index].text):
        return index, character
    other = _filled(flow, index, step)
    if other is None:
        return place
    return other, 0 if step > 0 else len(flow.parts[other].text) - 1


def by_row(flow: Flow, place: Place, rows: int) -> Place:
    """So many rows on or back, in the same column as far as that row reaches."""
    column = place[1] - row_start(flow, place)[1]
    there = flow.walk(place, rows)
    while not flow.parts[there[0]].text and there != place:
        nearer = flow.walk(there, 1 if rows > 0 else -1)
        if nearer == there:
            return place
        there = nearer
    start, end = _row(flow, there)
    return there[0], max(start, min(start + column, end - 1))


def row_start(flow: Flow, place: Place) -> Place:
    """The first character of the row."""
    return place[0], _row(flow, place)[0]


def row_end(flow: Flow, place: Place) -> Place:
    """The last character of the row."""
    start, end = _row(flow, place)
    return place[0], max(start, end - 1)


def by_word(flow: Flow, place: Place, step: int) -> Place:
    """The start of the next word (1), or of this one or the one before (-1)."""
    return _found(flow, place, step, lambda text: (one.start() for one in WORD.finditer(text)))


def word_end(flow: Flow, place: Place, step: int) -> Place:
    """The last letter of this word or the next."""
    return _found(flow, place, step, lambda text: (one.end() - 1 for one in WORD.finditer(text)))


def by_part(flow: Flow, place: Place, step: int) -> Place:
    """The start of the next paragraph (1); of this one, or at its start of the one before (-1)."""
    if step < 0 and place[1] > 0:
        return place[0], 0
    index = _filled(flow, place[0], step)
    return place if index is None else (index, 0)


def spans(selected: Selected | None, row: Row) -> list[tuple[int, int, bool]]:
    """What of a row is selected; True marks the cursor."""
    if selected is None:
        return []
    first, last, cursor = selected
    index, start, end = row
    found = []
    if first[0] <= index <= last[0]:
        low = first[1] if index == first[0] else 0
        high = last[1] + 1 if index == last[0] else end
        if max(low, start) < min(high, end):
            found.append((max(low, start), min(high, end), False))
    if cursor[0] == index and start <= cursor[1] < end:
        found.append((cursor[1], cursor[1] + 1, True))
    return found


def _found(flow: Flow, place: Place, step: int, starts: _Find) -> Place:
    index: int | None = place[0]
    here = place[1]
    while index is not None:
        found = list(starts(flow.parts[index].text))
        ahead = [at for at in found if (at > here if step > 0 else at < here)]
        if ahead:
            return index, ahead[0] if step > 0 else ahead[-1]
        index = _filled(flow, index, step)
        here = -1 if step > 0 else len(flow.parts[index].text) if index is not None else 0
    return place


def _filled(flow: Flow, index: int, step: int) -> int | None:
    """The next part with a text, in one way or the other."""
    rest = range(index + 1, len(flow.parts)) if step > 0 else range(index - 1, -1, -1)
    return next((one for one in rest if flow.parts[one].text), None)


def _row(flow: Flow, place: Place) -> tuple[int, int]:
    rows = flow.rows_of(place[0])
    return next(chain((row for row in rows if place[1] < row[1]), reversed(rows)))
