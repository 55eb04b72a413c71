"""What can be pointed at in a text: paragraphs, folds, and single lines where those are shown."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reader.model import Label, Page
from reader.tui.part import Part, Tone, View


class Block(NamedTuple):
    """A run of parts that is chosen as one, with the source lines it shows."""

    lines: tuple[int, ...]  # without blank ones, ascending
    start: int  # index of its first part
    end: int  # and of its last


def blocks(parts: Sequence[Part], page: Page, view: View) -> list[Block]:
    """The blocks of a page as it is set, in order; a fold that stands open holds those inside it.

    What is set aside is chosen line by line where its lines are shown; in the raw view all is.
    """
    if view is View.DIMMED:
        return list(_dimmed(parts, page))
    found = (_block(parts, index, page, view) for index in range(len(parts)))
    return [block for block in found if block is not None and block.lines]


def _block(parts: Sequence[Part], index: int, page: Page, view: View) -> Block | None:
    part = parts[index]
    if part.first < 0 or not part.text.strip():
        return None
    span = range(part.first, min(part.last + 1, len(page.lines)))
    if view is View.RAW or part.tone is Tone.ASIDE:
        return Block((part.first,), index, index)
    if part.tone is Tone.FOLD:
        aside = tuple(n for n in span if page.lines[n].label is Label.BOILERPLATE)
        end = index
        while end + 1 < len(parts) and parts[end + 1].fold == part.fold:
            end += 1
        return Block(aside, index, end)
    wanted = {Label.TITLE} if part.tone is Tone.TITLE else set(Label) - {Label.BLANK}
    return Block(tuple(n for n in span if page.lines[n].label in wanted), index, index)


def _dimmed(parts: Sequence[Part], page: Page) -> Iterator[Block]:
    """Line by line where the reason is shown, by paragraphs elsewhere."""
    firsts = [unit.first for unit in page.paragraphs]
    running: Block | None = None
    unit = -1
    for index, part in enumerate(parts):
        if part.first < 0 or not part.text.strip():
            continue
        if part.tone is not Tone.ASIDE:
            here = bisect_right(firsts, part.first) - 1
            if running is not None and here == unit:
                running = Block((*running.lines, part.first), running.start, index)
                continue
            unit = here
        if running is not None:
            yield running
            running = None
        block = Block((part.first,), index, index)
        if part.tone is Tone.ASIDE:
            yield block
        else:
            running = block
    if running is not None:
        yield running
