"""Plain text, with the header lines that scrapers write above it."""

import re

from reader.model import PLAIN, Kind, Markup, Metadata, RawDocument
from reader.sources.format import Format
from reader.sources.metadata import authors, iso_date, tidy, web_address

HEADER_LINES = 8  # from the top, where header lines are looked for
_HEADER = re.compile(
    r"(url|link|title|author|by|date|published|source|site|feed|flags)\s{0,4}:\s{1,8}(\S.*)",
    re.IGNORECASE,
)


def _headers(lines: list[str]) -> dict[int, tuple[str, str]]:
    """The header lines at the very top by their index; none where there is only one."""
    found = {}
    for index, line in enumerate(lines[:HEADER_LINES]):
        header = _HEADER.fullmatch(line.strip())
        if header:
            found[index] = (header[1].lower(), header[2])
        elif line.strip():
            break
    return found if len(found) > 1 else {}


def _metadata(headers: dict[str, str]) -> Metadata:
    source = headers.get("source", "")
    url = headers.get("url") or headers.get("link") or source
    return Metadata(
        title=tidy(headers.get("title")),
        author=authors(headers.get("author") or headers.get("by")),
        site=tidy(headers.get("site") or headers.get("feed") or _unless_address(source)),
        date=iso_date(headers.get("date") or headers.get("published")),
        url=web_address(url),
    )


def _unless_address(text: str) -> str:
    return "" if web_address(text) else text


def parse(text: str) -> RawDocument:
    """The lines exactly as they are; joined by newlines they are the text again."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    headers = _headers(lines)
    markup = [PLAIN] * len(lines)
    for index in headers:
        markup[index] = Markup(Kind.META)
    return RawDocument("text", tuple(lines), tuple(markup), _metadata(dict(headers.values())))


FORMAT = Format("text", frozenset({".txt", ".text", ".log", ".asc"}), parse)
