"""Where the links of a page stand in what is shown of it: lines, and paragraphs made of them."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from operator import attrgetter

from reader.cleaning.markdown_marks import inline, reading, without_bullet
from reader.model import Kind, Link, Page

Shown = tuple[int, int, int]  # start, end, number of the link

_line = attrgetter("line")
_BEHIND = re.compile(r">|\](?:\([^()]*(?:\([^()]*\)[^()]*)?\)|\[[^\[\]]*\])?")
_BEFORE = re.compile(r"!?[\[<]$")


def shown_links(page: Page, links: Sequence[Link], text: str, first: int, last: int) -> list[Shown]:
    """Where links stand in a text that shows the lines of a page from one to another.

    It is a line as it is, or a paragraph: its lines joined, marks and bullets taken away. What it
    shows otherwise is passed over.
    """
    low, high = bisect_left(links, first, key=_line), bisect_right(links, last, key=_line)
    found: list[Shown] = []
    place = 0
    for line in range(first, links[high - 1].line + 1 if low < high else first):
        shown = _shown(page, line, text, place)
        if not shown:
            continue
        place = text.find(shown, place)
        own = range(bisect_left(links, line, key=_line), bisect_right(links, line, key=_line))
        found += (
            (place + start, place + end, number)
            for start, end, number in _in_line(page.lines[line].text, shown, links, own)
        )
        place += len(shown)
    return found


def _shown(page: Page, line: int, text: str, place: int) -> str:
    """What a text shows of a line from a place on, or from the one behind it; "" where nothing."""
    for shown in _ways(page, line):
        if shown and (text.startswith(shown, place) or text.startswith(shown, place + 1)):
            return shown
    return ""


def _ways(page: Page, line: int) -> Iterator[str]:
    """The ways in which a line may be shown."""
    source = page.lines[line].text
    yield source
    yield source.strip()
    yield without_bullet(source.strip())
    if page.document.format == "markdown":
        for kind in (page.markup[line].kind, Kind.ITEM, Kind.HEADING, Kind.QUOTE):
            yield (read := reading(source, kind, "markdown"))
            yield without_bullet(read)


def _in_line(
    source: str, shown: str, links: Sequence[Link], numbers: Sequence[int]
) -> Iterator[Shown]:
    off = source.find(shown)
    if off >= 0:
        for number in numbers:
            start, end = links[number].start - off, links[number].end - off
            if max(0, start) < min(end, len(shown)):
                yield max(0, start), min(end, len(shown)), number
        return
    place = behind = 0
    for number in numbers:
        link = links[number]
        label = inline(source[link.start : link.end]).strip()
        between = _BEFORE.sub("", source[behind : link.start])
        if behind and (mark := _BEHIND.match(between)):
            between = between[mark.end() :]
        start = _nearest(shown, label, place, place + len(inline(between)))
        if label and start >= 0:
            yield start, start + len(label), number
            place, behind = start + len(label), link.end


def _nearest(text: str, label: str, low: int, wanted: int) -> int:
    """Where a label stands behind `low`, as near to a place as any; -1 where it does not."""
    before = text.rfind(label, low, wanted + len(label))
    after = text.find(label, wanted)
    if before < 0 or after < 0:
        return max(before, after)
    return before if wanted - before < after - wanted else after
