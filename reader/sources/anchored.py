"""Where the text of links stands once a block's text is tidied. Must not know: elements, addresses.

A block comes in pieces, each with what it leads to: None outside links. Neighbours that lead to the
same place are one link; two links stand never side by side without a piece between them.
"""

from collections.abc import Callable, Iterable, Iterator

Piece = tuple[str, str | None]
Range = tuple[int, int, int, str]  # line of the block, start, end, where it leads
Placed = Callable[[Iterable[Piece]], Iterator[Range]]
"""What tells where the links of a block stand."""


def flowing(pieces: Iterable[Piece]) -> Iterator[Range]:
    """The links of a block that is one line, runs of white space one space each."""
    length = start = end = 0
    gap = False  # there is white space behind what was seen last
    before: str | None = None
    for text, href in pieces:
        if href != before:
            if before is not None and end > start:
                yield 0, start, end, before
            before, start, end = href, 0, 0
        words = " ".join(text.split())
        if not words:
            gap = gap or text != ""
            continue
        if length and (gap or text[0].isspace()):
            length += 1
        start = start if end else length
        length = end = length + len(words)
        gap = text[-1].isspace()
    if before is not None and end > start:
        yield 0, start, end, before


def by_line(pieces: Iterable[Piece]) -> Iterator[Range]:
    """The links of a block that keeps its lines, without the blank ones around it.

    One that goes on in another line is a link in each; blanks at its ends are no part of it.
    """
    line, column, filled = 0, 0, -1  # `filled` is the first line with any text
    found: list[Range] = []
    before: str | None = None
    returned = False  # the piece before ended with a carriage return
    for text, href in pieces:
        own = text[1:] if returned and text.startswith("\n") else text
        returned = own.endswith("\r") if text else returned
        following = own.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        for number, part in enumerate(following):
            if number:
                line, column, before = line + 1, 0, None
            if inner := part.strip():
                filled = line if filled < 0 else filled
                start = column + len(part) - len(part.lstrip())
                if href is not None and href == before:
                    found[-1] = (*found[-1][:2], start + len(inner), href)
                elif href is not None:
                    found.append((line, start, start + len(inner), href))
                before = href
            elif href != before:
                before = None
            column += len(part)
    for at, first, last, where in found:
        yield at - filled, first, last, where
