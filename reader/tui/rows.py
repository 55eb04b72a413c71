"""What a row of the list says: title first and whole, then where from, when, how long, its tags."""

from collections.abc import Sequence
from pathlib import PurePosixPath

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from reader.model import Document, Snippet
from reader.printable import printable
from reader.tui.days import day
from reader.tui.look import Look
from reader.tui.wrap import cells, cut

GUTTER = 2  # cells: the cursor's bar and the mark
ARCHIVED = "□"  # put away, but listed
COPIES = "\N{MULTIPLICATION SIGN}"  # before how many documents tell the same story
BROKEN = "!"  # something else stands where the article should be
CLOSED, OPEN = "▸", "▾"  # before the heading of a band


def title_row(
    look: Look,
    document: Document,
    positions: Sequence[int],
    width: int,
    *,
    at_cursor: bool,
    marked: bool,
    show_unread: bool,
    short: bool,
) -> Strip:
    """The first line: cursor, mark, title with its matched letters lit, state at the right end.

    `short`: there is no second line, so when and how long stand at the right end too.
    """
    shade = look.shaded if at_cursor else _same
    state = _state(document, show_unread)
    when = short_facts(document) if short and width >= 40 else ""
    right = "  ".join(filter(None, (when, state)))
    room = width - GUTTER - (cells(right) + 2 if right else 1)
    title = cut(printable(document.title), max(1, room))
    gutter = ("▌" if at_cursor else " ") + ("+" if marked else " ")
    weight = look.text if document.read and show_unread else look.bold
    weight = look.dim if document.archived else weight
    segments = [Segment(gutter, shade(look.accent))]
    segments += lit_up(title, positions, shade(weight), shade(look.accent + Style(underline=True)))
    used = GUTTER + cells(title)
    gap = max(0, width - used - cells(right) - (1 if right else 0))
    segments.append(Segment(" " * gap, shade(look.text)))
    if right:
        segments.append(Segment(when + ("  " if when and state else ""), shade(look.dim)))
        rest = state.removeprefix(BROKEN)
        segments.append(Segment(state[: len(state) - len(rest)], shade(look.warm)))
        segments.append(Segment(rest + " ", shade(look.accent)))
    return Strip(segments).adjust_cell_length(width, shade(look.text))


def facts_row(
    look: Look, document: Document, snippet: Snippet | None, width: int, *, at_cursor: bool
) -> Strip:
    """The second line: the passage that was found, or where from, when and how long, and tags."""
    shade = look.shaded if at_cursor else _same
    lead = "▌" if at_cursor else " "
    segments = [Segment(lead + " " * (GUTTER + 1), shade(look.accent))]
    room = width - GUTTER - 3
    if snippet is not None and snippet.text:
        passage = around(snippet, room)
        lit = [i for start, end in passage.matches for i in range(start, end)]
        segments += lit_up(cut(passage.text, room), lit, shade(look.dim), shade(look.accent))
    else:
        tags = [printable(f"  #{tag}") for tag in document.tags]
        text, shorter = facts(document), cut(facts(document, short=True), room)
        shown, more = (_as_fit(tags, room - cells(said)) for said in (text, shorter))
        if cells(text) > room or more.count("#") > shown.count("#"):
            text, shown = shorter, more
        segments.append(Segment(text, shade(look.dim)))
        segments.append(Segment(shown, shade(look.accent_dim)))
    return Strip(segments).adjust_cell_length(width, shade(look.text))


def _as_fit(texts: Sequence[str], room: int) -> str:
    """As many of the texts, whole ones, as fit, and how many more there are if there is room."""
    fitting, left = "", len(texts)
    for text in texts:
        if cells(fitting) + cells(text) <= room:
            fitting, left = fitting + text, left - 1
    more = f"  +{left}" if left else ""
    return fitting + more if cells(fitting) + len(more) <= room else fitting


def around(snippet: Snippet, room: int) -> Snippet:
    """The passage begun so late that its first match can be seen in so many cells."""
    text = printable(snippet.text)
    if not snippet.matches or cells(text[: snippet.matches[0][1]]) < room:
        return Snippet(text, snippet.matches)
    first = snippet.matches[0][0]
    space = text.find(" ", max(0, first - room // 3), first)
    begin = space + 1 if space >= 0 else first
    shifted = [(start - begin + 1, end - begin + 1) for start, end in snippet.matches]
    return Snippet("…" + text[begin:], tuple(shifted))


def heading_row(
    look: Look, heading: str, count: int, width: int, *, sign: str = "", marked: int = 0,
    at_cursor: bool = False,
) -> Strip:  # fmt: skip
    """The line above a band, with its sign if it can be closed; `marked` are so many in it."""
    shade = look.shaded if at_cursor else _same
    number = (f"+{marked:,} " if marked else "") + f"{count:,} "
    lead = "▌" if at_cursor else " "
    label = cut(f"{sign} {heading}" if sign else heading, width - cells(number) - 2)
    gap = " " * max(1, width - 1 - cells(label) - cells(number))
    style = look.text if at_cursor else look.dim
    segments = [Segment(lead, shade(look.accent)), Segment(label + gap + number, shade(style))]
    return Strip(segments).adjust_cell_length(width, shade(look.text))


def facts(document: Document, *, short: bool = False) -> str:
    """Where from, when, how long, as far as known, and "broken"; else the file's name."""
    if not document.judged:
        return printable(document.path)
    when, long = day(document.date), length(document)
    if short:
        when, long = when[:-4] + when[-2:], long.replace(" min", "m")
    broken = "broken" if document.broken else ""
    return " · ".join(filter(None, (source(document), when, long, broken)))


def short_facts(document: Document) -> str:
    """When and how long, as short as it can be said."""
    return " · ".join(filter(None, (day(document.date), f"{document.minutes}m")))


def source(document: Document) -> str:
    """The site, else the folder."""
    folder = str(PurePosixPath(document.path).parent)
    return printable(document.site or ("" if folder == "." else folder))


def length(document: Document) -> str:
    """The reading time of the article."""
    return f"{document.minutes} min" if document.words else "no text"


def _state(document: Document, show_unread: bool) -> str:
    broken = BROKEN if document.broken else ""
    star = "★" if document.starred else ""
    star += ARCHIVED if document.archived else ""
    copies = f"{COPIES}{document.copies}" if document.copies > 1 else ""
    return broken + copies + star + ("●" if show_unread and not document.read else "")


def lit_up(text: str, positions: Sequence[int], base: Style, lit: Style) -> list[Segment]:
    """The text with the characters at these positions in another style."""
    wanted = {position for position in positions if position < len(text)}
    if not wanted:
        return [Segment(text, base)]
    segments, start = [], 0
    for index in range(1, len(text) + 1):
        if index == len(text) or (index in wanted) != (start in wanted):
            segments.append(Segment(text[start:index], lit if start in wanted else base))
            start = index
    return segments


def _same(style: Style) -> Style:
    return style
