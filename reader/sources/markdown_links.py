"""The links of Markdown: in line, by reference, in angle brackets. Must not know: addresses."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from reader.model import Kind, Link, Markup

CHARACTERS = 20_000  # of a line; longer ones are no Markdown that a person has written

_LITERAL = re.compile(r"\\[!-/:-@\[-`{-~]|`++[^`]++`++")  # an escape, or code: no marks in it
_IMAGE = re.compile(r"!\[([^\[\]]*)\](?:\([^()]*\)|\[[^\[\]]*\])")
_ANGLED = re.compile(r"<([A-Za-z][A-Za-z0-9+.-]{1,31}:[^<>\s]*)>")
_LABEL = re.compile(r"\[([^\[\]]+)\]")
_PLACE = re.compile(
    r"\(\s*(?:<([^<>]*)>|([^\s()<>]*(?:\([^\s()]*\)[^\s()]*)?))"
    r"(?:\s+(?:\"[^\"]*\"|'[^']*'))?\s*\)"
)
_REFERENCE = re.compile(r"\[([^\[\]]*)\]")
_DEFINITION = re.compile(
    r" {0,3}\[([^\[\]^][^\[\]]*)\]:[ \t]*(?:<([^<>]*)>|([^\s<>]+))"
    r"(?:[ \t]+(?:\"[^\"]*\"|'[^']*'|\([^()]*\)))?[ \t]*"
)
_UNREAD = frozenset({Kind.CODE, Kind.META})

Spans = list[tuple[int, int]]
_Found = tuple[int, int, str, tuple[int, int]]
"""Start and end of what is read of a link, where it leads, and all that it takes up."""


def markdown_links(
    lines: Sequence[str], markup: Sequence[Markup]
) -> tuple[list[Link], list[Spans]]:
    """The links with what they lead to, as it is written; and which stretches of each line are
    taken up by them, marks and addresses included."""
    marked = [
        line if mark.kind not in _UNREAD and len(line) <= CHARACTERS else ""
        for line, mark in zip(lines, markup, strict=True)
    ]
    known = _definitions(marked)
    links: list[Link] = []
    taken: list[Spans] = []
    for number, line in enumerate(marked):
        found = _apart(_in_line(line, known)) if "[" in line or "<" in line else []
        links += (Link(number, start, end, url) for start, end, url, _ in found)
        taken.append([span for *_, span in found])
    return links, taken


def _apart(found: Iterable[_Found]) -> list[_Found]:
    """The links in their order, without those inside others."""
    links: list[_Found] = []
    for one in sorted(found):
        if not links or one[3][0] >= links[-1][3][1]:
            links.append(one)
    return links


def _definitions(lines: Iterable[str]) -> dict[str, str]:
    """What references stand for; of several definitions the first holds."""
    found: dict[str, str] = {}
    for line in lines:
        if "]:" in line and (defined := _DEFINITION.fullmatch(line)):
            found.setdefault(_folded(defined[1]), defined[2] or defined[3] or "")
    return found


def _folded(name: str) -> str:
    return " ".join(name.split()).casefold()


def _in_line(line: str, known: dict[str, str]) -> Iterator[_Found]:
    """Start and end of what is read of each link, where it leads, and all that it takes up."""
    told = _LITERAL.sub(_masked, line)
    for angled in _ANGLED.finditer(told):
        yield *angled.span(1), line[slice(*angled.span(1))], angled.span()
    told = _ANGLED.sub(_masked, told)
    images = list(_IMAGE.finditer(told)) if "![" in told else []
    told = _IMAGE.sub(_masked, told)  # inside a link they are its text
    if _DEFINITION.fullmatch(told):
        return
    place = 0
    while label := _LABEL.search(told, place):
        begun, place = place, label.end()
        yield from _images(line, images, begun, label.start())
        if address := _PLACE.match(told, place):
            place = address.end()
            yield *label.span(1), _written(line, address), (label.start(), place)
            continue
        reference = _REFERENCE.match(told, place)
        name = line[slice(*(reference if reference and reference[1] else label).span(1))]
        if url := known.get(_folded(name)):
            place = reference.end() if reference else place
            yield *label.span(1), url, (label.start(), place)
    yield from _images(line, images, place, len(line))


def _images(line: str, images: list[re.Match[str]], first: int, last: int) -> Iterator[_Found]:
    """The images between two places, which are links to what they show."""
    for image in images[bisect_left(images, first, key=_start) :]:
        if image.start() >= last:
            return
        if image[1] and (address := _PLACE.match(line, image.end(1) + 1)):
            yield *image.span(1), _written(line, address), image.span()


def _start(found: re.Match[str]) -> int:
    return found.start()


def _written(line: str, address: re.Match[str]) -> str:
    return line[slice(*address.span(1 if address[1] is not None else 2))].strip("<>")


def _masked(found: re.Match[str]) -> str:
    """As many characters that are no marks."""
    return "x" * len(found[0])
